//! The text of the document: paragraphs by their styles, the tables between them, one section of A4 pages.

use textwrap::core::display_width;

use super::super::FormatError;
use super::super::markup::escaped;
use super::super::outline::{Block, run_in_label};
use super::fit::Look;
use super::table;
use crate::report::{Grid, Part};
use crate::words::report as words;

/// One glyph of the text (三号, 16 points) in twips.
const GLYPH: usize = 320;
/// Columns of a line of the title: 20 glyphs of 二号 in 156 mm.
const TITLE_WIDTH: usize = 40;
/// Glyphs in a line of the text: 156 mm.
const LINE_GLYPHS: usize = 27;
/// The pitch of the text in twips: 28 points.
const PITCH: usize = 560;
/// The height of the text area in twips (225 mm), with a little left free for the borders.
const PAGE: usize = 12_756 - 160;

/// The part `word/document.xml`.
pub(super) fn document(blocks: &[Block]) -> Result<String, FormatError> {
    let mut body = Body::default();
    for (place, block) in blocks.iter().enumerate() {
        let tabled = matches!(blocks.get(place + 1), Some(Block::Table(..)));
        body.put(block, if tabled { "<w:keepNext/>" } else { "" })?;
    }
    // Word wants a paragraph after the last table.
    if matches!(blocks.last(), Some(Block::Table(..))) {
        body.xml.push_str(SMALL);
    }
    let signature = blocks.iter().filter_map(|block| match block {
        Block::Signature(line) => Some(line.as_str()),
        _ => None,
    });
    body.sign(&signature.collect::<Vec<&str>>());
    Ok(format!("{HEAD}{}{SECTION}</w:body></w:document>", body.xml))
}

/// What opens the part.
pub(super) const HEAD: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#,
    r#" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#
);
/// An empty paragraph of one point.
pub(super) const SMALL: &str = r#"<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#;
/// A4 with the margins of GB/T 9704 (37, 26, 35 and 28 mm), the page number 7 mm below the text.
const SECTION: &str = concat!(
    r#"<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>"#,
    r#"<w:pgSz w:w="11906" w:h="16838"/>"#,
    r#"<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1247" w:gutter="0"/>"#,
    r#"<w:cols w:space="425"/></w:sectPr>"#
);

/// An empty paragraph of one point on a new page.
const NEW_PAGE: &str =
    r#"<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#;

/// The text so far.
#[derive(Default)]
struct Body {
    xml: String,
    /// What is used of the page, in twips, since the last page break of ours.
    used: usize,
}

impl Body {
    /// Writes a block; a paragraph before a table has the property that keeps it there.
    fn put(&mut self, block: &Block, keep: &str) -> Result<(), FormatError> {
        match block {
            Block::Title(title) => {
                let title = broken(title);
                let lines = title.split('\n').map(|line| display_width(line).div_ceil(TITLE_WIDTH).max(1));
                self.used = lines.sum::<usize>() * 700 + PITCH;
                self.paragraph("Title", "", &run(&title));
            }
            Block::Heading(part, title) => self.heading(*part, title),
            Block::Preface(text) | Block::Paragraph(text) => {
                self.used += height(text);
                let runs = match run_in_label(text) {
                    Some((label, rest)) => {
                        let label = run_of(r#"<w:rStyle w:val="RunInHeading"/>"#, "", label);
                        format!("{label}{}", run(rest))
                    }
                    None => run(text),
                };
                self.paragraph("NormalIndent", keep, &runs);
            }
            Block::Table(part, grid) => self.table(*part, grid)?,
            Block::Note(note) => self.paragraph("TableNote", "", &run(note)),
            Block::Signature(_) => {}
        }
        Ok(())
    }

    fn paragraph(&mut self, style: &str, properties: &str, runs: &str) {
        let paragraph = format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>"#);
        self.xml.push_str(&paragraph);
    }

    /// Part 三 begins a page and so does what follows it: table 3 has one of its own. Of a period it stands
    /// on the first page, under the title.
    fn heading(&mut self, part: Part, title: &str) {
        let of_a_year = title == part.title();
        let begins = of_a_year && matches!(part, Part::Requests | Part::Disputes);
        self.used = height(title) + if begins { 0 } else { self.used };
        self.paragraph("Heading1", if begins { "<w:pageBreakBefore/>" } else { "" }, &run(title));
    }

    /// Table 3 takes what the page has left, in lower rows if need be; if that is too little, a new page.
    fn table(&mut self, part: Part, grid: &Grid) -> Result<(), FormatError> {
        let look = Look::of(part);
        let mut row = look.row;
        if part == Part::Requests {
            let left = look.row_height(grid, PAGE.saturating_sub(self.used));
            if left.is_none() {
                self.xml.push_str(NEW_PAGE);
            }
            row = left.or_else(|| look.row_height(grid, PAGE)).unwrap_or(look.row);
        }
        self.xml.push_str(&table::table(grid, &look, row)?);
        Ok(())
    }

    /// The lines of the signature, centred one over the other, the widest four glyphs from the margin if it
    /// is the day, two if it is the organ (GB/T 9704, 7.3.5).
    fn sign(&mut self, lines: &[&str]) {
        let widest = lines.iter().map(|line| display_width(line)).max().unwrap_or_default();
        let day = lines.last().is_some_and(|line| display_width(line) == widest);
        let edge = if day { 4 * GLYPH } else { 2 * GLYPH };
        if !lines.is_empty() {
            self.paragraph("Normal", "<w:keepNext/>", "");
        }
        for (place, line) in lines.iter().enumerate() {
            let keep = if place + 1 < lines.len() { "<w:keepNext/>" } else { "" };
            let right = edge + (widest - display_width(line)) * GLYPH / 4;
            self.paragraph("Signature", &format!(r#"{keep}<w:ind w:right="{right}"/>"#), &run(line));
        }
    }
}

/// The height of an indented paragraph in the letters of the text.
fn height(text: &str) -> usize {
    (display_width(text) + 4).div_ceil(2 * LINE_GLYPHS) * PITCH
}

/// A title longer than a line is broken where its words are (GB/T 9704, 7.3.1: 词意完整): the organ and the
/// time above, what is reported below.
fn broken(title: &str) -> String {
    match title.rsplit_once(words::SUBJECT) {
        Some((who, what))
            if display_width(title) > TITLE_WIDTH && (1..=TITLE_WIDTH).contains(&display_width(who)) =>
        {
            format!("{who}\n{}{what}", words::SUBJECT)
        }
        _ => title.to_owned(),
    }
}

/// A run of text.
fn run(text: &str) -> String {
    run_of("", "", text)
}

/// A run of text in letters of another size than its paragraph's, in half-points.
pub(super) fn sized(text: &str, half_points: Option<usize>) -> String {
    let size = half_points.map(|size| format!(r#"<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#));
    run_of("", &size.unwrap_or_default(), text)
}

/// A run of text with its line ends; properties stand before and after the fonts. The hint gives quotation
/// marks the font and the width that they have in Chinese.
fn run_of(before: &str, after: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let line = |line: &str| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line));
    let lines: Vec<String> = text.split('\n').map(line).collect();
    let lines = lines.join("<w:br/>");
    format!(r#"<w:r><w:rPr>{before}<w:rFonts w:hint="eastAsia"/>{after}</w:rPr>{lines}</w:r>"#)
}
