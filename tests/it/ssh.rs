//! Clerks over a real OpenSSH on the loopback, by the README's own sample for its server.
//!
//! The server runs in a mount namespace, where two clerks and a third account stand in its `/etc/passwd`:
//! nothing of the machine is changed.

use std::fs::{self, Permissions};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;

use crate::delay::Delay;
use crate::host::until;
use crate::host_edges::Service;
use crate::office::{Office, text};
use crate::staff::{GROUP, has_accounts, open_to_group};
use crate::terminal::{Terminal, key};

const SSHD: &str = "/usr/sbin/sshd";
const TODAY: &str = "2026-04-01";
/// The accounts; the third is in the group and in no office.
const ACCOUNTS: [(&str, u32); 3] = [("clerk1", GROUP + 1), ("clerk2", GROUP + 2), ("third", GROUP + 3)];

/// A server of a test.
struct Sshd {
    child: Child,
    port: u16,
    folder: PathBuf,
}

impl Drop for Sshd {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Why there can be no server here.
fn missing() -> Option<&'static str> {
    if !has_accounts() {
        return Some("not root, or no setpriv");
    }
    if !Path::new(SSHD).exists() || Command::new("ssh").arg("-V").stderr(Stdio::null()).status().is_err() {
        return Some("no OpenSSH here");
    }
    let namespace = Command::new("unshare").args(["-m", "true"]).stderr(Stdio::null()).status();
    if namespace.is_ok_and(|status| status.success()) { None } else { Some("no mount namespaces here") }
}

/// The README's sample for sshd, with the paths of this test.
fn sample(office: &Office) -> String {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let sample = readme.split("```text\n").find(|part| part.starts_with("Match Group gongkai")).unwrap();
    let sample = sample.split("```").next().unwrap();
    assert!(sample.contains("ForceCommand /usr/local/bin/gongkai --home /var/lib/gongkai/home"), "{sample}");
    sample
        .replace("/usr/local/bin/gongkai", env!("CARGO_BIN_EXE_gongkai"))
        .replace("/var/lib/gongkai/home", text(&office.home()))
        .replace("LANG=C.UTF-8", &format!("LANG=C.UTF-8 GONGKAI_TODAY={TODAY}"))
}

impl Sshd {
    fn of(office: &Office) -> Self {
        let folder = office.home().with_file_name("ssh");
        fs::create_dir(&folder).unwrap();
        fs::set_permissions(&folder, Permissions::from_mode(0o711)).unwrap();
        let path = |name: &str| folder.join(name);
        for name in ["host_key", "clerk_key"] {
            let mut keygen = Command::new("ssh-keygen");
            keygen.args(["-q", "-t", "ed25519", "-N", "", "-f"]).arg(path(name));
            assert!(keygen.status().unwrap().success());
        }
        fs::set_permissions(path("clerk_key.pub"), Permissions::from_mode(0o644)).unwrap();
        let accounts = ACCOUNTS.map(|(name, uid)| format!("{name}:*:{uid}:{GROUP}::/:/bin/sh\n")).concat();
        let all =
            |file: &str, more: &str| fs::read_to_string(file).unwrap().trim_end().to_owned() + "\n" + more;
        fs::write(path("passwd"), all("/etc/passwd", &accounts)).unwrap();
        fs::write(path("group"), all("/etc/group", &format!("gongkai:x:{GROUP}:\n"))).unwrap();
        for name in ["passwd", "group"] {
            fs::set_permissions(path(name), Permissions::from_mode(0o644)).unwrap();
        }
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let settings = format!(
            "ListenAddress 127.0.0.1:{port}\nHostKey {0}/host_key\nAuthorizedKeysFile {0}/clerk_key.pub\n\
             PidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n\
             KbdInteractiveAuthentication no\n{1}",
            folder.display(),
            sample(office)
        );
        fs::write(path("sshd_config"), settings).unwrap();
        let script = format!(
            "mount -t tmpfs tmpfs /run && mkdir -m 755 /run/sshd && cd {} && mount --bind passwd /etc/passwd \
             && mount --bind group /etc/group && exec {SSHD} -D -e -f $PWD/sshd_config",
            folder.display()
        );
        let log = fs::File::create(path("log")).unwrap();
        let child = Command::new("unshare").args(["-m", "sh", "-c", &script]).stderr(log).spawn().unwrap();
        let server = Self { child, port, folder };
        until("sshd listens", || TcpStream::connect(("127.0.0.1", port)).is_ok());
        server
    }

    /// The arguments of a client's line to the server, through `port`.
    fn line(&self, account: &str, port: u16) -> Vec<String> {
        let options = [
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "IdentitiesOnly=yes",
            "BatchMode=yes",
            "LogLevel=ERROR",
        ];
        let mut all: Vec<String> = ["-F", "/dev/null", "-e", "none"].map(str::to_owned).to_vec();
        all.extend(options.iter().flat_map(|option| ["-o".to_owned(), (*option).to_owned()]));
        all.extend(["-i".to_owned(), text(&self.folder.join("clerk_key")).to_owned()]);
        all.extend(["-p".to_owned(), port.to_string(), format!("{account}@127.0.0.1")]);
        all
    }

    /// A clerk's terminal on the server, who may ask for a command.
    fn open_through(&self, account: &str, port: u16, asked: &[&str]) -> Terminal {
        let mut command = CommandBuilder::new("ssh");
        command.env_clear();
        command.env("PATH", "/usr/bin:/bin");
        command.env("TERM", "xterm-256color");
        command.arg("-tt");
        command.args(self.line(account, port));
        command.args(asked);
        Terminal::start(command)
    }

    fn open(&self, account: &str) -> Terminal {
        self.open_through(account, self.port, &[])
    }
}

/// An office with two clerks, its service, and the server before it; none where there can be none.
fn served() -> Option<(Office, Service, Sshd)> {
    if let Some(because) = missing() {
        println!("skipped: {because}, so no real ssh");
        return None;
    }
    let office = Office::on(TODAY);
    for (name, uid) in &ACCOUNTS[..2] {
        let _ = office.run(&["clerk", "add", name, "--uid", &uid.to_string(), "--role", "handler"]).done();
    }
    open_to_group(&office);
    let service = Service::serve(&office, &[]);
    let server = Sshd::of(&office);
    Some((office, service, server))
}

fn waits(office: &Office) -> usize {
    let status = office.status();
    status["sessions"].as_array().unwrap().iter().filter(|session| session["attached"] == false).count()
}

/// Registers a request by keys.
fn register(clerk: &mut Terminal, applicant: &str) {
    clerk.press("\x1bOQ", "登记新申请"); // F2
    clerk.send(&format!("{applicant}{0}1{0}1{0}\x150302{0}{0}预算公开", key::TAB));
    clerk.wait_for("预算公开");
    clerk.press("\x1b[19~", "已保存："); // F8
    clerk.press("\x18", "未办结申请"); // Ctrl-X
}

#[test]
fn two_accounts_work_at_once_over_ssh_and_a_line_that_is_cut_is_taken_up_where_it_was() {
    let Some((office, service, server)) = served() else { return };
    let (mut one, mut two) = (server.open("clerk1"), server.open("clerk2"));
    one.wait_for("未办结申请");
    two.wait_for("未办结申请");
    register(&mut one, "李强");
    two.wait_for("李强");
    register(&mut two, "王芳");
    one.wait_for("王芳");
    one.press("\x1bOQ", "登记新申请"); // F2
    one.press(&format!("赵六六{}", key::TAB), "赵六六");
    one.press("1", "1. 自然人");
    one.kill();
    until("the session waits", || waits(&office) == 1);
    // The other never notices, and neither gets the other's session.
    register(&mut two, "孙七");
    let mut one = server.open("clerk1");
    one.wait_for("已接回");
    for kept in ["登记新申请", "赵六六", "自然人"] {
        assert!(one.text().contains(kept), "{kept}: {}", one.text());
    }
    one.send(&format!("{0}1{0}\x150303{0}{0}决算公开", key::TAB));
    one.wait_for("决算公开");
    one.press("\x1b[19~", "已保存："); // F8
    two.wait_for("赵六六");
    one.quit();
    two.quit();
    assert_eq!(service.end(), Some(0));
    let _ = office.run(&["verify"]).done();
}

#[test]
fn an_account_that_no_office_knows_is_refused_over_ssh_in_one_line() {
    let Some((office, service, server)) = served() else { return };
    let mut third = server.open("third");
    assert_eq!(third.wait_left(), 1);
    let uid = ACCOUNTS[2].1.to_string();
    third.wait_for(&uid);
    let said = third.text();
    assert_eq!(said.lines().filter(|line| line.contains(&uid)).count(), 1, "{said}");
    assert!(!said.contains("未办结申请"), "{said}");
    let log = fs::read_to_string(office.home().join("data/host.log")).unwrap();
    assert!(log.contains(&format!("拒绝 uid={uid}")), "{log}");
    assert_eq!(service.end(), Some(0));
}

#[test]
fn whatever_is_asked_for_over_ssh_the_program_comes_and_no_shell() {
    let Some((_office, service, server)) = served() else { return };
    let asked = ["cat", "/etc/passwd"];
    let clerk = server.open_through("clerk1", server.port, &asked);
    clerk.wait_for("未办结申请");
    assert!(!clerk.text().contains("root:"), "{}", clerk.text());
    clerk.quit();
    for more in [&asked[..], &["sh", "-i"], &["-s", "sftp"]] {
        let mut line = Command::new("ssh");
        line.args(if more[0] == "-s" { &["-s"][..] } else { &[] }).args(server.line("clerk1", server.port));
        let ended =
            line.args(more.iter().filter(|word| **word != "-s")).stdin(Stdio::null()).output().unwrap();
        assert!(!ended.status.success() && ended.stdout.is_empty(), "{more:?}: {ended:?}");
    }
    assert_eq!(service.end(), Some(0));
}

#[test]
fn a_line_of_a_hundred_and_fifty_milliseconds_is_worked_over_and_costs_few_bytes_a_key() {
    let Some((office, service, server)) = served() else { return };
    let line = Delay::before(server.port);
    let mut clerk = server.open_through("clerk1", line.port, &[]);
    clerk.wait_for("未办结申请");
    register(&mut clerk, "李强");
    clerk.press("\x1bOQ", "登记新申请"); // F2
    let before = line.bytes();
    // No other word on the screen begins so.
    let typed = "qzxwvutsrponmlkjihgfedcbay";
    let mut so_far = String::new();
    for letter in typed.chars() {
        so_far.push(letter);
        clerk.press(&letter.to_string(), &so_far);
    }
    let (up, down) = line.bytes();
    let keys = typed.len();
    let (up, down) = ((up - before.0) / keys, (down - before.1) / keys);
    println!("over ssh with 150 ms: {up} bytes up and {down} bytes down a key");
    assert!(down < 1_000, "a key paints the whole screen: {down} bytes");
    clerk.kill();
    until("the session waits", || waits(&office) == 1);
    assert_eq!(service.end(), Some(0));
}

/// Types as a person does: what comes in one piece with its Enter would be a paste.
fn typed(clerk: &mut Terminal, keys: &str) {
    for key in keys.split_inclusive('\r') {
        let (before, enter) = key.split_at(key.len() - usize::from(key.ends_with('\r')));
        for part in [before, enter] {
            clerk.send(part);
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

const F2: &str = "\x1bOQ";
const LIST: &str = "\x1b[15~"; // F5
const CARRIED: &str = "\x1b[17~"; // F6
const YEAR: &str = "\x1b[18~"; // F7
const SAVE: &str = "\x1b[19~"; // F8

/// The day of `tui::tests::day`, typed ahead of what the line has painted: each request waits for its end alone.
#[test]
fn a_clerks_day_is_worked_over_such_a_line_without_waiting_for_the_echo() {
    let Some((office, service, server)) = served() else { return };
    let names = ["甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七", "辛八"];
    let last_year = ["去年甲", "去年乙", "去年丙"];
    for name in last_year {
        let _ = office.register("2025-12-22", name, "旧件");
    }
    for name in names {
        let _ = office.register("2026-03-26", name, "材料");
    }
    let line = Delay::before(server.port);
    let mut clerk = server.open_through("clerk1", line.port, &[]);
    clerk.wait_for("未办结申请");
    let (start, before) = (Instant::now(), line.bytes());
    for n in 1..=5 {
        clerk.send(&format!("{F2}王{n}\t1\t2\t\t\t2025年部门决算{SAVE}"));
        clerk.wait_for(&format!("已保存：2026-0{:02}", names.len() + n));
    }
    let steps = [
        "2\t请写明文号\t+14\x1b[19~\r",
        "\r11规划科\x1b[19~",
        "\x1bOS1\t\t已电话沟通\x1b[19~",
        "0\x1b[19~\r",
        "5\t王局长\t需会商\x1b[19~\r",
        "8\t1\r\x1b[19~\r",
        "8\t1\r\x1b[19~\r",
        "8\t1\r\x1b[19~\r",
    ];
    for (name, step) in names.into_iter().zip(steps) {
        clerk.send(LIST);
        assert!(clerk.comes(|screen| screen.contains("未办结申请") && !screen.contains("已保存")));
        clerk.press(&format!("/{name}"), "1/1");
        typed(&mut clerk, &format!("\r{step}"));
        clerk.wait_for("已保存");
    }
    // Three carried over are looked up, twice somebody asks how a request stands.
    clerk.press(CARRIED, last_year[0]);
    for name in last_year {
        typed(&mut clerk, key::ENTER);
        clerk.wait_for(&format!("申请人    {name}"));
        clerk.press("\x1b", "2025-003");
        clerk.send(key::DOWN);
    }
    for asked in ["丙三", "王2"] {
        clerk.press(LIST, "未办结申请");
        clerk.press(&format!("/{asked}"), "1/1");
        clerk.press("\x05", "复制什么"); // Ctrl-E
        clerk.press("2", "已送往本机剪贴板");
        clerk.send("\x1b");
    }
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o777)).unwrap();
    let path = folder.path().join("年报.docx");
    clerk.send(&format!("{LIST}{YEAR}{SAVE}\t\x15{}{SAVE}", path.display()));
    until("the report is there", || path.exists());
    let (up, down) = line.bytes();
    println!(
        "a day over ssh with 150 ms: {:?}, {} bytes up, {} bytes down",
        start.elapsed(),
        up - before.0,
        down - before.1
    );
    clerk.kill();
    until("the session waits", || waits(&office) == 1);
    assert_eq!(service.end(), Some(0));
    let _ = office.run(&["verify"]).done();
}
