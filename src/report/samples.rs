//! Tables for tests.

use serde_json::Value;

use super::{
    Column3, Part, Period, Prose, Report, Row3, Section, Stated, Table2, Table3, Table4, YearTables,
    from_json,
};

const PUBLISHED: &[u8] = include_bytes!("../../tests/fixtures/published_tables_2025.json");

/// The published tables of 2025 as JSON.
pub(crate) fn published_json() -> Value {
    serde_json::from_slice(PUBLISHED).unwrap()
}

/// The published tables of 2025.
pub(crate) fn published() -> YearTables {
    from_json(PUBLISHED).unwrap()
}

/// The published tables of 2025 with a year and an organ.
pub(crate) fn named() -> YearTables {
    YearTables { year: Some(2025), organ: Some("测试市人民政府".to_owned()), ..published() }
}

/// Tables of a previous year that fit the published ones of 2025: what it carried out is what they carry
/// in, and the documents valid then explain those valid now.
pub(crate) fn previous() -> YearTables {
    let mut tables = published();
    for column in Column3::all() {
        let carried = tables.table3.at(Row3::CarriedIn, column).clone();
        tables.table3.set(Row3::CarriedOut, column, carried);
    }
    tables.table2.documents[0][2] = Stated::number(74 - 3 + 5);
    tables.table2.documents[1][2] = Stated::number(4185 - 564 + 984);
    tables
}

/// The tables of an organ that has nothing to report.
pub(crate) fn zero() -> YearTables {
    let none = Table3 { new: [0; 6], carried_in: [0; 6], results: [[0; 6]; 21], carried_out: [0; 6] };
    YearTables::new(2025, "北关区工信局", Table2::zero(), &none, Table4::zero())
}

/// A report of the published tables with words in all its parts.
pub(crate) fn worded() -> Report {
    let mut tables = named();
    tables.table3.set(
        Row3::New,
        Column3::Sum,
        Stated { note: Some("含上年补报".to_owned()), ..Stated::number(14_069) },
    );
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<String>>();
    let mut prose = Prose {
        preface: texts(&[
            "本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限自2025年1月1日起至2025年12月31日止。",
            "如对本报告有疑问，请与测试市人民政府办公室联系。",
        ]),
        signature: texts(&["测试市人民政府", "2026年3月2日"]),
        ..Prose::default()
    };
    let section =
        |paragraphs: &[&str], notes: &[&str]| Section { paragraphs: texts(paragraphs), notes: texts(notes) };
    *prose.section_mut(Part::Overview) = section(
        &[
            "（一）主动公开：通过门户网站主动公开政府信息3条，分别是《机构简介》《公开指南》《“三审三校”制度》。",
            "（二）依申请公开：新收政府信息公开申请14069件，上年结转560件，办结13810件，结转下年度继续办理819件。",
            "（三）政府信息管理：严格落实先审后发程序，明确“谁公开、谁负责”的工作责任，全年未发生失泄密情况。",
            "（四）政府信息公开平台建设：依托门户网站开展政府信息公开工作。",
            "（五）监督保障：政府信息公开工作实行专人专管，纳入年度考核。",
        ],
        &[],
    );
    *prose.section_mut(Part::Disclosure) =
        section(&["截至2025年12月31日，有关情况如下。"], &["注：规章由本机关制发。"]);
    *prose.section_mut(Part::Requests) = section(&["申请办理情况如下。"], &["注：信息公开申请以件计。"]);
    *prose.section_mut(Part::Disputes) = section(&["复议诉讼情况如下。"], &["注：不含作为复议机关的案件。"]);
    *prose.section_mut(Part::Problems) = section(
        &["存在的问题：一是公开渠道较为单一；二是覆盖领域不够宽。", "改进情况：拓宽渠道，扩充数量。"],
        &[],
    );
    *prose.section_mut(Part::Others) =
        section(&["本年度收取信息处理费0元。"], &["注：本报告以政府网站公布的为准。"]);
    Report { tables, period: Period::Year(2025), prose: Some(prose), cases: Vec::new() }
}
