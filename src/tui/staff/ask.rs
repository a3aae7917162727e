//! Asking the desk about the clerks.

use std::path::Path;

use super::{Ask, Told};
use crate::desk::{DeskError, HandOver};
use crate::report::formats::{HANDING_FORMATS, HandingFormat};
use crate::request::ClerkId;
use crate::tui::backend::Seat;
use crate::tui::form::Name;
use crate::tui::message::Answer;
use crate::words::tui::staff as words;

/// Asks it.
pub(crate) fn ask<S: Seat>(seat: &S, ask: Ask) -> Result<Answer, DeskError> {
    let (desk, who) = (seat.desk(), seat.clerk());
    let told = match ask {
        Ask::People => Told::People(desk.people()?),
        Ask::TryHandOver(hand_over) => {
            let handed = desk.hand_over(who, &hand_over, true)?;
            let (from, to) = names(seat, &hand_over);
            let numbers: Vec<String> = handed.rows.into_iter().map(|row| row.no).collect();
            Told::WouldHandOver(hand_over, words::would_hand_over(&from, &to, &numbers))
        }
        Ask::HandOver(hand_over) => {
            let handed = desk.hand_over(who, &hand_over, false)?;
            let (from, to) = names(seat, &hand_over);
            Told::Done(words::handed_over(&from, &to, handed.rows.len(), handed.commit))
        }
        Ask::StandIn(stand_in) => {
            desk.set_stand_in(who, stand_in)?;
            let office = desk.office();
            Told::Done(words::stand_in_set(office.name_of(stand_in.of), office.name_of(stand_in.by)))
        }
        Ask::EndStandIn(of, by) => {
            desk.end_stand_in(who, of, by)?;
            let office = desk.office();
            Told::Done(words::stand_in_ended(office.name_of(of), office.name_of(by)))
        }
        Ask::Change(id, change) => {
            desk.change_clerk(who, id, change)?;
            Told::Done(words::changed(desk.office().name_of(id)))
        }
        Ask::Print(from, to, name) => return print(seat, from, to, &name),
    };
    Ok(Answer::Staff(told))
}

fn names<S: Seat>(seat: &S, hand_over: &HandOver) -> (String, String) {
    let office = seat.desk().office();
    (office.name_of(hand_over.from).to_owned(), office.name_of(hand_over.to).to_owned())
}

/// Renders the list in the format of the file's extension, and has it saved.
fn print<S: Seat>(seat: &S, from: ClerkId, to: Option<ClerkId>, name: &str) -> Result<Answer, DeskError> {
    let refused = |text: String| Ok(Answer::Refused(text, vec![Name::File]));
    let extension = Path::new(name).extension().map(|extension| extension.to_string_lossy().into_owned());
    let Some(format) = extension.as_deref().and_then(HandingFormat::of) else {
        let known = HANDING_FORMATS.map(|format| format.extension);
        return refused(words::no_such_extension(&known));
    };
    let list = seat.desk().handing_list(from, to)?;
    let bytes = match format.render(&list) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Answer::Failed(error.to_string())),
    };
    match seat.save(name, &bytes) {
        Ok(path) => Ok(Answer::Staff(Told::Printed(path))),
        Err(text) => refused(text),
    }
}
