//! The journal: stored entries, segment files, lines of an export, the store of the keys of cases.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, LazyLock, Mutex};

use gongkai::journal::{
    EntryHead, FileJournal, Journal, KEY_STORE, Keyring, Keys, Medium, MemoryJournal, OfficeKey, Options,
    Revealed, SegmentFile, Seq, StoredEntry, decode, export, import, inspect,
};

fn office() -> Keyring {
    Keyring::of(OfficeKey::from_hex("0123456789abcdeffedcba9876543210").unwrap())
}

/// Keys to which no case is ever added.
static KEYS: LazyLock<Keys> = LazyLock::new(|| Keys::in_memory(office()).unwrap());

/// Stored entries: kind (u16), version, length of the clear part (u16), the clear part, the private part.
pub fn stored(data: &[u8]) {
    let Some((&[low, high, version, short, long], rest)) = data.split_first_chunk::<5>() else { return };
    let clear = usize::from(u16::from_le_bytes([short, long])).min(rest.len());
    let (clear, private) = rest.split_at(clear);
    let head = EntryHead {
        seq: Seq(9),
        at: 1_793_500_800_000,
        who: 7,
        request: 3,
        kind: u16::from_le_bytes([low, high]),
        version,
        practice_day: Some(20_514),
    };
    let blob = (!private.is_empty()).then(|| KEYS.seal(head.request, &head.binding(), private).unwrap());
    let entry = StoredEntry { head, clear: clear.to_vec(), private: blob };
    match decode(&entry, &KEYS) {
        Ok(fact) => _ = format!("{fact:?}"),
        Err(error) => _ = error.to_string(),
    }
}

/// Lines of an export. What was taken in is told again and taken in again.
pub fn journal_import(data: &[u8]) {
    let mut journal = MemoryJournal::new();
    let keys = Keys::in_memory(office()).unwrap();
    match import(&mut &*data, &keys, &mut journal) {
        Ok(_) => {
            let mut told = Vec::new();
            export(journal.reader().as_ref(), &keys, &mut told).unwrap();
            let mut again = MemoryJournal::new();
            let others = Keys::in_memory(office()).unwrap();
            import(&mut told.as_slice(), &others, &mut again).unwrap();
            assert_eq!(again.head().seq, journal.head().seq);
        }
        Err(error) => _ = error.to_string(),
    }
}

/// Segment files. The first byte: 1 makes all checksums of frames right, 2 cuts the rest into two files (at
/// a u16 that follows).
pub fn segments(data: &[u8]) {
    let Some((&[mode, low, high], rest)) = data.split_first_chunk::<3>() else { return };
    let cut =
        if mode & 2 == 0 { rest.len() } else { usize::from(u16::from_le_bytes([low, high])).min(rest.len()) };
    let (first, second) = rest.split_at(cut);
    let disk = Disk::default();
    for (name, bytes) in [("000001.journal", first), ("000002.journal", second)] {
        if bytes.is_empty() && name == "000002.journal" {
            continue;
        }
        let mut bytes = bytes.to_vec();
        if mode & 1 != 0 {
            mend(&mut bytes);
        }
        disk.0.lock().unwrap().insert(name.to_owned(), Arc::new(File(Mutex::new(bytes))));
    }
    match inspect(&disk, None, &mut |_| {}) {
        Ok(_) => {}
        Err(error) => _ = error.to_string(),
    }
    let Ok(opened) = FileJournal::open(Arc::new(disk), Options::default(), None) else { return };
    let journal = opened.journal;
    if let Some(torn) = &opened.torn {
        let _ = torn.words();
    }
    for read in journal.read_from(Seq(1)) {
        let Ok(read) = read else { break };
        let _ = decode(&read.entry, &KEYS);
        let _ = journal.commit_range(read.entry.head.seq);
        let _ = journal.read_at(&[read.position]);
        let _ = journal.seal_at(read.entry.head.seq);
    }
    let _ = journal.verify(&mut |_| {}).map_err(|fault| fault.to_string());
}

/// The file of the keys of cases. The first byte: 1 makes all checksums right, 2 puts a good header before
/// it. Whatever it holds, a new case gets a key that opens what it sealed.
pub fn key_store(data: &[u8]) {
    let Some((mode, rest)) = data.split_first() else { return };
    let disk = Disk::default();
    if mode & 2 != 0 {
        Keys::open(&disk, office()).unwrap();
    }
    let file = disk.open_or_create(KEY_STORE).unwrap();
    let (header, mut slots) = (file.length().unwrap(), rest.to_vec());
    if mode & 1 != 0 {
        let (whole, _) = slots.as_chunks_mut::<64>();
        whole.iter_mut().for_each(|slot| put_crc(slot, 60));
    }
    file.write_at(header, &slots).unwrap();
    let keys = match Keys::open(&disk, office()) {
        Ok(keys) => keys,
        Err(error) => {
            let _ = error.to_string();
            return;
        }
    };
    let (census, damaged) = (keys.census(), keys.damaged());
    assert!(damaged.len() <= census.damaged);
    for request in [1, 2, 3].into_iter().chain(damaged) {
        let state = keys.state(request);
        match keys.seal(request, b"aad", b"text") {
            Ok(blob) => _ = keys.reveal(request, b"aad", &blob).unwrap(),
            Err(error) => _ = format!("{state:?} {error}"),
        }
    }
    keys.make([7]).unwrap();
    let again = Keys::open(&disk, office()).unwrap();
    let blob = keys.seal(7, b"aad", b"text").unwrap();
    assert_eq!(again.reveal(7, b"aad", &blob).unwrap(), Revealed::Plain(b"text".to_vec()));
}

/// Makes the checksums of the header and of all frames right; their lengths are taken as they stand.
fn mend(bytes: &mut [u8]) {
    put_crc(bytes, 60);
    let mut rest = bytes.get_mut(64..).unwrap_or_default();
    while let Some((header, after)) = rest.split_at_mut_checked(24) {
        if header[0] == 0 {
            return;
        }
        let length = u32::from_le_bytes([header[1], header[2], header[3], 0]) as usize;
        let Some((payload, next)) = after.split_at_mut_checked(length) else { return };
        header[16..20].copy_from_slice(&crc32fast::hash(payload).to_le_bytes());
        put_crc(header, 20);
        rest = next;
    }
}

fn put_crc(bytes: &mut [u8], checked: usize) {
    let Some(crc) = bytes.get(..checked).map(crc32fast::hash) else { return };
    if let Some(place) = bytes.get_mut(checked..checked + 4) {
        place.copy_from_slice(&crc.to_le_bytes());
    }
}

/// A directory in memory.
#[derive(Default)]
struct Disk(Mutex<BTreeMap<String, Arc<File>>>);

struct File(Mutex<Vec<u8>>);

impl Medium for Disk {
    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.0.lock().unwrap().keys().cloned().collect())
    }

    fn open(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        let file = self.0.lock().unwrap().get(name).cloned();
        file.map(|file| file as Arc<dyn SegmentFile>).ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn open_or_create(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        let mut files = self.0.lock().unwrap();
        let file = files.entry(name.to_owned()).or_insert_with(|| Arc::new(File(Mutex::default())));
        Ok(Arc::clone(file) as Arc<dyn SegmentFile>)
    }

    fn sync_dir(&self) -> io::Result<()> {
        Ok(())
    }
}

impl SegmentFile for File {
    fn length(&self) -> io::Result<u64> {
        Ok(self.0.lock().unwrap().len() as u64)
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.0.lock().unwrap();
        let from = usize::try_from(offset).unwrap().min(bytes.len());
        let count = buffer.len().min(bytes.len() - from);
        buffer[..count].copy_from_slice(&bytes[from..from + count]);
        Ok(count)
    }

    fn write_at(&self, offset: u64, new: &[u8]) -> io::Result<()> {
        let mut bytes = self.0.lock().unwrap();
        let from = usize::try_from(offset).unwrap();
        assert!(from + new.len() <= 64 << 20, "a write far behind the end");
        if bytes.len() < from + new.len() {
            bytes.resize(from + new.len(), 0);
        }
        bytes[from..from + new.len()].copy_from_slice(new);
        Ok(())
    }

    fn sync_data(&self) -> io::Result<()> {
        Ok(())
    }

    fn sync_all(&self) -> io::Result<()> {
        Ok(())
    }
}
