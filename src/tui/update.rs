//! From what happened to the next state and what is to be done about it. Pure: no I/O, no clock.

use ratatui::layout::Size;

use super::answers;
use super::barring::barred;
use super::bulk;
use super::copying;
use super::dialog::{Choosing, Dialog};
use super::dialogs::dialog_key;
use super::effect::Effect;
use super::form::FormReply;
use super::keymap::{Action, Found};
use super::listing;
use super::message::Message;
use super::model::Model;
use super::palette::Palette;
use super::pick::Pick;
use super::recording;
use super::screens::{
    CalendarReply, CalendarScreen, Carry, CaseScreen, ClerksScreen, Handbook, Help, List, RecordsScreen,
    Screen, SettingsScreen, YearScreen,
};
use super::staff;
use super::tour::Tour;
use super::widgets::{Edit, Message as Line, Tone};
use super::work::{case_act, form_act, pick, seek_earlier};
use super::yearly;
use crate::office::Looked;
use crate::records::RecordKind;
use crate::request::RequestId;
use crate::terminal::KeyPress;
use crate::words::tui::{calendar, lists, screens as said};

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

/// The most characters of one paste: as many as the longest field holds. Every key in a field takes time
/// with the length of its text.
const LONGEST_PASTE: usize = 20_000;

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.dialog.is_some() {
        return Vec::new();
    }
    if text.chars().nth(LONGEST_PASTE).is_some() {
        model.message = Some(Line::new(Tone::Refused, said::paste_too_long(LONGEST_PASTE)));
        return Vec::new();
    }
    match model.top_mut() {
        Some(Screen::List(list)) => list.search_for(text),
        Some(Screen::Form(form)) => {
            form.paste(text);
            Vec::new()
        }
        Some(Screen::Editor(editor)) => {
            editor.paste(text);
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
    if let Some(Screen::Editor(editor)) = model.top_mut()
        && editor.handle(press, width)
    {
        return Vec::new();
    }
    match model.top_mut() {
        Some(Screen::Form(form)) => match form.handle(press, width) {
            FormReply::Taken => return seek_earlier(form),
            FormReply::List => {
                pick(model, press.typed().map(String::from).unwrap_or_default().trim());
                return Vec::new();
            }
            FormReply::Ignored => {}
        },
        Some(Screen::List(List { search: Some(search), .. })) => match search.input.handle(press) {
            Edit::Changed => return listing::typed(model),
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
            if let Some(tour) = &mut model.tour {
                tour.pass(action);
            }
            act(model, action)
        }
        // What may follow is seen until it does.
        Found::Prefix(_) => Vec::new(),
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
pub(super) fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    if let Some(why) = barred(action, model.head.roles) {
        return tell(model, Tone::Refused, &why);
    }
    match action {
        Action::Repaint => vec![Effect::Repaint],
        Action::Suspend => vec![Effect::Suspend],
        Action::Quit => ask_to_quit(model),
        // Who asks twice wants more than keys.
        Action::Handbook | Action::Help if matches!(model.top(), Some(Screen::Help(_))) => {
            model.screens.push(Screen::Handbook(Handbook::open()));
            Vec::new()
        }
        Action::Handbook if !matches!(model.top(), Some(Screen::Handbook(_))) => {
            model.screens.push(Screen::Handbook(Handbook::open()));
            Vec::new()
        }
        Action::Help => {
            let help = Help::of(&model.keymap, &model.contexts());
            model.screens.push(Screen::Help(help));
            Vec::new()
        }
        Action::Palette => {
            let palette = Palette::of(model);
            model.dialog = Some(Dialog::Palette(Box::new(palette)));
            Vec::new()
        }
        Action::Tour => {
            model.tour = if model.tour.take().is_some() { None } else { Some(Tour::default()) };
            Vec::new()
        }
        Action::Copy => copying::ask(model),
        Action::Sessions => vec![Effect::OtherSessions],
        Action::Back => back(model),
        Action::GoList
        | Action::GoCarry
        | Action::GoYear
        | Action::GoCalendar
        | Action::GoRecords
        | Action::GoSettings
        | Action::GoClerks => go(model, action),
        _ => screen_act(model, action),
    }
}

pub(super) fn ask_to_quit(model: &mut Model) -> Vec<Effect> {
    let half_typed = model.screens.iter().filter(|screen| match screen {
        Screen::Form(form) => form.is_touched(),
        Screen::Editor(editor) => editor.is_touched(),
        _ => false,
    });
    model.dialog = Some(Dialog::quit(model.drafts.len() + half_typed.count()));
    Vec::new()
}

/// One level back.
pub(super) fn back(model: &mut Model) -> Vec<Effect> {
    if let Some(Screen::List(list)) = model.top_mut()
        && list.search.take().is_some()
    {
        return Vec::new();
    }
    if let Some(Screen::List(list)) = model.top_mut()
        && let Some(effects) = list.leave_found()
    {
        return effects;
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

/// To one of the main screens; a form and an editor are left by their own keys alone.
fn go(model: &mut Model, action: Action) -> Vec<Effect> {
    if model.screens.iter().any(|screen| matches!(screen, Screen::Form(_) | Screen::Editor(_))) {
        return tell(model, Tone::Info, said::LEAVE_FIRST);
    }
    let year = model.head.today.year();
    model.screens.truncate(1);
    let mut screen = match action {
        Action::GoCarry => Screen::Carry(Carry::of(year, year)),
        Action::GoYear => Screen::Year(YearScreen::of(year)),
        Action::GoCalendar => Screen::Calendar(CalendarScreen::at(model.head.today)),
        Action::GoSettings => Screen::Settings(SettingsScreen::default()),
        Action::GoClerks => Screen::Clerks(ClerksScreen::default()),
        Action::GoRecords => Screen::Records(RecordsScreen::of(year, RecordKind::Document)),
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
    let total = screen.shown_mut().map_or(0, |rows| rows.total);
    if action == Action::MarkAll && total > bulk::MOST {
        return tell(model, Tone::Refused, &lists::too_many_to_mark(total, bulk::MOST));
    }
    if let Some(effects) = screen.shown_mut().and_then(|rows| rows.act(action, height)) {
        return effects;
    }
    match screen {
        Screen::List(_) => listing::act(model, action),
        Screen::Carry(carry) => match carry.act(action, now) {
            Some(effects) => effects,
            None if action == Action::Open => open(model),
            None if action == Action::Bulk => bulk::ask(model),
            None => Vec::new(),
        },
        Screen::Bulk(_) => bulk::act(model, action, body),
        Screen::Year(year) => match year.act(action, width, body) {
            Some(effects) => effects,
            None => yearly::act(model, action),
        },
        Screen::Editor(_) => yearly::editor_act(model, action),
        Screen::Case(case) => {
            if case.act(action, width, body) {
                return Vec::new();
            }
            case_act(model, action)
        }
        Screen::Calendar(calendar) => match calendar.act(action, head.today, width, body) {
            CalendarReply::Open(id) => open_case(model, id),
            CalendarReply::NothingDue => tell(model, Tone::Info, calendar::NOTHING_DUE),
            CalendarReply::Taken => Vec::new(),
        },
        Screen::Records(_) => recording::list_act(model, action),
        Screen::Record(_) => recording::record_act(model, action),
        Screen::Clerks(_) => staff::act(model, action),
        Screen::Help(help) => {
            help.act(action, width, body);
            Vec::new()
        }
        Screen::Settings(settings) => {
            if !settings.act(action, body) && action == Action::Change {
                let (title, choices) = settings.choices();
                let (choices, wishes): (Vec<_>, Vec<_>) = choices.into_iter().unzip();
                model.dialog = Some(Dialog::Choose(
                    Pick::new(&title, choices),
                    wishes.into_iter().map(Choosing::Wish).collect(),
                ));
            }
            Vec::new()
        }
        Screen::Handbook(handbook) => {
            handbook.act(action, width, body);
            Vec::new()
        }
        Screen::Plain(plain) => {
            plain.act(action, width, body + 5);
            Vec::new()
        }
        Screen::Form(_) => form_act(model, action),
    }
}

/// Says it in the message line.
pub(super) fn tell(model: &mut Model, tone: Tone, text: &str) -> Vec<Effect> {
    model.message = Some(Line::new(tone, text));
    Vec::new()
}

/// Opens the selected request.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let selected =
        model.top_mut().and_then(Screen::shown_mut).and_then(|rows| rows.selected().map(|row| row.id));
    match selected {
        Some(id) => open_case(model, id),
        None => tell(model, Tone::Info, said::NOTHING_SELECTED),
    }
}

pub(super) fn open_case(model: &mut Model, id: RequestId) -> Vec<Effect> {
    model.screens.push(Screen::Case(CaseScreen::of(id)));
    vec![Effect::Case(id), Effect::Looked(Looked::Case, id)]
}
