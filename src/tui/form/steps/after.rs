//! What follows the answer: delivery, returned mail, a new answer, the file.

use super::super::build::{LONG, law_area, law_date, law_line};
use super::Blank;
use crate::request::{Field, Step, lacking};
use crate::tui::form::{Form, FormField};
use crate::tui::screens::StepKind;
use crate::words::request::paper;
use crate::words::tui::steps as words;

pub(super) fn fields(blank: &mut Blank, kind: StepKind) -> Option<Vec<FormField>> {
    Some(match kind {
        StepKind::Delivered => vec![blank.on().note(words::DELIVERED)],
        StepKind::ReturnedMail => {
            vec![blank.on().note(words::RETURNED), law_area(Field::Reason, "", LONG)]
        }
        StepKind::WithdrawAnswer => {
            vec![blank.on().note(words::ANSWER_WITHDRAWN), law_area(Field::Reason, "", LONG)]
        }
        StepKind::ReanswerOrdered => vec![
            blank.on().note(words::ORDERED),
            law_date(Field::ReanswerBy, None).required().hint(words::TERM_HINT).note(words::REANSWER_BY),
            law_line(Field::Order, "").hint(words::ORDER_HINT),
        ],
        StepKind::Archive => {
            let lacks: Vec<&str> = lacking(blank.case).into_iter().map(paper).collect();
            vec![blank.on(), law_line(Field::FileNo, "").note(words::file_lacks(&lacks))]
        }
        _ => return None,
    })
}

pub(super) fn step(form: &Form, kind: StepKind) -> Option<Step> {
    let on = form.day(Field::On);
    let reason = form.law(Field::Reason);
    Some(match kind {
        StepKind::Delivered => Step::Delivered { on: on? },
        StepKind::ReturnedMail => Step::ReturnedMail { on: on?, reason },
        StepKind::WithdrawAnswer => Step::WithdrawAnswer { on: on?, reason },
        StepKind::ReanswerOrdered => {
            Step::ReanswerOrdered { on: on?, by: form.day(Field::ReanswerBy)?, order: form.law(Field::Order) }
        }
        StepKind::Archive => Step::Archive { on: on?, file_no: form.law(Field::FileNo) },
        _ => return None,
    })
}
