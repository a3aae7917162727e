//! Keys by command: nothing personal lies in the files, one case is erased for good, the office key is
//! changed and protected.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::office::{Ended, Office, text};
use crate::terminal::{Terminal, key};

const NAMES: [&str; 3] = ["欧阳若兰", "征地补偿安置方案", "规划自然资源科"];

/// An office with an archived request of somebody with a rare name, and an open one.
fn office() -> (Office, String) {
    let office = Office::on("2026-03-25");
    let no = office.register("2026-03-02", NAMES[0], NAMES[1]);
    let _ = office.register("2026-03-03", "王芳", "环评报告");
    for step in [
        &["assign", "--on", "2026-03-03", "--unit", NAMES[2], "--reply-by", "2026-03-10"][..],
        &["decide", "--on", "2026-03-16", "--outcome", "open"],
        &["serve", "--on", "2026-03-17", "--way", "post"],
        &["archive", "--on", "2026-03-20"],
    ] {
        let _ = office.run(&[&["act", &no], step].concat()).done();
    }
    (office, no)
}

fn erase(office: &Office, no: &str) -> Ended {
    office.run(&["erase", no, "--reason", "保管期限届满", "--yes"])
}

fn beside(office: &Office, name: &str) -> PathBuf {
    office.home().parent().unwrap().join(name)
}

fn private(office: &Office, name: &str, words: &str) -> PathBuf {
    let path = office.file(name, words.as_bytes());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// A text as it may stand in a file, whatever writes it.
fn encoded(text: &str) -> Vec<Vec<u8>> {
    let units: Vec<u16> = text.encode_utf16().collect();
    vec![
        text.as_bytes().to_vec(),
        encoding_rs::GBK.encode(text).0.into_owned(),
        units.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        units.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    ]
}

fn assert_nowhere(folder: &Path, names: &[&str]) {
    let files = files(folder);
    assert!(files.len() > 5, "{files:?}");
    for path in files {
        let bytes = fs::read(&path).unwrap();
        for name in names {
            for form in encoded(name) {
                assert_eq!(memchr::memmem::find(&bytes, &form), None, "{name} in {}", path.display());
            }
        }
    }
}

#[test]
fn no_name_lies_in_any_file_of_an_office_with_register_search_and_backups() {
    let (office, no) = office();
    assert!(office.run(&["list", "--all", "--find", NAMES[0]]).done().out.contains(&no));
    let _ = office.run(&["backup", "--rotate"]).done();
    let _ = office.run(&["rebuild"]).done();
    let _ = office.run(&["record", "list"]);
    assert_nowhere(&office.home(), &NAMES);
    assert_nowhere(&office.home(), &["王芳", "环评报告"]);
    let mode = fs::metadata(office.home().join("data/keys/cases.keys")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn an_erased_case_is_gone_from_lists_searches_and_exports_and_still_counted() {
    let (office, no) = office();
    let report = office.run(&["report", "2026", "--format", "json"]).done().out;
    let refused = office.run(&["erase", &no, "--reason", "保管期限届满"]);
    assert!(
        refused.code == 1 && refused.err.contains("--yes") && refused.err.contains("第四十五条"),
        "{refused:?}"
    );
    let open = erase(&office, "2026-002");
    assert!(open.code == 1 && open.err.contains("归档"), "{open:?}");
    let done = erase(&office, &no).done();
    assert!(done.out.contains("已删除") && done.err.contains("备份"), "{done:?}");
    assert_eq!(office.run(&["report", "2026", "--format", "json"]).done().out, report);
    for command in
        [&["list", "--all", "--json"][..], &["show", &no, "--json"], &["show", &no], &["journal", "export"]]
    {
        let told = office.run(command).done().out;
        assert!(!NAMES.iter().any(|name| told.contains(name)), "{told}");
        assert!(command[0] == "journal" || told.contains("已删除"), "{told}");
    }
    assert!(!office.run(&["list", "--all", "--find", NAMES[0]]).done().out.contains(&no));
    let verified = office.run(&["verify"]).done().out;
    assert!(
        verified.contains("已删除个人信息的申请 1 件") && verified.contains("台账与日志一致"),
        "{verified}"
    );
    assert!(office.run(&["rebuild"]).done().out.contains("一致"));
    assert!(office.run(&["check", "2026"]).code != 1);
    let again = erase(&office, &no);
    assert!(again.code == 1 && again.err.contains("已经删除"), "{again:?}");
    let step = office.run(&["act", &no, "note", "补记", "--type", "talk"]);
    assert!(step.code == 1 && step.err.contains("已经删除"), "{step:?}");
    let shown = office.run(&["key", "show"]).done().out;
    assert!(shown.contains("在册申请 2 件") && shown.contains("已销毁 1 把"), "{shown}");
}

#[test]
fn a_backup_from_after_an_erasure_keeps_it_and_one_from_before_brings_the_case_back() {
    let (office, no) = office();
    let key = office.home().join("data/office.key");
    let before = beside(&office, "before.backup");
    let _ = office.run(&["backup", text(&before)]).done();
    let _ = erase(&office, &no).done();
    let after = beside(&office, "after.backup");
    let _ = office.run(&["backup", text(&after)]).done();
    for (backup, is_there) in [(&before, true), (&after, false)] {
        let home = beside(&office, if is_there { "old" } else { "new" });
        let run = |arguments: &[&str]| office.run(&[&["--home", text(&home)], arguments].concat());
        let _ = run(&["restore", text(backup), "--key", text(&key)]).done();
        let shown = run(&["show", &no]).done().out;
        assert_eq!(shown.contains(NAMES[0]), is_there, "{shown}");
        let _ = run(&["verify"]).done();
        assert!(run(&["rebuild"]).done().out.contains("一致"));
    }
    let checked = office.run(&["verify", "--backup", text(&after)]).done().out;
    assert!(checked.contains("日志完好"), "{checked}");
}

#[test]
fn an_export_taken_in_gives_each_case_a_key_and_keeps_what_was_erased_erased() {
    let (office, no) = office();
    let _ = erase(&office, &no).done();
    let exported = beside(&office, "journal.jsonl");
    let _ = office.run(&["journal", "export", "-o", text(&exported)]).done();
    let home = beside(&office, "taken-in");
    let run = |arguments: &[&str]| office.run(&[&["--home", text(&home)], arguments].concat());
    let _ = run(&["journal", "import", text(&exported)]).done();
    let shown = run(&["key", "show"]).done().out;
    assert!(shown.contains("一件一钥 1 把，已销毁 1 把"), "{shown}");
    assert!(run(&["show", &no]).done().out.contains("已删除"));
    assert!(run(&["journal", "export"]).done().out == fs::read_to_string(&exported).unwrap());
}

#[test]
fn the_office_key_is_changed_and_the_old_copy_is_said_to_be_of_no_more_use() {
    let (office, no) = office();
    let (old, shown) = (
        fs::read_to_string(office.home().join("data/office.key")).unwrap(),
        office.run(&["show", &no]).done(),
    );
    let head = office.journal();
    let rotated = office.run(&["key", "rotate"]).done();
    assert!(rotated.out.contains("2 件") && rotated.err.contains("另存"), "{rotated:?}");
    assert_eq!(office.journal(), head);
    assert_eq!(office.run(&["show", &no]).done(), shown);
    let told = office.run(&["key", "show"]).done().out;
    assert!(told.contains("编号 1、2，现用 2"), "{told}");
    let new = fs::read_to_string(office.home().join("data/office.key")).unwrap();
    let secrets = old.lines().chain(new.lines()).filter_map(|line| line.strip_prefix("key "));
    assert!(
        secrets.clone().count() == 3
            && secrets.clone().all(|key| !told.contains(key.split(' ').next_back().unwrap())),
        "{told}"
    );
    let backup = beside(&office, "new.backup");
    let _ = office.run(&["backup", text(&backup)]).done();
    let copy = private(&office, "old.key", &old);
    let home = beside(&office, "restored");
    let refused = office.run(&["--home", text(&home), "restore", text(&backup), "--key", text(&copy)]);
    assert!(refused.code == 1 && refused.err.contains("不符"), "{refused:?}");
}

#[test]
fn the_office_key_is_changed_and_protected_while_a_clerk_is_at_work() {
    let (office, no) = office();
    let shown = office.run(&["show", &no]).done();
    let words = private(&office, "words", "北关区二〇二六年密语\n");
    let mut clerk = Terminal::open(&office, Some("2026-03-25"));
    clerk.wait_for("未办结申请");
    let rotated = office.run(&["key", "rotate"]).done();
    assert!(rotated.out.contains("2 件") && rotated.out.contains("2 号"), "{rotated:?}");
    assert_eq!(office.run(&["show", &no]).done(), shown);
    let later = office.register("2026-03-24", "赵敏", "会议纪要");
    let _ = office.run(&["key", "protect", "--passphrase-file", text(&words)]).done();
    assert_eq!(office.run(&["show", &no]).done(), shown, "whoever has it open works on");
    assert!(office.run(&["key", "show"]).done().out.contains("由口令保护"));
    clerk.press("\x04", "退出");
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
    let _ = office.run(&["stop"]);
    let with = ["--key-passphrase-file", text(&words)];
    assert_eq!(office.run(&[&with, &["show", &no][..]].concat()).done(), shown);
    assert!(office.run(&[&with, &["show", &later][..]].concat()).done().out.contains("赵敏"));
}

#[test]
fn a_protected_key_opens_with_its_passphrase_from_a_file_or_the_environment_and_with_no_other() {
    let (office, no) = office();
    let words = private(&office, "words", "北关区二〇二六年密语\n");
    let short = private(&office, "short", "短");
    let refused = office.run(&["key", "protect", "--passphrase-file", text(&short)]);
    assert!(refused.code == 1, "{refused:?}");
    let _ = office.run(&["key", "protect", "--passphrase-file", text(&words)]).done();
    let file = fs::read_to_string(office.home().join("data/office.key")).unwrap();
    assert!(file.starts_with("gongkai protected keys 1\n") && !file.contains("key 1"), "{file}");
    let refused = office.run(&["show", &no]);
    assert!(refused.code == 1 && refused.err.contains("--key-passphrase-file"), "{refused:?}");
    let wrong = private(&office, "wrong", "北关区二〇二五年密语");
    let refused = office.run(&["--key-passphrase-file", text(&wrong), "show", &no]);
    assert!(refused.code == 1 && refused.err.contains("口令不对"), "{refused:?}");
    let with = ["--key-passphrase-file", text(&words)];
    assert!(office.run(&[&with, &["show", &no][..]].concat()).done().out.contains(NAMES[0]));
    let rotated = office.run(&[&with, &["key", "rotate"][..]].concat()).done();
    assert!(rotated.out.contains("2 号"), "{rotated:?}");
    assert!(office.run(&["show", &no]).code == 1, "still protected");
    let shown = surrounded(&office, &[("GONGKAI_PASSPHRASE_FILE", text(&words))], &["key", "show"]).done();
    assert!(shown.out.contains("由口令保护"), "{shown:?}");
}

#[test]
fn the_interactive_start_asks_for_the_passphrase_without_showing_it() {
    let (office, _) = office();
    let words = private(&office, "words", "gongkai-2026-mima\n");
    let _ = office.run(&["key", "protect", "--passphrase-file", text(&words)]).done();
    let mut clerk = Terminal::open(&office, Some("2026-03-25"));
    clerk.wait_for("办公室密钥的口令");
    clerk.send("gongkai-2025\x7f\x7f26-mima");
    clerk.press("\x7fa\r", "未办结申请");
    clerk.press("\x04", "退出");
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
    let mut stranger = Terminal::open(&office, Some("2026-03-25"));
    stranger.wait_for("办公室密钥的口令");
    stranger.press("\x03", "没有输入口令");
    assert_eq!(stranger.left(), 1);
}

/// Runs a command with these variables.
fn surrounded(office: &Office, variables: &[(&str, &str)], arguments: &[&str]) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
    command.env_clear().env("GONGKAI_HOME", office.home()).env("LANG", "C.UTF-8");
    command.env("GONGKAI_TODAY", "2026-03-25").envs(variables.iter().copied()).args(arguments);
    let output = command.output().unwrap();
    Ended {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[test]
fn the_key_comes_from_a_credential_of_the_system_where_there_is_one_and_is_not_changed_there() {
    let (office, no) = office();
    let credentials = beside(&office, "credentials");
    fs::create_dir(&credentials).unwrap();
    let own = office.home().join("data/office.key");
    fs::rename(&own, credentials.join("gongkai-office-key")).unwrap();
    assert!(office.run(&["show", &no]).code == 1);
    let with = [("CREDENTIALS_DIRECTORY", text(&credentials))];
    assert!(surrounded(&office, &with, &["show", &no]).done().out.contains(NAMES[0]));
    assert!(surrounded(&office, &with, &["key", "show"]).done().out.contains("系统凭据"));
    let refused = surrounded(&office, &with, &["key", "rotate"]);
    assert!(refused.code == 1 && refused.err.contains("系统凭据"), "{refused:?}");
    assert!(!own.exists());
}

#[test]
fn the_key_of_another_office_is_said_to_be_that_and_nothing_is_derived_with_it() {
    let (office, no) = office();
    let other = Office::on("2026-03-25");
    let own = office.home().join("data/office.key");
    let kept = fs::read(&own).unwrap();
    fs::copy(other.home().join("data/office.key"), &own).unwrap();
    for command in [&["show", &no][..], &["rebuild"], &["verify"]] {
        let refused = office.run(command);
        assert!(refused.code == 1 && refused.err.contains("不是本单位的密钥"), "{refused:?}");
    }
    fs::write(&own, kept).unwrap();
    let shown = office.run(&["show", &no]).done();
    assert!(shown.out.contains(NAMES[0]) && shown.err.is_empty(), "{shown:?}");
}
