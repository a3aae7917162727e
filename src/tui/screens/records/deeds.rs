//! What can be done to a record, and whether it can be done today: asked of the registers themselves, by
//! trying each with the least that it needs.

use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::records::{
    Check, DisputeResult, EndWay, Ended, Record, RecordAct, RecordCommand, RecordContext, RecordId,
    RecordKind, RecordRefusal, RecordStep, Records, decide,
};
use crate::words::records::refusal as refused;
use crate::words::tui::records as words;

/// Something that is done in the registers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deed {
    /// A new record.
    Add,
    /// It is written anew.
    Change,
    /// It counts no more.
    Remove,
    /// 废止
    Repeal,
    /// 宣布失效
    Void,
    /// In force after all.
    Reinstate,
    /// 审
    Review,
    /// 校
    Proof,
    /// 公开
    Publish,
    /// 答复, 答辩
    Answer,
    /// 听证, 开庭
    Hearing,
    /// 审结
    End,
    /// 上诉, 再审
    Appeal,
    /// A step was recorded wrongly.
    Undo,
}

impl Deed {
    /// What can be done to a record of a kind, in the order of the menu.
    pub(crate) const fn of(kind: RecordKind) -> &'static [Self] {
        match kind {
            RecordKind::Document => &[Self::Repeal, Self::Void, Self::Reinstate, Self::Change, Self::Remove],
            RecordKind::Disclosure => {
                &[Self::Review, Self::Proof, Self::Publish, Self::Undo, Self::Change, Self::Remove]
            }
            RecordKind::Dispute => &[
                Self::Answer,
                Self::Hearing,
                Self::End,
                Self::Appeal,
                Self::Undo,
                Self::Change,
                Self::Remove,
            ],
            RecordKind::Stock | RecordKind::Decisions | RecordKind::Charge | RecordKind::Activity => {
                &[Self::Change, Self::Remove]
            }
        }
    }

    /// What it is called, and a sentence about it.
    pub(crate) const fn words(self) -> words::DeedWords {
        match self {
            Self::Add => words::ADD,
            Self::Change => words::CHANGE,
            Self::Remove => words::REMOVE,
            Self::Repeal => words::REPEAL,
            Self::Void => words::VOID,
            Self::Reinstate => words::REINSTATE,
            Self::Review => words::REVIEW,
            Self::Proof => words::PROOF,
            Self::Publish => words::PUBLISH,
            Self::Answer => words::ANSWER,
            Self::Hearing => words::HEARING,
            Self::End => words::END,
            Self::Appeal => words::APPEAL,
            Self::Undo => words::UNDO,
        }
    }

    /// Why it cannot be done, in words.
    pub(crate) fn why_not(self, refusal: &RecordRefusal) -> String {
        match (self, refusal) {
            // Asked of no step at all, where the refusal speaks of one.
            (Self::Undo, RecordRefusal::NoSuchStep(_)) => words::NO_STEP.to_owned(),
            _ => refused(refusal),
        }
    }

    /// Its number in the menu.
    pub(crate) const fn number(self) -> &'static str {
        match self {
            Self::Add => "",
            Self::Repeal | Self::Review | Self::Answer => "1",
            Self::Void | Self::Proof | Self::Hearing => "2",
            Self::Reinstate | Self::Publish | Self::End => "3",
            Self::Appeal => "4",
            Self::Undo => "7",
            Self::Change => "8",
            Self::Remove => "9",
        }
    }
}

/// How a deed stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DeedOffer {
    /// It can be done today.
    Now,
    /// Not today, for this reason; but what was done on an earlier day can still be recorded.
    Earlier(RecordRefusal),
    /// Not at all.
    Refused(RecordRefusal),
}

/// Everything that can be done to a record of its kind, and how it stands.
pub(crate) fn deed_offers(
    records: &Records,
    record: &Record,
    today: Date,
    calendar: &Calendar,
) -> Vec<(Deed, DeedOffer)> {
    let context = RecordContext { today, calendar };
    let mut earlier: Vec<Date> = record.steps.iter().map(|taken| taken.step.on()).collect();
    earlier.push(record.value().day());
    let offer = |deed: Deed| match tried(records, record, deed, today, &context) {
        Ok(()) => DeedOffer::Now,
        Err(refusal) => {
            let works = |on: &Date| tried(records, record, deed, *on, &context).is_ok();
            if earlier.iter().any(works) { DeedOffer::Earlier(refusal) } else { DeedOffer::Refused(refusal) }
        }
    };
    Deed::of(record.kind()).iter().map(|deed| (*deed, offer(*deed))).collect()
}

/// Whether it can be done on a day.
fn tried(
    records: &Records,
    record: &Record,
    deed: Deed,
    on: Date,
    context: &RecordContext,
) -> Result<(), RecordRefusal> {
    let Some(act) = least(record, deed, on) else {
        return records.standing(record.id).map(drop);
    };
    match decide(records, command(record.id, act), context) {
        Ok(_) => Ok(()),
        Err(refusal) => Err(refusal),
    }
}

const fn command(id: RecordId, act: RecordAct) -> RecordCommand {
    RecordCommand::Act { id, version: None, act }
}

/// The act with the least that it needs; `None` where there is nothing to try.
fn least(record: &Record, deed: Deed, on: Date) -> Option<RecordAct> {
    let text = || "-".to_owned();
    let round = |check| record.next_round(check).unwrap_or(3);
    let end = |way| RecordAct::EndDocument(Ended { on, way, reason: text() });
    Some(match deed {
        Deed::Add | Deed::Change => return None,
        Deed::Undo => match record.steps.last() {
            Some(taken) => RecordAct::TakeBack { seq: taken.seq, reason: text() },
            None => RecordAct::TakeBack { seq: record.version, reason: text() },
        },
        Deed::Remove => RecordAct::Remove { reason: text() },
        Deed::Repeal => end(EndWay::Repealed),
        Deed::Void => end(EndWay::Void),
        Deed::Reinstate => RecordAct::Reinstate { reason: text() },
        Deed::Review => RecordAct::Step(RecordStep::Reviewed { on, round: round(Check::Review), by: text() }),
        Deed::Proof => RecordAct::Step(RecordStep::Proofread { on, round: round(Check::Proof), by: text() }),
        // What is lacking the form says; with a reason it can be published all the same.
        Deed::Publish => {
            RecordAct::Step(RecordStep::Published { on, url: String::new(), override_reason: text() })
        }
        Deed::Answer => RecordAct::Step(RecordStep::Answered { on, text: text() }),
        Deed::Hearing => RecordAct::Step(RecordStep::Heard { on, text: text() }),
        Deed::End => RecordAct::Step(RecordStep::Ended { on, result: DisputeResult::Upheld, text: text() }),
        Deed::Appeal => RecordAct::Step(RecordStep::Appealed { on, text: text() }),
    })
}
