//! What the guide says is Chinese, never empty, and leads somewhere else.

use super::*;
use crate::law::guide::{Answer, Closing, Question, Todo, lead as leads_to};
use crate::law::{OutcomeKind, OutcomeRow};
use crate::text;

/// Marks that are narrow or wide as the terminal likes; our own words avoid them.
const AMBIGUOUS: [char; 5] = ['·', '…', '—', '①', '●'];

fn is_ours(said: &str) -> bool {
    said.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !said.chars().any(|c| AMBIGUOUS.contains(&c) || c == '\n')
        && !said.contains("  ")
}

#[test]
fn every_question_is_asked_in_one_line_and_every_lead_is_said() {
    for question in Question::ALL {
        let asked = ask(question);
        assert!(is_ours(asked) && asked.ends_with('？'), "{question:?}: {asked}");
        assert!(text::width(asked) <= 68, "{question:?} is too long to be read at a glance");
        assert!(mind(question).is_empty() || is_ours(mind(question)), "{question:?}");
        // A question that is about no row has a word of its own.
        assert!(question.row().is_some() || !mind(question).is_empty(), "{question:?}");
        for answer in Answer::ALL {
            assert!(is_ours(&lead(leads_to(question, answer))), "{question:?}");
        }
    }
}

#[test]
fn every_row_says_its_question_what_it_is_not_and_what_to_keep() {
    for of in OutcomeRow::ALL {
        let guide = row(of);
        assert_eq!(guide.row, of);
        assert!(is_ours(guide.ask) && is_ours(guide.proof), "{of:?}");
        assert!(!guide.not_when.is_empty(), "{of:?}");
        for not in guide.not_when {
            assert!(is_ours(not.when) && is_ours(&then(not.then)), "{of:?}: {}", not.when);
            assert_ne!(not.then, Then::Row(of), "{}", not.when);
        }
        assert!(sheet(of).iter().all(|(_, said)| !said.is_empty()), "{of:?}");
    }
}

#[test]
fn the_remedy_of_a_row_is_the_one_of_the_law() {
    for of in OutcomeRow::ALL {
        assert_eq!(remedy(of) == REVIEW_FIRST, of.review_first(), "{of:?}");
    }
}

#[test]
fn a_pair_has_two_different_names_and_belongs_to_its_rows() {
    for pair in &PAIRS {
        assert!(is_ours(pair.names) && is_ours(pair.apart));
        for row in pair.rows {
            assert!(pair.names.contains(&row.place()), "{}", pair.names);
            assert!(pairs_of(row).any(|other| other == pair));
        }
    }
}

#[test]
fn ends_are_said_with_their_row_or_their_step() {
    for closing in Closing::ALL {
        assert!(is_ours(&by_step(closing)));
    }
    for todo in Todo::ALL {
        assert!(is_ours(first(todo)));
    }
    let not_found = outcome(OutcomeRow::NoneHeld, Some(OutcomeKind::NotFound));
    assert_eq!(not_found, "（四）1 本机关不掌握相关政府信息（不存在）");
}
