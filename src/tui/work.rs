//! Working on a case: the menu of steps, the forms, saving.

use super::barring::barred;
use super::bulk;
use super::dialog::{Dialog, why_not};
use super::drafts::{Draft, Of};
use super::effect::Effect;
use super::form::{Form, Name, Purpose, Wanted};
use super::guiding;
use super::keymap::Action;
use super::model::Model;
use super::pick::Pick;
use super::screens::{Offer, Screen, StepKind};
use super::undo;
use super::update::{ask_to_quit, back, tell};
use super::widgets::{Message as Line, Tone};
use crate::law::OutcomeRow;
use crate::office::Looked;
use crate::words;
use crate::words::tui::{drafts, forms};

/// What an action means in a case.
pub(super) fn case_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let (head, width) = (model.head.clone(), model.size.width);
    let Some(Screen::Case(case)) = model.top_mut() else { return Vec::new() };
    match action {
        Action::Clock => case.turn_to_clock(width),
        Action::Reveal => {
            let id = case.id;
            let is_shown = case.reveal(&head, width);
            return is_shown.then_some(Effect::Looked(Looked::Personal, id)).into_iter().collect();
        }
        Action::Undo => return undo::ask(model),
        Action::Steps if case.view.is_some() => model.dialog = Some(Dialog::steps(&case.offers)),
        _ => {
            if let Some(kind) = StepKind::of(action) {
                begin_step(model, kind);
            }
        }
    }
    Vec::new()
}

/// Opens the form of a step, if the step can be taken; false where it cannot, which the message then says.
pub(super) fn begin_step(model: &mut Model, kind: StepKind) -> bool {
    let head = model.head.clone();
    if let Some(why) = barred(kind.action(), head.roles) {
        model.message = Some(Line::new(Tone::Refused, why));
        return false;
    }
    let Some(Screen::Case(case)) = model.top() else { return false };
    let (Some(view), Some(offer)) = (&case.view, case.offer(kind)) else { return false };
    let (mut form, message) = match offer {
        Offer::Now => (Form::step(kind, view, &head, Some(head.today)), None),
        Offer::Earlier(refusal) => {
            let text = words::tui::steps::only_earlier(&why_not(kind, refusal));
            (Form::step(kind, view, &head, None), Some(Line::new(Tone::Warning, text)))
        }
        Offer::Refused(refusal) => {
            model.message = Some(Line::new(Tone::Refused, why_not(kind, refusal)));
            return false;
        }
    };
    if kind == StepKind::Amend && case.is_revealed() {
        form.show_numbers(&view.case);
    }
    model.message = message;
    open_form(model, form);
    true
}

/// Opens a form, or the draft of one.
pub(super) fn open_form(model: &mut Model, mut form: Form) {
    let of = Of::Form(form.purpose);
    if let Some(at) = model.drafts.iter().position(|draft| draft.of == of) {
        let now = form.version;
        let homeless = model.drafts.remove(at).fill(&mut form);
        model.message = Some(if !homeless.is_empty() {
            Line::new(Tone::Warning, drafts::homeless(&homeless))
        } else if form.version == now {
            Line::new(Tone::Info, forms::DRAFT_BACK)
        } else {
            Line::new(Tone::Warning, drafts::BACK_CHANGED)
        });
    }
    model.screens.push(Screen::Form(form));
}

/// What an action means in a form.
pub(super) fn form_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let today = model.head.today;
    let Some(Screen::Form(form)) = model.top_mut() else { return Vec::new() };
    match action {
        Action::NextField if form.go(true, today) => seek_earlier(form),
        Action::NextField | Action::Save => save(model),
        Action::PrevField => {
            form.go(false, today);
            seek_earlier(form)
        }
        Action::Choose => {
            pick(model, "");
            Vec::new()
        }
        Action::Guide => {
            guiding::open(model);
            Vec::new()
        }
        Action::Cancel if form.purpose == Purpose::Found => ask_to_quit(model),
        Action::Cancel if form.is_touched() => {
            model.dialog = Some(Dialog::draft());
            Vec::new()
        }
        Action::Cancel => {
            model.guided.clear();
            back(model)
        }
        _ => Vec::new(),
    }
}

/// As a new request is typed: earlier ones of the applicant are looked for.
pub(super) fn seek_earlier(form: &mut Form) -> Vec<Effect> {
    let sought = form.seek_earlier().map(|(applicant, content)| Effect::Earlier(applicant, content));
    sought.into_iter().collect()
}

/// Lists what the field can hold.
pub(super) fn pick(model: &mut Model, typed: &str) {
    let Some(Screen::Form(form)) = model.top() else { return };
    let Some(field) = form.focused() else { return };
    let chosen = field.chosen().unwrap_or_default();
    match field.options() {
        Some([]) => model.message = Some(Line::new(Tone::Info, forms::NO_CHOICE)),
        Some(options) => {
            let mut pick = Pick::numbered(field.label, options, chosen, typed);
            if field.name == Name::Outcome {
                pick = pick.also(OutcomeRow::ALL.iter().map(|row| forms::also_called(*row)));
            }
            model.dialog = Some(Dialog::Pick(pick));
        }
        None => model.message = Some(Line::new(Tone::Info, forms::NOTHING_TO_CHOOSE)),
    }
}

/// Checks the form and asks the desk.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    let (head, uid) = (model.head.clone(), model.uid);
    let Some(Screen::Form(form)) = model.top_mut() else { return Vec::new() };
    if let Err(faults) = form.check(head.today) {
        return tell(model, Tone::Refused, &faults);
    }
    match form.wanted(&head, uid) {
        Some(Wanted::Found(founding)) => vec![Effect::Found(founding)],
        Some(Wanted::Do(command, true)) => vec![Effect::Preview(command)],
        Some(Wanted::Do(command, false)) => vec![Effect::Submit(command)],
        Some(Wanted::Confirmed(lines, effect)) => {
            model.dialog = Some(Dialog::confirm(lines, effect));
            Vec::new()
        }
        Some(Wanted::Now(effect)) => vec![effect],
        Some(Wanted::Many) => bulk::attempt(model),
        None => tell(model, Tone::Refused, forms::INCOMPLETE),
    }
}

/// Keep as a draft, give up, or go on.
pub(super) fn leave_form(model: &mut Model, choice: usize) -> Vec<Effect> {
    if choice > 1 {
        return Vec::new();
    }
    model.guided.clear();
    if let Some(Screen::Form(form)) = model.screens.pop()
        && choice == 0
    {
        model.drafts.push(Draft::of_form(&form));
        model.message = Some(Line::new(Tone::Info, forms::DRAFT_KEPT));
    }
    Vec::new()
}
