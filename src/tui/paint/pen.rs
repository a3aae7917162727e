//! The terminal's attributes and the shortest way from one set to another, in the sixteen colours alone.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::terminal::Theme;

/// Attributes that show on a blank cell.
const ON_BLANK: Modifier =
    Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT).union(Modifier::SLOW_BLINK);

/// Each attribute with the code that sets it and the code that ends it.
const CODES: [(Modifier, u8, u8); 7] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// The attributes in force. A colour is its number of the sixteen, or the terminal's default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Option<u8>,
    bg: Option<u8>,
    modifier: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Self { fg: None, bg: None, modifier: Modifier::empty() }
    }
}

impl Pen {
    /// What a cell asks for, as the theme shows it.
    pub(super) fn of(cell: &Cell, theme: Theme) -> Self {
        let known = CODES.iter().fold(Modifier::empty(), |all, (one, _, _)| all.union(*one));
        let mut modifier = cell.modifier.intersection(known);
        if cell.modifier.contains(Modifier::RAPID_BLINK) {
            modifier.insert(Modifier::SLOW_BLINK);
        }
        Self { fg: number(cell.fg), bg: number(cell.bg), modifier }.under(theme)
    }

    /// The same under a theme: the styles are made for the default one.
    fn under(self, theme: Theme) -> Self {
        match theme {
            Theme::Default => self,
            Theme::Mono => Self { fg: None, bg: None, ..self },
            // Cyan is faint on a light ground, and so is what is dim.
            Theme::Light => {
                let fg = self.fg.map(|color| if color == 6 { 4 } else { color });
                Self { fg, modifier: self.modifier.difference(Modifier::DIM), ..self }
            }
            // What is selected or missed is reversed, what is to be looked at underlined.
            Theme::Contrast => {
                let more = match self.fg {
                    Some(1 | 6) => Modifier::REVERSED,
                    Some(5) => Modifier::UNDERLINED,
                    _ => Modifier::empty(),
                };
                let modifier = self.modifier.difference(Modifier::DIM).union(more);
                Self { fg: None, bg: None, modifier }
            }
        }
    }

    /// A blank cell under this pen looks like any other blank cell.
    pub(super) fn is_invisible_on_blank(self) -> bool {
        self.bg.is_none() && !self.modifier.intersects(ON_BLANK)
    }

    /// What of it shows on a blank cell.
    pub(super) fn on_blank(self) -> Self {
        // Reversed, the foreground is what is seen.
        let fg = if self.modifier.contains(Modifier::REVERSED) { self.fg } else { None };
        let lines = Modifier::UNDERLINED.union(Modifier::CROSSED_OUT);
        let fg = if self.modifier.intersects(lines) { self.fg } else { fg };
        Self { fg, modifier: self.modifier.intersection(ON_BLANK), ..self }
    }

    /// Changes as little as blanks need: what does not show on them may stay.
    pub(super) fn blank(&mut self, out: &mut Vec<u8>) {
        if !self.is_invisible_on_blank() {
            self.change_to(Self::default(), out);
        }
    }

    /// Writes the shorter of the two: the differences, or a reset and everything anew.
    pub(super) fn change_to(&mut self, next: Self, out: &mut Vec<u8>) {
        if *self == next {
            return;
        }
        let by_difference = self.difference(next);
        let mut anew = vec![0];
        anew.extend(Self::default().difference(next));
        let codes = if length(&anew) < length(&by_difference) { anew } else { by_difference };
        out.extend_from_slice(b"\x1b[");
        for (n, code) in codes.iter().enumerate() {
            if n > 0 {
                out.push(b';');
            }
            out.extend_from_slice(code.to_string().as_bytes());
        }
        out.push(b'm');
        *self = next;
    }

    fn difference(self, next: Self) -> Vec<u8> {
        let mut codes = Vec::new();
        let mut kept = self.modifier;
        for (modifier, _, end) in CODES {
            if kept.contains(modifier) && !next.modifier.contains(modifier) {
                codes.push(end);
                // Bold and dim end together.
                kept.remove(if end == 22 { Modifier::BOLD.union(Modifier::DIM) } else { modifier });
            }
        }
        for (modifier, begin, _) in CODES {
            if next.modifier.contains(modifier) && !kept.contains(modifier) {
                codes.push(begin);
            }
        }
        if self.fg != next.fg {
            codes.push(color_code(next.fg, 30, 90));
        }
        if self.bg != next.bg {
            codes.push(color_code(next.bg, 40, 100));
        }
        codes
    }
}

fn length(codes: &[u8]) -> usize {
    codes.iter().map(|code| code.to_string().len() + 1).sum()
}

fn color_code(color: Option<u8>, dark: u8, bright: u8) -> u8 {
    match color {
        None => dark + 9,
        Some(n @ 0..=7) => dark + n,
        Some(n) => bright + (n - 8),
    }
}

/// The number of a colour among the sixteen; the default for all others, since the terminal's own palette
/// is the only one known to be readable there.
fn number(color: Color) -> Option<u8> {
    Some(match color {
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(n @ 0..=15) => n,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen(fg: Color, modifier: Modifier, theme: Theme) -> Pen {
        let mut cell = Cell::new("x");
        cell.fg = fg;
        cell.modifier = modifier;
        Pen::of(&cell, theme)
    }

    fn change(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        let mut pen = from;
        pen.change_to(to, &mut out);
        assert_eq!(pen, to);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn colours_are_the_plain_sixteen() {
        let plain = Pen::default();
        assert_eq!(change(plain, pen(Color::Red, Modifier::empty(), Theme::Default)), "\x1b[31m");
        assert_eq!(change(plain, pen(Color::LightCyan, Modifier::empty(), Theme::Default)), "\x1b[96m");
        assert_eq!(change(plain, pen(Color::Rgb(1, 2, 3), Modifier::empty(), Theme::Default)), "");
    }

    #[test]
    fn without_colour_the_attributes_stay() {
        let selected = pen(Color::Red, Modifier::REVERSED, Theme::Mono);
        assert_eq!(change(Pen::default(), selected), "\x1b[7m");
    }

    #[test]
    fn a_reset_is_never_bare() {
        let loud =
            pen(Color::Red, Modifier::BOLD | Modifier::UNDERLINED | Modifier::REVERSED, Theme::Default);
        assert_eq!(change(loud, Pen::default()), "\x1b[0m");
        assert_eq!(change(pen(Color::Reset, Modifier::BOLD, Theme::Default), Pen::default()), "\x1b[0m");
    }

    #[test]
    fn ending_bold_keeps_dim() {
        let both = pen(Color::Reset, Modifier::BOLD | Modifier::DIM, Theme::Default);
        let dim = pen(Color::Reset, Modifier::DIM, Theme::Default);
        let changed = change(both, dim);
        assert!(changed == "\x1b[22;2m" || changed == "\x1b[0;2m", "{changed:?}");
    }
}
