//! What keys mean on the year screen and in the editor of its words.

use super::Ask;
use crate::office::TextPlace;
use crate::report::Part;
use crate::report::checks::Target;
use crate::tui::dialog::Dialog;
use crate::tui::effect::Effect;
use crate::tui::form::Form;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::screens::{List, Screen, YearEnter};
use crate::tui::update::{back, tell};
use crate::tui::widgets::Tone;
use crate::tui::work::open_form;
use crate::words::tui::year as words;

/// What an action means on the year screen, where the screen alone has no answer.
pub(crate) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let organ = model.head.organ.clone();
    let Some(Screen::Year(screen)) = model.top_mut() else { return Vec::new() };
    let year = screen.year;
    match action {
        Action::DrillDown => enter(model),
        Action::Check => screen.check(),
        Action::Publish if screen.tables.is_some() => {
            // Always on the findings of this moment.
            screen.publishing = true;
            vec![Effect::Yearly(year, Ask::Check)]
        }
        Action::Export if screen.tables.is_some() => {
            open_form(model, Form::export(year, &organ));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn enter(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Year(screen)) = model.top() else { return Vec::new() };
    match screen.enter() {
        YearEnter::List(filter) => {
            let mut list = List::of(filter);
            let effects = list.reload();
            model.screens.push(Screen::List(list));
            effects
        }
        YearEnter::Records(target) => open_records(model, &target),
        YearEnter::Edit(place) => vec![Effect::Yearly(screen.year, Ask::Edit(place))],
        YearEnter::Go(target) => go_to(model, target),
        YearEnter::Nothing => tell(model, Tone::Info, words::NO_PLACE),
    }
}

/// Where the list of the records behind a cell of table 2 or 4 opens: for now, what they are is said.
fn open_records(model: &mut Model, target: &Target) -> Vec<Effect> {
    tell(model, Tone::Info, &words::records_of(target))
}

/// To the place of a finding: the cell, the words, the case.
fn go_to(model: &mut Model, target: Target) -> Vec<Effect> {
    let Some(Screen::Year(screen)) = model.top_mut() else { return Vec::new() };
    let year = screen.year;
    if screen.show_cell(&target) {
        return Vec::new();
    }
    let place = match target {
        Target::Case(no) => return vec![Effect::Yearly(year, Ask::Case(no))],
        Target::Title => return tell(model, Tone::Info, words::TITLE_IS_FIXED),
        Target::Preface(_) => TextPlace::Preface,
        Target::Part(part) | Target::Paragraph(part, _) => place_of(part),
        Target::Note(part, _) => notes_of(part),
        Target::Report | Target::Table2(_) | Target::Table3 { .. } | Target::Table4 { .. } => {
            return tell(model, Tone::Info, words::NO_PLACE);
        }
    };
    screen.texts.select(place);
    vec![Effect::Yearly(year, Ask::Edit(place))]
}

const fn place_of(part: Part) -> TextPlace {
    match part {
        Part::Overview => TextPlace::Overview,
        Part::Disclosure => TextPlace::Disclosure,
        Part::Requests => TextPlace::Requests,
        Part::Disputes => TextPlace::Disputes,
        Part::Problems => TextPlace::Problems,
        Part::Others => TextPlace::Others,
    }
}

/// Notes are written under the tables; those of other parts are their last paragraphs.
const fn notes_of(part: Part) -> TextPlace {
    match part {
        Part::Disclosure => TextPlace::Notes2,
        Part::Requests => TextPlace::Notes3,
        Part::Disputes => TextPlace::Notes4,
        Part::Overview | Part::Problems | Part::Others => place_of(part),
    }
}

/// What an action means in the editor.
pub(crate) fn editor_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Screen::Editor(editor)) = model.top_mut() else { return Vec::new() };
    match action {
        Action::InsertField => model.dialog = Some(Dialog::Pick(editor.list())),
        Action::TakeLastYear if editor.take_last_year() => {
            return tell(model, Tone::Info, words::LAST_YEAR_TAKEN);
        }
        Action::TakeLastYear => return tell(model, Tone::Info, words::NO_LAST_YEAR),
        Action::TakeDraft => {
            editor.take_draft();
            return tell(model, Tone::Info, words::DRAFT_TAKEN);
        }
        Action::Save => return save(model),
        Action::Cancel if editor.is_touched() => model.dialog = Some(Dialog::leave()),
        Action::Cancel => return back(model),
        _ => {}
    }
    Vec::new()
}

/// Writes the words; what has a field that stands for nothing is not written.
fn save(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Editor(editor)) = model.top() else { return Vec::new() };
    if !editor.is_touched() {
        return tell(model, Tone::Info, words::UNCHANGED);
    }
    if let Err(error) = editor.resolved() {
        return tell(model, Tone::Refused, &error);
    }
    vec![Effect::Yearly(editor.year, Ask::Write(editor.place(), editor.to_write()))]
}

/// Save, give up, or go on.
pub(crate) fn leave(model: &mut Model, choice: usize) -> Vec<Effect> {
    match choice {
        0 => save(model),
        1 => back(model),
        _ => Vec::new(),
    }
}
