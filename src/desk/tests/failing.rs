//! A disk that fails: an error, nothing half-written, and work goes on once it is well again.

use std::sync::atomic::{AtomicBool, Ordering};
use std::{fs, io};

use super::*;
use crate::journal::{Directory, Medium, Options, SegmentFile};

/// Syncs and, if wished, everything but reading fail while the switch is on.
#[derive(Clone)]
struct Failing {
    directory: Directory,
    syncs: Arc<AtomicBool>,
    writes: Arc<AtomicBool>,
}

struct FailingFile(Failing, Arc<dyn SegmentFile>);

impl Failing {
    fn asked(switch: &AtomicBool) -> io::Result<()> {
        if switch.load(Ordering::SeqCst) { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }

    fn file(&self, file: Arc<dyn SegmentFile>) -> Arc<dyn SegmentFile> {
        Arc::new(FailingFile(self.clone(), file))
    }
}

impl Medium for Failing {
    fn list(&self) -> io::Result<Vec<String>> {
        self.directory.list()
    }

    fn open(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        Ok(self.file(self.directory.open(name)?))
    }

    fn open_or_create(&self, name: &str) -> io::Result<Arc<dyn SegmentFile>> {
        Self::asked(&self.writes)?;
        Ok(self.file(self.directory.open_or_create(name)?))
    }

    fn sync_dir(&self) -> io::Result<()> {
        Self::asked(&self.syncs)?;
        self.directory.sync_dir()
    }
}

impl SegmentFile for FailingFile {
    fn length(&self) -> io::Result<u64> {
        self.1.length()
    }

    fn read_at(&self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.1.read_at(offset, buffer)
    }

    fn write_at(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        Failing::asked(&self.0.writes)?;
        self.1.write_at(offset, bytes)
    }

    fn sync_data(&self) -> io::Result<()> {
        Failing::asked(&self.0.syncs)?;
        self.1.sync_data()
    }

    fn sync_all(&self) -> io::Result<()> {
        Failing::asked(&self.0.syncs)?;
        self.1.sync_all()
    }
}

fn failing_desk(room: &Room) -> (Desk, Failing) {
    let directory = Directory::at(room.journal());
    let medium = Failing { directory, syncs: Arc::default(), writes: Arc::default() };
    let shared: Arc<dyn Medium> = Arc::new(medium.clone());
    let journal = |anchor| {
        let opened = FileJournal::open(shared, Options::default(), anchor)?;
        let journal: Box<dyn Journal> = Box::new(opened.journal);
        Ok((journal, None))
    };
    let store = Box::new(Folder(room.register()));
    let keys = Arc::clone(&room.keys);
    (open(journal, store, keys, Box::new(Standing), &mut |_| true).unwrap().desk, medium)
}

fn register(desk: &Desk) -> Result<Done, DeskError> {
    desk.submit(CLERK, Command::Register(Box::new(form(date(2026, 3, 2), "张三"))))
}

#[test]
fn a_failed_write_leaves_nothing_and_the_next_one_works_once_the_disk_is_well() {
    for fail_writes in [false, true] {
        let room = Room::new();
        let (desk, medium) = failing_desk(&room);
        let before = register(&desk).unwrap();
        let head = desk.head();
        let switch = if fail_writes { &medium.writes } else { &medium.syncs };
        switch.store(true, Ordering::SeqCst);
        for _ in 0..3 {
            assert!(matches!(register(&desk), Err(DeskError::Journal(_))));
            assert_eq!(desk.head(), head);
            assert_eq!(desk.every_row(), std::slice::from_ref(&before.row));
        }
        switch.store(false, Ordering::SeqCst);
        let after = register(&desk).unwrap();
        assert_eq!((after.seq, after.row.no.as_str()), (head.seq.next(), "2026-002"));
        desk.verify(&mut |_| {}).unwrap().journal.unwrap();
        desk.assert_sound();
        desk.close();
        assert_eq!(room.desk().every_row().len(), 2);
    }
}

#[test]
fn without_a_register_nothing_is_decided_and_so_nothing_written() {
    let room = Room::new();
    let desk = room.desk();
    // The register dies, and none can be made in its place.
    drop(desk.register.write().unwrap().take());
    fs::remove_dir_all(room.register()).unwrap();
    fs::write(room.register(), "in the way").unwrap();
    let head = desk.head();
    let error = register(&desk).unwrap_err();
    assert!(matches!(error, DeskError::Register(_)), "{error:?}");
    assert_eq!(desk.head(), head);
    fs::remove_file(room.register()).unwrap();
    register(&desk).unwrap();
    desk.assert_sound();
}

#[test]
fn what_was_saved_and_cannot_be_shown_is_not_called_unsaved() {
    let room = Room::new();
    let desk = room.desk();
    let saved = register(&desk).unwrap();
    drop(desk.register.write().unwrap().take());
    fs::remove_dir_all(room.register()).unwrap();
    fs::write(room.register(), "in the way").unwrap();
    let error = desk.apply(&std::collections::BTreeMap::new(), desk.head()).unwrap_err();
    assert!(matches!(error, DeskError::SavedUnshown { seq, .. } if seq == saved.seq), "{error:?}");
    assert!(crate::words::desk::error(&error).starts_with("已保存"));
}

#[test]
fn a_register_that_missed_a_commit_catches_up_with_the_next() {
    let room = Room::new();
    let desk = room.desk();
    register(&desk).unwrap();
    {
        // A commit reaches the journal alone.
        let mut writer = desk.writer().unwrap();
        let entries: Vec<_> = {
            let seq = writer.journal.head().seq.next();
            let author = crate::journal::Author { who: CLERK, at: 0, practice_day: None };
            let view = desk.case(desk.id_of("2026-001").unwrap()).unwrap();
            let mut event = view.entries.first().unwrap().event.clone();
            if let crate::request::Event::Registered(registered) = &mut event {
                registered.no = crate::request::RequestNo::given("甲");
            }
            let fact = crate::journal::Fact::Request(event);
            vec![crate::journal::encode(seq, Some(RequestId(seq.0)), author, &fact, &room.keys).unwrap()]
        };
        let expected = writer.journal.head().seq;
        writer.journal.append(expected, entries).unwrap();
    }
    assert_eq!(desk.every_row().len(), 1);
    register(&desk).unwrap();
    assert_eq!(desk.every_row().len(), 3);
    assert!(desk.id_of("甲").is_ok());
    desk.assert_sound();
}
