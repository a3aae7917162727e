//! What the clerk's terminal shows, cell by cell, and what must be written to make it show a buffer.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;

use super::glyph::{Glyph, judge};
use super::pen::Pen;
use super::pencil::Pencil;
use crate::terminal::Caps;

/// As many blank cells before the right edge are worth an erase command.
const ERASE: usize = 4;

/// What one column of a row shows.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    /// A blank without background or line.
    Blank,
    /// A glyph, or a blank whose look shows.
    Glyph(Box<str>, Pen),
    /// The second half of the wide glyph to its left.
    Tail,
    /// Half of a wide glyph that was written over: terminals differ about what is left.
    Unknown,
}

/// The terminal as far as we know it.
#[derive(Debug)]
pub(super) struct Canvas {
    size: Size,
    caps: Caps,
    rows: Vec<Vec<Shown>>,
}

impl Canvas {
    /// A terminal that was just cleared.
    pub(super) fn cleared(size: Size, caps: Caps) -> Self {
        let row = vec![Shown::Blank; usize::from(size.width)];
        Self { size, caps, rows: vec![row; usize::from(size.height)] }
    }

    /// Writes what differs.
    pub(super) fn show(&mut self, buf: &Buffer, pencil: &mut Pencil) {
        let (caps, size) = (self.caps, self.size);
        for (y, shown) in (0..size.height).zip(&mut self.rows) {
            let cells = (0..size.width).map_while(|x| buf.cell((x, y)));
            let row = wanted(cells, caps, size.width);
            Row { y, shown, pencil, caps }.show(&row);
        }
    }
}

/// What a row shall show. A wide glyph in the last column cannot be shown, nor can what lies behind one.
fn wanted<'b>(cells: impl Iterator<Item = &'b Cell>, caps: Caps, width: u16) -> Vec<Shown> {
    let mut row = Vec::with_capacity(usize::from(width));
    let mut hidden = 0;
    for cell in cells {
        if hidden > 0 {
            hidden -= 1;
            row.push(Shown::Tail);
            continue;
        }
        let pen = Pen::of(cell, caps.theme);
        let symbol = cell.symbol();
        let glyph = judge(symbol, caps.ambiguous);
        let fits = row.len() + usize::from(glyph.width) <= usize::from(width);
        let blank = !fits || symbol.trim_matches(' ').is_empty() && !symbol.is_empty();
        if blank && pen.is_invisible_on_blank() {
            row.push(Shown::Blank);
        } else {
            let (symbol, pen) = if blank { (" ", pen.on_blank()) } else { (symbol, pen) };
            hidden = if blank { 0 } else { glyph.width.saturating_sub(1) };
            row.push(Shown::Glyph(symbol.into(), pen));
        }
    }
    row
}

/// A row being written.
struct Row<'c> {
    y: u16,
    shown: &'c mut Vec<Shown>,
    pencil: &'c mut Pencil,
    caps: Caps,
}

impl Row<'_> {
    fn show(&mut self, wanted: &[Shown]) {
        let text = wanted.len() - wanted.iter().rev().take_while(|cell| **cell == Shown::Blank).count();
        for (n, cell) in wanted.iter().enumerate() {
            let same = self.shown.get(n) == Some(cell);
            if same && wanted.get(n + 1) == Some(&Shown::Tail) && self.shown.get(n + 1) != Some(&Shown::Tail)
            {
                // The glyph stands, but its other half was written over.
                self.write(n, cell);
            } else if !same && n >= text && wanted.len() - n >= ERASE {
                self.erase(n);
                return;
            } else if !same {
                self.write(n, cell);
            }
        }
    }

    fn write(&mut self, n: usize, cell: &Shown) {
        let Ok(x) = u16::try_from(n) else { return };
        match cell {
            Shown::Blank => self.pencil.blank(x, self.y),
            Shown::Glyph(symbol, pen) => {
                let glyph: Glyph<'_> = judge(symbol, self.caps.ambiguous);
                self.pencil.glyph(x, self.y, &glyph, *pen);
                if glyph.width > 1 {
                    self.mark(n + 1, Shown::Tail);
                }
            }
            // Written with the glyph before it.
            Shown::Tail | Shown::Unknown => return,
        }
        self.mark(n, cell.clone());
    }

    /// Notes what a column shows now. Of a wide glyph that began there, the other half becomes unknown;
    /// one that ended there was written over from its beginning, row by row from the left.
    fn mark(&mut self, n: usize, now: Shown) {
        let wide = matches!(&now, Shown::Glyph(symbol, _) if judge(symbol, self.caps.ambiguous).width > 1);
        if let Some(slot) = self.shown.get_mut(n) {
            *slot = now;
        }
        if !wide && let Some(after) = self.shown.get_mut(n + 1).filter(|after| **after == Shown::Tail) {
            *after = Shown::Unknown;
        }
    }

    fn erase(&mut self, from: usize) {
        let Ok(x) = u16::try_from(from) else { return };
        self.pencil.erase(x, self.y);
        for slot in self.shown.iter_mut().skip(from) {
            *slot = Shown::Blank;
        }
    }
}
