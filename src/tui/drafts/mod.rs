//! Half-typed forms and texts, put aside or left behind: what of them is kept, and how they come back.
//!
//! A draft is what stood in the fields, by their labels; never a form. It comes back by filling a new form of
//! the same purpose, made of the case as it is by then: so it outlives the process, and a change of the case
//! is told as for a form that stayed open, when it is saved.

mod keeping;
mod lost;
mod stored;

pub(crate) use keeping::Keeping;
pub(super) use lost::{answered, ask, came, records_came};
pub(crate) use stored::{Unreadable, decode, encode};

use super::form::{Form, Purpose};
use super::yearly::Editor;
use crate::office::{ReportOf, TextPlace};
use crate::request::{Outcome, RequestId, Seq};
use crate::text;
use crate::words::tui::drafts as words;

/// A place where a draft lies outside of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot(pub u64);

/// What clerks left half-typed in sessions that are over.
#[derive(Debug, Default)]
pub struct Lost {
    /// What was kept, and where it lies.
    pub drafts: Vec<(Slot, Vec<u8>)>,
    /// What is to be said of drafts that cannot be opened, a sentence each.
    pub faults: Vec<String>,
}

/// Where the drafts of a clerk outlive the process. What is given to it is sealed, never plain on a disk.
pub trait Drawer {
    /// Keeps these bytes in the place of what the slot holds, or in a new slot; answers which. They are on
    /// disk when this returns, under the key of the request that they are about, if of one.
    ///
    /// # Errors
    /// Why they could not be kept, for the clerk; then the slot holds what it held.
    fn keep(&self, slot: Option<Slot>, about: Option<RequestId>, bytes: &[u8]) -> Result<Slot, String>;

    /// What the slot holds is done with.
    fn remove(&self, slot: Slot);

    /// What the slot holds cannot be read: it is put out of the way, and stays. Gives its new name.
    fn set_aside(&self, slot: Slot) -> String;

    /// What the clerk left in sessions that are over. From then on it is this session's.
    fn lost(&self) -> Lost;
}

/// What a draft is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    /// A form.
    Form(Purpose),
    /// The words of a place of a report.
    Text(ReportOf, TextPlace),
}

impl Of {
    /// Whether it is worth outliving the process: the questions of the first run have no office yet, and the
    /// forms about clerks are a choice or two.
    pub(crate) const fn is_kept(self) -> bool {
        !matches!(self, Self::Form(Purpose::Found | Purpose::Clerk(..)))
    }
}

/// Something half-typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Draft {
    /// What it is of.
    pub(crate) of: Of,
    /// What stood above it.
    pub(crate) title: String,
    /// The version that the clerk saw of what it is about.
    pub(crate) version: Seq,
    /// What stood in each field, by its label.
    pub(crate) texts: Vec<(String, String)>,
    /// What the guide led to.
    pub(crate) guided: Option<Outcome>,
    /// Where it lies outside of the process.
    pub(crate) slot: Option<Slot>,
    /// When it was kept there, in UTC milliseconds.
    pub(crate) at: Option<i64>,
    /// It was just being saved when the journal ended with this entry.
    pub(crate) sent: Option<Seq>,
}

/// What the two texts of an editor are called: what is typed, and what it began from.
const TYPED: &str = "文字";
const BEGAN: &str = "原文";

/// Columns of a text in a line about a draft, and how many texts it tells.
const SHOWN: usize = 24;
const TOLD: usize = 2;

impl Draft {
    /// What stands in a form.
    pub(crate) fn of_form(form: &Form) -> Self {
        // A number that was shown in full and left as it was is not the draft's to bring back; nor is the
        // nothing that stands where one is hidden.
        let typed = form.fields.iter().filter(|field| !field.name.is_number() || field.is_changed());
        let texts = typed.map(|field| (field.label.to_owned(), field.text()));
        Self {
            of: Of::Form(form.purpose),
            title: form.title.clone(),
            version: form.version,
            texts: texts.collect(),
            guided: form.choices.guided.clone(),
            slot: form.slot,
            at: None,
            sent: None,
        }
    }

    /// What stands in the editor.
    pub(crate) fn of_editor(editor: &Editor) -> Self {
        let texts = [(TYPED, editor.text()), (BEGAN, editor.state.text.clone())];
        Self {
            of: Of::Text(editor.of, editor.place()),
            title: editor.title(),
            version: Seq(0),
            texts: texts.map(|(label, text)| (label.to_owned(), text)).to_vec(),
            guided: None,
            slot: editor.slot,
            at: None,
            sent: None,
        }
    }

    /// The text of a field.
    pub(crate) fn text(&self, label: &str) -> Option<&str> {
        self.texts.iter().find(|(own, _)| own == label).map(|(_, text)| text.as_str())
    }

    /// The request whose key it is sealed by.
    pub(crate) const fn about(&self) -> Option<RequestId> {
        match self.of {
            Of::Form(Purpose::Step(_, id)) => Some(id),
            _ => None,
        }
    }

    /// Fills a form of the same purpose; gives the labels of texts that it has no field for. What was decided
    /// on an earlier version stays so, and is told of the change as it is saved.
    pub(crate) fn fill(self, form: &mut Form) -> Vec<String> {
        // What follows from one field may change another that was filled before.
        for _ in 0..2 {
            for (label, text) in &self.texts {
                form.restore(label, text);
            }
        }
        form.focus = 0;
        form.choices.guided = self.guided;
        form.slot = self.slot;
        // Those that are marked now are as they are now.
        if !matches!(form.purpose, Purpose::Bulk(_)) {
            form.version = self.version;
        }
        let has = |label: &str| form.fields.iter().any(|field| field.label == label);
        let homeless = self.texts.into_iter().filter(|(label, text)| !text.is_empty() && !has(label));
        homeless.map(|(label, _)| label).collect()
    }

    /// Puts its words into the editor; false where others have written there since.
    pub(crate) fn fill_editor(self, editor: &mut Editor) -> bool {
        let same = self.text(BEGAN) == Some(editor.state.text.as_str());
        editor.restore(self.text(TYPED).unwrap_or_default());
        editor.slot = self.slot;
        same
    }

    /// What it is, in a line: when, of what, and how it begins.
    pub(crate) fn line(&self) -> String {
        let typed = self.texts.iter().filter(|(label, text)| label != BEGAN && !text.trim().is_empty());
        let begins = typed.take(TOLD).map(|(label, text)| {
            let first = text.lines().next().unwrap_or_default();
            words::begins(label, &text::truncate(first, SHOWN))
        });
        words::half_typed(self.at, &self.title, &begins.collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests;
