//! What a clerk does about a case that somebody else changed meanwhile.

use super::conflict::{Changed, Clash, clashes, lines, rebased};
use super::dialog::Dialog;
use super::effect::Effect;
use super::form::{Form, Purpose};
use super::model::Model;
use super::screens::Screen;
use super::update::tell;
use super::widgets::{Message as Line, Tone};
use super::work;
use crate::request::RequestId;
use crate::words::tui::{conflict as words, lists};

/// What others changed, and what the clerk can do now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Conflict {
    /// What is to be read.
    pub(crate) lines: Vec<String>,
    /// Whether there is a form to go back to.
    has_form: bool,
    /// What both changed: theirs can be taken, each in a choice.
    both: Vec<Clash>,
}

impl Conflict {
    /// The choices: the first changes nothing, and is taken by Enter.
    pub(crate) fn choices(&self) -> Vec<String> {
        if !self.has_form {
            return vec![lists::SINCE_SEEN.to_owned()];
        }
        let theirs = self.both.iter().map(|clash| words::theirs(clash.label));
        [words::BACK, words::AGAIN].map(str::to_owned).into_iter().chain(theirs).collect()
    }
}

/// Tells what others changed. The form is put on the case as it is now: what is saved next is decided on that.
pub(super) fn told(model: &mut Model, changed: Changed) -> Vec<Effect> {
    let head = model.head.clone();
    let id = changed.view.row.id;
    let form = form_of(model, id);
    let clashes = clashes(&changed.view.entries, changed.seen, form.as_deref(), &head.reckoning());
    let lines = lines(&changed, &clashes);
    let has_form = form.is_some();
    if let Some(form) = form {
        *form = rebased(form, &changed.view, &head);
    }
    let both = clashes.into_iter().filter(|clash| clash.name.is_some() && clash.mine.is_some()).collect();
    let text = if has_form { words::changed(&changed.view.row.no) } else { changed.text };
    model.message = Some(Line::new(Tone::Refused, text));
    model.dialog = Some(Dialog::told(Conflict { lines, has_form, both }));
    vec![Effect::Case(id)]
}

/// The form of a step on the case, if that is what the clerk is at.
fn form_of(model: &mut Model, id: RequestId) -> Option<&mut Form> {
    match model.top_mut() {
        Some(Screen::Form(form)) if matches!(form.purpose, Purpose::Step(_, own) if own == id) => Some(form),
        _ => None,
    }
}

/// Back to the form, save it on the case as it is now, or theirs for a field.
pub(super) fn chosen(model: &mut Model, mut conflict: Conflict, choice: usize) -> Vec<Effect> {
    match choice {
        0 => Vec::new(),
        1 => work::save(model),
        _ => {
            let Some(at) = choice.checked_sub(2).filter(|at| *at < conflict.both.len()) else {
                return Vec::new();
            };
            let clash = conflict.both.remove(at);
            if let (Some(Screen::Form(form)), Some(name)) = (model.top_mut(), clash.name) {
                form.take_back(name);
            }
            model.dialog = Some(Dialog::told(conflict));
            tell(model, Tone::Info, &words::taken(clash.label))
        }
    }
}
