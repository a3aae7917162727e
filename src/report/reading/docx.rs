//! Word documents: the main part alone, read tag by tag.
//!
//! Names are matched without their prefix. Deleted text, the old half of alternatives and field codes are
//! no part of the document.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::blocks::Block;
use super::builder::{Builder, Span};
use super::{ReadError, package};

const MAIN: &str = "word/document.xml";

/// Elements whose content is no text of the document, or only says how it looks.
const UNSEEN: [&str; 12] = [
    "del",
    "moveFrom",
    "Fallback",
    "instrText",
    "delText",
    "pPr",
    "rPr",
    "tblPr",
    "tblGrid",
    "sectPr",
    "tblPrEx",
    "rt",
];

/// The document as blocks.
pub(super) fn blocks(bytes: &[u8]) -> Result<Vec<Block>, ReadError> {
    let part = package::part(bytes, MAIN)?;
    let damaged = || ReadError::Damaged { part: MAIN.to_owned() };
    let encoding = Encoding::for_bom(&part).map_or(UTF_8, |(encoding, _)| encoding);
    let (text, _, broken) = encoding.decode(&part);
    if broken {
        return Err(damaged());
    }
    let mut reader = Reader::from_str(&text);
    reader.config_mut().expand_empty_elements = true;
    let mut document = Document::default();
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(tag) => document.start(&tag)?,
            Event::End(tag) => document.end(tag.local_name().as_ref())?,
            Event::Text(text) => document.text(&text),
            Event::CData(text) => document.text(&text),
            Event::GeneralRef(name) => match name.resolve_char_ref().map_err(|_| damaged())? {
                Some(letter) => document.text(letter.encode_utf8(&mut [0; 4])),
                None => document.text(entity(&name)),
            },
            Event::Eof => {
                return if document.depth == 0 { document.builder.finish() } else { Err(damaged()) };
            }
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn entity(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    }
}

/// The document while it is read.
#[derive(Default)]
struct Document {
    builder: Builder,
    /// Elements that are open.
    depth: usize,
    /// The depth of the element whose content is passed over.
    unseen: Option<usize>,
    /// Whether the innermost element is a text.
    in_text: bool,
}

impl Document {
    fn text(&mut self, text: &str) {
        if self.in_text && self.unseen.is_none() {
            self.builder.text(text);
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), ReadError> {
        self.depth += 1;
        if self.unseen.is_some() {
            return Ok(());
        }
        let name = tag.local_name();
        let name: &str = name.as_ref();
        if UNSEEN.contains(&name) {
            self.unseen = Some(self.depth);
            return Ok(());
        }
        self.in_text = name == "t";
        match name {
            "tbl" => self.builder.open_table()?,
            "tr" => self.builder.open_row(),
            "tc" => self.builder.open_cell(Span::ONE),
            "gridBefore" => self.before(tag),
            "gridSpan" => {
                let columns = value(tag).and_then(|value| value.parse().ok()).unwrap_or(1);
                self.merge(|span| span.columns = columns);
            }
            // Without a value a merge goes on (ISO 29500-1, 17.4.84).
            "vMerge" => self.merge(|span| span.above = value(tag).is_none_or(|v| v != "restart")),
            "hMerge" => self.merge(|span| span.left = value(tag).is_none_or(|v| v != "restart")),
            "p" => self.builder.end_paragraph(),
            "br" | "cr" => self.builder.end_line(),
            "tab" => self.builder.text(" "),
            "noBreakHyphen" => self.builder.text("-"),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), ReadError> {
        let closed = self.depth;
        self.depth = self.depth.saturating_sub(1);
        if let Some(depth) = self.unseen {
            if depth == closed {
                self.unseen = None;
            }
            return Ok(());
        }
        self.in_text = false;
        match name {
            "tbl" => self.builder.close_table()?,
            "tr" => self.builder.close_row(),
            "tc" => self.builder.close_cell(),
            "p" => self.builder.end_paragraph(),
            _ => {}
        }
        Ok(())
    }

    fn merge(&mut self, change: impl FnOnce(&mut Span)) {
        if let Some(span) = self.builder.span() {
            change(span);
        }
    }

    /// Slots before the first cell of a row.
    fn before(&mut self, tag: &BytesStart<'_>) {
        if let Some(columns) = value(tag).and_then(|value| value.parse().ok()).filter(|columns| *columns > 0)
        {
            self.builder.open_cell(Span { columns, ..Span::ONE });
            self.builder.close_cell();
        }
    }
}

/// The `val` of a property.
fn value(tag: &BytesStart<'_>) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| {
        let name = attribute.key.local_name();
        let name: &str = name.as_ref();
        name == "val"
    })?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
}
