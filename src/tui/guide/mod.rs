//! The guide in a window: an item of a request after the other, a question after the other, to the row.
//!
//! Self-contained: it holds the case it is about, answers keys, draws itself over a screen, and in the end
//! gives for every open item where its questions ended. It records nothing.
//!
//! ```
//! use gongkai::terminal::{Key, KeyPress};
//! use gongkai::tui::guide::{Guide, GuideReply};
//! # use gongkai::{law::*, request::*};
//! # let reckoning = Reckoning::built_in();
//! # let context = Context { today: jiff::civil::date(2026, 3, 2), reckoning: &reckoning };
//! # let registration = Registration {
//! #     no: None, organ: OrganId::FIRST, kind: ApplicantKind::Natural, channel: Channel::SignedPost,
//! #     submitted_on: None, confirmed_on: None, received_on: Some(context.today),
//! #     particulars: Particulars { applicant: "张三".into(), content: "预算".into(), ..Particulars::default() },
//! # };
//! # let case = imported(&[register(registration, RequestNo::running("", 2026, 1), &context)?])?;
//! # let area = ratatui::layout::Rect::new(0, 0, 80, 24);
//! let mut guide = Guide::of(&case).expect("an item is open");
//! // Wanted, clear, not a request for information: a petition.
//! for key in ['1', '1', '2', '1'] {
//!     assert_eq!(guide.handle(KeyPress::char(key), area), GuideReply::Taken);
//! }
//! let GuideReply::Done(found) = guide.handle(KeyPress::plain(Key::Enter), area) else { panic!() };
//! assert_eq!(found[0].verdict.row(), Some(OutcomeRow::NpPetition));
//! # Ok::<(), Refusal>(())
//! ```

mod draw;
mod sheet;
#[cfg(test)]
mod tests;

use ratatui::layout::Rect;

use super::keymap::Action;
use super::screens::document::Document;
use crate::law::guide::{Answer, Next, Question, Verdict, next};
use crate::request::{Case, Outcome};
use crate::terminal::{Key, KeyPress, fold_key};
use crate::words::guide as words;

/// What a key did to the guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuideReply {
    /// It took the key.
    Taken,
    /// Not its key: ask the key map.
    Ignored,
    /// The clerk leaves without a result.
    Left,
    /// Where the questions ended, for every open item in its order.
    Done(Vec<Guided>),
}

/// Where the questions about an item ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guided {
    /// The number of the item, from 1.
    pub item: u16,
    /// The row, the step that closes the request, or what comes first.
    pub verdict: Verdict,
    /// The way there, for going back.
    path: Vec<(Question, Answer)>,
}

impl Guided {
    /// The outcome to be decided; none where a step comes first or takes the decision's place.
    pub fn outcome(&self) -> Option<Outcome> {
        outcome(self.verdict)
    }
}

/// The outcome of an end; its grounds are stated only where the row's own would say too much.
fn outcome(verdict: Verdict) -> Option<Outcome> {
    let Verdict::Answer { row, kind, withheld } = verdict else { return None };
    let said = kind.is_some() || withheld.is_some();
    let grounds = if said { verdict.articles().to_vec() } else { Vec::new() };
    Some(Outcome { row, kind, grounds })
}

/// The questions about the open items of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    case: Case,
    /// Numbers of the open items, from 1.
    open: Vec<u16>,
    /// The items that are done; the next open one is asked about.
    done: Vec<Guided>,
    path: Vec<(Question, Answer)>,
    selected: Answer,
    document: Document,
}

/// What is shown now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// A question about this item.
    Ask(u16, Question),
    /// Where the questions about this item ended.
    End(u16, Verdict),
    /// All items, and the row of the case.
    Summary,
}

impl Guide {
    /// The guide for a case, at its first question; none where no item is open.
    pub fn of(case: &Case) -> Option<Self> {
        let numbered = case.own_items().map(|(n, item)| (item, n));
        let open: Vec<u16> =
            numbered.filter(|(item, _)| item.answer.is_none()).map(|(_, number)| number).collect();
        if open.is_empty() {
            return None;
        }
        let (done, path, document) = (Vec::new(), Vec::new(), Document::default());
        let mut guide = Self { case: case.clone(), open, done, path, selected: Answer::Yes, document };
        guide.turn();
        Some(guide)
    }

    /// Answers a key; `area` is the one it is drawn over.
    ///
    /// `1` and `2` (full-width ones and 是 and 否 too) answer, Up and Down select an answer, Enter gives it or
    /// takes the result, Left and Backspace go back, `PageUp` and `PageDown` scroll, Esc leaves.
    pub fn handle(&mut self, press: KeyPress, area: Rect) -> GuideReply {
        if press.ctrl || press.alt || press.shift {
            return GuideReply::Ignored;
        }
        match press.code {
            Key::Esc => return GuideReply::Left,
            Key::Left | Key::Backspace => self.back(),
            Key::PageUp => self.scroll(Action::PageUp, area),
            Key::PageDown => self.scroll(Action::PageDown, area),
            Key::Home => self.scroll(Action::Home, area),
            Key::End => self.scroll(Action::End, area),
            _ => return self.handle_page(press, area),
        }
        GuideReply::Taken
    }

    fn handle_page(&mut self, press: KeyPress, area: Rect) -> GuideReply {
        match (self.page(), press.code, press.typed().map(fold_key)) {
            (Page::Ask(_, question), _, Some('1' | '是')) => self.answer(question, Answer::Yes),
            (Page::Ask(_, question), _, Some('2' | '否')) => self.answer(question, Answer::No),
            (Page::Ask(_, question), Key::Enter, _) => self.answer(question, self.selected),
            (Page::Ask(..), Key::Up, _) => self.selected = Answer::Yes,
            (Page::Ask(..), Key::Down, _) => self.selected = Answer::No,
            (Page::End(item, verdict), Key::Enter, _) => return self.take(item, verdict),
            (Page::Summary, Key::Enter, _) => return GuideReply::Done(self.done.clone()),
            (Page::End(..) | Page::Summary, Key::Up, _) => self.scroll(Action::Up, area),
            (Page::End(..) | Page::Summary, Key::Down, _) => self.scroll(Action::Down, area),
            _ => return GuideReply::Ignored,
        }
        GuideReply::Taken
    }

    fn page(&self) -> Page {
        let Some(item) = self.open.get(self.done.len()) else { return Page::Summary };
        match next(&self.path) {
            Next::Ask(question) => Page::Ask(*item, question),
            Next::Done(verdict) => Page::End(*item, verdict),
        }
    }

    fn answer(&mut self, question: Question, answer: Answer) {
        self.path.push((question, answer));
        self.selected = Answer::Yes;
        self.turn();
    }

    /// Takes the result of an item; of the only one at once, of several after they were seen together.
    fn take(&mut self, item: u16, verdict: Verdict) -> GuideReply {
        let path = std::mem::take(&mut self.path);
        // Whether the applicant still wants it is true of the form, not of an item.
        self.path =
            path.iter().copied().filter(|given| *given == (Question::StillWanted, Answer::Yes)).collect();
        self.done.push(Guided { item, verdict, path });
        self.turn();
        if self.open.len() == 1 { GuideReply::Done(self.done.clone()) } else { GuideReply::Taken }
    }

    /// One question back; from the first question of an item to the result of the one before.
    fn back(&mut self) {
        self.selected = match self.path.pop().filter(|_| self.page() != Page::Summary) {
            Some((_, given)) => given,
            None => match self.done.pop() {
                Some(before) => {
                    self.path = before.path;
                    Answer::Yes
                }
                None => return,
            },
        };
        self.turn();
    }

    fn scroll(&mut self, action: Action, area: Rect) {
        let room = draw::reading_room(self, area);
        self.document.act(action, room.width, usize::from(room.height));
    }

    /// Another page: its text, from the beginning.
    fn turn(&mut self) {
        self.document = Document::new(match self.page() {
            Page::Ask(_, question) => sheet::question(question),
            Page::End(_, verdict) => sheet::end(&self.case, verdict, self.is_masked()),
            Page::Summary => sheet::summary(&self.case, &self.done),
        });
    }

    /// Whether the third party is protected by blacking out: then nobody needs to be asked.
    fn is_masked(&self) -> bool {
        self.path.contains(&(Question::ThirdMaskable, Answer::Yes))
    }

    /// Where an answer to the question now asked would lead.
    fn would_lead(&self, question: Question, answer: Answer) -> String {
        let mut path = self.path.clone();
        path.push((question, answer));
        match next(&path) {
            Next::Ask(_) => words::NEXT_QUESTION.to_owned(),
            Next::Done(verdict) => words::verdict(verdict),
        }
    }
}
