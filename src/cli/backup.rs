//! `gongkai backup PATH`: the office in one sealed file; `--rotate`: one more in the home's own folder for
//! them, with the superfluous ones taken away.

use super::DONE;
use super::args::Backup;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::backup::{Made, Passphrase};
use crate::host::Rotation;
use crate::words::cli as words;

/// Makes it and says where it is, how far it goes, and where the key is.
pub(super) fn run(args: &Backup, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    invocation.own_data(&opened)?;
    let passphrase = args.passphrase_file.as_deref().map(Passphrase::read_file).transpose()?;
    let (home, desk) = (&invocation.home, &opened.desk);
    match &args.path {
        Some(path) => told(&home.back_up(desk, path, passphrase.as_ref())?, outlet)?,
        None => told_rotation(&home.rotate_backups(desk, passphrase.as_ref())?, outlet)?,
    }
    outlet.warn(&if passphrase.is_some() {
        words::KEY_IS_INSIDE.to_owned()
    } else {
        words::key_is_apart(&home.key_path())
    })?;
    opened.close();
    Ok(DONE)
}

fn told(made: &Made, outlet: &mut Outlet) -> Result<(), Failure> {
    let head = made.manifest.head()?;
    outlet.say(&words::backed_up(&made.path, made.length, head.seq.0, &head.to_string()))?;
    made.left_out.iter().try_for_each(|path| outlet.warn(&words::left_out(path)))
}

fn told_rotation(rotation: &Rotation, outlet: &mut Outlet) -> Result<(), Failure> {
    told(&rotation.made, outlet)?;
    outlet.say(&words::rotated(rotation.removed.len(), rotation.kept))?;
    rotation.doubtful.iter().try_for_each(|path| outlet.warn(&words::doubtful(path)))
}
