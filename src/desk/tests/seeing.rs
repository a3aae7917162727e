//! A clerk of a unit sees its requests, and of the others not a word, whatever he asks for.

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::*;
use crate::law::OutcomeRow;
use crate::office::{Looked, Right, Role, Roles};
use crate::records::{Body, Dispute, DisputeKind, RecordCommand, Role as Standing, Value};
use crate::register::{Cell, CellRow, Query};
use crate::request::{NoteKind, Relation, Setting};

/// What is told of a request that belongs to others: number, applicant, content, unit, topic.
const FOREIGN: [&str; 6] = ["乙-77", "欧阳静怡", "征地批复", "财务科", "水库移民", "乙-78"];
const UNIT: ClerkId = ClerkId(2);

struct Office {
    room: Room,
    own: RequestId,
    foreign: RequestId,
    void: RequestId,
}

fn assign(unit: &str) -> Step {
    Step::Assign { on: date(2026, 3, 3), unit: unit.into(), reply_by: None }
}

fn with_units(units: &[&str]) -> ClerkChange {
    ClerkChange {
        name: Some("李四".into()),
        uid: Some(1001),
        roles: Some(Roles::of([Role::Unit])),
        is_here: None,
        units: Some(units.iter().map(|unit| (*unit).to_owned()).collect()),
    }
}

fn foreign_form(no: &str) -> Registration {
    let mut form = Registration { no: Some(no.into()), ..form(date(2026, 3, 2), "欧阳静怡") };
    form.particulars.content = "征地批复".into();
    form
}

/// Two requests of two units, one of them overdue and disputed; a void one; and a clerk of 规划科.
fn office() -> Office {
    let room = Room::new();
    let desk = room.desk();
    let own = desk.registered(Registration { no: Some("甲-1".into()), ..form(date(2026, 3, 2), "张三") }).id;
    let foreign = desk.registered(foreign_form("乙-77")).id;
    let void = desk.registered(foreign_form("乙-78"));
    desk.step(own, assign("规划 科")).unwrap();
    desk.step(foreign, assign("财务科")).unwrap();
    let topic = Step::Note { on: TODAY, kind: NoteKind::Topic, text: "水库移民".into() };
    desk.step(foreign, topic).unwrap();
    desk.revoke(void.id, void.version).unwrap();
    let dispute = Value::Dispute(Dispute {
        kind: DisputeKind::Review,
        role: Standing::Defendant,
        filed_on: date(2026, 6, 1),
        forum: "市人民政府".into(),
        case_no: "欧阳静怡复议".into(),
        request: "乙-77".into(),
        review: None,
    });
    let body = Body { organ: OrganId::FIRST, note: String::new(), value: dispute };
    desk.record(CLERK, RecordCommand::Add(Box::new(body))).unwrap();
    assert_eq!(desk.add_clerk(CLERK, with_units(&["规划科"])).unwrap(), UNIT);
    desk.close();
    Office { room, own, foreign, void: void.id }
}

#[allow(clippy::needless_pass_by_value, reason = "answers are told as they are given")]
fn told<T: Debug, E: Debug>(answer: Result<T, E>) -> String {
    format!("{answer:?}")
}

const QUERIES: [Query; 10] = [
    Query::Open,
    Query::AtWork,
    Query::DueBefore(TODAY),
    Query::CopiesDue(TODAY),
    Query::All,
    Query::Closed,
    Query::OpenSince(2026),
    Query::ConcludedAfter(2025),
    Query::CarriedOut(2026),
    Query::Cell(Cell { year: 2026, row: CellRow::New, column: None, organ: None }),
];

/// Every reading of the desk, by name, with what it answers.
fn readings(desk: &Desk, id: RequestId) -> Vec<(&'static str, String)> {
    let (first, last) = (date(2026, 1, 1), TODAY);
    let step = |step| desk.preview(Command::Step { id, version: None, step });
    let of = |ask: &dyn Fn(Query) -> String| QUERIES.map(ask).concat();
    vec![
        ("page", of(&|query| told(desk.page(query, None, 50)))),
        ("all", of(&|query| told(desk.all(query)))),
        ("sorted", of(&|query| told(desk.sorted(query, Order { by: OrderBy::No, reversed: false })))),
        ("row", told(desk.row(id))),
        ("sees", desk.sees(id).to_string()),
        ("id_of", told(desk.id_of("乙77")) + &told(desk.id_of("乙 78"))),
        ("case", told(desk.case(id))),
        ("find", told(desk.find("科", 50)) + &told(desk.find("批", 50))),
        ("search", told(desk.search("超期", 50)) + &told(desk.search("类型:自然人", 50))),
        (
            "search_sorted",
            told(desk.search_sorted(UNIT, "oyjy", None)) + &told(desk.search_sorted(UNIT, "征地", None)),
        ),
        ("search_as", told(desk.search_as(Some(CLERK), "承办人:我", 50))),
        ("handled_by", told(desk.handled_by(&[CLERK, UNIT]))),
        ("people", told(desk.people())),
        ("handing_list", told(desk.handing_list(CLERK, Some(UNIT)))),
        ("earlier", told(desk.earlier("欧阳静怡", "征地", None))),
        ("agenda", told(desk.agenda())),
        ("other_tasks", told(desk.other_tasks())),
        ("records", told(desk.records())),
        ("tables", told(desk.tables(2026, None))),
        ("period", told(desk.period(first, last, None))),
        ("working", told(desk.working(first, last, None))),
        ("months", told(desk.months(2026, None))),
        ("check_year", told(desk.check_year(2026, None))),
        ("counted_cases", told(desk.counted_cases(2026, None, true))),
        ("counts", told(desk.counts(2026, None))),
        ("fees", told(desk.fees(2026, None))),
        ("report", told(desk.report(2026, None))),
        ("report_texts", told(desk.report_texts(2026, None))),
        ("report_fields", told(desk.report_fields(2026, None))),
        ("published", told(desk.published(2025, None))),
        ("differences", told(desk.differences(2026, None))),
        ("preview", told(step(decide_open(date(2026, 3, 9)))) + &told(step(assign("规划科")))),
        ("preview_record", told(desk.preview_record(RecordCommand::Add(Box::new(charge("乙-77")))))),
        ("preview_reading", told(desk.preview_reading(Setting::AssistStops(true)))),
        ("preview_calendar", told(desk.preview_calendar(&std::collections::BTreeMap::new()))),
        ("erasing", told(desk.erasing(id, "期满"))),
        ("verify", told(desk.verify(&mut |_| {}))),
        ("keys_shown", told(desk.keys_shown())),
    ]
}

fn charge(request: &str) -> Body {
    let value = Value::Dispute(Dispute {
        kind: DisputeKind::Review,
        role: Standing::Defendant,
        filed_on: date(2026, 6, 1),
        forum: "市人民政府".into(),
        case_no: String::new(),
        request: request.into(),
        review: None,
    });
    Body { organ: OrganId::FIRST, note: String::new(), value }
}

/// What is public of the desk and tells of no request: it writes, or it is about the office itself.
const OTHERS: [&str; 47] = [
    "add_clerk",
    "add_organ",
    "allow",
    "bring_carried",
    "calendar",
    "change_clerk",
    "channel",
    "clerk_of",
    "close",
    "count",
    "end_stand_in",
    "erase",
    "finish_erasures",
    "greeting",
    "hand_over",
    "has_words",
    "has_handed_to",
    "head",
    "head_at",
    "import",
    "is_closed",
    "keys",
    "leave_text_out",
    "looked",
    "looked_after_by",
    "mean_tenths",
    "note_restored",
    "now",
    "office",
    "on_change",
    "on_look",
    "organ_of",
    "publish",
    "reader",
    "rebuild",
    "reckoning",
    "record",
    "rewrap_keys",
    "seen_by",
    "set_calendar",
    "set_reading",
    "set_stand_in",
    "sight",
    "sort",
    "state_year",
    "submit",
    "today",
];
const MORE: [&str; 7] = ["topics", "units", "warm_search", "write", "write_text", "written_since", "years"];

/// The names of all public methods in the room.
fn public_methods(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_none_or(|name| name != "tests") {
            public_methods(&path, names);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            let names_of = text.lines().filter_map(|line| line.strip_prefix("    pub fn "));
            names.extend(names_of.map(|rest| rest.split(['(', '<']).next().unwrap().to_owned()));
        }
    }
}

#[test]
fn no_reading_of_the_desk_tells_a_unit_of_a_request_that_is_not_its_own() {
    let office = office();
    let desk = office.room.desk();
    let seen = desk.seen_by(UNIT);
    for id in [office.own, office.foreign, office.void] {
        for (name, said) in readings(&seen, id) {
            let leaks = FOREIGN.into_iter().find(|word| said.contains(word) && name != "id_of");
            assert_eq!(leaks, None, "{name}: {said}");
        }
    }
    // Whoever sees all is told: the readings would have found it.
    for name in ["page", "all", "case", "find", "search", "search_sorted", "earlier", "agenda", "records"] {
        let (_, said) =
            readings(&desk, office.foreign).into_iter().find(|(known, _)| *known == name).unwrap();
        assert!(FOREIGN.iter().any(|word| said.contains(word)), "{name}: {said}");
    }
}

#[test]
fn every_public_method_of_the_desk_is_looked_at_here() {
    let office = office();
    let looked_at = readings(&office.room.desk(), office.own);
    let mut names = BTreeSet::new();
    public_methods(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/desk"), &mut names);
    let known: BTreeSet<String> = looked_at
        .into_iter()
        .map(|(name, _)| name.to_owned())
        .chain(OTHERS.into_iter().chain(MORE).map(str::to_owned))
        .collect();
    let unknown: Vec<&String> = names.difference(&known).collect();
    assert_eq!(unknown, Vec::<&String>::new(), "does it tell of requests? then into the readings");
}

#[test]
fn a_number_of_others_is_answered_as_one_that_nobody_has() {
    let office = office();
    let desk = office.room.desk().seen_by(UNIT);
    let unknown = told(desk.id_of("乙-79")).replace("79", "77");
    assert_eq!(told(desk.id_of("乙-77")), unknown);
    assert_eq!(told(desk.id_of("乙-78")), unknown.replace("77", "78"), "a void one too");
    let nobody = RequestId(9_999);
    let same = |one: String, other: String| {
        let plain = |text: String, id: RequestId| text.replace(&id.to_string(), "ID");
        assert_eq!(plain(one, office.foreign), plain(other, nobody));
    };
    same(told(desk.row(office.foreign)), told(desk.row(nobody)));
    same(told(desk.case(office.foreign)), told(desk.case(nobody)));
    same(told(desk.erasing(office.foreign, "期满")), told(desk.erasing(nobody, "期满")));
    let steps = || {
        [
            Step::Note { on: TODAY, kind: NoteKind::Talk, text: "已电话联系".into() },
            Step::UnitAnswer { on: TODAY, unit: String::new(), text: "有".into() },
            decide_open(TODAY),
            Step::Link { on: TODAY, to: "甲-1".into(), relation: Relation::Repeats },
        ]
    };
    for (one, other) in steps().into_iter().zip(steps()) {
        let command = |id, step| Command::Step { id, version: None, step };
        same(
            told(desk.preview(command(office.foreign, one.clone()))),
            told(desk.preview(command(nobody, other.clone()))),
        );
        let whole = office_desk(&desk);
        same(
            told(whole.submit(UNIT, command(office.foreign, one))),
            told(whole.submit(UNIT, command(nobody, other))),
        );
    }
    let taken = |no: &str| told(desk.submit(UNIT, Command::Register(Box::new(numbered(no)))));
    assert_eq!(taken("乙-77"), taken("乙-79"), "that a number is taken is not told");
    let split = |no: &str| {
        let step = Step::Split { on: TODAY, items: vec![1], no: Some(no.into()) };
        told(desk.preview(Command::Step { id: office.own, version: None, step }))
    };
    assert_eq!(split("乙-77"), split("乙-79"));
    let commit = |seq| told(desk.preview(Command::RevokeCommit { commit: Seq(seq), reason: "有误".into() }));
    assert_eq!(commit(office.foreign.0), commit(9_999));
}

/// The same desk for all: what a clerk may write is looked at by who he is, too.
fn office_desk(desk: &Desk) -> Desk {
    Desk { viewer: None, ..desk.clone() }
}

#[test]
fn a_unit_works_on_its_own_requests_as_before() {
    let office = office();
    let desk = office.room.desk().seen_by(UNIT);
    let numbers: Vec<String> = desk.all(Query::Open).unwrap().into_iter().map(|row| row.no).collect();
    assert_eq!(numbers, ["甲-1"]);
    assert_eq!(desk.count(Query::All).unwrap(), 1);
    assert_eq!(desk.id_of("甲－1").unwrap(), office.own);
    assert_eq!(desk.find("张三", 9).unwrap().len(), 1);
    let answer = Step::UnitAnswer { on: TODAY, unit: String::new(), text: "有".into() };
    desk.submit(UNIT, Command::Step { id: office.own, version: None, step: answer }).unwrap();
    assert_eq!(desk.all(Query::All).unwrap().len(), 1, "answered, it still sees it");
    let decided =
        desk.submit(UNIT, Command::Step { id: office.own, version: None, step: decide_open(TODAY) });
    assert!(matches!(decided, Err(DeskError::NotAllowed { right: Right::Handle })), "{decided:?}");
    desk.looked(UNIT, Looked::Case, office.own);
}

#[test]
fn one_desk_serves_a_unit_and_the_office_at_once() {
    let office = office();
    let desk = office.room.desk();
    let unit = desk.seen_by(UNIT);
    // Whoever searches first reads the texts for all.
    assert_eq!(unit.find("征地批复", 9).unwrap(), []);
    assert_eq!(desk.find("征地批复", 9).unwrap().len(), 1);
    assert_eq!((unit.count(Query::All).unwrap(), desk.count(Query::All).unwrap()), (1, 2));
    // Handed to it, returned and handed over again: from the first day on it is seen.
    desk.step(office.foreign, assign("规划科（ ）")).unwrap();
    assert_eq!(unit.count(Query::All).unwrap(), 1, "another name");
    let to_planning = desk.step(office.foreign, assign("规划科")).unwrap();
    assert_eq!(unit.count(Query::All).unwrap(), 2);
    assert_eq!(unit.find("征地批复", 9).unwrap().len(), 1);
    let back = Step::UnitReturn { on: TODAY, unit: "规划科".into(), reason: "非本科职责".into() };
    let returned =
        unit.submit(UNIT, Command::Step { id: office.foreign, version: None, step: back }).unwrap();
    assert_eq!(unit.row(office.foreign).unwrap().version, returned.seq);
    // Handed over by mistake, and that revoked: seen no more.
    desk.revoke(office.foreign, returned.seq).unwrap();
    desk.revoke(office.foreign, to_planning.seq).unwrap();
    assert_eq!(unit.count(Query::All).unwrap(), 1);
    desk.assert_sound();
    assert_eq!(unit.count(Query::All).unwrap(), 1, "derived anew");
}

#[test]
fn a_change_of_units_or_roles_holds_at_once_and_outlives_the_process() {
    let office = office();
    let desk = office.room.desk();
    let unit = desk.seen_by(UNIT);
    let change = |units: &[&str]| ClerkChange { name: None, uid: None, roles: None, ..with_units(units) };
    let numbers = || -> Vec<String> { unit.all(Query::All).unwrap().into_iter().map(|row| row.no).collect() };
    desk.change_clerk(CLERK, UNIT, change(&["财务科", " 规划科 ", "规划科", ""])).unwrap();
    assert_eq!(numbers(), ["乙-77", "甲-1"]);
    assert_eq!(desk.office().clerk(UNIT).unwrap().units, ["财务科", "规划科"]);
    desk.change_clerk(CLERK, UNIT, change(&[])).unwrap();
    assert_eq!(numbers(), Vec::<String>::new());
    assert_eq!(unit.greeting(), Some(Notice::NoUnit));
    let roles = Some(Roles::of([Role::Unit, Role::Reader]));
    desk.change_clerk(CLERK, UNIT, ClerkChange { roles, ..ClerkChange::default() }).unwrap();
    assert_eq!((numbers().len(), unit.greeting()), (2, None));
    let long = "科".repeat(101);
    for bad in [vec!["规划\u{7}科"], vec![long.as_str()]] {
        let refused = desk.change_clerk(CLERK, UNIT, change(&bad)).unwrap_err();
        assert!(matches!(refused, DeskError::Clerk(ClerkFault::BadUnit)), "{refused}");
    }
    desk.change_clerk(CLERK, UNIT, with_units(&["规划科"])).unwrap();
    drop(unit);
    desk.close();
    let again = office.room.desk().seen_by(UNIT);
    assert_eq!(again.all(Query::All).unwrap().len(), 1);
    assert!(again.row(office.foreign).is_err());
}

#[test]
fn figures_of_the_office_are_for_all_and_working_figures_are_those_of_what_is_seen() {
    let office = office();
    let desk = office.room.desk();
    let unit = desk.seen_by(UNIT);
    assert_eq!(unit.counts(2026, None).unwrap(), desk.counts(2026, None).unwrap());
    let new = |desk: &Desk| desk.period(date(2026, 1, 1), TODAY, None).unwrap().tables.table3;
    assert_eq!(new(&unit), new(&desk));
    assert_eq!(unit.months(2026, None).unwrap(), desk.months(2026, None).unwrap());
    let received =
        |desk: &Desk| desk.working(date(2026, 1, 1), TODAY, None).unwrap().this.count(Figure::Received);
    assert_eq!((received(&unit), received(&desk)), (1, 2));
    // Neither finds its report at odds with a recount.
    let finds = |desk: &Desk| told(desk.check_year(2026, None));
    assert!(!finds(&unit).contains("V16"), "{}", finds(&unit));
    let result =
        Query::Cell(Cell { year: 2026, row: CellRow::Result(OutcomeRow::Open), column: None, organ: None });
    assert_eq!(unit.count(result).unwrap(), 0);
}

#[test]
fn whoever_may_not_register_takes_no_register_over_either() {
    let office = office();
    let desk = office.room.desk();
    let reader = ClerkChange { uid: Some(1002), roles: Some(Roles::of([Role::Reader])), ..with_units(&[]) };
    let reader = desk.add_clerk(CLERK, reader).unwrap();
    let options = |dry_run| ImportOptions { organ: OrganId::FIRST, dry_run, first_year: None };
    let head = desk.head();
    for who in [reader, UNIT] {
        let refused = desk.import(who, &[], options(false), &mut |_| {}).unwrap_err();
        assert!(matches!(refused, DeskError::NotAllowed { right: Right::Handle }), "{refused}");
    }
    assert!(desk.import(UNIT, &[], options(true), &mut |_| {}).is_err(), "which rows are known is not told");
    assert!(desk.import(reader, &[], options(true), &mut |_| {}).is_ok(), "who sees all may try");
    assert_eq!(desk.head(), head);
}
