//! A running additive digest: rows and keys may come in any order and leave again.

/// The digest of one thing: two independent checksums, enough against damage; against a forger stands the
/// journal's chain.
pub(super) fn digest(bytes: &[u8]) -> u64 {
    let mut first = crc32fast::Hasher::new_with_initial(0);
    first.update(bytes);
    let mut second = crc32fast::Hasher::new_with_initial(0x9E37_79B9);
    second.update(&bytes.len().to_le_bytes());
    second.update(bytes);
    (u64::from(first.finalize()) << 32) | u64::from(second.finalize())
}

/// The digest of a key with its value in an index.
pub(super) fn digest_of_key(index: usize, key: &[u8], value: &[u8]) -> u64 {
    digest(&[&[u8::try_from(index).unwrap_or(u8::MAX)], key, &[0], value].concat())
}
