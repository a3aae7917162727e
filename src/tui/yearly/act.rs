//! What keys mean on the year screen and in the editor of its words.

use super::Ask;
use crate::office::{ReportOf, TextPlace};
use crate::records::{Counting, RecordKind};
use crate::report::Part;
use crate::report::checks::{Figure2, Target};
use crate::request::OrganId;
use crate::tui::dialog::Dialog;
use crate::tui::effect::Effect;
use crate::tui::form::Form;
use crate::tui::keymap::Action;
use crate::tui::model::{Head, Model};
use crate::tui::pick::Pick;
use crate::tui::screens::{Behind, List, RecordsScreen, Screen, YearEnter};
use crate::tui::update::{back, tell};
use crate::tui::widgets::Tone;
use crate::tui::work::open_form;
use crate::words::tui::year as words;

/// What an action means on the year screen, where the screen alone has no answer.
pub(crate) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Screen::Year(screen)) = model.top_mut() else { return Vec::new() };
    let of = screen.of;
    match action {
        Action::DrillDown => enter(model),
        Action::Check => screen.check(),
        Action::Publish if screen.tables.is_some() => {
            // Always on the findings of this moment.
            screen.publishing = true;
            vec![Effect::Yearly(of, Ask::Check)]
        }
        Action::Export if screen.tables.is_some() => {
            open_export(model, of);
            Vec::new()
        }
        Action::ChooseOrgan if model.head.organs.len() > 1 => {
            let here = place_in(&model.head, of.organ);
            let names: Vec<String> = places(&model.head).map(|place| name_of(&model.head, place)).collect();
            let names: Vec<String> =
                names.into_iter().enumerate().map(|(n, name)| words::organ_choice(n, &name)).collect();
            model.dialog = Some(Dialog::Pick(Pick::numbered(words::ORGANS_TITLE, &names, here, "")));
            Vec::new()
        }
        Action::ChooseOrgan => tell(model, Tone::Info, words::ONE_ORGAN),
        _ => Vec::new(),
    }
}

/// Opens the form of an export.
pub(crate) fn open_export(model: &mut Model, of: ReportOf) {
    let organ = name_of(&model.head, of.organ);
    open_form(model, Form::export(of, &organ));
}

/// What the chooser offers: all organs together, then each.
fn places(head: &Head) -> impl Iterator<Item = Option<OrganId>> {
    std::iter::once(None).chain(head.organs.iter().map(|(id, _)| Some(*id)))
}

fn place_in(head: &Head, organ: Option<OrganId>) -> usize {
    places(head).position(|place| place == organ).unwrap_or_default()
}

/// The name in the title of a report: of the organ, or of the office for all together.
fn name_of(head: &Head, organ: Option<OrganId>) -> String {
    let named = head.organs.iter().find(|(id, _)| Some(*id) == organ);
    named.map_or_else(|| head.organ.clone(), |(_, name)| name.clone())
}

/// Shows the report of the chosen organ, or of all together.
pub(crate) fn choose_organ(model: &mut Model, choice: usize) -> Vec<Effect> {
    let Some(organ) = places(&model.head).nth(choice) else { return Vec::new() };
    match model.top_mut() {
        Some(Screen::Year(screen)) => screen.show_organ(organ),
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
        YearEnter::Records(target) => open_records(model, screen.of, target),
        YearEnter::Edit(place) => vec![Effect::Yearly(screen.of, Ask::Edit(place))],
        YearEnter::Go(target) => go_to(model, target),
        YearEnter::Nothing => tell(model, Tone::Info, words::NO_PLACE),
    }
}

/// The register behind a cell of table 2 or 4, and what of it the cell counts.
fn open_records(model: &mut Model, of: ReportOf, target: Target) -> Vec<Effect> {
    let kind = match target {
        Target::Table2(Figure2::Document(..)) => RecordKind::Document,
        Target::Table2(Figure2::Charges) => RecordKind::Charge,
        Target::Table2(_) => RecordKind::Decisions,
        _ => RecordKind::Dispute,
    };
    let said = words::records_of(&target);
    let counting = Counting { again: model.head.readings.disputes_again };
    let screen = RecordsScreen::of(of.year, kind).behind(Behind { target, organ: of.organ, counting });
    model.screens.push(Screen::Records(screen));
    tell(model, Tone::Info, &said);
    RecordsScreen::reload()
}

/// To the place of a finding: the cell, the words, the case.
fn go_to(model: &mut Model, target: Target) -> Vec<Effect> {
    let Some(Screen::Year(screen)) = model.top_mut() else { return Vec::new() };
    let of = screen.of;
    if screen.show_cell(&target) {
        return Vec::new();
    }
    let place = match target {
        Target::Case(no) => return vec![Effect::Yearly(of, Ask::Case(no))],
        Target::Title => return tell(model, Tone::Info, words::TITLE_IS_FIXED),
        Target::Preface(_) => TextPlace::Preface,
        Target::Part(part) | Target::Paragraph(part, _) => place_of(part),
        Target::Note(part, _) => notes_of(part),
        Target::Report | Target::Table2(_) | Target::Table3 { .. } | Target::Table4 { .. } => {
            return tell(model, Tone::Info, words::NO_PLACE);
        }
    };
    screen.texts.select(place);
    vec![Effect::Yearly(of, Ask::Edit(place))]
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
    vec![Effect::Yearly(editor.of, Ask::Write(editor.place(), editor.to_write()))]
}

/// Save, give up, or go on.
pub(crate) fn leave(model: &mut Model, choice: usize) -> Vec<Effect> {
    match choice {
        0 => save(model),
        1 => back(model),
        _ => Vec::new(),
    }
}
