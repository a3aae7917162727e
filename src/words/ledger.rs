//! Words of the room `ledger`.
