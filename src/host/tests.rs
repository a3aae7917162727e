//! The home: founded once, owned by one, closed to others.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::Duration;

use jiff::civil::date;
use tempfile::TempDir;

use super::*;
use crate::backup::{KeySource, Passphrase};
use crate::desk::{Command, DeskError, Founding};
use crate::journal::{JournalError, PrivateError};
use crate::law::ApplicantKind;
use crate::request::{Channel, OrganId, Particulars, Registration};

const UID: u32 = 1000;

fn founding(practice: bool) -> Founding {
    Founding {
        organ: "北关区人民政府".into(),
        prefix: String::new(),
        practice,
        uid: UID,
        clerk: "张敏".into(),
    }
}

fn home(folder: &TempDir) -> Home {
    Home::at(folder.path().join("home")).with_patience(Duration::from_millis(60))
}

fn founded() -> (TempDir, Home) {
    let folder = tempfile::tempdir().unwrap();
    let home = home(&folder);
    home.found(&founding(false)).unwrap();
    (folder, home)
}

fn open(home: &Home) -> Result<Opened, HostError> {
    home.open(UID, None, &mut |_| true)
}

fn register(opened: &Opened) {
    let registration = Registration {
        no: None,
        organ: OrganId::FIRST,
        kind: ApplicantKind::Natural,
        channel: Channel::SignedPost,
        submitted_on: None,
        confirmed_on: None,
        received_on: Some(date(2026, 3, 2)),
        particulars: Particulars {
            applicant: "张三".into(),
            content: "预算".into(),
            ..Particulars::default()
        },
    };
    opened.desk.submit(opened.clerk, Command::Register(Box::new(registration))).unwrap();
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn an_office_is_founded_once_and_is_there_when_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let home = home(&folder);
    assert!(matches!(open(&home), Err(HostError::NoOffice(_))));
    home.found(&founding(false)).unwrap();
    assert!(matches!(home.found(&founding(false)), Err(HostError::OfficeExists(_))));
    let opened = open(&home).unwrap();
    assert_eq!(opened.desk.office().name(), "北关区人民政府");
    register(&opened);
    opened.close();
    let opened = open(&home).unwrap();
    assert_eq!(opened.notices, []);
    assert!(opened.desk.id_of("2026-001").is_ok());
    assert!(matches!(home.found(&founding(false)), Err(HostError::InUse(_))));
}

#[test]
fn folders_and_key_are_as_narrow_as_they_must_be() {
    let (_folder, home) = founded();
    let data = home.root().join("data");
    assert_eq!(mode(&data), 0o700);
    assert_eq!(mode(&home.root().join("run")), 0o2750);
    assert_eq!(mode(&data.join("office.key")), 0o600);
    for name in ["journal", "register", "papers", "clerks", "access", "backups"] {
        assert_eq!(mode(&data.join(name)), 0o700, "{name}");
    }
}

#[test]
fn a_second_process_waits_and_is_then_told_that_the_home_is_in_use() {
    let (_folder, home) = founded();
    let opened = open(&home).unwrap();
    assert!(matches!(open(&home), Err(HostError::InUse(_))));
    let patient = home.clone().with_patience(Duration::from_secs(20));
    let waiting = std::thread::spawn(move || open(&patient).map(|_| ()));
    std::thread::sleep(Duration::from_millis(50));
    opened.close();
    waiting.join().unwrap().unwrap();
}

#[test]
fn data_that_others_may_look_into_are_refused() {
    let (_folder, home) = founded();
    let data = home.root().join("data");
    set_mode(&data, 0o755);
    assert!(matches!(open(&home), Err(HostError::TooOpen { mode: 0o755, .. })));
    set_mode(&data, 0o700);
    set_mode(&data.join("office.key"), 0o640);
    let error = open(&home).unwrap_err();
    assert!(matches!(error, HostError::Key(PrivateError::KeyFileTooOpen { mode: 0o640, .. })), "{error}");
    set_mode(&data.join("office.key"), 0o600);
    open(&home).unwrap();
}

#[test]
fn a_day_is_set_in_practice_offices_alone() {
    let today = Some(date(2026, 3, 2));
    let (_folder, home) = founded();
    let error = home.open(UID, today, &mut |_| true).unwrap_err();
    assert!(matches!(error, HostError::TodayOutsidePractice));
    let folder = tempfile::tempdir().unwrap();
    let practice = Home::at(folder.path());
    practice.found(&founding(true)).unwrap();
    let opened = practice.open(UID, today, &mut |_| true).unwrap();
    assert_eq!(opened.desk.today(), date(2026, 3, 2));
    register(&opened);
    let view = opened.desk.case(opened.desk.id_of("2026-001").unwrap()).unwrap();
    assert_eq!(view.entries.first().unwrap().practice_day, today);
}

#[test]
fn an_account_that_is_not_admitted_is_refused() {
    let (_folder, home) = founded();
    let error = home.open(UID + 1, None, &mut |_| true).unwrap_err();
    assert!(matches!(error, HostError::NotAdmitted(1001)));
    open(&home).unwrap();
}

#[test]
fn a_founding_that_was_cut_short_is_done_again() {
    let (_folder, home) = founded();
    let data = home.root().join("data");
    let key = fs::read(data.join("office.key")).unwrap();
    // As it stands before the journal gets its name.
    fs::rename(data.join("journal"), data.join("journal.new")).unwrap();
    fs::remove_dir_all(data.join("register")).unwrap();
    assert!(matches!(open(&home), Err(HostError::NoOffice(_))));
    home.found(&founding(false)).unwrap();
    assert_eq!(fs::read(data.join("office.key")).unwrap(), key);
    register(&open(&home).unwrap());
}

#[test]
fn an_office_whose_journal_is_gone_is_not_founded_over() {
    let (_folder, home) = founded();
    let opened = open(&home).unwrap();
    register(&opened);
    opened.close();
    fs::remove_dir_all(home.root().join("data/journal")).unwrap();
    assert!(matches!(home.found(&founding(false)), Err(HostError::OfficeExists(_))));
    let error = open(&home).unwrap_err();
    let missing =
        matches!(error, HostError::Desk(DeskError::Journal(JournalError::Missing | JournalError::Io { .. })));
    assert!(missing, "{error:?}");
    assert!(crate::words::host::error(&error).contains("从备份恢复"), "{error}");
}

#[test]
fn a_home_without_its_key_is_refused_with_where_to_find_it() {
    let (_folder, home) = founded();
    fs::remove_file(home.root().join("data/office.key")).unwrap();
    let error = open(&home).unwrap_err();
    assert!(matches!(error, HostError::Key(PrivateError::Io { .. })), "{error}");
    assert!(crate::words::host::error(&error).contains("office.key"));
    assert!(matches!(home.found(&founding(false)), Err(HostError::OfficeExists(_))));
}

#[test]
fn an_office_of_a_version_without_keys_of_cases_is_restored_read_and_worked_on() {
    let folder = tempfile::tempdir().unwrap();
    let (home, day) = (home(&folder), date(2026, 3, 2));
    let backup = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/backup_v1.backup");
    let key = KeySource::Passphrase(Passphrase::of("北关区二〇二六年密语"));
    let restored = home.restore(&backup, &key, 4242, Some(day)).unwrap();
    let [uid] = restored.admitted.unwrap()[..] else { panic!("one clerk") };
    let opened = || home.open(uid, Some(day), &mut |_| true).unwrap();
    let first = opened();
    let applicants = |opened: &Opened| {
        let rows = opened.desk.all(crate::register::Query::All).unwrap();
        rows.into_iter().map(|row| row.applicant).collect::<Vec<_>>()
    };
    assert_eq!(applicants(&first), ["李强", "某公司"]);
    register(&first);
    let shown = first.desk.keys_shown().unwrap();
    assert_eq!((shown.registered, shown.cases.live), (3, 1), "the new one has a key of its own");
    first.close();
    fs::remove_dir_all(home.root().join("data/register")).unwrap();
    let again = opened();
    assert_eq!(applicants(&again).len(), 3);
    let verified = again.desk.verify(&mut |_| {}).unwrap();
    assert!(verified.journal.is_ok() && verified.lost.is_empty());
    again.close();
}

#[test]
fn a_register_is_derived_anew_beside_and_put_in_its_place() {
    let (_folder, home) = founded();
    let opened = open(&home).unwrap();
    register(&opened);
    let rebuilt = opened.desk.rebuild(&mut |_| true).unwrap();
    assert!(rebuilt.equal && rebuilt.cases == 1);
    assert!(opened.desk.rebuild(&mut |_| false).is_err());
    assert!(!home.root().join("data/register.new").exists());
    opened.close();
    assert_eq!(open(&home).unwrap().notices, []);
}

#[test]
fn every_refusal_of_a_home_has_chinese_words() {
    let path = Path::new("/home/x").to_path_buf();
    let errors = [
        HostError::NoOffice(path.clone()),
        HostError::OfficeExists(path.clone()),
        HostError::InUse(path.clone()),
        HostError::NotOurs { path: path.clone(), owner: 0 },
        HostError::TooOpen { path: path.clone(), mode: 0o755 },
        HostError::NetworkFileSystem(path.clone()),
        HostError::NotAdmitted(1001),
        HostError::TodayOutsidePractice,
        HostError::NoHomeFolder,
        HostError::Stranger { uid: 1001, owner: 1000 },
        HostError::NoService(path.clone()),
        HostError::Served(path.clone()),
        HostError::TooMuch,
        HostError::Lost,
        HostError::LostInCommand,
        HostError::NoTerminal,
        HostError::Io { path, source: std::io::ErrorKind::StorageFull.into() },
        HostError::Journal(JournalError::Missing),
        HostError::Desk(DeskError::Closed),
    ];
    for error in errors {
        let words = crate::words::host::error(&error);
        assert!(words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{words}");
    }
}

#[test]
fn a_home_is_named_or_found_in_the_users_data_folder() {
    let named = Some(Path::new("/a").to_path_buf());
    let variable = Some(Path::new("/b").to_path_buf());
    assert_eq!(Home::find(named, variable.clone()).unwrap().root(), Path::new("/a"));
    assert_eq!(Home::find(None, variable).unwrap().root(), Path::new("/b"));
    assert!(Home::find(None, Some("".into())).unwrap().root().ends_with("gongkai"));
}
