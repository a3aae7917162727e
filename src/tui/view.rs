//! The whole window: header, title, screen, message, hints.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::barring::barred;
use super::keymap::{Action, Follow, Found, Hint, print_keys};
use super::model::{Counters, Head, Model};
use super::screens::Screen;
use super::widgets::{Message, Popup, Tone, around, draw_hints, draw_too_small, is_too_small, put, theme};
use crate::text;
use crate::words::tui::calendar::notice_wanted;
use crate::words::tui::screens as words;

/// Rows that a message may take.
const LONGEST_MESSAGE: u16 = 3;

/// Columns of an organ's name below which it says nothing.
const LEAST_ORGAN: usize = 8;

/// Draws the state; gives the place of the cursor.
pub(crate) fn view(model: &Model, area: Rect, buf: &mut Buffer) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    if is_too_small(area) {
        draw_too_small(area, buf);
        return Some(Position::new(area.x, area.y));
    }
    if let Some(Screen::Plain(plain)) = model.top() {
        return Some(plain.draw(area, buf));
    }
    let line = |y: u16| Rect { y, height: 1, ..area };
    draw_header(model, line(area.y), buf);
    draw_title(model, line(area.y + 1), buf);
    let body = Rect { y: area.y + 2, height: area.height - 5, ..area };
    let screen = model.top()?;
    let mut cursor = screen.draw(&model.head, model.own, body, buf);
    match (model.busy, &model.message, &model.tour) {
        (Some(busy), ..) => draw_message(&Message::new(Tone::Info, busy), area, buf),
        (None, Some(message), _) => draw_message(message, area, buf),
        (None, None, Some(tour)) => draw_message(&tour.message(&model.keymap), area, buf),
        (None, None, None) => {}
    }
    let hints = hints(model);
    draw_hints(&hints, Rect { y: area.bottom() - 2, height: 2, ..area }, buf);
    draw_follows(model, body, buf);
    if let Some(dialog) = &model.dialog {
        cursor = dialog.draw(body, buf);
    }
    cursor
}

/// The keys that may follow those of a sequence that has begun.
fn draw_follows(model: &Model, body: Rect, buf: &mut Buffer) {
    if model.started.is_empty() {
        return;
    }
    let Found::Prefix(follows) = model.keymap.find(&model.contexts(), &model.started) else { return };
    let line = |follow: &Follow| words::follow(&print_keys(&follow.keys), follow.action.label());
    let lines: Vec<String> = follows.iter().map(line).collect();
    let title = print_keys(&model.started);
    let place = around(body, &title, &lines);
    let place = Rect { y: body.bottom().saturating_sub(place.height), ..place };
    let inside = Popup::new(&title).draw(place, buf);
    for (n, line) in (0_u16..).zip(&lines) {
        put(
            line,
            Rect { y: inside.y.saturating_add(n), height: 1, ..inside }.intersection(inside),
            buf,
            theme::PLAIN,
        );
    }
}

/// A refusal is read to its end: what is longer than a line lies over the last rows of the screen.
fn draw_message(message: &Message, area: Rect, buf: &mut Buffer) {
    let lines = text::wrap(&message.line(), usize::from(area.width));
    let count = u16::try_from(lines.len()).unwrap_or(1).clamp(1, LONGEST_MESSAGE);
    for (n, text) in (0..count).zip(&lines) {
        let line = Rect { y: area.bottom() - 2 - count + n, height: 1, ..area };
        Clear.render(line, buf);
        put(text, line, buf, message.style());
    }
}

/// Organ, clerk, day, counters. Before the office exists, the name of the program.
fn draw_header(model: &Model, line: Rect, buf: &mut Buffer) {
    let head = &model.head;
    if head.organ.is_empty() {
        put(words::PROGRAM, line, buf, theme::TITLE);
        return;
    }
    let day = words::day(head.today, head.day_is_set, head.practice);
    let counters = counters(&head.counters);
    let own: usize = counters.iter().map(|(text, _)| text::width(text)).sum();
    let room = usize::from(line.width);
    // Where it is narrow, the counters move together before the day is cut.
    let gap = if own + 2 * counters.len() + text::width(&day) > room { 1 } else { 2 };
    let wide = columns(own + gap * counters.len().saturating_sub(1)).min(line.width);
    let mut place = Rect { x: line.right() - wide, width: wide, ..line };
    for (text, style) in &counters {
        let used = put(text, place, buf, *style).saturating_add(columns(gap)).min(place.width);
        place = Rect { x: place.x + used, width: place.width - used, ..place };
    }
    let left = Rect { width: line.width.saturating_sub(wide + 1), ..line };
    put(&organ_and_day(head, &day, usize::from(left.width)), left, buf, theme::TITLE);
}

/// What presses: 超期 and 今日到期 always, the others where there are any.
fn counters(counters: &Counters) -> Vec<(String, Style)> {
    let Counters { overdue, today, soon, unconfirmed, units } = *counters;
    let styled = [
        (overdue, theme::BAD),
        (today, theme::WARN),
        (soon, theme::WARN),
        (unconfirmed, theme::TITLE),
        (units, theme::BAD),
    ];
    let named = words::COUNTERS.iter().zip(styled).enumerate();
    let seen = named.filter(|(n, (_, (count, _)))| *n < 2 || *count > 0);
    seen.map(|(_, (name, (count, style)))| {
        (words::counter(name, count), if count > 0 { style } else { theme::TITLE })
    })
    .collect()
}

/// The organ's name may be long: it is cut first, then left out, then the clerk's, then the day's year.
fn organ_and_day(head: &Head, day: &str, room: usize) -> String {
    let rest = words::clerk_and_day(&head.clerk, day);
    let for_organ = room.saturating_sub(text::width(&rest) + 2);
    if for_organ >= LEAST_ORGAN.min(text::width(&head.organ)) {
        return format!("{}  {rest}", text::truncate(&head.organ, for_organ));
    }
    if text::width(&rest) <= room {
        rest
    } else if text::width(day) <= room {
        day.to_owned()
    } else {
        words::short_header_day(head.today, head.day_is_set, head.practice)
    }
}

fn draw_title(model: &Model, line: Rect, buf: &mut Buffer) {
    let Some(screen) = model.top() else { return };
    let (title, position) = (screen.title(&model.head), screen.position(line.width, model.body_height()));
    let wide = columns(text::width(&position)).min(line.width);
    put(&position, Rect { x: line.right() - wide, width: wide, ..line }, buf, theme::PLAIN);
    let left = Rect { width: line.width.saturating_sub(wide + 1), ..line };
    let used = put(&title, left, buf, theme::TITLE);
    let head = &model.head;
    let wanted = head.calendar.wants_notice(head.today).filter(|_| !head.organ.is_empty());
    let Some(notice) = wanted.map(notice_wanted) else { return };
    // Whole or not at all: the calendar says it too.
    let wide = columns(text::width(&notice));
    if used.saturating_add(wide).saturating_add(4) <= left.width {
        put(&notice, Rect { x: left.right() - wide - 2, width: wide, ..left }, buf, theme::WARN);
    }
}

fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The keys that work now, from the key map.
fn hints(model: &Model) -> Vec<Hint> {
    let wanted = match (&model.dialog, model.top()) {
        (Some(_), _) => [Action::Up, Action::Down, Action::Accept, Action::Back].map(|a| (a, true)).to_vec(),
        (None, Some(screen)) => screen.hints(&model.head),
        (None, None) => Vec::new(),
    };
    let contexts = model.contexts();
    let hint = |(action, enabled): (Action, bool)| {
        let hint = model.keymap.hints(&contexts, &[action]).into_iter().next()?;
        let enabled = enabled && barred(action, model.head.roles).is_none();
        Some(if enabled { hint } else { hint.disabled() })
    };
    wanted.into_iter().filter_map(hint).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use ratatui::layout::Size;

    use super::*;
    use crate::tui::keymap::Keymap;
    use crate::tui::paint::{hidden_content, screen_text};

    fn header(organ: &str, counters: Counters, width: u16) -> String {
        let mut model = Model::new(Size::new(width, 24), Keymap::built_in(), 0, true, "");
        model.head = Head {
            organ: organ.into(),
            clerk: "王敏".into(),
            today: date(2026, 11, 25),
            day_is_set: true,
            counters,
            ..Head::default()
        };
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        draw_header(&model, buf.area, &mut buf);
        assert!(hidden_content(&buf).is_empty());
        screen_text(&buf).trim_end().to_owned()
    }

    #[test]
    fn the_counters_stand_whole_however_long_the_name_of_the_organ() {
        let organ = "新疆维吾尔自治区伊犁哈萨克自治州生态环境局";
        let none = Counters::default();
        let all = Counters { overdue: 12, today: 3, soon: 4, unconfirmed: 5, units: 6 };
        for width in [80, 100, 120] {
            assert!(header(organ, none, width).ends_with("超期 0  今日到期 0"));
        }
        assert!(header(organ, none, 80).starts_with("新疆维吾"));
        for width in [60, 64, 80, 120] {
            let text = header(organ, all, width);
            let counters = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(counters.ends_with("超期 12 今日到期 3 3日内 4 待确认 5 科室超期 6"), "{text}");
            assert!(width < 64 || text.contains("演练日期"), "{text}");
        }
        for width in 0..60 {
            header(organ, all, width);
        }
    }

    #[test]
    fn what_there_is_none_of_is_not_counted_but_for_the_days_that_matter_most() {
        let text = header("某县财政局", Counters { units: 2, ..Counters::default() }, 80);
        assert!(text.ends_with("超期 0  今日到期 0  科室超期 2"), "{text}");
    }
}
