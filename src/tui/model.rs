//! Everything the program knows at this moment; pure.

use jiff::civil::Date;
use ratatui::layout::Size;

use super::dialog::Dialog;
use super::drafts::{Draft, Of};
use super::form::Form;
use super::guide::Guided;
use super::keymap::{Context, Keymap};
use super::screens::{List, Preferred, Screen};
use super::tour::Tour;
use super::widgets::Message as Line;
use crate::calendar::Calendar;
use crate::office::{Clerk, Right, Roles, StandIn};
use crate::request::{ClerkId, OrganId, Readings, Reckoning, RequestId};
use crate::terminal::KeyPress;

/// How many cases press, and with what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counters {
    /// Answers and new answers past their day.
    pub(crate) overdue: usize,
    /// Answers and new answers due today.
    pub(crate) today: usize,
    /// Answers and new answers due within three working days, today's not among them.
    pub(crate) soon: usize,
    /// Receipts that are to be confirmed.
    pub(crate) unconfirmed: usize,
    /// Cases of which a unit is past its day.
    pub(crate) units: usize,
}

/// What the header says, and what many screens need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Head {
    /// The organ that the office was founded for; empty before that.
    pub(crate) organ: String,
    /// All organs it answers for.
    pub(crate) organs: Vec<(OrganId, String)>,
    /// Who works here.
    pub(crate) clerk: String,
    /// What the clerk may do.
    pub(crate) roles: Roles,
    /// All clerks, those who have left too.
    pub(crate) clerks: Vec<Clerk>,
    /// The clerk at the terminal.
    pub(crate) me: ClerkId,
    /// Who looks after whose cases today.
    pub(crate) standing_in: Vec<StandIn>,
    /// Who else is at which case.
    pub(crate) others: Vec<(RequestId, String)>,
    /// The civil day.
    pub(crate) today: Date,
    /// The day was set by hand (演练).
    pub(crate) day_is_set: bool,
    /// A practice office.
    pub(crate) practice: bool,
    /// What presses.
    pub(crate) counters: Counters,
    /// Working days.
    pub(crate) calendar: Calendar,
    /// How the office reads the law where it is silent.
    pub(crate) readings: Readings,
}

impl Head {
    /// The name of a clerk; empty for one that is not known.
    pub(crate) fn name_of(&self, id: ClerkId) -> &str {
        self.clerks.iter().find(|clerk| clerk.id == id).map_or("", |clerk| &clerk.name)
    }

    /// The clerks who may handle a case.
    pub(crate) fn handlers(&self) -> impl Iterator<Item = &Clerk> {
        self.clerks.iter().filter(|clerk| clerk.is_here && clerk.roles.may(Right::Handle))
    }

    /// What terms are computed with.
    pub(crate) fn reckoning(&self) -> Reckoning {
        Reckoning { calendar: self.calendar.clone(), readings: self.readings }
    }
}

impl Default for Head {
    fn default() -> Self {
        Self {
            organ: String::new(),
            organs: Vec::new(),
            clerk: String::new(),
            // Until the desk has told: it looks itself where something is written.
            roles: Roles::ALL,
            clerks: Vec::new(),
            me: ClerkId(0),
            standing_in: Vec::new(),
            others: Vec::new(),
            today: Date::default(),
            day_is_set: false,
            practice: false,
            counters: Counters::default(),
            calendar: Calendar::built_in(),
            readings: Readings::default(),
        }
    }
}

/// The whole state of a session.
#[derive(Debug)]
pub(crate) struct Model {
    /// Header.
    pub(crate) head: Head,
    /// One over the other; the last is seen. Never empty.
    pub(crate) screens: Vec<Screen>,
    /// A window over the screen.
    pub(crate) dialog: Option<Dialog>,
    /// The message line.
    pub(crate) message: Option<Line>,
    /// What is being done at this moment, in the place of the message.
    pub(crate) busy: Option<&'static str>,
    /// The window.
    pub(crate) size: Size,
    /// What the keys mean.
    pub(crate) keymap: Keymap,
    /// What the clerk prefers.
    pub(crate) own: Preferred,
    /// Files of keys over the chosen key map.
    pub(crate) layers: Vec<String>,
    /// Searches that the clerk keeps.
    pub(crate) views: Vec<String>,
    /// Where the clerk is shown around.
    pub(crate) tour: Option<Tour>,
    /// Keys of a sequence that has begun.
    pub(crate) started: Vec<KeyPress>,
    /// Answers of the guide that wait for their items, the next one last.
    pub(crate) guided: Vec<Guided>,
    /// Half-typed forms, put aside.
    pub(crate) drafts: Vec<Draft>,
    /// The draft that is to be opened once what it is of has come.
    pub(crate) awaited: Option<Of>,
    /// The account of the clerk: what a founding names.
    pub(crate) uid: u32,
}

impl Model {
    /// Before anything was answered: the list, or the questions of the first run.
    pub(crate) fn new(size: Size, keymap: Keymap, uid: u32, founded: bool, name: &str) -> Self {
        let first = if founded { Screen::List(List::open()) } else { Screen::Form(Form::founding(name)) };
        Self {
            head: Head::default(),
            screens: vec![first],
            dialog: None,
            message: None,
            busy: None,
            size,
            keymap,
            own: Preferred::default(),
            layers: Vec::new(),
            views: Vec::new(),
            tour: None,
            started: Vec::new(),
            guided: Vec::new(),
            drafts: Vec::new(),
            awaited: None,
            uid,
        }
    }

    /// The screen that is seen.
    pub(crate) fn top(&self) -> Option<&Screen> {
        self.screens.last()
    }

    /// The screen that is seen.
    pub(crate) fn top_mut(&mut self) -> Option<&mut Screen> {
        self.screens.last_mut()
    }

    /// Where a key is pressed now.
    pub(crate) fn contexts(&self) -> Vec<Context> {
        match (&self.dialog, self.top()) {
            (Some(_), _) => vec![Context::Popup],
            (None, Some(screen)) => screen.contexts(),
            (None, None) => vec![Context::Global],
        }
    }

    /// Rows between the title line and the message line.
    pub(crate) fn body_height(&self) -> usize {
        usize::from(self.size.height.saturating_sub(5))
    }
}
