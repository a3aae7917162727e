//! Entities of html: the numbered ones, and those names that occur in Chinese pages.

use std::borrow::Cow;

/// Longest name between `&` and `;` that is looked up.
const LONGEST: usize = 10;

/// The text with its entities replaced; unknown ones stay.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    let Some((before, rest)) = text.split_once('&') else { return Cow::Borrowed(text) };
    let mut out = before.to_owned();
    for piece in rest.split('&') {
        let ends = |letter: char| letter == ';' || !(letter.is_ascii_alphanumeric() || letter == '#');
        let end = piece.find(ends).unwrap_or(piece.len());
        let (name, after) = piece.split_at_checked(end).unwrap_or((piece, ""));
        if let Some(letter) = letter(name).filter(|_| name.len() <= LONGEST) {
            out.push(letter);
            out.push_str(after.strip_prefix(';').unwrap_or(after));
        } else {
            out.push('&');
            out.push_str(piece);
        }
    }
    Cow::Owned(out)
}

fn letter(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        return char::from_u32(code).filter(|letter| *letter != '\0');
    }
    Some(match name {
        "nbsp" => '\u{a0}',
        "ensp" | "emsp" | "thinsp" => ' ',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "rsquo" => '’',
        "laquo" => '«',
        "raquo" => '»',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "middot" => '·',
        "bull" => '•',
        "times" => '×',
        "copy" => '©',
        "yen" => '¥',
        "zwnj" | "zwj" | "shy" => '\u{200b}',
        _ => return None,
    })
}
