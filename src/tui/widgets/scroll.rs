//! Which rows of a long list are seen.

use crate::tui::keymap::Action;

/// A selection in a list of `len` rows of which `height` are seen.
///
/// Near an edge the view moves by half a page: scrolling line by line would repaint the whole list at every
/// key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    selected: usize,
    first: usize,
}

impl Scroll {
    /// With this row selected, the list seen from its beginning; [`Scroll::fit`] brings the row into view.
    pub const fn at(selected: usize) -> Self {
        Self { selected, first: 0 }
    }

    /// The selected row, counted in the whole list.
    pub const fn selected(self) -> usize {
        self.selected
    }

    /// The first row that is seen.
    pub const fn first(self) -> usize {
        self.first
    }

    /// The selected row, counted from the first one seen.
    pub const fn row(self) -> usize {
        self.selected.saturating_sub(self.first)
    }

    /// The selection moved by so many rows, within the list.
    #[must_use]
    pub fn moved(self, by: isize, len: usize, height: usize) -> Self {
        let selected = self.selected.saturating_add_signed(by);
        Self { selected, ..self }.fit(len, height)
    }

    /// A whole page up (negative) or down; the selection keeps its row.
    #[must_use]
    pub fn paged(self, pages: isize, len: usize, height: usize) -> Self {
        let step = pages.saturating_mul(height.max(1).cast_signed());
        let last = len.saturating_sub(height);
        let first = self.first.saturating_add_signed(step).min(last);
        Self { selected: self.selected.saturating_add_signed(step), first }.fit(len, height)
    }

    /// The first row selected.
    #[must_use]
    pub const fn home(self) -> Self {
        Self { selected: 0, first: 0 }
    }

    /// The last row selected.
    #[must_use]
    pub fn end(self, len: usize, height: usize) -> Self {
        Self { selected: len.saturating_sub(1), ..self }.fit(len, height)
    }

    /// The same selection in a list or window of another size.
    #[must_use]
    pub fn fit(self, len: usize, height: usize) -> Self {
        let height = height.max(1);
        let selected = self.selected.min(len.saturating_sub(1));
        let last = len.saturating_sub(height);
        let half = (height / 2).max(1);
        let first = self.first.min(last);
        let first = if selected < first {
            (selected + 1).saturating_sub(half).min(selected)
        } else if selected >= first + height {
            selected + half + 1 - height.min(selected + half + 1)
        } else {
            first
        };
        // Whatever the sizes, the selected row is seen.
        let first = first.min(last).min(selected).max((selected + 1).saturating_sub(height));
        Self { selected, first }
    }

    /// After a movement in a list of `len` rows of which `height` are shown; `None` where the action is none.
    pub(crate) fn by(self, action: Action, len: usize, height: usize) -> Option<Self> {
        Some(match action {
            Action::Up => self.moved(-1, len, height),
            Action::Down => self.moved(1, len, height),
            Action::PageUp => self.paged(-1, len, height),
            Action::PageDown => self.paged(1, len, height),
            Action::Home => self.home(),
            Action::End => self.end(len, height),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn within_the_page_the_view_stays() {
        let mut scroll = Scroll::default();
        for _ in 0..19 {
            scroll = scroll.moved(1, 100, 20);
        }
        assert_eq!((scroll.selected(), scroll.first()), (19, 0));
    }

    #[test]
    fn over_the_edge_the_view_moves_half_a_page() {
        let scroll = Scroll::at(19).fit(100, 20).moved(1, 100, 20);
        assert_eq!((scroll.selected(), scroll.first()), (20, 11));
        let back = scroll.moved(-10, 100, 20);
        assert_eq!((back.selected(), back.first()), (10, 1));
    }

    #[test]
    fn a_page_down_keeps_the_row() {
        let scroll = Scroll::at(3).paged(1, 100, 20);
        assert_eq!((scroll.selected(), scroll.first(), scroll.row()), (23, 20, 3));
        let end = scroll.paged(9, 100, 20);
        assert_eq!((end.selected(), end.first()), (99, 80));
    }

    #[test]
    fn an_empty_list_selects_nothing_wild() {
        assert_eq!(Scroll::at(7).fit(0, 0), Scroll::default());
        assert_eq!(Scroll::default().moved(-3, 0, 10), Scroll::default());
    }

    proptest! {
        #[test]
        fn the_selected_row_is_always_seen(moves in prop::collection::vec((-50isize..50, any::<bool>()), 0..20), len in 1usize..200, height in 1usize..40) {
            let mut scroll = Scroll::default();
            for (by, page) in moves {
                scroll = if page { scroll.paged(by.signum(), len, height) } else { scroll.moved(by, len, height) };
                prop_assert!(scroll.selected() < len);
                prop_assert!(scroll.first() <= scroll.selected() && scroll.row() < height);
                prop_assert!(scroll.first() <= len.saturating_sub(height));
            }
        }
    }
}
