//! What of a session's half-typed forms lies outside of the process, and when.

use std::collections::BTreeMap;

use super::{Draft, Drawer, Of, Slot, Unreadable, decode, encode};
use crate::desk::{Desk, DeskError};
use crate::request::{ClerkId, Field, RequestId};
use crate::tui::backend::Seat;
use crate::tui::effect::{Effect, Then};
use crate::tui::form::{Form, Purpose};
use crate::tui::model::Model;
use crate::tui::screens::Screen;
use crate::tui::yearly::{Ask, Editor};
use crate::words::request::field as label;
use crate::words::tui::drafts as words;

/// Events after which it is kept, however fast they come.
const MOST: usize = 60;

/// What lies outside of the process.
#[derive(Debug, Default)]
pub(crate) struct Keeping {
    kept: BTreeMap<Slot, Draft>,
    is_pending: bool,
    events: usize,
    /// It was said that it does not work.
    is_said: bool,
}

/// Something half-typed, wherever it is.
enum Half<'m> {
    Form(&'m mut Form),
    Editor(&'m mut Editor),
    Aside(&'m mut Draft),
}

impl Half<'_> {
    fn draft(&self) -> Draft {
        match self {
            Self::Form(form) => Draft::of_form(form),
            Self::Editor(editor) => Draft::of_editor(editor),
            Self::Aside(draft) => Draft { at: None, sent: None, ..(*draft).clone() },
        }
    }

    fn slot(&mut self) -> &mut Option<Slot> {
        match self {
            Self::Form(form) => &mut form.slot,
            Self::Editor(editor) => &mut editor.slot,
            Self::Aside(draft) => &mut draft.slot,
        }
    }
}

/// Everything that somebody would have to type again.
fn halves(model: &mut Model) -> impl Iterator<Item = Half<'_>> {
    let open = model.screens.iter_mut().filter_map(|screen| match screen {
        Screen::Form(form) if form.is_touched() && Of::Form(form.purpose).is_kept() => Some(Half::Form(form)),
        Screen::Editor(editor) if editor.is_touched() => Some(Half::Editor(editor)),
        _ => None,
    });
    open.chain(model.drafts.iter_mut().filter(|draft| draft.of.is_kept()).map(Half::Aside))
}

impl Keeping {
    /// Something may have been typed.
    pub(crate) fn typed(&mut self) {
        self.is_pending = true;
        self.events += 1;
    }

    /// Whether something may be there that is not kept yet.
    pub(crate) const fn is_pending(&self) -> bool {
        self.is_pending
    }

    /// Whether it is time, though the clerk has not paused.
    pub(crate) const fn is_due(&self) -> bool {
        self.events >= MOST
    }

    /// Keeps what has changed since it was last kept. Gives what is to be said, once, where that fails.
    pub(crate) fn keep<S: Seat>(&mut self, model: &mut Model, seat: &S) -> Option<String> {
        (self.is_pending, self.events) = (false, 0);
        let mut fault = None;
        for half in halves(model) {
            fault = self.keep_one(half, seat).err().or(fault);
        }
        self.settle(model, seat.drawer());
        let is_said = std::mem::replace(&mut self.is_said, fault.is_some());
        fault.filter(|_| !is_said).map(|why| words::not_kept(&why))
    }

    fn keep_one<S: Seat>(&mut self, mut half: Half<'_>, seat: &S) -> Result<(), String> {
        let mut draft = half.draft();
        // What was taken away meanwhile may be another's by now.
        draft.slot = draft.slot.filter(|slot| self.kept.contains_key(slot));
        if draft.slot.is_some_and(|slot| self.kept.get(&slot) == Some(&draft)) {
            return Ok(());
        }
        let bytes = encode(&draft, seat.desk().now());
        let slot = seat.drawer().keep(draft.slot, draft.about(), &bytes)?;
        *half.slot() = Some(slot);
        self.kept.insert(slot, Draft { slot: Some(slot), ..draft });
        Ok(())
    }

    /// Takes away what was saved, or given up.
    pub(crate) fn settle(&mut self, model: &mut Model, drawer: &dyn Drawer) {
        if self.kept.is_empty() {
            return;
        }
        let wanted: Vec<Slot> = halves(model).filter_map(|mut half| *half.slot()).collect();
        self.kept.retain(|slot, _| {
            let stays = wanted.contains(slot);
            if !stays {
                drawer.remove(*slot);
            }
            stays
        });
    }

    /// A form is about to be saved: that is written into its draft first. Whatever happens between the journal
    /// and the end of the draft, it can then be told whether this was recorded.
    pub(crate) fn sending<S: Seat>(&mut self, effect: &Effect, model: &mut Model, seat: &S) {
        if !writes(effect) {
            return;
        }
        let open = model.screens.iter_mut().rev().find_map(|screen| match screen {
            Screen::Form(form) if form.slot.is_some() => Some(Half::Form(form)),
            Screen::Editor(editor) if editor.slot.is_some() => Some(Half::Editor(editor)),
            _ => None,
        });
        let Some(mut half) = open else { return };
        let draft = Draft { sent: Some(seat.desk().head().seq), ..half.draft() };
        let Some(slot) = draft.slot.filter(|slot| self.kept.contains_key(slot)) else { return };
        // Where it is refused, it is half-typed as before.
        self.is_pending = true;
        if seat.drawer().keep(Some(slot), draft.about(), &encode(&draft, seat.desk().now())).is_ok() {
            self.kept.insert(slot, draft);
            return;
        }
        // Rather none than one that comes back after it was recorded.
        seat.drawer().remove(slot);
        self.kept.remove(&slot);
        *half.slot() = None;
    }

    /// Looks for what was left in sessions that are over: the drafts, the newest first, and what is to be said.
    pub(crate) fn find<S: Seat>(&mut self, seat: &S) -> (Vec<Draft>, Vec<String>) {
        let lost = seat.drawer().lost();
        let (mut drafts, mut said) = (Vec::new(), lost.faults);
        for (slot, bytes) in lost.drafts {
            match decode(&bytes, slot) {
                Ok(draft) if is_recorded(seat.desk(), seat.clerk(), &draft) => {
                    said.push(words::recorded(&draft.title));
                    seat.drawer().remove(slot);
                }
                Ok(draft) => {
                    // What it is compared with has neither the time nor the attempt.
                    self.kept.insert(slot, Draft { at: None, ..draft.clone() });
                    drafts.push(Draft { sent: None, ..draft });
                }
                Err(Unreadable::Newer) => said.push(words::NEWER.to_owned()),
                Err(Unreadable::Damaged) => said.push(words::damaged(&seat.drawer().set_aside(slot))),
            }
        }
        drafts.sort_by_key(|draft| std::cmp::Reverse((draft.at, draft.slot)));
        // An attempt that came to nothing is none the next time.
        self.is_pending = !drafts.is_empty();
        (drafts, said)
    }
}

/// Whether something of the clerk's is written by it.
const fn writes(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Submit(_)
            | Effect::Record(_)
            | Effect::Each(_, Then::Do)
            | Effect::Yearly(_, Ask::Write(..) | Ask::Publish(_))
    )
}

/// Whether what was being saved when the process ended is in the journal.
fn is_recorded(desk: &Desk, clerk: ClerkId, draft: &Draft) -> bool {
    let Some(sent) = draft.sent else { return false };
    // What cannot be told is shown, and the clerk tells.
    let Ok(written) = desk.written_since(clerk, sent) else { return false };
    written.into_iter().any(|(seq, request)| match (draft.of, request) {
        (Of::Form(Purpose::Register), Some(id)) => id.0 == seq.0 && is_of(desk, id, draft).unwrap_or(false),
        (Of::Form(Purpose::Step(_, own)), Some(id)) => own == id,
        (Of::Form(Purpose::Bulk(_)), Some(_)) => true,
        (Of::Form(Purpose::Record(..) | Purpose::Publish(_)) | Of::Text(..), None) => true,
        _ => false,
    })
}

/// Whether a request is the one that the form described.
fn is_of(desk: &Desk, id: RequestId, draft: &Draft) -> Result<bool, DeskError> {
    let view = desk.case(id)?;
    let typed = |field| draft.text(label(field)).map(str::trim);
    let own = &view.case.facts.particulars;
    Ok(typed(Field::Applicant) == Some(own.applicant.as_str())
        && typed(Field::Content) == Some(own.content.as_str()))
}
