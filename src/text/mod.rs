//! How wide a text is on the screen, how it is cut and wrapped, and how it is cleaned and compared.
//!
//! PURE: texts in, texts out; touches nothing of the house. It is the one place that knows
//! `unicode-width`, `unicode-segmentation`, `textwrap`, `ib-matcher`, so that every screen, list and file
//! measures alike: a *cell* is one column of the terminal, a Chinese character takes two, and characters of
//! ambiguous width take one (as ratatui lays them out).

mod alike;
mod claim;
mod clean;
mod fold;
mod mask;
mod pinyin;
mod sound;
mod syllables;
mod width;
mod wrap;

pub use alike::alike;
pub use claim::Claim;
pub use clean::{clean_line, clean_text, has_control};
pub use fold::{fold_number, fold_search, fold_width};
pub use mask::mask;
pub use pinyin::Pinyin;
pub use sound::by_sound;
pub use syllables::{LETTER_PAIRS, Syllables};
pub use width::{glyphs, pad, truncate, truncate_start, width};
pub use wrap::wrap;
