//! Words of the room `register`.
