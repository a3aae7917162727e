//! What was left half-typed in a session that is over: asked about, opened, given up.

use std::sync::Arc;

use super::{Draft, Of, Slot};
use crate::desk::CaseView;
use crate::records::Records;
use crate::tui::barring::barred;
use crate::tui::dialog::Dialog;
use crate::tui::effect::Effect;
use crate::tui::form::{Form, Purpose};
use crate::tui::model::Model;
use crate::tui::screens::{RecordScreen, RecordsScreen, Screen, YearScreen};
use crate::tui::update::{open_case, tell};
use crate::tui::widgets::Tone;
use crate::tui::work::open_form;
use crate::tui::yearly::{Ask, open_export};
use crate::words::tui::drafts as words;

/// Asks about the newest of those that nobody was asked about yet.
pub(in crate::tui) fn ask(model: &mut Model, slots: Vec<Slot>) {
    let of = |slot: &Slot| model.drafts.iter().find(|draft| draft.slot == Some(*slot));
    let known: Vec<Slot> = slots.into_iter().filter(|slot| of(slot).is_some()).collect();
    let lines = known.first().and_then(of).map(|draft| words::lines(&draft.line(), known.len() - 1));
    model.dialog = lines.map(|lines| Dialog::lost(lines, known));
}

/// The clerk's answer about the first of these.
pub(in crate::tui) fn answered(model: &mut Model, mut slots: Vec<Slot>, choice: usize) -> Vec<Effect> {
    let first = if slots.is_empty() { None } else { Some(slots.remove(0)) };
    let at = model.drafts.iter().position(|draft| draft.slot == first);
    match (choice, at) {
        (0, Some(at)) => {
            let draft = model.drafts.remove(at);
            open(model, draft)
        }
        (1, Some(at)) => {
            model.drafts.remove(at);
            ask(model, slots);
            tell(model, Tone::Info, words::GIVEN_UP)
        }
        _ => tell(model, Tone::Info, words::LATER),
    }
}

/// Opens what it was of; once that is there, the form is filled from the drafts.
fn open(model: &mut Model, draft: Draft) -> Vec<Effect> {
    let (head, of) = (model.head.clone(), draft.of);
    let action = match of {
        Of::Form(Purpose::Step(kind, _)) => Some(kind.action()),
        _ => None,
    };
    // It is the one that is meant, of several of a kind.
    model.drafts.insert(0, draft);
    if let Some(why) = action.and_then(|action| barred(action, head.roles)) {
        return tell(model, Tone::Refused, &why);
    }
    model.awaited = Some(of);
    match of {
        Of::Form(Purpose::Register | Purpose::Found) => {
            model.awaited = None;
            open_form(model, Form::register(&head));
            Vec::new()
        }
        Of::Form(Purpose::Step(_, id)) => open_case(model, id),
        Of::Form(Purpose::Clerk(..)) => {
            model.awaited = None;
            Vec::new()
        }
        Of::Form(Purpose::Bulk(kind)) => {
            model.awaited = None;
            tell(model, Tone::Info, &words::mark_first(kind.label()))
        }
        Of::Form(Purpose::Record(_, _, Some(id))) => {
            model.screens.push(Screen::Record(RecordScreen::of(id)));
            RecordScreen::reload()
        }
        Of::Form(Purpose::Record(_, kind, None)) => {
            model.screens.push(Screen::Records(RecordsScreen::of(head.today.year(), kind)));
            RecordsScreen::reload()
        }
        Of::Form(Purpose::Publish(report)) => {
            let mut screen = YearScreen::of(report.year);
            screen.of = report;
            screen.publishing = true;
            let mut effects = screen.reload();
            model.screens.push(Screen::Year(screen));
            effects.push(Effect::Yearly(report, Ask::Check));
            effects
        }
        Of::Form(Purpose::Export(report)) => {
            model.awaited = None;
            open_export(model, report);
            Vec::new()
        }
        Of::Text(report, place) => {
            let mut screen = YearScreen::of(report.year);
            screen.of = report;
            let mut effects = screen.reload();
            model.screens.push(Screen::Year(screen));
            effects.push(Effect::Yearly(report, Ask::Edit(place)));
            effects
        }
    }
}

/// A case has come: if it is the one of a draft that is to be opened, its form.
pub(in crate::tui) fn came(model: &mut Model, view: &CaseView) {
    let Some(Of::Form(Purpose::Step(kind, id))) = model.awaited else { return };
    if id == view.row.id {
        model.awaited = None;
        let head = model.head.clone();
        open_form(model, Form::step(kind, view, &head, Some(head.today)));
    }
}

/// The registers have come: if a draft of them is to be opened, its form.
pub(in crate::tui) fn records_came(model: &mut Model, records: &Arc<Records>) {
    let Some(Of::Form(Purpose::Record(deed, kind, id))) = model.awaited else { return };
    model.awaited = None;
    let head = model.head.clone();
    let form = match id {
        None => Form::new_record(kind, records, &head),
        Some(id) => match records.get(id) {
            Ok(record) => Form::deed(deed, record, records, &head, Some(head.today)),
            Err(_) => return,
        },
    };
    open_form(model, form);
}
