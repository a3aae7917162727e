//! Measuring and cutting by display width.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands at the end of a text that was cut. ASCII, because `…` is of ambiguous width.
const CUT: &str = "..";

/// The glyphs of a text (grapheme clusters) with the cells each one takes.
///
/// A glyph that holds a control character takes none: it is never painted.
///
/// ```
/// let cells: Vec<_> = gongkai::text::glyphs("a中").collect();
/// assert_eq!(cells, [("a", 1), ("中", 2)]);
/// ```
pub fn glyphs(text: &str) -> impl DoubleEndedIterator<Item = (&str, usize)> {
    text.graphemes(true).map(|glyph| (glyph, glyph_width(glyph)))
}

fn glyph_width(glyph: &str) -> usize {
    if glyph.contains(char::is_control) { 0 } else { glyph.width() }
}

/// The cells a text takes on the screen, glyph by glyph as it is painted.
///
/// ```
/// assert_eq!(gongkai::text::width("政府信息 A4"), 11);
/// ```
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| glyphs(text).map(|(_, cells)| cells).sum())
}

/// The width of a text of plain ASCII and Chinese, which needs no segmentation; nearly all are.
fn plain_width(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |sum: usize, c| match c {
        ' '..='~' => Some(sum + 1),
        '\u{4e00}'..='\u{9fff}' | '\u{3000}'..='\u{3029}' | '\u{ff01}'..='\u{ff5e}' => Some(sum + 2),
        _ => None,
    })
}

/// The text, or as much of it as fits in `max` cells with `..` at the end.
///
/// Never cuts a glyph in half; where a wide one does not fit any more the result is one cell short.
///
/// ```
/// use gongkai::text::truncate;
/// assert_eq!(truncate("政府信息", 8), "政府信息");
/// assert_eq!(truncate("政府信息", 7), "政府..");
/// ```
pub fn truncate(text: &str, max: usize) -> Cow<'_, str> {
    if width(text) <= max {
        return Cow::Borrowed(text);
    }
    let room = max.saturating_sub(CUT.len());
    let mut cut = String::with_capacity(text.len().min(max * 3));
    let mut used = 0;
    for (glyph, cells) in glyphs(text) {
        if used + cells > room {
            break;
        }
        cut.push_str(glyph);
        used += cells;
    }
    cut.extend(CUT.chars().take(max));
    Cow::Owned(cut)
}

/// The text, or as much of its end as fits in `max` cells with `..` before it: what tells numbers apart stands
/// at their end.
///
/// ```
/// use gongkai::text::truncate_start;
/// assert_eq!(truncate_start("青资公〔2026〕12号", 14), "..〔2026〕12号");
/// assert_eq!(truncate_start("2026-001", 14), "2026-001");
/// ```
pub fn truncate_start(text: &str, max: usize) -> Cow<'_, str> {
    if width(text) <= max {
        return Cow::Borrowed(text);
    }
    let room = max.saturating_sub(CUT.len());
    let mut kept: Vec<&str> = Vec::new();
    let mut used = 0;
    for (glyph, cells) in glyphs(text).rev() {
        if used + cells > room {
            break;
        }
        kept.push(glyph);
        used += cells;
    }
    let cut: String = CUT.chars().take(max).collect();
    Cow::Owned(std::iter::once(cut.as_str()).chain(kept.into_iter().rev()).collect())
}

/// The text in exactly `cells` cells: filled with spaces, or cut as [`truncate`] cuts.
///
/// ```
/// assert_eq!(gongkai::text::pad("公开", 6), "公开  ");
/// assert_eq!(gongkai::text::pad("政府信息", 7), "政府.. ");
/// ```
pub fn pad(text: &str, cells: usize) -> String {
    let mut padded = truncate(text, cells).into_owned();
    let missing = cells.saturating_sub(width(&padded));
    padded.extend(std::iter::repeat_n(' ', missing));
    padded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_chinese_character_takes_two_cells_and_an_ambiguous_one_takes_one() {
        assert_eq!(width("〔2025〕第1号"), 13);
        assert_eq!(width("“公开”"), 6);
        assert_eq!(width("①"), 1);
        assert_eq!(width(""), 0);
    }

    #[test]
    fn a_combining_mark_and_a_control_character_take_no_cell() {
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("a\u{1b}b"), 2);
    }

    #[test]
    fn a_text_that_fits_is_not_copied() {
        assert!(matches!(truncate("公开", 4), Cow::Borrowed("公开")));
    }

    #[test]
    fn a_cut_in_very_few_cells_keeps_to_them() {
        assert_eq!(truncate("公开", 3), "..");
        assert_eq!(truncate("公开", 2), "..");
        assert_eq!(truncate("公开", 1), ".");
        assert_eq!(truncate("公开", 0), "");
    }

    #[test]
    fn a_cut_does_not_separate_a_mark_from_its_letter() {
        assert_eq!(truncate("ae\u{301}iou", 4), "ae\u{301}..");
    }

    proptest! {
        #[test]
        fn truncating_never_exceeds_the_width(text in "\\PC*", max in 0_usize..40) {
            prop_assert!(width(&truncate(&text, max)) <= max);
        }

        #[test]
        fn truncating_chinese_wastes_one_cell_at_most(text in "[ -~一-龥（）]{0,40}", max in 2_usize..60) {
            let cut = truncate(&text, max);
            prop_assert!(*cut == text || width(&cut) + 1 >= max);
        }

        #[test]
        fn padding_gives_exactly_the_width(text in "[ -~一-龥（）“”e\u{301}]{0,40}", cells in 0_usize..60) {
            prop_assert_eq!(width(&pad(&text, cells)), cells);
        }

        #[test]
        fn the_short_way_measures_like_the_long_one(text in "[ -~一-鿿\u{3000}-\u{3029}！-～]{0,40}") {
            let long: usize = glyphs(&text).map(|(_, cells)| cells).sum();
            prop_assert_eq!(plain_width(&text), Some(long));
        }
    }
}
