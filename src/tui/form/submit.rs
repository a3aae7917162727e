//! From a filled form to what is asked of the desk.

use jiff::civil::Date;

use super::{Form, FormField, Name, Purpose};
use crate::desk::{Command, Founding};
use crate::law::ApplicantKind;
use crate::request::{Channel, Field, OrganId, Particulars, Registration};
use crate::tui::effect::Effect;
use crate::tui::model::Head;
use crate::tui::screens::StepKind;
use crate::tui::yearly::Ask;
use crate::words::tui::year::publish_lines;

/// What a form asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Make the office.
    Found(Founding),
    /// Do this; where it bears on a case that there is, its consequence is looked at first.
    Do(Command, bool),
    /// This, once these lines are confirmed.
    Confirmed(Vec<String>, Effect),
    /// This, at once.
    Now(Effect),
    /// The step, tried on each of many requests.
    Many,
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
                clerk: match self.line(Name::Clerk) {
                    name if name.trim().is_empty() => crate::words::tui::forms::CLERK_UNNAMED.to_owned(),
                    name => name,
                },
            })),
            Purpose::Register => {
                let registration = self.registration(head)?;
                Some(Wanted::Do(Command::Register(Box::new(registration)), false))
            }
            Purpose::Record(deed, kind, id) => super::record::command(self, deed, kind, id, head)
                .map(|command| Wanted::Now(Effect::Record(command))),
            Purpose::Publish(of) => {
                let said = self.publishing(head.today);
                let lines = publish_lines(of.year, &said);
                Some(Wanted::Confirmed(lines, Effect::Yearly(of, Ask::Publish(said))))
            }
            Purpose::Export(of) => self.exporting(of).map(Wanted::Now),
            Purpose::Clerk(deed, id) => self.staff(deed, id, head).map(Wanted::Now),
            Purpose::Bulk(_) => Some(Wanted::Many),
            Purpose::Step(StepKind::Revoke, id) => {
                let seq = self.choices.entries.get(self.chosen(Name::Entry)?).copied()?;
                let reason = self.law(Field::Reason);
                Some(Wanted::Do(Command::Revoke { id, version: Some(self.version), seq, reason }, true))
            }
            Purpose::Step(kind, id) => {
                let step = super::steps::step(self, kind)?;
                Some(Wanted::Do(Command::Step { id, version: Some(self.version), step }, true))
            }
        }
    }

    fn registration(&self, head: &Head) -> Option<Registration> {
        let organ = self.chosen(Name::Organ).and_then(|at| head.organs.get(at)).map(|(id, _)| *id);
        Some(Registration {
            no: Some(self.law(Field::No)).filter(|no| !no.is_empty()),
            organ: organ.unwrap_or(OrganId::FIRST),
            kind: self.kind()?,
            channel: self.channel()?,
            submitted_on: self.day_by(Field::Submitted, head.today),
            confirmed_on: self.day_by(Field::Confirmed, head.today),
            received_on: self.day_by(Field::Received, head.today),
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

    /// 申请人类型
    pub(super) fn kind(&self) -> Option<ApplicantKind> {
        self.chosen(Name::Kind).and_then(ApplicantKind::from_column)
    }

    /// 渠道
    pub(super) fn channel(&self) -> Option<Channel> {
        Channel::ALL.get(self.chosen(Name::Channel)?).copied()
    }

    /// Which choice was made.
    pub(super) fn chosen(&self, name: Name) -> Option<usize> {
        self.field(name)?.chosen()
    }

    /// The text of a field; empty where the form has no such field.
    pub(super) fn line(&self, name: Name) -> String {
        self.field(name).map(|field| field.text().trim().to_owned()).unwrap_or_default()
    }

    /// The text of a field of the law.
    pub(super) fn law(&self, field: Field) -> String {
        self.line(Name::Law(field))
    }

    /// The number in a field of the law.
    pub(super) fn count(&self, field: Field) -> Option<u32> {
        self.field(Name::Law(field)).and_then(FormField::count)
    }

    /// The name that the choice of a field stands for.
    pub(super) fn name(&self, field: Field) -> Option<String> {
        self.choices.names.get(self.chosen(Name::Law(field))?).cloned()
    }

    /// The day in a field of a step's form.
    pub(super) fn day(&self, field: Field) -> Option<Date> {
        self.day_by(field, self.basis.as_ref()?.today)
    }

    fn day_by(&self, field: Field, today: Date) -> Option<Date> {
        self.field(Name::Law(field)).and_then(|field| field.day(today).ok()).flatten()
    }
}
