//! Joins keys that a slow line tore apart, and tells pasting from typing. Pure: time comes in as a value.
//!
//! An arrow key is three bytes, `ESC [ A`. If the line delivers `ESC` first, the reader below takes it for
//! the Esc key and then reads `[` and `A` as letters: the arrow closes the dialog and types two letters.
//! So a lone Esc is held for a moment, and what follows decides.

use std::time::Duration;

use super::event::{Event, Key, KeyPress};

/// How long a lone Esc is held on a local terminal.
pub const HOLD_LOCAL: Duration = Duration::from_millis(25);
/// How long a lone Esc is held when the clerk comes over SSH.
pub const HOLD_SSH: Duration = Duration::from_millis(100);

/// No sequence that we join has more keys than `ESC [ 2 0 1 ; 1 6 ~`.
const LONGEST: usize = 10;

/// Holds back the beginning of a torn sequence until the rest has come or its time is over.
///
/// Times are durations since any fixed moment.
///
/// ```
/// use std::time::Duration;
/// use gongkai::terminal::{HOLD_SSH, Joiner, Key, KeyPress};
/// let ms = Duration::from_millis;
/// let mut joiner = Joiner::new(HOLD_SSH);
/// assert!(joiner.feed(KeyPress::plain(Key::Esc), ms(0)).is_empty());
/// assert!(joiner.feed(KeyPress::char('['), ms(50)).is_empty());
/// assert_eq!(joiner.feed(KeyPress::char('A'), ms(51)), [KeyPress::plain(Key::Up)]);
/// ```
#[derive(Debug)]
pub struct Joiner {
    hold: Duration,
    held: Vec<KeyPress>,
    due: Duration,
}

impl Joiner {
    /// A joiner that holds an unfinished sequence this long after its latest key.
    pub const fn new(hold: Duration) -> Self {
        Self { hold, held: Vec::new(), due: Duration::ZERO }
    }

    /// Takes a key that arrived at `now`; gives the keys that are certain by now, in order.
    pub fn feed(&mut self, press: KeyPress, now: Duration) -> Vec<KeyPress> {
        let mut out = self.release(now);
        if self.held.is_empty() && press != KeyPress::plain(Key::Esc) {
            out.push(press);
            return out;
        }
        if press == KeyPress::plain(Key::Esc) {
            // A second Esc starts anew; the first one was meant.
            out.append(&mut self.held);
        }
        self.held.push(press);
        self.due = now.saturating_add(self.hold);
        match judge(&self.held) {
            Verdict::Unfinished => {}
            Verdict::Joined(key) => {
                self.held.clear();
                out.extend(key);
            }
            Verdict::Typed => out.append(&mut self.held),
        }
        out
    }

    /// Gives back what was held if its time is over at `now`: it was typed after all.
    pub fn release(&mut self, now: Duration) -> Vec<KeyPress> {
        if now < self.due { Vec::new() } else { std::mem::take(&mut self.held) }
    }

    /// When [`Joiner::release`] has to be called, if anything is held.
    pub fn deadline(&self) -> Option<Duration> {
        (!self.held.is_empty()).then_some(self.due)
    }
}

enum Verdict {
    /// Could still become a key.
    Unfinished,
    /// Became a key, or a mark of bracketed paste that stands for no key.
    Joined(Option<KeyPress>),
    /// Can become nothing: these keys were typed.
    Typed,
}

fn judge(held: &[KeyPress]) -> Verdict {
    if held.len() > LONGEST {
        return Verdict::Typed;
    }
    let mut rest = held.iter().skip(1).map(|press| press.typed());
    match rest.next() {
        None => Verdict::Unfinished,
        Some(Some('O')) => match rest.next() {
            None => Verdict::Unfinished,
            Some(last) => last.and_then(letter_key).map_or(Verdict::Typed, joined),
        },
        Some(Some('[')) => judge_parameters(rest),
        Some(_) => Verdict::Typed,
    }
}

fn judge_parameters(rest: impl Iterator<Item = Option<char>>) -> Verdict {
    let mut parameters = String::new();
    for c in rest {
        match c {
            Some(c @ ('0'..='9' | ';')) => parameters.push(c),
            Some('~') => return tilde_key(&parameters),
            Some('Z') if parameters.is_empty() => return joined(Key::BackTab),
            Some(c) => return letter_key(c).map_or(Verdict::Typed, |key| modified(key, &parameters)),
            None => return Verdict::Typed,
        }
    }
    Verdict::Unfinished
}

fn joined(key: Key) -> Verdict {
    Verdict::Joined(Some(KeyPress::plain(key)))
}

/// A key with the modifiers that its second parameter tells: one more than the sum of 1 for Shift, 2 for
/// Alt and 4 for Ctrl.
fn modified(code: Key, parameters: &str) -> Verdict {
    let told = parameters.split(';').nth(1).and_then(|m| m.parse::<u8>().ok()).unwrap_or(1);
    let bits = told.saturating_sub(1);
    let press = KeyPress { code, shift: bits & 1 != 0, alt: bits & 2 != 0, ctrl: bits & 4 != 0 };
    Verdict::Joined(Some(press.canonical()))
}

fn letter_key(last: char) -> Option<Key> {
    Some(match last {
        'A' => Key::Up,
        'B' => Key::Down,
        'C' => Key::Right,
        'D' => Key::Left,
        'H' => Key::Home,
        'F' => Key::End,
        'P' => Key::F(1),
        'Q' => Key::F(2),
        'R' => Key::F(3),
        'S' => Key::F(4),
        _ => return None,
    })
}

fn tilde_key(parameters: &str) -> Verdict {
    let number = parameters.split(';').next().and_then(|n| n.parse::<u8>().ok());
    let key = match number {
        Some(1 | 7) => Key::Home,
        Some(2) => Key::Insert,
        Some(3) => Key::Delete,
        Some(4 | 8) => Key::End,
        Some(5) => Key::PageUp,
        Some(6) => Key::PageDown,
        Some(n @ 11..=15) => Key::F(n - 10),
        Some(n @ 17..=21) => Key::F(n - 11),
        Some(n @ 23..=24) => Key::F(n - 12),
        // The marks of bracketed paste: what stands between them is seen by its speed.
        Some(200 | 201) => return Verdict::Joined(None),
        _ => return Verdict::Typed,
    };
    modified(key, parameters)
}

/// Fewer characters than this are never taken for a paste: a line that stalls delivers what was typed
/// meanwhile in one piece, and a choice with its Enter must stay what it is.
const SHORTEST_PASTE: usize = 6;

/// Turns what arrived in one read into events. Old `screen` and some clients strip bracketed paste; a
/// line break in the middle of text that came all at once was pasted, and must not submit a form. A line
/// break at the end stays an Enter.
pub fn split_bursts(batch: &[KeyPress]) -> Vec<Event> {
    let mut out = Vec::new();
    let mut rest = batch;
    while let Some(first) = rest.first() {
        let length = rest.iter().take_while(|press| pasted_char(**press).is_some()).count();
        let (run, after) = rest.split_at(length.max(1).min(rest.len()));
        if length == 0 {
            out.push(Event::Key(*first));
        } else {
            burst(run, &mut out);
        }
        rest = after;
    }
    out
}

fn burst(run: &[KeyPress], out: &mut Vec<Event>) {
    let body = run.iter().rposition(|press| press.typed().is_some()).map_or(0, |last| last + 1);
    let (body, tail) = run.split_at(body);
    let printable = body.iter().filter(|press| press.typed().is_some()).count();
    let broken = body.iter().any(|press| press.code == Key::Enter);
    if broken && printable >= SHORTEST_PASTE {
        out.push(Event::Paste(body.iter().filter_map(|press| pasted_char(*press)).collect()));
    } else {
        out.extend(body.iter().copied().map(Event::Key));
    }
    out.extend(tail.iter().copied().map(Event::Key));
}

fn pasted_char(press: KeyPress) -> Option<char> {
    match press.code {
        Key::Enter if press == KeyPress::plain(Key::Enter) => Some('\n'),
        Key::Tab if press == KeyPress::plain(Key::Tab) => Some('\t'),
        _ => press.typed(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ESC: KeyPress = KeyPress::plain(Key::Esc);

    fn ms(n: u64) -> Duration {
        Duration::from_millis(n)
    }

    fn torn(rest: &str, gap: u64) -> Vec<KeyPress> {
        let mut joiner = Joiner::new(HOLD_SSH);
        let mut out = joiner.feed(ESC, ms(0));
        let mut now = 0;
        for c in rest.chars() {
            now += gap;
            out.extend(joiner.feed(KeyPress::char(c), ms(now)));
        }
        out.extend(joiner.release(ms(now + 1000)));
        out
    }

    #[test]
    fn an_arrow_key_torn_over_the_network_stays_an_arrow_key() {
        for (rest, key) in [
            ("[A", Key::Up),
            ("[B", Key::Down),
            ("OC", Key::Right),
            ("[D", Key::Left),
            ("[H", Key::Home),
            ("OF", Key::End),
            ("OP", Key::F(1)),
            ("[11~", Key::F(1)),
            ("[15~", Key::F(5)),
            ("[17~", Key::F(6)),
            ("[21~", Key::F(10)),
            ("[24~", Key::F(12)),
            ("[5~", Key::PageUp),
            ("[6~", Key::PageDown),
            ("[3~", Key::Delete),
            ("[Z", Key::BackTab),
        ] {
            assert_eq!(torn(rest, 50), [KeyPress::plain(key)], "{rest}");
        }
    }

    #[test]
    fn modifiers_of_a_torn_key_are_kept() {
        let ctrl_up = KeyPress { ctrl: true, ..KeyPress::plain(Key::Up) };
        assert_eq!(torn("[1;5A", 20), [ctrl_up]);
    }

    #[test]
    fn a_lone_esc_comes_out_after_its_time_and_not_before() {
        let mut joiner = Joiner::new(HOLD_LOCAL);
        assert!(joiner.feed(ESC, ms(10)).is_empty());
        assert_eq!(joiner.deadline(), Some(ms(35)));
        assert!(joiner.release(ms(34)).is_empty());
        assert_eq!(joiner.release(ms(35)), [ESC]);
        assert_eq!(joiner.deadline(), None);
    }

    #[test]
    fn esc_then_a_letter_are_two_keys_at_once() {
        assert_eq!(torn("x", 10), [ESC, KeyPress::char('x')]);
        assert_eq!(torn("[x", 10), [ESC, KeyPress::char('['), KeyPress::char('x')]);
    }

    #[test]
    fn a_bracket_typed_well_after_esc_is_a_bracket() {
        assert_eq!(torn("[", 150), [ESC, KeyPress::char('[')]);
    }

    #[test]
    fn esc_pressed_twice_is_esc_twice() {
        let mut joiner = Joiner::new(HOLD_LOCAL);
        assert!(joiner.feed(ESC, ms(0)).is_empty());
        assert_eq!(joiner.feed(ESC, ms(5)), [ESC]);
        assert_eq!(joiner.release(ms(50)), [ESC]);
    }

    #[test]
    fn torn_marks_of_bracketed_paste_type_nothing() {
        assert!(torn("[200~", 10).is_empty());
        assert!(torn("[201~", 10).is_empty());
    }

    fn typed(text: &str) -> Vec<KeyPress> {
        text.chars().map(|c| KeyPress::char(c).canonical()).collect()
    }

    #[test]
    fn text_with_line_breaks_that_came_at_once_was_pasted_and_submits_nothing() {
        let events = split_bursts(&typed("申请公开预算\n第二行"));
        assert_eq!(events, [Event::Paste("申请公开预算\n第二行".into())]);
    }

    #[test]
    fn a_last_line_break_stays_an_enter() {
        let events = split_bursts(&typed("第一行字\n第二行字\n"));
        assert_eq!(
            events,
            [Event::Paste("第一行字\n第二行字".into()), Event::Key(KeyPress::plain(Key::Enter))]
        );
    }

    #[test]
    fn keys_typed_ahead_on_a_stalled_line_stay_keys() {
        for text in ["2\n1\n", "张三\n", "信息公开申请"] {
            let keys: Vec<_> = typed(text).into_iter().map(Event::Key).collect();
            assert_eq!(split_bursts(&typed(text)), keys);
        }
    }

    proptest! {
        #[test]
        fn no_key_is_lost_or_invented_when_nothing_joins(text in "[a-z ]{0,12}", gaps in prop::collection::vec(0u64..200, 13)) {
            let mut joiner = Joiner::new(HOLD_LOCAL);
            let mut now = 0;
            let mut out = Vec::new();
            let mut fed = Vec::new();
            for (c, gap) in text.chars().zip(gaps) {
                now += gap;
                let press = if c == ' ' { ESC } else { KeyPress::char(c) };
                fed.push(press);
                out.extend(joiner.feed(press, ms(now)));
            }
            out.extend(joiner.release(ms(now + 1000)));
            prop_assert_eq!(out, fed);
        }
    }
}
