use std::collections::HashMap;
use std::io::{Cursor, Read};

use jiff::civil::date;
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::*;
use crate::report::{Period, samples};

/// Every part of the package by its name.
fn parts(report: &Report) -> HashMap<String, String> {
    let mut package = ZipArchive::new(Cursor::new(Docx.render(report).unwrap())).unwrap();
    (0..package.len())
        .map(|place| {
            let mut part = package.by_index(place).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            (part.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// The values of an attribute of every element of this name; fails on XML that is not well-formed.
fn attributes(xml: &str, element: &str, attribute: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let mut values = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) | Event::Empty(start) => {
                for found in start.attributes() {
                    let found = found.unwrap();
                    if start.name().as_ref() == element && found.key.as_ref() == attribute {
                        values.push(found.value.to_string());
                    }
                }
            }
            Event::Eof => return values,
            _ => {}
        }
    }
}

#[test]
fn every_part_is_well_formed_and_every_relationship_has_its_target_and_its_type() {
    let parts = parts(&samples::worded());
    for text in parts.values() {
        attributes(text, "", "");
    }
    for (rels, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        for target in attributes(&parts[rels], "Relationship", "Target") {
            assert!(parts.contains_key(&format!("{folder}{target}")), "{target}");
        }
    }
    let typed = attributes(&parts["[Content_Types].xml"], "Override", "PartName");
    for name in parts.keys().filter(|name| !name.contains(".rels") && !name.starts_with('[')) {
        assert!(typed.contains(&format!("/{name}")), "{name}");
    }
    let ids = attributes(&parts["word/_rels/document.xml.rels"], "Relationship", "Id");
    let used = attributes(&parts["word/document.xml"], "w:footerReference", "r:id");
    assert_eq!(used.len(), 2);
    assert!(used.iter().all(|id| ids.contains(id)));
}

#[test]
fn every_style_that_is_used_is_defined_and_the_six_titles_are_headings() {
    let parts = parts(&samples::worded());
    let defined = attributes(&parts["word/styles.xml"], "w:style", "w:styleId");
    let document = &parts["word/document.xml"];
    let used = attributes(document, "w:pStyle", "w:val");
    assert!(used.iter().chain(&attributes(document, "w:rStyle", "w:val")).all(|id| defined.contains(id)));
    assert_eq!(used.iter().filter(|id| *id == "Heading1").count(), 6);
    assert_eq!(attributes(document, "w:rStyle", "w:val").len(), 5);
}

#[test]
fn table_3_is_merged_as_published_and_its_three_heading_rows_repeat() {
    let parts = parts(&Report { prose: None, ..samples::worded() });
    let document = &parts["word/document.xml"];
    let table3 = document.split("<w:tbl>").nth(2).unwrap().split("</w:tbl>").next().unwrap();
    assert_eq!(table3.matches("<w:tr>").count(), 28);
    assert_eq!(table3.matches("<w:tblHeader/>").count(), 3);
    assert_eq!(attributes(table3, "w:gridCol", "w:w").len(), 10);
    let merges = attributes(table3, "w:vMerge", "w:val");
    // The note (3), 自然人 and 总计 (2 each), block 三 (22), four groups (8, 3, 5, 3).
    assert_eq!(merges.iter().filter(|merge| *merge == "restart").count(), 8);
    assert_eq!(merges.len(), 3 + 2 + 2 + 22 + 8 + 3 + 5 + 3);
    for row in table3.split("<w:tr>").skip(1) {
        let spans: usize = attributes(row.trim_end_matches("</w:tr>"), "w:gridSpan", "w:val")
            .iter()
            .map(|span| span.parse::<usize>().unwrap() - 1)
            .sum();
        assert_eq!(row.matches("<w:tc>").count() + spans, 10);
    }
}

#[test]
fn table_3_begins_a_page_of_a_year_and_stays_on_the_first_of_a_period() {
    let breaks = |report: &Report| parts(report)["word/document.xml"].matches("<w:pageBreakBefore/>").count();
    assert_eq!(breaks(&samples::worded()), 2);
    let period = Period::Between(date(2025, 1, 1), date(2025, 6, 30));
    assert_eq!(breaks(&Report { period, ..samples::worded() }), 0);
    let mut long = samples::worded();
    let prose = long.prose.as_mut().unwrap();
    prose.section_mut(crate::report::Part::Requests).paragraphs = vec!["说明。".repeat(200)];
    assert_eq!(breaks(&long), 3);
}
