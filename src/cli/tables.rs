//! Reports and tables in files that somebody names.

use std::path::Path;

use super::failure::Failure;
use super::outlet::Outlet;
use crate::report::{ReadReport, from_bytes};
use crate::words::report::reading as words;

/// Reads a report of any kind; what is doubtful in it is told beside the result.
pub(super) fn read_report(path: &Path, outlet: &mut Outlet) -> Result<ReadReport, Failure> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let bytes = outlet.files.read(path)?;
    let read = from_bytes(name.as_deref(), &bytes).map_err(|error| Failure::Refused(error.to_string()))?;
    for doubt in &read.doubts {
        outlet.warn(&words::hint(doubt))?;
    }
    Ok(read)
}
