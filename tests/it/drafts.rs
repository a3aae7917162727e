//! Half-typed forms when the host, or the program itself, ends under them: real processes, real terminals.

use std::path::Path;

use crate::host::{kill_host, open, until};
use crate::office::Office;
use crate::terminal::{Terminal, key};

const TODAY: &str = "2026-04-01";
const F2: &str = "\x1bOQ";
const F8: &str = "\x1b[19~";

/// Fills in half a registration.
fn half_typed(clerk: &mut Terminal) {
    clerk.press(F2, "登记新申请");
    clerk.press(&format!("李强{}", key::TAB), "李强");
    clerk.press(&format!("1{0}1{0}", key::TAB), "当面");
}

fn drafts(office: &Office) -> usize {
    let files = std::fs::read_dir(office.home().join("data/clerks/1"));
    files
        .map(|files| files.filter(|file| is_draft(&file.as_ref().unwrap().path())).count())
        .unwrap_or_default()
}

fn is_draft(path: &Path) -> bool {
    let name = path.file_name().unwrap().to_str().unwrap();
    name.strip_prefix("draft-").is_some_and(|slot| slot.parse::<u64>().is_ok())
}

/// Opens what was left and saves it: it is registered, once.
fn finish(office: &Office, mut clerk: Terminal) {
    clerk.wait_for("没有保存的表单");
    assert!(clerk.text().contains("申请人 李强"), "{}", clerk.text());
    clerk.press("1", "已恢复上次的草稿");
    assert!(clerk.text().contains("当面"), "{}", clerk.text());
    clerk.send(&key::TAB.repeat(5));
    clerk.press("2025年度预算", "2025年度预算");
    clerk.press(F8, "已保存");
    until("the draft is gone", || drafts(office) == 0);
    clerk.quit();
    let list = office.run(&["list", "--json"]).done().json();
    assert_eq!(list.as_array().unwrap().len(), 1);
    assert_eq!(list[0]["applicant"], "李强");
}

#[test]
fn a_form_under_a_host_that_is_killed_is_found_again_and_nothing_of_it_is_plain_on_the_disk() {
    let office = Office::on(TODAY);
    let mut clerk = open(&office);
    half_typed(&mut clerk);
    until("the clerk has paused", || drafts(&office) == 1);
    let bytes = std::fs::read(office.home().join("data/clerks/1/draft-1")).unwrap();
    assert!(!bytes.windows(6).any(|part| part == "李强".as_bytes()));
    kill_host(&office);
    assert_eq!(clerk.wait_left(), 1);
    finish(&office, Terminal::open(&office, Some(TODAY)));
}

#[test]
fn a_form_under_a_host_that_is_told_to_stop_is_kept_at_once() {
    let office = Office::on(TODAY);
    let mut clerk = open(&office);
    half_typed(&mut clerk);
    let _ = office.run(&["stop"]).done();
    assert_eq!(clerk.wait_left(), 1);
    clerk.wait_for("已存为草稿");
    assert_eq!(drafts(&office), 1);
    finish(&office, Terminal::open(&office, Some(TODAY)));
}

#[test]
fn in_one_process_a_form_outlives_the_line_that_hangs_up_and_the_process_that_is_killed() {
    let office = Office::on(TODAY);
    let alone = || Terminal::open_with(&office, Some(TODAY), &[], &["--alone"]);
    let mut clerk = alone();
    clerk.wait_for("未办结申请");
    half_typed(&mut clerk);
    clerk.hang_up();
    let mut clerk = alone();
    clerk.wait_for("申请人 李强");
    clerk.press("1", "已恢复上次的草稿");
    clerk.kill();
    finish(&office, alone());
}

#[test]
fn a_backup_has_the_drafts_and_a_key_that_was_rotated_opens_them() {
    let office = Office::on(TODAY);
    let mut clerk = open(&office);
    half_typed(&mut clerk);
    let _ = office.run(&["stop"]).done();
    assert_eq!(clerk.wait_left(), 1);
    let _ = office.run(&["key", "rotate"]).done();
    let backup = office.home().parent().unwrap().join("备份.backup");
    let _ = office.run(&["backup", backup.to_str().unwrap()]).done();
    let key = office.home().parent().unwrap().join("密钥");
    std::fs::rename(office.home().join("data/office.key"), &key).unwrap();
    std::fs::remove_dir_all(office.home()).unwrap();
    let _ = office.run(&["restore", backup.to_str().unwrap(), "--key", key.to_str().unwrap()]).done();
    finish(&office, Terminal::open(&office, Some(TODAY)));
}
