//! Four clerks at once, a tenth of their steps on the same cases: nobody's step is lost, every conflict is
//! told, and all see the same in the end.
//!
//! `GONGKAI_STEPS` says how many steps each takes; the contract is 2,000.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Barrier;
use std::thread;

use gongkai::desk::{Command, Desk, DeskError};
use gongkai::host::Home;
use gongkai::law::ApplicantKind;
use gongkai::request::{
    Channel, ClerkId, NoteKind, OrganId, Particulars, Registration, RequestId, Seq, Step,
};
use gongkai::words::cli::REBUILT_EQUAL;
use jiff::civil::{Date, date};
use serde_json::Value;

use crate::book::{Book, Told, mark, marked};
use crate::host::until;
use crate::host_edges::Service;
use crate::office::Office;
use crate::staff::Staff;
use crate::terminal::Terminal;

const TODAY: &str = "2026-04-01";
const CLERKS: u32 = 4;

fn steps(few: usize) -> usize {
    std::env::var("GONGKAI_STEPS").map_or(few, |text| text.parse().unwrap())
}

/// A step that was acknowledged.
struct Saved {
    case: RequestId,
    /// The version it was decided on; none of a registration.
    seen: Option<Seq>,
    seq: Seq,
    text: String,
}

/// What one clerk met with.
#[derive(Default)]
struct Day {
    saved: Vec<Saved>,
    conflicts: usize,
    /// Anything else: there must be none. Nobody panics while others wait for him.
    faults: Vec<DeskError>,
}

/// One clerk at the desk.
struct AtDesk<'d> {
    desk: &'d Desk,
    who: ClerkId,
    today: Date,
    day: Day,
}

impl AtDesk<'_> {
    fn register(&mut self, text: String) -> Option<RequestId> {
        let particulars =
            Particulars { applicant: "李强".into(), content: text.clone(), ..Particulars::default() };
        let registration = Registration {
            no: None,
            organ: OrganId::FIRST,
            kind: ApplicantKind::Natural,
            channel: Channel::InPerson,
            submitted_on: None,
            confirmed_on: None,
            received_on: Some(date(2026, 3, 2)),
            particulars,
        };
        match self.desk.submit(self.who, Command::Register(Box::new(registration))) {
            Ok(done) => {
                self.day.saved.push(Saved { case: done.row.id, seen: None, seq: done.seq, text });
                Some(done.row.id)
            }
            Err(error) => {
                self.day.faults.push(error);
                None
            }
        }
    }

    /// A note on the case as it was looked at; after a conflict it is looked at again, until it is saved.
    fn note(&mut self, case: RequestId, text: &str, all_have_looked: impl Fn()) {
        let mut is_first = true;
        loop {
            let seen = self.desk.case(case).map(|view| view.row.version);
            if std::mem::take(&mut is_first) {
                all_have_looked();
            }
            let saved = seen.and_then(|seen| {
                let step = Step::Note { on: self.today, kind: NoteKind::Plain, text: text.to_owned() };
                let done =
                    self.desk.submit(self.who, Command::Step { id: case, version: Some(seen), step })?;
                Ok(Saved { case, seen: Some(seen), seq: done.seq, text: text.to_owned() })
            });
            match saved {
                Ok(saved) => return self.day.saved.push(saved),
                Err(DeskError::Changed { .. }) => self.day.conflicts += 1,
                Err(error) => return self.day.faults.push(error),
            }
        }
    }

    /// Requests of his own and notes on them; every tenth step all four are at the same case.
    fn work(mut self, clerk: u32, of_all: &[RequestId], steps: usize, meeting: &Barrier) -> Day {
        let mut own = None;
        for step in 0..steps {
            let text = marked(&mark(1, clerk, step));
            if step % 10 == 9 {
                let case = of_all[step / 10 % of_all.len()];
                self.note(case, &text, || {
                    let _ = meeting.wait();
                });
            } else if let Some(own) = own.filter(|_| step % 20 != 0) {
                self.note(own, &text, || {});
            } else {
                own = self.register(text);
            }
        }
        self.day
    }
}

/// Every acknowledged step has its entry, once, straight after the one it was decided on.
fn check_nothing_lost(desk: &Desk, saved: &[Saved]) {
    let mut by_case: BTreeMap<u64, BTreeMap<Seq, &Saved>> = BTreeMap::new();
    for one in saved {
        assert!(by_case.entry(one.case.0).or_default().insert(one.seq, one).is_none(), "{}", one.text);
    }
    for (case, mut steps) in by_case {
        let mut before = None;
        for entry in desk.case(RequestId(case)).unwrap().entries {
            match steps.remove(&entry.seq) {
                Some(step) => {
                    assert_eq!(step.seen, before, "{}: it was decided on another version", step.text);
                    assert_eq!(format!("{:?}", entry.event).matches(&step.text).count(), 1, "{}", step.text);
                }
                None => assert!(before.is_none(), "{case}: an entry that nobody made"),
            }
            before = Some(entry.seq);
        }
        assert!(steps.is_empty(), "{case}: lost: {:?}", steps.keys());
    }
}

/// What all clerks are shown through one host.
fn check_views_agree(staff: &Staff) -> Vec<Value> {
    let asked: [&[&str]; 3] =
        [&["list", "--all", "--json"], &["agenda", "--json"], &["report", "2026", "--format", "json"]];
    let views = |clerk| asked.map(|arguments| staff.run(clerk, arguments).out);
    let first = views(0);
    for clerk in 1..CLERKS {
        assert!(views(clerk) == first, "clerk {clerk} sees something else");
    }
    let _ = staff.run(0, &["verify"]).done();
    let rebuilt = staff.run(0, &["rebuild"]).done().out;
    assert!(rebuilt.contains(REBUILT_EQUAL), "{rebuilt}");
    assert!(views(1) == first, "deriving it anew changed what is seen");
    serde_json::from_str(&first[0]).unwrap()
}

#[test]
fn of_four_who_decide_on_the_same_version_one_is_saved_and_three_are_told() {
    let steps = steps(60);
    let staff = Staff::of(Office::on(TODAY));
    let home = Home::at(staff.office.home());
    let today: Date = TODAY.parse().unwrap();
    let uid = rustix::process::geteuid().as_raw();
    let opened = home.open(uid, Some(today), &mut |_| true).unwrap();
    let known: Vec<ClerkId> = opened.desk.office().clerks.iter().map(|clerk| clerk.id).collect();
    let at_desk = |clerk: u32| {
        let who = known.get(clerk as usize).copied().unwrap_or(opened.clerk);
        AtDesk { desk: &opened.desk, who, today, day: Day::default() }
    };
    let mut first = at_desk(0);
    let of_all: Vec<RequestId> = (0..3).map(|n| first.register(format!("四人同办{n}")).unwrap()).collect();
    let meeting = Barrier::new(CLERKS as usize);
    let (at_desk, of_all, meeting) = (&at_desk, &of_all, &meeting);
    let days: Vec<Day> = thread::scope(|scope| {
        let clerks: Vec<_> = (0..CLERKS)
            .map(|clerk| scope.spawn(move || at_desk(clerk).work(clerk, of_all, steps, meeting)))
            .collect();
        clerks.into_iter().map(|clerk| clerk.join().unwrap()).collect()
    });
    let faults: Vec<&DeskError> = days.iter().flat_map(|day| &day.faults).collect();
    assert!(faults.is_empty(), "{faults:?}");
    let conflicts: usize = days.iter().map(|day| day.conflicts).sum();
    let saved: Vec<Saved> = days.into_iter().flat_map(|day| day.saved).collect();
    assert_eq!(saved.len(), steps * CLERKS as usize);
    assert!(conflicts >= steps / 10 * 3, "three of four must be told, each time: {conflicts}");
    check_nothing_lost(&opened.desk, &saved);
    opened.close();
    let service = Service::serve(&staff.office, &[]);
    let _ = check_views_agree(&staff);
    assert_eq!(service.end(), Some(0));
    println!(
        "{CLERKS} clerks, {steps} steps each at once: {} saved, {conflicts} conflicts told, none lost",
        saved.len()
    );
}

/// The rows of a list on a screen.
fn listed(session: &Terminal) -> Vec<String> {
    session.text().lines().skip(1).filter(|line| line.contains("2026-")).map(str::to_owned).collect()
}

#[test]
fn four_clerks_work_by_commands_at_once_and_all_screens_show_the_same_in_the_end() {
    let steps = steps(20);
    let staff = Staff::of(Office::on(TODAY));
    let service = Service::serve(&staff.office, &[]);
    let of_all: Vec<String> =
        (0..3).map(|n| staff.office.register("2026-03-02", "赵六", &format!("四人同办{n}"))).collect();
    let sessions: Vec<Terminal> = (0..CLERKS).map(|clerk| staff.open(clerk, TODAY)).collect();
    for session in &sessions {
        session.wait_for(&of_all[2]);
    }
    let book = Book::default();
    thread::scope(|scope| {
        for clerk in 0..CLERKS {
            let (staff, book, of_all) = (&staff, &book, &of_all);
            scope.spawn(move || by_commands(staff, book, clerk, of_all, steps));
        }
    });
    assert_eq!(book.check(&staff.office), (steps * CLERKS as usize, 0, 0));
    let rows = check_views_agree(&staff);
    let numbers: BTreeSet<String> = rows.iter().map(|row| row["no"].to_string()).collect();
    assert_eq!(numbers.len(), rows.len(), "a number was given twice");
    let count = format!("/{}", rows.len());
    until("all screens show the same", || {
        sessions
            .iter()
            .all(|session| session.text().contains(&count) && listed(session) == listed(&sessions[0]))
    });
    for session in sessions {
        session.quit();
    }
    assert_eq!(service.end(), Some(0));
    println!("{CLERKS} clerks, {steps} commands each at once: all saved, none lost, {} requests", rows.len());
}

fn by_commands(staff: &Staff, book: &Book, clerk: u32, of_all: &[String], steps: usize) {
    let mut own = String::new();
    for step in 0..steps {
        let mark = mark(1, clerk, step);
        let text = marked(&mark);
        let ended = if step % 20 == 0 {
            let arguments = ["--received", "2026-03-10", "--kind", "自然人", "--applicant", "李强"];
            let ended =
                staff.run(clerk, &[&["register"], &arguments[..], &["--content", text.as_str()]].concat());
            ended.out.trim().clone_into(&mut own);
            ended
        } else {
            let on = if step % 10 == 9 { &of_all[step / 10 % of_all.len()] } else { &own };
            staff.run(clerk, &["act", on, "note", &text, "--type", "talk"])
        };
        book.note(mark, Told::by(&ended));
    }
}
