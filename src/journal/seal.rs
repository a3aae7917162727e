//! The seal: an SM3 chain over the stored bytes of the entries.
//!
//! `seal(n) = SM3(seal(n-1) || stored frame of entry n)`. Whoever noted a number and its seal (a published
//! report, a backup manifest) can later tell whether the entries up to that number are the same ones. It
//! proves no more than that: it does not say who wrote them, and says nothing of what came after.

use std::{fmt, str::FromStr};

use sm3::{Digest, Sm3};

use super::entry::Seq;

/// The state of the chain after some entry.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seal([u8; 32]);

impl Seal {
    /// Before the first entry: 32 zero bytes.
    pub const ORIGIN: Self = Self([0; 32]);

    /// The seal with these bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes of the seal.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The seal after one more entry, given the bytes of its frame as stored.
    #[must_use]
    pub fn then(self, stored: &[u8]) -> Self {
        Self(Sm3::new().chain_update(self.0).chain_update(stored).finalize().into())
    }
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&to_hex(&self.0))
    }
}

impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Seal({self})")
    }
}

/// The text is not a seal, or not a number with its seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::words::journal::NOT_A_SEAL)]
pub struct NotASeal;

impl FromStr for Seal {
    type Err = NotASeal;

    fn from_str(text: &str) -> Result<Self, NotASeal> {
        hex_array(text).map(Self).ok_or(NotASeal)
    }
}

/// The last finished entry and the seal after it: where a journal stands, or where somebody saw it stand.
/// Printed and read as `SEQ:SEAL`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of the last entry of the last finished commit; zero in an empty journal.
    pub seq: Seq,
    /// The seal after that entry.
    pub seal: Seal,
}

impl Head {
    /// The head of a journal without entries.
    pub const ORIGIN: Self = Self { seq: Seq(0), seal: Seal::ORIGIN };
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.seq, self.seal)
    }
}

impl FromStr for Head {
    type Err = NotASeal;

    fn from_str(text: &str) -> Result<Self, NotASeal> {
        let (seq, seal) = text.trim().split_once(':').ok_or(NotASeal)?;
        Ok(Self { seq: Seq(seq.parse().map_err(|_| NotASeal)?), seal: seal.parse()? })
    }
}

/// Two hexadecimal digits a byte.
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or_default();
        text.extend([digit(byte >> 4), digit(byte & 0x0f)]);
        text
    })
}

/// Exactly `2 * N` hexadecimal digits as `N` bytes.
pub(super) fn hex_array<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = hex_digit(*high)? << 4 | hex_digit(*low)?;
    }
    Some(bytes)
}

fn hex_digit(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chain_is_sm3_over_the_previous_seal_and_the_bytes() {
        let plain = Sm3::digest([&[0_u8; 32][..], b"abc"].concat());
        assert_eq!(Seal::ORIGIN.then(b"abc").as_bytes()[..], plain[..]);
        assert_eq!(
            Seal(Sm3::digest(b"abc").into()).to_string(),
            "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
        );
    }

    #[test]
    fn a_head_is_read_back_from_its_print() {
        let head = Head { seq: Seq(42), seal: Seal::ORIGIN.then(b"x") };
        assert_eq!(head.to_string().parse(), Ok(head));
        for bad in ["", "42", "42:", "42:00", "x:66c7", ":66"] {
            assert_eq!(bad.parse::<Head>(), Err(NotASeal), "{bad}");
        }
    }
}
