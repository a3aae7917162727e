//! A report that was published (北关区工信局, 2025), made again from records alone.
//!
//! Its conversion to text left artefacts: spaces around figures in titles, half-width brackets, a row of
//! table 3 shifted to the left. The published text and ours are read by the same reader and compared.

use std::fs;

use gongkai::report::{Part, Prose, ReadReport, from_bytes};

use crate::office::{Office, text};

const SEED: &str = "tests/fixtures/annual_report_2025_beiguan.md";
const ORGAN: &str = "北关区工信局";

/// The three disclosures that its part one names.
const DISCLOSED: [(&str, &str); 3] = [
    ("北关区工业和信息化局党组关于巡察整改进展情况的通报", "2025-03-10"),
    ("北关区工业和信息化局政府信息公开指南", "2025-06-11"),
    ("北关区工业和信息化局机构简介", "2025-09-12"),
];

/// Its sentences, with live fields where it states what the records hold.
const OVERVIEW: &str = "\
{年份} 年度，{机关}坚持以习近平新时代中国特色社会主义思想为指导，严格恪守《中华人民共和国政府信息公开条例》规定，\
全面落实区政府政务公开工作要求，聚焦企业服务核心需求，持续提升政务公开的规范化、精准化水平，现将政务公开工作汇报如下：
（一）主动公开：通过北关区人民政府网站主动公开政府信息 {主动公开} 条，分别是{主动公开标题}。
（二）依申请公开：{年份} 年度未收到政府信息公开申请，上年度结转数量 {上年结转} 件，{年份} 年度办结数量 {办结} 件，\
转下一年度办理数量 {结转下年} 件。
（三）政府信息管理：健全信息公开审核制度，严格落实“三审三校”制度，按照分级审核、先审后发程序，\
明确“谁公开、谁负责”的工作责任，全年未发生信息公开失泄密情况。
（四）政府信息公开平台建设：我局未单独搭建政府信息公开平台。主要依托“北关区人民政府门户网站”开展政府信息公开工作。\
区工信局积极践行政务公开化、规范化要求，以提升信息发布质量和实效为抓手，扎实推进政府信息及时、准确、全面发布。
（五）监督保障：政务公开工作实行专人专管、专人监督，同时进一步强化发布全流程监督管理，常态化组织相关科室人员开展业务培训，\
严格落实信息公开内容审核机制，确保公开内容合规准确。将政府信息公开工作纳入科室年度考核，定期开展内部自查自纠，\
及时发现并整改工作中的薄弱环节。
";
const PROBLEMS: &str = "\
{年份}年，{机关}稳步推进政务信息公开工作，取得了一定成效，但对标工作要求和企业群众期盼，仍存在两方面问题：\
一是信息公开渠道较为单一，未能形成线上线下联动的公开格局。二是信息公开在数量供给方面不足且覆盖领域狭窄。
针对上述问题，接下来我局将从以下两方面改进提升工作。一是拓宽公开渠道，加大线下公开力度，充分利用宣传栏、公示栏等载体，\
发布政务信息。二是以企业群众需求为导向，聚焦工业经济运行监测、中小企业服务等重点领域拓展信息公开范围，扩充公开数量。
";
const OTHERS: &str = "本年度，本机关未收取信息公开处理费。\n";

/// An office with the facts of the report and nothing else.
fn office() -> Office {
    let office = Office::named(ORGAN, "2026-01-12");
    for (title, on) in DISCLOSED {
        let add = ["record", "disclosure", "add", "--title", title, "--column", "机构职能", "--formed", on];
        let id = office.run(&add).done().out.trim().to_owned();
        for check in ["review", "proof"] {
            for _ in 0..3 {
                let said = ["record", "disclosure", check, &id, "--by", "张敏", "--on", on];
                let _ = office.run(&said).done();
            }
        }
        let _ = office.run(&["record", "disclosure", "publish", &id, "--on", on]).done();
    }
    for (place, words) in [("overview", OVERVIEW), ("problems", PROBLEMS), ("others", OTHERS)] {
        let file = office.file(&format!("{place}.txt"), words.as_bytes());
        let _ = office.run(&["annual", "2025", "text", place, "--set", text(&file)]).done();
    }
    let _ = office.run(&["annual", "2025", "text", "preface", "--none"]).done();
    office
}

/// Without spaces, which the conversion put in and took out at will.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn lines(paragraphs: &[String]) -> Vec<String> {
    paragraphs.iter().map(|line| plain(line)).collect()
}

fn words(prose: &Prose) -> Vec<(String, Vec<String>, Vec<String>)> {
    let part = |part: Part| {
        let section = prose.section(part);
        (part.title().to_owned(), lines(&section.paragraphs), lines(&section.notes))
    };
    let around = |name: &str, text: &[String]| (name.to_owned(), lines(text), Vec::new());
    let mut all = vec![around("前言", &prose.preface)];
    all.extend(Part::ALL.map(part));
    all.push(around("落款", &prose.signature));
    all
}

fn read(path: &str) -> ReadReport {
    from_bytes(Some(path), &fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_published_report_is_made_again_from_records_alone_in_every_format() {
    let published = read(SEED);
    let said = words(published.prose.as_ref().unwrap());
    assert_eq!(said[0].1, [""; 0], "it begins with part one");
    let office = office();
    for extension in ["md", "json", "html", "docx", "txt", "xlsx"] {
        let path = office.file(&format!("年报.{extension}"), b"");
        let _ = office.run(&["report", "2025", "-o", text(&path)]).done();
        let ours = read(text(&path));
        assert_eq!(words(ours.prose.as_ref().unwrap()), said, "{extension}");
        assert_eq!((&ours.organ, ours.year), (&published.organ, published.year), "{extension}");
        assert_eq!(ours.tables, published.tables, "{extension}");
        assert_eq!(ours.form, published.form, "{extension}");
        assert_eq!(ours.doubts, [], "{extension}");
        if extension != "json" {
            assert_eq!(ours.title.as_deref().map(plain), published.title.as_deref().map(plain));
            assert_eq!(lines(&ours.headings), lines(&published.headings), "{extension}");
        }
    }
}

#[test]
fn the_made_report_keeps_every_rule_and_can_be_published() {
    let office = office();
    let findings = office.run(&["check", "2025", "--json"]).done().json();
    let published = office.run(&["check", "--file", SEED, "--json"]).done().json();
    let rules = |findings: &serde_json::Value| -> Vec<String> {
        findings.as_array().unwrap().iter().map(|finding| finding["rule"].to_string()).collect()
    };
    assert_eq!(rules(&findings), rules(&published), "{findings:#}\n{published:#}");
    let _ = office.run(&["annual", "2025", "publish", "--on", "2026-01-12", "--signed-by", "李主任"]).done();
    let _ = office.run(&["verify"]).done();
}
