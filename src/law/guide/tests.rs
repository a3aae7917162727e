use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

type Path = Vec<(Question, Answer)>;

/// Every way through the questions, with its end.
fn all_ways() -> Vec<(Path, Verdict)> {
    let (mut open, mut ended) = (vec![Path::new()], Vec::new());
    while let Some(path) = open.pop() {
        match next(&path) {
            Next::Done(verdict) => ended.push((path, verdict)),
            Next::Ask(question) => open.extend(Answer::ALL.map(|answer| {
                let mut longer = path.clone();
                longer.push((question, answer));
                longer
            })),
        }
    }
    ended
}

/// The end of the way on which exactly these questions are answered otherwise than `usual`.
fn end(otherwise: &[Question]) -> Verdict {
    use Question as Q;
    // On the usual way everything is in order, held, not yet public, and may be given.
    let yes = [Q::StillWanted, Q::Clear, Q::ForInformation, Q::GovernmentInformation, Q::Ours, Q::Held];
    let answer = |question: Question| {
        if yes.contains(&question) == otherwise.contains(&question) { Answer::No } else { Answer::Yes }
    };
    let answers: Path = Q::ALL.into_iter().map(|question| (question, answer(question))).collect();
    match next(&answers) {
        Next::Done(verdict) => verdict,
        Next::Ask(question) => panic!("{question:?} was not answered"),
    }
}

#[test]
fn a_lead_goes_to_a_later_question_only_so_every_way_ends_and_asks_nothing_twice() {
    for question in Question::ALL {
        for answer in Answer::ALL {
            if let Lead::Ask(later) = lead(question, answer) {
                assert!(later > question, "{question:?} leads back to {later:?}");
            }
        }
    }
    assert!(Question::ALL.is_sorted());
    for (path, _) in all_ways() {
        let asked: BTreeSet<Question> = path.iter().map(|(question, _)| *question).collect();
        assert_eq!(asked.len(), path.len());
    }
}

#[test]
fn every_question_is_asked_on_some_way() {
    let asked: BTreeSet<Question> =
        all_ways().iter().flat_map(|(path, _)| path.iter().map(|(question, _)| *question)).collect();
    assert_eq!(asked.len(), Question::ALL.len());
}

#[test]
fn every_row_every_kind_and_every_first_step_is_reached() {
    let ends: Vec<Verdict> = all_ways().into_iter().map(|(_, verdict)| verdict).collect();
    for row in Row::ALL {
        assert!(ends.iter().any(|end| end.row() == Some(row)), "{row:?}");
    }
    for kind in Kind::ALL {
        assert!(ends.iter().any(|end| end.kind() == Some(kind)), "{kind:?}");
    }
    for todo in Todo::ALL {
        assert!(ends.contains(&Verdict::First(todo)), "{todo:?}");
    }
    for closing in Closing::ALL {
        assert!(ends.contains(&Verdict::Close(closing)), "{closing:?}");
    }
}

#[test]
fn an_end_is_whole() {
    for (path, end) in all_ways() {
        let (row, kind) = (end.row(), end.kind());
        assert!(kind.is_none_or(|kind| Some(kind.row()) == row), "{path:?}");
        // A row with kinds never ends without one.
        assert!(row.is_none_or(|row| Kind::of(row).count() == 0 || kind.is_some()), "{path:?}");
        if let Verdict::Answer { row, kind, withheld } = end {
            assert_eq!(Closing::of(row, kind), None, "{path:?} is a step of its own");
            assert_eq!(withheld.is_some(), row == Row::Partial, "{path:?}");
        }
    }
}

#[test]
fn the_usual_ways_end_where_the_law_has_them() {
    use Question as Q;
    for (otherwise, row) in [
        (&[][..], Row::Open),
        (&[Q::AlreadyPublic], Row::Open),
        (&[Q::AnyGround], Row::Open),
        (&[Q::AnyGround, Q::Secret], Row::DenySecret),
        (&[Q::AnyGround, Q::Secret, Q::Separable], Row::Partial),
        (&[Q::AnyGround, Q::Third, Q::ThirdAsked], Row::DenyThird),
        (&[Q::AnyGround, Q::Third, Q::ThirdAsked, Q::ThirdOpens], Row::Open),
        (&[Q::AnyGround, Q::Third, Q::ThirdMaskable], Row::Partial),
        (&[Q::AnyGround, Q::Third, Q::ThirdMaskable, Q::Process], Row::DenyProcess),
        (&[Q::AnyGround, Q::Process, Q::RuleOpens], Row::Open),
        (&[Q::Ours], Row::NoneHeld),
        (&[Q::Held, Q::Searched], Row::NoneHeld),
        (&[Q::Held, Q::Compile], Row::NoneMake),
        (&[Q::Repeat, Q::RepeatServed], Row::NpRepeat),
        (&[Q::Repeat], Row::OtherOther),
        (&[Q::Excess, Q::ReasonsAsked], Row::NpExcess),
        (&[Q::Excess, Q::ReasonsAsked, Q::ReasonsGood], Row::Open),
        (&[Q::Excess, Q::FeeNotified, Q::FeeOver], Row::OtherNoFee),
        (&[Q::Excess, Q::FeeNotified, Q::FeePaid], Row::Open),
        (&[Q::Clear, Q::SupplementAsked, Q::SupplementCame], Row::NoneUnclear),
        (&[Q::Clear, Q::SupplementAsked, Q::SupplementOver], Row::OtherNoSupplement),
    ] {
        assert_eq!(end(otherwise).row(), Some(row), "{otherwise:?}");
    }
}

#[test]
fn the_remedy_of_a_partial_answer_follows_the_ground_of_what_is_held_back() {
    use Question as Q;
    let partial = end(&[Q::AnyGround, Q::Casefile, Q::Separable]);
    assert_eq!(partial, Verdict::Answer { row: Row::Partial, kind: None, withheld: Some(Row::DenyCasefile) });
    assert!(partial.articles().iter().any(|article| article.review_first()));
    let not_found = end(&[Q::Held, Q::Searched]);
    assert_eq!(not_found.articles().iter().map(ToString::to_string).collect::<Vec<_>>(), ["36(4)"]);
}

#[test]
fn an_item_that_may_be_given_is_found_so_in_thirteen_questions() {
    let shortest = all_ways()
        .into_iter()
        .filter(|(_, end)| end.kind() == Some(Kind::Supplied))
        .map(|(path, _)| path.len())
        .min();
    assert_eq!(shortest, Some(13));
}

#[test]
fn the_stages_hold_all_questions_in_their_order() {
    let staged: Vec<Question> = Stage::ALL.into_iter().flat_map(Stage::questions).collect();
    assert_eq!(staged, Question::ALL);
}

proptest! {
    #[test]
    fn whatever_was_answered_the_walk_asks_something_new_or_ends(
        answers in prop::collection::vec((0usize..Question::ALL.len(), any::<bool>()), 0..60),
    ) {
        let answers: Path = answers
            .into_iter()
            .map(|(at, yes)| (Question::ALL[at], if yes { Answer::Yes } else { Answer::No }))
            .collect();
        if let Next::Ask(question) = next(&answers) {
            prop_assert!(answers.iter().all(|(answered, _)| *answered != question));
        }
    }
}
