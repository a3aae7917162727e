//! One step on many requests: chosen, filled in once, tried on each, done on those that allow it.

use super::barring::barred;
use super::dialog::{Choosing, Dialog};
use super::effect::{Effect, Then};
use super::form::{Form, Purpose};
use super::keymap::Action;
use super::message::Outcome;
use super::model::Model;
use super::pick::{Choice, Pick};
use super::screens::{Bulk, Outlook, Screen, StepKind};
use super::update::{back, tell};
use super::widgets::Tone;
use super::work::open_form;
use crate::desk::CaseView;
use crate::words;
use crate::words::tui::{lists, screens};

/// Most requests that can be marked: each is a write to the disk of its own.
pub(super) const MOST: usize = 500;

/// The steps that mean the same for many requests; what answers one request is decided on that one alone.
const STEPS: [StepKind; 12] = [
    StepKind::Confirm,
    StepKind::Assign,
    StepKind::HandOver,
    StepKind::UnitAnswer,
    StepKind::Chase,
    StepKind::Extend,
    StepKind::Review,
    StepKind::Serve,
    StepKind::Delivered,
    StepKind::Archive,
    StepKind::Note,
    StepKind::SupplementLapse,
];

/// Which step?
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    let marked = model.top_mut().and_then(Screen::shown_mut).map_or(0, |rows| rows.marked().len());
    if marked == 0 {
        return tell(model, Tone::Info, lists::NOTHING_MARKED);
    }
    let choice = |kind: &StepKind| Choice {
        number: kind.number().to_owned(),
        label: kind.label().to_owned(),
        more: kind.action().text().to_owned(),
        ..Choice::default()
    };
    let pick = Pick::new(&lists::bulk_title(marked), STEPS.iter().map(choice).collect());
    model.dialog = Some(Dialog::Choose(pick, STEPS.map(Choosing::Bulk).to_vec()));
    Vec::new()
}

/// This one: its form is made with the first of the requests.
pub(super) fn chosen(model: &mut Model, kind: StepKind) -> Vec<Effect> {
    if let Some(why) = barred(kind.action(), model.head.roles) {
        return tell(model, Tone::Refused, &why);
    }
    let rows = model.top_mut().and_then(Screen::shown_mut);
    let first = rows.and_then(|rows| rows.marked().first().map(|row| row.id));
    first.map(|id| Effect::Sample(kind, id)).into_iter().collect()
}

/// The first of the requests has come: the form is filled in once for all of them.
pub(super) fn open(model: &mut Model, kind: StepKind, view: &CaseView) {
    let head = model.head.clone();
    let Some(rows) = model.top_mut().and_then(Screen::shown_mut) else { return };
    let outlooks: Vec<Outlook> = rows
        .marked()
        .into_iter()
        .map(|row| Outlook {
            id: row.id,
            version: row.version,
            no: row.no.clone(),
            applicant: row.applicant.clone(),
            said: None,
        })
        .collect();
    open_form(model, Form::bulk(kind, view, &head, outlooks));
}

/// The form is filled in: the step is tried on each.
pub(super) fn attempt(model: &mut Model) -> Vec<Effect> {
    let Some(Screen::Form(form)) = model.top() else { return Vec::new() };
    let Purpose::Bulk(kind) = form.purpose else { return Vec::new() };
    let Some(step) = form.bulk_step(kind) else {
        return tell(model, Tone::Refused, words::tui::forms::INCOMPLETE);
    };
    let bulk = Bulk::of(kind, step, form.marked.clone());
    let effect = bulk.attempt();
    model.screens.push(Screen::Bulk(Box::new(bulk)));
    vec![effect]
}

/// What an action means on the screen of results.
pub(super) fn act(model: &mut Model, action: Action, body: usize) -> Vec<Effect> {
    let Some(Screen::Bulk(bulk)) = model.top_mut() else { return Vec::new() };
    match action {
        Action::Accept if bulk.is_done() => return back(model),
        Action::Accept => return bulk.carry_out().into_iter().collect(),
        _ => bulk.act(action, body),
    }
    Vec::new()
}

/// What came of it.
pub(super) fn take(model: &mut Model, then: Then, outcomes: Vec<Result<Outcome, String>>) -> Vec<Effect> {
    let head = &model.head;
    let say = |outcome: Result<Outcome, String>| match outcome {
        Ok(Outcome { row, warnings }) => {
            let warnings: Vec<String> = warnings.iter().map(words::request::warning).collect();
            let standing = screens::standing(&row, head.today, &head.calendar);
            Ok(lists::bulk_good(&standing, &warnings, then == Then::Do))
        }
        Err(why) => Err(lists::bulk_bad(&why)),
    };
    let said: Vec<Result<String, String>> = outcomes.into_iter().map(say).collect();
    let Some(Screen::Bulk(bulk)) = model.top_mut() else { return Vec::new() };
    bulk.take(then, said);
    if then == Then::Try {
        return Vec::new();
    }
    // What was filled in is done with; the list shows what became of it.
    if let Some(results) = model.screens.pop() {
        model.screens.retain(
            |screen| !matches!(screen, Screen::Form(form) if matches!(form.purpose, Purpose::Bulk(_))),
        );
        if let Some(rows) = model.top_mut().and_then(Screen::shown_mut) {
            rows.unmark();
        }
        model.screens.push(results);
    }
    let mut effects = vec![Effect::Head];
    effects.extend(model.screens.iter_mut().flat_map(Screen::reload));
    effects
}
