//! A row as bytes: a clear part, and the applicant's part sealed with the key of the case, so that old pages
//! of the store open no more once that is destroyed. Cases without a key of their own have the office's.

use bincode::Options;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{CaseRow, Kept, RegisterError};
use crate::calendar::{from_day, to_day};
use crate::journal::{Keys, OF_THE_CASE, Position, PrivateBlob, Revealed};
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::request::clock::{Deadline, SubDeadline};
use crate::request::{ClerkId, OrganId, RequestId, Seq, Status};

#[derive(Serialize, Deserialize)]
struct ClearRow {
    version: u64,
    no: String,
    serial: Option<(i16, u32)>,
    organ: u16,
    handler: u32,
    kind: u8,
    status: u8,
    received_on: Option<i32>,
    listed_on: Option<i32>,
    due_on: Option<i32>,
    waits_until: Option<i32>,
    deadlines: Vec<(u8, i32, bool)>,
    outcome: Option<(u8, Option<u8>)>,
    closed_on: Option<i32>,
    fee_noticed: Option<(i32, u32)>,
    fee_paid: Option<(i32, u32)>,
    flags: u8,
    positions: Vec<(u32, u64)>,
}

#[derive(Default, Serialize, Deserialize)]
struct PrivateRow {
    applicant: String,
    title: String,
    content: String,
    units: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct StoredRow {
    clear: ClearRow,
    key_id: u32,
    nonce: [u8; 12],
    sealed: Vec<u8>,
}

const PROVISIONAL: u8 = 1;
const LATE: u8 = 2;
const BASELINE: u8 = 4;
const VOID: u8 = 8;
const ERASED: u8 = 16;
const LOST: u8 = 32;

/// The bytes of a row, sealed.
pub(super) fn encode(row: &CaseRow, keys: &Keys) -> Result<Vec<u8>, RegisterError> {
    if row.kept != Kept::Whole {
        let (key_id, nonce, sealed) = (OF_THE_CASE, [0; 12], Vec::new());
        return to_bytes(&StoredRow { clear: ClearRow::of(row), key_id, nonce, sealed });
    }
    let plain = to_bytes(&PrivateRow {
        applicant: row.applicant.clone(),
        title: row.title.clone(),
        content: row.content.clone(),
        units: row.units.clone(),
    })?;
    let blob = keys.seal(row.id.0, &row.id.0.to_le_bytes(), &plain).map_err(|_| RegisterError::Sealing)?;
    let PrivateBlob { key_id, nonce, sealed } = blob;
    to_bytes(&StoredRow { clear: ClearRow::of(row), key_id, nonce, sealed })
}

/// The bytes over which digests are taken: the same row, nothing sealed, so equal rows give equal bytes.
pub(super) fn canonical(row: &CaseRow) -> Result<Vec<u8>, RegisterError> {
    to_bytes(&(row.id.0, ClearRow::of(row), &row.applicant, &row.title, &row.content, &row.units))
}

/// The row of its bytes.
pub(super) fn decode(id: u64, bytes: &[u8], keys: &Keys) -> Result<CaseRow, RegisterError> {
    let stored: StoredRow = from_bytes(bytes)?;
    let blob = PrivateBlob { key_id: stored.key_id, nonce: stored.nonce, sealed: stored.sealed };
    let kept = stored.clear.kept();
    let private = match kept {
        Kept::Whole => revealed(id, &blob, keys)?,
        Kept::Erased | Kept::Lost => PrivateRow::default(),
    };
    let row = stored.clear.row(id, private).ok_or(RegisterError::Damaged("a row holds unknown values"))?;
    Ok(row.with_kept(kept))
}

fn revealed(id: u64, blob: &PrivateBlob, keys: &Keys) -> Result<PrivateRow, RegisterError> {
    match keys.reveal(id, &id.to_le_bytes(), blob) {
        Ok(Revealed::Plain(plain)) => from_bytes(&plain),
        // Erased since: derived anew, the row is one of an erased case.
        Ok(Revealed::Erased { .. }) | Err(_) => Err(RegisterError::Damaged("a row does not open")),
    }
}

impl ClearRow {
    fn of(row: &CaseRow) -> Self {
        let flag = |on: bool, flag: u8| if on { flag } else { 0 };
        Self {
            version: row.version.0,
            no: row.no.clone(),
            serial: row.serial,
            organ: row.organ.0,
            handler: row.handler.0,
            kind: small(row.kind.column()),
            status: small(Status::ALL.iter().position(|status| *status == row.status).unwrap_or_default()),
            received_on: row.received_on.map(to_day),
            listed_on: row.listed_on.map(to_day),
            due_on: row.due_on.map(to_day),
            waits_until: row.waits_until.map(to_day),
            deadlines: row.deadlines.iter().copied().map(deadline_code).collect(),
            outcome: row.outcome.map(|(row, kind)| (small(row.index()), kind.map(kind_code))),
            closed_on: row.closed_on.map(to_day),
            fee_noticed: row.fee_noticed.map(|(on, yuan)| (to_day(on), yuan)),
            fee_paid: row.fee_paid.map(|(on, yuan)| (to_day(on), yuan)),
            flags: flag(row.provisional, PROVISIONAL)
                | flag(row.late, LATE)
                | flag(row.baseline, BASELINE)
                | flag(row.void, VOID)
                | flag(row.kept == Kept::Erased, ERASED)
                | flag(row.kept == Kept::Lost, LOST),
            positions: row.positions.iter().map(|at| (at.segment, at.offset)).collect(),
        }
    }

    const fn kept(&self) -> Kept {
        match self.flags & (ERASED | LOST) {
            0 => Kept::Whole,
            ERASED => Kept::Erased,
            _ => Kept::Lost,
        }
    }

    fn row(self, id: u64, private: PrivateRow) -> Option<CaseRow> {
        let day = |day: Option<i32>| day.map_or(Some(None), |day| from_day(day).map(Some));
        let outcome = match self.outcome {
            Some((row, kind)) => {
                let kind = kind.map_or(Some(None), |code| kind_of(code).map(Some))?;
                Some((OutcomeRow::from_index(usize::from(row))?, kind))
            }
            None => None,
        };
        let fee = |fee: Option<(i32, u32)>| {
            fee.map_or(Some(None), |(on, yuan)| from_day(on).map(|on| Some((on, yuan))))
        };
        Some(CaseRow {
            id: RequestId(id),
            version: Seq(self.version),
            no: self.no,
            serial: self.serial,
            organ: OrganId(self.organ),
            handler: ClerkId(self.handler),
            kind: ApplicantKind::from_column(usize::from(self.kind))?,
            status: Status::ALL.get(usize::from(self.status)).copied()?,
            received_on: day(self.received_on)?,
            listed_on: day(self.listed_on)?,
            due_on: day(self.due_on)?,
            waits_until: day(self.waits_until)?,
            deadlines: self.deadlines.into_iter().map(deadline_of).collect::<Option<_>>()?,
            provisional: self.flags & PROVISIONAL != 0,
            outcome,
            closed_on: day(self.closed_on)?,
            fee_noticed: fee(self.fee_noticed)?,
            fee_paid: fee(self.fee_paid)?,
            late: self.flags & LATE != 0,
            baseline: self.flags & BASELINE != 0,
            void: self.flags & VOID != 0,
            kept: Kept::Whole,
            applicant: private.applicant,
            title: private.title,
            content: private.content,
            units: private.units,
            positions: self
                .positions
                .into_iter()
                .map(|(segment, offset)| Position { segment, offset })
                .collect(),
        })
    }
}

/// A place in a closed list of the program; none is longer than 255.
fn small(index: usize) -> u8 {
    u8::try_from(index).unwrap_or(u8::MAX)
}

fn deadline_code(deadline: SubDeadline) -> (u8, i32, bool) {
    let code = Deadline::ALL.iter().position(|other| *other == deadline.what).unwrap_or_default();
    (small(code), to_day(deadline.on), deadline.provisional)
}

fn deadline_of((code, on, provisional): (u8, i32, bool)) -> Option<SubDeadline> {
    let what = Deadline::ALL.get(usize::from(code)).copied()?;
    Some(SubDeadline { what, on: from_day(on)?, provisional })
}

fn kind_code(kind: OutcomeKind) -> u8 {
    small(OutcomeKind::ALL.iter().position(|other| *other == kind).unwrap_or_default())
}

fn kind_of(code: u8) -> Option<OutcomeKind> {
    OutcomeKind::ALL.get(usize::from(code)).copied()
}

fn options() -> impl Options {
    bincode::DefaultOptions::new().with_varint_encoding().with_limit(16 << 20).reject_trailing_bytes()
}

fn to_bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, RegisterError> {
    options().serialize(value).map_err(|_| RegisterError::Damaged("a row is too large"))
}

fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, RegisterError> {
    options().deserialize(bytes).map_err(|_| RegisterError::Damaged("a row is malformed"))
}
