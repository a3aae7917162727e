//! The commands as their contract has them.

use serde_json::json;

use crate::office::Office;

#[test]
fn a_new_office_prints_the_three_tables_of_the_seed_report_all_zero() {
    let office = Office::empty();
    let _ = office.run(&["init", "--organ", "北关区工业和信息化局"]).done();
    let report = office.run(&["report", "2025"]).done().out;
    assert!(report.contains("北关区工业和信息化局2025年政府信息公开工作年度报告"), "{report}");
    let json = office.run(&["report", "2025", "--format", "json"]).done().json();
    for row in json["table3"]["rows"].as_array().unwrap() {
        assert_eq!(row["values"], json!([0, 0, 0, 0, 0, 0, 0]), "{row}");
    }
    assert_eq!(json["table4"]["review"], json!([0, 0, 0, 0, 0]));
}

#[test]
fn a_case_goes_from_registration_to_service_and_the_clock_explains_the_restart() {
    let mut office = Office::on("2026-03-02");
    let no = office.register("2026-03-02", "李强", "征地批复");
    assert_eq!(no, "2026-001");
    let clock = office.run(&["clock", &no, "--json"]).done().json();
    assert_eq!(clock["due_on"], "2026-03-30");

    office.day("2026-03-09");
    let asked = ["act", &no, "supplement-ask", "--points", "请写明文件名称", "--reply-by", "2026-03-25"];
    let row = office.run(&[asked.as_slice(), &["--json"]].concat()).done().json();
    assert_eq!((row["status"].as_str(), row["due_on"].is_null()), (Some("awaiting_supplement"), true));

    office.day("2026-03-20");
    let received = office.run(&["act", &no, "supplement-receive"]).done();
    assert_eq!(received.out, "2026-001 办理中，到期日 2026-04-20\n");
    let clock = office.run(&["clock", &no]).done().out;
    for words in ["条例第三十条", "条例第三十三条", "2026-03-30", "2026-04-20"] {
        assert!(words == "2026-03-30" || clock.contains(words), "{words}: {clock}");
    }

    office.day("2026-04-01");
    let decide = ["act", &no, "decide", "--outcome", "none_held", "--kind", "不存在"];
    let refused = office.run(&decide);
    assert!(refused.code == 1 && refused.err.contains("检索记录"), "{refused:?}");
    let _ =
        office.run(&["act", &no, "note", "查档案系统，检索词“征地批复”，无结果", "--type", "search"]).done();
    let _ = office.run(&decide).done();
    let served = office.run(&["act", &no, "serve", "--way", "post", "--proof", "EMS 1"]).done();
    assert_eq!(served.out, "2026-001 已办结，办结日 2026-04-01\n");
    let report = office.run(&["report", "2026", "--format", "json"]).done().json();
    let cell = |key: &str| {
        let rows = report["table3"]["rows"].as_array().unwrap();
        rows.iter().find(|row| row["key"] == key).unwrap()["values"][0].clone()
    };
    assert_eq!(
        [cell("new"), cell("none_held"), cell("total"), cell("carried_out")],
        [1, 1, 1, 0].map(|n| json!(n))
    );
}

#[test]
fn rows_of_the_list_have_just_the_keys_of_the_contract() {
    let office = Office::on("2026-03-20");
    office.register("2026-03-02", "李强", "征地批复");
    let list = office.run(&["list", "--json"]).done().json();
    let keys: Vec<&str> = list[0].as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "no",
        "id",
        "received_on",
        "applicant",
        "kind",
        "title",
        "content",
        "status",
        "due_on",
        "days_left",
        "provisional",
        "outcome",
        "closed_on",
    ];
    assert_eq!(keys, expected);
    assert_eq!(list[0]["days_left"], 6);
}

#[test]
fn lists_filter_by_what_is_due_and_by_words() {
    let office = Office::on("2026-03-31");
    let late = office.register("2026-03-02", "李强", "征地批复");
    let later = office.register("2026-03-10", "王芳", "预算公开");
    let numbers = |arguments: &[&str]| -> Vec<String> {
        let list = office.run(&[arguments, &["--json"]].concat()).done().json();
        list.as_array().unwrap().iter().map(|row| row["no"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(numbers(&["list"]), [late.clone(), later.clone()]);
    assert_eq!(numbers(&["list", "--overdue"]), std::slice::from_ref(&late));
    assert_eq!(numbers(&["list", "--due-within", "3"]), std::slice::from_ref(&late));
    assert_eq!(numbers(&["list", "--find", "预算"]), std::slice::from_ref(&later));
    assert_eq!(numbers(&["list", "--find", "李强 批复"]), [late]);
    assert_eq!(office.run(&["agenda"]).code, 3, "something is overdue");
}

#[test]
fn working_days_are_counted_as_the_courts_count_them() {
    let office = Office::empty();
    for (arguments, expected) in [
        (["due", "2022-09-30", "20"], "2022-11-02\n"),
        (["due", "2025-12-04", "20"], "2026-01-04\n"),
        (["due", "2026-12-03", "20"], "2026-12-31\n"),
        (["count", "2026-03-02", "2026-03-30"], "20\n"),
    ] {
        let ended = office.run(&[&["calendar"], arguments.as_slice()].concat()).done();
        assert_eq!(ended.out, expected, "{arguments:?}");
    }
    let unknown = office.run(&["calendar", "due", "2026-12-04", "20"]).done().out;
    assert!(unknown.ends_with(" provisional\n"), "{unknown}");
}

#[test]
fn a_case_goes_through_consultation_extension_and_delivery_and_each_step_tells_the_new_due_date() {
    let mut office = Office::on("2026-03-02");
    let no = office.register("2026-03-02", "李强", "征地补偿安置名册");
    let on = |office: &mut Office, day: &str, arguments: &[&str], said: &str| {
        office.day(day);
        let done = office.run(&[&["act", no.as_str()], arguments].concat()).done();
        assert_eq!(done.out, format!("{no} {said}\n"), "{arguments:?}");
    };
    let asked = ["consult-send", "--party", "张三", "--role", "third"];
    on(&mut office, "2026-03-09", &asked, "征求意见，到期日 2026-04-21");
    let show = office.run(&["show", &no, "--json"]).done().out;
    assert!(show.contains("征求意见"), "{show}");
    let answered = ["consult-answer", "--party", "张三", "--opinion", "object", "--reason", "个人隐私"];
    on(&mut office, "2026-03-20", &answered, "办理中，到期日 2026-04-13");
    let clock = office.run(&["clock", &no, "--json"]).done().json();
    assert_eq!(clock["due_on"], "2026-04-13");
    assert!(clock.to_string().contains("本机口径"), "{clock}");
    let longer = ["extend", "--days", "20", "--approved-by", "王主任", "--reason", "案情复杂"];
    on(&mut office, "2026-04-10", &longer, "办理中，到期日 2026-05-13");
    on(
        &mut office,
        "2026-04-10",
        &["assign", "--unit", "征地科", "--reply-by", "2026-04-15"],
        "办理中，到期日 2026-05-13",
    );
    on(&mut office, "2026-04-13", &["unit-answer"], "办理中，到期日 2026-05-13");
    on(&mut office, "2026-04-13", &["review", "--kind", "secrecy"], "办理中，到期日 2026-05-13");
    on(&mut office, "2026-04-14", &["decide", "--outcome", "deny_third"], "待送达，到期日 2026-05-13");
    on(&mut office, "2026-04-15", &["serve", "--way", "post", "--proof", "EMS"], "已办结，办结日 2026-04-15");
    on(&mut office, "2026-04-17", &["delivered"], "已办结，办结日 2026-04-15");
    on(&mut office, "2026-04-20", &["archive", "--file-no", "2026-1"], "已归档，办结日 2026-04-15");
}

#[test]
fn a_fee_is_reckoned_in_yuan_and_a_payment_starts_the_term_anew() {
    let mut office = Office::on("2026-03-16");
    for (arguments, yuan) in [
        (["--pages", "68"], "380\n"),
        (["--pages", "250"], "4700\n"),
        (["--items", "30"], "2000\n"),
        (["--items", "45"], "5500\n"),
    ] {
        let fee = office.run(&[&["fee"], arguments.as_slice()].concat()).done();
        assert_eq!(fee.out, yuan, "{arguments:?}");
        assert!(fee.err.contains("元"), "{fee:?}");
    }
    let no = office.register("2026-03-02", "李强", "档案复印件");
    let noticed = office.run(&["act", &no, "fee-notice", "--by", "page", "--pages", "68", "--json"]).done();
    assert_eq!(noticed.json()["status"], "awaiting_fee");
    office.day("2026-03-25");
    let paid = office.run(&["act", &no, "fee-pay", "--amount", "380.00", "--json"]).done().json();
    assert_eq!((&paid["status"], &paid["due_on"]), (&json!("open"), &json!("2026-04-23")));
}

#[test]
fn usage_errors_are_chinese_and_end_with_two() {
    let office = Office::on("2026-03-02");
    for arguments in [
        &["rapport"][..],
        &["list", "--colour"],
        &["register", "--kind", "natural"],
        &["act", "2026-001", "fly"],
        &["fee"],
        &["fee", "--pages", "x"],
        &["report"],
        &["report", "20x5"],
        &["calendar", "due", "2026-02-30", "20"],
        &["report", "2025", "--format", "pdf"],
        &["list", "--open", "--closed"],
    ] {
        let ended = office.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}: {ended:?}");
        assert!(ended.err.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{ended:?}");
        assert!(ended.out.is_empty());
    }
    let unknown = office.run(&["show", "2026-404"]);
    assert_eq!(unknown.code, 1);
}

#[test]
fn help_is_chinese_throughout() {
    let office = Office::empty();
    for command in [
        "", "init", "register", "act", "list", "agenda", "show", "clock", "import", "report", "check", "help",
    ] {
        let arguments: Vec<&str> = [command, "--help"].into_iter().filter(|word| !word.is_empty()).collect();
        let help = office.run(&arguments).done().out;
        assert!(help.contains("用法"), "{help}");
        for english in ["Usage", "Options", "Commands", "Print", "Arguments"] {
            assert!(!help.contains(english), "{english} in {help}");
        }
    }
}

#[test]
fn help_shows_the_page_of_a_command_and_lists_what_is_refused() {
    let office = Office::empty();
    assert_eq!(office.run(&["help"]).done(), office.run(&["--help"]).done());
    assert_eq!(office.run(&["help", "act"]).done(), office.run(&["act", "--help"]).done());
    assert_eq!(
        office.run(&["help", "calendar", "due"]).done(),
        office.run(&["calendar", "due", "--help"]).done()
    );
    assert_eq!(office.run(&["help", "rapport"]).code, 2);
    assert_eq!(office.run(&["help", "act", "--json"]).code, 2);
    let list = office.run(&["help", "refusals"]).done().out;
    let law = list.find("法定规则").unwrap();
    assert!(law < list.find("本系统规则").unwrap(), "{list}");
    let json = office.run(&["help", "refusals", "--json"]).done().json();
    let rule = |key: &str| json.as_array().unwrap().iter().find(|rule| rule["key"] == key).unwrap().clone();
    assert_eq!(
        rule("not-confirmed"),
        json!({
            "key": "not-confirmed",
            "section": "law",
            "article": "条例第三十一条",
            "refused": "申请尚未确认收到，不能办理下一步",
            "instead": "请先“确认收到”，确认之日起算期限",
        })
    );
    assert_eq!((&rule("changed")["section"], &rule("changed")["article"]), (&json!("system"), &json!(null)));
}

#[test]
fn a_day_may_be_set_in_practice_offices_alone() {
    let mut office = Office::empty();
    let _ = office.run(&["init", "--organ", "某局"]).done();
    office.day("2026-03-02");
    let ended = office.run(&["list"]);
    assert_eq!(ended.code, 1);
    assert!(ended.err.contains("GONGKAI_TODAY"), "{ended:?}");
}

#[test]
fn opening_figures_are_carried_in_and_never_new_and_years_before_are_not_kept() {
    let office = Office::on("2026-03-20");
    let rows = "编号,收到日期,申请人,申请人类型,申请内容,办理结果,答复日期\n\
                旧1,2024-12-20,李强,自然人,上年的,予以公开,2025-01-10\n\
                新1,2025-03-03,王芳,商业企业,当年的,予以公开,2025-03-10\n";
    let path = office.file("台账.csv", rows.as_bytes());
    let _ = office.run(&["import", crate::office::text(&path), "--first-year", "2025"]).done();
    let report = office.run(&["report", "2025", "--format", "json"]).done().json();
    let row = |key: &str| {
        let rows = report["table3"]["rows"].as_array().unwrap();
        rows.iter().find(|row| row["key"] == key).unwrap()["values"].clone()
    };
    assert_eq!(row("new"), json!([0, 1, 0, 0, 0, 0, 1]));
    assert_eq!(row("carried_in"), json!([1, 0, 0, 0, 0, 0, 1]));
    assert_eq!(row("total"), json!([1, 1, 0, 0, 0, 0, 2]));
    assert_eq!(office.run(&["check", "2025"]).done().code, 0);
    let before = office.run(&["report", "2024"]);
    assert_eq!(before.code, 1);
    assert!(before.err.contains("2025 年起"), "{before:?}");
}

#[test]
fn a_consultation_is_taken_out_of_the_count_and_an_extension_added_to_it() {
    let office = Office::on("2026-04-10");
    let no = office.register("2026-03-02", "李强", "某公司环评报告");
    let due = || office.run(&["clock", &no, "--json"]).done().json()["due_on"].clone();
    for (arguments, expected) in [
        (&["consult-send", "--on", "2026-03-09", "--party", "某公司", "--role", "third"][..], None),
        (
            &["consult-answer", "--on", "2026-03-20", "--party", "某公司", "--opinion", "agree"],
            Some("2026-04-13"),
        ),
        (
            &[
                "extend",
                "--on",
                "2026-04-10",
                "--days",
                "5",
                "--approved-by",
                "王主任",
                "--reason",
                "检索量大",
            ],
            Some("2026-04-20"),
        ),
    ] {
        let _ = office.run(&[&["act", &no], arguments].concat()).done();
        if let Some(expected) = expected {
            assert_eq!(due(), expected, "{arguments:?}");
        }
    }
    assert_eq!(office.run(&["fee", "--pages", "68"]).done().out.trim(), "380");
    assert_eq!(office.run(&["fee", "--items", "45"]).done().out.trim(), "5500");
    assert_eq!(office.run(&["rebuild"]).done().code, 0);
}

#[test]
fn a_registration_taken_back_has_no_due_date_and_stands_in_no_list() {
    let office = Office::on("2026-03-20");
    let no = office.register("2026-03-02", "李强", "误录的");
    let seq = office.run(&["show", &no, "--json"]).done().json()["timeline"][0]["seq"].to_string();
    let revoked = office.run(&["act", &no, "revoke", "--seq", &seq, "--reason", "误录"]).done();
    assert_eq!(revoked.out, "2026-001 登记已撤销\n");
    assert_eq!(office.run(&["list", "--all", "--json"]).done().json(), json!([]));
}
