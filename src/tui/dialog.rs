//! Windows over the screen: menus and questions.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::conflicting::Conflict;
use super::copying::Copyable;
use super::drafts::Slot;
use super::effect::Effect;
use super::guide::Guide;
use super::palette::Palette;
use super::pick::{Choice, Pick};
use super::screens::{Deed, DeedOffer, Offer, StepKind, Wish};
use super::staff;
use super::widgets::{Menu, MenuItem, Popup, around, put, theme};
use crate::desk::{OrderBy, Person};
use crate::request::{Refusal, Seq};
use crate::text;
use crate::words;
use crate::words::tui::{drafts, lists, screens as said, settings, year};

/// What a choice does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Choosing {
    /// Sets it.
    Wish(Wish),
    /// Another order of the list; its own where there is none.
    Order(Option<OrderBy>),
    /// Lists what meets these words.
    View(String),
    /// Keeps these words as a view.
    KeepView(String),
    /// Keeps them no longer.
    ForgetView(String),
    /// The step for all marked requests.
    Bulk(StepKind),
    /// Takes an entry back, for this reason.
    Undo(Seq, String),
    /// Asks this of the desk.
    Staff(staff::Ask),
    /// The form for who stands in for this clerk.
    StandIn(Box<Person>),
}

/// A window over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// The steps of a case, in the order of the list, and how each stands.
    Steps(Pick, Vec<(StepKind, Offer)>),
    /// What can be done to a record, and how it stands.
    Deeds(Pick, Vec<(Deed, DeedOffer)>),
    /// What a field can hold.
    Pick(Pick),
    /// Everything that can be done.
    Palette(Box<Palette>),
    /// One of several things to be done.
    Choose(Pick, Vec<Choosing>),
    /// What is to be copied.
    Copy(Pick, Vec<Copyable>),
    /// The questions that lead to a decision.
    Guide(Box<Guide>),
    /// Do this? With its consequence.
    Confirm(Vec<String>, Effect, Menu),
    /// How does the clerk's terminal draw what is of ambiguous width?
    Width(Menu),
    /// What others changed since the clerk looked, and what he can do now.
    Told(Box<Conflict>, Menu),
    /// What becomes of a half-typed form?
    Draft(Menu),
    /// What becomes of a changed text of the report?
    Leave(Menu),
    /// What becomes of what was left half-typed in sessions that are over? About the first of these.
    Lost(Vec<String>, Vec<Slot>, Menu),
    /// To which of the clerk's other sessions? By their numbers.
    Sessions(Pick, Vec<u64>),
    /// Leave the program?
    Quit(Vec<String>, Menu),
}

impl Dialog {
    /// The steps: those that can be taken now, then those that can be recorded for an earlier day, then the
    /// others with the reason why not; each in the order of the procedure.
    pub(crate) fn steps(offers: &[(StepKind, Offer)]) -> Self {
        let mut sorted = offers.to_vec();
        sorted.sort_by_key(|(_, offer)| match offer {
            Offer::Now => 0,
            Offer::Earlier(_) => 1,
            Offer::Refused(_) => 2,
        });
        let choice = |(kind, offer): &(StepKind, Offer)| {
            let (section, more) = match offer {
                Offer::Now => (said::STEPS_NOW, kind.action().text().to_owned()),
                Offer::Earlier(refusal) => (said::STEPS_EARLIER, why_not(*kind, refusal)),
                Offer::Refused(refusal) => (said::STEPS_NOT, why_not(*kind, refusal)),
            };
            let dim = *offer != Offer::Now;
            let number = kind.number().to_owned();
            Choice { number, label: kind.label().to_owned(), more, section, dim, ..Choice::default() }
        };
        Self::Steps(Pick::new(said::STEPS_TITLE, sorted.iter().map(choice).collect()), sorted)
    }

    /// What can be done to a record, in the sections of the menu of steps.
    pub(crate) fn deeds(offers: &[(Deed, DeedOffer)]) -> Self {
        let mut sorted = offers.to_vec();
        sorted.sort_by_key(|(_, offer)| match offer {
            DeedOffer::Now => 0,
            DeedOffer::Earlier(_) => 1,
            DeedOffer::Refused(_) => 2,
        });
        let choice = |(deed, offer): &(Deed, DeedOffer)| {
            let words = deed.words();
            let (section, more) = match offer {
                DeedOffer::Now => (said::STEPS_NOW, words.text.to_owned()),
                DeedOffer::Earlier(refusal) => (said::STEPS_EARLIER, deed.why_not(refusal)),
                DeedOffer::Refused(refusal) => (said::STEPS_NOT, deed.why_not(refusal)),
            };
            let (number, label) = (deed.number().to_owned(), words.label.to_owned());
            Choice { number, label, more, section, dim: *offer != DeedOffer::Now, ..Choice::default() }
        };
        Self::Deeds(Pick::new(said::STEPS_TITLE, sorted.iter().map(choice).collect()), sorted)
    }

    /// Do this?
    pub(crate) fn confirm(lines: Vec<String>, effect: Effect) -> Self {
        Self::Confirm(lines, effect, Menu::numbered(said::CONFIRM_CHOICES))
    }

    /// What others changed since the clerk looked.
    pub(crate) fn told(conflict: Conflict) -> Self {
        let menu = Menu::numbered(conflict.choices());
        Self::Told(Box::new(conflict), menu)
    }

    /// How does the clerk's terminal draw what is of ambiguous width?
    pub(crate) fn width() -> Self {
        Self::Width(Menu::numbered(settings::WIDTH_CHOICES))
    }

    /// What becomes of a half-typed form?
    pub(crate) fn draft() -> Self {
        Self::Draft(Menu::numbered(said::DRAFT_CHOICES))
    }

    /// What becomes of a changed text of the report?
    pub(crate) fn leave() -> Self {
        Self::Leave(Menu::numbered(year::LEAVE_CHOICES))
    }

    /// What becomes of the first of these drafts?
    pub(crate) fn lost(lines: Vec<String>, slots: Vec<Slot>) -> Self {
        Self::Lost(lines, slots, Menu::numbered(drafts::CHOICES))
    }

    /// Leave the program?
    pub(crate) fn quit(drafts: usize) -> Self {
        Self::Quit(said::quit_lines(drafts), Menu::numbered(said::QUIT_CHOICES))
    }

    /// Draws it over the screen; gives the place of the cursor.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        match self {
            Self::Steps(pick, _)
            | Self::Deeds(pick, _)
            | Self::Copy(pick, _)
            | Self::Sessions(pick, _)
            | Self::Choose(pick, _)
            | Self::Pick(pick) => pick.draw(area, buf),
            Self::Palette(palette) => palette.pick.draw(area, buf),
            Self::Guide(guide) => guide.draw(area, buf),
            Self::Confirm(lines, _, menu) => draw_menu(said::CONFIRM_TITLE, lines, menu, area, buf),
            Self::Width(menu) => draw_menu(settings::WIDTH_TITLE, &settings::width_lines(), menu, area, buf),
            Self::Told(conflict, menu) => draw_menu(lists::SINCE_TITLE, &conflict.lines, menu, area, buf),
            Self::Draft(menu) => draw_menu(said::DRAFT_TITLE, &[], menu, area, buf),
            Self::Leave(menu) => draw_menu(year::LEAVE_TITLE, &[], menu, area, buf),
            Self::Lost(lines, _, menu) => draw_menu(drafts::TITLE, lines, menu, area, buf),
            Self::Quit(lines, menu) => draw_menu(said::QUIT_TITLE, lines, menu, area, buf),
        }
    }
}

/// Why a step cannot be taken, in words.
pub(crate) fn why_not(kind: StepKind, refusal: &Refusal) -> String {
    match (kind, refusal) {
        // Asked of all letters at once, where the refusal speaks of one.
        (StepKind::Received, Refusal::NothingSent(_) | Refusal::LetterReceived { .. }) => {
            said::NOTHING_OUT.to_owned()
        }
        _ => words::request::refusal(refusal),
    }
}

/// Lines to be read, and choices under them.
fn draw_menu(title: &str, lines: &[String], menu: &Menu, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let room = usize::from(area.width.saturating_sub(8)).max(10);
    let mut shown: Vec<String> = lines.iter().flat_map(|line| text::wrap(line, room)).collect();
    let head = shown.len();
    shown.extend(menu.items().iter().map(|item| " ".repeat(usize::from(MenuItem::width(item)))));
    let inside = Popup::new(title).draw(around(area, title, &shown), buf);
    for (n, line) in (0_u16..).zip(shown.iter().take(head)) {
        let place = Rect { y: inside.y.saturating_add(n), height: 1, ..inside }.intersection(inside);
        put(line, place, buf, theme::PLAIN);
    }
    let head = u16::try_from(head).unwrap_or(u16::MAX).min(inside.height);
    menu.draw(Rect { y: inside.y + head, height: inside.height - head, ..inside }, buf)
}
