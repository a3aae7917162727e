//! A backend for ratatui that writes nothing: it knows the size and remembers the wanted cursor.
//!
//! ratatui's own comparison of frames does not know what terminals do to half a wide glyph, so the
//! [`canvas`](super::canvas) compares instead; the terminal of ratatui is here for its frames alone.

use std::convert::Infallible;

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

#[derive(Debug)]
pub(super) struct BlindBackend {
    size: Size,
    /// Where the frame wants the cursor; nowhere: hidden.
    wanted: Option<Position>,
}

impl BlindBackend {
    pub(super) const fn new(size: Size) -> Self {
        Self { size, wanted: None }
    }

    pub(super) const fn wanted(&self) -> Option<Position> {
        self.wanted
    }
}

impl Backend for BlindBackend {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, _content: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.wanted = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        self.wanted = self.wanted.or(Some(Position::ORIGIN));
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.wanted.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        let position = position.into();
        let last = Position::new(self.size.width.saturating_sub(1), self.size.height.saturating_sub(1));
        self.wanted = Some(Position::new(position.x.min(last.x), position.y.min(last.y)));
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn clear_region(&mut self, _region: ClearType) -> Result<(), Infallible> {
        Ok(())
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}
