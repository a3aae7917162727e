//! A disk in memory that keeps only what it promised to keep, and fails when told to.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::{Arc, Mutex, MutexGuard},
};

use super::{Medium, SegmentFile};

const SECTOR: usize = 512;

/// A small random generator, so that a failing round can be repeated from its seed.
#[derive(Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(super) fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % bound
    }

    pub(super) fn flip(&mut self) -> bool {
        self.below(2) == 0
    }
}

#[derive(Default, Clone)]
struct Inode {
    seen: Vec<u8>,
    kept: Vec<u8>,
    dirty: BTreeSet<usize>,
}

#[derive(Default)]
struct Disk {
    inodes: Vec<Inode>,
    names: BTreeMap<String, usize>,
    kept_names: BTreeMap<String, usize>,
    /// After so many operations the power is off and everything fails.
    fuse: Option<u64>,
    /// After so many syncs one fails, and lies from then on: the system drops what it could not write.
    failing_sync: Option<u64>,
    /// No file may grow once all have this much together.
    capacity: Option<usize>,
    dice: Option<Dice>,
}

/// The disk.
#[derive(Clone, Default)]
pub(super) struct Lossy(Arc<Mutex<Disk>>);

struct LossyFile(Lossy, usize);

impl Lossy {
    pub(super) fn shared(&self) -> Arc<dyn Medium> {
        Arc::new(self.clone())
    }

    fn disk(&self) -> MutexGuard<'_, Disk> {
        self.0.lock().unwrap()
    }

    pub(super) fn set_fuse(&self, operations: Option<u64>) {
        self.disk().fuse = operations;
    }

    pub(super) fn fail_sync(&self, after: Option<u64>, dice: Dice) {
        let mut disk = self.disk();
        disk.failing_sync = after;
        disk.dice = Some(dice);
    }

    pub(super) fn set_capacity(&self, bytes: Option<usize>) {
        self.disk().capacity = bytes;
    }

    pub(super) fn used(&self) -> usize {
        self.disk().inodes.iter().map(|inode| inode.seen.len()).sum()
    }

    /// The power goes: of what was not synced, any sectors and any names survive.
    pub(super) fn cut_power(&self, dice: &mut Dice) {
        let mut disk = self.disk();
        (disk.fuse, disk.failing_sync) = (None, None);
        let mode = dice.below(4);
        for inode in &mut disk.inodes {
            let mut after = inode.kept.clone();
            if inode.seen.len() > after.len() && dice.flip() {
                after.resize(inode.seen.len(), 0);
            }
            for sector in std::mem::take(&mut inode.dirty) {
                let survives = match mode {
                    0 => false,
                    1 => true,
                    _ => dice.flip(),
                };
                if survives {
                    copy_sector(&inode.seen, &mut after, sector, false);
                }
            }
            (inode.seen, inode.kept) = (after.clone(), after);
        }
        let mut names = disk.kept_names.clone();
        names.extend(disk.names.iter().filter(|_| dice.flip()).map(|(name, inode)| (name.clone(), *inode)));
        (disk.names, disk.kept_names) = (names.clone(), names);
    }

    pub(super) fn bytes(&self, name: &str) -> Vec<u8> {
        let disk = self.disk();
        disk.inodes[disk.names[name]].seen.clone()
    }

    pub(super) fn put(&self, name: &str, bytes: &[u8]) {
        self.open_or_create(name).unwrap();
        let mut disk = self.disk();
        let inode = disk.names[name];
        disk.inodes[inode] = Inode { seen: bytes.to_vec(), kept: bytes.to_vec(), dirty: BTreeSet::new() };
        disk.kept_names = disk.names.clone();
    }

    pub(super) fn remove(&self, name: &str) {
        let mut disk = self.disk();
        disk.names.remove(name);
        disk.kept_names.remove(name);
    }

    pub(super) fn flip(&self, name: &str, at: usize, bits: u8) {
        let mut disk = self.disk();
        let inode = disk.names[name];
        disk.inodes[inode].seen[at] ^= bits;
    }
}

fn copy_sector(from: &[u8], to: &mut Vec<u8>, sector: usize, grow: bool) {
    let begin = sector * SECTOR;
    let mut end = (begin + SECTOR).min(from.len());
    if grow && to.len() < end {
        to.resize(end, 0);
    }
    end = end.min(to.len());
    if begin < end {
        to[begin..end].copy_from_slice(&from[begin..end]);
    }
}

impl Disk {
    fn burn(&mut self) -> io::Result<()> {
        match &mut self.fuse {
            Some(0) => Err(io::Error::other("the power is off")),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn sync(&mut self, inode: usize) -> io::Result<()> {
        self.burn()?;
        let fails = self.failing_sync == Some(0);
        self.failing_sync = self.failing_sync.and_then(|left| left.checked_sub(1));
        let inode = &mut self.inodes[inode];
        for sector in std::mem::take(&mut inode.dirty) {
            if !fails || self.dice.as_mut().is_some_and(Dice::flip) {
                copy_sector(&inode.seen, &mut inode.kept, sector, true);
            }
        }
        if fails { Err(io::Error::other("sync failed")) } else { Ok(()) }
    }
}

impl Medium for Lossy {
    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.disk().names.keys().cloned().collect())
    }

    fn open(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        let inode = *self.disk().names.get(name).ok_or(io::ErrorKind::NotFound)?;
        Ok(Arc::new(LossyFile(self.clone(), inode)))
    }

    fn open_or_create(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        let mut disk = self.disk();
        disk.burn()?;
        let new = disk.inodes.len();
        let inode = *disk.names.entry(name.to_owned()).or_insert(new);
        if inode == new {
            disk.inodes.push(Inode::default());
        }
        Ok(Arc::new(LossyFile(self.clone(), inode)))
    }

    fn sync_dir(&self) -> io::Result<()> {
        let mut disk = self.disk();
        disk.burn()?;
        disk.kept_names = disk.names.clone();
        Ok(())
    }
}

impl SegmentFile for LossyFile {
    fn length(&self) -> io::Result<u64> {
        Ok(u64::try_from(self.0.disk().inodes[self.1].seen.len()).unwrap())
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let disk = self.0.disk();
        let seen = &disk.inodes[self.1].seen;
        let from = usize::try_from(offset).unwrap().min(seen.len());
        let count = buffer.len().min(seen.len() - from);
        buffer[..count].copy_from_slice(&seen[from..from + count]);
        Ok(count)
    }

    fn write_at(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        let mut disk = self.0.disk();
        disk.burn()?;
        let from = usize::try_from(offset).unwrap();
        let used: usize = disk.inodes.iter().map(|inode| inode.seen.len()).sum();
        let room = disk.capacity.map_or(usize::MAX, |capacity| capacity.saturating_sub(used));
        let inode = &mut disk.inodes[self.1];
        let wanted = from + bytes.len();
        let end = wanted.min(inode.seen.len().saturating_add(room));
        if inode.seen.len() < end {
            inode.seen.resize(end, 0);
        }
        if from < end {
            inode.seen[from..end].copy_from_slice(&bytes[..end - from]);
            inode.dirty.extend(from / SECTOR..=(end - 1) / SECTOR);
        }
        if end < wanted { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn sync_data(&self) -> io::Result<()> {
        self.0.disk().sync(self.1)
    }

    fn sync_all(&self) -> io::Result<()> {
        self.0.disk().sync(self.1)
    }
}
