//! 四眼审批: where the office wants it, two must agree before an extension is given or a refusal is served.
//!
//! Art. 33 wants an extension approved by the head of the office that does the work, and says nothing of how that
//! is shown. Refusals under arts. 14 to 16 rest on judgements that an organ signs as a rule. That the second
//! person's word stands in the record before the step, from another account, is this office's setting and not
//! the law's \[D\].

use super::{Office, Role};
use crate::law::OutcomeRow;
use crate::request::{ClerkId, Entry, Event, ReviewKind, Seq};

/// What waits for a second person's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approval {
    /// An extension (art. 33).
    Extension,
    /// The service of an answer that refuses under arts. 14 to 16, wholly or in part.
    Refusal,
}

/// What still wants approval before `event` of the clerk `who` joins the standing `entries` of its request;
/// `None` where nothing does.
pub fn wants_approval(entries: &[&Entry], event: &Event, who: ClerkId, office: &Office) -> Option<Approval> {
    let last = |wanted: fn(&Event) -> bool| {
        entries.iter().filter(|entry| wanted(&entry.event)).max_by_key(|entry| entry.seq)
    };
    let (what, since, author) = match event {
        Event::Extended(_) => {
            let before = last(|event| matches!(event, Event::Extended(_)));
            (Approval::Extension, before.map_or(Seq(0), |entry| entry.seq), who)
        }
        Event::Served(_) if refuses(entries) => {
            let decided = last(|event| matches!(event, Event::Decided(_)))?;
            (Approval::Refusal, decided.seq, decided.who)
        }
        _ => return None,
    };
    let approves = |entry: &&&Entry| {
        let is_leaders =
            matches!(&entry.event, Event::Reviewed(reviewed) if reviewed.kind == ReviewKind::Leader);
        let may = office.clerk(entry.who).is_some_and(|clerk| clerk.roles.has(Role::Leader));
        is_leaders && may && entry.seq > since && entry.who != author
    };
    if entries.iter().any(|entry| approves(&entry)) { None } else { Some(what) }
}

/// Whether an answer refuses under arts. 14 to 16, wholly or in part.
fn refuses(entries: &[&Entry]) -> bool {
    // Of a part held back the row alone does not tell the ground: that is signed too.
    let refusing = |row: OutcomeRow| row.review_first() || row == OutcomeRow::Partial;
    entries
        .iter()
        .any(|entry| matches!(&entry.event, Event::Decided(decided) if refusing(decided.outcome.row)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::office::{OfficeEvent, Roles};
    use crate::request::{Decided, Extended, Outcome, Reviewed, Served, ServiceWay};

    const HANDLER: ClerkId = ClerkId(1);
    const LEADER: ClerkId = ClerkId(2);

    fn office() -> Office {
        let clerk = |id, roles| OfficeEvent::ClerkSet {
            id,
            uid: 1000 + id.0,
            name: "某人".into(),
            roles: Roles::of(roles),
            is_here: true,
        };
        let office = Office::default().after(&clerk(HANDLER, vec![Role::Handler, Role::Leader]));
        office.after(&clerk(LEADER, vec![Role::Leader]))
    }

    fn entry(seq: u64, who: ClerkId, event: Event) -> Entry {
        Entry { seq: Seq(seq), at: 0, who, practice_day: None, event }
    }

    fn decided(row: OutcomeRow) -> Event {
        Event::Decided(Box::new(Decided {
            on: date(2026, 3, 9),
            item: None,
            outcome: Outcome::of(row),
            facts: String::new(),
            letter_no: String::new(),
            override_reason: String::new(),
        }))
    }

    fn signed() -> Event {
        let kind = ReviewKind::Leader;
        Event::Reviewed(Reviewed { on: date(2026, 3, 9), kind, by: String::new(), text: String::new() })
    }

    fn served() -> Event {
        Event::Served(Served { on: date(2026, 3, 10), way: ServiceWay::Post, proof: String::new() })
    }

    fn extended() -> Event {
        let reason = "需会商".to_owned();
        Event::Extended(Extended { on: date(2026, 3, 9), days: 20, approved_by: "局长".into(), reason })
    }

    fn wanted(entries: &[Entry], event: &Event) -> Option<Approval> {
        wants_approval(&entries.iter().collect::<Vec<_>>(), event, HANDLER, &office())
    }

    #[test]
    fn a_refusal_is_served_once_another_than_its_author_has_signed_it() {
        let decision = entry(2, HANDLER, decided(OutcomeRow::DenySecret));
        assert_eq!(wanted(std::slice::from_ref(&decision), &served()), Some(Approval::Refusal));
        let own = entry(3, HANDLER, signed());
        assert_eq!(wanted(&[decision.clone(), own], &served()), Some(Approval::Refusal), "two must agree");
        let signed = entry(3, LEADER, signed());
        assert_eq!(wanted(&[decision.clone(), signed.clone()], &served()), None);
        // What was decided anew after that wants another word.
        let again = entry(4, HANDLER, decided(OutcomeRow::DenyThird));
        assert_eq!(wanted(&[decision, signed, again], &served()), Some(Approval::Refusal));
    }

    #[test]
    fn what_is_disclosed_and_what_the_organ_does_not_hold_needs_nobody_else() {
        for row in [OutcomeRow::Open, OutcomeRow::NoneHeld, OutcomeRow::NpPetition] {
            assert_eq!(wanted(&[entry(2, HANDLER, decided(row))], &served()), None, "{row:?}");
        }
    }

    #[test]
    fn each_extension_wants_a_word_of_its_own() {
        assert_eq!(wanted(&[], &extended()), Some(Approval::Extension));
        let signed = entry(2, LEADER, signed());
        assert_eq!(wanted(std::slice::from_ref(&signed), &extended()), None);
        let given = entry(3, HANDLER, extended());
        assert_eq!(wanted(&[signed, given], &extended()), Some(Approval::Extension));
    }
}
