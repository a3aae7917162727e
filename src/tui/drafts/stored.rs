//! A draft as bytes. They are sealed by whoever keeps them.

use serde::{Deserialize, Serialize};

use super::{Draft, Of, Slot};
use crate::law::{OutcomeKind, OutcomeRow};
use crate::office::{ReportOf, TextPlace};
use crate::records::{RecordId, RecordKind};
use crate::request::{OrganId, Outcome, RequestId, Seq};
use crate::tui::form::Purpose;
use crate::tui::screens::{Deed, StepKind};

/// The version of the layout.
const VERSION: u32 = 1;

/// Why a draft cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// A newer program wrote it.
    Newer,
    /// It is not what was written.
    Damaged,
}

/// What is looked at before anything else.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    of: String,
    at: i64,
    title: String,
    seen: u64,
    texts: Vec<(String, String)>,
    guided: Option<Guided>,
    sent: Option<u64>,
}

#[derive(Serialize, Deserialize)]
struct Guided {
    row: String,
    kind: Option<String>,
    grounds: Vec<String>,
}

/// The draft as bytes, kept at this moment (UTC milliseconds).
pub(crate) fn encode(draft: &Draft, at: i64) -> Vec<u8> {
    let guided = draft.guided.as_ref().map(|outcome| Guided {
        row: outcome.row.key().to_owned(),
        kind: outcome.kind.map(|kind| kind.key().to_owned()),
        grounds: outcome.grounds.iter().map(ToString::to_string).collect(),
    });
    let stored = Stored {
        version: VERSION,
        of: name(draft.of),
        at,
        title: draft.title.clone(),
        seen: draft.version.0,
        texts: draft.texts.clone(),
        guided,
        sent: draft.sent.map(|seq| seq.0),
    };
    // Texts and numbers alone: there is nothing in it that could fail.
    serde_json::to_vec(&stored).unwrap_or_default()
}

/// The draft of these bytes, which lie in this slot.
///
/// # Errors
/// A newer program's, or not what was written.
pub(crate) fn decode(bytes: &[u8], slot: Slot) -> Result<Draft, Unreadable> {
    let head: Head = serde_json::from_slice(bytes).map_err(|_| Unreadable::Damaged)?;
    if head.version > VERSION {
        return Err(Unreadable::Newer);
    }
    let stored: Stored = serde_json::from_slice(bytes).map_err(|_| Unreadable::Damaged)?;
    Ok(Draft {
        of: named(&stored.of).ok_or(Unreadable::Damaged)?,
        title: stored.title,
        version: Seq(stored.seen),
        texts: stored.texts,
        guided: stored.guided.and_then(|guided| outcome(&guided)),
        slot: Some(slot),
        at: Some(stored.at),
        sent: stored.sent.map(Seq),
    })
}

/// What the guide led to; nothing where a word of it is unknown: then the grounds are those of the row.
fn outcome(guided: &Guided) -> Option<Outcome> {
    let row = OutcomeRow::ALL.into_iter().find(|row| row.key() == guided.row)?;
    let kind = match &guided.kind {
        Some(key) => Some(OutcomeKind::ALL.into_iter().find(|kind| kind.key() == key)?),
        None => None,
    };
    let grounds = guided.grounds.iter().map(|ground| ground.parse().ok()).collect::<Option<_>>()?;
    Some(Outcome { row, kind, grounds })
}

fn name(of: Of) -> String {
    match of {
        // Never kept (see [`Of::is_kept`]), and not known again.
        Of::Form(Purpose::Found) => "found".to_owned(),
        Of::Form(Purpose::Clerk(..)) => "clerk".to_owned(),
        Of::Form(Purpose::Register) => "register".to_owned(),
        Of::Form(Purpose::Step(kind, id)) => format!("step {} {}", kind.number(), id.0),
        Of::Form(Purpose::Bulk(kind)) => format!("bulk {}", kind.number()),
        Of::Form(Purpose::Record(deed, kind, id)) => match id {
            Some(id) => format!("record {} {} {}", kind.key(), deed.number(), id.0),
            None => format!("record {}", kind.key()),
        },
        Of::Form(Purpose::Publish(of)) => format!("publish {}", report(of)),
        Of::Form(Purpose::Export(of)) => format!("export {}", report(of)),
        Of::Text(of, place) => format!("text {} {}", report(of), place.key()),
    }
}

/// Year and organ; organ 0 is all together.
fn report(of: ReportOf) -> String {
    format!("{} {}", of.year, of.organ.map_or(0, |organ| organ.0))
}

fn named(name: &str) -> Option<Of> {
    let parts: Vec<&str> = name.split(' ').collect();
    let step = |number: &str| StepKind::ALL.iter().copied().find(|kind| kind.number() == number);
    let record = |key: &str| RecordKind::ALL.into_iter().find(|kind| kind.key() == key);
    let report = |year: &str, organ: &str| {
        let organ = organ.parse().ok()?;
        Some(ReportOf { year: year.parse().ok()?, organ: Some(OrganId(organ)).filter(|_| organ > 0) })
    };
    Some(match parts.as_slice() {
        ["register"] => Of::Form(Purpose::Register),
        ["step", number, id] => Of::Form(Purpose::Step(step(number)?, RequestId(id.parse().ok()?))),
        ["bulk", number] => Of::Form(Purpose::Bulk(step(number)?)),
        ["record", kind] => Of::Form(Purpose::Record(Deed::Add, record(kind)?, None)),
        ["record", kind, deed, id] => {
            let kind = record(kind)?;
            let deed = Deed::of(kind).iter().copied().find(|own| own.number() == *deed)?;
            Of::Form(Purpose::Record(deed, kind, Some(RecordId(id.parse().ok()?))))
        }
        ["publish", year, organ] => Of::Form(Purpose::Publish(report(year, organ)?)),
        ["export", year, organ] => Of::Form(Purpose::Export(report(year, organ)?)),
        ["text", year, organ, place] => Of::Text(report(year, organ)?, TextPlace::of_key(place)?),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_draft_is_of_it_is_known_again() {
        let of = ReportOf { year: 2025, organ: Some(OrganId(2)) };
        let mut all = vec![Of::Form(Purpose::Register)];
        for kind in StepKind::ALL {
            all.extend([Purpose::Step(*kind, RequestId(17)), Purpose::Bulk(*kind)].map(Of::Form));
        }
        for kind in RecordKind::ALL {
            all.push(Of::Form(Purpose::Record(Deed::Add, kind, None)));
            let deeds = Deed::of(kind).iter();
            all.extend(deeds.map(|deed| Of::Form(Purpose::Record(*deed, kind, Some(RecordId(9))))));
        }
        for of in [of, ReportOf { organ: None, ..of }] {
            all.extend([Purpose::Publish(of), Purpose::Export(of)].map(Of::Form));
            all.extend(TextPlace::ALL.map(|place| Of::Text(of, place)));
        }
        for of in all {
            assert_eq!(named(&name(of)), Some(of), "{of:?}");
        }
    }
}
