//! The words around the tables, part by part.

use super::super::fold::tight;
use super::super::{Doubt, TableNo, sections, title};
use super::part_of;
use crate::report::{Part, Prose};

/// What a page says about itself below a report, or between its title and its text: no words of the report.
const PAGE_WORDS: [&str; 22] = [
    "版权所有",
    "ICP备",
    "公网安备",
    "网站标识码",
    "主办单位",
    "承办单位",
    "技术支持",
    "关闭窗口",
    "打印本页",
    "上一篇",
    "下一篇",
    "扫一扫",
    "分享到",
    "浏览次数",
    "阅读次数",
    "点击量",
    "字体：",
    "来源：",
    "发布时间",
    "发布日期",
    "信息来源",
    "索引号",
];
/// A line about the page is short, in characters.
const LONGEST_PAGE_LINE: usize = 60;
/// So is a line of a signature.
const LONGEST_SIGNATURE: usize = 40;

/// The words as they are found.
pub(super) struct Writer {
    title: Option<String>,
    prose: Prose,
    part: Option<Part>,
    seen: Vec<Part>,
    /// Parts whose table has been seen.
    with_table: Vec<Part>,
    /// Whether the page has ended, and only its footer follows.
    ended: bool,
    headings: Vec<(Part, String)>,
    doubts: Vec<Doubt>,
}

/// The words of a report.
pub(super) struct Written {
    /// None where there are tables alone.
    pub(super) prose: Option<Prose>,
    /// The notes of a file that has tables alone.
    pub(super) notes: Option<String>,
    /// The titles of parts as they stand.
    pub(super) headings: Vec<String>,
    /// What is doubtful.
    pub(super) doubts: Vec<Doubt>,
}

impl Writer {
    /// A writer for a document with this title.
    pub(super) fn new(title: Option<&str>) -> Self {
        Self {
            title: title.map(tight),
            prose: Prose::default(),
            part: None,
            seen: Vec::new(),
            with_table: Vec::new(),
            ended: false,
            headings: Vec::new(),
            doubts: Vec::new(),
        }
    }

    /// Rows of a table stand here.
    pub(super) fn table(&mut self, table: TableNo) {
        let own = part_of(table);
        if let Some(part) = self.part.filter(|part| *part != own) {
            let doubt = Doubt::TableElsewhere { table, part };
            if !self.doubts.contains(&doubt) {
                self.doubts.push(doubt);
            }
        }
        let part = self.part.unwrap_or(own);
        if !self.with_table.contains(&part) {
            self.with_table.push(part);
        }
    }

    /// A line of words stands here.
    pub(super) fn words(&mut self, line: &str) {
        if self.title.as_ref().is_some_and(|title| *title == tight(line)) {
            return;
        }
        // Where a sheet of words says where its table is found.
        if line.starts_with("（表见工作表") {
            return;
        }
        match sections::title(line) {
            Some(found) if self.opens(found) => self.open(found, line),
            _ => self.paragraph(line),
        }
    }

    /// Whether a line that looks like a title is one: with other words it must lead on.
    fn opens(&self, found: sections::Found) -> bool {
        found.exact || self.part.is_none_or(|part| found.part > part)
    }

    fn open(&mut self, found: sections::Found, line: &str) {
        let part = found.part;
        self.ended = false;
        if self.seen.contains(&part) {
            // After a table of contents, or before the sheet with its table, a title comes again: nothing, or
            // no table, has stood below it yet.
            if self.complete(part) {
                self.doubts.push(Doubt::PartRepeated(part));
            }
        } else {
            if self.seen.iter().any(|seen| *seen > part) {
                self.doubts.push(Doubt::PartOrder(part));
            }
            self.seen.push(part);
        }
        if !found.exact {
            let doubt = Doubt::PartTitle { part, found: line.to_owned() };
            if !self.doubts.contains(&doubt) {
                self.doubts.push(doubt);
            }
        }
        match self.headings.iter_mut().find(|(known, _)| *known == part) {
            Some((_, heading)) => line.clone_into(heading),
            None => self.headings.push((part, line.to_owned())),
        }
        self.part = Some(part);
    }

    /// Whether a part has what it should have, so that another one of its name is one too many.
    fn complete(&self, part: Part) -> bool {
        if matches!(part, Part::Disclosure | Part::Requests | Part::Disputes) {
            return self.with_table.contains(&part);
        }
        let section = self.prose.section(part);
        !section.paragraphs.is_empty() || !section.notes.is_empty()
    }

    fn paragraph(&mut self, line: &str) {
        let about_page =
            line.chars().count() <= LONGEST_PAGE_LINE && PAGE_WORDS.iter().any(|word| line.contains(word));
        match self.part {
            None if about_page => {}
            None => self.prose.preface.push(line.to_owned()),
            Some(Part::Others) if about_page => self.ended = true,
            Some(_) if self.ended => {}
            Some(part) => {
                let after_table = self.with_table.contains(&part);
                let section = self.prose.section_mut(part);
                let place = if after_table { &mut section.notes } else { &mut section.paragraphs };
                place.push(line.to_owned());
            }
        }
    }

    /// The words, their ends set apart.
    pub(super) fn finish(mut self) -> Written {
        let last = self.seen.iter().copied().max();
        if let Some(part) = last {
            self.sign(part);
        }
        for part in Part::ALL {
            let section = self.prose.section_mut(part);
            let is_note = |line: &String| line.starts_with("注：") || line.starts_with("注:");
            while section.notes.is_empty() && section.paragraphs.last().is_some_and(is_note) {
                let from = section.paragraphs.iter().rposition(|line| !is_note(line)).map_or(0, |at| at + 1);
                section.notes = section.paragraphs.split_off(from);
            }
        }
        let headings = self.headings.into_iter().map(|(_, line)| line).collect();
        let tables_only =
            self.seen.iter().all(|part| matches!(part, Part::Disclosure | Part::Requests | Part::Disputes))
                && self.prose.preface.is_empty()
                && self.prose.sections.iter().all(|section| section.paragraphs.is_empty());
        if tables_only {
            let notes: Vec<String> =
                self.prose.sections.into_iter().flat_map(|section| section.notes).collect();
            let notes = (!notes.is_empty()).then(|| notes.join("\n"));
            return Written { prose: None, notes, headings, doubts: self.doubts };
        }
        let missing = Part::ALL.into_iter().filter(|part| !self.seen.contains(part)).map(Doubt::PartMissing);
        self.doubts.extend(missing);
        Written { prose: Some(self.prose), notes: None, headings, doubts: self.doubts }
    }

    /// Takes the organ and the day from the end of the last part.
    fn sign(&mut self, part: Part) {
        let section = self.prose.section_mut(part);
        let lines = if section.notes.is_empty() { &mut section.paragraphs } else { &mut section.notes };
        let Some(last) = lines.last() else { return };
        if !is_day(last) {
            return;
        }
        let organ = lines
            .len()
            .checked_sub(2)
            .and_then(|at| lines.get(at))
            .is_some_and(|line| title::names_organ(line));
        let from = lines.len().saturating_sub(if organ { 2 } else { 1 });
        self.prose.signature = lines.split_off(from);
    }
}

/// Whether a line is a day and nothing else: 2026年1月20日, 二〇二六年一月二十日.
fn is_day(line: &str) -> bool {
    let line = tight(line);
    let inside = |letter: char| letter.is_ascii_digit() || "〇○零一二三四五六七八九十年月".contains(letter);
    line.chars().count() <= LONGEST_SIGNATURE
        && line.strip_suffix('日').is_some_and(|rest| rest.contains('年') && rest.chars().all(inside))
}
