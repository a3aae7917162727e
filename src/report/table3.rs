//! Table 3 as our own counters give it: leaf figures only, every sum computed.

use super::{Column3, Row3, Stated, StatedTable3};
use crate::law::{ApplicantKind, OutcomeRow};

/// One figure for each kind of applicant, in the order of the columns.
pub type Counts = [u64; 6];

/// Table 3 of a year or a period, in 件. Sums saturate: no office counts near 2^64.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table3 {
    /// 一、本年新收
    pub new: Counts,
    /// 二、上年结转
    pub carried_in: Counts,
    /// 三、本年度办理结果: the 21 leaf rows in the order of [`OutcomeRow::ALL`]
    pub results: [Counts; 21],
    /// 四、结转下年度继续办理
    pub carried_out: Counts,
}

impl Table3 {
    /// The table of these figures, whether they balance or not.
    pub const fn new(new: Counts, carried_in: Counts, results: [Counts; 21], carried_out: Counts) -> Self {
        Self { new, carried_in, results, carried_out }
    }

    /// The table whose last row follows from the others: carried out = new + carried in - results. None if
    /// more was concluded in a column than ever came in.
    pub fn from_counters(new: Counts, carried_in: Counts, results: [Counts; 21]) -> Option<Self> {
        let mut table = Self { new, carried_in, results, carried_out: [0; 6] };
        let mut carried_out = [0; 6];
        for (out, balance) in carried_out.iter_mut().zip(table.balance()) {
            *out = u64::try_from(balance).ok()?;
        }
        table.carried_out = carried_out;
        Some(table)
    }

    /// （七）总计 of every column.
    pub fn totals(&self) -> Counts {
        self.results.iter().fold([0; 6], |sums, row| added(&sums, row))
    }

    /// What comes in minus what goes out, a column: all 0 in a balanced table (第一项加第二项之和，等于
    /// 第三项加第四项之和).
    pub fn balance(&self) -> [i128; 6] {
        let totals = self.totals();
        ApplicantKind::ALL.map(|kind| {
            let of = |counts: &Counts| i128::from(at(counts, kind));
            of(&self.new) + of(&self.carried_in) - of(&totals) - of(&self.carried_out)
        })
    }

    /// The cell-wise sum of two organs' tables.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        let mut results = self.results;
        for (sum, row) in results.iter_mut().zip(&other.results) {
            *sum = added(sum, row);
        }
        Self {
            new: added(&self.new, &other.new),
            carried_in: added(&self.carried_in, &other.carried_in),
            results,
            carried_out: added(&self.carried_out, &other.carried_out),
        }
    }

    /// The six figures of a row.
    pub fn row(&self, row: Row3) -> Counts {
        match row {
            Row3::New => self.new,
            Row3::CarriedIn => self.carried_in,
            Row3::Result(row) => self.result(row),
            Row3::Total => self.totals(),
            Row3::CarriedOut => self.carried_out,
        }
    }

    /// The six figures of a result.
    pub fn result(&self, row: OutcomeRow) -> Counts {
        self.results.get(row.index()).copied().unwrap_or_default()
    }

    /// The figure of a row in a column, sums included.
    pub fn figure(&self, row: Row3, column: Column3) -> u64 {
        let counts = self.row(row);
        match column {
            Column3::Kind(kind) => at(&counts, kind),
            Column3::Sum => counts.iter().fold(0, |sum, count| sum.saturating_add(*count)),
        }
    }

    /// The table as it is stated on paper, with its sums.
    pub fn stated(&self) -> StatedTable3 {
        StatedTable3::from_fn(|row, column| Stated::number(self.figure(row, column)))
    }
}

fn at(counts: &Counts, kind: ApplicantKind) -> u64 {
    counts.get(kind.column()).copied().unwrap_or_default()
}

fn added(left: &Counts, right: &Counts) -> Counts {
    ApplicantKind::ALL.map(|kind| at(left, kind).saturating_add(at(right, kind)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn counts() -> impl Strategy<Value = Counts> {
        prop::array::uniform6(0_u64..1_000_000)
    }

    fn results() -> impl Strategy<Value = [Counts; 21]> {
        prop::collection::vec(counts(), 21).prop_map(|rows| rows.try_into().unwrap())
    }

    proptest! {
        #[test]
        fn a_table_from_counters_balances_or_does_not_exist(new in counts(), carried in counts(), results in results()) {
            let inflow = added(&new, &carried);
            match Table3::from_counters(new, carried, results) {
                Some(table) => prop_assert_eq!(table.balance(), [0; 6]),
                None => prop_assert!(
                    Table3::new(new, carried, results, [0; 6]).totals().iter().zip(inflow).any(|(out, inn)| *out > inn)
                ),
            }
        }

        #[test]
        fn the_sum_of_two_tables_has_the_sum_of_their_balances(
            new in counts(), carried in counts(), results in results(), out in counts()
        ) {
            let one = Table3::new(new, carried, results, out);
            let other = Table3::new(carried, out, results, new);
            let sums: Vec<i128> = one.balance().iter().zip(other.balance()).map(|(a, b)| a + b).collect();
            let both = one.plus(&other);
            prop_assert_eq!(both.balance().to_vec(), sums);
            prop_assert_eq!(both.stated().leaves(), Some(both));
        }
    }
}
