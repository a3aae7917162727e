//! The names of things: entries, requests, clerks, organs.

use std::fmt;

/// The number of an entry in the journal; the first is 1. Order is this number, never the time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Seq(pub u64);

impl Seq {
    /// The number that follows.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// The number before; zero stays zero.
    #[must_use]
    pub const fn before(self) -> Self {
        Self(self.0.saturating_sub(1))
    }

    /// The number `count` further on.
    #[must_use]
    pub fn plus(self, count: u32) -> Self {
        Self(self.0.saturating_add(u64::from(count)))
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A request: the number of the entry that registered it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RequestId(pub u64);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A clerk admitted by an event; never typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClerkId(pub u32);

/// One of the organs the office answers for, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OrganId(pub u16);

impl OrganId {
    /// The organ that the office was founded for.
    pub const FIRST: Self = Self(1);
}

/// The number of a request for people (编号): text, unique after folding, fixed by the registering event.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RequestNo {
    /// As it is printed.
    pub text: String,
    /// The year and the running number, where the program gave it; `None` for a number brought along.
    pub serial: Option<(i16, u32)>,
}

impl RequestNo {
    /// A number that the clerk or an imported register brought along.
    pub fn given(text: impl Into<String>) -> Self {
        Self { text: text.into(), serial: None }
    }

    /// The `n`th number of `year`: `2026-001`, or `公〔2026〕1号` behind the organ's `prefix` (字号).
    pub fn running(prefix: &str, year: i16, n: u32) -> Self {
        let text =
            if prefix.is_empty() { format!("{year}-{n:03}") } else { format!("{prefix}〔{year}〕{n}号") };
        Self { text, serial: Some((year, n)) }
    }
}

impl fmt::Display for RequestNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}
