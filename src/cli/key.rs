//! `gongkai key show|rotate|protect`: the keys of the office; never a key itself.

use std::path::Path;

use super::DONE;
use super::args::{KeyCommand, KeySub};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::backup::Passphrase;
use crate::words::cli as words;

/// Shows, changes or protects.
pub(super) fn run(args: &KeyCommand, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    match &args.sub {
        KeySub::Show => show(invocation, outlet),
        KeySub::Rotate => rotate(invocation, outlet),
        KeySub::Protect { passphrase_file } => protect(passphrase_file, invocation, outlet),
    }
}

fn show(invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let shown = opened.desk.keys_shown()?;
    let (is_protected, is_credential) = invocation.home.key_is()?;
    outlet.say(&words::office_keys(&shown.office, shown.current, is_protected, is_credential))?;
    let cases = shown.cases;
    outlet.say(&words::case_keys(shown.registered, cases.live, cases.destroyed, cases.damaged))?;
    opened.close();
    Ok(DONE)
}

fn rotate(invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    invocation.own_data(&opened)?;
    let count = invocation.home.rotate_key(&opened.desk)?;
    let shown = opened.desk.keys_shown()?;
    outlet.say(&words::key_rotated(shown.current, count))?;
    outlet.warn(&words::copy_key_anew(&invocation.home.key_path()))?;
    opened.close();
    Ok(DONE)
}

fn protect(path: &Path, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    // Opened, so that it is the key of this office that is wrapped, and nobody else is at it.
    let opened = invocation.open(outlet)?;
    invocation.own_data(&opened)?;
    let passphrase = Passphrase::read_file(path)?;
    invocation.home.protect_key(&passphrase)?;
    outlet.say(&words::key_protected(&invocation.home.key_path()))?;
    outlet.warn(words::KEY_PROTECTED_WARNING)?;
    opened.close();
    Ok(DONE)
}
