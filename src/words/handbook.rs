//! 使用手册, as it stands in `handbook.md`: chapters, sections, paragraphs, lists, commands.

/// The whole text.
pub const TEXT: &str = include_str!("handbook.md");
/// The title of the screen.
pub const TITLE: &str = "使用手册";

/// A chapter: its title and its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chapter {
    /// The title.
    pub title: &'static str,
    /// The text without it.
    pub text: &'static str,
}

/// The chapters, in order.
pub fn chapters() -> Vec<Chapter> {
    let parts = TEXT.split("\n# ").map(|part| part.strip_prefix("# ").unwrap_or(part));
    parts
        .map(|part| {
            let (title, text) = part.split_once('\n').unwrap_or((part, ""));
            Chapter { title: title.trim(), text: text.trim() }
        })
        .collect()
}

/// No chapter has this in its title.
pub fn no_chapter(wanted: &str) -> String {
    let titles: Vec<&str> = chapters().iter().map(|chapter| chapter.title).collect();
    format!("手册没有“{}”一章；各章：{}", crate::text::clean_line(wanted), titles.join("、"))
}

/// A line of the screen: a chapter by its number.
pub fn heading(n: usize, title: &str) -> String {
    format!("{n}  {title}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::has_control;

    #[test]
    fn the_handbook_has_its_chapters_in_plain_text() {
        let chapters = chapters();
        assert_eq!(chapters.len(), 14);
        assert_eq!(chapters.first().map(|chapter| chapter.title), Some("第一天"));
        for chapter in &chapters {
            assert!(!chapter.text.is_empty() && !chapter.title.contains('#'), "{}", chapter.title);
            for line in chapter.text.lines() {
                assert!(!has_control(line) && !line.contains("**") && !line.contains("```"), "{line}");
            }
        }
    }
}
