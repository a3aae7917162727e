//! 查阅记录: who looked at what. Not in the journal: looking changes nothing. No personal data in it.

use crate::request::{ClerkId, RequestId};

/// What somebody looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looked {
    /// The case.
    Case,
    /// Its numbers of identity and telephone in full.
    Personal,
}

impl Looked {
    /// The word in the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::Personal => "personal",
        }
    }

    fn of(key: &str) -> Option<Self> {
        [Self::Case, Self::Personal].into_iter().find(|looked| looked.key() == key)
    }
}

/// One look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Access {
    /// UTC milliseconds.
    pub at: i64,
    /// Who.
    pub who: ClerkId,
    /// At what.
    pub what: Looked,
    /// Of which request.
    pub request: RequestId,
}

impl Access {
    /// As a line of the file.
    pub fn line(self) -> String {
        format!("{}\t{}\t{}\t{}", self.at, self.who.0, self.what.key(), self.request.0)
    }

    /// A line of the file; `None` for what is none, such as the rest of a line that a power cut left.
    ///
    /// ```
    /// use gongkai::office::{Access, Looked};
    /// use gongkai::request::{ClerkId, RequestId};
    /// let access = Access { at: 5, who: ClerkId(2), what: Looked::Personal, request: RequestId(9) };
    /// assert_eq!(Access::parse(&access.line()), Some(access));
    /// assert_eq!(Access::parse("5\t2\tpers"), None);
    /// ```
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let at = parts.next()?.parse().ok()?;
        let who = ClerkId(parts.next()?.parse().ok()?);
        let what = Looked::of(parts.next()?)?;
        let request = RequestId(parts.next()?.parse().ok()?);
        parts.next().is_none().then_some(Self { at, who, what, request })
    }
}
