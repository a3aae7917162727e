//! The painter against a terminal emulator, and against the budgets of bytes.

use proptest::prelude::*;
use ratatui::Frame;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Rect, Size};
use ratatui::style::{Color, Modifier, Style};
use ratatui::widgets::{Clear, Widget};

use super::{Painter, blank_straddle};
use crate::terminal::{Ambiguous, Caps};
use crate::text;
use crate::tui::widgets::{Column, Popup, TableView, TextInput, draw_table};

const SIZE: Size = Size::new(80, 24);

/// A painter with a terminal emulator behind it.
struct Screen {
    painter: Painter,
    terminal: vt100::Parser,
}

impl Screen {
    fn new(size: Size, caps: Caps) -> Self {
        Self { painter: Painter::new(size, caps), terminal: vt100::Parser::new(size.height, size.width, 0) }
    }

    /// Draws, checks that the terminal shows the buffer, and tells the number of bytes.
    fn draw(&mut self, view: impl Fn(&mut Frame)) -> usize {
        let mut drawn = Buffer::empty(Rect::ZERO);
        let bytes = self.painter.draw(|frame| {
            view(frame);
            drawn = frame.buffer_mut().clone();
        });
        self.terminal.process(&bytes);
        assert_same(&drawn, self.terminal.screen());
        bytes.len()
    }
}

fn assert_same(drawn: &Buffer, shown: &vt100::Screen) {
    for y in 0..drawn.area.height {
        let mut x = 0;
        while x < drawn.area.width {
            let want = &drawn[(x, y)];
            let have = shown.cell(y, x).unwrap();
            let text = if have.has_contents() { have.contents() } else { " " };
            assert_eq!(text, want.symbol(), "at {x},{y} of\n{}", shown.contents());
            assert_look(want, have, text == " ");
            x += u16::try_from(text::width(want.symbol()).max(1)).unwrap();
        }
    }
}

fn assert_look(want: &Cell, have: &vt100::Cell, blank: bool) {
    assert_eq!(have.inverse(), want.modifier.contains(Modifier::REVERSED));
    assert_eq!(have.underline(), want.modifier.contains(Modifier::UNDERLINED));
    assert_eq!(color(have.bgcolor()), want.bg);
    if !blank {
        assert_eq!(color(have.fgcolor()), want.fg);
        assert_eq!(have.bold(), want.modifier.contains(Modifier::BOLD));
        assert_eq!(have.italic(), want.modifier.contains(Modifier::ITALIC));
    }
}

fn color(of: vt100::Color) -> Color {
    match of {
        vt100::Color::Idx(1) => Color::Red,
        vt100::Color::Idx(2) => Color::Green,
        vt100::Color::Idx(6) => Color::Cyan,
        vt100::Color::Idx(14) => Color::LightCyan,
        vt100::Color::Default => Color::Reset,
        other => panic!("a colour that nobody asked for: {other:?}"),
    }
}

// ---- byte budgets -------------------------------------------------------------------

/// Dense rows of Chinese with quotes and dashes, as applicants write.
fn dense(frame: &mut Frame) {
    let text = "依申请公开的答复期限为二十个工作日，需要延长的应当告知申请人“延期理由”——最长";
    for y in 0..frame.area().height {
        let skipped: String = text.chars().cycle().skip(usize::from(y)).take(60).collect();
        let line = text::truncate(&skipped, 80).replace("..", "");
        frame.buffer_mut().set_string(0, y, line, Style::new());
    }
    frame.set_cursor_position((0, 0));
}

fn list(first: usize, selected: usize) -> impl Fn(&mut Frame) {
    move |frame: &mut Frame| {
        let columns = [
            Column::fixed("编号", 16),
            Column::fixed("收到日期", 10),
            Column::filling("内容"),
            Column::fixed("状态", 8),
            Column::fixed("余日", 6).right(),
        ];
        let rows: Vec<Vec<String>> = (first..first + 20)
            .map(|n| {
                vec![
                    format!("公开〔2026〕{n:03}"),
                    format!("2026-03-{:02}", n % 28 + 1),
                    format!("申请公开{n}号地块征收补偿安置方案及公告"),
                    "办理中".to_owned(),
                    format!("{}", n % 20),
                ]
            })
            .collect();
        let area = frame.area();
        frame.buffer_mut().set_string(
            0,
            0,
            "北关区政府信息公开  经办人 王丽  2026-03-02",
            Style::new().bold(),
        );
        let at = Rect { y: 1, height: 21, ..area };
        let view = TableView::new(&columns, &rows).selected(Some(selected));
        let cursor = draw_table(&view, at, frame.buffer_mut());
        frame.buffer_mut().set_string(70, 22, format!("{}/340", first + selected), Style::new());
        if let Some(cursor) = cursor {
            frame.set_cursor_position(cursor);
        }
    }
}

#[test]
fn a_first_screen_full_of_chinese_fits_its_budget() {
    let bytes = Screen::new(SIZE, Caps::default()).draw(dense);
    assert!(bytes <= 3_500, "{bytes}");
    let bytes = Screen::new(SIZE, Caps::default()).draw(list(1, 0));
    assert!(bytes <= 3_500, "{bytes}");
}

#[test]
fn moving_one_row_sends_the_mark_and_not_the_row() {
    let mut screen = Screen::new(SIZE, Caps::default());
    screen.draw(list(1, 3));
    let bytes = screen.draw(list(1, 4));
    assert!(bytes <= 250 && bytes > 0, "{bytes}");
}

#[test]
fn a_page_down_fits_its_budget() {
    let mut screen = Screen::new(SIZE, Caps::default());
    screen.draw(list(1, 3));
    let bytes = screen.draw(list(121, 3));
    assert!(bytes <= 3_000, "{bytes}");
}

#[test]
fn one_typed_character_fits_its_budget() {
    let mut screen = Screen::new(SIZE, Caps::default());
    let mut input = TextInput::new("申请公开");
    let view = |input: &TextInput| {
        let input = input.clone();
        move |frame: &mut Frame| {
            list(1, 3)(frame);
            let area = Rect::new(10, 23, 40, 1);
            if let Some(at) = input.draw(area, frame.buffer_mut(), Style::new()) {
                frame.set_cursor_position(at);
            }
        }
    };
    screen.draw(view(&input));
    input.insert('信');
    let bytes = screen.draw(view(&input));
    assert!(bytes <= 80, "{bytes}");
}

#[test]
fn opening_a_pop_up_fits_its_budget() {
    let mut screen = Screen::new(SIZE, Caps::default());
    screen.draw(list(1, 3));
    let bytes = screen.draw(|frame| {
        list(1, 3)(frame);
        let area = Rect::new(15, 5, 50, 13);
        let inner = Popup::new("办理").draw(area, frame.buffer_mut());
        for (n, y) in (inner.top()..inner.bottom()).enumerate() {
            let line = format!("{n} 告知申请人补正申请内容并说明理由");
            frame.buffer_mut().set_stringn(inner.x, y, line, usize::from(inner.width), Style::new());
        }
        frame.set_cursor_position((inner.x, inner.y));
    });
    assert!(bytes <= 1_500, "{bytes}");
}

#[test]
fn an_unchanged_frame_sends_nothing() {
    let mut screen = Screen::new(SIZE, Caps::default());
    screen.draw(dense);
    for _ in 0..3 {
        assert_eq!(screen.draw(dense), 0);
    }
}

#[test]
fn a_repaint_sends_everything_again_and_begins_by_clearing() {
    let mut painter = Painter::new(SIZE, Caps::default());
    let first = painter.draw(dense);
    painter.repaint();
    let again = painter.draw(dense);
    assert_eq!(first, again);
    assert!(String::from_utf8_lossy(&again).contains("\x1b[2J"));
}

// ---- what is never sent -------------------------------------------------------------------------

#[test]
fn no_question_no_bare_reset_and_no_palette_is_ever_sent() {
    let mut painter = Painter::new(SIZE, Caps::default());
    let bytes = painter.draw(|frame| {
        list(1, 2)(frame);
        frame.buffer_mut().set_string(0, 22, "红", Style::new().fg(Color::Red).bold());
        frame.buffer_mut().set_string(9, 22, "彩", Style::new().fg(Color::Rgb(1, 2, 3)));
    });
    let text = String::from_utf8(bytes).unwrap();
    for never in ["\x1b[6n", "\x1b[c", "\x1b[m", "38;5", "38;2", "59m", "\x1b[>"] {
        assert!(!text.contains(never), "{never:?}");
    }
    assert!(text.starts_with("\x1b[?2026h") && text.ends_with("\x1b[?2026l"));
}

#[test]
fn without_colours_a_selected_row_is_still_reversed() {
    let caps = Caps { theme: crate::terminal::Theme::Mono, ..Caps::default() };
    let bytes = Painter::new(SIZE, caps).draw(|frame| {
        frame.buffer_mut().set_string(0, 0, "超期", Style::new().fg(Color::Red).reversed());
    });
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("\x1b[7m超期") && !text.contains("31"), "{text:?}");
}

#[test]
fn control_characters_in_a_cell_never_reach_the_terminal() {
    let bytes = Painter::new(SIZE, Caps::default()).draw(|frame| {
        frame.buffer_mut()[(3, 3)].set_symbol("\x1b]0;x\x07");
        frame.buffer_mut()[(5, 3)].set_symbol("\x07");
    });
    let text = String::from_utf8(bytes).unwrap();
    assert!(!text.contains('\x07') && !text.contains("\x1b]") && text.matches('?').count() >= 2);
}

#[test]
fn the_cursor_is_shown_where_the_frame_wants_it() {
    let mut painter = Painter::new(SIZE, Caps::default());
    let mut terminal = vt100::Parser::new(24, 80, 0);
    let mut draw = |cursor: (u16, u16)| {
        let bytes = painter.draw(|frame| {
            list(1, 3)(frame);
            frame.set_cursor_position(cursor);
        });
        terminal.process(&bytes);
        (terminal.screen().cursor_position(), terminal.screen().hide_cursor(), bytes.len())
    };
    assert_eq!(draw((12, 7)).0, (7, 12));
    let (at, hidden, bytes) = draw((13, 7));
    assert_eq!((at, hidden), ((7, 13), false));
    assert!(bytes < 10);
    assert_eq!(draw((0, 23)).0, (23, 0));
}

#[test]
fn after_an_ambiguous_glyph_the_cursor_is_placed_anew() {
    let bytes = Painter::new(SIZE, Caps::default()).draw(|frame| {
        frame.buffer_mut().set_string(0, 0, "“信”息", Style::new());
    });
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("“\x1b[2G信”\x1b[5G息"), "{text:?}");
}

// ---- any size, any content ----------------------------------------------------------------------

#[test]
fn no_size_panics() {
    for (width, height) in [(0, 0), (1, 1), (1, 24), (20, 5), (80, 24), (200, 60)] {
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            let caps = Caps::default().with_ambiguous(ambiguous);
            let mut painter = Painter::new(Size::new(width, height), caps);
            let view = |frame: &mut Frame| {
                let area = frame.area();
                Popup::new("办理").draw(Rect::new(3, 1, 40, 10), frame.buffer_mut());
                Popup::new("办理").draw(area, frame.buffer_mut());
                frame.set_cursor_position((300, 300));
            };
            painter.draw(view);
            painter.resize(Size::new(height, width));
            painter.draw(view);
        }
    }
}

#[test]
fn after_a_resize_the_terminal_shows_the_new_frame() {
    let mut screen = Screen::new(SIZE, Caps::default());
    screen.draw(dense);
    screen.painter.resize(Size::new(60, 16));
    screen.terminal.screen_mut().set_size(16, 60);
    screen.draw(list(5, 2));
}

#[derive(Debug, Clone)]
struct Stroke {
    x: u16,
    y: u16,
    text: String,
    style: Style,
    cleared: Option<(u16, u16)>,
}

fn stroke() -> impl Strategy<Value = Stroke> {
    let glyph = prop::sample::select(vec![
        "a", "Z", " ", "  ", "信", "息", "，", "“", "—", "─", "│", "é", "e\u{301}",
    ]);
    let text = prop::collection::vec(glyph, 0..12).prop_map(|glyphs| glyphs.concat());
    let style = (
        prop::sample::select(vec![Color::Reset, Color::Red, Color::LightCyan]),
        prop::sample::select(vec![Color::Reset, Color::Reset, Color::Green]),
        prop::sample::select(vec![
            Modifier::empty(),
            Modifier::BOLD,
            Modifier::REVERSED,
            Modifier::UNDERLINED | Modifier::ITALIC,
        ]),
    )
        .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier));
    let cleared = prop::option::of((0u16..12, 0u16..4));
    (0u16..30, 0u16..6, text, style, cleared).prop_map(|(x, y, text, style, cleared)| Stroke {
        x,
        y,
        text,
        style,
        cleared,
    })
}

fn apply(stroke: &Stroke, buf: &mut Buffer) {
    let width = u16::try_from(text::width(&stroke.text)).unwrap();
    let (width, height) = stroke.cleared.unwrap_or((width, 1));
    let area = Rect::new(stroke.x, stroke.y, width, height).intersection(buf.area);
    blank_straddle(area, buf);
    if stroke.cleared.is_some() {
        Clear.render(area, buf);
    }
    buf.set_stringn(area.x, area.y, &stroke.text, usize::from(area.width), stroke.style);
}

proptest! {
    #[test]
    fn the_terminal_always_shows_the_buffer(frames in prop::collection::vec(prop::collection::vec(stroke(), 0..8), 1..6)) {
        let mut screen = Screen::new(Size::new(30, 6), Caps::default());
        for strokes in frames {
            screen.draw(|frame| {
                for stroke in &strokes {
                    if frame.buffer_mut().area.contains((stroke.x, stroke.y).into()) {
                        apply(stroke, frame.buffer_mut());
                    }
                }
            });
        }
    }
}
