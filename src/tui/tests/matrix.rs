//! Every screen at every size, as a clerk reads it; and painted under every theme, as a terminal shows it.

use jiff::civil::date;
use ratatui::layout::Size;

use super::player::{Player, play};
use super::register;
use crate::terminal::{Ambiguous, Caps, Theme};
use crate::tui::paint::Painter;

/// The sizes of the matrix; nothing is left of a window of no size.
const SIZES: [(u16, u16); 6] = [(80, 24), (100, 30), (200, 50), (60, 16), (20, 5), (0, 0)];

/// Each screen with the keys that lead to it from the list.
const SCREENS: [(&str, &str); 25] = [
    ("list", ""),
    ("list-closed", "F3"),
    ("search", "/ y s"),
    ("register", "F2"),
    ("case", "Enter"),
    ("case-steps", "Enter Enter"),
    ("case-clock", "Enter F3"),
    ("supplement", "Enter 2"),
    ("decide", "Enter 8"),
    ("guide", "Enter 8 F2"),
    ("revoke", "Enter F9"),
    ("carry", "F6"),
    ("table3", "F7"),
    ("table2", "F7 2"),
    ("table4", "F7 3"),
    ("texts", "F7 4"),
    ("months", "F7 7"),
    ("editor", "F7 4 Enter"),
    ("calendar", "F9"),
    ("records", "F12"),
    ("settings", "0"),
    ("clerks", "@"),
    ("handbook", "? ?"),
    ("help", "?"),
    ("palette", ":"),
];

/// Three requests: one answered, one in consultation, one fresh; and a document.
fn with_an_office(script: impl FnOnce(&mut Player<'_, '_>)) {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "2025年度部门预算执行情况及“三公”经费明细");
        register(clerk, "某某律师事务所", "关于某地块征收补偿安置方案的批复及附件");
        register(clerk, "李四", "环评批复");
        clerk.press("F12 F2 2 Tab").types("某某管理办法").press("Tab Tab").types("0302").press("F8 F5 Home");
        script(clerk);
    });
}

/// The lines without blanks at their ends.
fn trimmed(screen: &str) -> String {
    screen.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_screen_at_every_size_looks_as_it_did() {
    for (name, keys) in SCREENS {
        with_an_office(|clerk| {
            if !keys.is_empty() {
                clerk.press(keys);
            }
            let sizes = SIZES.map(|(width, height)| {
                format!("{width}x{height}\n{}\n", trimmed(&clerk.screen_of(width, height)))
            });
            let mut settings = insta::Settings::clone_current();
            settings.set_prepend_module_to_snapshot(false);
            settings.set_omit_expression(true);
            settings.bind(|| insta::assert_snapshot!(name, sizes.concat()));
        });
    }
}

#[test]
fn every_screen_is_painted_as_it_is_drawn_under_every_theme() {
    for (name, keys) in SCREENS {
        with_an_office(|clerk| {
            if !keys.is_empty() {
                clerk.press(keys);
            }
            for theme in Theme::ALL {
                for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
                    let caps = Caps { theme, ambiguous, ..Caps::default() };
                    let mut painter = Painter::new(Size::new(80, 24), caps);
                    let bytes = clerk.painted_by(&mut painter);
                    let has_colour = has_colour(&String::from_utf8_lossy(&bytes));
                    let may = matches!(theme, Theme::Default | Theme::Light);
                    assert!(may || !has_colour, "{name} {theme:?}");
                    if ambiguous == Ambiguous::Narrow {
                        let mut terminal = vt100::Parser::new(24, 80, 0);
                        terminal.process(&bytes);
                        let shown = trimmed(&terminal.screen().contents());
                        assert_eq!(shown.trim_end(), trimmed(&clerk.screen()).trim_end(), "{name} {theme:?}");
                    }
                    assert!(clerk.painted_by(&mut painter).is_empty(), "nothing changed: {name}");
                }
            }
        });
    }
}

/// Whether a colour is set somewhere.
fn has_colour(painted: &str) -> bool {
    let attributes = painted.split("\u{1b}[").filter_map(|part| {
        let end = part.find(|c: char| c.is_ascii_alphabetic())?;
        part.get(end..=end).filter(|end| *end == "m").and(part.get(..end))
    });
    attributes
        .flat_map(|codes| codes.split(';'))
        .any(|code| matches!(code.parse(), Ok(30..=37 | 40..=47 | 90..=107)))
}

/// Bytes of a screen of text as it stands, without what moves and colours.
fn raw(screen: &str) -> usize {
    screen.lines().map(|line| line.trim_end().len() + 2).sum()
}

#[test]
fn few_bytes_go_over_the_line() {
    with_an_office(|clerk| {
        for n in 0..30 {
            register(clerk, &format!("申请人{n}"), "关于某地块征收补偿安置方案的批复及附件等全部材料");
        }
        clerk.press("Home");
        let first = clerk.first_frame();
        assert!(first <= 3_500, "first screen: {first}");
        assert!(first * 10 <= raw(&clerk.screen()) * 13, "{first} of {}", raw(&clerk.screen()));
        let mut took = |keys: &str, most: usize| {
            clerk.press(keys);
            let bytes = clerk.frame();
            assert!((1..=most).contains(&bytes), "{keys}: {bytes}");
            // Nothing happens for a minute: nothing is sent.
            assert_eq!(clerk.frame(), 0, "{keys}");
            bytes
        };
        let row = took("Down", 250);
        let page = took("PageDown", 3_000);
        took("Enter", 3_500);
        // The menu of steps fills the window with Chinese: it is more than the 1,500 of a pop-up over it.
        let menu = took("Enter", 1_700);
        took("Esc", 1_500);
        took("2", 3_500);
        took("Tab", 500);
        let typed = took("x", 80);
        let popup = took("Ctrl-D", 1_500);
        println!("first {first}, row {row}, page {page}, menu {menu}, pop-up {popup}, typed {typed}");
    });
}
