//! Which row it is: questions with two answers each, asked in an order that ends at one of the 21 rows or at
//! something that has to be done first.
//!
//! Values only; the texts are in `words::guide`. The order (complete? for information? asked before? ours?
//! held? special law? public already? a ground to withhold? separable?) is ours, drawn from arts. 29-39; the
//! answers of the 条例 are not changed by it.
//!
//! ```
//! use gongkai::law::guide::{Answer, Next, Question, Todo, Verdict, next};
//! assert_eq!(next(&[]), Next::Ask(Question::StillWanted));
//! let path = [
//!     (Question::StillWanted, Answer::Yes),
//!     (Question::Clear, Answer::No),
//!     (Question::SupplementAsked, Answer::No),
//! ];
//! assert_eq!(next(&path), Next::Done(Verdict::First(Todo::AskSupplement)));
//! ```

mod question;
#[cfg(test)]
mod tests;
mod verdict;

pub use question::{Question, Stage};
pub use verdict::{Closing, Todo, Verdict};

use super::{OutcomeKind as Kind, OutcomeRow as Row};

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Answer {
    /// 是
    Yes,
    /// 否
    No,
}

impl Answer {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Yes, Self::No];
}

/// What follows from the answers given so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// This is asked next.
    Ask(Question),
    /// Nothing more is asked.
    Done(Verdict),
}

/// Where an answer leads, whatever was answered before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lead {
    /// To a later question.
    Ask(Question),
    /// To the end.
    Done(Verdict),
    /// To the end: everything is given but what was to be blacked out; （一） or （二）.
    Rest,
    /// To the end: the row of the ground that was found.
    Ground,
}

/// What follows from these answers. Answers to questions that this way does not ask are passed over; of two
/// answers to one question the later counts.
pub fn next(answers: &[(Question, Answer)]) -> Next {
    let (mut at, mut ground, mut masked) = (Question::StillWanted, None, false);
    loop {
        let Some((_, answer)) = answers.iter().rev().find(|(question, _)| *question == at) else {
            return Next::Ask(at);
        };
        if *answer == Answer::Yes {
            ground = at.ground().or(ground);
            masked |= at == Question::ThirdMaskable;
        }
        // Every lead goes to a later question, so this ends.
        match lead(at, *answer) {
            Lead::Ask(question) => at = question,
            Lead::Done(Verdict::Answer { row: Row::Partial, .. }) => return Next::Done(partial(ground)),
            Lead::Done(verdict) => return Next::Done(verdict),
            Lead::Rest if masked => return Next::Done(partial(Some(Row::DenyThird))),
            Lead::Rest => return Next::Done(Verdict::kind_of(Kind::Supplied)),
            Lead::Ground => return Next::Done(ground.map_or(partial(None), Verdict::row_of)),
        }
    }
}

const fn partial(withheld: Option<Row>) -> Verdict {
    Verdict::Answer { row: Row::Partial, kind: None, withheld }
}

/// Where this answer to this question leads.
pub const fn lead(question: Question, answer: Answer) -> Lead {
    let (yes, no) = leads(question);
    match answer {
        Answer::Yes => yes,
        Answer::No => no,
    }
}

/// Where Yes and No lead.
const fn leads(question: Question) -> (Lead, Lead) {
    use Question as Q;
    match question {
        Q::StillWanted => (ask(Q::Clear), ask(Q::Withdrawn)),
        Q::Withdrawn => (close(Closing::Withdraw), kind(Kind::ApplicantGone)),
        Q::Clear => (ask(Q::ForInformation), ask(Q::SupplementAsked)),
        Q::SupplementAsked => (ask(Q::SupplementCame), first(Todo::AskSupplement)),
        Q::SupplementCame => (row(Row::NoneUnclear), ask(Q::SupplementOver)),
        Q::SupplementOver => (close(Closing::SupplementLapse), first(Todo::AwaitSupplement)),
        Q::ForInformation => (ask(Q::GovernmentInformation), ask(Q::Petition)),
        Q::Petition => (row(Row::NpPetition), ask(Q::Correction)),
        Q::Correction => (first(Todo::Correct), kind(Kind::Consultation)),
        Q::GovernmentInformation => (ask(Q::Confirmation), kind(Kind::NotGovernmentInformation)),
        Q::Confirmation => (row(Row::NpConfirm), ask(Q::Publication)),
        Q::Publication => (row(Row::NpPublication), ask(Q::Repeat)),
        Q::Repeat => (ask(Q::RepeatServed), ask(Q::Excess)),
        Q::RepeatServed => (row(Row::NpRepeat), kind(Kind::Joined)),
        Q::Excess => (ask(Q::FeeNotified), ask(Q::Ours)),
        Q::FeeNotified => (ask(Q::FeePaid), ask(Q::ReasonsAsked)),
        Q::FeePaid => (ask(Q::Ours), ask(Q::FeeOver)),
        Q::FeeOver => (close(Closing::FeeLapse), first(Todo::AwaitFee)),
        Q::ReasonsAsked => (ask(Q::ReasonsGood), first(Todo::AskReasons)),
        Q::ReasonsGood => (ask(Q::Ours), row(Row::NpExcess)),
        Q::Ours => (ask(Q::Held), kind(Kind::OtherOrgan)),
        Q::Held => (ask(Q::Query), ask(Q::HandedOver)),
        Q::HandedOver => (kind(Kind::ArchiveHandedOver), ask(Q::Compile)),
        Q::Compile => (row(Row::NoneMake), ask(Q::Searched)),
        Q::Searched => (kind(Kind::NotFound), first(Todo::Search)),
        Q::Query => (row(Row::DenyQuery), ask(Q::AlreadyPublic)),
        Q::AlreadyPublic => (kind(Kind::AlreadyPublic), ask(Q::AnyGround)),
        Q::AnyGround => (ask(Q::Secret), kind(Kind::Supplied)),
        Q::Secret => (ask(Q::Separable), ask(Q::Law)),
        Q::Law => (ask(Q::Separable), ask(Q::Safety)),
        Q::Safety => (ask(Q::Separable), ask(Q::Third)),
        Q::Third => (ask(Q::ThirdMaskable), ask(Q::Internal)),
        Q::ThirdMaskable => (ask(Q::Internal), ask(Q::ThirdAsked)),
        Q::ThirdAsked => (ask(Q::ThirdOpens), first(Todo::ConsultThird)),
        Q::ThirdOpens => (ask(Q::Internal), ask(Q::Separable)),
        Q::Internal => (ask(Q::Separable), ask(Q::Process)),
        Q::Process => (ask(Q::RuleOpens), ask(Q::Casefile)),
        Q::Casefile => (ask(Q::RuleOpens), Lead::Rest),
        Q::RuleOpens => (Lead::Rest, ask(Q::Separable)),
        Q::Separable => (row(Row::Partial), Lead::Ground),
    }
}

const fn ask(question: Question) -> Lead {
    Lead::Ask(question)
}

const fn row(row: Row) -> Lead {
    Lead::Done(Verdict::row_of(row))
}

const fn kind(kind: Kind) -> Lead {
    Lead::Done(Verdict::kind_of(kind))
}

const fn close(closing: Closing) -> Lead {
    Lead::Done(Verdict::Close(closing))
}

const fn first(todo: Todo) -> Lead {
    Lead::Done(Verdict::First(todo))
}
