//! From what is said in a plan to the step that a clerk takes.

use jiff::civil::Date;

use super::LEADER;
use super::build::Requests;
use super::days::{Days, When};
use super::plan::{Deed, Plan};
use crate::request::{
    Case, Channel, FeeBy, OrganId, Outcome, Particulars, Registration, Relation, ServiceWay, Step,
};

/// The registration of a request that came in on `came`.
pub(super) fn registration(plan: &Plan, came: Date, days: &Days) -> Registration {
    let confirmed = plan.channel.needs_confirmation() && !plan.waits;
    let submitted = if confirmed { days.before(came, 1) } else { came };
    let (id_number, contact) = known(plan);
    let form_of_supply = match plan.channel {
        Channel::Internet | Channel::Email => "电子邮件",
        Channel::InPerson | Channel::Oral => "当面领取",
        _ => "邮寄纸质件",
    };
    Registration {
        no: None,
        organ: OrganId::FIRST,
        kind: plan.kind,
        channel: plan.channel,
        submitted_on: (plan.channel != Channel::SignedPost).then_some(submitted),
        confirmed_on: confirmed.then_some(came),
        received_on: (!plan.waits).then_some(came),
        particulars: Particulars {
            applicant: plan.applicant.into(),
            id_number,
            contact,
            title: plan.title.into(),
            content: plan.content.into(),
            items: plan.items.iter().map(|item| (*item).to_owned()).collect(),
            form_of_supply: form_of_supply.into(),
            platform_no: String::new(),
            unit: plan.unit.into(),
        },
    }
}

/// Number of a paper and telephone, masked: nobody's.
fn known(plan: &Plan) -> (String, String) {
    let mark = plan.applicant.chars().fold(0_u32, |sum, c| (sum * 31 + u32::from(c)) % 10_000);
    let paper =
        if plan.kind == crate::law::ApplicantKind::Natural { "5101**********" } else { "91510***********" };
    (format!("{paper}{mark:04}"), format!("138****{mark:04}"))
}

/// The step of `deed` on the day `on`, on the case as it stands.
pub(super) fn step(
    (on, received): (Date, Date),
    deed: &Deed,
    case: &Case,
    days: &Days,
    requests: &Requests,
) -> Step {
    let day = |when: When| days.after_receipt(received, when);
    match *deed {
        Deed::Assign(unit) => Step::Assign { on, unit: unit.into(), reply_by: None },
        Deed::UnitAnswer(said) => Step::UnitAnswer { on, unit: String::new(), text: said.into() },
        Deed::UnitReturn(reason) => Step::UnitReturn { on, unit: String::new(), reason: reason.into() },
        Deed::Chase(said) => Step::Chase { on, unit: String::new(), text: said.into() },
        Deed::Ask(points, by) => Step::SupplementAsk { on, points: points.into(), reply_by: day(by) },
        Deed::Supplied(text) => Step::SupplementReceive { on, text: text.into() },
        Deed::SupplementLapse => Step::SupplementLapse { on, no_good_reason: true },
        Deed::Consult(party, role) => {
            let text = "所涉材料及公开可能产生的影响，请在收到之日起15个工作日内提出意见".into();
            Step::ConsultSend { on, party: party.into(), role, text }
        }
        Deed::Opinion(opinion, reasons) => {
            Step::ConsultAnswer { on, party: String::new(), opinion, reasons: reasons.into() }
        }
        Deed::Got => {
            let seq = case.letters.last().map(|letter| letter.seq).unwrap_or_default();
            Step::Received { on, seq }
        }
        Deed::Extend(days, reason) => {
            Step::Extend { on, days, approved_by: LEADER.into(), reason: reason.into() }
        }
        Deed::ReasonsAsk(text, by) => Step::ReasonsAsk { on, reply_by: Some(day(by)), text: text.into() },
        Deed::Reasons(text) => Step::ReasonsReceive { on, text: text.into() },
        Deed::Defer(until, reason) => Step::Defer { on, until: day(until), reason: reason.into() },
        Deed::FeeByPages(pages) => Step::FeeNotice { on, by: FeeBy::Page, count: Some(pages) },
        Deed::Pay => {
            let amount = case.fee.map(|fee| fee.amount).unwrap_or_default();
            Step::FeePay { on, amount }
        }
        Deed::FeeLapse => Step::FeeLapse { on },
        Deed::Split(items) => Step::Split { on, items: items.to_vec(), no: None },
        other => answering(on, other, day, requests),
    }
}

/// The answer, and what follows it.
fn answering(on: Date, deed: Deed, day: impl Fn(When) -> Date, requests: &Requests) -> Step {
    let link = |key, relation| Step::Link { on, to: requests.number(key), relation };
    match deed {
        Deed::Note(kind, text) => Step::Note { on, kind, text: text.into() },
        Deed::Review(kind, by, text) => Step::Review { on, kind, by: by.into(), text: text.into() },
        Deed::Decide(item, row, kind, facts) => Step::Decide {
            on,
            item,
            outcome: Outcome { kind, ..Outcome::of(row) },
            facts: facts.into(),
            letter_no: requests.letter_no(on.year()),
            override_reason: String::new(),
        },
        Deed::Serve(way) => Step::Serve { on, way, proof: proof(way, requests.letters()) },
        Deed::Delivered => Step::Delivered { on },
        Deed::Returned(reason) => Step::ReturnedMail { on, reason: reason.into() },
        Deed::Withdraw(reason) => Step::Withdraw { on, reason: reason.into() },
        Deed::Reanswer(by, order) => Step::ReanswerOrdered { on, by: day(by), order: order.into() },
        Deed::Repeats(key) => link(key, Relation::Repeats),
        Deed::Related(key) => link(key, Relation::Related),
        _ => Step::Archive { on, file_no: requests.file_no(on.year()) },
    }
}

fn proof(way: ServiceWay, nth: usize) -> String {
    match way {
        ServiceWay::Post => format!("邮政特快专递 EMS 10260{nth:08}"),
        ServiceWay::Electronic => "电子邮件发送记录截图".to_owned(),
        _ => "送达回证".to_owned(),
    }
}
