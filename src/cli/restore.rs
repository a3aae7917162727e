//! `gongkai restore PATH`: a home made anew from a backup, or, with `--dry-run`, only the check before it.

use super::DONE;
use super::args::{Key, Restore};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::backup::{self, Archive, KeySource, Manifest, Passphrase};
use crate::host::HostError;
use crate::words::cli as words;

/// Checks everything, and then writes everything.
pub(super) fn run(args: &Restore, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let mut archive = Archive::open(&args.path)?;
    let key = key_source(&args.key, invocation)?.ok_or_else(|| needs_key(archive.manifest()))?;
    if args.dry_run {
        let keys = archive.keys(&key)?;
        let whole = backup::check(&mut archive, Some(&keys))?;
        outlet.say(&described(archive.manifest()))?;
        outlet.say(&words::backup_whole(&whole.journal.words(), whole.opened))?;
        outlet.say(words::RESTORE_WOULD)?;
        return Ok(DONE);
    }
    drop(archive);
    let restored = invocation.home.restore(&args.path, &key, invocation.uid, invocation.today);
    let restored = restored.map_err(refused)?;
    let head = restored.whole.journal.head;
    outlet.say(&described(&restored.manifest))?;
    outlet.say(&words::restored(invocation.home.root(), head.seq.0, &head.to_string(), restored.noted.0))?;
    outlet.warn(&words::later_is_missing(restored.manifest.made_on()))?;
    not_admitted(restored.admitted.as_deref(), invocation, outlet)?;
    Ok(DONE)
}

/// Where the key comes from, if that was said.
pub(super) fn key_source(key: &Key, invocation: &Invocation) -> Result<Option<KeySource>, Failure> {
    Ok(match (&key.key, &key.passphrase_file) {
        (Some(path), _) => Some(KeySource::File(path.clone(), invocation.home.named_passphrase()?)),
        (None, Some(path)) => Some(KeySource::Passphrase(Passphrase::read_file(path)?)),
        (None, None) => None,
    })
}

/// What a backup is, in one line.
pub(super) fn described(manifest: &Manifest) -> String {
    words::backup_of(manifest.office(), manifest.is_practice(), manifest.made_on(), manifest.program())
}

/// Says who can open what was made anew, if the account that made it cannot.
pub(super) fn not_admitted(
    admitted: Option<&[u32]>,
    invocation: &Invocation,
    outlet: &mut Outlet,
) -> Result<(), Failure> {
    admitted.map_or(Ok(()), |uids| outlet.warn(&words::not_admitted_here(invocation.uid, uids)))
}

/// Opening what is there is not what somebody wants who restores.
fn refused(error: HostError) -> Failure {
    match error {
        HostError::OfficeExists(root) => Failure::Refused(words::restore_over(&root)),
        error => error.into(),
    }
}

fn needs_key(manifest: &Manifest) -> Failure {
    let inside = manifest.holds_the_key();
    let said = if inside { words::RESTORE_NEEDS_PASSPHRASE } else { words::RESTORE_NEEDS_KEY };
    Failure::Usage(said.to_owned())
}
