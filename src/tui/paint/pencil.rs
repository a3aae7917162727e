//! Writes glyphs at places, and knows where the terminal's cursor stands afterwards.
//!
//! It foretells the cursor's place after each glyph and moves it only where needed; after a glyph whose
//! width is a matter of the terminal's settings it places the cursor anew, so that one surprise never
//! shifts the rest of a row.

use ratatui::layout::Position;

use super::glyph::Glyph;
use super::pen::Pen;

/// Frames of more bytes are wrapped in a synchronized update, so that they do not appear in parts.
const LARGE: usize = 200;
/// So many glyphs of doubtful width in a row (dashes, frames) are written before placing the cursor anew.
const DOUBTFUL_RUN: u8 = 4;

const SYNC_BEGIN: &[u8] = b"\x1b[?2026h";
const SYNC_END: &[u8] = b"\x1b[?2026l";
const SHOW: &[u8] = b"\x1b[?25h";
const HIDE: &[u8] = b"\x1b[?25l";
const CLEAR: &[u8] = b"\x1b[0m\x1b[H\x1b[2J";
const ERASE_TO_RIGHT: &[u8] = b"\x1b[K";

#[derive(Debug)]
pub(super) struct Pencil {
    /// Columns of the terminal.
    width: u16,
    out: Vec<u8>,
    pen: Pen,
    /// Where the terminal's cursor stands, if that is certain.
    at: Option<Position>,
    /// The row of the cursor where only its column is uncertain.
    row: u16,
    /// Where the cursor should stand after glyphs of doubtful width, and how many they were.
    foretold: Option<(Position, u8)>,
    /// Whether the terminal shows its cursor, if that is known.
    shown: Option<bool>,
}

impl Pencil {
    /// For a terminal of which nothing is known: clears it.
    pub(super) fn clearing(width: u16) -> Self {
        Self {
            width,
            out: CLEAR.to_vec(),
            pen: Pen::default(),
            at: Some(Position::ORIGIN),
            row: 0,
            foretold: None,
            shown: None,
        }
    }

    pub(super) fn glyph(&mut self, x: u16, y: u16, glyph: &Glyph<'_>, pen: Pen) {
        let run = match self.foretold {
            Some((at, run)) if !glyph.certain && run < DOUBTFUL_RUN && at == Position::new(x, y) => run,
            _ => {
                self.move_to(x, y);
                0
            }
        };
        self.pen.change_to(pen, &mut self.out);
        match glyph.stand_in {
            Some(c) => self.out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            None => self.out.extend_from_slice(glyph.symbol.as_bytes()),
        }
        let next = Position::new(x.saturating_add(glyph.width), y);
        self.advance(next, glyph.certain);
        if !glyph.certain {
            self.foretold = Some((next, run + 1));
        }
    }

    /// A blank without background or line.
    pub(super) fn blank(&mut self, x: u16, y: u16) {
        self.move_to(x, y);
        self.pen.blank(&mut self.out);
        self.out.push(b' ');
        self.advance(Position::new(x.saturating_add(1), y), true);
    }

    /// Blanks from here to the right edge.
    pub(super) fn erase(&mut self, x: u16, y: u16) {
        self.move_to(x, y);
        self.pen.blank(&mut self.out);
        self.out.extend_from_slice(ERASE_TO_RIGHT);
    }

    /// Ends the frame with the cursor where it belongs; gives the bytes, none when nothing changed.
    pub(super) fn finish(&mut self, cursor: Option<Position>) -> Vec<u8> {
        let body = std::mem::take(&mut self.out);
        let large = body.len() > LARGE;
        if large {
            self.out.extend_from_slice(SYNC_BEGIN);
            if self.shown != Some(false) {
                self.out.extend_from_slice(HIDE);
                self.shown = Some(false);
            }
        }
        self.out.extend_from_slice(&body);
        if let Some(position) = cursor {
            self.move_to(position.x, position.y);
        }
        let show = cursor.is_some();
        if self.shown != Some(show) {
            self.out.extend_from_slice(if show { SHOW } else { HIDE });
            self.shown = Some(show);
        }
        if large {
            self.out.extend_from_slice(SYNC_END);
        }
        std::mem::take(&mut self.out)
    }

    /// After writing: at the right edge the cursor waits, and terminals differ about where.
    fn advance(&mut self, next: Position, certain: bool) {
        self.at = (certain && next.x < self.width).then_some(next);
        self.row = next.y;
        self.foretold = None;
    }

    fn move_to(&mut self, x: u16, y: u16) {
        let target = Position::new(x, y);
        if self.at == Some(target) {
            return;
        }
        match self.at {
            Some(at) if at.y == y && x > at.x => {
                let (forward, column) = (command(x - at.x, b'C'), command(x.saturating_add(1), b'G'));
                let shorter = if forward.len() < column.len() { forward } else { column };
                self.out.extend_from_slice(&shorter);
            }
            _ if self.row == y && x == 0 => self.out.push(b'\r'),
            _ if self.row == y => self.out.extend_from_slice(&command(x.saturating_add(1), b'G')),
            _ if self.row.checked_add(1) == Some(y) && x == 0 => self.out.extend_from_slice(b"\r\n"),
            _ => self.out.extend_from_slice(&place(x, y)),
        }
        self.at = Some(target);
        self.row = y;
        self.foretold = None;
    }
}

/// `CSI n letter`, where a count of one need not be said.
fn command(count: u16, letter: u8) -> Vec<u8> {
    let mut bytes = b"\x1b[".to_vec();
    if count > 1 {
        bytes.extend_from_slice(count.to_string().as_bytes());
    }
    bytes.push(letter);
    bytes
}

fn place(x: u16, y: u16) -> Vec<u8> {
    if x == 0 {
        return command(y.saturating_add(1), b'H');
    }
    format!("\x1b[{};{}H", y.saturating_add(1), x.saturating_add(1)).into_bytes()
}
