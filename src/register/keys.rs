//! Keys that sort as their values do.

/// A signed day in bytes that sort.
pub(super) fn day(day: i32) -> [u8; 4] {
    (day.cast_unsigned() ^ 0x8000_0000).to_be_bytes()
}

/// A signed year in bytes that sort.
pub(super) fn year(year: i16) -> [u8; 2] {
    (year.cast_unsigned() ^ 0x8000).to_be_bytes()
}

/// The year of its bytes.
pub(super) fn year_of(bytes: [u8; 2]) -> i16 {
    (u16::from_be_bytes(bytes) ^ 0x8000).cast_signed()
}

/// Bytes joined to a key.
pub(super) fn join(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

/// The id at the end of an index key.
pub(super) fn id_at_end(key: &[u8]) -> Option<u64> {
    key.last_chunk::<8>().map(|bytes| u64::from_be_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_as_their_values_do() {
        assert!(day(-1) < day(0) && day(0) < day(20_000) && day(20_000) < day(i32::MAX));
        assert!(year(-1) < year(0) && year(2024) < year(2025));
        assert_eq!(year_of(year(2025)), 2025);
        assert_eq!(id_at_end(&join(&[&[1, 2], &7_u64.to_be_bytes()])), Some(7));
        assert_eq!(id_at_end(&[1, 2]), None);
    }
}
