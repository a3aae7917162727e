//! The records at the desk: kept, counted, and there again whatever becomes of the register.

use std::fs;

use super::opening::copy;
use super::*;
use crate::records::{
    Activity, ActivityKind, Body, Charge, Decisions, Disclosure, DisputeKind, Document, DocumentKind, Period,
    RecordAct, RecordCommand, RecordId, RecordKind, RecordRefusal, RecordStep, Records, Role, Value,
};
use crate::report::Part;
use crate::request::FeeBy;

fn body(value: Value) -> Body {
    Body { organ: OrganId::FIRST, note: String::new(), value }
}

fn charge(fen: u64) -> Value {
    Value::Charge(Charge { item: "考试费".into(), fen, period: Period::Year(2025) })
}

fn document(issued_on: Date) -> Value {
    Value::Document(Document {
        kind: DocumentKind::Normative,
        title: "某办法".into(),
        doc_no: String::new(),
        issued_on,
        lead: true,
        ended: None,
    })
}

fn dispute(request: &str) -> Value {
    Value::Dispute(crate::records::Dispute {
        kind: DisputeKind::Review,
        role: Role::Defendant,
        filed_on: date(2025, 4, 1),
        forum: "市人民政府".into(),
        case_no: String::new(),
        request: request.into(),
        review: None,
    })
}

impl Desk {
    fn added(&self, value: Value) -> RecordId {
        self.record(CLERK, RecordCommand::Add(Box::new(body(value)))).unwrap().id
    }

    fn on_record(&self, id: RecordId, act: RecordAct) -> Result<RecordDone, DeskError> {
        self.record(CLERK, RecordCommand::Act { id, version: None, act })
    }

    fn charges(&self, year: i16) -> String {
        self.tables(year, None).unwrap().table2.charges.cell.text()
    }
}

/// The words of a part of a report.
fn section(desk: &Desk, year: i16, part: Part) -> String {
    desk.report(year, None).unwrap().prose.unwrap().section(part).paragraphs.join("\n")
}

/// An office with some records and a case between them.
fn filled() -> (Room, Arc<Records>) {
    let room = Room::new();
    let desk = room.desk();
    let id = desk.added(charge(38_000));
    desk.registered(form(date(2025, 3, 3), "李四"));
    desk.added(document(date(2025, 3, 4)));
    let removed = desk.added(document(date(2025, 3, 5)));
    desk.on_record(removed, RecordAct::Remove { reason: "误录".into() }).unwrap();
    desk.on_record(id, RecordAct::Change { body: Box::new(body(charge(48_000))), reason: String::new() })
        .unwrap();
    desk.added(dispute("2025-001"));
    let records = desk.records().unwrap();
    desk.assert_sound();
    desk.close();
    (room, records)
}

fn assert_kept(room: &Room, records: &Arc<Records>) -> Vec<Notice> {
    let Opened { desk, notices } = room.open();
    assert_eq!(desk.records().unwrap(), *records);
    assert_eq!(desk.charges(2025), "0.048");
    assert_eq!(desk.tables(2025, None).unwrap().table4.review[3].cell.text(), "1");
    desk.assert_sound();
    notices
}

#[test]
fn records_are_there_again_when_the_office_is_opened_and_when_the_register_is_derived_anew() {
    let (room, records) = filled();
    assert_eq!(assert_kept(&room, &records), []);
    fs::remove_dir_all(room.register()).unwrap();
    assert_eq!(assert_kept(&room, &records).len(), 1);
}

#[test]
fn a_register_that_lost_an_entry_of_a_record_is_derived_anew() {
    let (room, records) = filled();
    let db = sled::open(room.register()).unwrap();
    db.open_tree("records").unwrap().pop_max().unwrap().unwrap();
    drop(db);
    assert_eq!(assert_kept(&room, &records), [Notice::Mended]);
}

#[test]
fn a_register_behind_the_journal_catches_up_with_records_too() {
    let (room, _) = filled();
    let earlier = room.path().join("earlier");
    copy(&room.register(), &earlier);
    let desk = room.desk();
    desk.added(document(date(2025, 6, 6)));
    desk.registered(form(date(2025, 3, 6), "王五"));
    desk.set_reading(CLERK, crate::request::Setting::UnitDays(9)).unwrap();
    desk.added(document(date(2025, 6, 7)));
    let records = desk.records().unwrap();
    desk.close();
    copy(&earlier, &room.register());
    assert_eq!(assert_kept(&room, &records), []);
}

#[test]
fn a_record_that_another_changed_is_not_changed_unseen() {
    let room = Room::new();
    let desk = room.desk();
    let done = desk.record(CLERK, RecordCommand::Add(Box::new(body(charge(1))))).unwrap();
    let change = |fen| RecordAct::Change { body: Box::new(body(charge(fen))), reason: String::new() };
    let on = |fen| RecordCommand::Act { id: done.id, version: Some(done.seq), act: change(fen) };
    desk.record(CLERK, on(2)).unwrap();
    let head = desk.head();
    let error = desk.record(CLERK, on(3)).unwrap_err();
    assert!(matches!(error, DeskError::RecordChanged { id, .. } if id == done.id), "{error:?}");
    assert_eq!(desk.head(), head, "nothing was written");
}

#[test]
fn what_a_record_names_must_exist() {
    let room = Room::new();
    let desk = room.desk();
    let unknown = Body { organ: OrganId(9), ..body(charge(1)) };
    let error = desk.record(CLERK, RecordCommand::Add(Box::new(unknown))).unwrap_err();
    assert!(matches!(error, DeskError::UnknownOrgan(_)), "{error:?}");
    let error = desk.record(CLERK, RecordCommand::Add(Box::new(body(dispute("2025-404"))))).unwrap_err();
    assert!(matches!(error, DeskError::UnknownRequest(_)), "{error:?}");
    let error = desk.on_record(RecordId(1), RecordAct::Remove { reason: "误录".into() }).unwrap_err();
    assert!(matches!(error, DeskError::Record(RecordRefusal::NoSuchRecord(_))), "{error:?}");
}

#[test]
fn the_request_of_a_dispute_is_kept_by_its_number_as_printed() {
    let room = Room::with_prefix("北公");
    let desk = room.desk();
    let row = desk.registered(form(date(2025, 3, 3), "李四"));
    let id = desk.added(dispute(&format!(" {} ", row.no.replace('〔', "（").replace('〕', "）"))));
    let records = desk.records().unwrap();
    let Value::Dispute(dispute) = records.get(id).unwrap().value() else { panic!("a dispute") };
    assert_eq!(dispute.request, row.no);
}

#[test]
fn fees_that_were_paid_are_charges_of_the_year_of_payment() {
    let room = Room::new();
    let desk = room.desk();
    desk.added(charge(5_000));
    let row = desk.registered(form(date(2025, 12, 1), "李四"));
    let noticed = Step::FeeNotice { on: date(2025, 12, 3), by: FeeBy::Page, count: Some(68) };
    desk.step(row.id, noticed).unwrap();
    let paid = desk.step(row.id, Step::FeePay { on: date(2025, 12, 30), amount: 380 }).unwrap();
    assert_eq!([desk.charges(2025), desk.charges(2026)], ["0.043", "0"]);
    desk.revoke(row.id, paid.seq).unwrap();
    desk.step(row.id, Step::FeePay { on: date(2026, 1, 4), amount: 380 }).unwrap();
    assert_eq!([desk.charges(2025), desk.charges(2026)], ["0.005", "0.038"]);
    assert_eq!(desk.fees(2026, Some(OrganId::FIRST)).unwrap().collected, 380);
    let said = section(&desk, 2026, Part::Others);
    assert!(said.contains("实收 380 元"), "{said}");
    desk.assert_sound();
}

#[test]
fn the_words_of_a_report_are_drafted_from_what_is_recorded() {
    let room = Room::new();
    let desk = room.desk();
    let activity = |kind, name: &str, unit: &str, title: &str, count| {
        let (name, unit, title) = (name.into(), unit.into(), title.into());
        Value::Activity(Activity { kind, name, unit, period: Period::Year(2025), title, count })
    };
    desk.added(activity(ActivityKind::Training, "", "", "业务培训", 3));
    desk.added(activity(ActivityKind::Platform, "", "", "改版公开专栏", 1));
    desk.added(activity(ActivityKind::Own, "发布会", "场", "新闻发布会", 4));
    let disclosure = Disclosure {
        title: "年度预算".into(),
        column: "财政信息".into(),
        formed_on: date(2025, 3, 3),
        url: String::new(),
    };
    let id = desk.added(Value::Disclosure(disclosure));
    let published =
        RecordStep::Published {
            on: date(2025, 3, 4), url: String::new(), override_reason: "旧条目".into()
        };
    desk.on_record(id, RecordAct::Step(published)).unwrap();
    let said = section(&desk, 2025, Part::Overview);
    for words in ["《年度预算》", "改版公开专栏", "培训 3 次"] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let fields = desk.report_fields(2025, None).unwrap();
    assert!(fields.contains(&("发布会".to_owned(), "4".to_owned())), "{fields:?}");
    assert!(!section(&desk, 2026, Part::Overview).contains("预算"));
}

#[test]
fn whether_a_pending_dispute_counts_again_is_a_reading_of_the_office() {
    let room = Room::new();
    let desk = room.desk();
    desk.added(dispute(""));
    let pending = |year| desk.tables(year, None).unwrap().table4.review[3].cell.text();
    assert_eq!([pending(2025), pending(2026)], ["1", "1"]);
    desk.set_reading(CLERK, crate::request::Setting::DisputesAgain(false)).unwrap();
    assert_eq!([pending(2025), pending(2026)], ["1", "0"]);
    desk.assert_sound();
}

#[test]
fn a_preview_warns_and_writes_nothing() {
    let room = Room::new();
    let desk = room.desk();
    let decisions = || {
        RecordCommand::Add(Box::new(body(Value::Decisions(Decisions {
            kind: crate::records::DecisionKind::Licence,
            period: Period::Year(2025),
            count: 3,
            source: String::new(),
        }))))
    };
    let id = desk.record(CLERK, decisions()).unwrap().id;
    let RecordCommand::Add(mut again) = decisions() else { panic!("an addition") };
    again.note = "更正".into();
    let head = desk.head();
    let warnings = desk.preview_record(RecordCommand::Add(again)).unwrap();
    assert_eq!(warnings, [crate::records::RecordWarning::Replaced(id)]);
    assert_eq!(desk.head(), head);
    assert_eq!(desk.records().unwrap().list(RecordKind::Decisions, None).len(), 1);
}
