//! Drafts in their files: sealed, each its own clerk's, whole or not there.

use std::os::unix::fs::PermissionsExt;

use jiff::civil::date;
use tempfile::TempDir;

use super::*;
use crate::desk::{Command, Founding};
use crate::host::{Home, Opened};
use crate::law::ApplicantKind;
use crate::request::{Channel, OrganId, Particulars, Registration};
use crate::tui::Drawer as _;

const TEXT: &str = "申请人 李强，证件号码 321002199001011234";

fn founded() -> (TempDir, Home) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path().join("home"));
    let founding = Founding {
        organ: "北关区人民政府".into(),
        prefix: String::new(),
        practice: false,
        uid: 1000,
        clerk: "张敏".into(),
    };
    home.found(&founding).unwrap();
    (folder, home)
}

fn open(home: &Home) -> Opened {
    home.open(1000, None, &mut |_| true).unwrap()
}

fn registered(opened: &Opened) -> RequestId {
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
    opened.desk.submit(opened.clerk, Command::Register(Box::new(registration))).unwrap().row.id
}

fn file(home: &Home, name: &str) -> PathBuf {
    home.clerk_folder(ClerkId(1)).join(name)
}

fn kept(drawer: &Drawer, text: &str) -> Slot {
    drawer.keep(None, None, text.as_bytes()).unwrap()
}

fn texts(lost: &Lost) -> Vec<(u64, String)> {
    let text = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).unwrap();
    lost.drafts.iter().map(|(slot, bytes)| (slot.0, text(bytes))).collect()
}

#[test]
fn what_was_kept_is_found_by_the_next_session_and_no_word_of_it_stands_in_the_file() {
    let (_folder, home) = founded();
    let opened = open(&home);
    let slot = kept(&opened.drawer, "旧的");
    assert_eq!(opened.drawer.keep(Some(slot), None, TEXT.as_bytes()), Ok(slot));
    assert!(opened.drawer.lost().drafts.is_empty(), "it is this session's own");
    let bytes = fs::read(file(&home, "draft-1")).unwrap();
    for word in ["李强", "321002199001011234"] {
        assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word}");
    }
    assert_eq!(fs::metadata(file(&home, "draft-1")).unwrap().permissions().mode() & 0o777, 0o600);
    let next = opened.drawer.another();
    assert!(next.lost().drafts.is_empty(), "its session still lives");
    opened.close();
    let opened = open(&home);
    let lost = opened.drawer.lost();
    assert_eq!((texts(&lost), lost.faults), (vec![(1, TEXT.to_owned())], Vec::new()));
    opened.drawer.remove(slot);
    assert!(!file(&home, "draft-1").exists() && opened.drawer.another().lost().drafts.is_empty());
}

#[test]
fn a_session_that_ends_lets_go_of_its_drafts_while_the_office_stays_open() {
    let (_folder, home) = founded();
    let opened = open(&home);
    let one = opened.drawer.another();
    kept(&one, "一");
    kept(&opened.drawer, "二");
    drop(one);
    assert_eq!(texts(&opened.drawer.another().lost()), [(1, "一".to_owned())]);
    let other = Drawer::open(&opened.drawer.cabinet, ClerkId(2));
    assert!(other.lost().drafts.is_empty(), "another clerk's are his own");
}

#[test]
fn a_draft_of_another_slot_clerk_or_key_and_a_damaged_one_is_said_and_put_aside() {
    let (_folder, home) = founded();
    let opened = open(&home);
    for text in ["一", "二", "三", "四"] {
        kept(&opened.drawer, text);
    }
    opened.close();
    fs::copy(file(&home, "draft-1"), file(&home, "draft-9")).unwrap();
    fs::write(file(&home, "draft-2"), "不是草稿").unwrap();
    let mut bytes = fs::read(file(&home, "draft-3")).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(file(&home, "draft-3"), bytes).unwrap();
    fs::write(file(&home, "draft-7"), vec![0; LONGEST_FILE + 1]).unwrap();
    // A key that this office does not have.
    let mut bytes = fs::read(file(&home, "draft-4")).unwrap();
    bytes[16] = 77;
    fs::write(file(&home, "draft-4"), bytes).unwrap();
    fs::write(file(&home, "draft-5.new"), "写到一半").unwrap();
    let opened = open(&home);
    let lost = opened.drawer.lost();
    assert_eq!(texts(&lost), [(1, "一".to_owned())]);
    assert_eq!(lost.faults.len(), 5, "{:?}", lost.faults);
    for aside in ["draft-2", "draft-3", "draft-4", "draft-7", "draft-9"] {
        assert!(!file(&home, aside).exists() && file(&home, &format!("{aside}.unreadable")).exists());
    }
    assert!(!file(&home, "draft-5.new").exists());
    let again = opened.drawer.another().lost();
    assert!(again.faults.is_empty() && again.drafts.is_empty(), "said once: {:?}", again.faults);
}

#[test]
fn a_draft_opens_after_the_office_key_was_rotated_and_goes_with_the_case_it_is_about() {
    let (_folder, home) = founded();
    let opened = open(&home);
    let id = registered(&opened);
    opened.drawer.keep(None, Some(id), "补正内容".as_bytes()).unwrap();
    kept(&opened.drawer, "登记");
    home.rotate_key(&opened.desk).unwrap();
    kept(&opened.drawer, "换了密钥以后");
    opened.close();
    let opened = open(&home);
    assert_eq!(texts(&opened.drawer.lost()).len(), 3);
    opened.close();
    let opened = open(&home);
    let close = |desk: &Desk| {
        // Erasing wants a case that is in the file; its key is what matters here.
        desk.keys().doom(id.0).unwrap();
        desk.keys().destroy(id.0, 1).unwrap();
    };
    close(&opened.desk);
    let lost = opened.drawer.lost();
    let left: Vec<u64> = lost.drafts.iter().map(|(slot, _)| slot.0).collect();
    assert_eq!((left, lost.faults), (vec![2, 3], vec![words::ERASED.to_owned()]));
    assert!(!file(&home, "draft-1").exists());
}

#[test]
fn neither_their_length_nor_their_number_grows_without_end() {
    let (_folder, home) = founded();
    let opened = open(&home);
    assert!(opened.drawer.keep(None, None, &vec![b'x'; LONGEST + 1]).is_err());
    for _ in 0..MOST {
        kept(&opened.drawer, "");
    }
    assert!(opened.drawer.keep(None, None, b"").unwrap_err().contains("64"));
    assert!(opened.drawer.keep(Some(Slot(1)), None, "还能改".as_bytes()).is_ok());
}
