//! What is typed into the form of a step becomes that step.

use jiff::civil::Date;

use crate::desk::{CaseView, Command};
use crate::law::OutcomeRow;
use crate::register::CaseRow;
use crate::request::clock::{clock, sub_deadlines};
use crate::request::tests::{Book, *};
use crate::request::*;
use crate::terminal::KeyPress;
use crate::tui::form::{Form, Name, Wanted};
use crate::tui::model::Head;
use crate::tui::screens::StepKind;

const TODAY: Date = jiff::civil::date(2026, 3, 20);

fn view(book: Book) -> CaseView {
    let case = fold(&book.entries).unwrap();
    CaseView {
        row: CaseRow::derive(&case, Vec::new(), &reckoning()),
        clock: clock(&case, &reckoning()),
        deadlines: sub_deadlines(&case, &reckoning()),
        revoked: revoked(&book.entries),
        entries: book.entries,
        case,
    }
}

pub(super) fn blank(kind: StepKind, book: Book) -> Form {
    Form::step(kind, &view(book), &Head { today: TODAY, ..Head::default() }, Some(TODAY))
}

/// The form with these fields typed: a choice by its digit, all else after clearing.
fn typed(kind: StepKind, book: Book, fields: &[(Name, &str)]) -> Form {
    let mut form = blank(kind, book);
    for (name, text) in fields {
        form.focus = form.fields.iter().position(|field| field.name == *name).expect("such a field");
        form.handle(KeyPress::ctrl('u'), 80);
        for c in text.chars() {
            form.handle(KeyPress::char(c), 80);
        }
    }
    form
}

fn step(kind: StepKind, book: Book, fields: &[(Name, &str)]) -> Step {
    let mut form = typed(kind, book, fields);
    form.check(TODAY).unwrap_or_else(|faults| panic!("{faults}"));
    match form.wanted(&Head { today: TODAY, ..Head::default() }, 0) {
        Some(Wanted::Do(Command::Step { step, version: Some(_), .. }, true)) => step,
        other => panic!("{other:?}"),
    }
}

const fn law(field: Field) -> Name {
    Name::Law(field)
}

pub(super) fn received() -> Book {
    Book::received()
}

fn consulted() -> Book {
    received().then(third(day(3, 5)))
}

fn assigned() -> Book {
    received().then(assign(day(3, 3), "法规科", day(3, 13)))
}

fn served() -> Book {
    received().then(open(day(3, 16))).then(serve(day(3, 17)))
}

fn note_of(form: &Form, name: Name) -> String {
    form.fields.iter().find(|field| field.name == name).unwrap().note.clone()
}

#[test]
fn every_step_has_a_form() {
    for kind in StepKind::ALL {
        assert!(!blank(*kind, received()).fields.is_empty(), "{kind:?}");
    }
}

#[test]
fn of_the_applicant() {
    let points = &[(law(Field::Points), "请写明年度"), (law(Field::ReplyBy), "0405")];
    let asked = Step::SupplementAsk { on: TODAY, points: "请写明年度".into(), reply_by: day(4, 5) };
    assert_eq!(step(StepKind::SupplementAsk, received(), points), asked);
    let waiting = || received().then(ask(day(3, 4), day(3, 18)));
    let came = Step::SupplementReceive { on: day(3, 10), text: "2025年".into() };
    let fields = &[(law(Field::On), "0310"), (law(Field::Note), "2025年")];
    assert_eq!(step(StepKind::SupplementReceive, waiting(), fields), came);
    let gone = Step::SupplementLapse { on: TODAY, no_good_reason: true };
    assert_eq!(step(StepKind::SupplementLapse, waiting(), &[(Name::NoGoodReason, "1")]), gone);
    let confirmed = step(StepKind::Confirm, Book::unconfirmed(), &[(law(Field::Confirmed), "昨天")]);
    assert_eq!(confirmed, confirm(day(3, 19)));
    let fields = &[(law(Field::ReasonsBy), "+10"), (law(Field::Note), "请说明")];
    let reasons = Step::ReasonsAsk { on: TODAY, reply_by: Some(day(3, 30)), text: "请说明".into() };
    assert_eq!(step(StepKind::ReasonsAsk, received(), fields), reasons);
    let book = received().then(ask_reasons(day(3, 4)));
    let came = Step::ReasonsReceive { on: TODAY, text: "研究".into() };
    assert_eq!(step(StepKind::ReasonsReceive, book, &[(law(Field::Note), "研究")]), came);
    let gone = Step::Withdraw { on: TODAY, reason: "来函".into() };
    assert_eq!(step(StepKind::Withdraw, received(), &[(law(Field::Reason), "来函")]), gone);
}

#[test]
fn of_the_fee() {
    let by_page = &[(Name::FeeBy, "2"), (law(Field::Pages), "６８")];
    let noticed = Step::FeeNotice { on: TODAY, by: FeeBy::Page, count: Some(68) };
    assert_eq!(step(StepKind::FeeNotice, received(), by_page), noticed);
    let noticed = Step::FeeNotice { on: TODAY, by: FeeBy::Item, count: None };
    assert_eq!(step(StepKind::FeeNotice, received(), &[(Name::FeeBy, "1")]), noticed);
    let book = || received().then(fee(day(3, 5)));
    assert_eq!(step(StepKind::FeePay, book(), &[]), Step::FeePay { on: TODAY, amount: 380 });
    let paid = step(StepKind::FeePay, book(), &[(law(Field::Amount), "38.00")]);
    assert_eq!(paid, Step::FeePay { on: TODAY, amount: 38 });
    assert_eq!(step(StepKind::FeeLapse, book(), &[]), Step::FeeLapse { on: TODAY });
}

#[test]
fn the_fee_is_reckoned_while_one_types() {
    let form = typed(StepKind::FeeNotice, received(), &[(Name::FeeBy, "2"), (law(Field::Pages), "68")]);
    assert_eq!(note_of(&form, law(Field::Pages)), "应收 380 元（38 页 x 10 元）");
    let form = typed(StepKind::FeeNotice, received(), &[(Name::FeeBy, "1"), (law(Field::Nth), "31")]);
    assert_eq!(note_of(&form, law(Field::Nth)), "应收 200 元（当月第 31 件）");
    let mut form = typed(StepKind::FeeNotice, received(), &[(Name::FeeBy, "2")]);
    assert!(form.check(TODAY).is_err(), "by volume the pages are needed");
    let mut form = typed(StepKind::FeeNotice, received(), &[(Name::FeeBy, "2"), (law(Field::Pages), "六十")]);
    assert!(form.check(TODAY).is_err(), "a number is needed");
}

#[test]
fn of_others() {
    let fields = &[(Name::Role, "2"), (law(Field::Party), "乙局"), (law(Field::Note), "名册")];
    let sent = Step::ConsultSend {
        on: TODAY,
        party: "乙局".into(),
        role: ConsultRole::CoProducer,
        text: "名册".into(),
    };
    assert_eq!(step(StepKind::ConsultSend, received(), fields), sent);
    let fields = &[(Name::Opinion, "2"), (law(Field::Reason), "商业秘密")];
    let objects = Step::ConsultAnswer {
        on: TODAY,
        party: "甲公司".into(),
        opinion: Opinion::Object,
        reasons: "商业秘密".into(),
    };
    assert_eq!(step(StepKind::ConsultAnswer, consulted(), fields), objects, "the only one is chosen");
    let two = consulted().then(consult(day(3, 6), "乙局", ConsultRole::Organ));
    let second = step(StepKind::ConsultAnswer, two, &[(law(Field::Party), "2"), (Name::Opinion, "1")]);
    assert_eq!(second, opinion(TODAY, "乙局", Opinion::Agree));
    let book = consulted().then(opinion(day(3, 12), "", Opinion::Object));
    let told = Step::OverrideNotice { on: TODAY, party: "甲公司".into(), reason: "公益".into() };
    assert_eq!(step(StepKind::OverrideNotice, book, &[(law(Field::Reason), "公益")]), told);
    let help = Step::Assist { on: TODAY, organ: "丁局".into(), text: String::new() };
    assert_eq!(step(StepKind::Assist, received(), &[(law(Field::Helper), "丁局")]), help);
    let arrival = step(StepKind::Received, consulted(), &[(law(Field::On), "0306")]);
    assert_eq!(arrival, arrived(day(3, 6), 2), "the only letter is chosen");
    let fields = &[(law(Field::ApprovedBy), "李主任"), (law(Field::Reason), "会商")];
    let extended =
        |days| Step::Extend { on: TODAY, days, approved_by: "李主任".into(), reason: "会商".into() };
    assert_eq!(step(StepKind::Extend, received(), fields), extended(20));
    let book = received().then(extend(day(3, 18), 5));
    assert_eq!(step(StepKind::Extend, book, fields), extended(15), "what is left is proposed");
    let put_off = Step::Defer { on: TODAY, until: day(6, 30), reason: String::new() };
    assert_eq!(step(StepKind::Defer, received(), &[(law(Field::Until), "2026-06-30")]), put_off);
}

#[test]
fn of_what_is_done_inside() {
    let fields = &[(law(Field::Unit), "法规科"), (law(Field::UnitReplyBy), "0330")];
    let given = Step::Assign { on: TODAY, unit: "法规科".into(), reply_by: Some(day(3, 30)) };
    assert_eq!(step(StepKind::Assign, received(), fields), given);
    let (unit, text) = (|| "法规科".to_owned(), |text: &str| text.to_owned());
    let word = &[(law(Field::Note), "已核")];
    let answered = Step::UnitAnswer { on: TODAY, unit: unit(), text: text("已核") };
    assert_eq!(step(StepKind::UnitAnswer, assigned(), word), answered);
    let back = Step::UnitReturn { on: TODAY, unit: unit(), reason: text("非我科") };
    assert_eq!(step(StepKind::UnitReturn, assigned(), &[(law(Field::Reason), "非我科")]), back);
    let chased = Step::Chase { on: TODAY, unit: unit(), text: text("已核") };
    assert_eq!(step(StepKind::Chase, assigned(), word), chased);
    let fields = &[(Name::ReviewKind, "2"), (law(Field::Reviewer), "赵"), (law(Field::Note), "同意")];
    let review = Step::Review { on: TODAY, kind: ReviewKind::Legal, by: text("赵"), text: text("同意") };
    assert_eq!(step(StepKind::Review, received(), fields), review);
    let fields = &[(Name::NoteKind, "1"), (law(Field::Note), "电话")];
    assert_eq!(step(StepKind::Note, received(), fields), note(TODAY, "电话"));
}

#[test]
fn of_the_answer() {
    let two = || Book::new(with_items(2, posted(day(3, 2))));
    let mut form = typed(StepKind::Decide, two(), &[(Name::ItemNo, "3"), (Name::LetterNo, "〔2026〕1号")]);
    form.focus = 2;
    form.choose(5);
    form.check(TODAY).unwrap();
    let Some(Wanted::Do(Command::Step { step: decided, .. }, _)) = form.wanted(&Head::default(), 0) else {
        panic!("no step")
    };
    let Step::Decide { on, item, outcome, letter_no, .. } = decided else { panic!("{decided:?}") };
    assert_eq!((on, item, letter_no.as_str()), (TODAY, Some(2), "〔2026〕1号"));
    assert_eq!(outcome.row, OutcomeRow::ALL[5]);
    let denied = two().then(answer_item(day(3, 10), 1, OutcomeRow::NoneMake)).then(answer_item(
        day(3, 11),
        2,
        OutcomeRow::DenyInternal,
    ));
    let fields = &[(Name::Row, "1"), (law(Field::Reason), "主要")];
    let overruled =
        Step::Overrule { on: TODAY, outcome: Outcome::of(OutcomeRow::NoneMake), reason: "主要".into() };
    assert_eq!(step(StepKind::Overrule, denied, fields), overruled);
    let book = received().then(open(day(3, 16)));
    let fields = &[(Name::Way, "3"), (law(Field::Proof), "邮箱")];
    let sent = Step::Serve { on: TODAY, way: ServiceWay::Electronic, proof: "邮箱".into() };
    assert_eq!(step(StepKind::Serve, book, fields), sent);
}

#[test]
fn of_what_follows() {
    let reason = || "误".to_owned();
    let fields = &[(law(Field::Reason), "误")];
    assert_eq!(step(StepKind::Delivered, served(), &[]), Step::Delivered { on: TODAY });
    let back = Step::ReturnedMail { on: TODAY, reason: reason() };
    assert_eq!(step(StepKind::ReturnedMail, served(), fields), back);
    let taken = Step::WithdrawAnswer { on: TODAY, reason: reason() };
    assert_eq!(step(StepKind::WithdrawAnswer, served(), fields), taken);
    let fields = &[(law(Field::ReanswerBy), "0520"), (law(Field::Order), "府复3号")];
    let ordered = Step::ReanswerOrdered { on: TODAY, by: day(5, 20), order: "府复3号".into() };
    assert_eq!(step(StepKind::ReanswerOrdered, served(), fields), ordered);
    let filed = Step::Archive { on: TODAY, file_no: "2026-7".into() };
    assert_eq!(step(StepKind::Archive, served(), &[(law(Field::FileNo), "2026-7")]), filed);
}

#[test]
fn of_other_requests() {
    let three = Book::new(with_items(3, posted(day(3, 2))));
    let split = Step::Split { on: TODAY, items: vec![2, 3], no: None };
    assert_eq!(step(StepKind::Split, three, &[(law(Field::Item), "2、３")]), split);
    let joined = Step::Join { on: TODAY, to: "2026-002".into(), reason: String::new() };
    assert_eq!(step(StepKind::Join, received(), &[(law(Field::LinkTo), "2026-002")]), joined);
    let fields = &[(law(Field::LinkTo), "2025-001"), (Name::Relation, "1")];
    assert_eq!(step(StepKind::Link, received(), fields), link(TODAY, "2025-001", Relation::Repeats));
}

#[test]
fn the_case_as_it_would_stand_is_said_while_one_types() {
    let outlook = |days: &str| typed(StepKind::Extend, received(), &[(Name::Days, days)]).outlook();
    assert!(outlook("10").unwrap().contains("到期日 2026年4月14日 周二"), "{:?}", outlook("10"));
    assert!(outlook("5").unwrap().contains("到期日 2026年4月7日 周二"), "{:?}", outlook("5"));
    assert_eq!(outlook("21"), None, "what would be refused has none");
}

#[test]
fn notes_say_term_and_article() {
    let form = typed(StepKind::ConsultSend, received(), &[(Name::Role, "1")]);
    assert!(
        note_of(&form, Name::Role).contains("15 个工作日")
            && note_of(&form, Name::Role).contains("第三十二条")
    );
    let form = blank(StepKind::SupplementAsk, received());
    assert!(note_of(&form, law(Field::On)).contains("2026年3月11日"), "{}", note_of(&form, law(Field::On)));
    let form = typed(StepKind::Serve, received().then(open(day(3, 16))), &[(Name::Way, "2")]);
    assert!(note_of(&form, law(Field::On)).contains("交邮之日"));
    let form = blank(StepKind::Extend, received().then(extend(day(3, 18), 5)));
    assert!(note_of(&form, Name::Days).contains("已用 5 个，还可延 15 个"));
    let form = blank(StepKind::ConsultAnswer, consulted());
    assert!(note_of(&form, law(Field::Party)).contains("意见期限至 2026年3月26日"));
}

#[test]
fn units_and_parties_of_the_case_are_proposed() {
    let form = blank(StepKind::Assign, assigned());
    assert_eq!(form.fields[0].options(), Some(&["法规科".to_owned()][..]));
}

#[test]
fn a_paste_of_megabytes_is_refused_as_a_whole_and_the_field_stays_as_it_was() {
    let long = || crate::terminal::Event::Paste("长".repeat(1 << 20));
    super::player::play(day(3, 9), |clerk| {
        clerk.press("F2").types("李强").event(long());
        assert!(clerk.message().contains("超过 20000 字，没有粘贴"), "{}", clerk.screen());
        assert!(!clerk.screen().contains('长') && clerk.screen().contains("李强"), "{}", clerk.screen());
        clerk.press("Esc").press("Esc").press("/").event(long());
        assert!(!clerk.screen().contains('长'), "{}", clerk.screen());
    });
}
