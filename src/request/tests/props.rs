//! What holds for every history.

use jiff::ToSpan;
use proptest::prelude::*;

use super::super::clock::Effect;
use super::*;
use crate::calendar::from_day;
use crate::law::OutcomeKind;

/// One attempt; whether the law allows it is what is tried out.
#[derive(Debug, Clone)]
enum Attempt {
    Step(Step),
    /// As an imported register may have it.
    Extend(Date, u16),
    /// What an entry sent was received.
    Received(Date, usize),
    Revoke(usize),
}

impl Attempt {
    /// The book after it, or the same where it is refused.
    fn on(&self, book: &Book) -> Result<Book, Refusal> {
        let event = match self {
            Self::Step(step) => book.decision(step.clone())?.event,
            Self::Received(on, index) => {
                let seq = book.entries[index % book.entries.len()].seq;
                book.decision(Step::Received { on: *on, seq })?.event
            }
            Self::Revoke(index) => {
                let index = index % book.entries.len();
                book.revocation(book.entries[index].seq.0)?.event
            }
            Self::Extend(on, days) => extended(*on, *days),
        };
        let after = book.clone().recording(event);
        fold(&after.entries)?;
        Ok(after)
    }
}

/// Days close together, so that steps share days and meet each other.
fn near() -> impl Strategy<Value = Date> {
    (0_i64..30).prop_map(|days| date(2026, 3, 2).checked_add(days.days()).unwrap())
}

fn row() -> impl Strategy<Value = Outcome> {
    prop_oneof![
        Just(Outcome::of(OutcomeRow::Open)),
        Just(Outcome::of(OutcomeRow::DenyThird)),
        Just(Outcome::of(OutcomeRow::NoneHeld).with_kind(OutcomeKind::NotFound)),
        Just(Outcome::of(OutcomeRow::NoneUnclear)),
    ]
}

fn amendment() -> impl Strategy<Value = Step> {
    prop_oneof![
        near().prop_map(|on| change(|to| to.received_on = Some(on))),
        prop_oneof!["甲", "乙"].prop_map(|name| change(|to| to.applicant = Some(name))),
        prop_oneof!["丙", "丁"].prop_map(|text| change(|to| to.content = Some(text))),
        Just(change(|to| to.kind = Some(ApplicantKind::Commercial))),
        Just(change(|to| to.kind = Some(ApplicantKind::Research))),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => near().prop_map(confirm),
        3 => (near(), near()).prop_map(|(on, by)| ask(on, by)),
        3 => near().prop_map(supplied),
        1 => near().prop_map(lapse),
        3 => (near(), row()).prop_map(|(on, outcome)| answer(on, outcome)),
        3 => (near(), 1_u16..4, row()).prop_map(|(on, item, outcome)| answer_item(on, item, outcome.row)),
        2 => near().prop_map(serve),
        1 => near().prop_map(withdraw),
        1 => near().prop_map(|on| note(on, "附注")),
        2 => amendment(),
    ]
}

fn party() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("甲"), Just("乙")]
}

fn outside() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (near(), party(), prop::sample::select(&ConsultRole::ALL[..]))
            .prop_map(|(on, party, role)| consult(on, party, role)),
        3 => (near(), party(), prop::sample::select(&Opinion::ALL[..]))
            .prop_map(|(on, party, what)| opinion(on, party, what)),
        1 => near().prop_map(|on| Step::Assist { on, organ: "丁局".into(), text: String::new() }),
        1 => (near(), 1_u16..15).prop_map(|(on, days)| extend(on, days)),
        1 => near().prop_map(ask_reasons),
        1 => near().prop_map(reasons),
        1 => near().prop_map(|on| defer(on, day(6, 30))),
        1 => near().prop_map(fee),
        1 => near().prop_map(pay),
        1 => near().prop_map(|on| no_fee(on.checked_add(30.days()).unwrap())),
        1 => near().prop_map(|on| Step::OverrideNotice { on, party: "甲".into(), reason: "公益".into() }),
    ]
}

fn inside() -> impl Strategy<Value = Step> {
    let unit = || party().prop_map(str::to_owned);
    prop_oneof![
        (near(), unit()).prop_map(|(on, unit)| Step::Assign { on, unit, reply_by: None }),
        (near(), unit()).prop_map(|(on, unit)| Step::UnitAnswer { on, unit, text: String::new() }),
        (near(), unit()).prop_map(|(on, unit)| Step::UnitReturn { on, unit, reason: "非我科".into() }),
        (near(), unit()).prop_map(|(on, unit)| Step::Chase { on, unit, text: String::new() }),
        near().prop_map(|on| Step::Review {
            on,
            kind: ReviewKind::Legal,
            by: String::new(),
            text: String::new(),
        }),
        near().prop_map(|on| Step::Delivered { on }),
        near().prop_map(|on| Step::ReturnedMail { on, reason: String::new() }),
        near().prop_map(|on| Step::WithdrawAnswer { on, reason: "遗漏".into() }),
        near().prop_map(|on| Step::ReanswerOrdered { on, by: day(6, 30), order: String::new() }),
        near().prop_map(|on| Step::Archive { on, file_no: String::new() }),
        near().prop_map(|on| link(on, "2025-001", Relation::Related)),
    ]
}

fn further() -> impl Strategy<Value = Step> {
    prop_oneof![2 => outside(), 1 => inside()]
}

fn attempt() -> impl Strategy<Value = Attempt> {
    prop_oneof![
        8 => step().prop_map(Attempt::Step),
        5 => further().prop_map(Attempt::Step),
        1 => (near(), 1_u16..15).prop_map(|(on, days)| Attempt::Extend(on, days)),
        1 => (near(), 0_usize..20).prop_map(|(on, index)| Attempt::Received(on, index)),
        1 => (0_usize..20).prop_map(Attempt::Revoke),
    ]
}

fn start() -> impl Strategy<Value = Book> {
    (any::<bool>(), 0_usize..4).prop_map(|(waits, items)| {
        let registration = if waits {
            Registration { submitted_on: Some(day(3, 2)), ..form(Channel::Internet) }
        } else {
            posted(day(3, 2))
        };
        Book::new(with_items(items, registration))
    })
}

/// A history of what was accepted out of many attempts.
fn history() -> impl Strategy<Value = (Book, Vec<Attempt>)> {
    (start(), prop::collection::vec(attempt(), 0..40)).prop_map(|(start, attempts)| {
        let mut book = start;
        let mut taken = Vec::new();
        for attempt in attempts {
            if let Ok(after) = attempt.on(&book) {
                book = after;
                taken.push(attempt);
            }
        }
        (book, taken)
    })
}

/// The case without its numbers, and with what happened on one day in one order.
fn plain(mut case: Case) -> Case {
    case.version = Seq(0);
    if let Some(supplement) = &mut case.supplement {
        supplement.seq = Seq(0);
    }
    if let Some(reasons) = &mut case.reasons {
        reasons.seq = Seq(0);
    }
    if let Some(fee) = &mut case.fee {
        fee.seq = Seq(0);
    }
    let replaced = case.replaced.iter_mut().flat_map(|replaced| &mut replaced.answers);
    for answer in case.items.iter_mut().filter_map(|item| item.answer.as_mut()).chain(replaced) {
        answer.seq = Seq(0);
    }
    case.consultations.iter_mut().for_each(|asked| asked.seq = Seq(0));
    case.assists.iter_mut().for_each(|assist| assist.seq = Seq(0));
    case.letters.iter_mut().for_each(|letter| letter.seq = Seq(0));
    case.assignments.iter_mut().for_each(|assigned| assigned.seq = Seq(0));
    case.notes.sort_by(|a, b| (a.on, &a.text).cmp(&(b.on, &b.text)));
    case.extensions.sort_unstable();
    case.consultations.sort_by(|a, b| (a.on, &a.party).cmp(&(b.on, &b.party)));
    case.letters.sort_by_key(|letter| (letter.on, letter.received_on));
    case.assignments.sort_by(|a, b| (a.on, &a.unit).cmp(&(b.on, &b.unit)));
    case
}

fn is_word_on_the_registration(event: &Event) -> bool {
    matches!(event, Event::Confirmed { .. } | Event::Amended(_))
}

/// The same events recorded in another order: the registration first, words on it in their own order.
fn recorded_otherwise(events: &[Event], keys: &[u16]) -> Vec<Entry> {
    let (first, rest) = events.split_first().unwrap();
    let mut shuffled: Vec<(u16, &Event)> = keys.iter().copied().zip(rest).collect();
    shuffled.sort_by_key(|(key, _)| *key);
    let mut in_order = rest.iter().filter(|event| is_word_on_the_registration(event));
    let rest = shuffled
        .into_iter()
        .map(|(_, event)| if is_word_on_the_registration(event) { in_order.next().unwrap() } else { event });
    let ordered: Vec<Event> = std::iter::once(first).chain(rest).cloned().collect();
    // Where one event names another, it goes on naming the same.
    let named_now = |seq: Seq| {
        let named = &events[usize::try_from(seq.0).unwrap() - 1];
        let at = ordered.iter().position(|event| event == named).unwrap();
        Seq(u64::try_from(at).unwrap() + 1)
    };
    (1..).zip(&ordered).map(|(seq, event)| entry(seq, renamed(event, named_now))).collect()
}

/// The event with the numbers of those that it names put otherwise.
fn renamed(event: &Event, otherwise: impl Fn(Seq) -> Seq) -> Event {
    let mut event = event.clone();
    match &mut event {
        Event::Received { seq, .. } => *seq = otherwise(*seq),
        Event::ConsultAnswered(answered) => answered.sent = otherwise(answered.sent),
        Event::UnitAnswered(word) | Event::UnitReturned(word) | Event::Chased(word) => {
            word.assigned = otherwise(word.assigned);
        }
        _ => {}
    }
    event
}

/// The standing events in the order of recording, naming each other by their places from 1; `None` where
/// two are alike and could not be told apart.
fn numbered_anew(book: &Book) -> Option<Vec<Event>> {
    let standing: Vec<&Entry> = standing(&book.entries)
        .into_iter()
        .filter(|entry| !matches!(entry.event, Event::Revoked { .. }))
        .collect();
    let place = |seq: Seq| {
        let at = standing.iter().position(|entry| entry.seq == seq).unwrap();
        Seq(u64::try_from(at).unwrap() + 1)
    };
    let events: Vec<Event> = standing.iter().map(|entry| renamed(&entry.event, place)).collect();
    let alike = (1..).zip(&events).any(|(next, event)| events[next..].contains(event));
    (!alike).then_some(events)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_case_does_not_depend_on_the_order_of_recording(
        (book, _) in history(),
        keys in prop::collection::vec(any::<u16>(), 40),
    ) {
        let Some(events) = numbered_anew(&book) else { return Ok(()) };
        if !matches!(events.first(), Some(Event::Registered(_))) {
            return Ok(());
        }
        let recorded: Vec<Entry> = (1..).zip(&events).map(|(seq, event)| entry(seq, event.clone())).collect();
        let (one, other) = (fold(&recorded), fold(&recorded_otherwise(&events, &keys)));
        prop_assert_eq!(one.map(plain), other.map(plain));
    }

    #[test]
    fn a_step_taken_back_is_as_if_it_had_never_been_taken(
        (book, taken) in history(),
        pick in any::<prop::sample::Index>(),
    ) {
        if taken.is_empty() {
            return Ok(());
        }
        let without = pick.index(taken.len());
        let seq = book.entries[without + 1].seq;
        let Ok(decision) = book.revocation(seq.0) else { return Ok(()) };
        let mut never = Book { entries: book.entries[..1].to_vec(), today: book.today };
        let mut numbers = vec![0];
        for (index, attempt) in taken.iter().enumerate().filter(|(index, _)| *index != without) {
            // A revocation means the entry it named, under the number it has here.
            let attempt = match attempt {
                Attempt::Revoke(_) => {
                    let Event::Revoked { seq, .. } = book.entries[index + 1].event else { unreachable!() };
                    let Some(here) = numbers.iter().position(|number| number + 1 == seq.0) else {
                        return Ok(());
                    };
                    Attempt::Revoke(here)
                }
                Attempt::Received(on, _) => {
                    let Event::Received { seq, .. } = book.entries[index + 1].event else { unreachable!() };
                    let Some(here) = numbers.iter().position(|number| number + 1 == seq.0) else {
                        return Ok(());
                    };
                    Attempt::Received(*on, here)
                }
                other => other.clone(),
            };
            match attempt.on(&never) {
                Ok(after) => {
                    never = after;
                    numbers.push(u64::try_from(index).unwrap() + 1);
                }
                // What came next rested on it, though in the end nothing does any more.
                Err(_) => return Ok(()),
            }
        }
        prop_assert_eq!(plain(decision.case), plain(never.case()));
    }

    #[test]
    fn what_a_decision_shows_is_what_the_journal_gives((book, _) in history(), step in prop_oneof![step(), further()]) {
        if let Ok(decision) = book.decision(step) {
            let recorded = book.recording(decision.event);
            prop_assert_eq!(plain(decision.case), plain(recorded.case()));
        }
    }

    #[test]
    fn the_due_date_is_the_last_that_is_explained((book, _) in history()) {
        let clock = book.clock();
        let due = clock.lines.iter().rev().find_map(|line| match line.effect {
            Effect::Due { provisional } => Some((line.on, provisional)),
            _ => None,
        });
        prop_assert_eq!(due.map(|(on, _)| on), clock.due_on);
        prop_assert_eq!(due.is_some_and(|(_, provisional)| provisional), clock.provisional);
    }

    #[test]
    fn a_request_ends_neither_before_it_came_nor_while_it_waits((book, _) in history()) {
        let case = book.case();
        if let Some(conclusion) = &case.conclusion {
            prop_assert!(case.facts.received_on.is_some_and(|received| received <= conclusion.on));
            prop_assert!(case.status().is_closed() && case.outcome().is_some());
        } else {
            let running = matches!(
                case.status(),
                Status::Open | Status::Decided | Status::Consulting | Status::Deferred
            );
            prop_assert_eq!(running, book.due_on().is_some());
        }
    }

    #[test]
    fn a_consultation_never_shortens_a_term((book, _) in history()) {
        let case = book.case();
        let without = Case { consultations: Vec::new(), ..case.clone() };
        let (with, without) = (clock(&case, &reckoning()).due_on, clock(&without, &reckoning()).due_on);
        prop_assert!(with >= without, "{with:?} {without:?}");
    }

    #[test]
    fn an_opinion_never_comes_dearer_than_silence((book, _) in history()) {
        let case = book.case();
        let mut silent = case.clone();
        silent.consultations.iter_mut().for_each(|asked| asked.answer = None);
        prop_assert!(clock(&case, &reckoning()).due_on <= clock(&silent, &reckoning()).due_on);
    }

    #[test]
    fn what_is_due_next_is_no_later_than_the_answer((book, _) in history()) {
        let case = book.case();
        if !case.void && case.conclusion.is_none() && let Some(due) = book.due_on() {
            let next = super::super::clock::next_due(&case, &reckoning()).unwrap();
            prop_assert!(next.on <= due);
        }
    }

    #[test]
    fn no_term_is_extended_by_more_than_twenty_days((book, _) in history()) {
        let total: u16 = book.case().extensions_in_force().map(|(_, days)| days).sum();
        prop_assert!(total <= 20);
    }

    #[test]
    fn a_refusal_names_an_entry_that_stands((book, _) in history(), index in 0_usize..20) {
        let index = index % book.entries.len();
        if let Err(Refusal::WouldBreak { seq, .. }) = book.revocation(book.entries[index].seq.0) {
            prop_assert!(standing(&book.entries).iter().any(|entry| entry.seq == seq));
        }
    }
}

fn any_day() -> impl Strategy<Value = Date> {
    (-4_371_587_i32..=2_932_896).prop_map(|day| from_day(day).unwrap())
}

fn any_step() -> impl Strategy<Value = Step> {
    let text = any::<String>;
    prop_oneof![
        any_day().prop_map(confirm),
        (any_day(), text(), any_day()).prop_map(|(on, points, reply_by)| Step::SupplementAsk {
            on,
            points,
            reply_by
        }),
        (any_day(), text()).prop_map(|(on, text)| Step::SupplementReceive { on, text }),
        (any_day(), any::<bool>())
            .prop_map(|(on, no_good_reason)| Step::SupplementLapse { on, no_good_reason }),
        (any_day(), any::<u16>(), row()).prop_map(|(on, item, row)| answer_item(on, item, row.row)),
        (any_day(), text()).prop_map(|(on, proof)| Step::Serve { on, way: ServiceWay::Post, proof }),
        (any_day(), text()).prop_map(|(on, reason)| Step::Withdraw { on, reason }),
        (any_day(), text()).prop_map(|(on, text)| note(on, &text)),
        (any_day(), text(), text()).prop_map(|(on, name, title)| change(|to| {
            to.received_on = Some(on);
            to.applicant = Some(name);
            to.title = Some(title);
        })),
    ]
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        any_day().prop_map(|on| Event::Confirmed { on }),
        (any_day(), prop::option::of(any_day())).prop_map(|(on, reply_by)| {
            Event::SupplementAsked(SupplementAsked { on, points: String::new(), reply_by })
        }),
        any_day().prop_map(|on| Event::SupplementReceived { on, text: String::new() }),
        any_day().prop_map(|on| Event::ConsultSent(ConsultSent {
            on,
            party: "甲".into(),
            role: ConsultRole::Third,
            text: String::new(),
        })),
        any_day().prop_map(|on| Event::FeePaid { on, amount: 1 }),
        (any_day(), any_day()).prop_map(|(on, last)| Event::FeeLapsed { on, last }),
        (any_day(), any_day()).prop_map(|(on, until)| Event::Deferred { on, until, reason: String::new() }),
        any_day().prop_map(|on| Event::SupplementLapsed { on }),
        (any_day(), any::<u16>()).prop_map(|(on, days)| extended(on, days)),
        (any_day(), any::<u64>())
            .prop_map(|(_, seq)| Event::Revoked { seq: Seq(seq % 8), reason: String::new() }),
        any_day()
            .prop_map(|on| { Event::Served(Served { on, way: ServiceWay::Unstated, proof: String::new() }) }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_day_and_no_text_of_a_registration_panics(
        channel in 0_usize..8,
        days in [prop::option::of(any_day()), prop::option::of(any_day()), prop::option::of(any_day())],
        texts in prop::array::uniform4(any::<String>()),
        today in any_day(),
    ) {
        let [submitted_on, confirmed_on, received_on] = days;
        let [applicant, content, unit, item] = texts;
        let registration = Registration {
            submitted_on,
            confirmed_on,
            received_on,
            particulars: Particulars { applicant, content, unit, items: vec![item], ..Particulars::default() },
            ..form(Channel::ALL[channel])
        };
        let reckoning = reckoning();
        let context = Context { today, reckoning: &reckoning };
        if let Ok(event) = register(registration, RequestNo::given("1"), &context) {
            clock(&fold(&[entry(1, event)]).unwrap(), &reckoning);
        }
    }

    #[test]
    fn no_day_and_no_text_of_a_step_panics((book, _) in history(), step in any_step(), today in any_day()) {
        if let Ok(decision) = book.on(today).decision(step) {
            clock(&decision.case, &reckoning());
        }
    }

    #[test]
    fn no_imported_history_panics(
        received in any_day(),
        events in prop::collection::vec(any_event(), 0..6),
    ) {
        let Event::Registered(registered) = Book::received().entries.remove(0).event else { unreachable!() };
        let registered = Registered { received_on: Some(received), ..*registered };
        let mut all = vec![Event::Registered(Box::new(registered))];
        all.extend(events);
        if let Ok(case) = imported(&all) {
            clock(&case, &reckoning());
        }
    }
}
