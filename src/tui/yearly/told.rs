//! What the desk's answers about a report do to the state.

use super::{Editor, Told};
use crate::office::{Publication, ReportOf};
use crate::report::checks::Severity;
use crate::tui::drafts::Of;
use crate::tui::effect::Effect;
use crate::tui::form::{Form, Purpose};
use crate::tui::model::Model;
use crate::tui::screens::{Screen, YearFound, YearScreen};
use crate::tui::update::{open_case, tell};
use crate::tui::widgets::Tone;
use crate::tui::work::open_form;
use crate::words::tui::drafts;
use crate::words::tui::forms::DRAFT_BACK;
use crate::words::tui::year as words;

/// Takes an answer.
pub(crate) fn told(model: &mut Model, of: ReportOf, told: Told) -> Vec<Effect> {
    match told {
        Told::Tables(tables, published) => {
            for screen in screens_of(model, of) {
                screen.tables = Some(tables.clone());
                screen.published.clone_from(&published);
            }
        }
        Told::NoTables(why) => screens_of(model, of).for_each(|screen| screen.why_not.clone_from(&why)),
        Told::Texts(states) => {
            screens_of(model, of).for_each(|screen| screen.texts.states = Some(states.clone()));
        }
        Told::Trend(years) => {
            screens_of(model, of).for_each(|screen| screen.trend.years = Some(years.clone()));
        }
        Told::Months(months) => {
            screens_of(model, of).for_each(|screen| screen.months.take(months.as_deref()));
        }
        Told::Edit(state, names) => {
            open_editor(model, Editor::of(of, *state, names));
        }
        Told::Written(place, count, is_draft) => {
            if matches!(model.top(), Some(Screen::Editor(_))) {
                model.screens.pop();
            }
            tell(model, Tone::Done, &words::written(place, count, is_draft));
            return reload(model);
        }
        Told::Checked(found) => checked(model, of, &found),
        Told::Published => {
            close_form(model, Purpose::Publish(of));
            tell(model, Tone::Done, &words::published(of.year));
            return reload(model);
        }
        Told::Exported(path) => {
            close_form(model, Purpose::Export(of));
            return tell(model, Tone::Done, &words::exported(&path));
        }
        Told::Case(id) => return open_case(model, id),
    }
    Vec::new()
}

/// Opens the editor, with the draft of the place if there is one.
fn open_editor(model: &mut Model, mut editor: Editor) {
    let wanted = Of::Text(editor.of, editor.place());
    model.awaited = model.awaited.filter(|awaited| *awaited != wanted);
    if let Some(at) = model.drafts.iter().position(|draft| draft.of == wanted) {
        let is_same = model.drafts.remove(at).fill_editor(&mut editor);
        let (tone, text) =
            if is_same { (Tone::Info, DRAFT_BACK) } else { (Tone::Warning, drafts::TEXT_CHANGED) };
        tell(model, tone, text);
    }
    model.screens.push(Screen::Editor(Box::new(editor)));
}

fn screens_of(model: &mut Model, of: ReportOf) -> impl Iterator<Item = &mut YearScreen> {
    model.screens.iter_mut().filter_map(move |screen| match screen {
        Screen::Year(screen) if screen.of == of => Some(screen),
        _ => None,
    })
}

fn reload(model: &mut Model) -> Vec<Effect> {
    model.screens.iter_mut().flat_map(Screen::reload).collect()
}

fn close_form(model: &mut Model, purpose: Purpose) {
    if matches!(model.top(), Some(Screen::Form(form)) if form.purpose == purpose) {
        model.screens.pop();
    }
}

/// The findings; where the clerk wants to publish, the form for it.
fn checked(model: &mut Model, of: ReportOf, found: &YearFound) {
    let today = model.head.today;
    let mut form = None;
    for screen in screens_of(model, of) {
        screen.checks.take(Box::new(found.clone()));
        if std::mem::take(&mut screen.publishing) {
            let before = screen.published.as_deref().and_then(|Publication { on, .. }| *on);
            form = Some(Form::publish(of, today, before, (found.count(Severity::Error), found.draft)));
        }
    }
    if let Some(form) = form {
        open_form(model, form);
    }
}
