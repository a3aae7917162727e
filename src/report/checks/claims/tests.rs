use proptest::prelude::*;

use super::reader::{Scope, claims};
use super::topic::Topic;
use super::v6;
use crate::law::OutcomeRow;
use crate::report::checks::Target;
use crate::report::{Dispute, DisputeColumn, Part, Prose, Row3, Table3, Table4, YearTables};

fn row(row: Row3) -> Topic {
    Topic::Row(row)
}

fn result(row: OutcomeRow) -> Topic {
    Topic::Outcomes(vec![row])
}

fn review() -> Topic {
    Topic::Disputes(vec![Dispute::Review], DisputeColumn::Sum)
}

fn suits() -> Topic {
    Topic::Disputes(vec![Dispute::DirectSuit, Dispute::SuitAfterReview], DisputeColumn::Sum)
}

fn new(n: u64) -> (Topic, u64) {
    (row(Row3::New), n)
}

fn carried_in(n: u64) -> (Topic, u64) {
    (row(Row3::CarriedIn), n)
}

fn carried_out(n: u64) -> (Topic, u64) {
    (row(Row3::CarriedOut), n)
}

fn done(n: u64) -> (Topic, u64) {
    (row(Row3::Total), n)
}

fn open(n: u64) -> (Topic, u64) {
    (result(OutcomeRow::Open), n)
}

fn partial(n: u64) -> (Topic, u64) {
    (result(OutcomeRow::Partial), n)
}

fn read(text: &str) -> Vec<(Topic, u64)> {
    claims(text, Some(2025), Scope::Both).into_iter().map(|claim| (claim.topic, claim.stated)).collect()
}

/// Sentences about requests with what they claim.
fn about_requests() -> Vec<(&'static str, Vec<(Topic, u64)>)> {
    vec![
        (
            "（二）依申请公开：2025 年度未收到政府信息公开申请，上年度结转数量 0 件，2025 年度办结数量 0 件，转下一年度办理数量 0 件。",
            vec![new(0), carried_in(0), done(0), carried_out(0)],
        ),
        (
            "全年共办理政府信息公开申请69件，含2024年转至今年办理的3件，办结68件，剩余1件结转下一年度处理。",
            vec![(Topic::Handled, 69), carried_in(3), done(68), carried_out(1)],
        ),
        (
            "2025年，全区受理依申请公开件255件，办结255件，其中予以公开71件、部分公开5件、不予公开28件。",
            vec![
                (Topic::Handled, 255),
                // The sentence speaks of 依申请公开 alone, which is enough.
                done(255),
                open(71),
                partial(5),
                (Topic::Outcomes(crate::law::OutcomeGroup::Deny.rows().collect()), 28),
            ],
        ),
        ("全年新收政府信息公开申请1,541件。", vec![new(1541)]),
        ("共收到申请103件（含上年结转8件）。", vec![(Topic::NewOrAll, 103), carried_in(8)]),
        (
            "共收到政府信息公开申请103件，其中新收95件，上年结转8件。",
            vec![(Topic::NewOrAll, 103), new(95), carried_in(8)],
        ),
        ("本年度接到群众信息公开申请十二宗。", vec![new(12)]),
        ("收到公民、法人和其他组织政府信息公开申请两件。", vec![new(2)]),
        ("区教育局本年收到3起政府信息公开申请。", vec![new(3)]),
        ("本年度收到并办结政府信息公开申请4件。", vec![new(4), done(4)]),
        ("没有收到政府信息公开申请，无上年度结转申请。", vec![new(0), carried_in(0)]),
        ("全年未接到依申请公开。", vec![new(0)]),
        ("2025年收到申请5件，较2024年增加2件，办结5件。", vec![new(5), done(5)]),
        (
            "予以公开及部分公开258件。",
            vec![(Topic::Outcomes(vec![OutcomeRow::Open, OutcomeRow::Partial]), 258)],
        ),
        (
            "办结申请9件，其中：重复申请2件、本机关不掌握相关政府信息3件。",
            vec![done(9), (result(OutcomeRow::NpRepeat), 2), (result(OutcomeRow::NoneHeld), 3)],
        ),
        ("结转下年度办理的申请为零件。", vec![carried_out(0)]),
        ("申请方面，上年结转和结转下年均为0件。", vec![carried_in(0), carried_out(0)]),
        ("收到申请１２件，办结 １０ 件，２ 件结转下年度继续办理。", vec![new(12), done(10), carried_out(2)]),
        ("2024年结转申请2件。", vec![carried_in(2)]),
        ("有3件申请结转2026年办理。", vec![carried_out(3)]),
    ]
}

/// Sentences about reviews and suits with what they claim.
fn about_disputes() -> Vec<(&'static str, Vec<(Topic, u64)>)> {
    let sum = |groups: &[Dispute]| Topic::Disputes(groups.to_vec(), DisputeColumn::Sum);
    let both = sum(&Dispute::ALL);
    vec![
        (
            "2025年，我局共收到政府信息公开申请5件，均在规定时限内完成答复；政府信息公开行政复议1件（申请人撤回结案）、行政诉讼0件。",
            vec![new(5), (review(), 1), (suits(), 0)],
        ),
        (
            "本年新收政府信息公开申请150件，上年结转30件，办理结果总计152件，结转下年度继续办理28件。行政复议20件。",
            vec![new(150), carried_in(30), done(152), carried_out(28), (review(), 20)],
        ),
        ("因政府信息公开申请引起的行政复议93件，行政诉讼19件。", vec![(review(), 93), (suits(), 19)]),
        (
            "本机关被申请行政复议三宗，其中维持2宗，纠正1宗。",
            vec![
                (review(), 3),
                (Topic::Disputes(vec![Dispute::Review], DisputeColumn::Upheld), 2),
                (Topic::Disputes(vec![Dispute::Review], DisputeColumn::Corrected), 1),
            ],
        ),
        ("未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。", vec![(review(), 0), (suits(), 0)]),
        ("政府信息公开行政复议、行政诉讼案件共2件。", vec![(both.clone(), 2)]),
        ("行政复议、行政诉讼均为0件。", vec![(review(), 0), (suits(), 0)]),
        ("行政复议和行政诉讼各1件。", vec![(review(), 1), (suits(), 1)]),
        ("发生1起行政诉讼。", vec![(suits(), 1)]),
        (
            "未经复议直接起诉1件，复议后起诉2件。",
            vec![
                (Topic::Disputes(vec![Dispute::DirectSuit], DisputeColumn::Sum), 1),
                (Topic::Disputes(vec![Dispute::SuitAfterReview], DisputeColumn::Sum), 2),
            ],
        ),
    ]
}

#[test]
fn what_sentences_claim_is_read() {
    let table: Vec<_> = about_requests().into_iter().chain(about_disputes()).collect();
    assert!(table.len() >= 25);
    let wrong = table.iter().filter(|(text, expected)| read(text) != *expected);
    let wrong: Vec<_> = wrong.map(|(text, expected)| (text, read(text), expected)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_long_paragraph_without_marks_is_read_in_time() {
    for piece in ["的", "1", "一", "申请", "其中含上年结转", "未"] {
        assert_eq!(read(&piece.repeat(100_000)), []);
    }
}

#[test]
fn what_is_narrowed_vague_or_about_something_else_claims_nothing() {
    let texts = [
        "收到248条网民留言，办结留言230条，公开答复4条。",
        "收到网民留言248条，办结230条。",
        "通过政府网站收到政府信息公开申请3件。",
        "收到自然人申请5件，法人申请2件。",
        "第三季度收到政府信息公开申请2件。",
        "2024年收到政府信息公开申请8件，办结8件。",
        "较上年增加3件。",
        "收到政府信息公开申请近百件。",
        "收到政府信息公开申请100余件。",
        "收到补正材料2件。",
        "按期办结申请3件。",
        "完成市政府办公室协办件13件。",
        "每收到100件政府信息公开申请，引发2起争议。",
        "因本机关不掌握等原因无法提供3件。",
        "予以公开占58.5%，不予公开占7.3%。",
        "主动公开政府信息1.17万条，其中网站30条。",
        "依据《条例》第二十条第（一）项和第33条。",
        "制发行政规范性文件4件，废止0件。",
        "收到行政复议答复通知书3份。",
        "办理行政复议案件40件，审结行政诉讼3件。",
        "行政复议、行政诉讼分别为2件、3件。",
        "未发生行政复议被纠错、行政诉讼败诉案件。",
        "未经复议直接起诉。",
        "全年未发生信息公开失泄密情况。",
        "严格落实一件一档，统一件数口径。",
        "无锡市收到申请。",
        "申请方面，自然人申请5件，其中予以公开3件。",
        "申请较多，其中部分公开。",
        "收到人大建议2件、政协提案3件，全部办结。",
        "办结率100%。",
        "群众未申请公开的，也予以公开。",
        "未收到有关政府信息公开的投诉举报，未收取任何费用。",
        "没有出现因信息公开引发的行政复议和举报投诉情况。",
        "收到申请人补充材料3件，部分申请人未收到申请答复。",
        "上年度结转的申请均已办结，无依申请公开超期件。",
        "申请事项涉及征地，其中不予处理信访举报类2件、无不予公开申请。",
        "被提起行政诉讼的案件均胜诉，行政诉讼胜诉1件。",
    ];
    let claiming: Vec<_> =
        texts.into_iter().map(|text| (text, read(text))).filter(|one| !one.1.is_empty()).collect();
    assert!(claiming.is_empty(), "{claiming:#?}");
}

/// 95 new, 8 in, 98 done, 5 out: 长春市政府办, 2024.
fn tables() -> YearTables {
    let mut results = [[0; 6]; 21];
    results[OutcomeRow::Open.index()][0] = 42;
    results[OutcomeRow::Partial.index()][0] = 1;
    results[OutcomeRow::NoneHeld.index()][1] = 49;
    results[OutcomeRow::OtherOther.index()][0] = 6;
    let table3 = Table3::new([50, 45, 0, 0, 0, 0], [4, 4, 0, 0, 0, 0], results, [5, 0, 0, 0, 0, 0]);
    let table4 = Table4::new([2, 1, 0, 1], [1, 0, 0, 0], [0, 0, 1, 0]);
    YearTables::new(2025, "测试局", crate::report::Table2::zero(), &table3, table4)
}

fn prose(part: Part, text: &str) -> Prose {
    let mut prose = Prose::default();
    prose.section_mut(part).paragraphs.push(text.to_owned());
    prose
}

#[test]
fn numbers_that_are_those_of_the_tables_are_clean() {
    for text in [
        "2025年新收申请95件，上年结转8件，办结98件，结转下年5件，予以公开42件，部分公开1件，无法提供49件，其他处理6件。",
        "共收到申请103件（含上年结转8件），办结98件，其中予以公开42件。",
        "受理申请103件，办结98件。",
        "行政复议4件，其中尚未审结1件；行政诉讼2件。",
        "行政复议3件，行政诉讼2件。",
        "行政复议、行政诉讼共6件。",
    ] {
        assert_eq!(v6(&tables(), &prose(Part::Overview, text)), [], "{text}");
    }
}

#[test]
fn a_number_that_is_not_the_tables_is_found_with_its_sentence_and_cell() {
    for (text, stated, computed, cell) in [
        ("本年收到政府信息公开申请96件。", "96", "95", "一、本年新收 总计"),
        ("受理申请97件。", "97", "95", "一、本年新收 总计"),
        ("上年结转7件申请。", "7", "8", "二、上年结转 总计"),
        ("收到申请95件，已办结90件。", "90", "98", "（七）总计 总计"),
        ("结转下年度4件。", "4", "5", "四、结转下年度 总计"),
        ("未收到政府信息公开申请。", "0", "95", "一、本年新收 总计"),
        ("予以公开及部分公开42件。", "42", "43", "（一）予以公开、（二）部分公开 总计"),
        ("未发生行政复议。", "0", "4", "表四 行政复议 总计"),
        ("行政诉讼5件。", "5", "2", "表四 未经复议直接起诉 总计、表四 复议后起诉 总计"),
        ("行政复议4件，其中维持3件。", "3", "2", "表四 行政复议 结果维持"),
    ] {
        let findings = v6(&tables(), &prose(Part::Overview, text));
        assert_eq!(findings.len(), 1, "{text} {findings:?}");
        let finding = &findings[0];
        assert_eq!(
            (finding.rule, finding.left.as_str(), finding.right.as_str()),
            ("V6", stated, computed),
            "{text}"
        );
        assert_eq!(finding.target, Target::Paragraph(Part::Overview, 0));
        assert!(finding.message.contains(cell), "{}", finding.message);
        assert!(finding.message.contains(text.trim_end_matches('。')), "{}", finding.message);
    }
}

#[test]
fn the_aspect_of_disclosure_and_the_parts_without_such_numbers_are_passed_over() {
    let text = "收到申请1件，行政复议1件。";
    let mut aspects = prose(Part::Overview, &format!("（一）主动公开。发布信息10条。{text}"));
    aspects.section_mut(Part::Overview).paragraphs.push(format!("另有说明。{text}"));
    aspects.section_mut(Part::Overview).paragraphs.push("（二）依申请公开。收到申请1件。".to_owned());
    let findings = v6(&tables(), &aspects);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].target, Target::Paragraph(Part::Overview, 2));
    for (part, count) in [
        (Part::Disclosure, 0),
        (Part::Requests, 1),
        (Part::Disputes, 1),
        (Part::Problems, 0),
        (Part::Others, 2),
    ] {
        assert_eq!(v6(&tables(), &prose(part, text)).len(), count, "{part:?}");
    }
}

#[test]
fn a_claim_about_a_cell_nobody_filled_in_is_not_tried() {
    let blank = YearTables::default();
    assert_eq!(v6(&blank, &prose(Part::Overview, "收到申请95件，行政复议0件。")), []);
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = read(&text);
    }

    #[test]
    fn no_text_of_such_words_panics(
        text in "([上下本去]年|结转|办结|收到|申请|行政复议|诉讼|未|无|其中|含|[，。；（）《》、：]|[0-9]{1,21}|[０-９]|[一二十百千万零两〇]{1,6}|件|宗|起|条|年|度|\u{200b}|𠮷|é){0,40}"
    ) {
        let _ = read(&text);
        let _ = v6(&tables(), &prose(Part::Others, &text));
    }

    #[test]
    fn whatever_number_is_stated_is_read_and_compared(number in 0_u64..20_000) {
        let text = format!("2025年我局新收政府信息公开申请{number}件。");
        prop_assert_eq!(read(&text), vec![new(number)]);
        let findings = v6(&tables(), &prose(Part::Overview, &text));
        prop_assert_eq!(findings.is_empty(), number == 95);
    }
}
