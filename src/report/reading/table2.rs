//! Table 2: its six rows by their labels, the figures of documents by their headings.

use std::collections::BTreeSet;

use super::Doubt;
use super::blocks::{Cover, Slot, Texts};
use super::fold::{bare, figure_like, tight};
use super::known::{self, Line2};
use crate::report::Cell;
use crate::words::report as words;

/// What was found of table 2 in one table of a document.
#[derive(Default)]
pub(super) struct Found {
    /// The rows with their cells: three for documents, otherwise one.
    pub(super) rows: Vec<(Line2, Vec<Cell>)>,
    /// Which rows of the document's table belong to it.
    pub(super) used: BTreeSet<usize>,
    /// Whether the headings are those of 2019.
    pub(super) form2019: bool,
    /// What was guessed.
    pub(super) doubts: Vec<Doubt>,
}

/// The headings that stand over a row.
#[derive(Default, Clone)]
struct Heads {
    /// Columns of 制发, 废止, 有效.
    documents: [Option<usize>; 3],
    /// The column of 处理决定数量.
    decisions: Option<usize>,
    /// Whether charges are stated as an amount.
    amount: Option<bool>,
    /// Whether they are those of 2019.
    form2019: bool,
}

/// Finds the rows of table 2. None if the table does not hold it; `expected` where it stands under the title
/// of its part.
pub(super) fn find(texts: &Texts, expected: bool) -> Option<Found> {
    let mut found = Found::default();
    let mut heads = Heads::default();
    let mut blocks = 0;
    for (at, row) in texts.rows.iter().enumerate() {
        if let Some(new) = headings(row, &mut found.doubts) {
            found.form2019 |= new.form2019;
            heads = new;
            found.used.insert(at);
            continue;
        }
        if Texts::alone(row).is_some_and(|text| bare(text).starts_with("第二十条")) || is_block(row) {
            blocks += 1;
            found.used.insert(at);
            continue;
        }
        let Some((label, line)) = label(row) else {
            unknown(row, at, blocks > 0, &mut found);
            continue;
        };
        found.used.insert(at);
        let figures = figures(row, label);
        let cells = match line {
            Line2::Document(_) => documents(&figures, &heads, texts.ragged, line, &mut found.doubts),
            Line2::Charges if heads.amount == Some(false) => vec![Cell::Blank],
            Line2::Charges => vec![one(&figures, None, line, &mut found.doubts, Cell::amount_from_text)],
            _ => vec![one(&figures, heads.decisions, line, &mut found.doubts, Cell::count_from_text)],
        };
        found.rows.push((line, cells));
    }
    let enough = found.rows.len() >= 2 && (blocks > 0 || found.rows.len() >= 4) || expected;
    (enough && !found.rows.is_empty()).then_some(found)
}

fn is_block(row: &[Slot]) -> bool {
    row.first().is_some_and(|slot| tight(&slot.text).starts_with("第二十条第"))
}

fn label(row: &[Slot]) -> Option<(usize, Line2)> {
    let slots = row.iter().enumerate().filter(|(_, slot)| slot.counts());
    let mut labels = slots.filter_map(|(at, slot)| Some((at, known::line2(&bare(&slot.text))?)));
    labels.next_back()
}

/// A row with figures between the others that is none of them; 2019 had some more.
fn unknown(row: &[Slot], at: usize, inside: bool, found: &mut Found) {
    let first = row.iter().find(|slot| slot.counts() && !slot.text.is_empty());
    let figures = row.iter().any(|slot| figure_like(&slot.text));
    let Some(first) = first.filter(|first| inside && figures && !figure_like(&first.text)) else { return };
    if known::row3(&bare(&first.text)).is_some() || known::group3(&bare(&first.text)).is_some() {
        return;
    }
    if matches!(bare(&first.text).as_str(), "其他对外管理服务事项" | "政府集中采购") {
        found.form2019 = true;
        found.used.insert(at);
    }
}

fn headings(row: &[Slot], doubts: &mut Vec<Doubt>) -> Option<Heads> {
    // A note that speaks of 制发 stands alone in its row.
    if Texts::alone(row).is_some() {
        return None;
    }
    let mut heads = Heads::default();
    let mut any = false;
    for (at, slot) in row.iter().enumerate().filter(|(_, slot)| slot.counts()) {
        let words = bare(&slot.text);
        let [made, repealed, valid] = &mut heads.documents;
        match words.as_str() {
            "信息内容" => {}
            word if word.contains("制发") => *made = Some(at),
            // 制作 is what the form of 2019 calls it; what it says of repealed and valid is not asked there.
            word if word.contains("新制作") => {
                *made = Some(at);
                heads.form2019 = true;
            }
            word if word.contains("废止") => *repealed = Some(at),
            word if word.contains("有效") => *valid = Some(at),
            word if word.contains("处理决定数量") => heads.decisions = Some(at),
            word if word.contains("收费金额") => {
                heads.amount = Some(true);
                if !word.contains("万元") {
                    doubts.push(Doubt::ChargeUnit { found: slot.text.to_string() });
                }
            }
            word if word.contains("上一年项目数量") => {
                heads.form2019 = true;
                heads.amount = heads.amount.or(Some(false));
            }
            word if word.contains("采购项目数量") => heads.form2019 = true,
            word if word.contains("新公开数量") || word.contains("公开总数量") => {
                heads.form2019 = true;
            }
            _ => continue,
        }
        any = true;
    }
    any.then_some(heads)
}

/// Columns and texts right of the label.
fn figures(row: &[Slot], label: usize) -> Vec<(usize, &str)> {
    let right = row.iter().enumerate().skip(label + 1).skip_while(|(_, slot)| slot.cover == Cover::Left);
    right.filter(|(_, slot)| slot.counts()).map(|(at, slot)| (at, &*slot.text)).collect()
}

fn documents(
    figures: &[(usize, &str)],
    heads: &Heads,
    ragged: bool,
    line: Line2,
    doubts: &mut Vec<Doubt>,
) -> Vec<Cell> {
    let at = |column: Option<usize>| {
        let found = figures.iter().find(|(at, _)| Some(*at) == column);
        found.map_or(Cell::Blank, |(_, text)| Cell::count_from_text(text))
    };
    let filled: Vec<(usize, &str)> = figures.iter().copied().filter(|(_, text)| !text.is_empty()).collect();
    let headed = heads.documents.iter().flatten().count();
    let under = filled.iter().all(|(at, _)| heads.documents.contains(&Some(*at)));
    if heads.form2019 || (headed == 3 && under && (!ragged || figures.len() >= 3)) {
        return heads.documents.iter().map(|column| at(*column)).collect();
    }
    let chosen = if filled.len() >= 3 { &filled } else { figures };
    if chosen.len() != 3 {
        let place = words::line_place(words::TABLE2, line.label());
        doubts.push(Doubt::RowCells { place, expected: 3, found: filled.len() });
    }
    let mut cells = vec![Cell::Blank; 3];
    for (cell, (_, text)) in cells.iter_mut().rev().zip(chosen.iter().rev()) {
        *cell = Cell::count_from_text(text);
    }
    cells
}

fn one(
    figures: &[(usize, &str)],
    column: Option<usize>,
    line: Line2,
    doubts: &mut Vec<Doubt>,
    read: fn(&str) -> Cell,
) -> Cell {
    let mut filled = figures.iter().filter(|(_, text)| !text.is_empty());
    let under = figures.iter().find(|(at, text)| Some(*at) == column && !text.is_empty());
    let Some((_, text)) = under.or_else(|| filled.next()) else { return Cell::Blank };
    if under.is_none() && filled.next().is_some() {
        let place = words::line_place(words::TABLE2, line.label());
        let found = figures.iter().filter(|(_, text)| !text.is_empty()).count();
        doubts.push(Doubt::RowCells { place, expected: 1, found });
    }
    read(text)
}
