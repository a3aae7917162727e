//! A key store in memory: for tests, and for what is thrown away.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::journal::{Medium, SegmentFile};

/// One file in memory, whatever its name.
#[derive(Debug, Clone, Default)]
pub(in crate::journal) struct Memory(Arc<Mutex<Vec<u8>>>);

impl Memory {
    fn bytes(&self) -> MutexGuard<'_, Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Medium for Memory {
    fn list(&self) -> io::Result<Vec<String>> {
        Ok(Vec::new())
    }

    fn open(&self, _: &str) -> io::Result<Arc<dyn SegmentFile>> {
        Ok(Arc::new(self.clone()))
    }

    fn open_or_create(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        self.open(name)
    }

    fn sync_dir(&self) -> io::Result<()> {
        Ok(())
    }
}

impl SegmentFile for Memory {
    fn length(&self) -> io::Result<u64> {
        u64::try_from(self.bytes().len()).map_err(io::Error::other)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let offset = usize::try_from(offset).map_err(io::Error::other)?;
        let bytes = self.bytes();
        let there = bytes.get(offset..).unwrap_or_default();
        buffer.iter_mut().zip(there).for_each(|(slot, byte)| *slot = *byte);
        Ok(there.len().min(buffer.len()))
    }

    fn write_at(&self, offset: u64, written: &[u8]) -> io::Result<()> {
        let offset = usize::try_from(offset).map_err(io::Error::other)?;
        let mut bytes = self.bytes();
        let end = offset.saturating_add(written.len()).max(bytes.len());
        bytes.resize(end, 0);
        bytes.iter_mut().skip(offset).zip(written).for_each(|(slot, byte)| *slot = *byte);
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn sync_all(&self) -> io::Result<()> {
        Ok(())
    }
}
