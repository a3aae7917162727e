//! Words of the records.

use super::*;
use crate::records::{Check, FormError, RecordField, RecordId, RecordKind, RecordRefusal, RecordRule};
use crate::request::Seq;

fn every_refusal() -> Vec<RecordRefusal> {
    use RecordRefusal as R;
    let on = jiff::civil::date(2026, 3, 2);
    let (field, id) = (RecordField::Title, RecordId(7));
    vec![
        R::Missing(field),
        R::ControlCharacters(field),
        R::TooLong { field, limit: 200 },
        R::InFuture { field, on, today: on },
        R::DayOutOfRange { field, on },
        R::AmountTooLarge,
        R::NotByDay,
        R::NoSuchRecord(id),
        R::IsRemoved(id),
        R::OtherKind { id, is: RecordKind::Stock },
        R::NothingToChange,
        R::RecordedAlready(id),
        R::CountedTwice(id),
        R::StockTooSmall { stock: 1, known: 2 },
        R::EndedBeforeIssued { on, issued: on },
        R::DocumentEnded(on),
        R::InForce,
        R::ChecksLacking(vec![(Check::Review, 1), (Check::Proof, 3)]),
        R::NoSuchRound(4),
        R::RoundDone { check: Check::Review, round: 2 },
        R::RoundOutOfTurn { check: Check::Proof, round: 3 },
        R::BeforeFormed { on, formed: on },
        R::AlreadyPublished(on),
        R::AfterPublication { on, published: on },
        R::ReviewNotNamed,
        R::NoReviewHere,
        R::NotAReview(id),
        R::FiledBeforeReview { filed: on, review: on },
        R::RoleNotHere,
        R::NamedBySuit(id),
        R::BeforeFiling { on, filed: on },
        R::DisputeEnded(on),
        R::NotEndedYet,
        R::ReviewNotAppealed,
        R::NoSuchStep(Seq(9)),
        R::WouldBreak { seq: Seq(9), because: Box::new(R::NotEndedYet) },
    ]
}

#[test]
fn every_refusal_is_said_in_chinese_and_cites_its_article() {
    for refused in every_refusal() {
        let words = refusal(&refused);
        assert!(!words.chars().any(|c| c.is_ascii_uppercase()), "{words}");
        assert!(words.contains('请'), "says what to do: {words}");
        assert!(words.contains(refused.article()));
    }
}

#[test]
fn every_rule_is_said_in_general_too() {
    let listed: Vec<RecordRule> = every_refusal().iter().map(RecordRefusal::rule).collect();
    for known in RecordRule::ALL {
        assert!(listed.contains(known), "{known:?}");
        let words = rule(*known);
        assert!(words.instead.contains('请'), "{words:?}");
    }
}

#[test]
fn what_is_lacking_is_named() {
    let refused = RecordRefusal::ChecksLacking(vec![(Check::Review, 1), (Check::Proof, 3)]);
    assert!(refusal(&refused).starts_with("三审三校未完成，缺一审、三校"), "{}", refusal(&refused));
    let said = form_error(RecordKind::Decisions, FormError::Missing(RecordField::Type), "");
    assert!(said.contains("--type") && said.contains("licence（行政许可）"), "{said}");
}
