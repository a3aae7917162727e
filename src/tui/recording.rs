//! The registers on the screen: opening, the menu of what can be done, what was saved.

use super::dialog::Dialog;
use super::drafts;
use super::effect::Effect;
use super::form::{Form, Purpose};
use super::keymap::Action;
use super::message::{RecordSaved, Recorded};
use super::model::Model;
use super::screens::{Deed, DeedOffer, RecordScreen, Screen};
use super::update::tell;
use super::widgets::{Message as Line, Tone};
use super::work::open_form;
use crate::records::Records;
use crate::words;
use crate::words::tui::records as said;

/// What an action means in the registers.
pub(super) fn list_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let (head, width, body) = (model.head.clone(), model.size.width, model.body_height());
    let Some(Screen::Records(list)) = model.top_mut() else { return Vec::new() };
    if list.act(action, width, body) {
        return Vec::new();
    }
    match action {
        Action::OpenRecord => match list.selected().map(|record| record.id) {
            Some(id) => {
                model.screens.push(Screen::Record(RecordScreen::of(id)));
                RecordScreen::reload()
            }
            None => tell(model, Tone::Info, said::NOTHING_SELECTED),
        },
        Action::NewRecord => {
            if let Some(records) = &list.records {
                let form = Form::new_record(list.kind, records, &head);
                open_form(model, form);
            }
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// What an action means on a record.
pub(super) fn record_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let (width, body) = (model.size.width, model.body_height());
    let Some(Screen::Record(screen)) = model.top_mut() else { return Vec::new() };
    if !screen.act(action, width, body) && action == Action::Steps && screen.record().is_some() {
        model.dialog = Some(Dialog::deeds(&screen.offers));
    }
    Vec::new()
}

/// Opens the form of a deed, if it can be done; false where it cannot, which the message then says.
pub(super) fn begin(model: &mut Model, deed: Deed) -> bool {
    let head = model.head.clone();
    let Some(Screen::Record(screen)) = model.top() else { return false };
    let (Some(records), Some(record)) = (&screen.records, screen.record()) else { return false };
    let (form, message) = match screen.offer(deed) {
        Some(DeedOffer::Now) => (Form::deed(deed, record, records, &head, Some(head.today)), None),
        Some(DeedOffer::Earlier(refusal)) => {
            let text = words::tui::steps::only_earlier(&words::records::refusal(refusal));
            (Form::deed(deed, record, records, &head, None), Some(Line::new(Tone::Warning, text)))
        }
        Some(DeedOffer::Refused(refusal)) => {
            model.message = Some(Line::new(Tone::Refused, deed.why_not(refusal)));
            return false;
        }
        None => return false,
    };
    model.message = message;
    open_form(model, form);
    true
}

/// Takes what the desk says.
pub(super) fn take(model: &mut Model, recorded: Recorded) -> Vec<Effect> {
    match recorded {
        Recorded::Came(records) => {
            came(model, &records);
            drafts::records_came(model, &records);
            Vec::new()
        }
        Recorded::Saved(done) => saved(model, &done),
        Recorded::Changed(now, text) => {
            if let Some(Screen::Form(form)) = model.top_mut() {
                // What is saved next is decided on what the clerk has been told of now.
                form.version = now;
            }
            model.message = Some(Line::new(Tone::Refused, text));
            RecordScreen::reload()
        }
    }
}

/// The records came.
fn came(model: &mut Model, records: &std::sync::Arc<Records>) {
    let head = model.head.clone();
    for screen in &mut model.screens {
        match screen {
            Screen::Records(list) => list.take(records),
            Screen::Record(one) => one.take(records, &head),
            _ => {}
        }
    }
}

/// It is on disk: the form goes, what was changed is read anew.
fn saved(model: &mut Model, saved: &RecordSaved) -> Vec<Effect> {
    if matches!(model.top(), Some(Screen::Form(Form { purpose: Purpose::Record(..), .. }))) {
        model.screens.pop();
    }
    for screen in &mut model.screens {
        if let Screen::Records(list) = screen {
            list.want(saved.id);
        }
    }
    let tone = if saved.warnings.is_empty() { Tone::Done } else { Tone::Warning };
    let mut text = saved.text.clone();
    for warning in &saved.warnings {
        text.push_str(&words::tui::screens::and_warning(&words::records::warning(warning)));
    }
    model.message = Some(Line::new(tone, text));
    model.screens.iter_mut().flat_map(Screen::reload).collect()
}
