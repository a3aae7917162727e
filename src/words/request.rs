//! Words of the room `request`.
