//! From what happened to the next state and what is to be done about it. Pure: no I/O, no clock.

use ratatui::layout::Size;

use super::answers;
use super::dialog::{Dialog, Pick, PickReply};
use super::effect::Effect;
use super::form::{Form, FormReply, Purpose, Value, Wanted};
use super::keymap::{Action, Found};
use super::message::Message;
use super::model::Model;
use super::screens::document::{Document, Row};
use super::screens::{
    CalendarReply, CalendarScreen, Carry, CaseScreen, Help, List, Screen, StepKind, YearScreen,
};
use super::widgets::{Edit, Menu, MenuItem, MenuReply, Message as Line, Tone, theme};
use crate::desk::CaseView;
use crate::request::RequestId;
use crate::terminal::KeyPress;
use crate::words;
use crate::words::tui::{forms, screens as said};

/// What the session asks for at its beginning.
pub(crate) fn begin(model: &mut Model) -> Vec<Effect> {
    if matches!(model.top(), Some(Screen::Form(_))) {
        return Vec::new();
    }
    let mut effects = vec![Effect::Head];
    effects.extend(model.screens.iter_mut().flat_map(Screen::reload));
    effects
}

/// Takes in what happened.
pub(crate) fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(press) => {
            model.message = None;
            key(model, press)
        }
        Message::Paste(text) => {
            model.message = None;
            paste(model, &text)
        }
        Message::Resize(size) => resize(model, size),
        Message::Answer(answer) => answers::take(model, answer),
    }
}

fn resize(model: &mut Model, size: Size) -> Vec<Effect> {
    model.size = size;
    let (head, width) = (model.head.clone(), size.width);
    for screen in &mut model.screens {
        if let Screen::Case(case) = screen {
            case.lay_out(&head, width);
        }
    }
    Vec::new()
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.dialog.is_some() {
        return Vec::new();
    }
    match model.top_mut() {
        Some(Screen::List(list)) => list.search_for(text),
        Some(Screen::Form(form)) => {
            form.paste(text);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn key(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    if model.dialog.is_some() {
        return dialog_key(model, press);
    }
    let width = model.size.width;
    match model.top_mut() {
        Some(Screen::Form(form)) => match form.handle(press, width) {
            FormReply::Taken => return Vec::new(),
            FormReply::List => {
                pick(model, press.typed().map(String::from).unwrap_or_default().trim());
                return Vec::new();
            }
            FormReply::Ignored => {}
        },
        Some(Screen::List(List { search: Some(search), .. })) => match search.input.handle(press) {
            Edit::Changed => return vec![Effect::Find(search.input.text())],
            Edit::Moved if !search.input.is_empty() => return Vec::new(),
            Edit::Moved | Edit::Ignored => {}
        },
        _ => {}
    }
    bound_key(model, press)
}

/// A key that is looked up in the key map.
fn bound_key(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let contexts = model.contexts();
    model.started.push(press);
    match model.keymap.find(&contexts, &model.started) {
        Found::Action(action) => {
            model.started.clear();
            act(model, action)
        }
        Found::Prefix(follows) => {
            let follows: Vec<String> = follows
                .iter()
                .map(|follow| said::follow(&super::keymap::print_keys(&follow.keys), follow.action.label()))
                .collect();
            model.message = Some(Line::new(Tone::Info, follows.join("  ")));
            Vec::new()
        }
        Found::Nothing => {
            model.started.clear();
            // Chinese committed in a list begins a search with it.
            match (model.top_mut(), press.typed()) {
                (Some(Screen::List(list)), Some(c)) if !c.is_ascii() => list.search_for(&String::from(c)),
                _ => Vec::new(),
            }
        }
    }
}

/// Does what a key means.
fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Repaint => vec![Effect::Repaint],
        Action::Suspend => vec![Effect::Suspend],
        Action::Quit => ask_to_quit(model),
        Action::Help if matches!(model.top(), Some(Screen::Help(_))) => Vec::new(),
        Action::Help => {
            let help = Help::of(&model.keymap, &model.contexts());
            model.screens.push(Screen::Help(help));
            Vec::new()
        }
        Action::Back => back(model),
        Action::GoList | Action::GoCarry | Action::GoYear | Action::GoCalendar => go(model, action),
        _ => screen_act(model, action),
    }
}

fn ask_to_quit(model: &mut Model) -> Vec<Effect> {
    let half_typed =
        model.screens.iter().filter(|screen| matches!(screen, Screen::Form(form) if form.is_touched()));
    model.dialog = Some(Dialog::quit(model.drafts.len() + half_typed.count()));
    Vec::new()
}

fn back(model: &mut Model) -> Vec<Effect> {
    if let Some(Screen::List(list)) = model.top_mut()
        && list.search.take().is_some()
    {
        return Vec::new();
    }
    if let Some(Screen::Calendar(calendar)) = model.top_mut()
        && calendar.leave_list()
    {
        return Vec::new();
    }
    if model.screens.len() > 1 {
        model.screens.pop();
        return Vec::new();
    }
    ask_to_quit(model)
}

/// To one of the main screens; a form is left by its own keys alone.
fn go(model: &mut Model, action: Action) -> Vec<Effect> {
    if model.screens.iter().any(|screen| matches!(screen, Screen::Form(_))) {
        return Vec::new();
    }
    let year = model.head.today.year();
    model.screens.truncate(1);
    let mut screen = match action {
        Action::GoCarry => Screen::Carry(Carry::of(year, year)),
        Action::GoYear => Screen::Year(YearScreen::of(year)),
        Action::GoCalendar => Screen::Calendar(CalendarScreen::at(model.head.today)),
        _ => {
            if let Some(Screen::List(list)) = model.top_mut() {
                list.search = None;
            }
            return model.top_mut().map(Screen::reload).unwrap_or_default();
        }
    };
    let effects = screen.reload();
    model.screens.push(screen);
    effects
}

/// What an action means on the screen that is seen.
fn screen_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let (body, width) = (model.body_height(), model.size.width);
    let now = model.head.today.year();
    let head = model.head.clone();
    let Some(screen) = model.top_mut() else { return Vec::new() };
    let height = screen.list_height(body);
    if let Some(effects) = screen.shown_mut().and_then(|rows| rows.act(action, height)) {
        return effects;
    }
    match screen {
        Screen::List(list) => match action {
            Action::Filter if list.search.is_none() => list.next_filter(),
            Action::Search => list.search_for(""),
            Action::Open => open(model),
            Action::Register => open_form(model, Form::register(&head)),
            Action::Sort => tell(model, Tone::Info, said::ORDER),
            _ => Vec::new(),
        },
        Screen::Carry(carry) => match carry.act(action, now) {
            Some(effects) => effects,
            None if action == Action::Open => open(model),
            None => Vec::new(),
        },
        Screen::Year(year) => match year.act(action, body) {
            Some(effects) => effects,
            None => year_act(model, action),
        },
        Screen::Case(case) => {
            if case.act(action, width, body) {
                return Vec::new();
            }
            case_act(model, action)
        }
        Screen::Calendar(calendar) => match calendar.act(action, head.today, width, body) {
            CalendarReply::Open(id) => open_case(model, id),
            CalendarReply::NothingDue => tell(model, Tone::Info, words::tui::calendar::NOTHING_DUE),
            CalendarReply::Taken => Vec::new(),
        },
        Screen::Help(help) => {
            help.act(action, width, body);
            Vec::new()
        }
        Screen::Form(_) => form_act(model, action),
    }
}

fn tell(model: &mut Model, tone: Tone, text: &str) -> Vec<Effect> {
    model.message = Some(Line::new(tone, text));
    Vec::new()
}

/// Opens the selected request.
fn open(model: &mut Model) -> Vec<Effect> {
    let selected =
        model.top_mut().and_then(Screen::shown_mut).and_then(|rows| rows.selected().map(|row| row.id));
    match selected {
        Some(id) => open_case(model, id),
        None => tell(model, Tone::Info, said::NOTHING_SELECTED),
    }
}

fn open_case(model: &mut Model, id: RequestId) -> Vec<Effect> {
    model.screens.push(Screen::Case(CaseScreen::of(id)));
    vec![Effect::Case(id)]
}

fn year_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(Screen::Year(year)) = model.top() else { return Vec::new() };
    match action {
        Action::DrillDown => {
            let Some(filter) = year.drill_down() else { return Vec::new() };
            let mut list = List::of(filter);
            let effects = list.reload();
            model.screens.push(Screen::List(list));
            effects
        }
        Action::Check => vec![Effect::Check(year.year)],
        Action::Export => {
            let text = said::how_to_export(year.year);
            tell(model, Tone::Info, &text)
        }
        Action::NextTable => tell(model, Tone::Info, said::ONLY_TABLE3),
        _ => Vec::new(),
    }
}

fn case_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let (today, width, head) = (model.head.today, model.size.width, model.head.clone());
    let contexts = model.contexts();
    let keymap = model.keymap.clone();
    let Some(Screen::Case(case)) = model.top_mut() else { return Vec::new() };
    if action == Action::Clock {
        case.toggle_clock(&head, width);
        return Vec::new();
    }
    let Some(view) = case.view.clone() else { return Vec::new() };
    if action == Action::Steps {
        let digit = |kind: StepKind| {
            let keys = keymap.keys_of(&contexts, kind.action());
            keys.iter()
                .find_map(|keys| keys.first().and_then(|press| press.typed()).filter(char::is_ascii_digit))
        };
        let items = StepKind::ALL.map(|kind| {
            let item = MenuItem::new(digit(kind).unwrap_or(' '), kind.label());
            match kind.available(&view.case, today) {
                Ok(()) => item,
                Err(refusal) => item.refused(words::request::refusal(&refusal)),
            }
        });
        model.dialog = Some(Dialog::Steps(Menu::new(items.to_vec()), StepKind::ALL.to_vec()));
        return Vec::new();
    }
    match StepKind::of(action) {
        Some(kind) => begin_step(model, kind, &view),
        None => tell(model, Tone::Info, said::NOT_HERE_YET),
    }
}

/// Opens the form of a step, if the step can be taken.
fn begin_step(model: &mut Model, kind: StepKind, view: &CaseView) -> Vec<Effect> {
    if let Err(refusal) = kind.available(&view.case, model.head.today) {
        let text = words::request::refusal(&refusal);
        return tell(model, Tone::Refused, &text);
    }
    let form = Form::step(kind, view, &model.head);
    open_form(model, form)
}

/// Opens a form, or the draft of one.
fn open_form(model: &mut Model, form: Form) -> Vec<Effect> {
    let draft = model.drafts.iter().position(|draft| draft.purpose == form.purpose);
    let form = match draft.map(|at| model.drafts.remove(at)) {
        // The choices of a draft are those of its own version; after a change they may be others.
        Some(draft) if draft.version == form.version => {
            model.message = Some(Line::new(Tone::Info, forms::DRAFT_BACK));
            draft
        }
        _ => form,
    };
    model.screens.push(Screen::Form(form));
    Vec::new()
}

fn form_act(model: &mut Model, action: Action) -> Vec<Effect> {
    let today = model.head.today;
    let Some(Screen::Form(form)) = model.top_mut() else { return Vec::new() };
    match action {
        Action::NextField if form.go(true, today) => Vec::new(),
        Action::NextField | Action::Save => save(model),
        Action::PrevField => {
            form.go(false, today);
            Vec::new()
        }
        Action::Choose => {
            pick(model, "");
            Vec::new()
        }
        Action::Cancel if form.purpose == Purpose::Found => ask_to_quit(model),
        Action::Cancel if form.is_touched() => {
            model.dialog = Some(Dialog::draft());
            Vec::new()
        }
        Action::Cancel => back(model),
        _ => Vec::new(),
    }
}

/// Lists what the field can hold.
fn pick(model: &mut Model, typed: &str) {
    let Some(Screen::Form(form)) = model.top() else { return };
    let Some(field) = form.focused() else { return };
    match &field.value {
        Value::Choice(options, _) if options.is_empty() => {
            model.message = Some(Line::new(Tone::Info, forms::NO_CHOICE));
        }
        Value::Choice(options, chosen) => {
            let pick = Pick::new(field.label, options.clone(), chosen.unwrap_or_default(), typed);
            model.dialog = Some(Dialog::Pick(pick));
        }
        _ => model.message = Some(Line::new(Tone::Info, forms::NOTHING_TO_CHOOSE)),
    }
}

/// Checks the form and asks the desk.
fn save(model: &mut Model) -> Vec<Effect> {
    let (head, uid) = (model.head.clone(), model.uid);
    let Some(Screen::Form(form)) = model.top_mut() else { return Vec::new() };
    if let Err(faults) = form.check(head.today) {
        return tell(model, Tone::Refused, &faults);
    }
    match form.wanted(&head, uid) {
        Some(Wanted::Found(founding)) => vec![Effect::Found(founding)],
        Some(Wanted::Do(command, true)) => vec![Effect::Preview(command)],
        Some(Wanted::Do(command, false)) => vec![Effect::Submit(command)],
        None => tell(model, Tone::Refused, forms::INCOMPLETE),
    }
}

fn dialog_key(model: &mut Model, press: KeyPress) -> Vec<Effect> {
    let Some(dialog) = model.dialog.take() else { return Vec::new() };
    match dialog {
        Dialog::Pick(mut pick) => match pick.handle(press) {
            PickReply::Chosen(at) => {
                let today = model.head.today;
                if let Some(Screen::Form(form)) = model.top_mut() {
                    form.choose(at);
                    form.go(true, today);
                }
                Vec::new()
            }
            PickReply::Taken => keep(model, Dialog::Pick(pick)),
            PickReply::Ignored => dialog_bound(model, Dialog::Pick(pick), press),
        },
        Dialog::Steps(mut menu, kinds) => match menu.handle(press) {
            MenuReply::Chosen(at) => chosen_step(model, kinds.get(at).copied()),
            reply => menu_reply(model, Dialog::Steps(menu, kinds), reply, press),
        },
        Dialog::Confirm(lines, command, mut menu) => match menu.handle(press) {
            MenuReply::Chosen(0) => vec![Effect::Submit(command)],
            MenuReply::Chosen(_) => Vec::new(),
            reply => menu_reply(model, Dialog::Confirm(lines, command, menu), reply, press),
        },
        Dialog::Draft(mut menu) => match menu.handle(press) {
            MenuReply::Chosen(at) => leave_form(model, at),
            reply => menu_reply(model, Dialog::Draft(menu), reply, press),
        },
        Dialog::Quit(lines, mut menu) => match menu.handle(press) {
            MenuReply::Chosen(0) => vec![Effect::Quit],
            MenuReply::Chosen(_) => Vec::new(),
            reply => menu_reply(model, Dialog::Quit(lines, menu), reply, press),
        },
        text @ Dialog::Text(..) => dialog_bound(model, text, press),
    }
}

fn keep(model: &mut Model, dialog: Dialog) -> Vec<Effect> {
    model.dialog = Some(dialog);
    Vec::new()
}

fn menu_reply(model: &mut Model, dialog: Dialog, reply: MenuReply, press: KeyPress) -> Vec<Effect> {
    match reply {
        MenuReply::Refused(reason) => {
            model.message = Some(Line::new(Tone::Refused, reason));
            keep(model, dialog)
        }
        MenuReply::Moved | MenuReply::Chosen(_) => keep(model, dialog),
        MenuReply::Ignored => dialog_bound(model, dialog, press),
    }
}

/// A key that the window itself does not know.
fn dialog_bound(model: &mut Model, dialog: Dialog, press: KeyPress) -> Vec<Effect> {
    model.dialog = Some(dialog);
    let Found::Action(action) = model.keymap.find(&model.contexts(), &[press]) else { return Vec::new() };
    let size = model.size;
    match (action, &mut model.dialog) {
        (Action::Back, _) => model.dialog = None,
        (Action::Accept, Some(Dialog::Text(..))) => model.dialog = None,
        (action, Some(Dialog::Text(_, document))) => {
            document.act(action, size.width.saturating_sub(8), usize::from(size.height.saturating_sub(6)));
        }
        _ => {}
    }
    Vec::new()
}

fn chosen_step(model: &mut Model, kind: Option<StepKind>) -> Vec<Effect> {
    let view = match model.top() {
        Some(Screen::Case(case)) => case.view.clone(),
        _ => None,
    };
    match (kind, view) {
        (Some(kind), Some(view)) => begin_step(model, kind, &view),
        _ => Vec::new(),
    }
}

/// Keep as a draft, give up, or go on.
fn leave_form(model: &mut Model, choice: usize) -> Vec<Effect> {
    if choice > 1 {
        return Vec::new();
    }
    if let Some(Screen::Form(form)) = model.screens.pop()
        && choice == 0
    {
        model.drafts.push(form);
        model.message = Some(Line::new(Tone::Info, forms::DRAFT_KEPT));
    }
    Vec::new()
}

/// Lines to be read in a window.
pub(super) fn text_dialog(title: &str, lines: &[String]) -> Dialog {
    let rows = lines.iter().map(|line| Row::styled(line, theme::PLAIN)).collect();
    Dialog::Text(title.to_owned(), Document::new(rows))
}
