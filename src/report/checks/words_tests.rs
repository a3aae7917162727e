//! The rules on the words of a report, on the seed (北关区工信局, 2025) and on the seed broken in one place.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::law::OutcomeRow;
use crate::report::{
    Column3, Document, DocumentColumn, Part, Row3, Stated, Table2, Table4, WanYuan, samples,
};

const SEED: &str = include_str!("../../../tests/fixtures/annual_report_2025_beiguan.md");

/// The seed's words: what stands under its headings outside of its tables.
fn seed() -> Prose {
    let mut prose = Prose::default();
    let mut parts = Part::ALL.into_iter();
    let mut part = None;
    for line in SEED.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        if line.starts_with('#') {
            part = if line.starts_with("##") { parts.next() } else { None };
        } else if let Some(part) = part.filter(|_| !line.contains('\t')) {
            prose.section_mut(part).paragraphs.push(line.to_owned());
        }
    }
    prose
}

fn zero() -> YearTables {
    YearTables::new(2025, "北关区工信局", Table2::zero(), &Table3::default(), Table4::zero())
}

const TITLE: &str = "北关区工信局2025年政府信息公开工作年度报告";

/// The seed's words with one part replaced.
fn with(part: Part, paragraphs: &[&str]) -> Prose {
    let mut prose = seed();
    prose.section_mut(part).paragraphs = paragraphs.iter().map(|text| (*text).to_owned()).collect();
    prose
}

fn check<'a>(tables: &'a YearTables, prose: &'a Prose) -> Check<'a> {
    Check { prose: Some(prose), title: Some(TITLE), ..Check::new(tables) }
}

/// The rule, severity and target of the only finding.
fn only(findings: &[Finding]) -> (&'static str, Severity, Target) {
    assert_eq!(findings.len(), 1, "{findings:#?}");
    (findings[0].rule, findings[0].severity, findings[0].target.clone())
}

#[test]
fn the_seed_is_clean_under_every_rule() {
    let (tables, prose) = (zero(), seed());
    assert_eq!(prose.section(Part::Overview).paragraphs.len(), 6);
    assert_eq!(prose.section(Part::Problems).paragraphs.len(), 2);
    let headings: Vec<&str> = SEED.lines().filter(|line| line.starts_with("##")).collect();
    let check = Check {
        headings: Some(&headings),
        organ: Some(OrganFacts::default()),
        previous: Some(&tables),
        recount: Some(&Table3::default()),
        subordinates: Some(&tables),
        fees: Some(FeeFacts::default()),
        late: Some(0),
        cases: Some(&[]),
        hand_in: Some(HandIn { on: date(2026, 1, 20), own_day: Some(date(2026, 1, 20)) }),
        ..check(&tables, &prose)
    };
    assert_eq!(check.run(), []);
}

#[test]
fn the_seed_with_a_request_in_its_tables_is_found_by_v6_in_its_paragraph() {
    let prose = seed();
    let mut counts = Table3::default();
    counts.new[0] = 1;
    counts.results[OutcomeRow::Open.index()][0] = 1;
    let tables = YearTables { table3: counts.stated(), ..zero() };
    let findings = check(&tables, &prose).run();
    let there = Target::Paragraph(Part::Overview, 2);
    assert!(findings.iter().all(|finding| finding.rule == "V6" && finding.target == there), "{findings:#?}");
    assert_eq!(findings.len(), 2);
    assert_eq!(findings[0].place, "一、总体情况 第3段");
}

#[test]
fn rules_of_an_organ_without_that_power_are_found_by_v9_in_their_cell() {
    let organ = OrganFacts::default();
    for (place, column) in DocumentColumn::ALL.into_iter().enumerate() {
        let mut tables = zero();
        tables.table2.documents[0][place] = Stated::number(1);
        let strict = Check { organ: Some(organ), ..Check::new(&tables) };
        let target = Target::Table2(Figure2::Document(Document::Regulation, Some(column)));
        assert_eq!(only(&strict.run()), ("V9", Severity::Error, target));
        let may = OrganFacts { makes_rules: true, ..organ };
        assert_eq!(Check { organ: Some(may), ..strict }.run(), []);
    }
}

#[test]
fn charges_of_an_organ_with_nothing_to_charge_for_are_found_by_v22() {
    let mut tables = zero();
    tables.table2.charges = Stated::amount(WanYuan::from_fen(1));
    let of = |has_charges| OrganFacts { has_charges, ..OrganFacts::default() };
    let found = Check { organ: Some(of(Some(false))), ..Check::new(&tables) }.run();
    assert_eq!(only(&found), ("V22", Severity::Warning, Target::Table2(Figure2::Charges)));
    for unknown_or_some in [None, Some(true)] {
        assert_eq!(Check { organ: Some(of(unknown_or_some)), ..Check::new(&tables) }.run(), []);
    }
}

#[test]
fn part_six_that_is_silent_about_the_fee_is_found_by_v10() {
    let (tables, prose) = (zero(), with(Part::Others, &["无其他需要报告的事项。"]));
    let part_six = Target::Part(Part::Others);
    assert_eq!(only(&check(&tables, &prose).run()), ("V10", Severity::Warning, part_six.clone()));
    let fees = Some(FeeFacts { notices: 1, noticed_yuan: 380, collected_yuan: 380 });
    let found = Check { fees, ..check(&tables, &prose) }.run();
    assert_eq!(only(&found), ("V10", Severity::Warning, part_six));
    assert_eq!(found[0].right, "380元");
}

#[test]
fn cases_lapsed_for_want_of_payment_without_notices_are_found_by_v10() {
    let mut counts = Table3::default();
    counts.new[0] = 1;
    counts.results[OutcomeRow::OtherNoFee.index()][0] = 1;
    let tables = YearTables { table3: counts.stated(), ..zero() };
    let fees = |notices| Some(FeeFacts { notices, ..FeeFacts::default() });
    let row = Some(Row3::Result(OutcomeRow::OtherNoFee));
    let target = Target::Table3 { row, column: Some(Column3::Sum) };
    let found = Check { fees: fees(0), ..Check::new(&tables) }.run();
    assert_eq!(only(&found), ("V10", Severity::Warning, target));
    assert_eq!(Check { fees: fees(1), ..Check::new(&tables) }.run(), []);
}

#[test]
fn part_five_that_tells_nothing_is_found_by_v11() {
    let tables = zero();
    for text in [&[][..], &["无。"], &[" 暂 无 "], &["存在的问题是宣传不够，下一步加强宣传。"]]
    {
        let prose = with(Part::Problems, text);
        let found = check(&tables, &prose).run();
        assert_eq!(only(&found), ("V11", Severity::Warning, Target::Part(Part::Problems)), "{text:?}");
    }
}

#[test]
fn last_years_problems_are_to_be_spoken_of_where_there_were_any() {
    fn of(previous: &Prose, prose: &Prose) -> Vec<Finding> {
        Check { previous_prose: Some(previous), ..check(&zero(), prose) }.run()
    }
    let (prose, mut before) = (seed(), Prose::default());
    assert_eq!(of(&before, &prose), []);
    before.section_mut(Part::Problems).paragraphs.push("一是培训少，二是更新慢。".to_owned());
    assert_eq!(only(&of(&before, &prose)).0, "V11");
    let mut spoken = seed();
    spoken.section_mut(Part::Problems).paragraphs.push("2024年报告所列培训少的问题已经解决。".to_owned());
    assert_eq!(of(&before, &spoken), []);
}

#[test]
fn part_one_that_is_too_long_or_leaves_an_aspect_out_is_found_by_v12() {
    let tables = zero();
    let part_one = Target::Part(Part::Overview);
    let text = seed().section(Part::Overview).paragraphs.concat();
    let mut long = text.clone();
    while long.chars().filter(|c| !c.is_whitespace()).count() <= 1000 {
        long.push_str(" 扎实推进");
    }
    let prose = with(Part::Overview, &[&long]);
    assert_eq!(only(&check(&tables, &prose).run()), ("V12", Severity::Warning, part_one.clone()));
    let without = text.replace("监督", "");
    let prose = with(Part::Overview, &[&without]);
    let found = check(&tables, &prose).run();
    assert_eq!(only(&found), ("V12", Severity::Warning, part_one));
    assert_eq!(found[0].left, "监督保障");
}

#[test]
fn a_title_or_period_of_another_year_is_found_by_v14() {
    let (tables, prose) = (zero(), seed());
    let of = |title| Check { title: Some(title), ..check(&tables, &prose) }.run();
    let error = ("V14", Severity::Error, Target::Title);
    assert_eq!(of("北关区工信局 ２０２５ 年政府信息公开工作年度报告"), []);
    assert_eq!(only(&of("北关区工信局2024年政府信息公开工作年度报告")), error);
    assert_eq!(only(&of("北关区工信局政府信息公开工作年度报告")), error);
    assert_eq!(only(&of("北关区工信局2025年政府信息公开年报")), ("V14", Severity::Warning, Target::Title));
    for (text, errors) in [
        ("本报告统计期限为2025年1月1日至2025年12月31日。", 0),
        ("本报告所列数据的统计期限自2025年1月1日起至12月31日止，依据2019年令。", 0),
        ("本报告统计期限见附表。", 0),
        ("本报告于2026年1月5日编制。", 0),
        ("本报告统计期限为2024年1月1日至2024年12月31日。", 1),
        ("本报告统计期限为2025年1月1日至11月30日。", 1),
    ] {
        let mut prose = seed();
        prose.preface.push(text.to_owned());
        let found = check(&tables, &prose).run();
        assert_eq!(found.len(), errors, "{text} {found:#?}");
        if errors > 0 {
            assert_eq!(only(&found), ("V14", Severity::Error, Target::Preface(0)));
        }
    }
}

#[test]
fn a_report_handed_in_late_is_found_by_v20() {
    let tables = zero();
    let of = |on, own_day, government| {
        let organ = Some(OrganFacts { government, ..OrganFacts::default() });
        Check { organ, hand_in: Some(HandIn { on, own_day }), ..Check::new(&tables) }.run()
    };
    assert_eq!(of(date(2026, 1, 31), None, false), []);
    assert_eq!(only(&of(date(2026, 2, 1), None, false)), ("V20", Severity::Warning, Target::Report));
    assert_eq!(of(date(2026, 2, 1), None, true), []);
    assert_eq!(only(&of(date(2026, 4, 1), None, true)).0, "V20");
    let own = Some(date(2026, 1, 15));
    assert_eq!(of(date(2026, 1, 15), own, false), []);
    let found = of(date(2026, 1, 16), own, false);
    assert_eq!((only(&found).0, found[0].right.as_str()), ("V20", "2026年1月15日"));
    // An own day after that of the law does not move it.
    let found = of(date(2026, 2, 1), Some(date(2026, 2, 10)), false);
    assert_eq!(found[0].right, "2026年1月31日");
}

#[test]
fn a_part_without_words_is_found_by_s1_alone() {
    let tables = zero();
    for (part, severity) in [(Part::Overview, Severity::Error), (Part::Others, Severity::Warning)] {
        let prose = with(part, &[" \u{3000}"]);
        assert_eq!(only(&check(&tables, &prose).run()), ("S1", severity, Target::Part(part)));
    }
}

#[test]
fn what_a_draft_left_open_is_found_by_s2() {
    let tables = zero();
    let mut prose = seed();
    prose.section_mut(Part::Others).notes.push("联系电话：XXXX".to_owned());
    let target = Target::Note(Part::Others, 0);
    assert_eq!(only(&check(&tables, &prose).run()), ("S2", Severity::Warning, target));
}

#[test]
fn who_claims_punctuality_with_late_answers_is_found_by_p1() {
    let tables = zero();
    for (text, found) in [
        ("全部申请均按时答复。", true),
        ("依申请公开件均在法定期限内答复。", true),
        ("申请办理无超期情况。", true),
        ("申请按期答复率100%。", true),
        ("要求各科室对申请均应当按时答复。", false),
        ("网民留言申诉均按时办结。", false),
        ("申请大多按时答复。", false),
        ("成都市局全区统筹，按时答复申请。", false),
    ] {
        let mut prose = seed();
        prose.section_mut(Part::Overview).notes.push(text.to_owned());
        let of = |late| Check { late, ..check(&tables, &prose) }.run();
        assert_eq!(of(Some(0)), [], "{text}");
        assert_eq!(of(None), [], "{text}");
        let findings = of(Some(2));
        assert_eq!(!findings.is_empty(), found, "{text}");
        if found {
            assert_eq!(only(&findings), ("P1", Severity::Error, Target::Note(Part::Overview, 0)));
        }
    }
}

#[test]
fn what_part_six_says_of_the_fee_is_held_against_what_was_collected() {
    let tables = zero();
    for (text, collected, found) in [
        ("本年度，本机关未收取信息公开处理费。", 0, false),
        ("本年度，本机关未收取信息公开处理费。", 380, true),
        ("2025 年有 1 件政府信息公开申请案件收取信息处理费 380 元。", 380, false),
        ("2025 年有 1 件政府信息公开申请案件收取信息处理费 380 元。", 0, true),
        ("发出收费通知2件，总金额1,500元，实际收取1,400元信息处理费。", 1400, false),
        ("发出收费通知2件，总金额1,500元，实际收取1,400元信息处理费。", 1500, true),
        ("依据《政府信息公开信息处理费管理办法》收取信息处理费0元。", 0, false),
        ("依据《政府信息公开信息处理费管理办法》规定收取信息处理费的情况见附件。", 0, false),
        ("发出信息处理费收费通知2件，金额100元，申请人未缴纳。", 0, false),
        ("信息处理费为零，行政事业性收费5000元。", 0, false),
    ] {
        let prose = with(Part::Others, &[text]);
        let fees = Some(FeeFacts { notices: 2, noticed_yuan: 1500, collected_yuan: collected });
        let findings = Check { fees, ..check(&tables, &prose) }.run();
        assert_eq!(!findings.is_empty(), found, "{text} {findings:#?}");
        if found {
            assert_eq!(only(&findings), ("P2", Severity::Error, Target::Paragraph(Part::Others, 0)));
        }
        assert_eq!(check(&tables, &prose).run(), [], "unknown fees: {text}");
    }
}

#[test]
fn a_part_copied_from_last_year_is_found_by_p3() {
    let tables = zero();
    let prose = seed();
    let mut before = seed();
    before.section_mut(Part::Overview).paragraphs = vec!["全然不同的文字，".repeat(20)];
    before
        .section_mut(Part::Problems)
        .paragraphs
        .iter_mut()
        .for_each(|text| *text = text.replace("2025", "2024"));
    let found = Check { previous_prose: Some(&before), ..check(&tables, &prose) }.run();
    let rules: Vec<_> = found.iter().map(|finding| (finding.rule, finding.target.clone())).collect();
    let five = Target::Part(Part::Problems);
    assert_eq!(rules, [("V11", five.clone()), ("P3", five)]);
}

#[test]
fn the_whole_that_is_not_the_sum_is_found_through_the_check_too() {
    let (whole, mut sum) = (samples::published(), samples::published());
    sum.table2.penalties = Stated::number(1);
    let check = Check { subordinates: Some(&sum), ..Check::new(&whole) };
    assert_eq!(only(&check.run()), ("V15", Severity::Error, Target::Table2(Figure2::Penalties)));
}

#[test]
fn the_forty_two_identities_hold_or_are_named_or_cannot_be_tried() {
    let tables = samples::published();
    let all = identities(&tables);
    assert!(all.all_hold());
    assert_eq!((all.held(), Identities::COUNT), (42, 42));
    let mut broken = samples::published();
    broken.table3.set(Row3::Total, Column3::Sum, Stated::number(1));
    assert_eq!(identities(&broken).held(), 39);
    let mut blank = samples::published();
    blank.table3.set(Row3::New, Column3::Sum, Stated::MISSING);
    blank.table4.review[3] = Stated::MISSING;
    let partial = identities(&blank);
    assert_eq!((partial.broken.len(), partial.untried, partial.held()), (0, 3, 39));
    assert_eq!(identities(&YearTables::default()).untried, 42);
}

#[test]
fn findings_come_in_the_order_of_the_rules() {
    let order: Vec<_> = ["V1", "V2", "V10", "V22", "S1", "S2", "P1", "R7"].map(super::order).to_vec();
    assert!(order.is_sorted());
}

proptest! {
    #[test]
    fn no_words_make_a_rule_panic(
        texts in prop::collection::vec("([\u{0}-\u{10ffff}]{0,3}|统计期限|[0-9]{1,9}[年月日元件]|收取|处理费|均按时|申请|[，。、（《])*", 8)
    ) {
        let tables = samples::named();
        let mut prose = Prose { preface: vec![texts[6].clone()], ..Prose::default() };
        for (part, text) in Part::ALL.into_iter().zip(&texts) {
            prose.section_mut(part).paragraphs.push(text.clone());
        }
        let headings: Vec<&str> = texts.iter().map(String::as_str).collect();
        let previous = seed();
        let check = Check {
            title: Some(&texts[7]),
            headings: Some(&headings),
            previous_prose: Some(&previous),
            fees: Some(FeeFacts { collected_yuan: 1, ..FeeFacts::default() }),
            late: Some(1),
            ..check(&tables, &prose)
        };
        let _ = check.run();
    }
}
