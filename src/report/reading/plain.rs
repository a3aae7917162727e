//! Text: tables with tabs (as a web page is pasted), with `|` (markdown), or with figures in columns of
//! blanks (as this program prints them).

use super::blocks::{Block, Slot, Texts};
use super::builder::MAX_SLOTS;
use super::decode::Decoded;
use super::fold::figure_like;
use super::{ReadError, known, sections};
use crate::report::Part;
use crate::text;

/// Longest line that may be a row with columns of blanks, in bytes.
const LONGEST_ROW: usize = 1_000;
/// How the first line of a paragraph begins in text of lines of equal length.
const INDENT: &str = "　　";
/// A line this wide is full: the next word or mark may not have fitted.
const FULL_LINE: usize = 66;
/// Lines over which a label may be wrapped.
const MOST_LINES: usize = 4;

/// The text as blocks.
pub(super) fn blocks(decoded: &Decoded) -> Result<Vec<Block>, ReadError> {
    if decoded.text.contains("<table") {
        return super::html::blocks(decoded);
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut slots = 0;
    for raw in decoded.text.lines() {
        slots += raw.bytes().filter(|byte| matches!(byte, b'\t' | b'|')).count();
        if slots > MAX_SLOTS {
            return Err(ReadError::TooManyCells { limit: MAX_SLOTS });
        }
        let line = Line::of(raw, &lines);
        let line = match (line, lines.last_mut()) {
            (Line::Words { indent: 0, text, .. }, Some(Line::Words { text: above, open, .. }))
                if *open && sections::title(&text).is_none() =>
            {
                *open = text::width(raw) >= FULL_LINE;
                above.push_str(&text);
                continue;
            }
            (line, _) => line,
        };
        if let Line::Spaced { joined, .. } = &line {
            let keep = lines.len().saturating_sub(*joined);
            lines.truncate(keep);
        }
        lines.push(line);
    }
    drop_furniture(&mut lines);
    Ok(grouped(lines))
}

enum Line {
    Blank,
    Words {
        indent: usize,
        text: String,
        /// Whether the paragraph may go on in the next line: its first line is indented, its last is full.
        open: bool,
    },
    Row(Vec<Slot>),
    /// A row whose figures stand in columns of blanks. Its label took the `joined` lines before as well.
    Spaced {
        cells: Vec<Slot>,
        joined: usize,
    },
}

impl Line {
    fn of(raw: &str, before: &[Self]) -> Self {
        let text = raw.trim();
        let comment = text.starts_with("<!--") && text.ends_with("-->");
        if text.is_empty() || text.starts_with("```") || comment {
            return Self::Blank;
        }
        if raw.contains('\t') {
            return Self::Row(raw.split('\t').map(Slot::own).collect());
        }
        if let Some(inside) = text.strip_prefix('|') {
            let inside = inside.strip_suffix('|').unwrap_or(inside);
            let rule = inside.chars().all(|letter| matches!(letter, '|' | '-' | ':' | ' '));
            if rule && inside.contains('-') {
                return Self::Blank;
            }
            let cells = inside.replace("\\|", "\u{1}");
            let cell = |cell: &str| Slot::own(&plain(&cell.replace('\u{1}', "|")));
            return Self::Row(cells.split('|').map(cell).collect());
        }
        let indent = raw.chars().take_while(|letter| letter.is_whitespace()).count();
        spaced(text, indent, before).unwrap_or_else(|| Self::Words {
            indent,
            text: plain(text),
            open: raw.starts_with(INDENT) && text::width(raw) >= FULL_LINE,
        })
    }
}

/// A paragraph without the marks of markdown.
fn plain(text: &str) -> String {
    let text = text.trim().trim_start_matches('#').trim_start_matches('>').trim();
    let text = text.replace("**", "").replace("<br>", "\n").replace("<br/>", "\n");
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escape = letter == '\\' && letters.peek().is_some_and(char::is_ascii_punctuation);
        plain.push(if escape { letters.next().unwrap_or(letter) } else { letter });
    }
    plain
}

/// A line that ends with figures behind a label that is known; the label may have begun in lines before.
fn spaced(text: &str, indent: usize, before: &[Line]) -> Option<Line> {
    if text.len() > LONGEST_ROW {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let figures = words.iter().rev().take_while(|word| figure_like(word)).count().min(15);
    let (label, figures) = words.split_at_checked(words.len() - figures)?;
    if figures.is_empty() {
        return None;
    }
    let mut label = label.join("");
    let mut joined = 0;
    while !known::any_row(&label) {
        // Later lines of a label hang by two.
        let Some(Line::Words { indent: above, text, .. }) = before.get(before.len().checked_sub(joined + 1)?)
        else {
            return None;
        };
        joined += 1;
        label.insert_str(0, text);
        if joined == MOST_LINES || (*above != indent && *above + 2 != indent) {
            return known::any_row(&label).then(|| row(&label, figures, joined));
        }
    }
    Some(row(&label, figures, joined))
}

fn row(label: &str, figures: &[&str], joined: usize) -> Line {
    let cells = std::iter::once(&label).chain(figures).map(|cell| Slot::own(cell)).collect();
    Line::Spaced { cells, joined }
}

/// Around rows in columns of blanks, headings are lines too: they are no prose.
fn drop_furniture(lines: &mut Vec<Line>) {
    let mut keep = vec![true; lines.len()];
    let mut open: Vec<usize> = Vec::new();
    let mut inside = false;
    for (place, line) in lines.iter().enumerate() {
        match line {
            Line::Words { text, .. } => match sections::title(text) {
                Some(found) => {
                    inside = matches!(found.part, Part::Disclosure | Part::Requests | Part::Disputes);
                    open.clear();
                }
                None if inside && !text.contains('。') => open.push(place),
                None => {}
            },
            Line::Spaced { .. } => {
                for place in open.drain(..) {
                    if let Some(kept) = keep.get_mut(place) {
                        *kept = false;
                    }
                }
            }
            Line::Blank | Line::Row(_) => {}
        }
    }
    let mut kept = keep.into_iter();
    lines.retain(|_| kept.next().unwrap_or(true));
}

fn grouped(lines: Vec<Line>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in lines {
        match line {
            Line::Blank => {}
            Line::Words { text, .. } => blocks.push(Block::Paragraph(text)),
            Line::Row(cells) | Line::Spaced { cells, .. } => match blocks.last_mut() {
                Some(Block::Table(texts)) => texts.rows.push(cells),
                _ => blocks.push(Block::Table(Texts { rows: vec![cells], ragged: true })),
            },
        }
    }
    blocks
}
