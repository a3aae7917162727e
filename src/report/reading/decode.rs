//! Bytes of unknown encoding as text: UTF-8, UTF-16 with its mark, GBK and GB18030.

use encoding_rs::{Encoding, GB18030, UTF_8};
use memchr::memmem;

/// How far into a page its encoding is looked for.
const HEAD: usize = 4096;

/// A text, and whether every byte of it could be read.
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) garbled: bool,
}

/// Plain text: valid UTF-8 is UTF-8, anything else GB18030 (which holds GBK).
pub(super) fn text(bytes: &[u8]) -> Decoded {
    decode(bytes, GB18030)
}

/// A page: as [`text`], but a page that is not UTF-8 is taken as what it calls itself.
pub(super) fn markup(bytes: &[u8]) -> Decoded {
    decode(bytes, declared(bytes).filter(|encoding| *encoding != UTF_8).unwrap_or(GB18030))
}

fn decode(bytes: &[u8], otherwise: &'static Encoding) -> Decoded {
    let encoding = if Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        otherwise
    };
    let (text, _, garbled) = encoding.decode(bytes);
    Decoded { text: text.into_owned(), garbled }
}

/// The encoding after `charset=` or `encoding=` in the head of a page.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(HEAD))?.to_ascii_lowercase();
    [&b"charset"[..], b"encoding"].into_iter().find_map(|key| {
        let after = head.get(memmem::find(&head, key)? + key.len()..)?.trim_ascii_start();
        let value = after.strip_prefix(b"=")?.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
        let end = value.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.".contains(byte));
        Encoding::for_label(value.get(..end.unwrap_or(value.len()))?)
    })
}

#[cfg(test)]
mod tests {
    use encoding_rs::GBK;

    use super::*;

    #[test]
    fn a_page_is_read_in_the_encoding_it_is_in() {
        let page = "<meta charset=\"gb2312\"><p>总体情况</p>";
        assert_eq!(markup(page.as_bytes()).text, page);
        let (bytes, ..) = GBK.encode(page);
        assert_eq!(markup(&bytes).text, page);
        let (big5, ..) = encoding_rs::BIG5.encode("<meta charset=big5><p>總體</p>");
        assert!(markup(&big5).text.contains("總體"));
        assert_eq!(text("\u{feff}总体".as_bytes()).text, "总体");
        assert_eq!(text(b"\xFF\xFE\x3B\x60").text, "总");
        assert!(text(b"\xFF\xFF\xFF").garbled);
    }
}
