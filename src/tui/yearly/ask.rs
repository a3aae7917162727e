//! Asking the desk about the report of a year.

use super::{Ask, Told};
use crate::desk::{Desk, DeskError};
use crate::office::ReportOf;
use crate::report::formats::by_name;
use crate::report::{Column3, Row3, YearTables};
use crate::tui::backend::Seat;
use crate::tui::form::Name;
use crate::tui::message::Answer;
use crate::tui::screens::{YearFound, text_length};
use crate::words;

/// Years of the trend.
const YEARS: i16 = 5;

/// Asks it.
pub(crate) fn ask<S: Seat>(seat: &S, of: ReportOf, ask: Ask) -> Result<Answer, DeskError> {
    let desk = seat.desk();
    let ReportOf { year, organ } = of;
    let told = match ask {
        Ask::Tables => tables(desk, of)?,
        Ask::Texts => match desk.report_texts(year, organ) {
            Err(DeskError::NotKept { .. }) => Told::Texts(Vec::new()),
            states => Told::Texts(states?),
        },
        Ask::Edit(place) => {
            let state = desk.report_texts(year, organ)?.into_iter().find(|state| state.place == place);
            let Some(state) = state else { return Ok(Answer::Yearly(of, Told::Texts(Vec::new()))) };
            Told::Edit(Box::new(state), desk.report_fields(year, organ)?)
        }
        Ask::Write(place, text) => {
            let (clerk, of) = (seat.clerk(), (year, organ));
            match text.as_deref() {
                Some(text) if text.trim().is_empty() => desk.leave_text_out(clerk, of, place)?,
                text => desk.write_text(clerk, of, place, text.unwrap_or_default())?,
            }
            Told::Written(place, text.as_deref().map_or(0, text_length), text.is_none())
        }
        Ask::Check => Told::Checked(Box::new(check(desk, of)?)),
        Ask::Trend => Told::Trend(trend(desk, of)?),
        Ask::Months => Told::Months(match desk.months(year, organ) {
            Err(DeskError::NotKept { .. }) => None,
            months => Some(Box::new(months?)),
        }),
        Ask::Publish(said) => {
            desk.publish(seat.clerk(), (year, organ), said)?;
            Told::Published
        }
        Ask::Export(format, name) => return export(seat, of, format, &name),
        Ask::Case(no) => Told::Case(desk.id_of(&no)?),
    };
    Ok(Answer::Yearly(of, told))
}

/// The tables as the records give them; of a year before the office's books as they were published.
fn tables(desk: &Desk, ReportOf { year, organ }: ReportOf) -> Result<Told, DeskError> {
    let published = desk.published(year, organ)?;
    let (publication, sealed) =
        published.map(|one| (Box::new(one.publication), Box::new(one.tables))).unzip();
    Ok(match (desk.tables(year, organ), sealed) {
        (Ok(tables), _) => Told::Tables(Box::new(tables), publication),
        (Err(DeskError::NotKept { .. }), Some(sealed)) => Told::Tables(sealed, publication),
        (Err(error @ DeskError::NotKept { .. }), None) => Told::NoTables(words::desk::error(&error)),
        (Err(error), _) => return Err(error),
    })
}

/// Errors first: they are in the way of a publication, and there may be thousands of warnings.
fn check(desk: &Desk, ReportOf { year, organ }: ReportOf) -> Result<YearFound, DeskError> {
    let mut findings = match desk.check_year(year, organ) {
        Err(DeskError::NotKept { .. }) => Vec::new(),
        findings => findings?,
    };
    findings.sort_by_key(|finding| finding.severity);
    let draft = !desk.has_words(year, organ);
    Ok(YearFound { differences: desk.differences(year, organ)?, findings, draft })
}

/// The five years up to this one, as far as they are kept or were taken over.
fn trend(desk: &Desk, ReportOf { year, organ }: ReportOf) -> Result<Vec<YearTables>, DeskError> {
    let mut years = Vec::new();
    for year in year.saturating_sub(YEARS - 1)..=year {
        match desk.tables(year, organ) {
            Ok(tables) => years.push(tables),
            Err(DeskError::NotKept { .. }) => {
                years.extend(desk.published(year, organ)?.map(|published| published.tables));
            }
            Err(error) => return Err(error),
        }
    }
    // Nobody kept anything in the years before the first one with figures.
    let empty = years.iter().rev().skip(1).rev().take_while(|tables| is_empty(tables)).count();
    years.drain(..empty);
    Ok(years)
}

fn is_empty(tables: &YearTables) -> bool {
    let rows = [Row3::New, Row3::CarriedIn, Row3::Total, Row3::CarriedOut];
    rows.into_iter().all(|row| tables.table3.count(row, Column3::Sum) == Some(0))
}

/// Renders the report and has it saved. What is wrong with the file stands under its name.
fn export<S: Seat>(seat: &S, of: ReportOf, format: &str, name: &str) -> Result<Answer, DeskError> {
    let report = seat.desk().report(of.year, of.organ)?;
    let Some(format) = by_name(format) else { return Ok(Answer::Failed(format.to_owned())) };
    let bytes = match format.render(&report) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Answer::Failed(error.to_string())),
    };
    Ok(match seat.save(name, &bytes) {
        Ok(path) => Answer::Yearly(of, Told::Exported(path)),
        Err(text) => Answer::Refused(text, vec![Name::File]),
    })
}
