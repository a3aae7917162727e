//! A grid as a table: its merges as `rowspan` and `colspan`, and for every figure the ids of the headings
//! it stands under, so that a reader who hears the table loses nothing.

use super::super::FormatError;
use super::super::markup::escaped;
use super::caption;
use crate::report::{Align, Grid, GridCell, Part};

/// The table in a box that scrolls where the screen is narrow.
pub(super) fn table(part: Part, grid: &Grid) -> Result<String, FormatError> {
    let owners = grid.owners()?;
    let table = Table { number: part.index() + 1, grid, owners: &owners };
    let caption = escaped(caption(part));
    let number = table.number;
    let mut html = format!(
        concat!(
            "<div class=\"box table{number}\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n",
            "<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n<caption>{caption}</caption>\n"
        ),
        number = number,
        caption = caption
    );
    html.push_str(&table.columns());
    if grid.head_rows > 0 {
        html.push_str(&format!("<thead>\n{}</thead>\n", table.rows(0, grid.head_rows)));
    }
    html.push_str(&format!("<tbody>\n{}</tbody>\n</table>\n</div>\n", table.rows(grid.head_rows, grid.rows)));
    Ok(html)
}

struct Table<'a> {
    /// The number of the part, the beginning of every id.
    number: usize,
    grid: &'a Grid,
    owners: &'a [Vec<usize>],
}

impl Table<'_> {
    /// Labels and figures are a group of columns each, in the shares of the width that their text needs.
    fn columns(&self) -> String {
        let labels: &[&str] = match self.grid.label_columns {
            3 => &["7%", "9%", "26%"],
            1 => &["31%"],
            _ => &[],
        };
        let figures = self.grid.columns.saturating_sub(labels.len());
        let share = match (labels.len(), figures) {
            (3, _) => "8.2%",
            (1, _) => "23%",
            _ => "6.6%",
        };
        let group = |widths: &[&str]| {
            let columns: Vec<String> =
                widths.iter().map(|width| format!("<col width=\"{width}\">")).collect();
            if columns.is_empty() {
                String::new()
            } else {
                format!("<colgroup>{}</colgroup>\n", columns.concat())
            }
        };
        format!("{}{}", group(labels), group(&vec![share; figures]))
    }

    fn rows(&self, from: usize, to: usize) -> String {
        let mut html = String::new();
        for (row, owners) in self.owners.iter().enumerate().take(to).skip(from) {
            html.push_str("<tr>");
            for (col, owner) in owners.iter().enumerate() {
                let cell = self.grid.cells.get(*owner).filter(|cell| cell.row == row && cell.col == col);
                html.push_str(&cell.map(|cell| self.cell(cell)).unwrap_or_default());
            }
            html.push_str("</tr>\n");
        }
        html
    }

    fn cell(&self, cell: &GridCell) -> String {
        let mut spans = String::new();
        if cell.rowspan > 1 {
            spans.push_str(&format!(" rowspan=\"{}\"", cell.rowspan));
        }
        if cell.colspan > 1 {
            spans.push_str(&format!(" colspan=\"{}\"", cell.colspan));
        }
        let align = match cell.align {
            Align::Left => "left",
            Align::Center => "center",
        };
        let text = escaped(&cell.text()).replace('\n', "<br>");
        if !cell.head() {
            let headers = self.headers(cell).join(" ");
            return format!(
                "<td class=\"figure\"{spans} align=\"{align}\" headers=\"{headers}\">{text}</td>"
            );
        }
        match self.scope(cell) {
            None => format!("<td{spans} align=\"{align}\">{text}</td>"),
            Some(scope) => {
                let id = self.id(cell);
                format!("<th id=\"{id}\" scope=\"{scope}\"{spans} align=\"{align}\">{text}</th>")
            }
        }
    }

    /// What a heading is the heading of; None for the note in the upper left corner of table 3.
    fn scope(&self, cell: &GridCell) -> Option<&'static str> {
        let in_head = cell.row < self.grid.head_rows;
        let in_labels = cell.col + cell.colspan <= self.grid.label_columns;
        match (in_head, in_labels) {
            (true, true) => None,
            (true, false) if cell.colspan > 1 => Some("colgroup"),
            (false, true) if !self.has_figure(cell) => Some("col"),
            (false, true) if cell.rowspan > 1 => Some("rowgroup"),
            (false, true) => Some("row"),
            (_, false) => Some("col"),
        }
    }

    /// Whether a figure stands in a row of the cell. 信息内容 of table 2 has none to its right.
    fn has_figure(&self, cell: &GridCell) -> bool {
        let rows = self.owners.iter().skip(cell.row).take(cell.rowspan).flatten();
        rows.filter_map(|owner| self.grid.cells.get(*owner)).any(|cell| !cell.head())
    }

    /// The headings of a figure: the labels of its row, and those above it up to the figures of the block
    /// before.
    fn headers(&self, figure: &GridCell) -> Vec<String> {
        let slot = |row: usize, col: usize| {
            self.owners
                .get(row)
                .and_then(|owners| owners.get(col))
                .and_then(|owner| self.grid.cells.get(*owner))
        };
        let above = (0..figure.row).rev().filter_map(|row| slot(row, figure.col));
        let mut above: Vec<&GridCell> =
            above.skip_while(|cell| !cell.head()).take_while(|cell| cell.head()).collect();
        above.reverse();
        let left = (0..figure.col).filter_map(|col| slot(figure.row, col)).filter(|cell| cell.head());
        let mut ids: Vec<String> = Vec::new();
        for cell in above.into_iter().chain(left) {
            let id = self.id(cell);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    fn id(&self, cell: &GridCell) -> String {
        format!("t{}-{}-{}", self.number, cell.row + 1, cell.col + 1)
    }
}
