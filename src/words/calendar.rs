//! Words of the room `calendar`.
