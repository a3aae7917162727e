//! The guide beside the form of a decision: where it leads is put into the form; of several items one after
//! the other.

use super::dialog::Dialog;
use super::form::{Form, Purpose};
use super::guide::{Guide, Guided};
use super::model::Model;
use super::screens::{Screen, StepKind};
use super::widgets::{Message as Line, Tone};
use super::work;
use crate::law::guide::{Closing, Todo, Verdict};
use crate::request::RequestId;
use crate::words;
use crate::words::tui::forms;

/// Opens the guide over the form of a decision.
pub(super) fn open(model: &mut Model) {
    let guide = match model.top() {
        Some(Screen::Form(Form {
            purpose: Purpose::Step(StepKind::Decide, _), basis: Some(basis), ..
        })) => Guide::of(&basis.view.case),
        _ => None,
    };
    match guide {
        Some(guide) => model.dialog = Some(Dialog::Guide(Box::new(guide))),
        None => model.message = Some(Line::new(Tone::Info, forms::NO_GUIDE)),
    }
}

/// Takes where the guide ended: answers that are the same for all items at once, others item by item, and
/// before any answer what must come first.
pub(super) fn done(model: &mut Model, found: &[Guided]) {
    let Some(first) = found.first() else { return };
    if let Some(step) = found.iter().find_map(|guided| first_step(guided.verdict)) {
        let said = found.iter().find(|guided| guided.outcome().is_none());
        let text = said.map_or_else(String::new, |guided| words::guide::verdict(guided.verdict));
        if let Some(kind) = step {
            model.screens.pop();
            work::begin_step(model, kind);
        }
        // What the step itself has to say of being refused is worth more.
        model.message.get_or_insert_with(|| Line::new(Tone::Warning, text));
        return;
    }
    let same = found.iter().all(|guided| guided.outcome() == first.outcome());
    let mut queue = found.to_vec();
    queue.reverse();
    if same {
        put(model, first, false);
        queue.clear();
    } else if let Some(next) = queue.pop() {
        put(model, &next, true);
    }
    model.guided = queue;
}

/// After a decision on one item was saved: the form for the next one that the guide has answered.
pub(super) fn go_on(model: &mut Model, id: RequestId) {
    if model.guided.is_empty() || !matches!(model.top(), Some(Screen::Case(case)) if case.id == id) {
        return;
    }
    let said = model.message.take();
    if work::begin_step(model, StepKind::Decide)
        && let Some(next) = model.guided.pop()
    {
        put(model, &next, true);
    } else {
        model.guided.clear();
    }
    if said.is_some() {
        model.message = said;
    }
}

/// Puts an answer into the form.
fn put(model: &mut Model, guided: &Guided, by_item: bool) {
    let (Some(outcome), Some(Screen::Form(form))) = (guided.outcome(), model.top_mut()) else { return };
    form.take_outcome(outcome, by_item.then_some(guided.item));
}

/// The step that takes the place of a decision or must come before it; the inner `None` where it is not for
/// a form to take.
const fn first_step(verdict: Verdict) -> Option<Option<StepKind>> {
    match verdict {
        Verdict::Answer { .. } => None,
        Verdict::Close(closing) => Some(Some(match closing {
            Closing::SupplementLapse => StepKind::SupplementLapse,
            Closing::FeeLapse => StepKind::FeeLapse,
            Closing::Withdraw => StepKind::Withdraw,
        })),
        Verdict::First(todo) => Some(match todo {
            Todo::AskSupplement => Some(StepKind::SupplementAsk),
            Todo::AskReasons => Some(StepKind::ReasonsAsk),
            Todo::ConsultThird => Some(StepKind::ConsultSend),
            Todo::Search => Some(StepKind::Note),
            Todo::AwaitSupplement | Todo::AwaitFee | Todo::Correct => None,
        }),
    }
}
