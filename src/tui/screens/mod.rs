//! One screen a file: what it holds, how it answers an action, how it is drawn.

mod bulk;
mod calendar;
mod carry;
mod case;
mod clerks;
pub(crate) mod document;
mod facts;
mod handbook;
mod help;
mod list;
mod list_rows;
mod offers;
mod plain;
mod records;
mod rows;
mod settings;
mod steps;
mod terms;
mod year;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(crate) use bulk::{Bulk, Outlook};
pub(crate) use calendar::{CalendarReply, CalendarScreen};
pub(crate) use carry::Carry;
pub(crate) use case::{CaseScreen, entry_line};
pub(crate) use clerks::ClerksScreen;
pub(crate) use handbook::Handbook;
pub(crate) use help::Help;
pub(crate) use list::{FOUND, Filter, List};
#[cfg(test)]
pub(crate) use offers::offers;
pub(crate) use offers::{Offer, asked};
pub(crate) use plain::Plain;
pub(crate) use records::{Behind, Deed, DeedOffer, RecordScreen, RecordsScreen};
pub(crate) use rows::Rows;
pub use settings::{Preference, Preferred};
pub(crate) use settings::{SettingsScreen, Wish};
pub(crate) use steps::StepKind;
pub(crate) use year::{Enter as YearEnter, Found as YearFound, YearScreen, text_length};

use super::effect::Effect;
use super::form::Form;
use super::keymap::{Action, Context};
use super::model::Head;
use super::yearly::Editor;
use crate::words::tui::screens as words;

/// What fills the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Requests.
    List(List),
    /// One request.
    Case(CaseScreen),
    /// Something to be filled in; the questions of the first run too.
    Form(Form),
    /// 结转
    Carry(Carry),
    /// 年度报告
    Year(YearScreen),
    /// The words of a place of it.
    Editor(Box<Editor>),
    /// 工作日历
    Calendar(CalendarScreen),
    /// 台账登记
    Records(RecordsScreen),
    /// One record of a register.
    Record(RecordScreen),
    /// A step on many requests: what would come of it, what came of it.
    Bulk(Box<Bulk>),
    /// A text without frames.
    Plain(Plain),
    /// 设置
    Settings(SettingsScreen),
    /// 人员
    Clerks(ClerksScreen),
    /// 使用手册
    Handbook(Handbook),
    /// Keys.
    Help(Help),
}

impl Screen {
    /// Where a key is pressed on it, the innermost place first.
    pub(crate) fn contexts(&self) -> Vec<Context> {
        let own = match self {
            Self::List(List { search: Some(_), .. }) => Context::Search,
            Self::List(_) => Context::List,
            Self::Case(_) => Context::Case,
            Self::Form(_) => Context::Form,
            Self::Carry(_) => Context::Carry,
            Self::Year(_) => Context::Year,
            Self::Editor(_) => Context::Text,
            Self::Calendar(_) => Context::Calendar,
            Self::Records(_) => Context::Records,
            Self::Record(_) => Context::Record,
            Self::Help(_) | Self::Plain(_) | Self::Bulk(_) => Context::Popup,
            Self::Settings(_) => Context::Settings,
            Self::Clerks(_) => Context::Clerks,
            Self::Handbook(_) => Context::Handbook,
        };
        vec![own, Context::Global]
    }

    /// Asks the desk for everything that it shows.
    pub(crate) fn reload(&mut self) -> Vec<Effect> {
        match self {
            Self::List(list) => list.reload(),
            Self::Case(case) => case.reload(),
            Self::Carry(carry) => carry.reload(),
            Self::Year(year) => year.reload(),
            Self::Calendar(_) => CalendarScreen::reload(),
            Self::Records(_) => RecordsScreen::reload(),
            Self::Clerks(_) => ClerksScreen::reload(),
            Self::Record(_) => RecordScreen::reload(),
            Self::Form(_)
            | Self::Editor(_)
            | Self::Help(_)
            | Self::Bulk(_)
            | Self::Plain(_)
            | Self::Settings(_)
            | Self::Handbook(_) => Vec::new(),
        }
    }

    /// The rows of every list on it.
    pub(crate) fn lists(&mut self) -> Vec<&mut Rows> {
        match self {
            Self::List(list) => vec![&mut list.rows],
            Self::Carry(carry) => carry.groups.iter_mut().collect(),
            _ => Vec::new(),
        }
    }

    /// The rows that one moves in.
    pub(crate) fn shown_mut(&mut self) -> Option<&mut Rows> {
        match self {
            Self::List(list) => Some(list.shown_mut()),
            Self::Carry(carry) => carry.shown_mut(),
            _ => None,
        }
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self, head: &Head) -> Vec<(Action, bool)> {
        match self {
            Self::List(list) => list.hints(),
            Self::Case(case) => case.hints(),
            Self::Form(form) => form.hints(),
            Self::Carry(carry) => carry.hints(),
            Self::Year(year) => year.hints(head),
            Self::Editor(editor) => editor.hints(),
            Self::Calendar(calendar) => calendar.hints(),
            Self::Records(records) => records.hints(),
            Self::Record(record) => record.hints(),
            Self::Bulk(bulk) => bulk.hints(),
            Self::Help(_) | Self::Plain(_) => Help::hints(),
            Self::Settings(_) => SettingsScreen::hints(),
            Self::Clerks(clerks) => clerks.hints(),
            Self::Handbook(_) => Handbook::hints(),
        }
    }

    /// What stands above it.
    pub(crate) fn title(&self, head: &Head) -> String {
        match self {
            Self::List(list) => list.title(),
            Self::Case(case) => case.title_among(head),
            Self::Form(form) => form.title.clone(),
            Self::Carry(carry) => words::carry_title(carry.year),
            Self::Year(year) => year.title(head),
            Self::Editor(editor) => editor.title(),
            Self::Calendar(_) => crate::words::tui::calendar::TITLE.to_owned(),
            Self::Records(records) => records.title(),
            Self::Record(record) => record.title(),
            Self::Help(_) => words::HELP_TITLE.to_owned(),
            Self::Bulk(bulk) => bulk.title(),
            Self::Plain(_) => String::new(),
            Self::Settings(_) => crate::words::tui::settings::TITLE.to_owned(),
            Self::Clerks(_) => crate::words::tui::staff::TITLE.to_owned(),
            Self::Handbook(_) => crate::words::handbook::TITLE.to_owned(),
        }
    }

    /// Where one is in it.
    pub(crate) fn position(&self, width: u16, height: usize) -> String {
        match self {
            Self::List(list) => list.position(),
            Self::Bulk(bulk) => bulk.position(),
            Self::Carry(carry) => carry.shown().map(Rows::position).unwrap_or_default(),
            Self::Case(case) => case.position(width, height),
            Self::Calendar(calendar) => calendar.position(),
            Self::Records(records) => records.position(),
            Self::Record(record) => record.position(width, height),
            Self::Year(year) => year.position(width, height),
            Self::Clerks(clerks) => clerks.position(),
            Self::Handbook(handbook) => handbook.position(width, height),
            Self::Form(_) | Self::Editor(_) | Self::Help(_) | Self::Plain(_) | Self::Settings(_) => {
                String::new()
            }
        }
    }

    /// Rows of requests that are seen, at a body of this height.
    pub(crate) fn list_height(&self, body: usize) -> usize {
        match self {
            Self::List(list) => body.saturating_sub(1 + list.lines_above()),
            Self::Carry(_) => body.saturating_sub(5),
            _ => body.saturating_sub(1),
        }
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, own: Preferred, area: Rect, buf: &mut Buffer) -> Option<Position> {
        match self {
            Self::List(list) => list.draw(head, area, buf),
            Self::Case(case) => Some(case.draw(area, buf)),
            Self::Form(form) => form.draw(head, area, buf),
            Self::Carry(carry) => carry.draw(head, area, buf),
            Self::Year(year) => year.draw(area, buf),
            Self::Editor(editor) => editor.draw(area, buf),
            Self::Calendar(calendar) => Some(calendar.draw(head, area, buf)),
            Self::Records(records) => records.draw(head, area, buf),
            Self::Record(record) => Some(record.draw(area, buf)),
            Self::Help(help) => Some(help.draw(area, buf)),
            Self::Bulk(bulk) => bulk.draw(area, buf),
            Self::Plain(plain) => Some(plain.draw(area, buf)),
            Self::Handbook(handbook) => Some(handbook.draw(area, buf)),
            Self::Settings(settings) => settings.draw(head, own, area, buf),
            Self::Clerks(clerks) => clerks.draw(head, area, buf),
        }
    }
}
