//! From a filled form to what is asked of the desk.

use jiff::civil::Date;

use super::{Form, Name, Purpose, kinds};
use crate::desk::{Command, Founding};
use crate::law::ApplicantKind;
use crate::request::{
    Amendment, Channel, Field, NoteKind, OrganId, Outcome, Particulars, Registration, RequestId, ServiceWay,
    Step,
};
use crate::tui::model::Head;
use crate::tui::screens::StepKind;

/// What a form asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Make the office.
    Found(Founding),
    /// Do this; its consequence is shown first where it is final.
    Do(Command, bool),
}

impl Form {
    /// What the form asks for; nothing while a field that is needed is empty, which the check has said.
    pub(crate) fn wanted(&self, head: &Head, uid: u32) -> Option<Wanted> {
        match self.purpose {
            Purpose::Found => Some(Wanted::Found(Founding {
                organ: self.line(Name::NewOrgan),
                prefix: self.line(Name::Prefix),
                practice: self.chosen(Name::Practice) == Some(1),
                uid,
                clerk: self.line(Name::Clerk),
            })),
            Purpose::Register => {
                let registration = self.registration(head)?;
                Some(Wanted::Do(Command::Register(Box::new(registration)), false))
            }
            Purpose::Step(StepKind::Revoke, id) => {
                let seq = self.entries.get(self.chosen(Name::Entry)?).copied()?;
                let reason = self.law(Field::Reason);
                Some(Wanted::Do(Command::Revoke { id, version: Some(self.version), seq, reason }, false))
            }
            Purpose::Step(kind, id) => Some(self.stepped(kind, id, self.to_step(kind, head.today)?)),
        }
    }

    fn stepped(&self, kind: StepKind, id: RequestId, step: Step) -> Wanted {
        Wanted::Do(Command::Step { id, version: Some(self.version), step }, kind.is_final())
    }

    fn registration(&self, head: &Head) -> Option<Registration> {
        let organ = self.chosen(Name::Organ).and_then(|at| head.organs.get(at)).map(|(id, _)| *id);
        Some(Registration {
            no: Some(self.law(Field::No)).filter(|no| !no.is_empty()),
            organ: organ.unwrap_or(OrganId::FIRST),
            kind: self.kind()?,
            channel: self.channel()?,
            submitted_on: self.day(Field::Submitted, head.today),
            confirmed_on: self.day(Field::Confirmed, head.today),
            received_on: self.day(Field::Received, head.today),
            particulars: Particulars {
                applicant: self.law(Field::Applicant),
                id_number: self.law(Field::IdNumber),
                contact: self.law(Field::Contact),
                title: self.law(Field::Title),
                content: self.law(Field::Content),
                items: self.items(),
                form_of_supply: self.law(Field::FormOfSupply),
                platform_no: String::new(),
                unit: String::new(),
            },
        })
    }

    /// 申请事项, one a line.
    fn items(&self) -> Vec<String> {
        let text = self.law(Field::Item);
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn to_step(&self, kind: StepKind, today: Date) -> Option<Step> {
        let on = self.day(Field::On, today);
        Some(match kind {
            StepKind::Confirm => Step::Confirm { on: self.day(Field::Confirmed, today)? },
            StepKind::SupplementAsk => Step::SupplementAsk {
                on: on?,
                points: self.law(Field::Points),
                reply_by: self.day(Field::ReplyBy, today)?,
            },
            StepKind::SupplementReceive => Step::SupplementReceive { on: on?, text: self.law(Field::Note) },
            StepKind::SupplementLapse => {
                Step::SupplementLapse { on: on?, no_good_reason: self.chosen(Name::NoGoodReason) == Some(0) }
            }
            StepKind::Decide => Step::Decide {
                on: on?,
                item: self.chosen(Name::ItemNo).and_then(|at| self.items.get(at.checked_sub(1)?)).copied(),
                outcome: self.outcome()?,
                facts: self.law(Field::Facts),
                letter_no: self.line(Name::LetterNo),
                override_reason: self.line(Name::Override),
            },
            StepKind::Serve => Step::Serve {
                on: on?,
                way: ServiceWay::CHOICES.get(self.chosen(Name::Way)?).copied()?,
                proof: self.law(Field::Proof),
            },
            StepKind::Withdraw => Step::Withdraw { on: on?, reason: self.law(Field::Reason) },
            StepKind::Note => Step::Note {
                on: on?,
                kind: NoteKind::ALL.get(self.chosen(Name::NoteKind)?).copied()?,
                text: self.law(Field::Note),
            },
            StepKind::Amend => Step::Amend(Box::new(self.amendment(today))),
            StepKind::Revoke => return None,
        })
    }

    fn outcome(&self) -> Option<Outcome> {
        let row = self.row()?;
        let kind = self.chosen(Name::OutcomeKind).and_then(|at| kinds(row).nth(at));
        Some(Outcome { kind, ..Outcome::of(row) })
    }

    /// Only what was changed.
    fn amendment(&self, today: Date) -> Amendment {
        let changed = |name: Name| self.field(name).is_some_and(super::FormField::is_changed);
        let text = |field: Field| changed(Name::Law(field)).then(|| self.law(field));
        let day = |field: Field| self.day(field, today).filter(|_| changed(Name::Law(field)));
        Amendment {
            kind: self.kind().filter(|_| changed(Name::Kind)),
            channel: self.channel().filter(|_| changed(Name::Channel)),
            submitted_on: day(Field::Submitted),
            confirmed_on: day(Field::Confirmed),
            received_on: day(Field::Received),
            applicant: text(Field::Applicant),
            id_number: text(Field::IdNumber),
            contact: text(Field::Contact),
            title: text(Field::Title),
            content: text(Field::Content),
            form_of_supply: text(Field::FormOfSupply),
            unit: text(Field::Unit),
            reason: self.law(Field::Reason),
        }
    }

    fn kind(&self) -> Option<ApplicantKind> {
        self.chosen(Name::Kind).and_then(ApplicantKind::from_column)
    }

    fn channel(&self) -> Option<Channel> {
        Channel::ALL.get(self.chosen(Name::Channel)?).copied()
    }

    fn chosen(&self, name: Name) -> Option<usize> {
        self.field(name)?.chosen()
    }

    fn line(&self, name: Name) -> String {
        self.field(name).map(|field| field.text().trim().to_owned()).unwrap_or_default()
    }

    fn law(&self, field: Field) -> String {
        self.line(Name::Law(field))
    }

    fn day(&self, field: Field, today: Date) -> Option<Date> {
        self.field(Name::Law(field)).and_then(|field| field.day(today).ok()).flatten()
    }
}
