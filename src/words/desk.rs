//! Words of the room `desk`.
