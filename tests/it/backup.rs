//! Backups by command: made, checked, restored elsewhere, refused where anything is wrong.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::office::{Ended, Office, text};

/// An office with two requests, some steps, a record, and its backup.
fn office() -> (Office, PathBuf) {
    let office = Office::on("2026-03-20");
    let no = office.register("2026-03-02", "李强", "征地批复");
    let _ = office.run(&["act", &no, "note", "已电话核对", "--type", "talk"]).done();
    let asked = [
        "act",
        &no,
        "supplement-ask",
        "--on",
        "2026-03-09",
        "--points",
        "请写明",
        "--reply-by",
        "2026-03-25",
    ];
    let _ = office.run(&asked).done();
    let _ = office.register("2026-03-05", "王芳", "环评报告");
    let path = backed_up(&office, "one.backup");
    (office, path)
}

fn beside(office: &Office, name: &str) -> PathBuf {
    office.home().parent().unwrap().join(name)
}

fn backed_up(office: &Office, name: &str) -> PathBuf {
    let path = beside(office, name);
    let _ = office.run(&["backup", text(&path)]).done();
    path
}

/// A copy of the key, kept apart.
fn key(office: &Office) -> PathBuf {
    let path = beside(office, "key");
    fs::copy(office.home().join("data/office.key"), &path).unwrap();
    path
}

fn passphrase(office: &Office, words: &str) -> PathBuf {
    let path = office.file("passphrase", words.as_bytes());
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    path
}

/// What can be seen of an office.
fn seen(office: &Office, home: &Path) -> Vec<String> {
    let run = |arguments: &[&str]| office.run(&[&["--home", text(home)], arguments].concat()).done().out;
    let list = run(&["list", "--all", "--json"]);
    let rows: Value = serde_json::from_str(&list).unwrap();
    let numbers: Vec<String> =
        rows.as_array().unwrap().iter().map(|row| row["no"].as_str().unwrap().to_owned()).collect();
    let mut all = vec![list, run(&["report", "2026", "--format", "json"]), run(&["agenda", "--json"])];
    all.extend(numbers.iter().map(|no| run(&["show", no, "--json"])));
    all
}

fn restore(office: &Office, backup: &Path, home: &Path, more: &[&str]) -> Ended {
    office.run(&[&["--home", text(home), "restore", text(backup)], more].concat())
}

#[test]
fn a_restored_office_shows_what_the_backed_up_one_did_and_says_from_what_it_was_made() {
    let (office, backup) = office();
    let (before, journal, key) = (seen(&office, &office.home()), office.journal(), key(&office));
    // What comes after the backup is not in it.
    let _ = office.register("2026-03-19", "赵六", "后来的");
    let home = beside(&office, "restored");
    let ended = restore(&office, &backup, &home, &["--key", text(&key)]).done();
    assert!(ended.out.contains(text(&home)) && ended.out.contains("北关区工业和信息化局"), "{ended:?}");
    assert!(ended.err.contains("补录"), "{ended:?}");
    assert_eq!(seen(&office, &home), before);
    let verified = office.run(&["--home", text(&home), "verify"]).done().out;
    let head = journal.lines().next().unwrap().split("封印 ").nth(1).unwrap();
    assert!(ended.out.contains(head) && verified.contains(head), "{verified}");
    assert!(verified.contains("由备份恢复过") && verified.contains("台账与日志一致"), "{verified}");
    assert!(office.run(&["--home", text(&home), "rebuild"]).done().out.contains("一致"));
    // It is an office like any other: it can be worked on, and be backed up again.
    let _ =
        office.run(&["--home", text(&home), "act", "2026-002", "note", "恢复后", "--type", "talk"]).done();
    let _ = office.run(&["--home", text(&home), "backup", text(&beside(&office, "again"))]).done();
}

#[test]
fn the_key_is_kept_apart_or_wrapped_by_a_passphrase_and_the_command_says_which() {
    let (office, _) = office();
    let path = beside(&office, "apart.backup");
    let ended = office.run(&["backup", text(&path)]).done();
    assert!(ended.err.contains("office.key") && ended.err.contains("分开保管"), "{ended:?}");
    let words = passphrase(&office, "北关区二〇二六年密语\n");
    let wrapped = beside(&office, "wrapped.backup");
    let ended = office.run(&["backup", text(&wrapped), "--passphrase-file", text(&words)]).done();
    assert!(ended.err.contains("口令"), "{ended:?}");
    let home = beside(&office, "restored");
    let ended = restore(&office, &wrapped, &home, &[]);
    assert!(ended.code == 2 && ended.err.contains("--passphrase-file"), "{ended:?}");
    let ended = restore(&office, &path, &home, &[]);
    assert!(ended.code == 2 && ended.err.contains("--key"), "{ended:?}");
    let wrong = office.file("wrong", "北关区二〇二五年密语".as_bytes());
    fs::set_permissions(&wrong, fs::Permissions::from_mode(0o644)).unwrap();
    let ended = restore(&office, &wrapped, &home, &["--passphrase-file", text(&wrong)]);
    assert!(ended.code == 1 && ended.err.contains("chmod 600"), "{ended:?}");
    fs::set_permissions(&wrong, fs::Permissions::from_mode(0o600)).unwrap();
    let ended = restore(&office, &wrapped, &home, &["--passphrase-file", text(&wrong)]);
    assert!(ended.code == 1 && ended.err.contains("口令不对"), "{ended:?}");
    let ended = restore(&office, &path, &home, &["--passphrase-file", text(&words)]);
    assert!(ended.code == 1 && ended.err.contains("没有用口令"), "{ended:?}");
    let other = Office::on("2026-03-20");
    let ended = restore(&office, &path, &home, &["--key", text(&other.home().join("data/office.key"))]);
    assert!(ended.code == 1 && ended.err.contains("密钥与这份备份不符"), "{ended:?}");
    assert!(!home.exists(), "nothing is left by what was refused");
    let _ = restore(&office, &wrapped, &home, &["--passphrase-file", text(&words)]).done();
    assert_eq!(seen(&office, &home), seen(&office, &office.home()));
    let keys = |home: &Path| fs::read(home.join("data/office.key")).unwrap();
    assert_eq!(keys(&home), keys(&office.home()));
}

#[test]
fn a_short_passphrase_protects_nothing_and_makes_no_backup() {
    let (office, _) = office();
    let words = passphrase(&office, "short\n");
    let path = beside(&office, "weak.backup");
    let ended = office.run(&["backup", text(&path), "--passphrase-file", text(&words)]);
    assert!(ended.code == 1 && ended.err.contains("口令太短"), "{ended:?}");
    assert!(!path.exists());
}

#[test]
fn nothing_is_restored_over_an_office_or_into_a_folder_with_files() {
    let (office, backup) = office();
    let key = key(&office);
    let before = office.journal();
    let ended = restore(&office, &backup, &office.home(), &["--key", text(&key)]);
    assert!(ended.code == 1 && ended.err.contains("不会覆盖"), "{ended:?}");
    assert_eq!(office.journal(), before);
    let home = beside(&office, "other");
    fs::create_dir_all(home.join("data")).unwrap();
    fs::write(home.join("data/mine"), "mine").unwrap();
    let ended = restore(&office, &backup, &home, &["--key", text(&key)]);
    assert!(ended.code == 1 && ended.err.contains("已有文件"), "{ended:?}");
    assert_eq!(fs::read_dir(&home).unwrap().count(), 1, "only what was there");
    fs::remove_file(home.join("data/mine")).unwrap();
    let _ = restore(&office, &backup, &home, &["--key", text(&key)]).done();
}

#[test]
fn a_dry_run_checks_everything_and_leaves_nothing() {
    let (office, backup) = office();
    let key = key(&office);
    let home = beside(&office, "restored");
    let ended = restore(&office, &backup, &home, &["--key", text(&key), "--dry-run"]).done();
    assert!(ended.out.contains("备份完好") && ended.out.contains("没有写入"), "{ended:?}");
    assert!(!home.exists());
    // The office itself may be there: nothing is written.
    let _ = restore(&office, &backup, &office.home(), &["--key", text(&key), "--dry-run"]).done();
}

#[test]
fn a_damaged_backup_is_named_by_verify_and_by_restore_and_leaves_nothing() {
    let (office, backup) = office();
    let key = key(&office);
    let bytes = fs::read(&backup).unwrap();
    let whole = office.run(&["verify", "--backup", text(&backup)]).done().out;
    assert!(whole.contains("备份完好") && whole.contains("均能打开"), "{whole}");
    let home = beside(&office, "restored");
    let middle = bytes.len() / 2;
    let flipped = [&bytes[..middle], &[bytes[middle] ^ 1], &bytes[middle + 1..]].concat();
    for (what, damaged, words) in [
        ("cut", &bytes[..middle], "截断"),
        ("flipped", &flipped, "与清单不符"),
        ("empty", &[][..], "不是本程序的备份"),
        ("other", "编号,收到日期\n".as_bytes(), "不是本程序的备份"),
    ] {
        let path = office.file(what, damaged);
        let ended = office.run(&["verify", "--backup", text(&path)]);
        assert!(ended.code == 3 && ended.out.contains(words), "{what}: {ended:?}");
        for more in [&["--dry-run"][..], &[]] {
            let ended = restore(&office, &path, &home, &[&["--key", text(&key)], more].concat());
            assert!(ended.code == 1 && ended.err.contains(words), "{what}: {ended:?}");
        }
        assert!(!home.exists(), "{what}");
    }
    let ended = office.run(&["verify", "--backup", text(&beside(&office, "nothing"))]);
    assert!(ended.code == 1 && ended.err.contains("没有这个文件"), "{ended:?}");
}

#[test]
fn a_noted_seal_is_compared_with_that_of_a_backup() {
    let (office, backup) = office();
    let journal = office.journal();
    let head = journal.lines().next().unwrap().split("封印 ").nth(1).unwrap().to_owned();
    let verify = |expect: &str| office.run(&["verify", "--backup", text(&backup), "--expect", expect]);
    assert!(verify(&head).done().out.contains("相符"));
    assert_eq!(verify(&head.replacen(':', "0:", 1)).code, 3);
}

#[test]
fn a_backup_takes_a_free_name_in_a_folder_and_overwrites_nothing() {
    let (office, backup) = office();
    let before = fs::read(&backup).unwrap();
    let ended = office.run(&["backup", text(&backup)]);
    assert!(ended.code == 1 && ended.err.contains("不会覆盖"), "{ended:?}");
    assert_eq!(fs::read(&backup).unwrap(), before);
    let folder = beside(&office, "folder");
    fs::create_dir(&folder).unwrap();
    for _ in 0..2 {
        let _ = office.run(&["backup", text(&folder)]).done();
    }
    let mut names: Vec<String> = names(&folder);
    names.sort();
    assert_eq!(names.len(), 2);
    assert!(names.iter().all(|name| name.starts_with("gongkai-2026-03-20-")), "{names:?}");
    assert_eq!(office.run(&["backup"]).code, 2);
    assert_eq!(office.run(&["backup", text(&folder), "--rotate"]).code, 2);
    assert_eq!(fs::metadata(&backup).unwrap().permissions().mode() & 0o777, 0o600);
}

fn names(folder: &Path) -> Vec<String> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn the_rotation_thins_out_its_own_backups_and_no_other_file() {
    let (mut office, _) = office();
    let folder = office.home().join("data/backups");
    let _ = office.run(&["backup", text(&folder)]).done();
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    fs::write(folder.join("auto-2020-01-01-5.backup"), "looks like one").unwrap();
    for day in 1..=14 {
        office.day(&format!("2026-04-{day:02}"));
        let ended = office.run(&["backup", "--rotate"]).done();
        assert!(ended.err.contains("auto-2020-01-01-5.backup"), "{ended:?}");
    }
    let mut left = names(&folder);
    left.sort();
    let auto = |day: u8| format!("auto-2026-04-{day:02}-");
    // Seven days; the last of the two weeks before is among them or a Sunday: 2026-04-05.
    let expected: Vec<String> = [5, 8, 9, 10, 11, 12, 13, 14].map(auto).to_vec();
    let own: Vec<&String> = left.iter().filter(|name| name.starts_with("auto-2026")).collect();
    assert_eq!(own.len(), expected.len(), "{left:?}");
    assert!(own.iter().zip(&expected).all(|(name, day)| name.starts_with(day)), "{left:?}");
    assert!(left.contains(&"notes.txt".to_owned()) && left.contains(&"auto-2020-01-01-5.backup".to_owned()));
    assert_eq!(left.iter().filter(|name| name.starts_with("gongkai-")).count(), 1);
    for name in own {
        let _ = office.run(&["verify", "--backup", text(&folder.join(name))]).done();
    }
}

#[test]
fn the_journal_goes_out_as_lines_of_json_and_comes_back_equal() {
    let (office, _) = office();
    let _ = office.run(&["organ", "add", "北关区人民政府办公室"]).done();
    let ended = office.run(&["journal", "export"]).done();
    assert!(ended.err.contains("个人信息") && ended.out.contains("李强"), "{ended:?}");
    let entry: Value = serde_json::from_str(ended.out.lines().last().unwrap()).unwrap();
    assert_eq!(entry["clear"]["name"], "北关区人民政府办公室");
    let file = beside(&office, "journal.jsonl");
    let _ = office.run(&["journal", "export", "-o", text(&file)]).done();
    assert_eq!(fs::read_to_string(&file).unwrap(), ended.out);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(office.run(&["journal", "export", "-o", text(&file)]).code, 1, "nothing is overwritten");
    let home = beside(&office, "again");
    let at = |arguments: &[&str]| office.run(&[&["--home", text(&home)], arguments].concat());
    let taken = at(&["journal", "import", text(&file)]).done();
    assert!(taken.out.contains("北关区工业和信息化局") && taken.err.contains("密钥是新的"), "{taken:?}");
    assert_eq!(at(&["journal", "export"]).done().out, ended.out);
    assert_eq!(seen(&office, &home), seen(&office, &office.home()));
    assert!(at(&["verify"]).done().out.contains("台账与日志一致"));
    let again = at(&["journal", "import", text(&file)]);
    assert!(again.code == 1 && again.err.contains("不会覆盖"), "{again:?}");
}

#[test]
fn an_export_that_is_cut_or_contradicts_itself_makes_no_office() {
    let (office, _) = office();
    let told = office.run(&["journal", "export"]).done().out;
    let lines: Vec<&str> = told.lines().collect();
    let home = beside(&office, "again");
    // A step of a request that was never registered, and a request under a number not its own.
    let orphan = lines[13].replace("\"request\":12", "\"request\":3");
    let orphan = told.replace(lines[13], &orphan);
    let misplaced = told.replace("\"request\":12", "\"request\":13");
    for (text_of, words) in [
        (lines[..lines.len() - 1].join("\n"), "条记录, 实有"),
        (told.chars().take(told.chars().count() - 9).collect(), "不是一条完整的记录"),
        ("{}".to_owned(), "不是本程序导出的日志"),
        (orphan, "前后矛盾"),
        (misplaced, "接不上前面"),
    ] {
        let file = office.file("wrong.jsonl", text_of.as_bytes());
        let ended = office.run(&["--home", text(&home), "journal", "import", text(&file)]);
        assert!(ended.code == 1 && ended.err.contains(words), "{words}: {ended:?}");
        assert!(!home.exists(), "{words}");
    }
}
