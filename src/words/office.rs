//! Words of the room `office`.
