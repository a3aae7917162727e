//! What follows the answer: delivery, returned mail, a new answer, the file.

use jiff::civil::Date;

use crate::request::case::{Answer, Case, ConclusionWay, Service};
use crate::request::event::Relation;
use crate::request::state::{Archive, Link, Reanswer, Replaced};
use crate::request::{Outcome, Refusal};

impl Case {
    /// The last service: of the answer, after returned mail, or of a new answer.
    pub fn last_service(&self) -> Option<&Service> {
        self.further_services.last().or(self.service.as_ref())
    }

    fn last_service_mut(&mut self) -> Result<&mut Service, Refusal> {
        self.further_services.last_mut().or(self.service.as_mut()).ok_or(Refusal::NothingServed)
    }

    /// The applicant has it in hand; the remedies run from here (复议法 art. 20).
    pub(super) fn deliver(&mut self, on: Date) -> Result<(), Refusal> {
        let service = self.last_service_mut()?;
        if let Some(delivered) = service.delivered_on {
            return Err(Refusal::AlreadyDelivered(delivered));
        }
        service.delivered_on = Some(on);
        Ok(())
    }

    /// Not regulated: the posting day stands, another way is tried.
    pub(super) fn return_mail(&mut self, on: Date) -> Result<(), Refusal> {
        let service = self.last_service_mut()?;
        if let Some(ended) = service.delivered_on.or(service.returned_on) {
            return Err(Refusal::AlreadyDelivered(ended));
        }
        service.returned_on = Some(on);
        Ok(())
    }

    /// The organ takes back what it served, to answer anew.
    pub(super) fn withdraw_answer(&mut self, on: Date) -> Result<(), Refusal> {
        if let Some(open) = self.awaits_reanswer() {
            return Err(Refusal::ReanswerOpen { since: open.on });
        }
        if self.conclusion.as_ref().is_none_or(|conclusion| conclusion.way != ConclusionWay::Served) {
            return Err(Refusal::NothingServed);
        }
        self.reopen(on, None);
        Ok(())
    }

    /// A review or a court orders a new answer within a term of its own; the old term is not touched.
    pub(super) fn order_reanswer(&mut self, on: Date, by: Date) -> Result<(), Refusal> {
        let received = self.facts.received_on.ok_or(Refusal::NotConfirmed)?;
        if on < received {
            return Err(Refusal::BeforeReceipt { on, received });
        }
        if let Some(open) = self.awaits_reanswer() {
            return Err(Refusal::ReanswerOpen { since: open.on });
        }
        if by < on {
            return Err(Refusal::TermTooEarly { on, last: by });
        }
        self.reopen(on, Some(by));
        Ok(())
    }

    /// The answers fall, if the request had ended; what was counted stays counted.
    fn reopen(&mut self, on: Date, by: Option<Date>) {
        self.reanswer = Some(Reanswer { on, by, served_on: None });
        if self.conclusion.is_none() {
            return;
        }
        self.overruled = None;
        let answers: Vec<Answer> = self.items.iter_mut().filter_map(|item| item.answer.take()).collect();
        if !answers.is_empty() {
            self.replaced.push(Replaced { on, answers });
        }
    }

    /// Table 3 wants the final result: an answer replaced within the year counts by the last one, across
    /// years nothing changes. The day on which the request ended stays.
    pub(super) fn serve_anew(&mut self, service: Service, outcome: Outcome) {
        if let Some(reanswer) = &mut self.reanswer {
            reanswer.served_on = Some(service.on);
        }
        if let Some(conclusion) = &mut self.conclusion
            && conclusion.on.year() == service.on.year()
        {
            conclusion.outcome = outcome;
        }
        self.further_services.push(service);
    }

    /// Art. 45: what has ended goes into the file, once.
    pub(super) fn archive(&mut self, on: Date, file_no: &str) -> Result<(), Refusal> {
        if self.conclusion.is_none() || self.awaits_reanswer().is_some() {
            return Err(Refusal::NotEnded);
        }
        if let Some(archived) = &self.archived {
            return Err(Refusal::AlreadyArchived(archived.on));
        }
        self.archived = Some(Archive { on, file_no: file_no.to_owned() });
        Ok(())
    }

    /// Only what is in the file: until then the case is worked on.
    pub(super) fn erase(&mut self, on: Date) -> Result<(), Refusal> {
        if self.erased_on.is_some() {
            return Err(Refusal::Erased);
        }
        if self.archived.is_none() {
            return Err(Refusal::NotArchived);
        }
        self.erased_on = Some(on);
        Ok(())
    }

    pub(super) fn link(&mut self, to: &str, relation: Relation) -> Result<(), Refusal> {
        if self.links.iter().any(|link| link.to == to && link.relation == relation) {
            return Err(Refusal::AlreadyLinked);
        }
        self.links.push(Link { to: to.to_owned(), relation });
        Ok(())
    }
}
