//! Terms known from courts and by hand, through the calendar command and through real cases.

use serde_json::Value;

use super::office::Office;

/// A start, working days after it, the last day: counted with the notices of the State Council.
const TERMS: [(&str, &str, &str); 16] = [
    ("2022-09-30", "20", "2022-11-02"),
    ("2025-01-20", "20", "2025-02-21"),
    ("2025-01-24", "7", "2025-02-10"),
    ("2025-12-04", "20", "2026-01-04"),
    ("2025-12-15", "20", "2026-01-13"),
    ("2026-02-13", "20", "2026-03-19"),
    ("2026-02-14", "20", "2026-03-20"),
    ("2026-04-30", "15", "2026-05-25"),
    ("2026-06-20", "20", "2026-07-17"),
    ("2026-09-18", "20", "2026-10-22"),
    ("2026-09-24", "7", "2026-10-12"),
    ("2026-10-03", "20", "2026-11-03"),
    ("2026-03-02", "20", "2026-03-30"),
    ("2026-03-02", "40", "2026-04-28"),
    ("2026-03-11", "15", "2026-04-01"),
    ("2026-12-03", "20", "2026-12-31"),
];

#[test]
fn known_terms_end_on_their_days_by_the_calendar_and_in_a_case() {
    let office = Office::on("2026-12-31");
    for (start, days, last) in TERMS {
        assert_eq!(
            office.run(&["calendar", "due", start, days]).done().out,
            format!("{last}\n"),
            "{start} {days}"
        );
        if days == "20" {
            let no = office.register(start, "张三", "预算");
            assert_eq!(clock(&office, &no)["due_on"], last, "{start}");
        }
    }
    let unknown = office.run(&["calendar", "due", "2026-12-04", "20"]).done().out;
    assert!(unknown.starts_with("2027-01-") && unknown.ends_with(" provisional\n"), "{unknown}");
    let no = office.register("2026-12-04", "张三", "预算");
    assert_eq!(clock(&office, &no)["provisional"], true);
}

fn clock(office: &Office, no: &str) -> Value {
    office.run(&["clock", no, "--json"]).done().json()
}

/// Steps on a case received on 2 March 2026, the due date (or none while the applicant is waited for), and
/// words that must stand in the explanation.
type Row = (&'static [&'static [&'static str]], Option<&'static str>, &'static str);

const CASES: [Row; 8] = [
    (
        &[&[
            "extend",
            "--days",
            "20",
            "--approved-by",
            "王局长",
            "--reason",
            "案情复杂",
            "--on",
            "2026-03-25",
        ]],
        Some("2026-04-28"),
        "条例第三十三条",
    ),
    (
        &[
            &["consult-send", "--party", "甲公司", "--role", "third", "--on", "2026-03-09"],
            &["consult-answer", "--opinion", "agree", "--on", "2026-03-20"],
        ],
        Some("2026-04-13"),
        "本机口径",
    ),
    (
        &[
            &["consult-send", "--party", "甲公司", "--role", "third", "--on", "2026-03-09"],
            &["received", "--seq", "LAST", "--on", "2026-03-11"],
        ],
        Some("2026-04-23"),
        "不视为同意",
    ),
    (
        &[
            &["consult-send", "--party", "乙局", "--role", "coproducer", "--on", "2026-03-09"],
            &["received", "--seq", "LAST", "--on", "2026-03-11"],
        ],
        Some("2026-04-23"),
        "视为同意",
    ),
    (
        &[&["supplement-ask", "--points", "请写明年度", "--reply-by", "2026-03-31", "--on", "2026-03-11"]],
        None,
        "条例第三十条",
    ),
    (
        &[
            &["supplement-ask", "--points", "请写明年度", "--reply-by", "2026-03-31", "--on", "2026-03-11"],
            &["supplement-receive", "--on", "2026-03-20"],
        ],
        Some("2026-04-20"),
        "重新计算",
    ),
    (
        &[
            &["fee-notice", "--by", "page", "--pages", "68", "--on", "2026-03-16"],
            &["received", "--seq", "LAST", "--on", "2026-03-16"],
        ],
        None,
        "2026-04-14",
    ),
    (
        &[
            &["fee-notice", "--by", "page", "--pages", "68", "--on", "2026-03-16"],
            &["received", "--seq", "LAST", "--on", "2026-03-16"],
            &["fee-pay", "--amount", "380", "--on", "2026-03-25"],
        ],
        Some("2026-04-23"),
        "信息处理费管理办法第六条",
    ),
];

#[test]
fn stops_restarts_and_extensions_end_on_the_days_counted_by_hand() {
    let office = Office::on("2026-05-29");
    for (steps, due, said) in CASES {
        let no = office.register("2026-03-02", "张三", "预算");
        for step in steps {
            let show = office.run(&["show", &no, "--json"]).done().json();
            let last = show["timeline"].as_array().unwrap().last().unwrap()["seq"].to_string();
            let step: Vec<&str> =
                step.iter().map(|word| if *word == "LAST" { last.as_str() } else { word }).collect();
            let _ = office.run(&[&["act", no.as_str()], step.as_slice()].concat()).done();
        }
        let clock = clock(&office, &no);
        assert_eq!(clock["due_on"].as_str(), due, "{steps:?}");
        assert!(clock.to_string().contains(said), "{said}: {clock}");
        for line in clock["lines"].as_array().unwrap() {
            assert!(
                line["on"].is_string() && line["rule"].is_string() && line["effect"].is_string(),
                "{line}"
            );
        }
    }
}
