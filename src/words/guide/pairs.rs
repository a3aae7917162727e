//! The pairs of rows that are most often taken for one another.

use crate::law::OutcomeRow as Row;

/// Two rows (or two answers of one row) and how to tell them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Which rows.
    pub rows: [Row; 2],
    /// What they are called.
    pub names: &'static str,
    /// How to tell them apart.
    pub apart: &'static str,
}

const fn pair(one: Row, other: Row, names: &'static str, apart: &'static str) -> Pair {
    Pair { rows: [one, other], names, apart }
}

/// The pairs, the most common first.
pub const PAIRS: [Pair; 10] = [
    pair(
        Row::NoneHeld,
        Row::NoneMake,
        "（四）1 与 （四）2",
        "检索后什么也没有，是（四）1；有材料、要加工才有，是（四）2",
    ),
    pair(
        Row::NoneHeld,
        Row::NoneHeld,
        "（四）1 不存在 与 非本机关",
        "同一行，两种答复：本机关该有而没有，是不存在；本来就归别的机关公开，是非本机关",
    ),
    pair(
        Row::DenyInternal,
        Row::DenyProcess,
        "（三）5 与 （三）6",
        "管人、管物、管流程的，是（三）5；为作出某一个决定形成的，是（三）6",
    ),
    pair(
        Row::DenyProcess,
        Row::DenyCasefile,
        "（三）6 与 （三）7",
        "装在执法案卷里的，是（三）7；其他决定形成过程中的，是（三）6",
    ),
    pair(
        Row::DenyLaw,
        Row::DenyQuery,
        "（三）2 与 （三）8",
        "规定不得公开的，是（三）2；没有禁止、只是另有查询办法的，是（三）8，不是复议前置",
    ),
    pair(
        Row::NoneUnclear,
        Row::OtherNoSupplement,
        "（四）3 与 （六）1",
        "补正来了仍不明确，是（四）3；期满没有来，是（六）1",
    ),
    pair(
        Row::NpPetition,
        Row::OtherOther,
        "（五）1 与 （六）3 咨询",
        "告状、反映问题的，是（五）1；问法律、政策、程序的，是咨询",
    ),
    pair(
        Row::NpRepeat,
        Row::OtherOther,
        "（五）2 与 （六）3 并入他件",
        "前一件已经送达，是（五）2；前一件还在办，是并入他件",
    ),
    pair(
        Row::Open,
        Row::NpPublication,
        "（一）已主动公开 与 （五）3",
        "自己公开过、告诉在哪里，是（一）；公报、报刊、书籍，是（五）3",
    ),
    pair(
        Row::DenyThird,
        Row::Partial,
        "（三）4 与 （二）",
        "遮盖几处以后还能给，是（二）；去掉第三方的内容就什么也不剩，是（三）4",
    ),
];

/// The pairs in which a row stands.
pub fn pairs_of(row: Row) -> impl Iterator<Item = &'static Pair> {
    PAIRS.iter().filter(move |pair| pair.rows.contains(&row))
}
