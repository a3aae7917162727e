//! What is saved by now, as files: the part of the journal that is never written again.

use std::sync::Arc;

use super::{medium::SegmentFile, seal::Head, segment};

/// The journal as of one moment, as files that may be copied while others append.
#[derive(Clone)]
pub struct Extent {
    /// Where the journal stood.
    pub head: Head,
    /// Its segment files in order; none for a journal in memory.
    pub files: Vec<ExtentFile>,
}

/// One segment file of an [`Extent`].
#[derive(Clone)]
pub struct ExtentFile {
    /// Its name.
    pub name: String,
    /// How many of its bytes belong to the extent.
    pub length: u64,
    /// The file.
    pub file: Arc<dyn SegmentFile>,
}

/// The number of the segment that has this file name; `None` for every other file.
pub fn segment_number(name: &str) -> Option<u32> {
    segment::number_in(name)
}
