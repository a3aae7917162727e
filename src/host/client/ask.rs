//! Asking the host how things stand, and having it leave.

use std::os::unix::net::UnixStream;

use super::knock;
use crate::host::wire::{Down, Report, Wish, receive};
use crate::host::{Home, HostError};

/// How things stand at the host; `None` where there is none.
///
/// # Errors
/// The host is another's, or does not say.
pub fn status(home: &Home) -> Result<Option<Report>, HostError> {
    Ok(report(home, Wish::Status)?.map(|(_, report)| report))
}

/// Has the host leave and waits until the home is free; how things stood before, `None` where there was none.
///
/// # Errors
/// The host is another's, or does not obey this account.
pub fn stop(home: &Home) -> Result<Option<Report>, HostError> {
    let Some((stream, report)) = report(home, Wish::Stop)? else { return Ok(None) };
    // Its end is the line's end.
    while receive::<Down>(&mut &stream).is_ok() {}
    Ok(Some(report))
}

fn report(home: &Home, wish: Wish) -> Result<Option<(UnixStream, Report)>, HostError> {
    let Some(stream) = knock(home, None, wish)? else { return Ok(None) };
    match receive::<Down>(&mut &stream) {
        Ok(Down::Status(report)) => Ok(Some((stream, report))),
        Ok(Down::End { words, .. }) => Err(HostError::Refused(words)),
        Ok(_) => Err(HostError::Lost),
        Err(broken) if broken.is_breach() => Err(HostError::Lost),
        Err(_) => Ok(None),
    }
}
