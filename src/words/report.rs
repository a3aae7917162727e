//! Words of the room `report`.
