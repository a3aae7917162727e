//! The parts that screens are made of. All measure by display columns, draw into a buffer, keep within
//! their area, and tell where the cursor belongs; none knows of requests.
//!
//! A widget with state answers keys by `handle` and draws by `draw`:
//!
//! ```
//! use gongkai::terminal::{Key, KeyPress};
//! use gongkai::tui::widgets::{Edit, TextInput};
//! use ratatui::{buffer::Buffer, layout::Rect, style::Style};
//!
//! let mut input = TextInput::new("张三");
//! assert_eq!(input.handle(KeyPress::char('丰')), Edit::Changed);
//! assert_eq!(input.handle(KeyPress::plain(Key::Enter)), Edit::Ignored, "for the screen's key map");
//! let mut buf = Buffer::empty(Rect::new(0, 0, 20, 1));
//! let cursor = input.draw(buf.area, &mut buf, Style::new());
//! assert_eq!(cursor.map(|at| at.x), Some(6));
//! ```
//!
//! | widget | for |
//! |---|---|
//! | [`TextInput`] | a field of one line |
//! | [`TextArea`] | a field of several lines, wrapped 避头尾 |
//! | [`TableView`], [`Column`], [`draw_table`] | rows with a `>` in the gutter of the selected one |
//! | [`Scroll`] | which rows of a long list are seen; moves by half pages near the edges |
//! | [`Popup`] | a frame over the screen; cuts no wide glyph |
//! | [`Menu`], [`MenuItem`] | numbered choices, disabled ones with their reason |
//! | [`Message`] | the one line of success, refusal or error |
//! | [`draw_hints`] | the two lines of keys at the bottom, from the key map |
//! | [`theme`] | what looks how, with and without colours |

mod hints;
mod input;
mod menu;
mod message;
mod popup;
mod put;
mod scroll;
mod table;
mod text_area;
pub mod theme;

pub use hints::draw_hints;
pub use input::{Edit, TextInput};
pub use menu::{Menu, MenuItem, MenuReply};
pub use message::{Message, Tone, draw_too_small, is_too_small};
pub use popup::{Popup, around, centered};
pub use put::put;
pub use scroll::Scroll;
pub use table::{Column, TableView, draw_table};
pub use text_area::TextArea;
