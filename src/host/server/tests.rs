//! Sessions and commands that fail or are left, each by itself.

use std::io::Write;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Receiver};

use tempfile::TempDir;

use super::hub::Entry;
use super::line::Line;
use super::session::guarded;
use super::*;
use crate::desk::Founding;
use crate::host::wire::{Command, Down, receive};
use crate::host::{Asked, Streams};
use crate::request::ClerkId;
use crate::tui::Incoming;

const CLERK: ClerkId = ClerkId(1);
const HOUR: i64 = 3_600_000;

/// A subcommand that says a word and panics.
struct Panics;

impl Commands for Panics {
    fn run(&self, _: Asked, streams: &mut dyn Streams) -> u8 {
        streams.out("先说一句".as_bytes()).unwrap();
        panic!("a subcommand panics");
    }
}

/// A host without its door, in a home of its own.
fn house() -> (TempDir, Arc<House>, Receiver<Call>) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("home"));
    let founding = Founding {
        organ: "北关区人民政府".into(),
        prefix: String::new(),
        practice: false,
        uid: 1000,
        clerk: "张敏".into(),
    };
    home.found(&founding).unwrap();
    let owned = home.own(&mut |_| true).unwrap();
    let (calls, called) = mpsc::channel();
    let log = Arc::new(Log::at(home.log()));
    (
        folder,
        Arc::new(House::of((owned.desk, owned.cabinet), owned.notices, Arc::new(Panics), log, calls)),
        called,
    )
}

/// A session in the hub, with the client's end of its line.
fn session(hub: &Hub, clerk: ClerkId) -> (Entry, UnixStream, Arc<UnixStream>, Receiver<Incoming>) {
    let (ours, theirs) = UnixStream::pair().unwrap();
    let ours = Arc::new(ours);
    let (events, incoming) = mpsc::channel();
    let line = Arc::new(Line::of(Arc::clone(&ours)));
    (hub.enter(clerk, 0, line, events).unwrap(), theirs, ours, incoming)
}

fn end(mut client: &UnixStream) -> (u8, String) {
    loop {
        if let Down::End { code, words } = receive(&mut client).unwrap() {
            return (code, words);
        }
    }
}

#[test]
fn a_panic_in_a_session_is_told_to_its_client_and_ends_it_alone() {
    let (_folder, house, _called) = house();
    let (one, its_client, _, _events) = session(&house.hub, CLERK);
    let (other, _client, _, events) = session(&house.hub, ClerkId(2));
    guarded(&house, one.id, &one.line, || panic!("a session panics"));
    assert_eq!(end(&its_client), (1, words::SESSION_FAILED.to_owned()));
    let left: Vec<u64> = house.hub.all().iter().map(|entry| entry.id).collect();
    assert_eq!(left, [other.id]);
    house.hub.changed();
    assert!(matches!(events.try_recv(), Ok(Incoming::Changed)));
    assert!(!house.desk.is_closed());
}

#[test]
fn a_panic_in_a_command_is_its_failure_alone() {
    let (_folder, house, _called) = house();
    let (ours, theirs) = UnixStream::pair().unwrap();
    let asked = Command { arguments: vec![b"gongkai".to_vec()], is_terminal: false };
    command::run(&house, &ours, (1000, CLERK), None, asked);
    assert_eq!(end(&theirs), (1, words::COMMAND_FAILED.to_owned()));
}

#[test]
fn a_clerk_gets_back_what_he_left_last_and_nobody_elses() {
    let hub = Hub::default();
    let (ours, _theirs) = UnixStream::pair().unwrap();
    let ours = Arc::new(ours);
    let (attached, _a, _, _events) = session(&hub, CLERK);
    assert!(hub.rejoin(CLERK, &ours).is_none(), "somebody is at it");
    let (killed, its_client, _, _events) = session(&hub, CLERK);
    drop(its_client);
    assert!(hub.rejoin(ClerkId(2), &ours).is_none());
    // Its end was not read by anybody yet.
    let (back, _) = hub.rejoin(CLERK, &ours).unwrap();
    assert_eq!(back.id, killed.id);
    assert!(attached.line.left().is_none() && hub.rejoin(CLERK, &ours).is_none());
}

#[test]
fn a_clerk_takes_his_terminal_to_another_session_of_his_and_to_nobody_elses() {
    let hub = Hub::default();
    let (here, _client, ours, _events) = session(&hub, CLERK);
    let (there, its_client, theirs, _events) = session(&hub, CLERK);
    let (other, _client, _, _events) = session(&hub, ClerkId(2));
    hub.shows(there.id, "登记新申请", true);
    let seen = hub.of_the_same_clerk(here.id, now() + 5 * 60_000 + 1000);
    let seen: Vec<_> = seen.iter().map(|o| (o.id, o.title.as_str(), o.is_half_typed, o.minutes)).collect();
    assert_eq!(seen, [(there.id, "登记新申请", true, 5)]);
    assert!(hub.go_over(here.id, other.id).is_none() && hub.go_over(here.id, here.id).is_none());
    // Somebody seems to be there: his line is cut with a word.
    let (entry, old) = hub.go_over(here.id, there.id).unwrap();
    let old = old.unwrap();
    assert!(Arc::ptr_eq(&old, &theirs) && entry.line.left().is_none());
    entry.line.dismiss(&old, words::TAKEN_OVER);
    assert_eq!(end(&its_client), (0, words::TAKEN_OVER.to_owned()));
    assert!(!entry.line.lost(&theirs), "that client is nobody's any more");
    assert_eq!(hub.whose(&ours).map(|entry| entry.id), Some(there.id));
    assert!(here.line.left().is_some(), "what he came from is left");
}

#[test]
fn what_nobody_comes_back_to_ends_after_a_day_and_beyond_four_the_oldest() {
    let hub = Hub::default();
    let kept: Vec<_> = (0..6).map(|_| session(&hub, CLERK)).collect();
    for (entry, _, ours, _) in &kept {
        assert!(entry.line.lost(ours));
        assert!(!entry.line.lost(ours), "only once");
    }
    let now = now();
    let ended: Vec<u64> = hub.expired(now).iter().map(|entry| entry.id).collect();
    assert_eq!(ended.len(), 2);
    assert!(hub.expired(now + 23 * HOUR).is_empty());
    assert_eq!(hub.expired(now + 25 * HOUR).len(), 4);
    assert!(hub.is_empty());
}

#[test]
fn a_session_is_not_told_of_its_own_changes() {
    let hub = Arc::new(Hub::default());
    let (entry, _client, _, events) = session(&hub, CLERK);
    let (_other, _its_client, _, others) = session(&hub, CLERK);
    let its_hub = Arc::clone(&hub);
    let thread = thread::spawn(move || {
        Hub::run_by_this_thread(entry.id);
        its_hub.changed();
    });
    thread.join().unwrap();
    assert!(events.try_recv().is_err());
    assert!(matches!(others.try_recv(), Ok(Incoming::Changed)));
}

#[test]
fn a_client_that_takes_nothing_any_more_holds_up_nobody() {
    let (ours, theirs) = UnixStream::pair().unwrap();
    ours.set_nonblocking(true).unwrap();
    while (&ours).write(&[0; 4096]).is_ok() {}
    ours.set_nonblocking(false).unwrap();
    let line = Line::of(Arc::new(ours));
    line.close(1, "完");
    assert!(!line.send(&Down::Suspend));
    drop(theirs);
}

#[test]
fn a_client_that_is_just_being_painted_hears_the_last_words_all_the_same() {
    let (ours, theirs) = UnixStream::pair().unwrap();
    let line = Arc::new(Line::of(Arc::new(ours)));
    let session = Arc::clone(&line);
    let painting = thread::spawn(move || while session.send(&Down::Paint(vec![b'x'; 64 << 10])) {});
    let client = thread::spawn(move || end(&theirs));
    line.close(1, "完");
    assert_eq!(client.join().unwrap(), (1, "完".to_owned()));
    painting.join().unwrap();
}
