//! The working figures of a period, on a handful of cases counted by hand.

use serde_json::{Value, json};

use crate::office::Office;

/// Registers a request of a day, channel and unit.
fn request(office: &Office, received: &str, channel: &str, unit: &str) -> String {
    let said = [
        "register",
        "--received",
        received,
        "--kind",
        "自然人",
        "--applicant",
        "李强",
        "--content",
        &format!("{received}的预算"),
        "--channel",
        channel,
        "--unit",
        unit,
    ];
    office.run(&said).done().out.trim().to_owned()
}

fn act(office: &Office, no: &str, arguments: &[&str]) {
    let _ = office.run(&[&["act", no], arguments].concat()).done();
}

fn answer(office: &Office, no: &str, on: &str) {
    act(office, no, &["decide", "--outcome", "open", "--on", on]);
    act(office, no, &["serve", "--way", "in-person", "--proof", "签收", "--on", on]);
}

fn review(office: &Office, filed: &str, ended: &str, result: &str) {
    let add = ["record", "dispute", "add", "--type", "review", "--filed", filed, "--forum", "区人民政府"];
    let id = office.run(&add).done().out.trim().to_owned();
    let end = ["record", "dispute", "end", &id, "--result", result, "--text", "决定", "--on", ended];
    let _ = office.run(&end).done();
}

/// Three answered, of which one late and one before the period; one overdue after its fee; one that waits.
fn office() -> Office {
    let office = Office::on("2026-06-30");
    let before = request(&office, "2026-01-12", "当面提交", "土地科");
    answer(&office, &before, "2026-01-26");
    let extended = request(&office, "2026-04-07", "邮寄签收", "土地科");
    let extend =
        ["extend", "--days", "5", "--approved-by", "王主任", "--reason", "量大", "--on", "2026-04-10"];
    act(&office, &extended, &extend);
    let consult = ["consult-send", "--party", "某公司", "--role", "third", "--on", "2026-04-10"];
    act(&office, &extended, &consult);
    act(&office, &extended, &["consult-answer", "--opinion", "agree", "--on", "2026-04-13"]);
    answer(&office, &extended, "2026-04-21");
    let late = request(&office, "2026-04-13", "当面提交", "");
    answer(&office, &late, "2026-06-01");
    let overdue = request(&office, "2026-05-06", "当面提交", "规划科");
    act(&office, &overdue, &["fee-notice", "--by", "page", "--pages", "68", "--on", "2026-05-11"]);
    act(&office, &overdue, &["fee-pay", "--amount", "380.00", "--on", "2026-05-20"]);
    let waits = request(&office, "2026-06-10", "当面提交", "土地科");
    let ask = ["supplement-ask", "--points", "写明年份", "--reply-by", "2026-07-03", "--on", "2026-06-15"];
    act(&office, &waits, &ask);
    review(&office, "2026-01-20", "2026-02-20", "纠正");
    review(&office, "2026-02-10", "2026-05-15", "纠正");
    review(&office, "2026-03-10", "2026-05-18", "维持");
    office
}

const QUARTER: [&str; 6] = ["report", "--from", "2026-04-01", "--to", "2026-06-30", "--working"];

fn pair(period: u64, so_far: u64) -> Value {
    json!({ "period": period, "so_far": so_far })
}

#[test]
fn the_figures_of_a_quarter_stand_beside_those_of_the_year_so_far() {
    let office = office();
    let all = office.run(&[&QUARTER[..], &["--json"]].concat()).done().json();
    for (key, period, so_far) in [
        ("received", 4, 5),
        ("concluded", 2, 3),
        ("open", 2, 2),
        ("overdue", 1, 1),
        ("answered_late", 1, 1),
        ("supplements", 1, 1),
        ("consultations", 1, 1),
        ("extensions", 1, 1),
        ("fee_notices", 1, 1),
        ("fees_noticed_yuan", 380, 380),
        ("fees_paid_yuan", 380, 380),
        ("reviews_corrected", 1, 2),
        ("suits_corrected", 0, 0),
    ] {
        assert_eq!(all[key], pair(period, so_far), "{key}");
    }
    assert_eq!((&all["since"], all["topics"].as_array().map(Vec::len)), (&json!("2026-01-01"), Some(1)));
    let count = |from: &str, to: &str| -> u64 {
        office.run(&["calendar", "count", from, to]).done().out.trim().parse().unwrap()
    };
    let (first, second, late) = (
        count("2026-01-12", "2026-01-26"),
        count("2026-04-07", "2026-04-21"),
        count("2026-04-13", "2026-06-01"),
    );
    assert_eq!((first, second), (10, 10));
    let tenths = |days: u64, answers: u64| (days * 10 + answers / 2) / answers;
    let said = |tenths: u64| json!(format!("{}.{}", tenths / 10, tenths % 10));
    let mean = &all["mean_working_days"];
    assert_eq!(mean["period"], said(tenths(second + late, 2)));
    assert_eq!(mean["so_far"], said(tenths(first + second + late, 3)));
}

#[test]
fn channels_and_units_have_figures_of_their_own_and_their_sums_are_the_whole() {
    let office = office();
    let all = office.run(&[&QUARTER[..], &["--json"]].concat()).done().json();
    let channels = all["channels"].as_array().unwrap();
    let of = |label: &str| channels.iter().find(|one| one["label"] == label).unwrap()["received"].clone();
    assert_eq!([of("当面提交"), of("邮寄签收"), of("传真")], [pair(3, 4), pair(1, 1), pair(0, 0)]);
    let units = all["units"].as_array().unwrap();
    let of = |unit: &str| units.iter().find(|one| one["unit"] == unit).unwrap().clone();
    assert_eq!(of("土地科")["received"], pair(2, 3));
    assert_eq!(of("土地科")["concluded"], pair(1, 2));
    assert_eq!(of("")["answered_late"], pair(1, 1));
    let sum = |lists: &[Value], key: &str| -> u64 {
        lists.iter().map(|one| one[key]["so_far"].as_u64().unwrap()).sum()
    };
    assert_eq!((sum(channels, "received"), sum(units, "received"), sum(units, "concluded")), (5, 5, 3));
}

#[test]
fn the_table_says_both_columns_and_counts_by_the_last_topic_of_each_request() {
    let office = office();
    let nos = office.run(&["list", "--all", "--json"]).done().json();
    let no = |n: usize| nos[n]["no"].as_str().unwrap().to_owned();
    for (n, topic) in [(0, "预算"), (1, "征地拆迁"), (0, "征地拆迁")] {
        let _ = office.run(&["act", &no(n), "note", "--type", "topic", topic, "--on", "2026-06-01"]).done();
    }
    let all = office.run(&[&QUARTER[..], &["--json"]].concat()).done().json();
    let topics = all["topics"].as_array().unwrap();
    let names: Vec<&str> = topics.iter().map(|one| one["topic"].as_str().unwrap()).collect();
    assert_eq!(names, ["", "征地拆迁"]);
    let received: u64 = topics.iter().map(|one| one["received"]["so_far"].as_u64().unwrap()).sum();
    assert_eq!((received, topics[1]["received"]["so_far"].as_u64()), (5, Some(2)));
    let text = office.run(&QUARTER).done().out;
    for said in [
        "本期",
        "累计",
        "收到至送达平均（工作日）",
        "  未分办",
        "按主题（新收，件）",
        "  征地拆迁",
        "  未标主题",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let empty = office
        .run(&["report", "--from", "2025-01-01", "--to", "2025-03-31", "--working", "--json"])
        .done()
        .json();
    assert_eq!(empty["received"], pair(0, 0));
    assert_eq!(empty["mean_working_days"], json!({ "period": null, "so_far": null }));
    for wrong in [&["report", "2026", "--working"][..], &["report", "--from", "2026-01-01", "--json"]] {
        assert_eq!(office.run(wrong).code, 2, "{wrong:?}");
    }
}
