//! Every refusal, provoked by steps as a clerk takes them. A rule without a case fails the last test.

mod after;
mod aside;
mod procedure;
mod registration;

use std::collections::BTreeSet;

use super::*;

/// What was said, and what had to be said.
type Provoked = (Refusal, Refusal);

/// What only the desk can say, which knows all requests; its own tests provoke it.
pub(crate) fn by_the_desk() -> [Refusal; 4] {
    [
        Refusal::NumberTaken(RequestNo::given("甲-1")),
        Refusal::OtherApplicant,
        Refusal::OtherEnded(day(3, 17)),
        Refusal::EarlierUnanswered,
    ]
}

fn provoked() -> impl Iterator<Item = Provoked> {
    let between = super::between::refusals();
    [registration::cases(), procedure::cases(), aside::cases(), after::cases(), between].into_iter().flatten()
}

/// One of each, for those who put them into words.
pub(crate) fn all() -> Vec<Refusal> {
    provoked().map(|(got, _)| got).chain(by_the_desk()).collect()
}

#[test]
fn each_rule_refuses_what_breaks_it() {
    for (got, wanted) in provoked() {
        assert_eq!(got, wanted);
    }
}

#[test]
fn a_text_of_several_lines_stands_only_where_lines_belong() {
    let book = Book::received();
    assert!(book.decision(note(day(3, 3), "第一行\n第二行")).is_ok());
    let name = change(|to| to.applicant = Some("张\n三".into()));
    assert_eq!(book.refused(name), Refusal::ControlCharacters(Field::Applicant));
    assert_eq!(book.refused(note(day(3, 3), "\u{202e}")), Refusal::ControlCharacters(Field::Note));
    assert_eq!(book.refused(note(day(3, 3), "\n ")), Refusal::Missing(Field::Note));
}

#[test]
fn a_field_is_wanted_by_the_article_that_names_it_and_others_by_the_form_alone() {
    let article = |field| Refusal::Missing(field).article();
    assert_eq!(article(Field::Applicant), "条例第二十九条");
    assert_eq!(article(Field::ApprovedBy), "条例第三十三条");
    assert_eq!(article(Field::Points), "");
}

#[test]
fn every_rule_is_provoked_by_a_case() {
    let provoked: BTreeSet<RefusalRule> = all().iter().map(Refusal::rule).collect();
    let all: BTreeSet<RefusalRule> = RefusalRule::ALL.iter().copied().collect();
    assert_eq!(all.len(), RefusalRule::ALL.len());
    let missing: Vec<_> = all.difference(&provoked).collect();
    assert!(missing.is_empty(), "no case provokes {missing:?}");
}
