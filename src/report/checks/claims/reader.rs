//! The claims of a paragraph, with what the sentence around a figure makes of it.

use super::clause::{Clause, clauses, plain, sentences};
use super::lexicon::FOREIGN;
use super::topic::{Topic, dispute_result, nothing, of_figure};
use super::vocabulary::has_any;
use crate::report::{Dispute, DisputeColumn, Row3};

/// What a paragraph may speak of, by where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scope {
    /// Requests and disputes: parts one and six
    Both,
    /// Requests alone: part three
    Requests,
    /// Disputes alone: part four
    Disputes,
}

/// A figure in the words and what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Claim {
    /// What it counts.
    pub(super) topic: Topic,
    /// What it says.
    pub(super) stated: u64,
    /// The sentence, as it stands.
    pub(super) sentence: String,
    /// It is a share of the requests received this year: comparable only where none was carried in.
    pub(super) of_new: bool,
}

/// The last figure of a sentence: what 其中 may divide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    /// None, or one that may be divided any way.
    Free,
    Unknown,
    New,
    Done,
    Dispute,
}

/// What is known at a place of a sentence.
struct State {
    last: Last,
    subset: Option<Last>,
    /// What held outside of the brackets we are in.
    outside: Option<(Last, Option<Last>)>,
    disputes: Option<Vec<Dispute>>,
    other_year: bool,
    all_counted: bool,
    foreign: bool,
}

/// The claims of a paragraph in a report of `year`.
pub(super) fn claims(paragraph: &str, year: Option<i16>, scope: Scope) -> Vec<Claim> {
    let named = paragraph.contains("申请");
    let mut claims = Vec::new();
    for sentence in sentences(paragraph) {
        let words = plain(sentence, year);
        for (topic, stated, of_new) in of_sentence(&words, named) {
            if within(&topic, scope) {
                claims.push(Claim { topic, stated, sentence: sentence.to_owned(), of_new });
            }
        }
    }
    claims
}

fn within(topic: &Topic, scope: Scope) -> bool {
    match scope {
        Scope::Both => true,
        Scope::Requests => !matches!(topic, Topic::Disputes(..)),
        Scope::Disputes => matches!(topic, Topic::Disputes(..)),
    }
}

fn of_sentence(words: &str, named: bool) -> Vec<(Topic, u64, bool)> {
    let joined = has_any(words, &["含", "包括", "其中", "加上", "连同", "另"]);
    let mut state = State {
        last: Last::Free,
        subset: None,
        outside: None,
        disputes: None,
        other_year: false,
        all_counted: joined && words.contains("上年") && words.contains('转'),
        foreign: !named || has_any(words, FOREIGN),
    };
    clauses(words).iter().flat_map(|clause| of_clause(clause, &mut state)).collect()
}

fn of_clause(clause: &Clause, state: &mut State) -> Vec<(Topic, u64, bool)> {
    if clause.apart {
        (state.subset, state.last) = (None, Last::Free);
    }
    state.cross_brackets(clause.bracketed);
    turn_year(clause, state);
    let mut found = Vec::new();
    for (place, figure) in clause.figures.iter().enumerate() {
        if figure.before.contains("其中") {
            state.subset = Some(state.last);
        }
        // 含 and 包括 divide for the figure behind them alone.
        let part_of = has_any(&figure.before, &["含", "包括"]).then_some(state.last).or(state.subset);
        let after = (place + 1 == clause.figures.len()).then_some(clause.rest.as_str());
        let topics = of_figure(&figure.before, after, figure.value == Some(0));
        let topics = if topics.is_empty() { result_of(&figure.before, state) } else { topics };
        state.remember(&topics);
        let Some(stated) = figure.value else { continue };
        found.extend(topics.into_iter().filter_map(|topic| state.claim(topic, stated, part_of)));
    }
    if clause.figures.is_empty() {
        let part_of = state.subset;
        found.extend(nothing(&clause.rest).into_iter().filter_map(|topic| state.claim(topic, 0, part_of)));
    }
    found
}

/// A year that is not the report's holds until the report's is named: 2024年收到8件，办结8件.
fn turn_year(clause: &Clause, state: &mut State) {
    let texts = || clause.figures.iter().map(|figure| figure.before.as_str()).chain([clause.rest.as_str()]);
    if texts().any(|text| has_any(text, &["本年", "全年"])) {
        state.other_year = false;
    } else if texts().any(|text| has_any(text, &["较", "比", "持平"])) {
        // A comparison goes back to the year it compares.
    } else if texts().any(|text| text.contains("他年") || (text.contains("上年") && !text.contains('转')))
    {
        state.other_year = true;
    }
}

/// 其中维持2件: a result of the disputes counted before it.
fn result_of(before: &str, state: &State) -> Vec<Topic> {
    let column = dispute_result(before);
    let topic = column.and_then(|column| Some(Topic::Disputes(state.disputes.clone()?, column)));
    topic.into_iter().collect()
}

impl State {
    /// What 其中 divides inside of brackets ends with them.
    fn cross_brackets(&mut self, inside: bool) {
        match (self.outside, inside) {
            (None, true) => self.outside = Some((self.last, self.subset)),
            (Some(held), false) => {
                (self.last, self.subset) = held;
                self.outside = None;
            }
            _ => (),
        }
    }

    fn remember(&mut self, topics: &[Topic]) {
        self.last = match topics.first() {
            None => Last::Unknown,
            Some(Topic::Row(Row3::New) | Topic::NewOrAll) => Last::New,
            Some(Topic::Handled) => Last::Free,
            Some(Topic::Disputes(groups, DisputeColumn::Sum)) => {
                // Two kinds in one sentence: a result after them could be of either.
                let other = self.disputes.is_some() || topics.len() > 1;
                self.disputes = if other { Some(Vec::new()) } else { Some(groups.clone()) };
                Last::Dispute
            }
            Some(Topic::Disputes(..)) => Last::Dispute,
            Some(_) => Last::Done,
        };
    }

    /// The claim, if what stands around it lets it be compared.
    fn claim(&self, topic: Topic, stated: u64, part_of: Option<Last>) -> Option<(Topic, u64, bool)> {
        if self.other_year {
            return None;
        }
        if let Topic::Disputes(groups, _) = &topic {
            return (!groups.is_empty()).then_some((topic, stated, false));
        }
        let counts_in = matches!(topic, Topic::Row(Row3::New | Row3::CarriedIn));
        match part_of {
            Some(Last::Unknown | Last::Dispute) => return None,
            Some(Last::Done) if counts_in => return None,
            _ => (),
        }
        if topic == Topic::Row(Row3::Total) && self.foreign {
            return None;
        }
        let of_new = part_of == Some(Last::New) && !counts_in;
        let topic = if topic == Topic::Row(Row3::New) && part_of.is_none() && self.all_counted {
            Topic::NewOrAll
        } else {
            topic
        };
        Some((topic, stated, of_new))
    }
}
