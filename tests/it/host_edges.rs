//! The host's edges: who is not let in, what is not understood, who starts and stops it.

use std::io::{Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::host::until;
use crate::office::Office;
use crate::terminal::Terminal;

const TODAY: &str = "2026-04-01";

/// `gongkai serve` in the foreground; ended with its test.
pub(crate) struct Service(Child);

impl Service {
    /// Starts it; it still has to open the office.
    pub(crate) fn start(office: &Office, more: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_gongkai"));
        program.arg("serve").args(more).env_clear().env("GONGKAI_HOME", office.home());
        Self(program.env("LANG", "C.UTF-8").stderr(Stdio::null()).spawn().unwrap())
    }

    pub(crate) fn serve(office: &Office, more: &[&str]) -> Self {
        let service = Self::start(office, more);
        until("it serves", || office.status()["running"] == true);
        service
    }

    /// SIGKILL.
    pub(crate) fn kill(self) {
        drop(self);
    }

    /// SIGTERM, and its exit code.
    pub(crate) fn end(mut self) -> Option<i32> {
        kill_process(Pid::from_child(&self.0), Signal::TERM).unwrap();
        self.0.wait().unwrap().code()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Sends raw bytes and gives everything that comes back until the line ends.
fn knock(office: &Office, bytes: &[u8]) -> String {
    let mut line = UnixStream::connect(office.socket()).unwrap();
    let _ = line.write_all(bytes);
    let mut answer = Vec::new();
    let _ = line.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn framed(body: &[u8]) -> Vec<u8> {
    [u32::try_from(body.len()).unwrap().to_le_bytes().as_slice(), body].concat()
}

/// The first frame of a client of this version that wants a subcommand without arguments.
fn hello(protocol: u16, version: &str) -> Vec<u8> {
    let mut body = protocol.to_le_bytes().to_vec();
    body.extend(u64::try_from(version.len()).unwrap().to_le_bytes());
    body.extend(version.as_bytes());
    body.push(0);
    body.extend(1_u32.to_le_bytes());
    body.extend([0; 9]);
    framed(&body)
}

#[test]
fn malformed_bytes_end_their_own_line_and_nobody_elses() {
    let office = Office::on(TODAY);
    let clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("未办结申请");
    for bytes in [
        &b"GET / HTTP/1.1\r\n\r\n"[..],
        &[0xff; 64],
        &framed(&[]),
        &framed(&[1]),
        &framed(&[1, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]),
        &hello(1, env!("CARGO_PKG_VERSION"))[..20],
    ] {
        let mut line = UnixStream::connect(office.socket()).unwrap();
        line.write_all(bytes).unwrap();
        line.shutdown(std::net::Shutdown::Write).unwrap();
        let mut answer = Vec::new();
        let _ = line.read_to_end(&mut answer);
    }
    let _ = office.register("2026-03-02", "李强", "材料");
    clerk.wait_for("李强");
    let log = std::fs::read_to_string(office.home().join("data/host.log")).unwrap();
    assert!(log.contains("不合约定的连接"), "{log}");
    clerk.quit();
}

#[test]
fn another_protocol_or_program_is_told_so_and_the_outdated_host_leaves_once_idle() {
    let office = Office::on(TODAY);
    let service = Service::serve(&office, &[]);
    let answer = knock(&office, &hello(1, env!("CARGO_PKG_VERSION")));
    assert!(answer.contains("不经服务执行") && !answer.contains("另一版本"), "{answer}");
    // Somebody works at it: he goes on, and others of the new program are told.
    let clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("未办结申请");
    for skewed in [hello(1, "99.0.0"), hello(77, env!("CARGO_PKG_VERSION"))] {
        let answer = knock(&office, &skewed);
        assert!(answer.contains("另一版本"), "{answer}");
    }
    let _ = office.register("2026-03-02", "李强", "材料");
    clerk.wait_for("李强");
    clerk.quit();
    until("it leaves", || !office.socket().exists());
    drop(service);
}

#[test]
fn a_service_in_the_foreground_serves_until_sigterm_tells_its_sessions_and_leaves_in_order() {
    let office = Office::on(TODAY);
    let service = Service::serve(&office, &[]);
    let second = office.run(&["serve"]);
    assert!(second.code == 1 && second.err.contains("已有服务在运行"), "{second:?}");
    let clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("未办结申请");
    clerk.quit();
    assert_eq!(office.status()["running"], true, "it stays without sessions");
    let mut clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("未办结申请");
    assert_eq!(service.end(), Some(0));
    assert_eq!(clerk.wait_left(), 1);
    clerk.wait_for("服务已停止");
    assert!(!office.socket().exists());
    let _ = office.run(&["verify"]).done();
}

#[test]
fn a_socket_of_a_service_manager_is_taken_and_left_to_it() {
    let activate = Path::new("/usr/bin/systemd-socket-activate");
    if !activate.exists() {
        eprintln!("no systemd-socket-activate here: socket activation is not tried");
        return;
    }
    let office = Office::on(TODAY);
    let no = office.register("2026-03-02", "李强", "材料");
    let mut program = Command::new(activate);
    program.arg("-E").arg(format!("GONGKAI_HOME={}", office.home().display()));
    program.arg("-l").arg(office.socket()).arg(env!("CARGO_BIN_EXE_gongkai")).arg("serve");
    let program = program.env_clear().env("LANG", "C.UTF-8").stderr(Stdio::null());
    let service = Service(program.spawn().unwrap());
    until("the socket is there", || office.socket().exists());
    assert_eq!(office.run(&["list", "--json"]).done().json()[0]["no"], no);
    assert_eq!(office.status()["running"], true);
    let _ = office.run(&["stop"]).done();
    assert!(office.socket().exists(), "the socket is the manager's");
    drop(service);
    std::fs::remove_file(office.socket()).unwrap();
}

#[test]
fn an_account_that_is_not_admitted_is_refused_in_one_line_and_noted() {
    if !rustix::process::geteuid().is_root() || !Path::new("/usr/bin/setpriv").exists() {
        eprintln!("not root, or no setpriv: a second account is not tried");
        return;
    }
    let office = Office::on(TODAY);
    let service = Service::serve(&office, &[]);
    let stranger = |arguments: &[&str]| {
        let mut command = Command::new("/usr/bin/setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", env!("CARGO_BIN_EXE_gongkai")]);
        command.env_clear().env("LANG", "C.UTF-8").env("GONGKAI_HOME", office.home());
        let output = command.args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    // Not even the socket can be reached by an account outside of the group.
    let (code, said) = stranger(&["list"]);
    assert_ne!(code, Some(0), "{said}");
    for (path, mode) in [
        (office.home().parent().unwrap().to_path_buf(), 0o755),
        (office.home(), 0o755),
        (office.home().join("run"), 0o755),
        (office.socket(), 0o666),
    ] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    for arguments in [
        &["list"][..],
        &["status"],
        &["stop"],
        &["register", "--kind", "自然人", "--applicant", "甲", "--content", "乙"],
    ] {
        let (code, said) = stranger(arguments);
        assert_eq!(code, Some(1), "{arguments:?}: {said}");
        assert!(said.contains("65534") && said.trim_end().lines().count() == 1, "{arguments:?}: {said}");
    }
    let log = std::fs::read_to_string(office.home().join("data/host.log")).unwrap();
    assert!(log.contains("拒绝 uid=65534"), "{log}");
    assert_eq!(office.status()["running"], true);
    assert_eq!(service.end(), Some(0));
    // Without a service the office of another account is not opened, and the line says by whom.
    let (code, said) = stranger(&["list"]);
    assert!(code == Some(1) && said.contains("gongkai serve"), "{said}");
}
