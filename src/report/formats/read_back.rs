//! Every format read back: the figures of its tables, and its words.

use std::io::{Cursor, Read};

use calamine::{Data, Reader as _, Xlsx as Book, open_workbook_from_rs};
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::*;
use crate::report::{
    Cell, Part, Prose, YearTables, from_json, samples, table2_grid, table3_grid, table4_grid,
};
use crate::text::clean_text;

/// The figures of the three tables as printed, in reading order.
type Figures = [Vec<String>; 3];

/// What reads the figures of a format.
type ReadFigures = fn(&[u8]) -> Figures;

/// The text without blanks and without what no format prints.
pub(super) fn letters(text: &str) -> String {
    let printed = |letter: &char| !letter.is_whitespace() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    clean_text(text).chars().filter(printed).collect()
}

fn expected(tables: &YearTables) -> Figures {
    [table2_grid(tables), table3_grid(tables), table4_grid(tables)].map(|grid| {
        let mut cells: Vec<_> = grid.cells.iter().filter(|cell| !cell.head()).collect();
        cells.sort_by_key(|cell| (cell.row, cell.col));
        cells.into_iter().map(crate::report::GridCell::text).collect()
    })
}

fn is_figure(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit() || letter == '.')
}

/// The figures in the lines under the title of each part that has a table.
fn by_section<'a, I: Iterator<Item = String>>(
    text: &'a str,
    title: impl Fn(&str) -> Option<Part>,
    figures: impl Fn(&'a str) -> I,
) -> Figures {
    let mut found = Figures::default();
    let mut part = None;
    for line in text.lines() {
        part = title(line).or(part);
        let place = match part {
            Some(Part::Disclosure) => 0,
            Some(Part::Requests) => 1,
            Some(Part::Disputes) => 2,
            _ => continue,
        };
        found[place].extend(figures(line));
    }
    found
}

fn part_of(title: &str) -> Option<Part> {
    Part::ALL.into_iter().find(|part| part.title() == title)
}

fn of_text(bytes: &[u8]) -> Figures {
    by_section(std::str::from_utf8(bytes).unwrap(), part_of, |line| {
        let mut last: Vec<&str> = line.split_whitespace().rev().take_while(|word| is_figure(word)).collect();
        last.reverse();
        last.into_iter().map(str::to_owned)
    })
}

fn of_csv(bytes: &[u8]) -> Figures {
    by_section(std::str::from_utf8(bytes).unwrap(), part_of, |line| {
        line.split(',').filter(|field| is_figure(field)).map(str::to_owned)
    })
}

fn of_markdown(bytes: &[u8]) -> Figures {
    let title = |line: &str| line.strip_prefix("## ").and_then(part_of);
    by_section(std::str::from_utf8(bytes).unwrap(), title, |line| {
        let cells = line.starts_with('|').then(|| line.split('|').map(str::trim)).into_iter().flatten();
        cells.filter(|cell| is_figure(cell)).map(str::to_owned)
    })
}

fn of_xlsx(bytes: &[u8]) -> Figures {
    let mut book: Book<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    words::SHEETS.map(|name| {
        let range = book.worksheet_range(name).unwrap();
        let numbers = range.rows().flatten().filter_map(|slot| match slot {
            Data::Float(number) => Some(number.to_string()),
            _ => None,
        });
        numbers.collect()
    })
}

/// The texts of the elements of one name that an attribute marks, or of all of them.
fn elements(xml: &str, name: &str, mark: Option<&str>) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    // HTML leaves some elements open.
    reader.config_mut().check_end_names = false;
    let mut texts: Vec<String> = Vec::new();
    let mut inside = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) if start.name().as_ref() == name => {
                inside = mark.is_none_or(|mark| start.attributes_raw().contains(mark));
                texts.extend(inside.then(String::new));
            }
            Event::End(end) if end.name().as_ref() == name => inside = false,
            Event::Text(text) if inside => texts.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(entity) if inside => {
                let letter = entity.resolve_char_ref().unwrap().or_else(|| named(&entity));
                texts.last_mut().unwrap().extend(letter);
            }
            Event::Eof => return texts,
            _ => {}
        }
    }
}

fn named(entity: &str) -> Option<char> {
    Some(match entity {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

/// The pieces between two marks, without the one before the first.
fn pieces<'a>(text: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(from).skip(1).map(move |rest| rest.split(to).next().unwrap())
}

fn three(tables: Vec<Vec<String>>) -> Figures {
    tables.try_into().unwrap()
}

fn of_html(bytes: &[u8]) -> Figures {
    let text = std::str::from_utf8(bytes).unwrap();
    let tables = pieces(text, "<table", "</table>");
    three(tables.map(|table| elements(&format!("<table{table}</table>"), "td", Some("figure"))).collect())
}

fn document(bytes: &[u8]) -> String {
    let mut package = ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut text = String::new();
    package.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

fn of_docx(bytes: &[u8]) -> Figures {
    let text = document(bytes);
    let tables = pieces(&text, "<w:tbl>", "</w:tbl>").map(|table| elements(table, "w:tc", None));
    three(tables.map(|cells| cells.into_iter().filter(|cell| is_figure(cell)).collect()).collect())
}

fn of_json(bytes: &[u8]) -> Figures {
    expected(&from_json(bytes).unwrap())
}

/// All text of a rendered report, in order.
pub(super) fn text_of(format: &str, bytes: &[u8]) -> String {
    let text = || String::from_utf8(bytes.to_vec()).unwrap();
    match format {
        "json" => strings(&serde_json::from_slice(bytes).unwrap()),
        "csv" => {
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
            reader
                .records()
                .flat_map(|line| line.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
                .collect()
        }
        "xlsx" => {
            let mut book: Book<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
            let sheets = book.worksheets();
            sheets
                .iter()
                .flat_map(|(_, range)| range.rows().flatten().map(ToString::to_string).collect::<Vec<_>>())
                .collect()
        }
        "markdown" => unescaped(&text()),
        "html" => elements(&text(), "main", None).concat(),
        "docx" => elements(&document(bytes), "w:body", None).concat(),
        _ => text(),
    }
}

fn strings(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(values) => values.iter().map(strings).collect(),
        serde_json::Value::Object(fields) => fields.values().map(strings).collect(),
        _ => String::new(),
    }
}

fn unescaped(markdown: &str) -> String {
    let mut letters = markdown.chars();
    let mut text = String::new();
    while let Some(letter) = letters.next() {
        text.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    text
}

/// Every text of the words, in the order in which they are printed.
pub(super) fn texts(prose: &Prose) -> Vec<String> {
    let sections = prose.sections.iter().flat_map(|part| part.paragraphs.iter().chain(&part.notes));
    prose.preface.iter().chain(sections).chain(&prose.signature).cloned().collect()
}

#[test]
fn every_format_gives_the_same_figures_back() {
    let report = samples::worded();
    let expected = expected(&report.tables);
    assert_eq!(expected.iter().map(Vec::len).collect::<Vec<_>>(), [10, 175, 15]);
    assert!(expected[1].contains(&"0".to_owned()));
    let readers: [(&str, ReadFigures); 7] = [
        ("text", of_text),
        ("json", of_json),
        ("csv", of_csv),
        ("xlsx", of_xlsx),
        ("docx", of_docx),
        ("html", of_html),
        ("markdown", of_markdown),
    ];
    assert_eq!(readers.map(|(name, _)| name), ALL.map(Format::name));
    for (name, read) in readers {
        let bytes = by_name(name).unwrap().render(&report).unwrap();
        assert_eq!(read(&bytes), expected, "{name}");
    }
}

#[test]
fn a_year_of_nothing_prints_200_zeros_in_every_format() {
    let mut report = samples::worded();
    report.tables.table2 = crate::report::Table2::zero();
    report.tables.table3 = crate::report::Table3::default().stated();
    report.tables.table4 = crate::report::Table4::zero();
    for (name, read) in [
        ("text", of_text as ReadFigures),
        ("csv", of_csv),
        ("xlsx", of_xlsx),
        ("docx", of_docx),
        ("html", of_html),
        ("markdown", of_markdown),
    ] {
        let figures = read(&by_name(name).unwrap().render(&report).unwrap()).concat();
        assert!(figures.len() == 200 && figures.iter().all(|figure| figure == "0"), "{name}");
    }
}

#[test]
fn every_format_but_csv_prints_all_words_and_the_ones_for_people_in_their_order() {
    let report = samples::worded();
    for format in ALL.into_iter().filter(|format| format.name() != "csv") {
        let printed = letters(&text_of(format.name(), &format.render(&report).unwrap()));
        let mut rest = printed.as_str();
        for text in texts(report.prose.as_ref().unwrap()) {
            // A workbook has the notes of a table on its sheet.
            let from = if format.name() == "xlsx" { &printed } else { rest };
            let (_, after) =
                from.split_once(&letters(&text)).unwrap_or_else(|| panic!("{}: {text}", format.name()));
            rest = after;
        }
    }
}

#[test]
fn a_figure_that_is_none_is_printed_as_it_was_stated() {
    let mut report = samples::worded();
    report.tables.table2.documents[0][0] = Cell::Text("/".to_owned()).into();
    for format in ALL {
        let printed = text_of(format.name(), &format.render(&report).unwrap());
        assert!(printed.contains('/'), "{}", format.name());
    }
}
