//! The integration tests, in one crate so that they link once.

#[cfg(test)]
mod published_ledger;
