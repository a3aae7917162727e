//! What is kept of a form, and how it comes back.

use jiff::civil::date;

use super::*;
use crate::law::{OutcomeKind, OutcomeRow};
use crate::terminal::{Key, KeyPress};
use crate::tui::model::Head;

fn typed() -> Form {
    let mut form = Form::register(&Head { today: date(2026, 3, 9), ..Head::default() });
    form.paste("李强");
    form.go(true, date(2026, 3, 9));
    form.handle(KeyPress::char('1'), 80);
    form.focus = 7;
    form.paste("预算\n决算");
    form
}

#[test]
fn a_form_comes_back_as_it_was_from_the_bytes_of_its_draft() {
    let mut form = typed();
    form.slot = Some(Slot(3));
    form.choices.guided =
        Some(Outcome { grounds: vec!["36(4)".parse().unwrap()], ..Outcome::of(OutcomeRow::NoneHeld) });
    let draft = decode(&encode(&Draft::of_form(&form), 1_772_432_400_000), Slot(3)).unwrap();
    assert_eq!(
        draft.line(),
        "3月2日 14:20 没有填完：登记新申请（申请人 李强，申请人类型 1. 自然人）".replace("1. ", "")
    );
    // Another day proposes another day of receipt; what stood there counts.
    let mut fresh = Form::register(&Head { today: date(2026, 3, 12), ..Head::default() });
    assert!(draft.fill(&mut fresh).is_empty());
    let texts = |form: &Form| form.fields.iter().map(FormText::of).collect::<Vec<_>>();
    assert_eq!(texts(&fresh), texts(&form));
    assert_eq!((fresh.choices.guided, fresh.slot), (form.choices.guided, Some(Slot(3))));
}

#[derive(Debug, PartialEq)]
struct FormText(&'static str, String);

impl FormText {
    fn of(field: &crate::tui::form::FormField) -> Self {
        Self(field.label, field.text())
    }
}

#[test]
fn what_the_form_has_no_field_for_is_named() {
    let mut draft = Draft::of_form(&typed());
    draft.texts.push(("传真".to_owned(), "0514-1234".to_owned()));
    draft.texts.push(("电报".to_owned(), String::new()));
    let mut fresh = Form::register(&Head::default());
    assert_eq!(draft.fill(&mut fresh), ["传真"]);
}

#[test]
fn a_draft_of_a_newer_program_and_a_damaged_one_are_told_apart() {
    let bytes = encode(&Draft::of_form(&typed()), 0);
    let text = String::from_utf8(bytes.clone()).unwrap();
    let newer = text.replacen("\"version\":1", "\"version\":2,\"more\":[]", 1);
    assert_eq!(decode(newer.as_bytes(), Slot(1)), Err(Unreadable::Newer));
    for damaged in [&b""[..], b"{}", b"[[[[", bytes.split_last().unwrap().1] {
        assert_eq!(decode(damaged, Slot(1)), Err(Unreadable::Damaged));
    }
    let unknown = text.replacen("\"register\"", "\"step 99 1\"", 1);
    assert_eq!(decode(unknown.as_bytes(), Slot(1)), Err(Unreadable::Damaged));
}

#[test]
fn an_outcome_with_kind_and_grounds_is_kept_whole() {
    let outcome = Outcome::of(OutcomeRow::NoneHeld).with_kind(OutcomeKind::NotFound);
    let mut form = typed();
    form.choices.guided = Some(outcome.clone());
    assert_eq!(decode(&encode(&Draft::of_form(&form), 0), Slot(1)).unwrap().guided, Some(outcome));
    assert!(form.handle(KeyPress::plain(Key::Left), 80) != crate::tui::form::FormReply::Ignored);
}
