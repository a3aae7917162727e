//! One office, several terminals: the host with real clients in pseudo-terminals.

use std::fs;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::office::Office;
use crate::terminal::{Terminal, key};

const TODAY: &str = "2026-04-01";

/// Waits until something is so; on a busy machine that may take a while.
pub(crate) fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(20), "never: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(crate) fn open(office: &Office) -> Terminal {
    let clerk = Terminal::open(office, Some(TODAY));
    clerk.wait_for("未办结申请");
    clerk
}

/// Ends the host as a power cut would.
pub(crate) fn kill_host(office: &Office) {
    let pid = office.status()["pid"].as_i64().unwrap();
    let pid = Pid::from_raw(pid.try_into().unwrap()).unwrap();
    kill_process(pid, Signal::KILL).unwrap();
    until("the host is gone", || office.status()["running"] == false);
}

fn sessions(office: &Office) -> Vec<bool> {
    let status = office.status();
    let all = status["sessions"].as_array().unwrap().iter();
    all.map(|session| session["attached"].as_bool().unwrap()).collect()
}

#[test]
fn what_one_session_registers_stands_in_the_other_without_a_key_and_its_cursor_stays_on_its_row() {
    let office = Office::on(TODAY);
    let _ = office.register("2026-03-10", "李强", "材料");
    let mut one = open(&office);
    let two = open(&office);
    two.wait_for("1/1");
    one.press("\x1bOQ", "登记新申请"); // F2
    one.press(&format!("王芳{}", key::TAB), "王芳");
    one.send(&format!("1{0}1{0}\x150302{0}{0}", key::TAB));
    one.press("预算", "预算");
    one.press("\x1b[19~", "已保存"); // F8
    two.wait_for("王芳");
    // 王芳 is due first and stands above; the other's cursor is still on 李强.
    two.wait_for("2/2");
    let text = two.text();
    let row = text.lines().find(|line| line.starts_with('>')).unwrap();
    assert!(row.contains("李强"), "{text}");
    // And what a command does stands in both.
    let _ = office.register("2026-03-11", "赵六", "决算");
    for clerk in [&one, &two] {
        clerk.wait_for("赵六");
    }
    assert_eq!(sessions(&office), [true, true]);
    one.quit();
    two.quit();
    until("the host leaves with its last session", || !office.socket().exists());
    let _ = office.run(&["verify"]).done();
}

#[test]
fn a_half_filled_form_is_as_it_was_when_its_client_was_killed_or_its_line_hung_up() {
    let office = Office::on(TODAY);
    let mut clerk = open(&office);
    clerk.press("\x1bOQ", "登记新申请"); // F2
    clerk.press(&format!("李强{}", key::TAB), "李强");
    clerk.kill();
    until("the session waits", || sessions(&office) == [false]);
    let mut clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("已接回");
    assert!(clerk.text().contains("登记新申请") && clerk.text().contains("李强"), "{}", clerk.text());
    // The keys go on where they were: the next field takes them.
    clerk.press("1", "1. 自然人");
    clerk.hang_up();
    until("the session waits again", || sessions(&office) == [false]);
    let mut clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("自然人");
    assert!(clerk.text().contains("李强"), "{}", clerk.text());
    clerk.resize(100, 30);
    clerk.press("\x1b", "草稿"); // Esc
    clerk.kill();
}

#[test]
fn of_several_lost_sessions_the_last_is_taken_and_the_clerk_may_go_over_to_another() {
    let office = Office::on(TODAY);
    let _ = office.register("2026-03-02", "李强", "材料");
    let (mut one, mut two) = (open(&office), open(&office));
    one.press("\x1bOQ", "登记新申请"); // F2
    one.press("王芳", "王芳");
    one.kill();
    until("the first is left", || sessions(&office) == [false, true]);
    two.press("\x1b[17~", "上年结转"); // F6
    two.kill();
    until("both are left", || sessions(&office) == [false, false]);
    let mut clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("您的其他会话");
    let text = clerk.text();
    assert!(text.contains("登记新申请") && text.contains("刚才断开，有没填完的内容"), "{text}");
    clerk.press("1", "已接过来");
    assert!(clerk.text().contains("王芳"), "{}", clerk.text());
    // The keys go to where the terminal is now.
    clerk.press("芳", "王芳芳");
    until("the other one waits", || sessions(&office).iter().filter(|is_there| **is_there).count() == 1);
    clerk.kill();
}

#[test]
fn a_session_whose_line_is_dead_without_anybody_noticing_is_taken_over() {
    let office = Office::on(TODAY);
    let mut dead = open(&office);
    dead.press("\x1bOQ", "登记新申请"); // F2
    dead.press("王芳", "王芳");
    // Nothing ends and nothing answers: as behind a line that was pulled out.
    dead.send_signal(Signal::STOP);
    let mut clerk = open(&office);
    clerk.wait_for("您另有 1 个会话");
    clerk.press("&", "在另一处开着");
    clerk.press("1", "已接过来");
    assert!(clerk.text().contains("王芳"), "{}", clerk.text());
    // The fresh one has ended with that.
    until("one is left", || sessions(&office) == [true]);
    dead.send_signal(Signal::CONT);
    assert_eq!(dead.wait_left(), 0);
    dead.wait_for("已由您在另一处接过去");
    clerk.press("芳", "王芳芳");
    clerk.kill();
}

#[test]
fn a_host_that_is_killed_leaves_the_terminal_clean_and_everything_acknowledged_in_place() {
    let office = Office::on(TODAY);
    let mut clerk = open(&office);
    let no = office.register("2026-03-02", "李强", "材料");
    clerk.wait_for("李强");
    clerk.press("\x1bOQ", "登记新申请"); // F2
    kill_host(&office);
    assert_eq!(clerk.wait_left(), 1);
    clerk.wait_for("服务中断，终端已经恢复");
    assert!(!clerk.text().contains("登记新申请"), "the screen before is back: {}", clerk.text());
    // What it left behind is nobody's: the next start clears it.
    assert!(office.socket().exists());
    let clerk = open(&office);
    clerk.wait_for(&no);
    clerk.quit();
    let _ = office.run(&["verify"]).done();
}

#[test]
fn who_start_at_the_same_moment_meet_at_one_host() {
    let office = Office::on(TODAY);
    let no = office.register("2026-03-02", "李强", "材料");
    let clerks: Vec<Terminal> = (0..4).map(|_| Terminal::open(&office, Some(TODAY))).collect();
    for clerk in &clerks {
        clerk.wait_for(&no);
    }
    assert_eq!(sessions(&office), [true; 4]);
    for clerk in clerks {
        clerk.quit();
    }
    // Just after the last has left, a command finds the host, its end, or the free home; never nothing.
    let _ = office.register("2026-03-03", "王芳", "预算");
    let clerk = open(&office);
    clerk.wait_for("王芳");
    clerk.quit();
}

#[test]
fn a_stale_socket_or_another_file_in_its_place_is_cleared_by_whoever_starts() {
    let office = Office::on(TODAY);
    drop(std::os::unix::net::UnixListener::bind(office.socket()).unwrap());
    assert_eq!(office.status()["running"], false);
    let no = office.register("2026-03-02", "李强", "材料");
    let clerk = open(&office);
    clerk.wait_for(&no);
    clerk.quit();
    until("the host is gone", || !office.socket().exists());
    fs::write(office.socket(), "pid 1").unwrap();
    let clerk = open(&office);
    clerk.quit();
}

#[test]
fn the_status_names_the_sessions_and_stopping_tells_them_and_frees_the_home() {
    let office = Office::on(TODAY);
    let before = office.status();
    assert_eq!(before["running"], false);
    assert_eq!(before["seal"].as_str().unwrap().len(), 64);
    assert!(office.run(&["stop"]).done().out.contains("没有运行"));
    let mut clerk = open(&office);
    let status = office.status();
    assert_eq!((&status["running"], &status["seq"]), (&true.into(), &before["seq"]));
    assert_eq!(status["seal"], before["seal"]);
    let session = &status["sessions"][0];
    assert_eq!((session["clerk"].as_u64(), session["name"].as_str()), (Some(1), Some("张敏")));
    assert_eq!(session["attached"], true);
    let text = office.run(&["status"]).done().out;
    assert!(text.contains("服务正在运行") && text.contains("张敏") && text.contains("连接中"), "{text}");
    assert!(office.run(&["stop"]).done().out.contains("结束了 1 个会话"));
    assert_eq!(clerk.wait_left(), 1);
    clerk.wait_for("服务已停止");
    // The home is free at once: no waiting for a lock.
    let _ = office.run(&["list"]).done();
    assert!(!office.socket().exists());
    let log = fs::read_to_string(office.home().join("data/host.log")).unwrap();
    assert!(log.contains("服务启动") && log.ends_with("服务停止\n") && !log.contains("张敏"), "{log}");
}

#[test]
fn commands_are_the_same_while_a_host_runs_and_their_files_are_the_callers() {
    let office = Office::on(TODAY);
    let no = office.register("2026-03-02", "李强", "材料");
    let asked: [&[&str]; 9] = [
        &["list", "--json"],
        &["show", &no],
        &["clock", &no],
        &["agenda"],
        &["check", "2026"],
        &["report", "2026"],
        &["show", "2026-999"],
        &["act", &no, "serve"],
        &["list", "--help"],
    ];
    let alone = asked.map(|arguments| office.run(arguments));
    let clerk = open(&office);
    for (arguments, alone) in asked.iter().zip(alone) {
        assert_eq!(office.run(arguments), alone, "{arguments:?}");
    }
    let ledger = office.file(
        "台账.csv",
        "编号,收到日期,申请人,申请人类型,申请内容\n,2026-03-05,王芳,自然人,预算\n".as_bytes(),
    );
    let _ = office.run(&["import", ledger.to_str().unwrap()]).done();
    clerk.wait_for("王芳");
    let output = ledger.with_file_name("年报.docx");
    let _ = office.run(&["report", "2026", "-o", output.to_str().unwrap()]).done();
    assert!(fs::read(&output).unwrap().starts_with(b"PK"));
    let missing = office.run(&["import", "没有这个文件.csv"]);
    assert!(missing.code == 1 && missing.err.contains("没有这个文件.csv"), "{missing:?}");
    // The day is the caller's own.
    let mut office = office;
    office.day("2026-05-06");
    assert_eq!(office.run(&["agenda"]).code, 3);
    office.day(TODAY);
    clerk.quit();
}
