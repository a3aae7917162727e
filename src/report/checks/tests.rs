use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::law::ApplicantKind;
use crate::report::{Cell, Column3, Row3, Stated, WanYuan, merge, samples};

fn rules(findings: &[Finding]) -> BTreeSet<&'static str> {
    findings.iter().map(|finding| finding.rule).collect()
}

/// All cells of table 3 that hold figures.
fn table3_slots() -> impl Iterator<Item = (Row3, Column3)> {
    Row3::all().flat_map(|row| Column3::all().map(move |column| (row, column)))
}

fn raised(stated: &Stated) -> Stated {
    Stated::number(stated.cell.count().unwrap() + 1)
}

#[test]
fn the_published_tables_are_clean_under_every_rule() {
    let (tables, previous) = (samples::published(), samples::previous());
    let recount = tables.table3.leaves().unwrap();
    let check = Check { previous: Some(&previous), recount: Some(&recount), ..Check::new(&tables) };
    assert_eq!(check.run(), []);
    assert_eq!(findings_text(&check.run()), "");
    assert_eq!(findings_json(&[]), json!([]));
}

#[test]
fn a_figure_of_table_3_that_is_one_too_high_is_found_by_the_rules_it_takes_part_in() {
    for (row, column) in table3_slots() {
        let mut tables = samples::published();
        let wrong = raised(tables.table3.at(row, column));
        tables.table3.set(row, column, wrong);
        let expected = match row {
            Row3::New | Row3::CarriedIn | Row3::CarriedOut => BTreeSet::from(["V1", "V3"]),
            Row3::Result(_) => BTreeSet::from(["V2", "V3"]),
            Row3::Total => BTreeSet::from(["V1", "V2", "V3"]),
        };
        let findings = Check::new(&tables).run();
        assert_eq!(rules(&findings), expected, "{row:?} {column:?}");
        assert_eq!(findings.len(), expected.len());
        assert!(findings.iter().all(|finding| finding.severity == Severity::Error));
    }
}

#[test]
fn a_figure_of_table_4_that_is_one_too_high_is_found_by_v5_in_its_group() {
    for group in 0..3 {
        for column in 0..5 {
            let mut tables = samples::published();
            let table = &mut tables.table4;
            let cells = [&mut table.review, &mut table.direct_suit, &mut table.suit_after_review];
            let cell = &mut cells.into_iter().nth(group).unwrap()[column];
            *cell = raised(cell);
            let findings = Check::new(&tables).run();
            assert_eq!(rules(&findings), BTreeSet::from(["V5"]));
            assert_eq!(findings.len(), 1);
        }
    }
}

#[test]
fn every_cell_of_the_three_tables_that_is_no_figure_is_found_by_v7_alone() {
    let json = samples::published_json();
    let mut pointers: Vec<String> = Vec::new();
    for document in ["规章", "行政规范性文件"] {
        pointers.extend((0..3).map(|column| format!("/table2/{document}/{column}")));
    }
    for key in ["行政许可", "行政处罚", "行政强制", "行政事业性收费_万元"] {
        pointers.push(format!("/table2/{key}"));
    }
    for row in 0..25 {
        pointers.extend((0..7).map(|column| format!("/table3/rows/{row}/values/{column}")));
    }
    for group in ["review", "direct_suit", "suit_after_review"] {
        pointers.extend((0..5).map(|column| format!("/table4/{group}/{column}")));
    }
    assert_eq!(pointers.len(), 6 + 4 + 175 + 15);
    for pointer in pointers {
        for value in [json!(null), json!("/"), json!("-"), json!(-1), json!("1件")] {
            let mut json = json.clone();
            *json.pointer_mut(&pointer).unwrap() = value;
            let tables = crate::report::from_json(json.to_string().as_bytes()).unwrap();
            let findings = Check::new(&tables).run();
            assert_eq!(rules(&findings), BTreeSet::from(["V7"]), "{pointer}");
            assert_eq!(findings.len(), 1, "{pointer}");
        }
    }
}

#[test]
fn regulations_may_be_struck_out_where_it_is_agreed() {
    let mut tables = samples::published();
    tables.table2.documents[0] = [(); 3].map(|()| Cell::Text("/".to_owned()).into());
    let strict = Check::new(&tables);
    assert_eq!(strict.run().len(), 3);
    assert_eq!(Check { regulations_struck_out: true, ..strict }.run(), []);
}

#[test]
fn every_column_of_carried_cases_must_follow_from_the_year_before() {
    for column in Column3::all() {
        let (tables, mut previous) = (samples::published(), samples::previous());
        let wrong = raised(previous.table3.at(Row3::CarriedOut, column));
        previous.table3.set(Row3::CarriedOut, column, wrong);
        let check = Check { previous: Some(&previous), ..Check::new(&tables) };
        let findings = check.run();
        assert_eq!(rules(&findings), BTreeSet::from(["V4"]));
        assert_eq!(findings[0].severity, Severity::Error);
        let recorded = Check { difference_recorded: true, ..check }.run();
        assert_eq!(recorded[0].severity, Severity::Warning);
    }
}

#[test]
fn documents_that_do_not_follow_from_the_year_before_are_a_warning() {
    let (tables, mut previous) = (samples::published(), samples::previous());
    previous.table2.documents[1][2] = Stated::number(1);
    let findings = Check { previous: Some(&previous), ..Check::new(&tables) }.run();
    assert_eq!((findings[0].rule, findings[0].severity), ("V8", Severity::Warning));
    assert_eq!(findings[0].right, "1 + 564 - 984 = -419");
}

#[test]
fn charges_that_leap_a_hundredfold_are_a_warning() {
    let (mut tables, previous) = (samples::published(), samples::previous());
    tables.table2.charges = Stated::amount(WanYuan::parse("3164410000").unwrap());
    let findings = Check { previous: Some(&previous), ..Check::new(&tables) }.run();
    assert_eq!((findings[0].rule, findings[0].severity), ("V22", Severity::Warning));
}

#[test]
fn every_leaf_that_differs_from_the_recount_is_found_by_v16() {
    let tables = samples::published();
    let recount = tables.table3.leaves().unwrap();
    for kind in ApplicantKind::ALL {
        let place = kind.column();
        let mut counts: Vec<Table3> = vec![recount.clone(); 24];
        counts[0].new[place] += 1;
        counts[1].carried_in[place] += 1;
        counts[2].carried_out[place] += 1;
        for (row, count) in counts.iter_mut().skip(3).enumerate() {
            count.results[row][place] += 1;
        }
        for recount in &counts {
            let findings = Check { recount: Some(recount), ..Check::new(&tables) }.run();
            assert_eq!(rules(&findings), BTreeSet::from(["V16"]));
            assert_eq!(findings.len(), 1);
        }
    }
}

#[test]
fn a_whole_that_is_not_the_sum_of_its_parts_is_found_cell_by_cell() {
    let part = samples::published();
    let sum = merge(2025, "测试市", &[part.clone(), part.clone()]).unwrap();
    let mut whole = sum.clone();
    assert_eq!(aggregate(&whole, &sum), []);
    whole.table2.licences = Stated::number(1);
    let findings = aggregate(&whole, &sum);
    assert_eq!((findings.len(), findings[0].rule), (1, "V15"));
    assert_eq!(findings[0].place, "表二 行政许可 本年处理决定数量");
}

#[test]
fn a_finding_says_where_and_what_in_one_line_and_in_json() {
    let mut tables = samples::published();
    let commercial = Column3::Kind(ApplicantKind::Commercial);
    tables.table3.set(Row3::CarriedOut, commercial, Stated::number(5));
    let findings = Check::new(&tables).run();
    assert_eq!(
        findings_json(&findings)[0],
        json!({
            "rule": "V1",
            "severity": "error",
            "place": "表三 商业企业列",
            "left": "252 + 6 = 258",
            "right": "252 + 5 = 257",
            "message": "本年新收加上年结转 252 + 6 = 258，总计加结转下年度 252 + 5 = 257，两边应相等",
            "target": "table3/*/commercial",
        })
    );
    assert_eq!(findings_text(&findings).lines().count(), 2);
}
