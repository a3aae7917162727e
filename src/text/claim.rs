//! What a piece of markup claims to hold.

use std::io::{self, Write};

/// The attribute by which shared strings of a workbook say how many they are: a reader may make room for so
/// many before it has seen one.
const KEY: &[u8] = b"uniqueCount";

/// Counts the bytes of markup as they go through, and remembers the largest number that they claim.
#[derive(Debug, Default)]
pub struct Claim {
    bytes: u64,
    largest: u64,
    state: State,
}

#[derive(Debug, Default, Clone, Copy)]
enum State {
    /// So many bytes of the key have been seen.
    Key(usize),
    /// The key, and what may stand between it and its number.
    Between,
    /// So much of the number.
    Number(u64),
    #[default]
    Begin,
}

impl Claim {
    /// How many bytes went through.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Whether more is claimed than can be there: no string takes less than five bytes (`<si/>`).
    pub const fn is_absurd(&self) -> bool {
        self.largest > self.bytes / 5 + 1
    }

    fn byte(&mut self, byte: u8) {
        self.state = match self.state {
            State::Key(seen) if seen == KEY.len() => Self::after_key(byte),
            State::Between => Self::after_key(byte),
            State::Key(seen) if KEY.get(seen) == Some(&byte) => State::Key(seen + 1),
            State::Number(number) if byte.is_ascii_digit() => {
                let number = number.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
                self.largest = self.largest.max(number);
                State::Number(number)
            }
            // No letter of the key but the first is a `u` that could begin it anew: `uni…`, `…queC`, `…ount`.
            _ if KEY.first() == Some(&byte) => State::Key(1),
            _ => State::Begin,
        };
    }

    fn after_key(byte: u8) -> State {
        match byte {
            b'0'..=b'9' => State::Number(u64::from(byte - b'0')),
            b'=' | b'"' | b'\'' | b'+' | b' ' | b'\t' | b'\r' | b'\n' => State::Between,
            _ => State::Begin,
        }
    }
}

impl Write for Claim {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        for byte in piece {
            self.byte(*byte);
        }
        self.bytes = self.bytes.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claims(text: &str, piece: usize) -> bool {
        let mut claim = Claim::default();
        for piece in text.as_bytes().chunks(piece) {
            claim.write_all(piece).unwrap();
        }
        assert_eq!(claim.bytes(), u64::try_from(text.len()).unwrap());
        claim.is_absurd()
    }

    #[test]
    fn a_claim_beyond_the_bytes_that_are_there_is_seen_however_it_is_cut() {
        for piece in [1, 3, 1_000] {
            for absurd in [
                "<sst uniqueCount=\"99999999999\">",
                "<sst uuniqueCount = '+12345'/>",
                "<sst uniqueCount=\"999999999999999999999999\"/>",
            ] {
                assert!(claims(absurd, piece), "{absurd}");
            }
            for sound in [
                "<sst uniqueCount=\"2\"><si/><si/></sst>",
                "<sst count=\"99999\"/>",
                "uniqueCount",
                "<sst uniqueCount=\"x9999\"/>",
                "",
            ] {
                assert!(!claims(sound, piece), "{sound}");
            }
        }
    }
}
