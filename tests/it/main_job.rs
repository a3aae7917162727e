//! The main job on real input: a register of 14,629 requests comes in, and the published table stands there.

use std::fs;

use serde_json::Value;

use crate::office::{Ended, Office, text};
use crate::published_ledger::{as_csv, as_xlsx, published_ledger};

/// What an office answers about its year.
fn answers(office: &Office) -> (Value, usize, usize) {
    let report = office.run(&["report", "2025", "--format", "json"]).done().json();
    let length = |arguments: &[&str]| office.run(arguments).done().json().as_array().unwrap().len();
    let carried_in = length(&["list", "--carried-into", "2025", "--json"]);
    let carried_out = length(&["list", "--carried-out-of", "2025", "--json"]);
    (report, carried_in, carried_out)
}

fn imported(name: &str, bytes: &[u8]) -> Office {
    let office = Office::on("2026-01-05");
    let path = office.file(name, bytes);
    let ended = office.run(&["import", text(&path)]).done();
    assert_eq!(ended.out, "已导入 14629 件\n");
    office
}

fn assert_published(office: &Office) {
    let (report, carried_in, carried_out) = answers(office);
    let rows = |tables: &Value| -> Vec<(String, Value)> {
        let rows = tables["table3"]["rows"].as_array().unwrap();
        rows.iter().map(|row| (row["key"].as_str().unwrap().to_owned(), row["values"].clone())).collect()
    };
    let expected: Value =
        serde_json::from_str(include_str!("../fixtures/published_tables_2025.json")).unwrap();
    assert_eq!(rows(&report), rows(&expected), "cell for cell, in all seven columns");
    assert_eq!((carried_in, carried_out), (560, 819));
}

#[test]
fn the_published_table_comes_back_from_a_workbook_and_importing_twice_changes_nothing() {
    let rows = published_ledger();
    let office = imported("台账.xlsx", &as_xlsx(&rows));
    assert_published(&office);
    let journal = office.journal();
    let again = office.run(&["import", text(&office.home().with_file_name("台账.xlsx"))]).done();
    assert_eq!(again.out, "14629 件均已登记在册，没有改动\n");
    assert_eq!(office.journal(), journal);
    assert_eq!(office.run(&["check", "2025"]).done().out, "校验通过，未发现问题\n");
    assert_eq!(office.run(&["rebuild"]).done().out, "台账已重新生成，与原台账一致，共 14629 件\n");
    assert_published(&office);
}

#[test]
fn the_published_table_comes_back_from_a_csv_whatever_befalls_the_register() {
    let office = imported("台账.csv", &as_csv(&published_ledger()));
    assert_published(&office);
    let before = answers(&office);

    fs::remove_dir_all(office.register_folder()).unwrap();
    assert_eq!(answers(&office), before, "after the folder was deleted");

    fs::remove_dir_all(office.register_folder()).unwrap();
    fs::create_dir(office.register_folder()).unwrap();
    assert_eq!(answers(&office), before, "after the folder was emptied");

    let mut seed: u64 = 7;
    for round in 0..3 {
        flip_bytes(&office.register_folder().join("db"), 16, &mut seed);
        assert_eq!(answers(&office), before, "after flipping bytes, round {round}");
    }
    assert!(office.journal().contains("台账与日志一致"));
}

/// Flips one bit in each of `count` bytes.
fn flip_bytes(path: &std::path::Path, count: usize, seed: &mut u64) {
    let mut bytes = fs::read(path).unwrap();
    for _ in 0..count {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let place = usize::try_from(*seed >> 33).unwrap() % bytes.len();
        bytes[place] ^= 1 << (*seed & 7);
    }
    fs::write(path, bytes).unwrap();
}

#[test]
fn one_flipped_byte_in_the_journal_is_named_by_verify_and_by_opening() {
    let office = Office::on("2026-03-02");
    for n in 1..=5 {
        office.register("2026-03-02", "李强", &format!("第{n}份文件"));
    }
    let sound = fs::read(office.segment()).unwrap();
    // In the middle of what is written: the zeros behind it do not count.
    let end = sound.iter().rposition(|byte| *byte != 0).unwrap();
    for place in [end / 2, end * 3 / 4] {
        let mut bytes = sound.clone();
        bytes[place] ^= 0x10;
        fs::write(office.segment(), &bytes).unwrap();
        let verified = office.run(&["verify"]);
        assert_eq!(verified.code, 3, "{verified:?}");
        assert!(verified.out.contains("记录") && verified.out.contains("000001.journal"), "{verified:?}");
        let opened = office.run(&["list"]);
        assert_eq!(opened.code, 1, "{opened:?}");
        assert!(opened.err.contains("记录"), "{opened:?}");
    }
    fs::write(office.segment(), &sound).unwrap();
    assert_eq!(office.run(&["list", "--json"]).done().json().as_array().unwrap().len(), 5);
}

#[test]
fn a_journal_cut_short_behind_the_registers_back_is_told_and_not_derived_over() {
    let office = Office::on("2026-03-02");
    office.register("2026-03-02", "李强", "第一份文件");
    let earlier = fs::read(office.segment()).unwrap();
    office.register("2026-03-02", "王芳", "第二份文件");
    fs::write(office.segment(), earlier).unwrap();
    for _ in 0..2 {
        let Ended { code, err, .. } = office.run(&["list"]);
        assert_eq!(code, 1);
        assert!(err.contains("日志缺失记录"), "{err}");
    }
    assert_eq!(office.run(&["verify"]).code, 3);
}
