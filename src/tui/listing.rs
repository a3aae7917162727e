//! What a clerk does with the list of requests: another order, kept searches, what is typed.

use super::bulk;
use super::dialog::{Choosing, Dialog};
use super::effect::Effect;
use super::form::Form;
use super::keymap::Action;
use super::model::Model;
use super::pick::{Choice, Pick};
use super::screens::{Filter, List, Screen};
use super::update::{open, tell};
use super::widgets::{Message as Line, Tone};
use super::work::open_form;
use crate::desk::OrderBy;
use crate::words::tui::lists as words;

fn list(model: &mut Model) -> Option<&mut List> {
    match model.top_mut() {
        Some(Screen::List(list)) => Some(list),
        _ => None,
    }
}

/// What an action means in the list.
pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let head = model.head.clone();
    let Some(list) = list(model) else { return Vec::new() };
    match action {
        Action::Filter => list.next_filter(),
        Action::Search => list.search_for(""),
        Action::Complete => match list.complete(&head) {
            Some(effects) => effects,
            None => tell(model, Tone::Info, words::NOTHING_TO_COMPLETE),
        },
        Action::Open => open(model),
        Action::Register => {
            open_form(model, Form::register(&head));
            Vec::new()
        }
        Action::Sort => ask_order(model),
        Action::Views => ask_view(model),
        Action::Bulk => bulk::ask(model),
        _ => Vec::new(),
    }
}

/// In which order?
fn ask_order(model: &mut Model) -> Vec<Effect> {
    let Some(list) = list(model) else { return Vec::new() };
    let now = list.order;
    let reversed = |by: OrderBy| now.filter(|now| now.by == by).map(|now| now.reversed);
    let labels: Vec<String> = OrderBy::ALL.iter().map(|by| words::order_choice(*by, reversed(*by))).collect();
    let labels: Vec<String> = std::iter::once(words::USUAL_ORDER.to_owned()).chain(labels).collect();
    let orders = std::iter::once(None).chain(OrderBy::ALL.map(Some)).map(Choosing::Order).collect();
    let selected =
        now.and_then(|now| OrderBy::ALL.iter().position(|by| *by == now.by)).map_or(0, |at| at + 1);
    model.dialog = Some(Dialog::Choose(Pick::numbered(words::ORDER_TITLE, &labels, selected, ""), orders));
    Vec::new()
}

/// In this one.
pub(super) fn order(model: &mut Model, by: Option<OrderBy>) -> Vec<Effect> {
    list(model).map(|list| list.order_by(by)).unwrap_or_default()
}

/// The words of the search have changed.
pub(super) fn typed(model: &mut Model) -> Vec<Effect> {
    let head = model.head.clone();
    list(model).map(|list| list.typed(&head)).unwrap_or_default()
}

/// Which of the kept searches, and those that come with the program?
fn ask_view(model: &mut Model) -> Vec<Effect> {
    let kept = model.views.clone();
    let Some(list) = list(model) else { return Vec::new() };
    let now = match (&list.search, &list.filter) {
        (Some(search), _) => search.input.text().trim().to_owned(),
        (None, Filter::Found(words)) => words.trim().to_owned(),
        _ => String::new(),
    };
    let [here, own, usual] = words::VIEW_SECTIONS;
    let mut all: Vec<(Choice, Choosing)> = Vec::new();
    let mut add = |section, number: String, label: &str, more: &str, choosing| {
        let (label, more) = (label.to_owned(), more.to_owned());
        all.push((Choice { number, label, more, section, ..Choice::default() }, choosing));
    };
    if kept.contains(&now) {
        add(here, String::new(), words::VIEW_FORGET, &now, Choosing::ForgetView(now.clone()));
    } else if !now.is_empty() {
        add(here, String::new(), words::VIEW_SAVE, &now, Choosing::KeepView(now.clone()));
    }
    // A digit for each of the clerk's own, two for the others: one key, and none that waits for another.
    for (n, view) in (1..).zip(kept) {
        let number = if n < 10 { n.to_string() } else { String::new() };
        add(own, number, &view, "", Choosing::View(view.clone()));
    }
    for (n, (view, about)) in (1..).zip(words::VIEWS) {
        add(usual, format!("0{n}"), view, about, Choosing::View(view.to_owned()));
    }
    let (choices, choosings) = all.into_iter().unzip();
    model.dialog = Some(Dialog::Choose(Pick::new(words::VIEWS_TITLE, choices), choosings));
    Vec::new()
}

/// Lists what meets these words.
pub(super) fn show(model: &mut Model, words: String) -> Vec<Effect> {
    list(model).map(|list| list.show(Filter::Found(words))).unwrap_or_default()
}

/// Keeps them from now on; the last kept first.
pub(super) fn keep_view(model: &mut Model, view: String) -> Vec<Effect> {
    model.message = Some(Line::new(Tone::Done, words::view_saved(&view)));
    let views = std::iter::once(view).chain(model.views.iter().cloned()).collect();
    vec![Effect::KeepViews(views)]
}

/// Keeps them no longer.
pub(super) fn forget_view(model: &mut Model, view: &str) -> Vec<Effect> {
    model.message = Some(Line::new(Tone::Done, words::view_forgotten(view)));
    vec![Effect::KeepViews(model.views.iter().filter(|kept| *kept != view).cloned().collect())]
}
