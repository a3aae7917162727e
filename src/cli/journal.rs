//! `gongkai journal export|import`: all entries as JSON lines, and an office made of them.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;

use super::DONE;
use super::args::{Journal, JournalSub};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::restore::not_admitted;
use crate::desk::Desk;
use crate::journal::{self, ExportError, Head};
use crate::words::{self, cli as said};

/// Exports or imports.
pub(super) fn run(args: &Journal, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    match &args.sub {
        JournalSub::Export { output } => export(output.as_deref(), invocation, outlet),
        JournalSub::Import { file } => import(file, invocation, outlet),
    }
}

fn export(output: Option<&Path>, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    invocation.own_data(&opened)?;
    outlet.warn(said::EXPORT_IS_PERSONAL)?;
    let head = match output {
        Some(path) => to_file(&opened.desk, path)?,
        None => written(&opened.desk, &mut outlet.out)?,
    };
    outlet.warn(&said::exported(head.seq.0, &head.to_string()))?;
    opened.close();
    Ok(DONE)
}

/// Beside the name, private, on disk, and only then under the name; nothing is overwritten.
fn to_file(desk: &Desk, path: &Path) -> Result<Head, Failure> {
    let failed = |error: &std::io::Error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::Refused(said::file_exists(path)),
        _ => Failure::Refused(said::cannot_write_new(path, &said::io(error))),
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = tempfile::Builder::new().prefix(".gongkai-export-").tempfile_in(folder);
    let mut file = beside.map_err(|error| failed(&error))?;
    let head = written(desk, file.as_file_mut())?;
    file.as_file().sync_all().map_err(|error| failed(&error))?;
    file.persist_noclobber(path).map_err(|error| failed(&error.error))?;
    Ok(head)
}

fn written(desk: &Desk, out: &mut dyn Write) -> Result<Head, Failure> {
    let mut out = BufWriter::new(out);
    journal::export(desk.reader().as_ref(), &desk.keys(), &mut out).map_err(|error| match error {
        ExportError::Journal(error) => Failure::Refused(error.to_string()),
        ExportError::Entry(error) => Failure::Refused(words::desk::unreadable(&error)),
        ExportError::Write(error) => error.into(),
    })
}

fn import(path: &Path, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let file =
        File::open(path).map_err(|error| Failure::Refused(said::cannot_read(path, &said::io(&error))))?;
    let home = &invocation.home;
    let taken = home.take_in(&mut BufReader::new(file), invocation.uid)?;
    outlet.say(&said::taken_in(&taken.office, home.root(), taken.head.seq.0, &taken.head.to_string()))?;
    outlet.warn(&said::new_key(&home.key_path()))?;
    not_admitted(taken.admitted.as_deref(), invocation, outlet)?;
    Ok(DONE)
}
