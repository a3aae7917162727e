//! Words of the room `tui`.
