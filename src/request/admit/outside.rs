//! Consultations, help, reasons, deferrals and fees: what is asked of others, and what comes back.

use jiff::civil::Date;

use crate::law::OutcomeRow;
use crate::request::case::{Case, Conclusion, ConclusionWay};
use crate::request::event::{ConsultAnswered, ConsultRole, ConsultSent, FeeNotified};
use crate::request::state::{Assist, Consultation, Deferral, FeeDue, Reasons};
use crate::request::{Outcome, Refusal, Seq, is_withheld};

impl Case {
    /// Arts. 32 to 34: before the decision, and one letter at a time to one side.
    pub(super) fn consult(&mut self, seq: Seq, sent: &ConsultSent) -> Result<(), Refusal> {
        self.running(sent.on)?;
        self.undecided()?;
        if let Some(open) = self.open_consultations().find(|open| is_same(&open.party, &sent.party)) {
            return Err(Refusal::ConsultationOpen { since: open.on });
        }
        self.consultations.push(Consultation {
            seq,
            on: sent.on,
            party: sent.party.clone(),
            role: sent.role,
            answer: None,
        });
        self.post(seq, sent.on);
        Ok(())
    }

    /// An opinion, or the reply of an organ that helps, may come in after the request has ended; it then
    /// changes nothing.
    pub(super) fn answer_consultation(&mut self, answered: &ConsultAnswered) -> Result<(), Refusal> {
        let helper = self.assists.iter_mut().find(|assist| assist.seq == answered.sent);
        if let Some(assist) = helper.filter(|assist| assist.answered_on.is_none()) {
            assist.answered_on = Some(answered.on);
            return Ok(());
        }
        let open = self
            .consultations
            .iter_mut()
            .find(|consultation| consultation.seq == answered.sent && consultation.answer.is_none());
        open.ok_or(Refusal::NoConsultationOpen)?.answer = Some((answered.on, answered.opinion));
        Ok(())
    }

    /// What entry `seq` sent was received; once.
    pub(super) fn receive_letter(&mut self, on: Date, seq: Seq) -> Result<(), Refusal> {
        let letter = self.letters.iter_mut().find(|letter| letter.seq == seq);
        let letter = letter.ok_or(Refusal::NothingSent(seq))?;
        if let Some(received) = letter.received_on {
            return Err(Refusal::LetterReceived { seq, on: received });
        }
        letter.received_on = Some(on);
        Ok(())
    }

    pub(super) fn assist(&mut self, seq: Seq, on: Date, organ: &str) -> Result<(), Refusal> {
        self.running(on)?;
        self.assists.push(Assist { seq, on, organ: organ.to_owned(), answered_on: None });
        self.post(seq, on);
        Ok(())
    }

    /// Art. 35: reasons are asked for once, before the decision.
    pub(super) fn ask_reasons(&mut self, seq: Seq, on: Date, reply_by: Option<Date>) -> Result<(), Refusal> {
        self.running(on)?;
        if let Some(earlier) = &self.reasons {
            return Err(Refusal::ReasonsOnce { asked: earlier.asked_on });
        }
        self.undecided()?;
        self.not_waiting_at_all()?;
        if let Some(reply_by) = reply_by.filter(|reply_by| *reply_by <= on) {
            return Err(Refusal::TermTooEarly { on, last: reply_by });
        }
        self.reasons = Some(Reasons { seq, asked_on: on, reply_by, received_on: None });
        self.post(seq, on);
        Ok(())
    }

    pub(super) fn receive_reasons(&mut self, on: Date) -> Result<(), Refusal> {
        self.running(on)?;
        if self.awaits_reasons().is_none() {
            return Err(Refusal::NoReasonsOpen);
        }
        self.reasons.as_mut().ok_or(Refusal::NoReasonsOpen)?.received_on = Some(on);
        Ok(())
    }

    /// Art. 35: the day that the organ fixes; the article sets no limit to it.
    pub(super) fn defer(&mut self, seq: Seq, on: Date, until: Date) -> Result<(), Refusal> {
        self.running(on)?;
        self.undecided()?;
        self.not_waiting_at_all()?;
        if until <= on {
            return Err(Refusal::TermTooEarly { on, last: until });
        }
        self.deferrals.push(Deferral { on, until });
        self.post(seq, on);
        Ok(())
    }

    /// 收费办法 art. 6: one notice, before the answer goes out.
    pub(super) fn notify_fee(&mut self, seq: Seq, notified: &FeeNotified) -> Result<(), Refusal> {
        self.running(notified.on)?;
        if let Some(earlier) = &self.fee {
            return Err(Refusal::FeeOnce { notified: earlier.notified_on });
        }
        self.undecided()?;
        self.not_waiting_at_all()?;
        self.fee = Some(FeeDue {
            seq,
            notified_on: notified.on,
            by: notified.by,
            amount: notified.amount,
            paid: None,
            lapsed_after: None,
        });
        self.post(seq, notified.on);
        Ok(())
    }

    pub(super) fn pay_fee(&mut self, on: Date, amount: u32) -> Result<(), Refusal> {
        self.running(on)?;
        let fee = self.fee.as_mut().filter(|fee| fee.paid.is_none()).ok_or(Refusal::NoFeeOpen)?;
        fee.paid = Some((on, amount));
        Ok(())
    }

    /// 收费办法 art. 6: the case ends on the first day after the term (our reading), row （六）2.
    pub(super) fn lapse_fee(&mut self, on: Date, last: Date) -> Result<(), Refusal> {
        self.running(on)?;
        let fee = self.fee.as_mut().filter(|fee| fee.paid.is_none()).ok_or(Refusal::NoFeeOpen)?;
        if on <= last || last <= fee.notified_on {
            return Err(Refusal::FeeTermNotOver { last });
        }
        fee.lapsed_after = Some(last);
        self.conclusion = Some(Conclusion {
            on: last.tomorrow().unwrap_or(last),
            way: ConclusionWay::FeeLapsed,
            outcome: Outcome::of(OutcomeRow::OtherNoFee),
        });
        Ok(())
    }

    /// Art. 32: told to a third party that was asked and did not consent; it may follow the answer.
    pub(super) fn notify_override(&mut self, seq: Seq, on: Date, party: &str) -> Result<(), Refusal> {
        let asked = self.consultations.iter().any(|consultation| {
            consultation.role == ConsultRole::Third && consultation.party == party && consultation.on <= on
        });
        if !asked {
            return Err(Refusal::NoSuchThirdParty);
        }
        self.override_notices.push((on, party.to_owned()));
        self.post(seq, on);
        Ok(())
    }
}

/// Of an erased case nobody knows any more whether two sides were the same; they were not.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    one == other && !is_withheld(one)
}
