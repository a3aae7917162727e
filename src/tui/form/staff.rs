//! The forms around a clerk: his cases handed over, who stands in, the printed list, his roles.

use super::steps::named;
use super::{Choices, Form, FormField, Name, Purpose};
use crate::desk::{ClerkChange, HandOver, Person};
use crate::office::{Clerk, Role, Roles, StandIn};
use crate::request::{ClerkId, Field};
use crate::tui::effect::Effect;
use crate::tui::model::Head;
use crate::tui::staff::{Ask, ClerkDeed};
use crate::words::request::field as label;
use crate::words::tui::{staff as words, steps};

impl Form {
    /// Something is done about a clerk.
    pub(crate) fn clerk(deed: ClerkDeed, person: &Person, head: &Head) -> Self {
        let own = &person.clerk;
        let others: Vec<&Clerk> = match deed {
            ClerkDeed::StandIn => head.clerks.iter().filter(|clerk| clerk.is_here).collect(),
            _ => head.handlers().collect(),
        };
        let others: Vec<&Clerk> = others.into_iter().filter(|clerk| clerk.id != own.id).collect();
        let who = |label| FormField::choice(Name::Law(Field::Handler), label, named(&others), None);
        let fields = match deed {
            ClerkDeed::HandOver => vec![
                who(words::TAKING).required().note(words::hand_over_note(person.open)),
                FormField::line(Name::Law(Field::Reason), label(Field::Reason), "")
                    .hint(steps::HAND_OVER_HINT),
            ],
            ClerkDeed::StandIn => vec![
                who(words::STANDING_IN).required().note(words::STAND_IN_NOTE),
                FormField::date(Name::Law(Field::On), words::FIRST_DAY, Some(head.today)).required(),
                FormField::date(Name::Law(Field::Until), words::LAST_DAY, None)
                    .hint(steps::TERM_HINT)
                    .note(words::LAST_DAY_NOTE),
            ],
            ClerkDeed::Print => vec![
                who(words::TAKING).note(words::TAKING_NOTE),
                FormField::line(Name::File, words::FILE_NAME, &words::file_name(&own.name))
                    .required()
                    .note(words::FILE_NOTE),
            ],
            ClerkDeed::Roles => Role::ALL.into_iter().map(|role| role_field(role, own.roles)).collect(),
        };
        let title = words::form_title(deed, &own.name, own.is_here);
        let mut form = Self::of(Purpose::Clerk(deed, own.id), title, fields);
        let clerks = others.iter().map(|clerk| clerk.id).collect();
        form.choices = Choices { clerks, ..Choices::default() };
        form
    }

    /// What such a form asks for; nothing while it is not whole.
    pub(super) fn staff(&self, deed: ClerkDeed, id: ClerkId, head: &Head) -> Option<Effect> {
        let chosen =
            self.chosen(Name::Law(Field::Handler)).and_then(|at| self.choices.clerks.get(at)).copied();
        let day = |field| self.field(Name::Law(field)).and_then(|field| field.day(head.today).ok()).flatten();
        Some(Effect::Staff(match deed {
            ClerkDeed::HandOver => {
                let (to, reason) = (chosen?, self.law(Field::Reason));
                Ask::TryHandOver(HandOver { from: id, to, only: Vec::new(), reason })
            }
            ClerkDeed::StandIn => {
                let (from, until) = (day(Field::On)?, day(Field::Until));
                Ask::StandIn(StandIn { of: id, by: chosen?, from, until })
            }
            ClerkDeed::Print => Ask::Print(id, chosen, self.line(Name::File)),
            ClerkDeed::Roles => {
                let has = |role: &Role| self.chosen(Name::ClerkRole(*role)) == Some(0);
                let roles = Roles::of(Role::ALL.into_iter().filter(has));
                let change =
                    ClerkChange { roles: Some(roles), is_here: Some(true), ..ClerkChange::default() };
                Ask::Change(id, change)
            }
        }))
    }
}

fn role_field(role: Role, roles: Roles) -> FormField {
    let options = words::HAS_ROLE.map(str::to_owned).to_vec();
    let chosen = usize::from(!roles.has(role));
    FormField::choice(Name::ClerkRole(role), role.label(), options, Some(chosen)).note(words::role(role))
}
