//! Who handles a case, who stands in, what is handed over; as one asks for it on the command line.

use crate::office::Office;

/// Two further clerks, and three requests of the first.
fn staffed() -> Office {
    let office = Office::on("2026-03-09");
    for (name, uid) in [("李强", "4000001"), ("何敏", "4000002")] {
        let _ = office.run(&["clerk", "add", name, "--uid", uid, "--role", "handler"]).done();
    }
    for (applicant, content) in [("张三", "预算"), ("李四", "决算"), ("王五", "批复 410522199001011234")]
    {
        let register = ["register", "--received", "2026-03-02", "--kind", "natural"];
        let what = ["--channel", "signed-post", "--applicant", applicant, "--content", content];
        let _ = office.run(&[&register[..], &what].concat()).done();
    }
    office
}

fn numbers(office: &Office, arguments: &[&str]) -> Vec<String> {
    let rows = office.run(&[arguments, &["--json"]].concat()).done().json();
    let numbers = rows.as_array().into_iter().flatten().filter_map(|row| row["no"].as_str());
    numbers.map(str::to_owned).collect()
}

#[test]
fn a_case_is_handed_over_and_found_by_its_handler() {
    let office = staffed();
    let _ = office.run(&["act", "2026-001", "hand-over", "--to", "李强", "--reason", "休假"]).done();
    assert_eq!(numbers(&office, &["list", "--handler", "李强"]), ["2026-001"]);
    assert_eq!(numbers(&office, &["list", "--mine"]), ["2026-002", "2026-003"]);
    assert_eq!(numbers(&office, &["list", "--find", "承办人:李强"]), ["2026-001"]);
    let shown = office.run(&["show", "2026-001", "--json"]).done().json();
    assert_eq!((&shown["handler"], &shown["handler_since"]), (&"李强".into(), &"2026-03-09".into()));
    let text = office.run(&["show", "2026-002"]).done().out;
    assert!(text.contains("承办人") && text.contains("（登记人）"), "{text}");
    let refused = office.run(&["act", "2026-001", "hand-over", "--to", "李强"]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert_eq!(office.run(&["act", "2026-001", "hand-over"]).code, 2, "to whom is wanted");
}

#[test]
fn all_cases_of_a_clerk_go_at_once_and_come_back_by_their_commit() {
    let office = staffed();
    let tried = office.run(&["clerk", "hand-over", "1", "李强", "--dry-run", "--json"]).done().json();
    assert_eq!((tried["cases"].as_array().unwrap().len(), &tried["commit"]), (3, &serde_json::Value::Null));
    assert_eq!(numbers(&office, &["list", "--handler", "李强"]), [""; 0]);
    let only = ["clerk", "hand-over", "1", "何敏", "--only", "2026-002"];
    let _ = office.run(&only).done();
    let done = office.run(&["clerk", "hand-over", "1", "李强", "--reason", "离职", "--json"]).done().json();
    let commit = done["commit"].as_u64().unwrap().to_string();
    assert_eq!(numbers(&office, &["list", "--handler", "李强"]), ["2026-001", "2026-003"]);
    for (arguments, said) in [
        (vec!["clerk", "hand-over", "李强", "李强"], "两位不同的经办人"),
        (vec!["clerk", "hand-over", "李强", "王五"], "没有经办人“王五”"),
        (vec!["clerk", "hand-over", "李强", "1", "--only", "2026-002"], "不是“李强”承办"),
    ] {
        let refused = office.run(&arguments);
        assert!(refused.code == 1 && refused.err.contains(said), "{arguments:?}: {}", refused.err);
    }
    let left = office.run(&["clerk", "leave", "李强"]);
    assert!(left.code == 0 && left.err.contains("clerk hand-over 李强"), "{}", left.err);
    let _ = office.run(&["act", "2026-001", "revoke", "--commit", &commit, "--reason", "交错了"]).done();
    assert_eq!(numbers(&office, &["list", "--handler", "1"]), ["2026-001", "2026-003"]);
    let refused = office.run(&["clerk", "hand-over", "1", "李强"]);
    assert!(refused.err.contains("已离岗"), "{}", refused.err);
}

#[test]
fn who_stands_in_has_the_cases_of_both_until_it_ends() {
    let office = staffed();
    let _ = office.run(&["clerk", "hand-over", "1", "李强"]).done();
    assert_eq!(numbers(&office, &["list", "--mine"]), [""; 0]);
    let set = office.run(&["clerk", "stand-in", "李强", "1", "--until", "2026-03-13"]).done();
    assert!(set.out.contains("2026-03-13"), "{}", set.out);
    assert!(office.run(&["clerk"]).done().out.contains("顶岗（2026-03-09 至 2026-03-13）"));
    assert_eq!(numbers(&office, &["list", "--mine"]).len(), 3);
    assert!(office.run(&["list", "--mine"]).done().out.starts_with("顶岗：李强 承办的 3 件"));
    assert_eq!(office.run(&["agenda", "--mine", "--json"]).done().json(), serde_json::json!([]));
    let _ = office.run(&["clerk", "stand-in", "李强", "1", "--end"]).done();
    assert_eq!(numbers(&office, &["list", "--mine"]), [""; 0]);
    assert_eq!(office.run(&["clerk", "stand-in", "李强", "1", "--end"]).code, 1);
    let over =
        office.run(&["clerk", "stand-in", "李强", "1", "--from", "2026-03-01", "--until", "2026-03-02"]);
    assert!(over.err.contains("末日"), "{}", over.err);
}

#[test]
fn the_list_of_what_is_handed_over_is_on_paper_without_numbers_of_persons() {
    let office = staffed();
    let text = office.run(&["clerk", "cases", "1", "--to", "李强"]).done().out;
    for wanted in ["交接清单", "接收人：李强", "共 3 件", "2026-003", "到期日 2026-03-30", "监交人（签名）"]
    {
        assert!(text.contains(wanted), "{wanted}\n{text}");
    }
    assert!(!text.contains("410522199001011234"), "{text}");
    let folder = tempfile::tempdir().unwrap();
    for name in ["清单.docx", "清单.xlsx", "清单.html", "清单.md"] {
        let path = folder.path().join(name);
        let _ = office.run(&["clerk", "cases", "1", "-o", path.to_str().unwrap()]).done();
        assert!(std::fs::metadata(&path).unwrap().len() > 200, "{name}");
    }
    assert_eq!(office.run(&["clerk", "cases", "1", "--format", "pdf"]).code, 2);
}

#[test]
fn the_journal_tells_it_and_takes_it_back_from_its_lines() {
    let office = staffed();
    let _ = office.run(&["clerk", "hand-over", "1", "李强", "--reason", "离职"]).done();
    let _ = office.run(&["clerk", "stand-in", "李强", "1"]).done();
    let lines = office.run(&["journal", "export"]).done().out;
    assert_eq!(lines.matches("\"kind\":54").count(), 3, "{lines}");
    assert!(lines.contains("\"kind\":12"), "{lines}");
    let _ = office.run(&["rebuild"]).done();
    assert_eq!(numbers(&office, &["list", "--handler", "李强"]).len(), 3);
    let _ = office.run(&["verify"]).done();
}
