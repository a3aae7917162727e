//! Who has no rights reads nothing, and who takes the disk away finds nobody's name on it.

use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use encoding_rs::GBK;

use crate::host::until;
use crate::host_edges::Service;
use crate::office::{Office, text};
use crate::staff::{GROUP, as_account, has_accounts, open_to_group};
use crate::terminal::{Terminal, key};

const TODAY: &str = "2026-04-01";
/// An account that is nobody's here.
const STRANGER: u32 = GROUP + 500;

/// A program as the stranger in a group.
fn stranger(gid: u32, program: &str) -> Command {
    let prefix = as_account(STRANGER, gid);
    let mut command = Command::new(&prefix[0]);
    command.args(&prefix[1..]).arg(program);
    command
}

/// What the stranger finds below a folder that he may read or write, without links.
fn reachable(gid: u32, folder: &Path) -> Vec<PathBuf> {
    let test = ["(", "-readable", "-o", "-writable", ")"];
    let found = stranger(gid, "/usr/bin/find").arg(folder).args(test).output().unwrap();
    String::from_utf8(found.stdout).unwrap().lines().map(PathBuf::from).collect()
}

#[test]
fn an_account_without_rights_reaches_neither_data_nor_backups_nor_a_word_of_the_host() {
    if !has_accounts() || !Path::new("/usr/bin/find").exists() {
        println!("skipped: not root, or no setpriv or find: no second account is tried");
        return;
    }
    let office = Office::on(TODAY);
    open_to_group(&office);
    let _ = office.register("2026-03-02", "李强", "材料");
    let service = Service::serve(&office, &[]);
    let outside = office.home().with_file_name("backups");
    fs::create_dir(&outside).unwrap();
    fs::set_permissions(&outside, fs::Permissions::from_mode(0o755)).unwrap();
    let backup = outside.join("one.backup");
    let _ = office.run(&["backup", text(&backup)]).done();
    let _ = office.run(&["backup", "--rotate"]).done();
    // The folder of the backup is open to all; the backup is not.
    assert_eq!(reachable(STRANGER, &outside), vec![outside]);
    assert_eq!(reachable(STRANGER, &office.home()), Vec::<PathBuf>::new());
    // The group opens the socket, and nothing else.
    let mut of_group = reachable(GROUP, &office.home());
    of_group.sort();
    assert_eq!(of_group, [office.home(), office.home().join("run"), office.socket()]);
    for path in ["data", "data/office.key", "data/journal/000001.journal", "data/backups"] {
        for gid in [STRANGER, GROUP] {
            let read = stranger(gid, "/bin/cat").arg(office.home().join(path)).output().unwrap();
            assert!(!read.status.success() && read.stdout.is_empty(), "{path}");
        }
    }
    // Who is not in the group does not even reach the host; who is, is refused by it.
    let program = env!("CARGO_BIN_EXE_gongkai");
    for (gid, is_noted) in [(STRANGER, false), (GROUP, true)] {
        let refused = office.run_by(stranger(gid, program), &["list"]);
        assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{refused:?}");
        assert_eq!(refused.err.trim_end().lines().count(), 1, "{refused:?}");
        let log = fs::read_to_string(office.home().join("data/host.log")).unwrap();
        assert_eq!(log.contains(&format!("拒绝 uid={STRANGER}")), is_noted, "{log}");
    }
    assert_eq!(service.end(), Some(0));
}

/// What is personal: a name, an id number, a telephone number.
const PERSONAL: [&str; 3] = ["欧阳静怡", "110101199003078515", "13912345678"];

/// The bytes of a text in every encoding that somebody may look for.
fn encodings(text: &str) -> Vec<Vec<u8>> {
    let wide: Vec<u16> = text.encode_utf16().collect();
    vec![
        text.as_bytes().to_vec(),
        GBK.encode(text).0.into_owned(),
        wide.iter().flat_map(|unit| unit.to_le_bytes()).collect(),
        wide.iter().flat_map(|unit| unit.to_be_bytes()).collect(),
    ]
}

/// Every file below a folder with its bytes; those of an archive unpacked too.
fn contents(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            contents(&path, found);
        } else if path.is_file() {
            if let Ok(mut archive) = zip::ZipArchive::new(File::open(&path).unwrap()) {
                for index in 0..archive.len() {
                    let mut file = archive.by_index(index).unwrap();
                    let mut bytes = Vec::new();
                    file.read_to_end(&mut bytes).unwrap();
                    found.push((path.join(file.name().unwrap().as_ref()), bytes));
                }
            }
            found.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
}

/// What is personal below the home, with the files it stands in.
fn exposed(office: &Office) -> Vec<String> {
    let mut files = Vec::new();
    contents(&office.home(), &mut files);
    assert!(files.iter().any(|(path, bytes)| *path == office.segment() && bytes.len() > 500));
    let mut found = Vec::new();
    for text in PERSONAL {
        for bytes in encodings(text) {
            let finder = memchr::memmem::Finder::new(&bytes);
            let holding = files.iter().filter(|(_, content)| finder.find(content).is_some());
            found.extend(holding.map(|(path, _)| format!("{text} in {}", path.display())));
        }
    }
    found
}

/// Nobody's name stands in a file below the home.
fn check_secret(office: &Office) {
    assert_eq!(exposed(office), Vec::<String>::new());
}

#[test]
fn no_file_of_the_office_holds_a_name_a_number_or_a_telephone_in_clear() {
    let office = Office::on(TODAY);
    let [name, id_number, telephone] = PERSONAL;
    let particulars = ["--applicant", name, "--id-number", id_number, "--contact", telephone];
    let arguments = ["register", "--received", "2026-03-02", "--kind", "自然人", "--content", "征地批复"];
    let no = office.run(&[&arguments[..], &particulars].concat()).done().out.trim().to_owned();
    let said = format!("已与{name}通话，电话{telephone}，证件{id_number}");
    let _ = office.run(&["act", &no, "note", &said, "--type", "talk"]).done();
    let rows = format!(
        "编号,收到日期,申请人,申请人类型,申请内容,联系方式\n,2026-03-05,{name},自然人,预算,{telephone}\n"
    );
    let _ = office.run(&["import", text(&office.file("台账.csv", rows.as_bytes()))]).done();
    check_secret(&office);
    // Searched for, half typed and left at a host that dies, half typed and kept as a draft.
    let mut clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for(name);
    clerk.press("/", "查找");
    clerk.press(name, name);
    clerk.press(key::ENTER, "征地批复");
    clerk.send("\x18"); // Ctrl-X: the list
    clerk.wait_for("未办结申请");
    clerk.press("\x1bOQ", "登记新申请"); // F2
    clerk.press(&format!("{name}{}", key::TAB), name);
    clerk.press("\x1b", "草稿"); // Esc
    clerk.press(key::ENTER, "未办结申请");
    check_secret(&office);
    clerk.quit();
    until("the host has left", || !office.socket().exists());
    let _ = office.run(&["backup", "--rotate"]).done();
    let _ = office.run(&["rebuild"]).done();
    let _ = office.run(&["verify"]).done();
    check_secret(&office);
    // What is looked for is there all the same.
    let export = office.run(&["journal", "export"]).done().out;
    assert!(PERSONAL.iter().all(|text| export.contains(text)));
    // And who looks would find it.
    let planted: Vec<u8> = encodings(name).concat();
    fs::write(office.home().join("data/planted"), planted).unwrap();
    assert_eq!(exposed(&office).len(), 4);
}
