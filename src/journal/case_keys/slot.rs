//! One slot of the key store, 64 bytes, so that none straddles a sector: whatever survives a loss of power
//! holds each slot as it was before or after a write, never half.
//!
//! `state u8, 3 zero bytes, office key u32, request u64, nonce 12 bytes, wrapped key 32 bytes, crc32` (little
//! endian). Where the key was destroyed, the wrapped key is zeros and its first two bytes tell how many
//! items the case had. All zeros: never used.

use crate::journal::PrivateBlob;

/// Bytes of a slot, and of the header before the first.
pub(super) const LENGTH: usize = 64;
const SUMMED: usize = LENGTH - 4;
/// A wrapped key: 16 bytes and the tag.
const WRAPPED: usize = 32;

const LIVE: u8 = 1;
const DESTROYED: u8 = 2;
const DOOMED: u8 = 3;

/// What stands in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Slot {
    /// Nothing yet.
    Free,
    /// The key of a case, wrapped.
    Key {
        /// The case.
        request: u64,
        /// The key under a key of the office.
        wrapped: PrivateBlob,
        /// The case is being erased: whether the journal knows of that decides.
        doomed: bool,
    },
    /// The key of this case was destroyed.
    Destroyed {
        /// The case.
        request: u64,
        /// How many items it had.
        items: u16,
    },
    /// The bytes are not what was written; the case is what they claim.
    Damaged {
        /// The case, as far as that can be told.
        request: u64,
    },
}

impl Slot {
    /// Its bytes.
    pub(super) fn to_bytes(&self) -> [u8; LENGTH] {
        let mut bytes = Vec::with_capacity(LENGTH);
        match self {
            Self::Free | Self::Damaged { .. } => return [0; LENGTH],
            Self::Key { request, wrapped, doomed } => {
                bytes.extend_from_slice(&[if *doomed { DOOMED } else { LIVE }, 0, 0, 0]);
                bytes.extend_from_slice(&wrapped.key_id.to_le_bytes());
                bytes.extend_from_slice(&request.to_le_bytes());
                bytes.extend_from_slice(&wrapped.nonce);
                bytes.extend_from_slice(&wrapped.sealed);
            }
            Self::Destroyed { request, items } => {
                bytes.extend_from_slice(&[DESTROYED, 0, 0, 0]);
                bytes.extend_from_slice(&0_u32.to_le_bytes());
                bytes.extend_from_slice(&request.to_le_bytes());
                bytes.extend_from_slice(&[0; 12]);
                bytes.extend_from_slice(&items.to_le_bytes());
            }
        }
        with_sum(&bytes)
    }

    /// The slot of these bytes; anything that was not written is damage.
    pub(super) fn from_bytes(bytes: &[u8; LENGTH]) -> Self {
        if bytes.iter().all(|byte| *byte == 0) {
            return Self::Free;
        }
        let [state, a, b, c, rest @ ..] = bytes;
        let request = rest.get(4..12).and_then(|field| field.try_into().ok()).map_or(0, u64::from_le_bytes);
        let damaged = Self::Damaged { request };
        if !is_summed(bytes) || [*a, *b, *c] != [0; 3] {
            return damaged;
        }
        let parts = (
            rest.first_chunk::<4>(),
            rest.get(12..24).and_then(|nonce| nonce.try_into().ok()),
            rest.get(24..24 + WRAPPED),
        );
        let (Some(key_id), Some(nonce), Some(sealed)) = parts else { return damaged };
        match *state {
            LIVE | DOOMED => {
                let key_id = u32::from_le_bytes(*key_id);
                let wrapped = PrivateBlob { key_id, nonce, sealed: sealed.to_vec() };
                Self::Key { request, wrapped, doomed: *state == DOOMED }
            }
            DESTROYED => {
                let items = sealed.first_chunk::<2>().map_or(0, |items| u16::from_le_bytes(*items));
                Self::Destroyed { request, items }
            }
            _ => damaged,
        }
    }
}

const MAGIC: &[u8; 16] = b"gongkai casekeys";
/// The version that is written.
const VERSION: u16 = 1;

/// The header: what the file is, and its version.
pub(super) fn header() -> [u8; LENGTH] {
    with_sum(&[MAGIC.as_slice(), &VERSION.to_le_bytes()].concat())
}

/// The version of a newer program, if the header is one of a store of its. A damaged header tells nothing,
/// and needs not: every slot has its own checksum.
pub(super) fn newer(header: &[u8; LENGTH]) -> Option<u16> {
    let version = header.strip_prefix(MAGIC)?.first_chunk::<2>().map(|version| u16::from_le_bytes(*version));
    version.filter(|version| *version != VERSION && is_summed(header))
}

/// `bytes`, zeros, and their checksum at the end.
fn with_sum(bytes: &[u8]) -> [u8; LENGTH] {
    let mut all = [0; LENGTH];
    all.iter_mut().take(SUMMED).zip(bytes).for_each(|(slot, byte)| *slot = *byte);
    let sum = sum_of(&all).to_le_bytes();
    all.iter_mut().skip(SUMMED).zip(sum).for_each(|(slot, byte)| *slot = byte);
    all
}

fn is_summed(bytes: &[u8; LENGTH]) -> bool {
    bytes.last_chunk::<4>().is_some_and(|sum| u32::from_le_bytes(*sum) == sum_of(bytes))
}

fn sum_of(bytes: &[u8; LENGTH]) -> u32 {
    crc32fast::hash(bytes.get(..SUMMED).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::super::to_hex;
    use super::*;

    const GOLDEN: &str = include_str!("../../../tests/fixtures/case_keys_v1.txt");

    fn every() -> Vec<Slot> {
        let wrapped = PrivateBlob { key_id: 2, nonce: *b"twelve bytes", sealed: (1..=32).collect() };
        vec![
            Slot::Free,
            Slot::Key { request: 9, wrapped: wrapped.clone(), doomed: false },
            Slot::Key { request: u64::MAX, wrapped, doomed: true },
            Slot::Destroyed { request: 9, items: 3 },
        ]
    }

    #[test]
    fn a_slot_and_the_header_have_the_bytes_of_version_one_forever() {
        let slots = every();
        let lines =
            std::iter::once(to_hex(&header())).chain(slots.iter().map(|slot| to_hex(&slot.to_bytes())));
        assert_eq!(lines.collect::<Vec<_>>(), GOLDEN.lines().collect::<Vec<_>>());
        for slot in slots {
            assert_eq!(Slot::from_bytes(&slot.to_bytes()), slot);
        }
    }

    #[test]
    fn any_flipped_bit_is_damage() {
        for slot in every().into_iter().skip(1) {
            for bit in 0..LENGTH * 8 {
                let mut bytes = slot.to_bytes();
                bytes[bit / 8] ^= 1 << (bit % 8);
                assert!(matches!(Slot::from_bytes(&bytes), Slot::Damaged { .. }), "{slot:?}, bit {bit}");
            }
        }
    }

    #[test]
    fn a_newer_version_is_told_apart_from_a_damaged_header() {
        assert_eq!(newer(&header()), None);
        assert_eq!(newer(&[0xFF; LENGTH]), None);
        let next = with_sum(&[MAGIC.as_slice(), &2_u16.to_le_bytes()].concat());
        assert_eq!(newer(&next), Some(2));
    }
}
