//! What a clerk reads about a request is Chinese and never empty.

use super as words;
use crate::law::ApplicantKind;
use crate::request::clock::{Deadline, Effect, OpinionEnd, Rule};
use crate::request::tests::{Book, ask, change, confirm, day, open, refusals, supplied, would_break};
use crate::request::{Channel, ConsultRole, Excluded, Paper, Refusal, Warning};

/// Chinese with figures, dates and marks, but no letter of the Latin alphabet.
fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !text.chars().any(|c| c.is_ascii_alphabetic())
}

#[test]
fn every_refusal_has_chinese_words() {
    for refusal in refusals::all() {
        let said = words::refusal(&refusal);
        assert!(is_chinese(&said), "{refusal:?}: {said}");
    }
}

#[test]
fn every_refusal_says_what_to_do() {
    for refusal in refusals::all() {
        let said = words::refusal(&refusal);
        assert!(["请", "无需", "方可"].iter().any(|way| said.contains(way)), "{refusal:?}: {said}");
    }
}

#[test]
fn a_refusal_with_values_tells_them_and_one_without_is_told_as_its_rule_is() {
    for refusal in refusals::all() {
        let said = words::refusal(&refusal);
        let general = words::refusal_rule(refusal.rule()).line();
        let has_values = format!("{refusal:?}").contains(['(', '{']);
        assert_ne!(said.starts_with(&general), has_values, "{refusal:?}: {said}");
    }
}

#[test]
fn an_extension_that_is_too_long_says_how_much_is_left() {
    let said = |used| words::refusal(&Refusal::ExtensionTooLong { used });
    assert!(said(5).contains("1 至 15 个工作日"), "{}", said(5));
    assert!(said(20).contains("不能再延"), "{}", said(20));
}

#[test]
fn a_refusal_inside_of_another_gives_no_advice_of_its_own() {
    let said = words::refusal(&would_break(7, Refusal::NoSupplementOpen));
    assert_eq!(said.matches('请').count(), 1, "{said}");
}

#[test]
fn every_channel_is_told_which_day_is_missing() {
    for channel in Channel::ALL {
        assert!(words::refusal(&Refusal::NoDayOfReceipt(channel)).contains("收到"));
    }
}

#[test]
fn a_refusal_that_names_an_entry_says_why_and_what_to_do_first() {
    let said = words::refusal(&would_break(7, Refusal::NoSupplementOpen));
    assert!(said.contains("没有等待中的补正告知") && said.contains("请先撤销第 7 号记录"), "{said}");
}

#[test]
fn a_refusal_by_an_article_cites_it() {
    let said = words::refusal(&Refusal::NotConfirmed);
    assert!(said.ends_with("（条例第三十一条）"), "{said}");
}

#[test]
fn every_warning_has_chinese_words() {
    let on = day(3, 2);
    let papers = [
        Paper::ProofOfService,
        Paper::Delivery,
        Paper::SecrecyReview,
        Paper::SearchRecord,
        Paper::OverrideNotice,
        Paper::Opinion,
        Paper::LetterNo,
    ];
    let mut warnings = vec![
        Warning::LateNotice { last: on, holds: Some(on) },
        Warning::LateNotice { last: on, holds: None },
        Warning::LateFeeNotice { due: on },
        Warning::PaymentDiffers { noticed: 380, paid: 38 },
        Warning::LatePayment { last: on },
        Warning::ConsultedLate { due: on, left: 1 },
        Warning::OpinionOutstanding { last: on },
        Warning::Conservative { due: on },
        Warning::OverrideNeedsNotice,
        Warning::LateSupplement { reply_by: on },
        Warning::LateAnswer { due: on },
        Warning::Provisional { year: 2027 },
    ];
    warnings.extend(papers.map(Warning::FileLacks));
    for warning in warnings {
        assert!(is_chinese(&words::warning(&warning)), "{warning:?}");
    }
}

/// Every rule of the clock.
fn rules() -> Vec<Rule> {
    let on = day(3, 2);
    let mut rules = vec![
        Rule::SupplementAsked { last: on, late: false },
        Rule::SupplementAsked { last: on, late: true },
        Rule::SupplementTerm,
        Rule::SupplementReceived,
        Rule::Extended { days: 5 },
        Rule::ReplyTerm { start: on, days: 20, excluded: 0 },
        Rule::ReplyTerm { start: on, days: 20, excluded: 9 },
        Rule::Assisted { stops: true },
        Rule::Assisted { stops: false },
        Rule::Joined,
        Rule::ReasonsAsked,
        Rule::ReasonsTerm,
        Rule::ReasonsReceived,
        Rule::ReasonsNeverCame,
        Rule::Deferred,
        Rule::DeferredUntil,
        Rule::FeeNotified,
        Rule::FeeTerm { from_sending: false },
        Rule::FeeTerm { from_sending: true },
        Rule::FeePaid,
        Rule::FeeLapsed,
        Rule::Reanswer { ordered: false },
        Rule::Reanswer { ordered: true },
        Rule::ReanswerTerm,
        Rule::Served,
        Rule::SupplementLapsed,
        Rule::Withdrawn,
    ];
    rules.extend(Channel::ALL.into_iter().flat_map(|by| [Rule::Unconfirmed(by), Rule::Received(by)]));
    for role in ConsultRole::ALL {
        rules.push(Rule::ConsultSent { role, excluded: Excluded::AfterSending });
        for end in [OpinionEnd::Answered, OpinionEnd::AnsweredLate, OpinionEnd::Silent, OpinionEnd::Open] {
            rules.extend([true, false].map(|from_sending| Rule::ConsultEnded {
                role,
                end,
                from_sending,
                excluded: Excluded::Fewest,
            }));
        }
    }
    rules
}

#[test]
fn every_line_of_the_clock_has_chinese_words() {
    for rule in rules() {
        assert!(is_chinese(&words::rule(rule)), "{rule:?}");
    }
    for effect in [
        Effect::NotRunning,
        Effect::StartsNextDay,
        Effect::Void,
        Effect::ApplicantsTerm,
        Effect::RestartsNextDay,
        Effect::VoidWithCount,
        Effect::Stops,
        Effect::NotCounted { days: 0 },
        Effect::NotCounted { days: 9 },
        Effect::GoesOn,
        Effect::Replaces,
        Effect::OwnTerm,
        Effect::Adds { days: 5 },
        Effect::Due { provisional: false },
        Effect::Due { provisional: true },
        Effect::Ends { late: false },
        Effect::Ends { late: true },
    ] {
        assert!(is_chinese(&words::effect(effect)), "{effect:?}");
    }
}

#[test]
fn silence_of_a_third_party_is_no_consent_and_that_of_a_co_producer_is() {
    let excluded = Excluded::AfterSending;
    let ended =
        |role, end, from_sending| words::rule(Rule::ConsultEnded { role, end, from_sending, excluded });
    let silent = |role| ended(role, OpinionEnd::Silent, false);
    assert!(silent(ConsultRole::Third).contains("不视为同意"));
    assert!(silent(ConsultRole::CoProducer).contains("（视为同意）"));
    assert!(ended(ConsultRole::Third, OpinionEnd::Open, true).contains("自发出起算，本机口径"));
    assert!(silent(ConsultRole::Third).contains("征求意见期间起止"), "the setting is named");
}

#[test]
fn every_deadline_has_a_chinese_name() {
    let mut all = vec![
        Deadline::Answer,
        Deadline::SupplementNotice,
        Deadline::ExtensionNotice,
        Deadline::Supplement,
        Deadline::Reasons,
        Deadline::Fee,
        Deadline::Unit,
        Deadline::Conservative,
        Deadline::Copies,
        Deadline::Reanswer,
        Deadline::Review,
        Deadline::Suit,
    ];
    all.extend(ConsultRole::ALL.map(Deadline::Opinion));
    for what in all {
        assert!(is_chinese(words::deadline(what)), "{what:?}");
    }
}

#[test]
fn a_timeline_tells_what_was_done() {
    let book = Book::unconfirmed()
        .then(confirm(day(3, 4)))
        .then(ask(day(3, 5), day(3, 20)))
        .then(supplied(day(3, 10)))
        .then(change(|to| (to.kind, to.contact) = (Some(ApplicantKind::Other), Some("0514".into()))));
    let told: Vec<String> = book
        .entries
        .iter()
        .map(|entry| format!("{}|{}", words::event_name(&entry.event), words::event_detail(&entry.event)))
        .collect();
    assert_eq!(
        told,
        [
            "登记|互联网，自然人",
            "确认收到|",
            "补正告知|期限至 2026-03-20，补正事项：请写明年度",
            "收到补正|2025年度",
            "更正登记|类型改为其他，申请人或申请内容，登记有误",
        ]
    );
    let decided = book.then(open(day(3, 12))).entries.pop().map(|entry| words::event_detail(&entry.event));
    assert_eq!(decided.as_deref(), Some("（一）予以公开，〔2026〕1号，经检索"));
}
