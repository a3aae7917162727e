//! What concerns other requests of the applicant, and the row of a case of several items.

use crate::law::{Article, OutcomeKind, OutcomeRow};
use crate::request::case::{Case, Conclusion, ConclusionWay};
use crate::request::event::{ItemsSplit, Joined, RowOverruled};
use crate::request::{Outcome, Refusal, Relation};

impl Case {
    /// 一事一申请: items go into a request of their own, before any step that bears on the term, so that both
    /// have the same term from the same day. One item stays.
    pub(super) fn split(&mut self, split: &ItemsSplit) -> Result<(), Refusal> {
        self.running(split.on)?;
        if self.is_under_way() {
            return Err(Refusal::SplitTooLate);
        }
        let count = self.items.len();
        for number in &split.items {
            let item = usize::from(*number).checked_sub(1).and_then(|index| self.items.get_mut(index));
            let item = item.filter(|item| item.moved_to.is_none());
            item.ok_or(Refusal::NoSuchItem { items: count })?.moved_to = Some(split.into.clone());
        }
        if self.own_items().next().is_none() || split.items.is_empty() {
            return Err(Refusal::NothingLeft);
        }
        Ok(())
    }

    /// Whether a step was taken that bears on the term or on the answer.
    fn is_under_way(&self) -> bool {
        self.supplement.is_some()
            || self.reasons.is_some()
            || self.fee.is_some()
            || !self.consultations.is_empty()
            || !self.extensions.is_empty()
            || !self.deferrals.is_empty()
            || self.items.iter().any(|item| item.answer.is_some())
    }

    /// 并案: the case ends on that day, row （六）3.
    pub(super) fn join(&mut self, joined: &Joined) -> Result<(), Refusal> {
        self.running(joined.on)?;
        self.undecided()?;
        self.link(&joined.to, Relation::JoinedTo)?;
        self.conclusion = Some(Conclusion {
            on: joined.on,
            way: ConclusionWay::Joined,
            outcome: Outcome::of(OutcomeRow::OtherOther).with_kind(OutcomeKind::Joined),
        });
        Ok(())
    }

    /// Nothing disclosed and several grounds: the main one is a judgement, and a clerk may have another than
    /// the one derived. It must be one of the items' own; 部分公开 and 予以公开 leave no choice (the note of
    /// row （二）).
    pub(super) fn overrule(&mut self, overruled: &RowOverruled) -> Result<(), Refusal> {
        self.answering(overruled.on)?;
        let open_items = self.open_items();
        if open_items > 0 {
            return Err(Refusal::NothingToServe { open_items });
        }
        let derived = self.derived_outcome().ok_or(Refusal::NothingToServe { open_items })?;
        let among = self.own_items().filter_map(|(_, item)| item.answer.as_ref());
        let is_among = among.map(|answer| answer.outcome.row).any(|row| row == overruled.outcome.row);
        if derived.row.discloses() || !is_among {
            return Err(Refusal::RowNotAmongItems { row: overruled.outcome.row });
        }
        // The remedy follows the grounds of all that is withheld, whatever row is counted.
        let mut grounds = overruled.outcome.effective_grounds().to_vec();
        let further: Vec<Article> =
            derived.effective_grounds().iter().copied().filter(|ground| !grounds.contains(ground)).collect();
        grounds.extend(further);
        let outcome = Outcome { grounds, ..overruled.outcome.clone() };
        self.overruled = Some((outcome, overruled.reason.clone()));
        Ok(())
    }
}
