//! 主动公开信息: three reviews, three proofs, then the publication, within 20 working days (art. 26).

use jiff::civil::Date;

use super::event::RecordStep;
use super::{Record, RecordRefusal, Taken, Value};
use crate::calendar::{Calendar, Due};

/// Working days from forming or changing to publishing (art. 26).
const TERM: u16 = 20;
/// 三审三校
pub(super) const ROUNDS: u8 = 3;

/// 审 or 校.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Check {
    /// 审
    Review,
    /// 校
    Proof,
}

/// One of the six that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checked<'a> {
    /// 审 or 校.
    pub check: Check,
    /// 1 to 3.
    pub round: u8,
    /// The day.
    pub on: Date,
    /// Who.
    pub by: &'a str,
}

/// That it was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publication<'a> {
    /// The day.
    pub on: Date,
    /// Where; empty where nobody said.
    pub url: &'a str,
    /// Why without all reviews and proofs; empty where they are complete.
    pub override_reason: &'a str,
}

impl Record {
    /// The reviews and proofs that were done.
    pub fn checks(&self) -> impl Iterator<Item = Checked<'_>> {
        self.steps.iter().filter_map(|taken| match &taken.step {
            RecordStep::Reviewed { on, round, by } => {
                Some(Checked { check: Check::Review, round: *round, on: *on, by })
            }
            RecordStep::Proofread { on, round, by } => {
                Some(Checked { check: Check::Proof, round: *round, on: *on, by })
            }
            _ => None,
        })
    }

    /// The reviews and proofs that are lacking, in their order.
    pub fn lacking_checks(&self) -> Vec<(Check, u8)> {
        let all = [Check::Review, Check::Proof]
            .into_iter()
            .flat_map(|check| (1..=ROUNDS).map(move |round| (check, round)));
        all.filter(|wanted| !self.checks().any(|done| (done.check, done.round) == *wanted)).collect()
    }

    /// The review or proof that comes next; `None` once all three are done.
    pub fn next_round(&self, check: Check) -> Option<u8> {
        self.lacking_checks().into_iter().find(|(lacking, _)| *lacking == check).map(|(_, round)| round)
    }

    /// That it was published.
    pub fn publication(&self) -> Option<Publication<'_>> {
        let Value::Disclosure(disclosure) = self.value() else { return None };
        self.steps.iter().find_map(|taken| match &taken.step {
            RecordStep::Published { on, url, override_reason } => {
                let url = if url.is_empty() { &disclosure.url } else { url };
                Some(Publication { on: *on, url, override_reason })
            }
            _ => None,
        })
    }

    /// The last day for publishing it (art. 26).
    pub fn publish_by(&self, calendar: &Calendar) -> Option<Due> {
        let Value::Disclosure(disclosure) = self.value() else { return None };
        Some(calendar.nth_working_day_after(disclosure.formed_on, TERM))
    }
}

/// Whether the steps of a 主动公开信息 can have been taken so; the entry of the first that cannot.
pub(super) fn check_steps(formed_on: Date, steps: &[Taken]) -> Result<(), (Taken, RecordRefusal)> {
    let mut so_far = SoFar { formed_on, reviews: Vec::new(), proofs: Vec::new(), published: None };
    for taken in steps {
        so_far.take(&taken.step).map_err(|refusal| (taken.clone(), refusal))?;
    }
    Ok(())
}

struct SoFar {
    formed_on: Date,
    /// The rounds done.
    reviews: Vec<u8>,
    proofs: Vec<u8>,
    /// The day, and whether it was before all reviews and proofs.
    published: Option<(Date, bool)>,
}

impl SoFar {
    fn take(&mut self, step: &RecordStep) -> Result<(), RecordRefusal> {
        let on = step.on();
        if on < self.formed_on {
            return Err(RecordRefusal::BeforeFormed { on, formed: self.formed_on });
        }
        match step {
            RecordStep::Reviewed { round, .. } => self.check(Check::Review, on, *round),
            RecordStep::Proofread { round, .. } => self.check(Check::Proof, on, *round),
            RecordStep::Published { override_reason, .. } => self.publish(on, override_reason),
            _ => Ok(()),
        }
    }

    /// The next of three. After a publication only where that went ahead of them.
    fn check(&mut self, check: Check, on: Date, round: u8) -> Result<(), RecordRefusal> {
        if let Some((published, false)) = self.published {
            return Err(RecordRefusal::AfterPublication { on, published });
        }
        if !(1..=ROUNDS).contains(&round) {
            return Err(RecordRefusal::NoSuchRound(round));
        }
        let done = match check {
            Check::Review => &mut self.reviews,
            Check::Proof => &mut self.proofs,
        };
        if done.contains(&round) {
            return Err(RecordRefusal::RoundDone { check, round });
        }
        if round > 1 && !done.contains(&(round - 1)) {
            return Err(RecordRefusal::RoundOutOfTurn { check, round });
        }
        done.push(round);
        Ok(())
    }

    fn publish(&mut self, on: Date, override_reason: &str) -> Result<(), RecordRefusal> {
        if let Some((published, _)) = self.published {
            return Err(RecordRefusal::AlreadyPublished(published));
        }
        let mut lacking = Vec::new();
        for (check, done) in [(Check::Review, &self.reviews), (Check::Proof, &self.proofs)] {
            lacking.extend((1..=ROUNDS).filter(|round| !done.contains(round)).map(|round| (check, round)));
        }
        if !lacking.is_empty() && override_reason.trim().is_empty() {
            return Err(RecordRefusal::ChecksLacking(lacking));
        }
        self.published = Some((on, !lacking.is_empty()));
        Ok(())
    }
}
