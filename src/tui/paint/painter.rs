//! The painter: one for each attached terminal.

use std::convert::Infallible;

use ratatui::layout::Size;
use ratatui::{Frame, Terminal};

use super::blind::BlindBackend;
use super::canvas::Canvas;
use super::pencil::Pencil;
use crate::terminal::Caps;

/// Knows what the clerk's terminal shows and turns the next frame into the bytes that change it.
///
/// Keep one painter on one thread: ratatui caches layouts by thread.
#[derive(Debug)]
pub struct Painter {
    terminal: Terminal<BlindBackend>,
    canvas: Canvas,
    pencil: Pencil,
    size: Size,
    caps: Caps,
}

impl Painter {
    /// A painter for a terminal of this size whose content is unknown: the first frame clears it.
    pub fn new(size: Size, caps: Caps) -> Self {
        Self {
            terminal: certain(Terminal::new(BlindBackend::new(size))),
            canvas: Canvas::cleared(size, caps),
            pencil: Pencil::clearing(size.width),
            size,
            caps,
        }
    }

    /// Paints a frame. The bytes go to the terminal in one write; none when nothing changed.
    pub fn draw<F: FnOnce(&mut Frame)>(&mut self, view: F) -> Vec<u8> {
        let frame = certain(self.terminal.draw(view));
        self.canvas.show(frame.buffer, &mut self.pencil);
        self.pencil.finish(self.terminal.backend().wanted())
    }

    /// The terminal's window changed: the next frame has this size and paints everything.
    pub fn resize(&mut self, size: Size) {
        *self = Self::new(size, self.caps);
    }

    /// What the terminal shows is no longer known (Ctrl-L, after a stop): the next frame paints everything.
    pub fn repaint(&mut self) {
        *self = Self::new(self.size, self.caps);
    }

    /// The clerk wants it painted otherwise: the next frame paints everything.
    pub fn set_caps(&mut self, caps: Caps) {
        *self = Self::new(self.size, caps);
    }

    /// The size that the next frame will have.
    pub const fn size(&self) -> Size {
        self.size
    }

    /// What the terminal can show.
    pub const fn caps(&self) -> Caps {
        self.caps
    }
}

/// Drawing into memory does not fail.
fn certain<T>(result: Result<T, Infallible>) -> T {
    match result {
        Ok(value) => value,
        Err(never) => match never {},
    }
}
