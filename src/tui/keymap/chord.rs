//! The one spelling of keys: what a key map file says, what hint bar and help show.

use crate::terminal::{Key, KeyPress, fold_key};

/// A text that names no key; the offending part of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no key is called {0:?}")]
pub struct BadKey(pub String);

const NAMED: [(Key, &str); 15] = [
    (Key::Enter, "Enter"),
    (Key::Esc, "Esc"),
    (Key::Tab, "Tab"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Delete"),
    (Key::Insert, "Insert"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PageUp"),
    (Key::PageDown, "PageDown"),
    (Key::Char(' '), "Space"),
];

/// Reads a sequence of keys, separated by spaces: `F5`, `Ctrl-G`, `Shift-Tab`, `g g`. Names are read in any
/// case; a plain letter means what it says, so `n` and `N` are two keys.
///
/// ```
/// use gongkai::tui::keymap::{parse_keys, print_keys};
/// assert_eq!(print_keys(&parse_keys("ctrl-g").unwrap()), "Ctrl-G");
/// assert!(parse_keys("Hyper-X").is_err());
/// ```
pub fn parse_keys(text: &str) -> Result<Vec<KeyPress>, BadKey> {
    Ok(parse_as_written(text)?.into_iter().map(KeyPress::canonical).collect())
}

/// As [`parse_keys`], but a key that terminals disguise as another (Ctrl-H) is still itself.
pub(super) fn parse_as_written(text: &str) -> Result<Vec<KeyPress>, BadKey> {
    let keys: Result<Vec<_>, _> = text.split_whitespace().map(parse_key).collect();
    match keys {
        Ok(keys) if keys.is_empty() => Err(BadKey(text.to_owned())),
        other => other,
    }
}

/// The spelling of a sequence of keys; [`parse_keys`] reads it back.
pub fn print_keys(keys: &[KeyPress]) -> String {
    let printed: Vec<_> = keys.iter().map(|press| print_key(*press)).collect();
    printed.join(" ")
}

fn parse_key(text: &str) -> Result<KeyPress, BadKey> {
    let bad = || BadKey(text.to_owned());
    let mut press = KeyPress::char(' ');
    let mut rest = text;
    while let Some((modifier, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
        let flag = match modifier.to_ascii_lowercase().as_str() {
            "ctrl" => &mut press.ctrl,
            "alt" => &mut press.alt,
            "shift" => &mut press.shift,
            _ => return Err(bad()),
        };
        if std::mem::replace(flag, true) {
            return Err(bad());
        }
        rest = after;
    }
    press.code = parse_code(rest).ok_or_else(bad)?;
    Ok(press)
}

fn parse_code(text: &str) -> Option<Key> {
    if let Some((key, _)) = NAMED.iter().find(|(_, name)| name.eq_ignore_ascii_case(text)) {
        return Some(*key);
    }
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if !c.is_control() => Some(Key::Char(fold_key(c))),
        (Some('F' | 'f'), Some(_)) => {
            let number = text.trim_start_matches(['F', 'f']).parse::<u8>().ok()?;
            (1..=12).contains(&number).then_some(Key::F(number))
        }
        _ => None,
    }
}

fn print_key(press: KeyPress) -> String {
    let mut out = String::new();
    let modified = press.ctrl || press.alt;
    for (held, name) in [(press.ctrl, "Ctrl-"), (press.alt, "Alt-"), (press.shift, "Shift-")] {
        if held {
            out.push_str(name);
        }
    }
    match press.code {
        Key::BackTab => out.push_str("Shift-Tab"),
        Key::F(n) => out.push_str(&format!("F{n}")),
        code => match (NAMED.iter().find(|(key, _)| *key == code), code) {
            (Some((_, name)), _) => out.push_str(name),
            (None, Key::Char(c)) if modified => out.push(c.to_ascii_uppercase()),
            (None, Key::Char(c)) => out.push(c),
            (None, _) => {}
        },
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn keys_are_read_as_they_are_written_in_files() {
        assert_eq!(parse_keys("F5"), Ok(vec![KeyPress::plain(Key::F(5))]));
        assert_eq!(parse_keys("Ctrl-G"), Ok(vec![KeyPress::ctrl('g')]));
        assert_eq!(parse_keys("Shift-Tab"), Ok(vec![KeyPress::plain(Key::BackTab)]));
        assert_eq!(parse_keys("N"), Ok(vec![KeyPress::char('N')]));
        assert_eq!(parse_keys("-"), Ok(vec![KeyPress::char('-')]));
        assert_eq!(parse_keys("g g"), Ok(vec![KeyPress::char('g'), KeyPress::char('g')]));
        assert_eq!(parse_keys("？"), Ok(vec![KeyPress::char('?')]));
        let ctrl_home = KeyPress { ctrl: true, ..KeyPress::plain(Key::Home) };
        assert_eq!(parse_keys("ctrl-home"), Ok(vec![ctrl_home]));
    }

    #[test]
    fn what_is_no_key_is_refused_and_named() {
        for text in ["", "F0", "F13", "Hyper-x", "Ctrl-Ctrl-x", "Entr", "F5x"] {
            assert!(parse_keys(text).is_err(), "{text}");
        }
        assert_eq!(parse_keys("g Hyper-x"), Err(BadKey("Hyper-x".into())));
    }

    fn any_key() -> impl Strategy<Value = KeyPress> {
        let named = prop::sample::select(NAMED.map(|(key, _)| key).to_vec());
        let code = prop_oneof![
            named,
            (1u8..=12).prop_map(Key::F),
            prop::char::range('!', '~').prop_map(Key::Char),
            Just(Key::BackTab),
        ];
        (code, any::<bool>(), any::<bool>(), any::<bool>())
            .prop_map(|(code, ctrl, alt, shift)| KeyPress { code, ctrl, alt, shift }.canonical())
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(keys in prop::collection::vec(any_key(), 1..4)) {
            prop_assert_eq!(parse_keys(&print_keys(&keys)), Ok(keys));
        }

        #[test]
        fn no_text_panics(text in any::<String>()) {
            _ = parse_keys(&text);
        }
    }
}
