//! What looks how. Only the default colours and ANSI red, green, magenta and cyan are used, which can be
//! read on light and dark grounds alike; and no meaning lies in a colour alone, so that the same styles
//! serve `NO_COLOR`, where the painter leaves the colours out.

use ratatui::style::{Color, Modifier, Style};

/// Titles and heads of tables.
pub const TITLE: Style = Style::new().add_modifier(Modifier::BOLD);
/// The selected row's mark and what else has the focus.
pub const FOCUS: Style = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD);
/// The field being filled in.
pub const FIELD: Style = Style::new().add_modifier(Modifier::UNDERLINED);
/// A key in the hint bar.
pub const KEY: Style = Style::new().add_modifier(Modifier::BOLD);
/// What cannot be done now.
pub const DISABLED: Style = Style::new().add_modifier(Modifier::DIM);
/// Overdue, refused, failed.
pub const BAD: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
/// Due soon, to be looked at.
pub const WARN: Style = Style::new().fg(Color::Magenta).add_modifier(Modifier::BOLD);
/// Done, saved, balanced.
pub const GOOD: Style = Style::new().fg(Color::Green);
/// Everything else.
pub const PLAIN: Style = Style::new();

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_needs_attention_is_seen_without_colour_too() {
        for style in [TITLE, FOCUS, FIELD, KEY, DISABLED, BAD, WARN] {
            assert!(!style.add_modifier.is_empty());
        }
    }

    #[test]
    fn no_colour_is_unreadable_on_some_ground() {
        for style in [TITLE, FOCUS, FIELD, KEY, DISABLED, BAD, WARN, GOOD, PLAIN] {
            assert!(matches!(
                style.fg,
                None | Some(Color::Red | Color::Green | Color::Magenta | Color::Cyan)
            ));
            assert_eq!(style.bg, None);
        }
    }
}
