//! The words with which ledgers say how a request ended, and the row of table 3 each means.

use std::collections::HashMap;

use super::fold;
use crate::law::{OutcomeGroup, OutcomeKind, OutcomeRow};

/// What the words say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// It ended so.
    Ended(OutcomeRow, Option<OutcomeKind>),
    /// It is still open.
    Open,
    /// It could be any of these: the clerk must say which.
    Ask(&'static [OutcomeRow]),
    /// It is over, but not how.
    Over,
}

/// Words of one row, beside the row's own.
const ROW_WORDS: &[(OutcomeRow, Option<OutcomeKind>, &[&str])] = &[
    (OutcomeRow::Open, None, &["公开", "同意公开", "政府信息公开", "已公开", "全部公开", "准予公开"]),
    (OutcomeRow::Open, Some(OutcomeKind::AlreadyPublic), &["主动公开", "属于主动公开", "属于主动公开范围"]),
    (OutcomeRow::Partial, None, &["同意部分公开", "同意部分公开答复", "部分予以公开"]),
    (
        OutcomeRow::NoneHeld,
        Some(OutcomeKind::NotFound),
        &["政府信息不存在", "信息不存在", "申请信息不存在", "该政府信息不存在"],
    ),
    (
        OutcomeRow::NoneHeld,
        Some(OutcomeKind::OtherOrgan),
        &[
            "非本机关政府信息",
            "非本部门掌握",
            "非本机关负责",
            "非本机关掌握",
            "非本机关公开",
            "不属于本机关",
            "不属于本机关公开",
            "不属于本机关负责公开",
        ],
    ),
    (OutcomeRow::NoneHeld, None, &["本机关不掌握"]),
    (OutcomeRow::NoneMake, None, &["没有现成信息", "需要加工", "需要另行制作", "需要加工分析"]),
    (OutcomeRow::NpRepeat, None, &["重复", "不予重复处理"]),
    (
        OutcomeRow::OtherOther,
        Some(OutcomeKind::Withdrawn),
        &["撤回申请", "主动撤回", "主动撤销", "申请人撤回", "申请人主动撤回", "申请人主动撤销", "撤销申请"],
    ),
    (OutcomeRow::OtherNoSupplement, None, &["逾期未补正"]),
    (OutcomeRow::OtherNoFee, None, &["逾期未缴费"]),
];

/// Words of requests that are not over. A 补正 notice is a step, not an outcome (art. 30).
const OPEN_WORDS: &[&str] = &[
    "尚未办理",
    "未办理",
    "已受理",
    "处理中",
    "协调中",
    "待审核",
    "待处理",
    "待办理",
    "未处理",
    "待答复",
    "未答复",
    "未回复",
    "办理中",
    "正在办理",
    "正在处理",
    "在办",
    "未办结",
    "未完成",
    "补正",
    "补正中",
    "待补正",
    "已补正",
    "告知补正",
    "补正通知",
    "补正申请通知",
    "补正告知",
    "一次性告知补正",
    "告知作出更改补充",
    "征求意见中",
    "征求第三方意见",
    "延期",
    "延期答复",
    "结转",
    "结转下年度",
    "结转下年度继续办理",
];

/// Words that say only that it is over.
const OVER_WORDS: &[&str] = &[
    "已答复",
    "答复",
    "已回复",
    "已办结",
    "办结",
    "已完成",
    "完成",
    "已处理",
    "已出具答复书",
    "已结案",
    "已送达",
    "是",
];

const DENIED: [OutcomeRow; 8] = [
    OutcomeRow::DenySecret,
    OutcomeRow::DenyLaw,
    OutcomeRow::DenySafety,
    OutcomeRow::DenyThird,
    OutcomeRow::DenyInternal,
    OutcomeRow::DenyProcess,
    OutcomeRow::DenyCasefile,
    OutcomeRow::DenyQuery,
];
const NOT_AVAILABLE: [OutcomeRow; 3] = [OutcomeRow::NoneHeld, OutcomeRow::NoneMake, OutcomeRow::NoneUnclear];
const NOT_PROCESSED: [OutcomeRow; 5] = [
    OutcomeRow::NpPetition,
    OutcomeRow::NpRepeat,
    OutcomeRow::NpPublication,
    OutcomeRow::NpExcess,
    OutcomeRow::NpConfirm,
];
const OTHER: [OutcomeRow; 3] =
    [OutcomeRow::OtherNoSupplement, OutcomeRow::OtherNoFee, OutcomeRow::OtherOther];

/// Words that leave it open which row is meant.
const ASK_WORDS: &[(&[OutcomeRow], &[&str])] = &[
    (&DENIED, &["不予公开", "不公开", "不同意公开", "否决公开", "免予公开", "免于公开"]),
    (&NOT_AVAILABLE, &["无法提供"]),
    (&NOT_PROCESSED, &["不予处理"]),
    (
        &[OutcomeRow::NoneUnclear, OutcomeRow::OtherNoSupplement],
        &["申请内容不明确", "申请信息不明确", "内容不明确", "申请不明确"],
    ),
    (
        &[
            OutcomeRow::OtherOther,
            OutcomeRow::DenySecret,
            OutcomeRow::DenyLaw,
            OutcomeRow::DenySafety,
            OutcomeRow::DenyThird,
            OutcomeRow::DenyInternal,
            OutcomeRow::DenyProcess,
            OutcomeRow::DenyCasefile,
            OutcomeRow::DenyQuery,
        ],
        &["其他", "其它", "其他原因", "其它原因"],
    ),
    (
        &[OutcomeRow::NpPetition, OutcomeRow::DenyQuery],
        &["告知通过其他途径办理", "通过其他途径办理", "其他途径"],
    ),
    (
        &[OutcomeRow::NpPetition, OutcomeRow::OtherOther],
        &["非政府信息", "不属于政府信息", "非规定所指政府信息", "非条例所指政府信息", "咨询", "咨询类"],
    ),
    (
        &[
            OutcomeRow::NpPetition,
            OutcomeRow::NpRepeat,
            OutcomeRow::NpPublication,
            OutcomeRow::NpExcess,
            OutcomeRow::NpConfirm,
            OutcomeRow::OtherOther,
        ],
        &["无效件", "不予受理", "无效申请"],
    ),
];

/// All words, ready to be looked up.
#[derive(Debug)]
pub(super) struct OutcomeWords {
    words: HashMap<String, Meaning>,
    places: HashMap<String, OutcomeRow>,
}

impl OutcomeWords {
    /// Gathers the words; later ones win, so the law's own come last.
    pub(super) fn new() -> Self {
        let mut words = HashMap::new();
        for kind in OutcomeKind::ALL {
            words.insert(fold::essence(kind.label()), Meaning::Ended(kind.row(), Some(kind)));
        }
        let flat = [(OPEN_WORDS, Meaning::Open), (OVER_WORDS, Meaning::Over)];
        for (group, meaning) in flat {
            words.extend(group.iter().map(|word| (fold::essence(word), meaning)));
        }
        for (rows, group) in ASK_WORDS {
            words.extend(group.iter().map(|word| (fold::essence(word), Meaning::Ask(rows))));
        }
        for (row, kind, group) in ROW_WORDS {
            words.extend(group.iter().map(|word| (fold::essence(word), Meaning::Ended(*row, *kind))));
        }
        words.extend(groups());
        words.extend(rows());
        let places = OutcomeRow::ALL.into_iter().map(|row| (fold::squeezed(&row.place()), row)).collect();
        Self { words, places }
    }

    /// Reads the words of a cell; none where nobody knows them.
    pub(super) fn read(&self, words: &str) -> Option<Meaning> {
        let core = fold::essence(words);
        if let Some(meaning) = self.words.get(&core) {
            return Some(*meaning);
        }
        let tight = fold::squeezed(words);
        if let Some(row) = self.places.get(&tight) {
            return Some(Meaning::Ended(*row, None));
        }
        // 免予公开范围1 to 6 of an old statistical form.
        if core.starts_with("免予公开范围") {
            return Some(Meaning::Ask(&DENIED));
        }
        self.with_kind(&tight)
    }

    /// `3.其他（撤回）`: a row with the kind in brackets.
    fn with_kind(&self, tight: &str) -> Option<Meaning> {
        let (head, kind) = tight.strip_suffix(')')?.rsplit_once('(')?;
        let kind = OutcomeKind::from_word(kind)?;
        let row = match self.words.get(&fold::essence(head)) {
            Some(Meaning::Ended(row, _)) => *row,
            _ => *self.places.get(head)?,
        };
        (kind.row() == row).then_some(Meaning::Ended(row, Some(kind)))
    }
}

/// The headings of the groups with several rows: they leave the row open.
fn groups() -> impl Iterator<Item = (String, Meaning)> {
    let groups: [(OutcomeGroup, &'static [OutcomeRow]); 4] = [
        (OutcomeGroup::Deny, &DENIED),
        (OutcomeGroup::NotAvailable, &NOT_AVAILABLE),
        (OutcomeGroup::NotProcessed, &NOT_PROCESSED),
        (OutcomeGroup::Other, &OTHER),
    ];
    groups.into_iter().map(|(group, rows)| (fold::essence(group.label()), Meaning::Ask(rows)))
}

/// The rows' own words: key, label, short label, and the label after its place or its group's heading; the
/// kinds' keys too.
fn rows() -> impl Iterator<Item = (String, Meaning)> {
    let rows = OutcomeRow::ALL.into_iter().flat_map(|row| {
        let (label, short) = (row.label(), row.short_label());
        let group = row.group().label();
        let spellings = [
            row.key().to_owned(),
            label.to_owned(),
            short.to_owned(),
            format!("{}{short}", row.place()),
            format!("{group}{label}"),
        ];
        spellings.map(|word| (fold::essence(&word), Meaning::Ended(row, None)))
    });
    let kinds = OutcomeKind::ALL
        .into_iter()
        .map(|kind| (fold::essence(kind.key()), Meaning::Ended(kind.row(), Some(kind))));
    rows.chain(kinds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_by_key_label_short_label_and_place() {
        let words = OutcomeWords::new();
        for row in OutcomeRow::ALL {
            let place = row.place();
            let half = fold::squeezed(&place);
            let full = format!("{}{}", row.group().label(), row.label());
            for word in [row.key(), row.label(), row.short_label(), &place, &half, &full] {
                assert_eq!(words.read(word), Some(Meaning::Ended(row, None)), "{word}");
            }
        }
        assert_eq!(words.read("1、属于国家秘密"), Some(Meaning::Ended(OutcomeRow::DenySecret, None)));
        assert_eq!(words.read("（三）1 属于国家秘密"), Some(Meaning::Ended(OutcomeRow::DenySecret, None)));
    }

    #[test]
    fn everyday_words_carry_row_and_kind() {
        let words = OutcomeWords::new();
        for (word, row, kind) in [
            ("同意公开", OutcomeRow::Open, None),
            ("主动公开", OutcomeRow::Open, Some(OutcomeKind::AlreadyPublic)),
            ("同意部分公开答复", OutcomeRow::Partial, None),
            ("信息不存在", OutcomeRow::NoneHeld, Some(OutcomeKind::NotFound)),
            ("非本机关政府信息", OutcomeRow::NoneHeld, Some(OutcomeKind::OtherOrgan)),
            ("没有现成信息", OutcomeRow::NoneMake, None),
            ("不予重复处理", OutcomeRow::NpRepeat, None),
            ("申请人撤回", OutcomeRow::OtherOther, Some(OutcomeKind::Withdrawn)),
            ("逾期未补正", OutcomeRow::OtherNoSupplement, None),
            ("3.其他（咨询）", OutcomeRow::OtherOther, Some(OutcomeKind::Consultation)),
            ("（六）3（withdrawn）", OutcomeRow::OtherOther, Some(OutcomeKind::Withdrawn)),
        ] {
            assert_eq!(words.read(word), Some(Meaning::Ended(row, kind)), "{word}");
        }
        assert_eq!(words.read("予以公开（撤回）"), None);
    }

    #[test]
    fn words_that_leave_the_row_open_ask_for_it() {
        let words = OutcomeWords::new();
        for word in [
            "不予公开",
            "（三）不予公开",
            "其他",
            "其它",
            "不予处理",
            "咨询",
            "申请内容不明确",
            "免予公开范围3",
        ] {
            assert!(matches!(words.read(word), Some(Meaning::Ask(rows)) if rows.len() > 1), "{word}");
        }
        assert_eq!(words.read("3.其他"), Some(Meaning::Ended(OutcomeRow::OtherOther, None)));
        assert_eq!(words.read("已办结"), Some(Meaning::Over));
        for word in ["处理中", "尚未办理", "补正申请通知"] {
            assert_eq!(words.read(word), Some(Meaning::Open), "{word}");
        }
        assert_eq!(words.read("一"), None);
        assert_eq!(words.read("好"), None);
    }
}
