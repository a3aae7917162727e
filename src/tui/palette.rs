//! The list of everything that can be done (`:`): each action with its keys, or the reason why not now; found
//! by its words or their pinyin, done by Enter. It teaches the keys while it is used.

use super::barring::barred;
use super::dialog::why_not;
use super::keymap::{Action, Context, Keymap, print_keys};
use super::model::Model;
use super::pick::{Choice, Pick};
use super::screens::{Offer, Screen, StepKind};
use crate::words::tui::keys as words;

/// The list, and for each of its choices the action and why it cannot be done now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Palette {
    /// The list.
    pub(crate) pick: Pick,
    entries: Vec<(Action, Option<String>)>,
}

impl Palette {
    /// Everything that can be done, what can be done on this screen first.
    pub(crate) fn of(model: &Model) -> Self {
        let contexts = model.contexts();
        let mut entries: Vec<(Action, Option<String>)> = Action::ALL
            .iter()
            .filter(|action| **action != Action::Palette)
            .map(|action| (*action, refusal(model, &contexts, *action)))
            .collect();
        entries.sort_by_key(|(action, refusal)| (refusal.is_some(), general(*action)));
        let [now, not_now] = words::PALETTE_SECTIONS;
        let choice = |(action, refusal): &(Action, Option<String>)| {
            let keys = keys(&model.keymap, &contexts, *action);
            let said = refusal.as_deref().unwrap_or(action.text());
            Choice {
                label: action.label().to_owned(),
                also: action.text().to_owned(),
                more: format!("{keys}  {said}").trim_start().to_owned(),
                section: if refusal.is_none() { now } else { not_now },
                dim: refusal.is_some(),
                ..Choice::default()
            }
        };
        Self { pick: Pick::new(words::PALETTE_TITLE, entries.iter().map(choice).collect()), entries }
    }

    /// The action of a choice, or why it cannot be done now.
    pub(crate) fn action(&self, at: usize) -> Option<Result<Action, &str>> {
        let (action, refusal) = self.entries.get(at)?;
        Some(refusal.as_deref().map_or(Ok(*action), Err))
    }
}

/// What belongs to this screen stands first; then other screens, what the program does, movements.
fn general(action: Action) -> u8 {
    match action.group().prefix() {
        "move" => 3,
        "app" => 2,
        "go" => 1,
        _ => 0,
    }
}

/// The keys that mean an action here; where it means nothing here, those that mean it elsewhere.
fn keys(keymap: &Keymap, contexts: &[Context], action: Action) -> String {
    let here = keymap.keys_of(contexts, action);
    let found = if here.is_empty() {
        let elsewhere = Context::ALL.iter().map(|context| keymap.keys_of(&[*context], action));
        elsewhere.into_iter().find(|keys| !keys.is_empty()).unwrap_or_default()
    } else {
        here
    };
    // Those that an input method does not swallow first.
    let letters = |keys: &&Vec<crate::terminal::KeyPress>| {
        keys.iter().any(|press| press.typed().is_some_and(|c| c.is_ascii_alphabetic()))
    };
    let (swallowed, sure): (Vec<_>, Vec<_>) = found.iter().partition(letters);
    let ordered = sure.into_iter().chain(swallowed);
    ordered.take(2).map(|keys| print_keys(keys)).collect::<Vec<_>>().join(" ")
}

/// Why an action cannot be done on the screen that is seen.
fn refusal(model: &Model, contexts: &[Context], action: Action) -> Option<String> {
    let screen = model.top()?;
    if let Some(why) = barred(action, model.head.roles) {
        return Some(why);
    }
    if let Some(kind) = StepKind::ALL.iter().copied().find(|kind| kind.action() == action) {
        let Screen::Case(case) = screen else { return Some(words::only_in(&[words::context("case")])) };
        return match case.offer(kind) {
            Some(Offer::Now | Offer::Earlier(_)) => None,
            Some(Offer::Refused(refusal)) => Some(why_not(kind, refusal)),
            None => Some(words::NOT_NOW.to_owned()),
        };
    }
    if let Some((_, works)) = screen.hints(&model.head).into_iter().find(|(own, _)| *own == action) {
        return (!works).then(|| words::NOT_NOW.to_owned());
    }
    if contexts.iter().any(|context| !model.keymap.keys_of(&[*context], action).is_empty()) {
        return None;
    }
    let bound = Context::ALL.iter().filter(|context| !model.keymap.keys_of(&[**context], action).is_empty());
    let places: Vec<&str> = bound.map(|context| words::context(context.name())).collect();
    Some(words::only_in(&places))
}
