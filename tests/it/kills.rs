//! A host under load that dies again and again: what was acknowledged is there, once.
//!
//! `GONGKAI_KILLS` says how often; the contract is 300.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use gongkai::words::cli::REBUILT_EQUAL;

use crate::book::{Book, Told, mark, marked};
use crate::host_edges::Service;
use crate::office::Office;
use crate::staff::{Staff, has_accounts};
use crate::terminal::key;

const TODAY: &str = "2026-04-01";
/// The clerks who work by commands; one more works by keys.
const BY_COMMAND: u32 = 3;

/// One round of one clerk: the marks of his steps.
struct Round<'r> {
    staff: &'r Staff,
    book: &'r Book,
    is_over: &'r AtomicBool,
    number: usize,
    clerk: u32,
}

impl Round<'_> {
    fn is_over(&self) -> bool {
        self.is_over.load(Ordering::SeqCst)
    }

    fn mark(&self, step: usize) -> String {
        mark(self.number, self.clerk, step)
    }

    /// One command, and what its clerk was told; gives what it printed.
    fn command(&self, mark: String, arguments: &[&str]) -> String {
        let ended = self.staff.run(self.clerk, arguments);
        self.book.note(mark, Told::by(&ended));
        ended.out.trim().to_owned()
    }

    /// Commands until the round is over: a request, then steps on it; every fifth goes to a case of all.
    fn by_commands(&self, of_all: &str) {
        let mut no = String::new();
        for step in 0.. {
            if self.is_over() {
                return;
            }
            let mark = self.mark(step);
            let text = marked(&mark);
            if no.is_empty() || step % 10 == 0 {
                let arguments = ["--received", "2026-03-10", "--kind", "自然人", "--applicant", "李强"];
                no = self
                    .command(mark, &[&["register"], &arguments[..], &["--content", text.as_str()]].concat());
            } else if step % 10 == 1 {
                let arguments = ["supplement-ask", "--points", &text, "--reply-by", "2026-04-20"];
                let _ = self.command(mark, &[&["act", no.as_str()], &arguments[..]].concat());
            } else {
                let on = if step % 5 == 4 { of_all } else { &no };
                let _ = self.command(mark, &["act", on, "note", &text, "--type", "talk"]);
            }
        }
    }

    /// Requests typed into a session until the round is over.
    fn by_keys(&self) {
        let mut session = self.staff.open(self.clerk, TODAY);
        for step in 0.. {
            let mark = self.mark(step);
            if self.is_over() || !session.comes(|text| text.contains("未办结申请")) {
                break;
            }
            session.send("\x1bOQ"); // F2
            if !session.comes(|text| text.contains("登记新申请") && !text.contains("已保存")) {
                break;
            }
            session.send(&format!("王芳{0}1{0}1{0}\x150302{0}{0}{1}", key::TAB, marked(&mark)));
            if !session.comes(|text| text.contains(&mark)) {
                break;
            }
            session.send("\x1b[19~"); // F8
            // With its colon: what the client says of a lost host speaks of saved things too.
            let is_saved = session.comes(|text| text.contains("已保存："));
            self.book.note(mark, if is_saved { Told::Saved } else { Told::Uncertain });
            session.send("\x18"); // Ctrl-X: the list
        }
        // Its host is dead.
        assert_eq!(session.left(), 1);
    }
}

/// Up to so many milliseconds.
fn a_moment(longest: u64) {
    thread::sleep(Duration::from_millis(getrandom::u64().unwrap() % longest));
}

/// The host that stands is worked at until it is killed.
fn until_killed(staff: &Staff, book: &Book, round: usize, of_all: &str, service: Service) {
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for clerk in 0..=BY_COMMAND {
            let round = Round { staff, book, is_over: &is_over, number: round, clerk };
            scope.spawn(move || {
                // Where all are one account, a session would start a host of its own.
                if clerk == BY_COMMAND && has_accounts() {
                    round.by_keys();
                } else {
                    round.by_commands(of_all);
                }
            });
        }
        a_moment(1_700);
        service.kill();
        is_over.store(true, Ordering::SeqCst);
    });
}

#[test]
fn what_was_acknowledged_is_there_once_however_often_the_host_is_killed() {
    let rounds = std::env::var("GONGKAI_KILLS").map_or(8, |text| text.parse().unwrap());
    let staff = Staff::of(Office::on(TODAY));
    let office = &staff.office;
    let of_all = office.register("2026-03-02", "赵六", "四人同办");
    let book = Book::default();
    for round in 1..=rounds {
        // Every second time one dies before, while it opens the office.
        if round % 2 == 0 {
            let opening = Service::start(office, &[]);
            a_moment(100);
            opening.kill();
        }
        let service = Service::serve(office, &[]);
        until_killed(&staff, &book, round, &of_all, service);
        // The next opening, whoever's it is, finds the journal whole and the register to be what it says.
        let _ = office.run(&["verify"]).done();
        let (saved, not_saved, uncertain) = book.check(office);
        println!(
            "{round} kills: {saved} steps saved, {not_saved} refused, {uncertain} uncertain; none lost or double"
        );
    }
    let rebuilt = office.run(&["rebuild"]).done().out;
    assert!(rebuilt.contains(REBUILT_EQUAL), "{rebuilt}");
    let (saved, ..) = book.check(office);
    println!("{saved} steps saved in all, {} of them by keys", book.saved_by(BY_COMMAND));
    assert!(saved >= rounds, "the clerks hardly came to work: {saved} steps");
}
