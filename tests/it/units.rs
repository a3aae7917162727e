//! A clerk of a unit (科室) beside a clerk of the office: on the command line and at a host, each sees his own.

use std::process::Command;

use crate::host_edges::Service;
use crate::office::{Ended, Office};
use crate::staff::{GROUP, as_account, has_accounts, open_to_group};

const TODAY: &str = "2026-06-30";
const UNIT: u32 = GROUP + 1;

/// What is told of the request that was handed to another unit.
const FOREIGN: [&str; 4] = ["2026-002", "欧阳静怡", "征地批复", "财务科"];

fn as_unit(office: &Office, arguments: &[&str]) -> Ended {
    let prefix = as_account(UNIT, GROUP);
    let mut command = Command::new(&prefix[0]);
    command.args(&prefix[1..]).arg(env!("CARGO_BIN_EXE_gongkai"));
    office.run_by(command, arguments)
}

/// An office with a request of 规划科, one of 财务科, and a clerk of a unit that is not named yet.
fn office() -> Office {
    let office = Office::on(TODAY);
    let uid = UNIT.to_string();
    for (name, content, unit) in [("李强", "预算", "规划科"), ("欧阳静怡", "征地批复", "财务科")]
    {
        let no = office.register("2026-03-02", name, content);
        let assign = ["act", &no, "assign", "--unit", unit, "--on", "2026-03-03", "--reply-by", "2026-03-09"];
        let _ = office.run(&assign).done();
    }
    let _ = office.run(&["clerk", "add", "李四", "--uid", &uid, "--role", "科室"]).done();
    open_to_group(&office);
    office
}

/// Every command that reads requests.
const READING: [&[&str]; 18] = [
    &["list"],
    &["list", "--all", "--json"],
    &["list", "--overdue"],
    &["list", "--find", "征地"],
    &["list", "--find", "oyjy", "--all"],
    &["list", "--carried-out-of", "2026", "--json"],
    &["agenda"],
    &["agenda", "--json"],
    &["check", "2026"],
    &["check", "2026", "--json"],
    &["report", "2026"],
    &["report", "2026", "--format", "json"],
    &["report", "--from", "2026-01-01", "--to", "2026-06-30"],
    &["report", "--from", "2026-01-01", "--to", "2026-06-30", "--working"],
    &["record", "dispute", "list"],
    &["verify"],
    &["access"],
    &["clerk"],
];

#[test]
fn a_clerk_of_a_unit_sees_its_requests_and_of_others_not_a_word() {
    if !has_accounts() {
        println!("skipped: not root, or no setpriv: no second account is tried");
        return;
    }
    let office = office();
    let service = Service::serve(&office, &[]);
    // Without a unit: nothing, and what to ask for.
    let nothing = as_unit(&office, &["list"]);
    assert!(nothing.err.contains("--unit"), "{nothing:?}");
    assert_eq!(as_unit(&office, &["list", "--all", "--json"]).done().json().as_array().unwrap().len(), 0);
    let set = office.run(&["clerk", "set", "李四", "--unit", " 规划 科"]).done();
    assert!(set.out.contains("科室（规划 科）") && set.err.is_empty(), "{set:?}");
    let misspelt =
        office.run(&["clerk", "add", "王五", "--uid", "7", "--role", "科室", "--unit", "规化科"]).done();
    assert!(misspelt.err.contains("规化科"), "{misspelt:?}");
    // His own, at once.
    let rows = as_unit(&office, &["list", "--all", "--json"]).done().json();
    let numbers: Vec<&str> = rows.as_array().unwrap().iter().map(|row| row["no"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["2026-001"]);
    assert!(as_unit(&office, &["show", "2026-001"]).done().out.contains("李强"));
    let _ = as_unit(&office, &["act", "2026-001", "unit-answer"]).done();
    // Numbers are for whoever has the right to them, in the timeline too.
    let amend = ["act", "2026-001", "amend", "--contact", "13912345678", "--reason", "补填"];
    let _ = office.run(&amend).done();
    assert!(office.run(&["show", "2026-001", "--json"]).done().out.contains("13912345678"));
    for more in [&[][..], &["--json"], &["--contents"]] {
        let shown = as_unit(&office, &[&["show", "2026-001"], more].concat()).done().out;
        assert!(!shown.contains("13912345678"), "{more:?}: {shown}");
    }
    // Of the other not a word, whatever he asks.
    for arguments in READING {
        let ended = as_unit(&office, arguments);
        let leak = FOREIGN.into_iter().find(|word| ended.out.contains(word) || ended.err.contains(word));
        assert_eq!(leak, None, "{arguments:?}: {ended:?}");
        assert_ne!(ended.code, 2, "{arguments:?}: {ended:?}");
    }
    // A number of others is a number that nobody has.
    for arguments in [
        vec!["show", "NO"],
        vec!["clock", "NO"],
        vec!["clock", "NO", "--json"],
        vec!["guide", "--for", "NO"],
        vec!["act", "NO", "note", "已电话联系", "--type", "talk"],
        vec!["act", "NO", "unit-answer"],
        vec!["act", "NO", "decide", "--outcome", "open"],
        vec!["act", "2026-001", "link", "--to", "NO"],
        vec!["erase", "NO", "--reason", "期满", "--yes"],
    ] {
        let ask = |no: &str| {
            let arguments: Vec<&str> =
                arguments.iter().map(|word| if *word == "NO" { no } else { word }).collect();
            let ended = as_unit(&office, &arguments);
            (ended.code, ended.out.replace(no, "NO"), ended.err.replace(no, "NO"))
        };
        assert_eq!(ask("2026-002"), ask("2026-009"), "{arguments:?}");
        assert_ne!(ask("2026-002").0, 0, "{arguments:?}");
    }
    for arguments in [
        &["journal", "export"][..],
        &["backup", "/tmp/x.backup"],
        &["clerk", "set", "李四", "--role", "reader"],
    ] {
        assert_eq!(as_unit(&office, arguments).code, 1, "{arguments:?}");
    }
    // The office sees both all the while.
    assert_eq!(office.run(&["list", "--all", "--json"]).done().json().as_array().unwrap().len(), 2);
    assert_eq!(service.end(), Some(0));
    let counted = |office: &Office| office.run(&["clerk", "--json"]).done().json()[1]["units"].clone();
    assert_eq!(counted(&office), serde_json::json!(["规划 科"]));
}
