//! Which fields each form has.

use jiff::civil::Date;

use super::{Form, FormField, Name, Purpose};
use crate::desk::CaseView;
use crate::law::{ApplicantKind, OutcomeRow};
use crate::request::{Channel, Field, NoteKind, Seq, ServiceWay};
use crate::tui::model::Head;
use crate::tui::screens::{StepKind, entry_line};
use crate::words::request::field as label;
use crate::words::tui::forms as words;

/// Rows of the window on a long text.
const LONG: u16 = 3;

impl Form {
    fn of(purpose: Purpose, title: String, fields: Vec<FormField>) -> Self {
        Self { purpose, title, version: Seq(0), fields, focus: 0, entries: Vec::new(), items: Vec::new() }
    }

    /// The questions of the first run; `name` is the account's.
    pub(crate) fn founding(name: &str) -> Self {
        let fields = vec![
            FormField::line(Name::NewOrgan, words::OFFICE_NAME, "").required().hint(words::OFFICE_NAME_HINT),
            FormField::line(Name::Prefix, words::PREFIX, "").hint(words::PREFIX_HINT),
            FormField::line(Name::Clerk, words::CLERK, name).required(),
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

    /// A step on a case.
    pub(crate) fn step(kind: StepKind, view: &CaseView, head: &Head) -> Self {
        let mut form = Self::of(
            Purpose::Step(kind, view.row.id),
            words::step_title(kind.label(), &view.row.no),
            fields(kind, view, head.today),
        );
        form.version = view.row.version;
        match kind {
            StepKind::Revoke => form.offer_entries(view),
            StepKind::Decide => form.offer_items(view),
            _ => {}
        }
        form
    }

    /// The standing entries, the last first: the one that was wrong is mostly among the last.
    fn offer_entries(&mut self, view: &CaseView) {
        let standing = view.entries.iter().rev().filter(|entry| !view.revoked.contains_key(&entry.seq));
        let (seqs, lines): (Vec<Seq>, Vec<String>) = standing
            .map(|entry| (entry.seq, words::entry(entry.seq, entry.event.on(), &entry_line(entry, false))))
            .unzip();
        self.entries = seqs;
        self.fields.insert(0, FormField::choice(Name::Entry, words::ENTRY, lines, None).required());
    }

    /// The items that have no answer yet, where there are several.
    fn offer_items(&mut self, view: &CaseView) {
        if view.case.items.len() < 2 {
            return;
        }
        let open = (1..).zip(&view.case.items).filter(|(_, item)| item.answer.is_none());
        let (numbers, texts): (Vec<u16>, Vec<String>) =
            open.map(|(n, item)| (n, words::item(n, &item.text))).unzip();
        let mut options = vec![words::ALL_ITEMS.to_owned()];
        options.extend(texts);
        self.items = numbers;
        self.fields.insert(0, FormField::choice(Name::ItemNo, words::ITEM, options, Some(0)).required());
    }
}

fn fields(kind: StepKind, view: &CaseView, today: Date) -> Vec<FormField> {
    let on = || FormField::date(Name::Law(Field::On), words::ON, Some(today)).required();
    match kind {
        StepKind::Confirm => {
            vec![
                FormField::date(Name::Law(Field::Confirmed), label(Field::Confirmed), Some(today)).required(),
            ]
        }
        StepKind::SupplementAsk => vec![
            on(),
            law_area(Field::Points, "", LONG).required(),
            law_date(Field::ReplyBy, None).required().hint(words::REPLY_BY_HINT),
        ],
        StepKind::SupplementReceive => {
            vec![on(), FormField::area(Name::Law(Field::Note), words::SUPPLIED, "", LONG)]
        }
        StepKind::SupplementLapse => vec![
            on(),
            FormField::choice(
                Name::NoGoodReason,
                words::NO_GOOD_REASON,
                words::YES_NO.map(str::to_owned).to_vec(),
                None,
            )
            .required(),
        ],
        StepKind::Decide => vec![
            on(),
            FormField::choice(Name::Outcome, words::OUTCOME, outcomes(), None)
                .required()
                .hint(words::OUTCOME_HINT),
            FormField::choice(Name::OutcomeKind, words::OUTCOME_KIND, Vec::new(), None),
            law_area(Field::Facts, "", LONG),
            FormField::line(Name::LetterNo, words::LETTER_NO, ""),
            FormField::line(Name::Override, words::OVERRIDE, "").hint(words::OVERRIDE_HINT),
        ],
        StepKind::Serve => vec![
            FormField::choice(Name::Way, words::WAY, ways(), None).required(),
            on().hint(words::SERVED_ON_HINT),
            FormField::line(Name::Law(Field::Proof), label(Field::Proof), ""),
        ],
        StepKind::Withdraw => vec![on(), law_area(Field::Reason, "", LONG)],
        StepKind::Note => vec![
            FormField::choice(Name::NoteKind, words::NOTE_KIND, note_kinds(), None).required(),
            on(),
            law_area(Field::Note, "", 5).required(),
        ],
        StepKind::Amend => amend(view),
        StepKind::Revoke => vec![law_area(Field::Reason, "", LONG).required()],
    }
}

fn amend(view: &CaseView) -> Vec<FormField> {
    let facts = &view.case.facts;
    let personal = &facts.particulars;
    let channel = Channel::ALL.iter().position(|channel| *channel == facts.channel);
    vec![
        law_line(Field::Applicant, &personal.applicant).required(),
        FormField::choice(Name::Kind, words::KIND, kinds(), Some(facts.kind.column())).required(),
        FormField::choice(Name::Channel, words::CHANNEL, channels(), channel).required(),
        law_date(Field::Submitted, facts.submitted_on),
        law_date(Field::Confirmed, facts.confirmed_on),
        law_date(Field::Received, facts.received_on),
        law_line(Field::Title, &personal.title),
        law_area(Field::Content, &personal.content, LONG),
        law_line(Field::IdNumber, &personal.id_number),
        law_line(Field::Contact, &personal.contact),
        law_line(Field::FormOfSupply, &personal.form_of_supply),
        law_line(Field::Unit, &personal.unit),
        law_line(Field::Reason, "").required().hint(words::AMEND_HINT),
    ]
}

fn law_line(field: Field, text: &str) -> FormField {
    FormField::line(Name::Law(field), label(field), text)
}

fn law_date(field: Field, date: Option<Date>) -> FormField {
    FormField::date(Name::Law(field), label(field), date)
}

fn law_area(field: Field, text: &str, height: u16) -> FormField {
    FormField::area(Name::Law(field), label(field), text, height)
}

fn kinds() -> Vec<String> {
    ApplicantKind::ALL.map(|kind| kind.label().to_owned()).to_vec()
}

fn channels() -> Vec<String> {
    Channel::ALL.map(|channel| channel.label().to_owned()).to_vec()
}

fn ways() -> Vec<String> {
    ServiceWay::CHOICES.map(|way| way.label().to_owned()).to_vec()
}

fn note_kinds() -> Vec<String> {
    NoteKind::ALL.map(|kind| kind.label().to_owned()).to_vec()
}

fn outcomes() -> Vec<String> {
    OutcomeRow::ALL.map(|row| words::outcome(&row.place(), row.short_label())).to_vec()
}
