//! What the desk's answers do to the state.

use super::bulk;
use super::conflicting;
use super::consequence::consequence;
use super::dialog::Dialog;
use super::drafts;
use super::effect::{Effect, Source};
use super::form::{Form, Name, Purpose};
use super::guiding;
use super::message::Answer;
use super::model::Model;
use super::recording;
use super::screens::{List, Rows, Screen};
use super::sessions;
use super::staff;
use super::update::begin;
use super::widgets::{Message as Line, Tone};
use super::yearly;
use crate::desk::{CaseView, Done, Order};
use crate::register::{CaseRow, Cursor, Page, Query};
use crate::request::{Field, RequestId};
use crate::words;
use crate::words::tui::screens as said;
use crate::words::tui::settings;

/// Takes an answer.
pub(crate) fn take(model: &mut Model, answer: Answer) -> Vec<Effect> {
    match answer {
        Answer::Page { query, from, page, total } => page_came(model, query, from.as_ref(), &page, total),
        Answer::Whole(source, order, rows) => whole_came(model, &source, order, &rows),
        Answer::Sample(kind, view) => bulk::open(model, kind, &view),
        Answer::Each(then, outcomes) => return bulk::take(model, then, outcomes),
        Answer::Found { text, rows } => found(model, &text, &rows),
        Answer::BadSearch(text, why) => {
            // What was found before does not meet it.
            found(model, &text, &[]);
            let is_half_typed = matches!(model.top(), Some(Screen::List(list)) if list.is_half_typed());
            if !is_half_typed {
                model.message = Some(Line::new(Tone::Refused, why));
            }
        }
        Answer::Case(view) => {
            case_came(model, &view);
            drafts::came(model, &view);
            guiding::go_on(model, view.row.id);
        }
        Answer::Due(rows) => {
            for screen in &mut model.screens {
                if let Screen::Calendar(calendar) = screen {
                    calendar.take(&rows);
                }
            }
        }
        Answer::Earlier(earlier) => {
            if let Some(Screen::Form(form)) = model.top_mut()
                && form.purpose == Purpose::Register
            {
                form.set_note(Name::Law(Field::Content), words::tui::forms::earlier(&earlier));
            }
        }
        Answer::Recorded(recorded) => return recording::take(model, recorded),
        Answer::Staff(told) => return staff::told(model, told),
        Answer::SettingTried(setting, redated) => {
            let lines = settings::consequence(setting, &redated);
            model.dialog = Some(Dialog::confirm(lines, Effect::Set(setting)));
        }
        Answer::SettingSet(setting, redated) => return set(model, settings::set(setting, &redated)),
        Answer::OtherSessions(others) => return sessions::list(model, others),
        Answer::Head(head) => model.head = *head,
        Answer::Yearly(of, told) => return yearly::told(model, of, told),
        Answer::Saved(done) => return saved(model, &done),
        Answer::Preview(command, preview) => {
            let before = row_before(model, preview.row.id);
            match consequence(before, &preview, &model.head) {
                // Nothing that a clerk must know first.
                None => return vec![Effect::Submit(command)],
                Some(lines) => model.dialog = Some(Dialog::confirm(lines, Effect::Submit(command))),
            }
        }
        Answer::Refused(text, places) => {
            if let Some(Screen::Form(form)) = model.top_mut() {
                form.refused(&places, &text);
            }
            model.awaited = None;
            model.message = Some(Line::new(Tone::Refused, text));
        }
        Answer::Changed(changed) => return conflicting::told(model, *changed),
        Answer::Founded(notices) => return founded(model, notices),
        Answer::Failed(text) => model.message = Some(Line::new(Tone::Failed, text)),
    }
    Vec::new()
}

/// The office is there: its list, and the one question that only the clerk's eyes can answer.
fn founded(model: &mut Model, notices: Vec<String>) -> Vec<Effect> {
    model.screens = vec![Screen::List(List::open())];
    let notice = notices.into_iter().next();
    model.message = Some(match notice {
        Some(notice) => Line::new(Tone::Warning, notice),
        None => Line::new(Tone::Done, said::FOUNDED),
    });
    model.dialog = Some(Dialog::width());
    begin(model)
}

/// A setting of the office is on disk: everything that rests on it is read anew.
fn set(model: &mut Model, said: String) -> Vec<Effect> {
    model.message = Some(Line::new(Tone::Done, said));
    let mut effects = vec![Effect::Head];
    effects.extend(model.screens.iter_mut().flat_map(Screen::reload));
    effects
}

fn page_came(model: &mut Model, query: Query, from: Option<&Cursor>, page: &Page, total: Option<usize>) {
    let body = model.body_height();
    for screen in &mut model.screens {
        let height = screen.list_height(body);
        for rows in screen.lists().into_iter().filter(|rows| rows.query == Some(query)) {
            rows.take(from, page, total, height);
        }
    }
}

fn whole_came(model: &mut Model, source: &Source, order: Option<Order>, rows: &[CaseRow]) {
    let body = model.body_height();
    for screen in &mut model.screens {
        let height = screen.list_height(body);
        if let Screen::List(list) = screen
            && list.source() == *source
            && list.order == order
        {
            list.rows.take_whole(rows, height);
        }
    }
}

fn found(model: &mut Model, text: &str, rows: &[CaseRow]) {
    let lists = model.screens.iter_mut().filter_map(|screen| match screen {
        Screen::List(list) => list.search.as_mut(),
        _ => None,
    });
    for search in lists.filter(|search| search.input.text() == text) {
        let at = search.rows.scroll;
        let same = search.rows.items.len() == rows.len();
        search.rows = Rows::given(rows.to_vec());
        if same {
            search.rows.scroll = at;
        }
    }
}

/// The row of a case as the clerk has seen it.
fn row_before(model: &Model, id: RequestId) -> Option<&CaseRow> {
    model.screens.iter().rev().find_map(|screen| match screen {
        Screen::Case(case) if case.id == id => case.view.as_ref().map(|view| &view.row),
        _ => None,
    })
}

fn case_came(model: &mut Model, view: &CaseView) {
    let (head, width) = (model.head.clone(), model.size.width);
    for screen in &mut model.screens {
        match screen {
            Screen::Case(case) if case.id == view.row.id => {
                case.take(Box::new(view.clone()), &head, width);
            }
            // What would follow is told of the case as it is now.
            Screen::Form(Form { basis: Some(basis), .. }) if basis.view.row.id == view.row.id => {
                basis.view = view.clone();
            }
            _ => {}
        }
    }
}

/// It is on disk: the form goes, what was changed is read anew.
fn saved(model: &mut Model, done: &Done) -> Vec<Effect> {
    let purpose = match model.top() {
        Some(Screen::Form(Form { purpose, .. })) => Some(*purpose),
        _ => None,
    };
    if purpose.is_some() {
        model.screens.pop();
    }
    if purpose == Some(Purpose::Register)
        && let Some(rows) = model.top_mut().and_then(Screen::shown_mut)
    {
        rows.want(done.row.id);
    }
    let mut text = said::saved(&done.row, model.head.today, &model.head.calendar);
    let warnings: Vec<String> = done.warnings.iter().map(words::request::warning).collect();
    let tone = if warnings.is_empty() { Tone::Done } else { Tone::Warning };
    for warning in warnings {
        text.push_str(&said::and_warning(&warning));
    }
    model.message = Some(Line::new(tone, text));
    let mut effects = vec![Effect::Head];
    effects.extend(model.screens.iter_mut().flat_map(Screen::reload));
    effects
}
