//! 交接清单: the open cases of a clerk as they are handed to another, on paper.
//!
//! No rule prescribes it; offices write one when a clerk leaves or goes on leave \[D\]. Numbers of identity and
//! telephone are not in it.

use jiff::civil::Date;

use super::grid::{Align, Grid};
use crate::words::report::handing as words;

/// Columns of the list.
pub const HANDING_COLUMNS: usize = 10;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandingList {
    /// The organ.
    pub organ: String,
    /// The day on which it was made.
    pub on: Date,
    /// Who handles the cases.
    pub from: String,
    /// Who takes them over; empty where that is written in by hand.
    pub to: String,
    /// The cases, the first due first.
    pub cases: Vec<HandingCase>,
}

/// A case of the list, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandingCase {
    /// 编号
    pub no: String,
    /// 收到日期
    pub received: Option<Date>,
    /// 申请人
    pub applicant: String,
    /// 标题, else the beginning of what is asked for.
    pub title: String,
    /// 状态
    pub status: String,
    /// 当前事项: what is due next.
    pub doing: String,
    /// 到期日 of the answer; `None` while no term runs.
    pub due: Option<Date>,
    /// Working days left, negative when overdue.
    pub left: Option<i32>,
    /// 承办科室
    pub unit: String,
    /// What is awaited, and from when.
    pub note: String,
}

impl HandingList {
    /// `<机关>政府信息公开申请交接清单`
    pub fn title(&self) -> String {
        format!("{}{}", self.organ, words::TITLE)
    }

    /// What stands under the title: the day, from whom to whom, how many.
    pub(crate) fn head(&self) -> [String; 2] {
        [words::parties(&self.from, &self.to, self.on), self.counts()]
    }

    /// How many cases there are, and how many of them press.
    pub fn counts(&self) -> String {
        let overdue = self.cases.iter().filter(|case| case.left.is_some_and(|left| left < 0)).count();
        let soon = self.cases.iter().filter(|case| case.left.is_some_and(|left| (0..=3).contains(&left)));
        let waiting = self.cases.iter().filter(|case| case.due.is_none()).count();
        words::counts(self.cases.len(), overdue, soon.count(), waiting)
    }

    /// The lines for the signatures.
    pub(crate) fn signatures() -> [String; 3] {
        [words::signature(words::HANDING), words::signature(words::TAKING), words::signature(words::WATCHING)]
    }

    /// The cells of a case, in the order of the headings.
    pub(crate) fn cells(case: &HandingCase) -> [String; HANDING_COLUMNS] {
        let day = |on: Option<Date>| on.map(|on| on.to_string()).unwrap_or_default();
        [
            case.no.clone(),
            day(case.received),
            case.applicant.clone(),
            case.title.clone(),
            case.status.clone(),
            case.doing.clone(),
            day(case.due),
            case.left.map(|left| left.to_string()).unwrap_or_default(),
            case.unit.clone(),
            case.note.clone(),
        ]
    }

    /// The list as a grid: headings, then a row a case.
    pub(crate) fn grid(&self) -> Grid {
        let mut grid = Grid::sized(self.cases.len() + 1, HANDING_COLUMNS, 1, 0);
        for (at, label) in words::COLUMNS.into_iter().enumerate() {
            grid.label((0, at), (1, 1), label);
        }
        for (row, case) in (1..).zip(&self.cases) {
            for (at, text) in Self::cells(case).into_iter().enumerate() {
                // Days and numbers stand in the middle, what is read from left to right to the left.
                let align = if matches!(at, 1 | 4 | 6 | 7) { Align::Center } else { Align::Left };
                grid.text((row, at), text, align);
            }
        }
        grid
    }
}

#[cfg(test)]
pub(crate) fn sample() -> HandingList {
    use jiff::civil::date;
    let case = |no: &str, due, left, note: &str| HandingCase {
        no: no.into(),
        received: Some(date(2026, 3, 2)),
        applicant: "张三<甲>".into(),
        title: "2025年度预算执行情况".into(),
        status: "办理中".into(),
        doing: "答复".into(),
        due,
        left,
        unit: "规划科".into(),
        note: note.into(),
    };
    HandingList {
        organ: "某县人民政府".into(),
        on: date(2026, 3, 27),
        from: "张敏".into(),
        to: "李强".into(),
        cases: vec![
            case("2026-001", Some(date(2026, 3, 26)), Some(-1), ""),
            case("2026-002", Some(date(2026, 3, 30)), Some(1), "2026-03-09 向甲公司征求意见，尚未收到"),
            case("2026-003", None, None, "2026-03-10 告知补正，期限至 2026-04-10"),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_whose_cases_go_to_whom_and_how_many_press() {
        let list = sample();
        assert_eq!(list.title(), "某县人民政府政府信息公开申请交接清单");
        let [parties, counts] = list.head();
        assert!(parties.contains("张敏") && parties.contains("李强") && parties.contains("2026年3月27日"));
        assert_eq!(counts, "共 3 件：超期 1 件，三个工作日内到期 1 件，期限未起算或中止的 1 件");
    }

    #[test]
    fn a_receiver_who_is_not_known_yet_is_left_to_be_written_in() {
        let [parties, _] = HandingList { to: String::new(), ..sample() }.head();
        assert!(parties.contains("接收人：＿"), "{parties}");
    }

    #[test]
    fn the_grid_has_a_row_a_case_under_its_headings() {
        let grid = sample().grid();
        assert_eq!((grid.rows, grid.columns), (4, HANDING_COLUMNS));
        grid.owners().unwrap();
    }
}
