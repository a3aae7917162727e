//! Counting and checksumming what passes by.

use std::io::{self, Read, Write};

use sm3::{Digest, Sm3};

use crate::journal::to_hex;

/// The size of a file in bytes and its SM3 in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) size: u64,
    pub(super) sm3: String,
}

/// Counts and checksums what is written to, or read from, the stream within.
pub(super) struct Summing<S> {
    inner: S,
    size: u64,
    sm3: Sm3,
}

impl<S> Summing<S> {
    pub(super) fn new(inner: S) -> Self {
        Self { inner, size: 0, sm3: Sm3::new() }
    }

    pub(super) fn sum(self) -> Sum {
        Sum { size: self.size, sm3: to_hex(&self.sm3.finalize()) }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.sm3.update(bytes);
        // A buffer in memory is far shorter than u64 counts.
        self.size = self.size.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
    }
}

impl<S: Write> Write for Summing<S> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.inner.write(bytes)?;
        self.take(bytes.get(..count).unwrap_or_default());
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<S: Read> Read for Summing<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.take(buffer.get(..count).unwrap_or_default());
        Ok(count)
    }
}

/// The SM3 of these bytes in hexadecimal digits.
pub(super) fn sm3_of(bytes: &[u8]) -> String {
    to_hex(&Sm3::digest(bytes))
}
