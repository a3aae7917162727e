//! From a frame to the few bytes that change the clerk's screen; pure.
//!
//! ```
//! use gongkai::terminal::Caps;
//! use gongkai::tui::paint::Painter;
//! use ratatui::layout::Size;
//! use ratatui::widgets::Paragraph;
//!
//! let mut painter = Painter::new(Size::new(80, 24), Caps::default());
//! let screen = |frame: &mut ratatui::Frame| {
//!     frame.render_widget(Paragraph::new("政府信息公开"), frame.area());
//!     frame.set_cursor_position((0, 0));
//! };
//! assert!(!painter.draw(screen).is_empty());
//! assert!(painter.draw(screen).is_empty(), "nothing changed, so nothing is sent");
//! ```
//!
//! Every frame should end with the cursor on the focused field or the selected row: the candidate window
//! of an input method stands where the cursor is.

mod blind;
mod canvas;
mod check;
mod glyph;
mod painter;
mod pen;
mod pencil;
mod straddle;
#[cfg(test)]
mod tests;

pub use check::{hidden_content, screen_text};
pub use painter::Painter;
pub use straddle::blank_straddle;
