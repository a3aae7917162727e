//! What a workbook unpacks to, counted while it is inflated: what its directory declares is not believed.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{MAX_UNPACKED, Problem};
use crate::text::Claim;

/// Parts of a workbook; one of many sheets has some hundreds.
const MAX_PARTS: usize = 2_000;
/// Sheets of one text over and over unpack to fifty times their length: beyond this they are made to harm.
const MOST_TIMES: u64 = 200;
/// What unpacks to no more than this may be as dense as it likes, in bytes.
const ALWAYS: u64 = 64 << 20;

/// Makes sure that all parts together unpack to no more than the limit, and that none claims to hold more
/// than it does: the workbook's reader makes room for what is claimed, and where there is none the whole
/// process ends.
///
/// # Errors
///
/// [`Problem::Unpacks`], [`Problem::Encrypted`] or [`Problem::Damaged`].
pub(super) fn measure(bytes: &[u8]) -> Result<(), Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged)?;
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let limit = packed.saturating_mul(MOST_TIMES).clamp(ALWAYS, MAX_UNPACKED);
    let unpacks = Problem::Unpacks { limit, parts: MAX_PARTS };
    if archive.len() > MAX_PARTS {
        return Err(unpacks);
    }
    let mut left = limit;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|_| Problem::Damaged)?;
        let mut claim = Claim::default();
        std::io::copy(&mut entry.take(left + 1), &mut claim).map_err(|_| Problem::Damaged)?;
        if claim.is_absurd() {
            return Err(Problem::Damaged);
        }
        left = left.checked_sub(claim.bytes()).ok_or_else(|| unpacks.clone())?;
    }
    Ok(())
}
