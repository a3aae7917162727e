//! What is between the office and the applicant: receipt, supplement, reasons, fee, withdrawal.

use super::super::build::{LONG, law_area, law_date, of_list};
use super::{Blank, counted};
use crate::law::{fee, terms};
use crate::request::clock::fee_term;
use crate::request::{FeeBy, Field, Step};
use crate::tui::form::{Form, FormField, Name};
use crate::tui::screens::StepKind;
use crate::words::request::field as label;
use crate::words::tui::{forms, steps as words};

pub(super) fn fields(blank: &mut Blank, kind: StepKind) -> Option<Vec<FormField>> {
    Some(match kind {
        StepKind::Confirm => vec![law_date(Field::Confirmed, blank.on).required().note(words::CONFIRMED)],
        StepKind::SupplementAsk => vec![
            blank.on().note(notice_term(blank)),
            law_area(Field::Points, "", LONG).required().note(words::POINTS),
            law_date(Field::ReplyBy, None).required().hint(forms::REPLY_BY_HINT).note(words::REPLY_BY),
        ],
        StepKind::SupplementReceive => vec![
            blank.on().note(supplement_term(blank)),
            FormField::area(Name::Law(Field::Note), forms::SUPPLIED, "", LONG),
        ],
        StepKind::SupplementLapse => vec![
            blank.on().note(supplement_term(blank)),
            of_list(Name::NoGoodReason, forms::NO_GOOD_REASON, &forms::YES_NO, None).note(words::LAPSE),
        ],
        StepKind::ReasonsAsk => vec![
            blank.on().note(words::REASONS_ASK),
            law_date(Field::ReasonsBy, None).hint(words::TERM_HINT).note(words::REASONS_BY),
            FormField::area(Name::Law(Field::Note), words::ASKED_TEXT, "", LONG),
        ],
        StepKind::ReasonsReceive => vec![
            blank.on().note(words::REASONS_RECEIVED),
            FormField::area(Name::Law(Field::Note), label(Field::Reason), "", LONG),
        ],
        StepKind::Withdraw => {
            vec![blank.on(), law_area(Field::Reason, "", LONG).hint(words::WITHDRAW_HINT)]
        }
        _ => return money(blank, kind),
    })
}

fn money(blank: &Blank, kind: StepKind) -> Option<Vec<FormField>> {
    Some(match kind {
        StepKind::FeeNotice => vec![
            of_list(Name::FeeBy, words::FEE_BY, &FeeBy::ALL.map(FeeBy::label), None).note(words::FEE_ONE_WAY),
            FormField::number(Name::Law(Field::Pages), label(Field::Pages), None),
            FormField::number(Name::Law(Field::Nth), label(Field::Nth), None),
            blank.on().note(words::FEE_TERM),
        ],
        StepKind::FeePay => {
            let noticed = blank.case.awaits_fee().map(|fee| fee.amount);
            vec![
                FormField::number(Name::Law(Field::Amount), label(Field::Amount), noticed).required(),
                blank.on().note(last_of_fee(blank)),
            ]
        }
        StepKind::FeeLapse => vec![blank.on().note(last_of_fee(blank))],
        _ => return None,
    })
}

/// Art. 30: the last day on which the notice is in time.
fn notice_term(blank: &Blank) -> String {
    let Some(received) = blank.case.facts.received_on else { return String::new() };
    let last = blank.calendar().nth_working_day_after(received, terms::SUPPLEMENT_NOTICE);
    words::notice_term(&counted(last, received, terms::SUPPLEMENT_NOTICE))
}

fn supplement_term(blank: &Blank) -> String {
    let reply_by = blank.case.awaits_supplement().and_then(|supplement| supplement.asked.reply_by);
    reply_by.map(words::supplement_term).unwrap_or_default()
}

fn last_of_fee(blank: &Blank) -> String {
    let Some(fee) = blank.case.awaits_fee() else { return String::new() };
    let known = blank.case.letter_received_on(fee.seq).is_some();
    words::fee_term(fee.amount, fee_term(blank.case, fee, blank.calendar()).on, known)
}

/// The fee as it is reckoned from what is typed; the field of the other way is not needed.
pub(super) fn follow(form: &mut Form) {
    let by = form.chosen(Name::FeeBy).and_then(|at| FeeBy::ALL.get(at)).copied();
    let (pages, nth) = (Name::Law(Field::Pages), Name::Law(Field::Nth));
    form.set_required(pages, by == Some(FeeBy::Page));
    let count = |form: &Form, name| form.field(name).and_then(FormField::count);
    let (mut of_pages, mut of_nth) = (String::new(), String::new());
    match by {
        Some(FeeBy::Page) => {
            of_pages = count(form, pages).map_or_else(
                || words::FEE_BY_PAGE.to_owned(),
                |pages| words::fee_of_pages(&fee::by_pages(pages)),
            );
            words::NOT_NEEDED.clone_into(&mut of_nth);
        }
        Some(FeeBy::Item) => {
            words::NOT_NEEDED.clone_into(&mut of_pages);
            of_nth = count(form, nth).map_or_else(
                || words::FEE_BY_ITEM.to_owned(),
                |nth| words::fee_of_item(nth, fee::of_item(nth)),
            );
        }
        None => {}
    }
    form.set_note(pages, of_pages);
    form.set_note(nth, of_nth);
}

pub(super) fn step(form: &Form, kind: StepKind) -> Option<Step> {
    let on = form.day(Field::On);
    Some(match kind {
        StepKind::Confirm => Step::Confirm { on: form.day(Field::Confirmed)? },
        StepKind::SupplementAsk => Step::SupplementAsk {
            on: on?,
            points: form.law(Field::Points),
            reply_by: form.day(Field::ReplyBy)?,
        },
        StepKind::SupplementReceive => Step::SupplementReceive { on: on?, text: form.law(Field::Note) },
        StepKind::SupplementLapse => {
            Step::SupplementLapse { on: on?, no_good_reason: form.chosen(Name::NoGoodReason) == Some(0) }
        }
        StepKind::ReasonsAsk => {
            Step::ReasonsAsk { on: on?, reply_by: form.day(Field::ReasonsBy), text: form.law(Field::Note) }
        }
        StepKind::ReasonsReceive => Step::ReasonsReceive { on: on?, text: form.law(Field::Note) },
        StepKind::Withdraw => Step::Withdraw { on: on?, reason: form.law(Field::Reason) },
        StepKind::FeeNotice => {
            let by = FeeBy::ALL.get(form.chosen(Name::FeeBy)?).copied()?;
            let field = if by == FeeBy::Page { Field::Pages } else { Field::Nth };
            Step::FeeNotice { on: on?, by, count: form.count(field) }
        }
        StepKind::FeePay => Step::FeePay { on: on?, amount: form.count(Field::Amount)? },
        StepKind::FeeLapse => Step::FeeLapse { on: on? },
        _ => return None,
    })
}
