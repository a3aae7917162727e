//! The forms in which a list of what is handed over leaves the house: one file each, over one grid.

mod docx;
mod html;
mod markdown;
mod text;
mod xlsx;

use super::FormatError;
use crate::report::HandingList;

/// A form of the list: values in, bytes out, the same bytes for the same values.
#[derive(Debug, Clone, Copy)]
pub struct HandingFormat {
    /// Its name on the command line (`--format NAME`).
    pub name: &'static str,
    /// The extension of its files, without the dot.
    pub extension: &'static str,
    /// Whether the bytes are unfit for a terminal.
    pub is_binary: bool,
    render: fn(&HandingList) -> Result<Vec<u8>, FormatError>,
}

impl HandingFormat {
    /// The whole document.
    ///
    /// # Errors
    /// The writer of the format refused.
    pub fn render(self, list: &HandingList) -> Result<Vec<u8>, FormatError> {
        (self.render)(list)
    }

    /// The form of a name or of an extension; upper and lower case of the extension are one.
    pub fn of(word: &str) -> Option<Self> {
        let fits = |format: &Self| format.name == word || format.extension.eq_ignore_ascii_case(word);
        HANDING_FORMATS.into_iter().find(fits)
    }
}

/// All forms, the default one first.
pub const HANDING_FORMATS: [HandingFormat; 5] = [
    HandingFormat { name: "text", extension: "txt", is_binary: false, render: |list| Ok(text::render(list)) },
    HandingFormat { name: "docx", extension: "docx", is_binary: true, render: docx::render },
    HandingFormat { name: "xlsx", extension: "xlsx", is_binary: true, render: xlsx::render },
    HandingFormat {
        name: "html",
        extension: "html",
        is_binary: false,
        render: |list| Ok(html::render(list)),
    },
    HandingFormat {
        name: "markdown",
        extension: "md",
        is_binary: false,
        render: |list| Ok(markdown::render(list)),
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::handing::sample;

    #[test]
    fn the_same_list_gives_the_same_bytes_in_every_format() {
        for format in HANDING_FORMATS {
            assert_eq!(format.render(&sample()).unwrap(), format.render(&sample()).unwrap());
            assert_eq!(HandingFormat::of(format.extension).unwrap().name, format.name);
        }
        assert!(HandingFormat::of("pdf").is_none());
    }

    #[test]
    fn what_is_text_has_every_case_both_clerks_the_counts_and_the_signatures() {
        for name in ["text", "html", "markdown"] {
            let bytes = HandingFormat::of(name).unwrap().render(&sample()).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            for wanted in ["2026-001", "2026-003", "张敏", "李强", "共 3 件", "监交人", "尚未收到"]
            {
                assert!(text.contains(wanted), "{name}: {wanted}\n{text}");
            }
        }
    }

    #[test]
    fn an_empty_list_says_so_in_every_format() {
        let empty = HandingList { cases: Vec::new(), ..sample() };
        for format in HANDING_FORMATS {
            let bytes = format.render(&empty).unwrap();
            assert!(!bytes.is_empty(), "{}", format.name);
        }
        let text = String::from_utf8(HANDING_FORMATS[0].render(&empty).unwrap()).unwrap();
        assert!(text.contains("没有未办结的申请"), "{text}");
    }

    #[test]
    fn foreign_text_becomes_no_markup() {
        let html = String::from_utf8(HandingFormat::of("html").unwrap().render(&sample()).unwrap()).unwrap();
        assert!(html.contains("张三&lt;甲&gt;"));
        let markdown =
            String::from_utf8(HandingFormat::of("markdown").unwrap().render(&sample()).unwrap()).unwrap();
        assert!(markdown.contains(r"张三\<甲\>"));
    }
}
