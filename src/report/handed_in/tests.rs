use super::super::{Stated, samples};
use super::*;

fn read(organ: &str) -> ReadReport {
    let tables = YearTables { organ: Some(organ.to_owned()), ..samples::named() };
    ReadReport { organ: Some(organ.to_owned()), year: Some(2025), tables, ..ReadReport::default() }
}

fn file(name: &str, read: ReadReport) -> HandedIn {
    HandedIn { file: name.to_owned(), read: Ok(read) }
}

fn broken(organ: &str) -> ReadReport {
    let mut read = read(organ);
    read.tables.table4.review[4] = Stated::number(7);
    read
}

#[test]
fn what_is_broken_late_twice_or_unreadable_goes_back_with_its_reason() {
    let sorted = sort_out(
        2025,
        vec![
            file("甲.json", read("甲局")),
            file("乙.json", broken("乙局")),
            file("甲二.json", read("甲 局")),
            file("丙.json", ReadReport { year: Some(2024), ..read("丙局") }),
            HandedIn { file: "丁局.pdf".into(), read: Err("读不了".into()) },
        ],
    );
    assert_eq!(sorted.taken.len(), 1);
    let rules = |returned: &Returned| match &returned.faults[..] {
        [Fault::Rule(finding)] => finding.rule,
        _ => "",
    };
    assert_eq!(rules(&sorted.returned[0]), "V5");
    assert_eq!(sorted.returned[1].faults, [Fault::SameOrgan { file: "甲.json".into() }]);
    assert_eq!(sorted.returned[2].faults, [Fault::OtherYear(2024)]);
    assert_eq!(sorted.returned[3].faults, [Fault::Unread("读不了".into())]);
}

#[test]
fn the_correction_of_a_file_that_went_back_counts() {
    let sorted = sort_out(2025, vec![file("旧.json", broken("乙局")), file("新.json", read("乙局"))]);
    assert_eq!((sorted.taken[0].file.as_str(), sorted.returned.len()), ("新.json", 1));
    assert_eq!(roster(&["乙局"], &sorted)[0].state, State::Taken("新.json"));
}

#[test]
fn the_roster_says_of_each_organ_what_became_of_it_and_whom_it_does_not_know() {
    let sorted = sort_out(
        2025,
        vec![
            file("1.json", read("甲局")),
            HandedIn { file: "戊局/丁局.pdf".into(), read: Err("读不了".into()) },
            file("9.json", read("外局")),
        ],
    );
    let organs = ["甲局", "丁局", "戊局"];
    let lines = roster(&organs, &sorted);
    assert_eq!(lines[0].state, State::Taken("1.json"));
    assert!(matches!(lines[1].state, State::Returned(back) if back.file == "戊局/丁局.pdf"));
    assert_eq!(lines[2].state, State::Missing);
    assert_eq!(beyond_roster(&organs, &sorted), ["9.json"]);
}
