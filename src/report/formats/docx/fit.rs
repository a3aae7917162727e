//! What fits where: the looks of the three tables, the lines a label takes, the rows that fill a page.

use textwrap::core::display_width;

use crate::report::{Align, Grid, GridCell, Part};

/// White to both sides of a cell's text, in twips.
pub(super) const PADDING: usize = 40;
/// The lowest row of table 3, in twips: one line of 小五 and a little air.
const LOWEST: usize = 270;
/// The smallest letters, in half-points: a figure is made smaller rather than broken.
const SMALLEST: usize = 10;

/// How a table is set. Lengths in twips (1/20 point); the widths add up to the 156 mm of the text.
pub(super) struct Look {
    /// The widths of its columns.
    pub(super) widths: &'static [usize],
    /// The style of its paragraphs.
    pub(super) style: &'static str,
    /// The size of its letters, in half-points.
    pub(super) half_points: usize,
    /// The pitch of its lines.
    pub(super) line: usize,
    /// The least height of its rows.
    pub(super) row: usize,
    /// Its rows stand on one page.
    pub(super) together: bool,
}

/// 五号, four columns.
const TABLE2: Look = Look {
    widths: &[2_905, 1_980, 1_980, 1_980],
    style: "TableText",
    half_points: 21,
    line: 300,
    row: 440,
    together: true,
};
/// 小五, three columns of labels and seven of figures.
const TABLE3: Look = Look {
    widths: &[640, 860, 2_760, 700, 640, 640, 640, 640, 640, 685],
    style: "TableSmall",
    half_points: 18,
    line: 240,
    row: 330,
    together: true,
};
/// 小五, fifteen columns of figures.
const TABLE4: Look = Look {
    widths: &[590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 589, 589, 589, 589, 589],
    style: "TableSmall",
    half_points: 18,
    line: 240,
    row: 400,
    together: true,
};

impl Look {
    /// How the table of a part is set.
    pub(super) const fn of(part: Part) -> Self {
        match part {
            Part::Disclosure => TABLE2,
            Part::Disputes => TABLE4,
            _ => TABLE3,
        }
    }

    /// How a list of any length is set: 小五, its rows broken over pages, its heading on each.
    pub(super) const fn of_list(widths: &'static [usize]) -> Self {
        Self { widths, style: "TableSmall", half_points: 18, line: 240, row: 400, together: false }
    }

    /// The width of a cell.
    pub(super) fn width(&self, cell: &GridCell) -> usize {
        self.widths.iter().skip(cell.col).take(cell.colspan).sum()
    }

    /// The width of a text in letters of this size. A column of a terminal is half a glyph.
    fn text_width(text: &str, half_points: usize) -> usize {
        display_width(text) * half_points * 5
    }

    /// The lines that a cell's text takes: glyphs may be broken anywhere, so as many as fit stand in each.
    fn lines(&self, cell: &GridCell) -> usize {
        let glyph = self.half_points * 10;
        let inner = (self.width(cell).saturating_sub(2 * PADDING) / glyph * glyph).max(glyph);
        cell.text()
            .split('\n')
            .map(|line| Self::text_width(line, self.half_points).div_ceil(inner).max(1))
            .sum()
    }

    /// The size, in half-points, in which a figure fits its cell in one line.
    pub(super) fn figure_size(&self, cell: &GridCell) -> usize {
        let wide = Self::text_width(&cell.text(), 1);
        let inner = self.width(cell).saturating_sub(2 * PADDING);
        inner.checked_div(wide).unwrap_or(self.half_points).clamp(SMALLEST, self.half_points)
    }

    /// White to both sides of a heading of one column, so that its glyphs are spread over its lines evenly
    /// (商业 企业, not 商业企 业); None where it needs no more than usual.
    pub(super) fn heading_padding(&self, cell: &GridCell) -> Option<usize> {
        let lines = self.lines(cell);
        if lines < 2 || cell.colspan > 1 || !cell.head() || cell.align != Align::Center {
            return None;
        }
        let glyphs = cell.text().chars().count().div_ceil(lines);
        let wanted = glyphs * self.half_points * 10 + self.half_points * 3;
        let padding = self.width(cell).saturating_sub(wanted) / 2;
        (padding > PADDING).then_some(padding)
    }

    /// The greatest height of rows, at most the usual one, with which a table is no higher than `free`.
    pub(super) fn row_height(&self, grid: &Grid, free: usize) -> Option<usize> {
        let lines: Vec<usize> = (0..grid.rows)
            .map(|row| {
                let cells = grid.cells.iter().filter(|cell| cell.row == row && cell.rowspan == 1);
                cells.map(|cell| self.lines(cell)).max().unwrap_or(1)
            })
            .collect();
        let fits =
            |row: &usize| lines.iter().map(|lines| (lines * self.line).max(*row)).sum::<usize>() <= free;
        (LOWEST..=self.row).rev().step_by(5).find(fits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Column3, Row3, Stated, samples, table3_grid};

    #[test]
    fn the_widths_of_every_table_fill_the_text_area() {
        for part in [Part::Disclosure, Part::Requests, Part::Disputes] {
            assert_eq!(Look::of(part).widths.iter().sum::<usize>(), 8_845);
        }
    }

    #[test]
    fn table_3_fits_a_page_under_its_title_and_even_under_the_title_of_a_period() {
        let grid = table3_grid(&samples::published());
        assert_eq!(TABLE3.row_height(&grid, 12_596 - 560), Some(330));
        assert!(TABLE3.row_height(&grid, 12_596 - 2 * 700 - 3 * 560).is_some());
        assert_eq!(TABLE3.row_height(&grid, 6_000), None);
    }

    #[test]
    fn a_figure_too_wide_for_its_column_is_set_smaller_and_headings_are_balanced() {
        let mut tables = samples::published();
        tables.table3.set(Row3::New, Column3::Sum, Stated::number(1_234_567_890));
        let grid = table3_grid(&tables);
        let cell = |text: &str| grid.cells.iter().find(|cell| cell.text() == text).unwrap();
        assert_eq!(TABLE3.figure_size(cell("1234567890")), 12);
        assert_eq!(TABLE3.figure_size(cell("13612")), 18);
        assert!(TABLE3.heading_padding(cell("商业企业")).is_some());
        assert_eq!(TABLE3.heading_padding(cell("申请人情况")), None);
        assert_eq!(TABLE3.heading_padding(cell("5.要求行政机关确认或重新出具已获取信息")), None);
    }
}
