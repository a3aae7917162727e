//! Somebody else was there first: field by field what he changed, beside what the clerk has filled in, and what
//! the clerk can do now.

use super::form::{Form, FormField, Name, Purpose};
use super::model::Head;
use super::screens::{StepKind, entry_line};
use crate::desk::CaseView;
use crate::register::CaseRow;
use crate::request::{Case, ClerkId, Entry, Reckoning, Seq, fold};
use crate::text::mask;
use crate::words::tui::{conflict as words, lists};

/// A case that has changed since the clerk looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changed {
    /// The case now.
    pub(crate) view: CaseView,
    /// The version that the clerk has seen.
    pub(crate) seen: Seq,
    /// Names of clerks.
    pub(crate) clerks: Vec<(ClerkId, String)>,
    /// What is said about it.
    pub(crate) text: String,
}

/// Something that others changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clash {
    /// The field of the form that it is.
    pub(crate) name: Option<Name>,
    /// What it is called.
    pub(crate) label: &'static str,
    /// As the clerk saw it.
    pub(crate) then: String,
    /// As it is now.
    pub(crate) now: String,
    /// The entry by which it is so.
    pub(crate) by: Seq,
    /// What the clerk filled in; nothing where he left it as it was.
    pub(crate) mine: Option<String>,
}

/// A value of a case: the field that it is, what it is called, and how it reads.
type Value = (Option<Name>, &'static str, String);

/// What the entries after `seen` changed of the fields of an amendment, or of what any other step rests on:
/// status, days and outcome. What was changed and changed back is none.
pub(crate) fn clashes(
    entries: &[Entry],
    seen: Seq,
    form: Option<&Form>,
    reckoning: &Reckoning,
) -> Vec<Clash> {
    let known = entries.partition_point(|entry| entry.seq <= seen);
    let values = |count: usize| -> Option<Vec<Value>> {
        let case = fold(entries.get(..count)?).ok()?;
        Some(values(&case, form, reckoning))
    };
    let Some(before) = values(known) else { return Vec::new() };
    let clash = |(name, label, then): Value| {
        let mine = name.and_then(|name| form?.field(name)).filter(|field| field.is_changed());
        Clash { name, label, now: then.clone(), then, by: seen, mine: mine.map(FormField::text) }
    };
    let mut clashes: Vec<Clash> = before.into_iter().map(clash).collect();
    for (at, entry) in entries.iter().enumerate().skip(known) {
        let Some(values) = values(at + 1) else { continue };
        for (clash, (_, _, now)) in clashes.iter_mut().zip(values) {
            if clash.now != now {
                (clash.now, clash.by) = (now, entry.seq);
            }
        }
    }
    clashes.retain(|clash| clash.then != clash.now);
    if !form.is_some_and(Form::shows_numbers) {
        for clash in clashes.iter_mut().filter(|clash| clash.name.is_some_and(Name::is_number)) {
            (clash.then, clash.now) = (mask(&clash.then), mask(&clash.now));
        }
    }
    // What both changed comes first: of that the clerk must decide.
    clashes.sort_by_key(|clash| clash.mine.is_none());
    clashes
}

fn values(case: &Case, form: Option<&Form>, reckoning: &Reckoning) -> Vec<Value> {
    let amending = form.filter(|form| matches!(form.purpose, Purpose::Step(StepKind::Amend, _)));
    if amending.is_none() {
        let row = CaseRow::derive(case, Vec::new(), reckoning);
        return words::standing(&row).into_iter().map(|(label, text)| (None, label, text)).collect();
    }
    Form::registered(case).into_iter().map(|field| (Some(field.name), field.label, field.text())).collect()
}

/// So many changes, and so many entries of others, are shown; the window has no more room at 80x24.
const MOST: usize = 4;

/// What is to be read: each change with who made it and what the clerk filled in, then the entries.
pub(crate) fn lines(changed: &Changed, clashes: &[Clash]) -> Vec<String> {
    let name = |id: ClerkId| {
        let known = changed.clerks.iter().find(|(clerk, _)| *clerk == id);
        known.map_or("", |(_, name)| name.as_str())
    };
    let since: Vec<&Entry> = changed.view.entries.iter().filter(|entry| entry.seq > changed.seen).collect();
    let mut lines = Vec::new();
    for clash in clashes.iter().take(MOST) {
        let by = since.iter().find(|entry| entry.seq == clash.by);
        let by = by.map_or_else(String::new, |entry| lists::by(entry.at, name(entry.who)));
        lines.push(words::clash(clash.label, &clash.then, &clash.now, &by));
        lines.extend(clash.mine.as_ref().map(|mine| words::mine(mine)));
    }
    lines.extend(words::more_fields(clashes.len().saturating_sub(MOST)));
    let room = if clashes.is_empty() { 2 * MOST } else { MOST };
    let over = since.len().saturating_sub(room);
    lines.extend(words::earlier_entries(over));
    lines.extend(
        since
            .iter()
            .skip(over)
            .map(|entry| lists::since(entry.at, name(entry.who), &entry_line(entry, false))),
    );
    lines
}

/// The form on the case as it is now: what the clerk filled in stays, what he left alone is as it is now, and
/// a choice that is no more is to be made anew.
pub(crate) fn rebased(form: &Form, view: &CaseView, head: &Head) -> Form {
    let Purpose::Step(kind, _) = form.purpose else { return form.clone() };
    let mut fresh = Form::step(kind, view, head, None);
    if form.shows_numbers() {
        fresh.show_numbers(&view.case);
    }
    fresh.choices.guided.clone_from(&form.choices.guided);
    fresh.sought.clone_from(&form.sought);
    fresh.take_typed(form, kind == StepKind::Amend);
    fresh.slot = form.slot;
    fresh.focus = form.focus.min(fresh.fields.len().saturating_sub(1));
    fresh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::CaseRow;
    use crate::request::clock::{clock, sub_deadlines};
    use crate::request::tests::{Book, *};
    use crate::request::{Amendment, Field, Step, revoked};
    use crate::terminal::KeyPress;
    use crate::tui::form::Wanted;

    fn view(book: &Book) -> CaseView {
        let case = fold(&book.entries).unwrap();
        CaseView {
            row: CaseRow::derive(&case, Vec::new(), &reckoning()),
            clock: clock(&case, &reckoning()),
            deadlines: sub_deadlines(&case, &reckoning()),
            revoked: revoked(&book.entries),
            entries: book.entries.clone(),
            case,
        }
    }

    fn head() -> Head {
        Head { today: day(3, 20), ..Head::default() }
    }

    fn typed(form: &mut Form, field: Field, text: &str) {
        form.focus = form.fields.iter().position(|own| own.name == Name::Law(field)).unwrap();
        form.handle(KeyPress::ctrl('u'), 80);
        for c in text.chars() {
            form.handle(KeyPress::char(c), 80);
        }
    }

    fn amends(amendment: Amendment) -> Step {
        Step::Amend(Box::new(Amendment { reason: "写错".into(), ..amendment }))
    }

    fn text(form: &Form, field: Field) -> String {
        form.field(Name::Law(field)).unwrap().text()
    }

    /// What the form asks for, as an amendment.
    fn amendment(form: &mut Form) -> Amendment {
        form.check(day(3, 20)).unwrap();
        match form.wanted(&head(), 0) {
            Some(Wanted::Do(crate::desk::Command::Step { step: Step::Amend(amendment), .. }, _)) => {
                *amendment
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_field_says_what_it_was_what_it_is_and_what_the_clerk_wrote() {
        let book = Book::received();
        let mut form = Form::step(StepKind::Amend, &view(&book), &head(), Some(day(3, 20)));
        typed(&mut form, Field::Title, "我的标题");
        typed(&mut form, Field::Unit, "法规科");
        typed(&mut form, Field::Reason, "补填");
        let seen = form.version;
        let book = book
            .then(amends(Amendment { title: Some("甲".into()), ..Amendment::default() }))
            .then(amends(Amendment { title: Some("乙".into()), ..Amendment::default() }))
            .then(amends(Amendment { form_of_supply: Some("纸质".into()), ..Amendment::default() }));
        let clashes = clashes(&book.entries, seen, Some(&form), &reckoning());
        let told: Vec<_> = clashes
            .iter()
            .map(|clash| (clash.label, clash.then.as_str(), clash.now.as_str(), clash.mine.as_deref()))
            .collect();
        assert_eq!(told[0], ("标题", "", "乙", Some("我的标题")), "{told:?}");
        assert_eq!(told[1].2, "纸质");
        assert_eq!((told.len(), told[1].3), (2, None), "what nobody else touched is no clash: {told:?}");
        assert_eq!(clashes[0].by, book.entries[book.entries.len() - 2].seq, "the last who changed it");
        // Saved again: mine of what I changed, theirs of what I did not.
        let mut again = rebased(&form, &view(&book), &head());
        let wanted = amendment(&mut again);
        assert_eq!((wanted.title.as_deref(), wanted.unit.as_deref()), (Some("我的标题"), Some("法规科")));
        assert_eq!(wanted.form_of_supply, None, "theirs stays");
        assert_eq!(text(&again, Field::FormOfSupply), "纸质");
        // Theirs for the title.
        again.take_back(Name::Law(Field::Title));
        assert_eq!(text(&again, Field::Title), "乙");
        assert_eq!(amendment(&mut again).title, None);
    }

    #[test]
    fn another_step_says_how_the_case_stands_now() {
        let book = Book::received();
        let mut form = Form::step(StepKind::Withdraw, &view(&book), &head(), Some(day(3, 20)));
        typed(&mut form, Field::Reason, "来函");
        let seen = form.version;
        let book = book.then(third(day(3, 5)));
        let labels: Vec<_> = clashes(&book.entries, seen, Some(&form), &reckoning())
            .into_iter()
            .map(|clash| (clash.label, clash.then, clash.now))
            .collect();
        assert!(labels.iter().any(|(label, then, now)| *label == "状态" && then != now), "{labels:?}");
        assert!(labels.iter().any(|(label, ..)| *label == "到期日"), "{labels:?}");
        let again = rebased(&form, &view(&book), &head());
        assert_eq!((text(&again, Field::Reason).as_str(), again.version > seen), ("来函", true));
        assert_eq!(text(&again, Field::On), "2026-03-20");
    }

    #[test]
    fn what_was_changed_and_changed_back_is_no_clash() {
        let book = Book::received();
        let form = Form::step(StepKind::Amend, &view(&book), &head(), None);
        let seen = form.version;
        let book = book
            .then(amends(Amendment { title: Some("甲".into()), ..Amendment::default() }))
            .then(amends(Amendment { title: Some(String::new()), ..Amendment::default() }));
        assert_eq!(clashes(&book.entries, seen, Some(&form), &reckoning()), []);
    }

    #[test]
    fn numbers_are_masked_here_too_unless_the_form_shows_them() {
        let book = Book::received();
        let before = view(&book);
        let form = Form::step(StepKind::Amend, &before, &head(), None);
        let mut shown = form.clone();
        shown.show_numbers(&before.case);
        let book =
            book.then(amends(Amendment { contact: Some("13912345678".into()), ..Amendment::default() }));
        let told =
            |form: &Form| format!("{:?}", clashes(&book.entries, form.version, Some(form), &reckoning()));
        assert!(
            told(&form).contains("139****5678") && !told(&form).contains("13912345678"),
            "{}",
            told(&form)
        );
        let changed =
            Changed { view: view(&book), seen: form.version, clerks: Vec::new(), text: String::new() };
        let lines = lines(&changed, &clashes(&book.entries, form.version, Some(&form), &reckoning()));
        assert!(!lines.concat().contains("13912345678"), "{lines:?}");
        if shown.shows_numbers() {
            assert!(told(&shown).contains("13912345678"));
        }
    }
}
