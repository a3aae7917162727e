//! A file under the office key: deflated, cut into pieces, each sealed by itself, so that none has to be
//! held whole in memory.
//!
//! A piece is its length (u32), the number of the key (u32), the nonce (12 bytes) and the ciphertext with
//! its tag; numbers are little-endian. It is bound to the backup, the path, its place and whether it is the
//! last: pieces that are swapped, dropped or put into another file do not open.

use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::DeflateEncoder;
use flate2::write::DeflateDecoder;

use super::BackupError;
use crate::journal::{Keyring, PrivateBlob};

/// Bytes of a piece before sealing.
const PIECE: usize = 256 * 1024;
/// Bytes that a sealed piece has beyond that: key, nonce, tag.
const OVERHEAD: usize = 4 + 12 + 16;

/// Which file of which backup.
pub(super) struct Label<'a> {
    pub(super) id: &'a str,
    pub(super) path: &'a str,
}

impl Label<'_> {
    fn binding(&self, index: u64, is_last: bool) -> Vec<u8> {
        let mut bytes = format!("gongkai backup file 1\0{}\0{}\0", self.id, self.path).into_bytes();
        bytes.extend_from_slice(&index.to_le_bytes());
        bytes.push(u8::from(is_last));
        bytes
    }
}

/// Seals what `plain` gives. The errors are those of reading it, of writing, and of random numbers.
pub(super) fn seal(
    keys: &Keyring,
    label: &Label<'_>,
    plain: impl Read,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut deflated = DeflateEncoder::new(plain, Compression::default());
    let mut piece = next_piece(&mut deflated)?;
    for index in 0.. {
        let next = next_piece(&mut deflated)?;
        let is_last = next.is_empty();
        let blob = keys.seal(&label.binding(index, is_last), &piece).map_err(io::Error::other)?;
        let length = u32::try_from(blob.sealed.len() + 16).map_err(io::Error::other)?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(&blob.key_id.to_le_bytes())?;
        out.write_all(&blob.nonce)?;
        out.write_all(&blob.sealed)?;
        if is_last {
            break;
        }
        piece = next;
    }
    Ok(())
}

fn next_piece(source: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut piece = Vec::new();
    source.take(u64::try_from(PIECE).unwrap_or(u64::MAX)).read_to_end(&mut piece)?;
    Ok(piece)
}

/// Opens what [`seal`] made and writes it to `out`; no more than `size` bytes, and no fewer.
pub(super) fn open(
    keys: &Keyring,
    label: &Label<'_>,
    sealed: &mut dyn Read,
    size: u64,
    out: &mut dyn Write,
) -> Result<(), BackupError> {
    let damaged = || BackupError::DamagedFile(label.path.to_owned());
    let mut plain = DeflateDecoder::new(Bounded { out, left: size, is_over: false });
    let mut next = sealed_piece(sealed).map_err(|_| damaged())?;
    let mut index = 0;
    while let Some(blob) = next {
        next = sealed_piece(sealed).map_err(|_| damaged())?;
        let piece = keys.open(&label.binding(index, next.is_none()), &blob).map_err(|_| damaged())?;
        plain.write_all(&piece).map_err(|error| of_writing(error, label.path))?;
        index += 1;
    }
    let bounded = plain.finish().map_err(|error| of_writing(error, label.path))?;
    if index > 0 && bounded.left == 0 && !bounded.is_over { Ok(()) } else { Err(damaged()) }
}

/// A full disk is not damage.
fn of_writing(source: io::Error, path: &str) -> BackupError {
    if source.raw_os_error().is_some() {
        BackupError::Io { path: path.into(), source }
    } else {
        BackupError::DamagedFile(path.to_owned())
    }
}

fn sealed_piece(source: &mut dyn Read) -> io::Result<Option<PrivateBlob>> {
    let mut first = [0; 1];
    if source.read(&mut first)? == 0 {
        return Ok(None);
    }
    let mut rest = [0; 3];
    source.read_exact(&mut rest)?;
    let ([a], [b, c, d]) = (first, rest);
    let length = usize::try_from(u32::from_le_bytes([a, b, c, d])).map_err(io::Error::other)?;
    // The length is checked before there is room made for it.
    if !(OVERHEAD..=PIECE + OVERHEAD).contains(&length) {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let (mut key_id, mut nonce) = ([0; 4], [0; 12]);
    source.read_exact(&mut key_id)?;
    source.read_exact(&mut nonce)?;
    let mut sealed = vec![0; length - 16];
    source.read_exact(&mut sealed)?;
    Ok(Some(PrivateBlob { key_id: u32::from_le_bytes(key_id), nonce, sealed }))
}

/// Takes so many bytes and no more.
struct Bounded<'a> {
    out: &'a mut dyn Write,
    left: u64,
    is_over: bool,
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let Some(left) = self.left.checked_sub(count) else {
            self.is_over = true;
            return Err(io::ErrorKind::InvalidData.into());
        };
        self.out.write_all(bytes)?;
        self.left = left;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::OfficeKey;

    const LABEL: Label<'_> = Label { id: "x", path: "clerks/1/a" };

    fn keys() -> Keyring {
        Keyring::of(OfficeKey::from_hex("0123456789abcdeffedcba9876543210").unwrap())
    }

    fn sealed(plain: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        seal(&keys(), &LABEL, plain, &mut out).unwrap();
        out
    }

    fn opened(label: &Label<'_>, sealed: &[u8], size: usize) -> Result<Vec<u8>, BackupError> {
        let mut out = Vec::new();
        open(&keys(), label, &mut &*sealed, u64::try_from(size).unwrap(), &mut out).map(|()| out)
    }

    /// Bytes that do not deflate.
    fn noise(count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        getrandom::fill(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn files_of_every_length_come_back() {
        for plain in [vec![], vec![7], vec![0; 2_000_000], noise(PIECE), noise(2 * PIECE + 1)] {
            assert_eq!(opened(&LABEL, &sealed(&plain), plain.len()).unwrap(), plain, "{}", plain.len());
        }
        assert!(sealed(&vec![0; 2_000_000]).len() < 10_000, "deflated");
    }

    #[test]
    fn a_piece_that_is_changed_dropped_swapped_or_of_another_file_does_not_open() {
        let plain = noise(2 * PIECE + 1);
        let whole = sealed(&plain);
        let piece = PIECE + OVERHEAD + 4;
        let refused = |label: &Label<'_>, bytes: &[u8]| {
            let error = opened(label, bytes, plain.len()).unwrap_err();
            assert!(matches!(error, BackupError::DamagedFile(_)), "{error}");
        };
        refused(&Label { path: "clerks/2/a", ..LABEL }, &whole);
        refused(&Label { id: "y", ..LABEL }, &whole);
        refused(&LABEL, &whole[..piece]);
        refused(&LABEL, &whole[piece..]);
        refused(&LABEL, &[&whole[piece..2 * piece], &whole[..piece], &whole[2 * piece..]].concat());
        refused(&LABEL, &[]);
        for at in [0, 3, 5, 10, 100, piece, whole.len() - 1] {
            let mut flipped = whole.clone();
            flipped[at] ^= 4;
            refused(&LABEL, &flipped);
        }
    }

    #[test]
    fn more_or_less_than_was_promised_is_damage() {
        let whole = sealed(&[1; 1000]);
        for size in [0, 999, 1001] {
            assert!(opened(&LABEL, &whole, size).is_err(), "{size}");
        }
    }
}
