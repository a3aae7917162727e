//! One form, several items: how the row of the case follows from the answers (our reading of art. 37 and the note of row （二）).

use crate::law::{OutcomeGroup, OutcomeRow};

use super::Outcome;

/// The outcome of a case from the answers to its items, in their order; `None` while there are none.
///
/// 1. Something disclosed and something else not: （二） once ("区分处理的，只计这一情形").
/// 2. Everything disclosed: （一）.
/// 3. Nothing disclosed: the main ground, a refusal （三） before （四） before （五） before （六）, within a
///    group the first in the table's order.
pub fn case_outcome<'a>(answers: impl Iterator<Item = &'a Outcome> + Clone) -> Option<Outcome> {
    let disclosed = answers.clone().filter(|answer| answer.row.discloses()).count();
    let all = answers.clone().count();
    let partial = answers.clone().any(|answer| answer.row == OutcomeRow::Partial);
    if disclosed > 0 && (disclosed < all || partial) {
        return Some(Outcome { row: OutcomeRow::Partial, kind: None, grounds: withheld_grounds(answers) });
    }
    let main = answers.clone().min_by_key(|answer| (rank(answer.row.group()), answer.row))?;
    let same = answers.filter(|answer| answer.row == main.row);
    let kind = same.clone().all(|answer| answer.kind == main.kind).then_some(main.kind).flatten();
    Some(Outcome { row: main.row, kind, grounds: merged_grounds(same) })
}

/// The articles behind what is held back: they decide the remedy of a partial answer.
fn withheld_grounds<'a>(answers: impl Iterator<Item = &'a Outcome>) -> Vec<crate::law::Article> {
    merged_grounds(answers.filter(|answer| answer.row != OutcomeRow::Open))
}

fn merged_grounds<'a>(answers: impl Iterator<Item = &'a Outcome>) -> Vec<crate::law::Article> {
    let mut grounds = Vec::new();
    for article in answers.flat_map(Outcome::effective_grounds) {
        if !grounds.contains(article) {
            grounds.push(*article);
        }
    }
    grounds
}

const fn rank(group: OutcomeGroup) -> u8 {
    match group {
        OutcomeGroup::Open | OutcomeGroup::Partial => 0,
        OutcomeGroup::Deny => 1,
        OutcomeGroup::NotAvailable => 2,
        OutcomeGroup::NotProcessed => 3,
        OutcomeGroup::Other => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{Article, OutcomeKind};

    fn row(rows: &[OutcomeRow]) -> Option<OutcomeRow> {
        let answers: Vec<Outcome> = rows.iter().map(|row| Outcome::of(*row)).collect();
        case_outcome(answers.iter()).map(|outcome| outcome.row)
    }

    #[test]
    fn the_row_of_a_case_follows_from_its_items() {
        use OutcomeRow::*;
        for (items, expected) in [
            (&[Open][..], Open),
            (&[Open, Open], Open),
            (&[Open, NoneHeld], Partial),
            (&[NoneHeld, Open, DenySecret], Partial),
            (&[Partial, Open], Partial),
            (&[Partial], Partial),
            (&[NoneHeld, DenyThird], DenyThird),
            (&[NpRepeat, NoneMake], NoneMake),
            (&[OtherOther, NpPetition], NpPetition),
            (&[DenyCasefile, DenyInternal], DenyInternal),
            (&[OtherOther], OtherOther),
        ] {
            assert_eq!(row(items), Some(expected), "{items:?}");
        }
        assert_eq!(row(&[]), None);
    }

    #[test]
    fn a_partial_answer_is_review_first_only_if_something_withheld_rests_on_articles_14_to_16() {
        let soft = [Outcome::of(OutcomeRow::Open), Outcome::of(OutcomeRow::NoneHeld)];
        let hard = [Outcome::of(OutcomeRow::Open), Outcome::of(OutcomeRow::DenyThird)];
        assert!(!case_outcome(soft.iter()).unwrap().review_first());
        assert!(case_outcome(hard.iter()).unwrap().review_first());
        assert!(case_outcome(hard.iter()).unwrap().grounds.contains(&Article::whole(15)));
    }

    #[test]
    fn the_kind_is_kept_where_all_items_of_the_row_agree() {
        let known = Outcome::of(OutcomeRow::NoneHeld).with_kind(OutcomeKind::NotFound);
        let other = Outcome::of(OutcomeRow::NoneHeld).with_kind(OutcomeKind::OtherOrgan);
        assert_eq!(case_outcome([known.clone()].iter()).unwrap().kind, Some(OutcomeKind::NotFound));
        assert_eq!(case_outcome([known, other].iter()).unwrap().kind, None);
    }
}
