//! What differs between the tables of a year as published and as the records give them now.

use super::YearTables;
use super::places::{Placed, table2_cells, table3_cells, table4_cells};

/// A cell that differs from what was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where, in words: 表三 （一）予以公开 自然人
    pub place: String,
    /// What was published.
    pub published: String,
    /// What the records say now.
    pub now: String,
}

/// The cells of `now` whose figures are not those of `published`, in the order of the tables; notes beside
/// them do not count.
pub fn differences(published: &YearTables, now: &YearTables) -> Vec<Difference> {
    let differing = |(was, is): (Placed, Placed)| {
        (was.stated.cell != is.stated.cell).then(|| Difference {
            place: was.place,
            published: was.stated.cell.text(),
            now: is.stated.cell.text(),
        })
    };
    let table2 = table2_cells(published).into_iter().zip(table2_cells(now));
    let table3 = table3_cells(published).zip(table3_cells(now));
    let table4 = table4_cells(published).zip(table4_cells(now));
    table2.chain(table3).chain(table4).filter_map(differing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Column3, Row3, Stated, samples};

    #[test]
    fn a_cell_that_moved_is_named_with_both_figures() {
        let published = samples::named();
        let mut now = published.clone();
        now.table3.set(Row3::New, Column3::Sum, Stated::number(14_070));
        now.table4.review[3] = Stated::number(99);
        let found = differences(&published, &now);
        let places: Vec<&str> = found.iter().map(|one| one.place.as_str()).collect();
        assert_eq!(places.len(), 2, "{places:?}");
        assert_eq!((found[0].published.as_str(), found[0].now.as_str()), ("14069", "14070"));
        assert_eq!(differences(&published, &published), []);
    }
}
