//! `gongkai clerk`: who works here, in which roles.

use crate::office::Office;

#[test]
fn clerks_are_listed_admitted_changed_and_leave() {
    let office = Office::on("2026-03-02");
    let listed = office.run(&["clerk"]).done().out;
    assert!(listed.contains("管理、承办、科室、审核、负责人、统计、查阅"), "{listed}");
    let added = office.run(&["clerk", "add", "李强", "--uid", "54321", "--role", "承办", "--role", "leader"]);
    assert_eq!(added.done().out.trim(), "2  李强  uid 54321  承办、负责人");
    let rows = office.run(&["clerk", "--json"]).done().json();
    assert_eq!(rows[1]["roles"], serde_json::json!(["handler", "leader"]));
    let _ = office.run(&["clerk", "set", "李强", "--role", "reader"]).done();
    assert!(office.run(&["clerk"]).done().out.contains("2  李强  uid 54321  查阅"));
    let _ = office.run(&["clerk", "leave", "2"]).done();
    assert!(office.run(&["clerk"]).done().out.contains("2  李强  uid 54321  离岗"));
    let _ = office.run(&["clerk", "back", "李强", "--role", "unit"]).done();
    let show = office.run(&["clerk", "--json"]).done().json();
    assert_eq!((&show[1]["here"], &show[1]["roles"]), (&true.into(), &serde_json::json!(["unit"])));
}

#[test]
fn what_cannot_be_says_what_to_do() {
    let office = Office::on("2026-03-02");
    for (arguments, said) in [
        (vec!["clerk", "add", "李强", "--uid", "54321"], "请至少给一个角色"),
        (vec!["clerk", "add", "李强", "--role", "reader"], "请写明账号"),
        (vec!["clerk", "add", "李强", "--account", "no-such-login", "--role", "reader"], "没有登录名为"),
        (vec!["clerk", "set", "王五", "--role", "reader"], "没有经办人“王五”"),
        (vec!["clerk", "leave", "1"], "至少要留一位"),
    ] {
        let refused = office.run(&arguments);
        assert_ne!(refused.code, 0, "{arguments:?}");
        assert!(refused.err.contains(said), "{arguments:?}: {}", refused.err);
    }
    let wrong = office.run(&["clerk", "add", "李强", "--uid", "5", "--role", "皇帝"]);
    assert!(wrong.err.contains("没有角色“皇帝”") && wrong.err.contains("leader（负责人）"), "{}", wrong.err);
}
