//! `gongkai verify`: rereads the journal and recounts the register; exit code 3 on a fault.

use super::args::Verify;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{DONE, FOUND, verify_backup};
use crate::desk::{Desk, civil_day};
use crate::host::HostError;
use crate::journal::{Head, JournalError, Seal};
use crate::office::Restoration;
use crate::words;

/// Verifies and prints what was found.
pub(super) fn run(args: &Verify, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    if let Some(path) = &args.backup {
        return verify_backup::run(path, args, invocation, outlet);
    }
    let expected = args.expect.as_deref().map(expected).transpose()?;
    let opened = match invocation.open_quietly() {
        Ok(opened) => opened,
        Err(error) if is_fault(&error) => {
            outlet.say(&words::host::error(&error))?;
            return Ok(FOUND);
        }
        Err(error) => return Err(error.into()),
    };
    for notice in &opened.notices {
        outlet.warn(&words::desk::notice(notice))?;
    }
    let good = verify(&opened.desk, outlet)? && expectation(&opened.desk, expected, outlet)?;
    opened.close();
    Ok(if good { DONE } else { FOUND })
}

fn verify(desk: &Desk, outlet: &mut Outlet) -> Result<bool, Failure> {
    let verified = desk.verify(&mut |_| {})?;
    match &verified.journal {
        Ok(journal) => outlet.say(&journal.words())?,
        Err(fault) => outlet.say(&fault.to_string())?,
    }
    if verified.mended {
        outlet.say(words::cli::REGISTER_MENDED)?;
    }
    let agrees = verified.register.as_ref().is_some_and(|checked| checked.differences.is_empty());
    if verified.journal.is_ok() {
        let said = if agrees { words::cli::REGISTER_AGREES } else { words::cli::REGISTER_DISAGREES };
        outlet.say(said)?;
    }
    if verified.erased > 0 {
        outlet.say(&words::cli::erased_cases(verified.erased))?;
    }
    if !verified.lost.is_empty() {
        outlet.say(&words::cli::lost_cases(&verified.lost))?;
    }
    if let Some(Restoration { seq, seal, made_at }) = desk.office().restored {
        let head = Head { seq, seal: Seal::from_bytes(seal) };
        outlet.say(&words::cli::was_restored(civil_day(made_at), &head.to_string()))?;
    }
    Ok(verified.journal.is_ok() && agrees && verified.lost.is_empty())
}

fn expectation(desk: &Desk, expected: Option<Head>, outlet: &mut Outlet) -> Result<bool, Failure> {
    let Some(expected) = expected else { return Ok(true) };
    let head = desk.head();
    if expected.seq > head.seq {
        outlet.say(&words::cli::beyond_journal(&head.to_string()))?;
        return Ok(false);
    }
    let found = desk.head_at(expected.seq)?;
    let same = found == expected;
    outlet.say(&if same {
        words::cli::EXPECTED.to_owned()
    } else {
        words::cli::not_expected(&found.to_string())
    })?;
    Ok(same)
}

/// A number and a seal that somebody noted.
pub(super) fn expected(text: &str) -> Result<Head, Failure> {
    text.trim().parse().map_err(|_| Failure::Usage(words::cli::bad_expectation(text)))
}

/// Whether opening failed because the journal is at fault: that is what `verify` is asked about.
fn is_fault(error: &HostError) -> bool {
    let journal = match error {
        HostError::Journal(error) => error,
        HostError::Desk(crate::desk::DeskError::Journal(error)) => error,
        _ => return false,
    };
    matches!(journal, JournalError::Damaged(_) | JournalError::Shortened { .. } | JournalError::Missing)
}
