//! From blocks to a report: tables by their labels, parts by their titles, the rest is prose.

mod prose;
mod tables;

use super::blocks::{Block, MAX_TEXT};
use super::fold::bare;
use super::{Doubt, Form, ReadError, ReadReport, TableNo, known, sections, title};
use crate::report::{Part, YearTables};
use prose::Writer;
use tables::Gathered;

/// A piece of the document once its tables are known.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    /// A line of words.
    Words(String),
    /// Rows of a table stood here.
    Table(TableNo),
}

impl Item {
    fn words(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words),
            Self::Table(_) => None,
        }
    }
}

/// Recognises a report.
///
/// # Errors
///
/// [`ReadError::TooMuchText`] where the cells hold more than any report; [`ReadError::NoTables`] where none of the three tables is found.
pub(super) fn report(blocks: &[Block]) -> Result<ReadReport, ReadError> {
    let bytes = |block: &Block| match block {
        Block::Paragraph(_) => 0,
        Block::Table(texts) => texts.bytes(),
    };
    if blocks.iter().map(bytes).sum::<usize>() > MAX_TEXT {
        return Err(ReadError::TooMuchText { limit: MAX_TEXT });
    }
    let mut gathered = Gathered::default();
    let items = items(blocks, &mut gathered);
    if gathered.is_empty() {
        let titles = items.iter().filter_map(Item::words).filter(|words| sections::title(words).is_some());
        return Err(ReadError::NoTables { sections: titles.count() });
    }
    let heading = find_title(&items);
    let mut writer = Writer::new(heading.as_ref().map(|(_, title)| title.as_str()));
    let first = heading.as_ref().map_or(0, |(at, _)| at + 1);
    for (at, item) in items.iter().enumerate() {
        match item {
            Item::Table(table) => writer.table(*table),
            Item::Words(words) if at >= first || sections::title(words).is_some() => writer.words(words),
            // Before the title a page has its menus.
            Item::Words(_) => {}
        }
    }
    Ok(assemble(heading.map(|(_, title)| title), writer, gathered))
}

/// The pieces in order; what belongs to the tables goes to `gathered`.
fn items(blocks: &[Block], gathered: &mut Gathered) -> Vec<Item> {
    let mut items = Vec::new();
    let mut part = None;
    for block in blocks {
        match block {
            // A heading of a table that stands outside of it is no prose.
            Block::Paragraph(text) if known::furniture(&bare(text)) => {}
            Block::Paragraph(text) => {
                part = sections::title(text).map(|found| found.part).or(part);
                items.push(Item::Words(text.clone()));
            }
            Block::Table(texts) => {
                let from = items.len();
                gathered.take(texts, part, &mut items);
                let mut titles = items.iter().skip(from).filter_map(Item::words).filter_map(sections::title);
                part = titles.next_back().map(|found| found.part).or(part);
            }
        }
    }
    items
}

/// The line that looks most like the title, before the first part if there is one: its place and text. Where
/// it names no organ, the line above may.
fn find_title(items: &[Item]) -> Option<(usize, String)> {
    let is_part = |item: &Item| item.words().is_some_and(|words| sections::title(words).is_some());
    let end = items.iter().position(is_part).unwrap_or(items.len());
    let scored = items.iter().take(end).enumerate().filter_map(|(at, item)| {
        let words = item.words()?;
        let score = title::likeness(words);
        (score > 1).then_some((at, score, words))
    });
    // The first among equals.
    let (at, _, words) = scored.max_by_key(|(at, score, _)| (*score, usize::MAX - at))?;
    let above = at.checked_sub(1).and_then(|above| items.get(above)).and_then(Item::words);
    match above.filter(|above| title::read(words).organ.is_none() && title::names_organ(above)) {
        Some(above) => Some((at, format!("{above}{words}"))),
        None => Some((at, words.to_owned())),
    }
}

fn assemble(title_line: Option<String>, writer: Writer, gathered: Gathered) -> ReadReport {
    let mut doubts = Vec::new();
    let parsed = title_line.as_deref().map(title::read).unwrap_or_default();
    match &title_line {
        None => doubts.push(Doubt::NoTitle),
        Some(found) if !parsed.exact => doubts.push(Doubt::Title { found: found.clone() }),
        Some(_) => {}
    }
    let form = if gathered.form2019 { Form::Form2019 } else { Form::Form2021 };
    if form == Form::Form2019 {
        doubts.push(Doubt::Form2019);
    }
    let written = writer.finish();
    doubts.extend(written.doubts);
    let (mut tables, found) = gathered.finish();
    doubts.extend(found);
    let year = parsed
        .year
        .or_else(|| written.prose.as_ref()?.preface.iter().find_map(|line| title::period_year(line)));
    tables = YearTables { year, organ: parsed.organ.clone(), note: written.notes, ..tables };
    ReadReport {
        title: title_line,
        organ: parsed.organ,
        year,
        form,
        tables,
        prose: written.prose,
        headings: written.headings,
        doubts,
    }
}

/// The part in which a table stands.
const fn part_of(table: TableNo) -> Part {
    match table {
        TableNo::Two => Part::Disclosure,
        TableNo::Three => Part::Requests,
        TableNo::Four => Part::Disputes,
    }
}
