//! Disks that fill, disks that may only be read, bytes that flip: a clear message, and nothing lost.

use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use gongkai::desk::{Command as Ask, DeskError, Founding};
use gongkai::host::{Home, Opened};
use gongkai::law::ApplicantKind;
use gongkai::request::{Channel, OrganId, Particulars, Registration};
use gongkai::words;
use tempfile::TempDir;

/// The folder for a test that runs in a mount namespace of its own.
const INSIDE: &str = "GONGKAI_TEST_NAMESPACE";

/// Runs a test of this file in a mount namespace of its own, or says that the system does not allow it.
fn in_a_namespace(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let allowed = |flags: &str| {
        let script = format!("mount -t tmpfs tmpfs {}", folder.path().display());
        let tried = Command::new("unshare").args([flags, "sh", "-c", &script]).stderr(Stdio::null()).status();
        tried.is_ok_and(|status| status.success())
    };
    let Some(flags) = ["-m", "-rm"].into_iter().find(|flags| allowed(flags)) else {
        println!("skipped: no mount namespaces here, so no disk that fills");
        return;
    };
    let output = Command::new("unshare")
        .arg(flags)
        .arg(std::env::current_exe().unwrap())
        .args([test, "--exact", "--ignored", "--nocapture"])
        .env(INSIDE, folder.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The folder of the namespace; none where the test was started otherwise.
fn inside() -> Option<PathBuf> {
    std::env::var_os(INSIDE).map(PathBuf::from)
}

fn mount(arguments: &[&str]) {
    let status = Command::new("mount").args(arguments).status().unwrap();
    assert!(status.success(), "mount {arguments:?}");
}

fn uid() -> u32 {
    rustix::process::getuid().as_raw()
}

fn founded(root: &Path) -> Home {
    let home = Home::at(root);
    let (organ, clerk) = ("北关区人民政府".into(), "张敏".into());
    home.found(&Founding { organ, prefix: String::new(), practice: false, uid: uid(), clerk }).unwrap();
    home
}

fn open(home: &Home) -> Opened {
    home.open(uid(), None, &mut |_| true).unwrap()
}

fn register(opened: &Opened, letters: usize) -> Result<(), DeskError> {
    let particulars =
        Particulars { applicant: "李强".into(), content: "征".repeat(letters), ..Particulars::default() };
    let registration = Registration {
        no: None,
        organ: OrganId::FIRST,
        kind: ApplicantKind::Natural,
        channel: Channel::SignedPost,
        submitted_on: None,
        confirmed_on: None,
        received_on: Some(jiff::civil::date(2026, 3, 2)),
        particulars,
    };
    opened.desk.submit(opened.clerk, Ask::Register(Box::new(registration))).map(|_| ())
}

fn count(opened: &Opened) -> usize {
    opened.desk.count(gongkai::register::Query::All).unwrap()
}

/// Fills the disk to the last byte.
fn fill(path: &Path) {
    let mut file = fs::File::create(path).unwrap();
    let mut piece = vec![1; 1 << 20];
    while !piece.is_empty() {
        match file.write(&piece) {
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::StorageFull => piece.truncate(piece.len() / 2),
            Err(error) => panic!("{error}"),
        }
    }
}

#[test]
fn a_disk_that_fills_in_the_middle_of_a_save_loses_nothing_and_work_goes_on_when_there_is_room() {
    in_a_namespace("failing::inside_the_disk_fills");
}

#[test]
#[ignore = "runs in a mount namespace of its own"]
fn inside_the_disk_fills() {
    let Some(folder) = inside() else { return };
    mount(&["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.to_str().unwrap()]);
    let home = founded(&folder.join("home"));
    let opened = open(&home);
    let mut saved = 0;
    for _ in 0..5 {
        register(&opened, 2_000).unwrap();
        saved += 1;
    }
    for round in 0..3 {
        let filler = folder.join("filler");
        fill(&filler);
        let mut failed = 0;
        // The journal has room written ahead, so first the register cannot follow, then nothing is decided.
        for _ in 0..200 {
            match register(&opened, 4_000) {
                Ok(()) => saved += 1,
                Err(error) => {
                    let said = words::desk::error(&error);
                    assert!(said.contains("磁盘已满") || said.contains("台账"), "{round}: {said}");
                    if let DeskError::SavedUnshown { .. } = error {
                        assert!(said.starts_with("已保存"), "{said}");
                        saved += 1;
                    }
                    failed += 1;
                }
            }
            if failed > 4 {
                break;
            }
        }
        assert!(failed > 0, "{round}: the disk is full");
        fs::remove_file(&filler).unwrap();
        // The same desk, not opened again.
        register(&opened, 4_000).unwrap();
        saved += 1;
        assert_eq!(count(&opened), saved, "{round}");
        opened.desk.verify(&mut |_| {}).unwrap().journal.unwrap();
    }
    opened.close();
    let opened = open(&home);
    assert_eq!(count(&opened), saved);
    assert!(opened.desk.rebuild(&mut |_| true).unwrap().equal);
}

#[test]
fn a_journal_whose_disk_fills_says_so_saves_nothing_and_goes_on_when_there_is_room() {
    in_a_namespace("failing::inside_the_journals_disk_fills");
}

#[test]
#[ignore = "runs in a mount namespace of its own"]
fn inside_the_journals_disk_fills() {
    let Some(folder) = inside() else { return };
    mount(&["-t", "tmpfs", "-o", "size=128m", "tmpfs", folder.to_str().unwrap()]);
    let home = founded(&folder.join("home"));
    // The journal gets a disk of its own that ends a little behind what is written ahead.
    let disk = folder.join("disk");
    fs::create_dir(&disk).unwrap();
    let disk = disk.to_str().unwrap();
    mount(&["-t", "tmpfs", "-o", "size=1100k,mode=700", "tmpfs", disk]);
    let journal = folder.join("home/data/journal");
    for entry in fs::read_dir(&journal).unwrap() {
        let from = entry.unwrap().path();
        fs::copy(&from, Path::new(disk).join(from.file_name().unwrap())).unwrap();
    }
    mount(&["--bind", disk, journal.to_str().unwrap()]);
    let opened = open(&home);
    let (mut saved, mut failures) = (0, Vec::new());
    // After a failure what is left of the disk still takes some; then nothing.
    while failures.len() < 4 {
        match register(&opened, 9_000) {
            Ok(()) => {
                saved += 1;
                failures.clear();
            }
            Err(error) => failures.push(error),
        }
        assert_eq!(count(&opened), saved, "nothing half-written is shown");
        assert!(saved < 500);
    }
    assert!(saved > 10, "{saved}");
    for error in &failures {
        let said = words::desk::error(error);
        assert!(said.contains("磁盘已满") && said.contains("没有保存"), "{said}");
    }
    mount(&["-o", "remount,size=64m", disk]);
    for _ in 0..20 {
        register(&opened, 9_000).unwrap();
        saved += 1;
    }
    assert_eq!(count(&opened), saved);
    opened.desk.verify(&mut |_| {}).unwrap().journal.unwrap();
    opened.close();
    assert_eq!(count(&open(&home)), saved);
}

#[test]
fn on_a_disk_that_may_only_be_read_or_is_full_commands_say_so_and_touch_nothing() {
    in_a_namespace("failing::inside_the_disk_is_read_only_or_full");
}

#[test]
#[ignore = "runs in a mount namespace of its own"]
fn inside_the_disk_is_read_only_or_full() {
    let Some(folder) = inside() else { return };
    mount(&["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.to_str().unwrap()]);
    let root = folder.join("home");
    let home = founded(&root);
    let opened = open(&home);
    register(&opened, 4_000).unwrap();
    // A backup that does not fit leaves nothing.
    let small = folder.join("small");
    fs::create_dir(&small).unwrap();
    mount(&["-t", "tmpfs", "-o", "size=8k", "tmpfs", small.to_str().unwrap()]);
    let error = home.back_up(&opened.desk, &small, None).unwrap_err();
    let said = words::host::error(&error);
    assert!(said.contains("磁盘已满"), "{said}");
    assert_eq!(fs::read_dir(&small).unwrap().count(), 0);
    let backup = home.back_up(&opened.desk, &folder, None).unwrap().path;
    opened.close();
    let run = |home: &Path, arguments: &[&str]| {
        ended(Command::new(env!("CARGO_BIN_EXE_gongkai")).env("GONGKAI_HOME", home).args(arguments))
    };
    // A home that does not fit appears not at all.
    let key = root.join("data/office.key");
    let (code, _, said) =
        run(&small.join("home"), &["restore", backup.to_str().unwrap(), "--key", key.to_str().unwrap()]);
    assert!(code == 1 && (said.contains("空间不足") || said.contains("磁盘已满")), "{said}");
    assert!(!small.join("home").exists(), "{:?}", fs::read_dir(&small).unwrap().collect::<Vec<_>>());
    let before = tree(&root);
    mount(&["-o", "remount,ro", folder.to_str().unwrap()]);
    let new = [
        "register",
        "--received",
        "2026-03-02",
        "--kind",
        "自然人",
        "--applicant",
        "王芳",
        "--content",
        "甲",
    ];
    for arguments in
        [&new[..], &["list"], &["verify"], &["rebuild"], &["backup", "--rotate"], &["backup", "/proc"]]
    {
        let (code, _, said) = run(&root, arguments);
        assert!(code == 1 && said.contains("只读"), "{arguments:?}: {code} {said}");
    }
    assert_eq!(tree(&root), before);
    mount(&["-o", "remount,rw", folder.to_str().unwrap()]);
    let (code, _, said) = run(&root, &new);
    assert_eq!(code, 0, "{said}");
}

/// Every file with its bytes.
fn tree(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(tree(&path));
        } else {
            let bytes = fs::read(&path).unwrap();
            files.push((path, bytes));
        }
    }
    files.sort();
    files
}

/// Code, results and messages of a command; one that hangs is ended and fails the test.
fn ended(command: &mut Command) -> (i32, String, String) {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let read = |mut stream: Box<dyn Read + Send>| {
        std::thread::spawn(move || {
            let mut text = String::new();
            stream.read_to_string(&mut text).unwrap();
            text
        })
    };
    let out = read(Box::new(child.stdout.take().unwrap()));
    let err = read(Box::new(child.stderr.take().unwrap()));
    // Minutes, where it takes a fraction of a second: nothing is measured, but a hang must end.
    let patience = Instant::now() + Duration::from_secs(240);
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() > patience {
            child.kill().unwrap();
            panic!("{command:?} hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    (status.code().unwrap_or(-1), out.join().unwrap(), err.join().unwrap())
}

/// A small random generator, so that a failing round can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % bound
    }
}

/// How many flips are tried; `GONGKAI_FLIPS` asks for more.
const FLIPS: u64 = 200;
const DAY: &str = "2026-11-28";

/// A closed office with a year of cases.
struct Store {
    folder: TempDir,
    list: String,
}

impl Store {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let made = Self { folder, list: String::new() };
        let dir = made.home().to_str().unwrap().to_owned();
        let (code, _, said) = Self::run(&made.home(), &["demo", "--dir", &dir, "--no-open"]);
        assert_eq!(code, 0, "{said}");
        let (code, list, said) = Self::run(&made.home(), &["list", "--all", "--json"]);
        assert_eq!(code, 0, "{said}");
        Self { list, ..made }
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    fn run(home: &Path, arguments: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gongkai"));
        command.env_clear().env("GONGKAI_TODAY", DAY).env("LANG", "C.UTF-8").args(arguments);
        // The sample office is made where `--dir` says, and refuses another home.
        if arguments.first() != Some(&"demo") {
            command.env("GONGKAI_HOME", home);
        }
        let (code, out, err) = ended(&mut command);
        assert!(!err.contains("panicked") && (0..4).contains(&code), "{arguments:?}: {code} {err}");
        (code, out, err)
    }

    /// A copy of the home with one bit flipped; says whether in a byte of the journal that is in use.
    fn flipped(&self, dice: &mut Dice, to: &Path) -> (bool, String) {
        let status = Command::new("cp").arg("-a").arg(self.home()).arg(to).status().unwrap();
        assert!(status.success());
        let room = if dice.below(2) == 0 { "journal" } else { "register" };
        let mut files: Vec<PathBuf> =
            tree(&to.join("data").join(room)).into_iter().map(|(path, _)| path).collect();
        files.retain(|path| path.metadata().unwrap().len() > 0);
        let path = &files[dice.below(files.len())];
        let mut bytes = fs::read(path).unwrap();
        let used = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
        // Mostly where something is written, now and then anywhere.
        let bound = if dice.below(8) == 0 || used == 0 { bytes.len() } else { used };
        let (at, bit) = (dice.below(bound), dice.below(8));
        bytes[at] ^= 1 << bit;
        fs::write(path, bytes).unwrap();
        let name = path.strip_prefix(to).unwrap().display().to_string();
        (room == "journal" && at < used, format!("{name} byte {at} bit {bit}"))
    }
}

fn one_flip(store: &Store, seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let home = folder.path().join("home");
    let (in_journal, place) = store.flipped(&mut dice, &home);
    // Asked for the list first, as a clerk does: all of it, or a message and none.
    let (code, list, said) = Store::run(&home, &["list", "--all", "--json"]);
    if code == 0 {
        assert!(list == store.list, "seed {seed}, {place}: another list");
    } else {
        assert!(in_journal, "seed {seed}, {place}: the register is derived anew: {said}");
        assert!(said.contains("日志") && said.contains("备份恢复"), "seed {seed}, {place}: {said}");
        assert_eq!(list, "", "seed {seed}, {place}");
    }
    let (code, verified, said) = Store::run(&home, &["verify"]);
    if in_journal {
        assert_eq!(code, 3, "seed {seed}, {place}: {verified} {said}");
        assert!(verified.contains("日志"), "seed {seed}, {place}: {verified}");
    } else {
        assert_eq!(code, 0, "seed {seed}, {place}: {verified} {said}");
        assert!(verified.contains("台账与日志一致"), "seed {seed}, {place}: {verified}");
    }
}

#[test]
fn two_hundred_flipped_bits_in_a_closed_store_are_found_or_mended_and_never_another_office() {
    let store = Store::new();
    let flips = std::env::var("GONGKAI_FLIPS").ok().and_then(|flips| flips.parse().ok()).unwrap_or(FLIPS);
    std::thread::scope(|scope| {
        for half in 0..2 {
            let store = &store;
            scope.spawn(move || (0..flips).filter(|n| n % 2 == half).for_each(|n| one_flip(store, n + 1)));
        }
    });
}

#[test]
fn an_office_whose_disk_the_kernel_makes_read_only_is_read_on_and_loses_nothing() {
    in_a_namespace("failing::inside_the_disk_turns_read_only");
}

/// What an ext4 does on a bad block, `errors=remount-ro`, is done to one in a file: that needs a loop device.
#[test]
#[ignore = "runs in a mount namespace of its own"]
fn inside_the_disk_turns_read_only() {
    let Some(folder) = inside() else { return };
    mount(&["-t", "tmpfs", "-o", "size=80m", "tmpfs", folder.to_str().unwrap()]);
    let (image, disk) = (folder.join("image"), folder.join("disk"));
    fs::File::create(&image).unwrap().set_len(64 << 20).unwrap();
    fs::create_dir(&disk).unwrap();
    let (image, at) = (image.to_str().unwrap(), disk.to_str().unwrap());
    let made = Command::new("mkfs.ext4").args(["-q", "-F", image]).stderr(Stdio::null()).status();
    let mounted = made.is_ok_and(|made| made.success())
        && Command::new("mount")
            .args(["-o", "loop,errors=remount-ro", image, at])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|mounted| mounted.success());
    let Some(trigger) = trigger(&disk).filter(|trigger| mounted && trigger.exists()) else {
        println!("skipped: no ext4 on a loop device here, so no disk that turns read-only");
        return;
    };
    let home = founded(&disk.join("home"));
    let opened = open(&home);
    register(&opened, 100).unwrap();
    fs::write(&trigger, "1").unwrap();
    for letters in [100, 4_000] {
        let said = words::desk::error(&register(&opened, letters).unwrap_err());
        assert!(said.contains("只读") && said.contains("没有保存"), "{said}");
    }
    assert_eq!(count(&opened), 1, "what is there is read on");
    opened.close();
    // The kernel lets nobody write there again before the disk was looked at.
    unmount(at);
    let looked = Command::new("e2fsck").args(["-fy", image]).output().unwrap();
    assert!(looked.status.code().is_some_and(|code| code < 4), "{looked:?}");
    mount(&["-o", "loop", image, at]);
    let opened = open(&home);
    assert_eq!(count(&opened), 1);
    register(&opened, 100).unwrap();
    opened.desk.verify(&mut |_| {}).unwrap();
    opened.close();
    unmount(at);
}

fn unmount(at: &str) {
    assert!(Command::new("umount").arg(at).status().unwrap().success());
}

/// The file by which the kernel is told that there was an error on the disk mounted here.
fn trigger(disk: &Path) -> Option<PathBuf> {
    let mounts = fs::read_to_string("/proc/self/mounts").unwrap();
    let mut own = mounts.lines().filter(|line| line.split(' ').nth(1) == disk.to_str());
    let device = own.next()?.split(' ').next()?.strip_prefix("/dev/")?.to_owned();
    Some(Path::new("/sys/fs/ext4").join(device).join("trigger_fs_error"))
}
