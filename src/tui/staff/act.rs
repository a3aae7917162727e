//! What a clerk does on the screen of the clerks, and what the answers do to the state.

use super::{Ask, ClerkDeed, Told};
use crate::desk::{ClerkChange, Person};
use crate::tui::dialog::{Choosing, Dialog};
use crate::tui::effect::Effect;
use crate::tui::form::{Form, Purpose};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::pick::{Choice, Pick};
use crate::tui::screens::{Filter, List, Screen};
use crate::tui::update::tell;
use crate::tui::widgets::Tone;
use crate::tui::work::open_form;
use crate::words::tui::staff as words;

/// What an action means on the screen of the clerks.
pub(crate) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    let body = model.body_height();
    let Some(Screen::Clerks(screen)) = model.top_mut() else { return Vec::new() };
    if screen.act(action, body) {
        return Vec::new();
    }
    let Some(person) = screen.selected().cloned() else { return Vec::new() };
    match action {
        Action::ClerkCases | Action::ClerkHandOver if person.open == 0 => {
            tell(model, Tone::Info, &words::no_cases(&person.clerk.name))
        }
        Action::ClerkCases => cases(model, &person),
        Action::ClerkHandOver => fill_in(model, ClerkDeed::HandOver, &person),
        Action::ClerkPrint => fill_in(model, ClerkDeed::Print, &person),
        Action::ClerkRoles => fill_in(model, ClerkDeed::Roles, &person),
        Action::ClerkStandIn => stand_in(model, &person),
        // Who comes back is given roles anew.
        Action::ClerkLeave if !person.clerk.is_here => fill_in(model, ClerkDeed::Roles, &person),
        Action::ClerkLeave => {
            let change = ClerkChange { is_here: Some(false), ..ClerkChange::default() };
            let lines = words::would_leave(&person.clerk.name, person.open);
            let effect = Effect::Staff(Ask::Change(person.clerk.id, change));
            model.dialog = Some(Dialog::confirm(lines, effect));
            Vec::new()
        }
        _ => Vec::new(),
    }
}

/// The form for who stands in, where somebody does already.
pub(crate) fn stand_in_anew(model: &mut Model, person: &Person) -> Vec<Effect> {
    fill_in(model, ClerkDeed::StandIn, person)
}

/// Opens the form.
fn fill_in(model: &mut Model, deed: ClerkDeed, person: &Person) -> Vec<Effect> {
    let form = Form::clerk(deed, person, &model.head);
    open_form(model, form);
    Vec::new()
}

/// The open cases of a clerk, as a list in which they can be marked.
fn cases(model: &mut Model, person: &Person) -> Vec<Effect> {
    // A blank would begin another word of the search.
    let name = person.clerk.name.split_whitespace().next().unwrap_or_default();
    let mut list = Screen::List(List::of(Filter::Found(words::cases_of(name))));
    let effects = list.reload();
    model.screens.push(list);
    effects
}

/// Somebody stands in already: is that to end, or is it another?
fn stand_in(model: &mut Model, person: &Person) -> Vec<Effect> {
    if person.stand_ins.is_empty() {
        return fill_in(model, ClerkDeed::StandIn, person);
    }
    let mut all: Vec<(Choice, Choosing)> = Vec::new();
    for (n, known) in (1..).zip(&person.stand_ins) {
        let label = words::end_stand_in(model.head.name_of(known.by));
        let ask = Ask::EndStandIn(known.of, known.by);
        all.push((Choice { number: n.to_string(), label, ..Choice::default() }, Choosing::Staff(ask)));
    }
    let number = (all.len() + 1).to_string();
    let another = Choice { number, label: words::ANOTHER_STAND_IN.to_owned(), ..Choice::default() };
    all.push((another, Choosing::StandIn(Box::new(person.clone()))));
    let (choices, choosings) = all.into_iter().unzip();
    let title = words::stand_in_title(&person.clerk.name);
    model.dialog = Some(Dialog::Choose(Pick::new(&title, choices), choosings));
    Vec::new()
}

/// Takes an answer.
pub(crate) fn told(model: &mut Model, told: Told) -> Vec<Effect> {
    match told {
        Told::People(people) => {
            for screen in &mut model.screens {
                if let Screen::Clerks(clerks) = screen {
                    clerks.take(&people);
                }
            }
            Vec::new()
        }
        Told::WouldHandOver(hand_over, lines) => {
            model.dialog = Some(Dialog::confirm(lines, Effect::Staff(Ask::HandOver(hand_over))));
            Vec::new()
        }
        Told::Done(text) => {
            close_form(model);
            tell(model, Tone::Done, &text);
            let mut effects = vec![Effect::Head];
            effects.extend(model.screens.iter_mut().flat_map(Screen::reload));
            effects
        }
        Told::Printed(path) => {
            close_form(model);
            tell(model, Tone::Done, &words::printed(&path))
        }
    }
}

fn close_form(model: &mut Model) {
    if matches!(model.top(), Some(Screen::Form(Form { purpose: Purpose::Clerk(..), .. }))) {
        model.screens.pop();
    }
}
