//! The clerks at work: what the screen of the clerks asks of the desk, and what comes of it. The screen itself
//! is in `screens::clerks`, its forms in `form::staff`.
//!
//! Pure like the rest of the room, but for `ask`, which is a part of `backend` and asks the desk.

mod act;
mod ask;

pub(crate) use act::{act, stand_in_anew, told};
pub(crate) use ask::ask;

use crate::desk::{ClerkChange, HandOver, Person};
use crate::office::StandIn;
use crate::request::ClerkId;

/// What is done about a clerk by a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClerkDeed {
    /// All his open cases go to another.
    HandOver,
    /// Another looks after his cases.
    StandIn,
    /// The list of his open cases is written into a file.
    Print,
    /// What he may do; who had left is here again.
    Roles,
}

/// What is asked of the desk about the clerks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Everybody.
    People,
    /// What would be handed over?
    TryHandOver(HandOver),
    /// Hand it over.
    HandOver(HandOver),
    /// Somebody stands in.
    StandIn(StandIn),
    /// He does so no longer: whose cases they are, and who looked after them.
    EndStandIn(ClerkId, ClerkId),
    /// Change the clerk.
    Change(ClerkId, ClerkChange),
    /// Write the list of his open cases for another into a file.
    Print(ClerkId, Option<ClerkId>, String),
}

/// What the desk says about the clerks.
#[derive(Debug)]
pub(crate) enum Told {
    /// Everybody.
    People(Vec<Person>),
    /// What would be handed over, in lines to be confirmed; nothing where there is none.
    WouldHandOver(HandOver, Vec<String>),
    /// It is on disk, and what is to be said about it.
    Done(String),
    /// The list is in this file.
    Printed(String),
}
