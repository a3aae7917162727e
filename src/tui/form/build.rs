//! The forms that are of no case yet, and what all forms are made of.

use jiff::civil::Date;

use super::{Choices, Form, FormField, Name, Purpose};
use crate::law::ApplicantKind;
use crate::request::{Channel, Field, Seq};
use crate::tui::model::Head;
use crate::words::request::field as label;
use crate::words::tui::forms as words;

/// Rows of the window on a long text.
pub(super) const LONG: u16 = 3;

impl Form {
    pub(super) fn of(purpose: Purpose, title: String, fields: Vec<FormField>) -> Self {
        Self {
            purpose,
            title,
            version: Seq(0),
            fields,
            focus: 0,
            choices: Choices::default(),
            sought: Default::default(),
            basis: None,
            marked: Vec::new(),
            recorded: None,
            slot: None,
        }
    }

    /// The questions of the first run; `name` is the account's.
    pub(crate) fn founding(name: &str) -> Self {
        // An account without a name: nothing that typing would be added to.
        let name = if name == words::CLERK_UNNAMED { "" } else { name };
        let fields = vec![
            FormField::line(Name::NewOrgan, words::OFFICE_NAME, "").required().hint(words::OFFICE_NAME_HINT),
            FormField::line(Name::Prefix, words::PREFIX, "").hint(words::PREFIX_HINT),
            FormField::line(Name::Clerk, words::CLERK, name).hint(words::CLERK_HINT),
            FormField::choice(
                Name::Practice,
                words::PRACTICE,
                words::PRACTICE_CHOICES.map(str::to_owned).to_vec(),
                Some(0),
            ),
        ];
        Self::of(Purpose::Found, words::FOUND_TITLE.to_owned(), fields)
    }

    /// A new request.
    pub(crate) fn register(head: &Head) -> Self {
        let mut fields = vec![
            law_line(Field::Applicant, "").required(),
            FormField::choice(Name::Kind, words::KIND, kinds(), None).required(),
            FormField::choice(Name::Channel, words::CHANNEL, channels(), None).required(),
            law_date(Field::Submitted, None),
            law_date(Field::Confirmed, None),
            law_date(Field::Received, Some(head.today)),
            law_line(Field::Title, "").hint(words::TITLE_HINT),
            law_area(Field::Content, "", LONG).required(),
            law_area(Field::Item, "", 2).hint(words::ITEM_HINT),
            law_line(Field::IdNumber, ""),
            law_line(Field::Contact, ""),
            law_line(Field::FormOfSupply, "").hint(words::FORM_OF_SUPPLY_HINT),
            law_line(Field::No, "").hint(words::NO_HINT),
        ];
        if head.organs.len() > 1 {
            let names = head.organs.iter().map(|(_, name)| name.clone()).collect();
            fields.insert(0, FormField::choice(Name::Organ, words::ORGAN, names, Some(0)).required());
        }
        Self::of(Purpose::Register, words::REGISTER_TITLE.to_owned(), fields)
    }
}

pub(super) fn law_line(field: Field, text: &str) -> FormField {
    FormField::line(Name::Law(field), label(field), text)
}

pub(super) fn law_date(field: Field, date: Option<Date>) -> FormField {
    FormField::date(Name::Law(field), label(field), date)
}

pub(super) fn law_area(field: Field, text: &str, height: u16) -> FormField {
    FormField::area(Name::Law(field), label(field), text, height)
}

pub(super) fn kinds() -> Vec<String> {
    ApplicantKind::ALL.map(|kind| kind.label().to_owned()).to_vec()
}

pub(super) fn channels() -> Vec<String> {
    Channel::ALL.map(|channel| channel.label().to_owned()).to_vec()
}

/// One of a closed list.
pub(super) fn of_list(name: Name, label: &'static str, labels: &[&str], chosen: Option<usize>) -> FormField {
    FormField::choice(name, label, labels.iter().map(|label| (*label).to_owned()).collect(), chosen)
        .required()
}
