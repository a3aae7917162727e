//! The 21 leaf rows of block 三 of table 3: how a request may end (格式2021).

use super::Article;

/// The six groups （一） to （六） of block 三 in which the leaf rows stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeGroup {
    /// （一）予以公开: a row of its own
    Open,
    /// （二）部分公开: a row of its own
    Partial,
    /// （三）不予公开: eight rows
    Deny,
    /// （四）无法提供: three rows
    NotAvailable,
    /// （五）不予处理: five rows
    NotProcessed,
    /// （六）其他处理: three rows
    Other,
}

impl OutcomeGroup {
    /// All groups in the order of the table.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Partial, Self::Deny, Self::NotAvailable, Self::NotProcessed, Self::Other];

    /// The group's label, verbatim; for （一） and （二） it is the label of their only row.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "（一）予以公开",
            Self::Partial => "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            Self::Deny => "（三）不予公开",
            Self::NotAvailable => "（四）无法提供",
            Self::NotProcessed => "（五）不予处理",
            Self::Other => "（六）其他处理",
        }
    }

    /// Its rows, in the order of the table.
    pub fn rows(self) -> impl Iterator<Item = OutcomeRow> {
        OutcomeRow::ALL.into_iter().filter(move |row| row.group() == self)
    }
}

/// One leaf row of block 三: the result under which a request is counted.
///
/// ```
/// use gongkai::law::OutcomeRow;
/// let row = OutcomeRow::from_word("deny_secret").unwrap();
/// assert_eq!(row.label(), "1.属于国家秘密");
/// assert!(row.review_first());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeRow {
    /// （一）予以公开
    Open,
    /// （二）部分公开（区分处理的，只计这一情形，不计其他情形）
    Partial,
    /// 1.属于国家秘密
    DenySecret,
    /// 2.其他法律行政法规禁止公开
    DenyLaw,
    /// 3.危及“三安全一稳定”
    DenySafety,
    /// 4.保护第三方合法权益
    DenyThird,
    /// 5.属于三类内部事务信息
    DenyInternal,
    /// 6.属于四类过程性信息
    DenyProcess,
    /// 7.属于行政执法案卷
    DenyCasefile,
    /// 8.属于行政查询事项
    DenyQuery,
    /// 1.本机关不掌握相关政府信息
    NoneHeld,
    /// 2.没有现成信息需要另行制作
    NoneMake,
    /// 3.补正后申请内容仍不明确
    NoneUnclear,
    /// 1.信访举报投诉类申请
    NpPetition,
    /// 2.重复申请
    NpRepeat,
    /// 3.要求提供公开出版物
    NpPublication,
    /// 4.无正当理由大量反复申请
    NpExcess,
    /// 5.要求行政机关确认或重新出具已获取信息
    NpConfirm,
    /// 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
    OtherNoSupplement,
    /// 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
    OtherNoFee,
    /// 3.其他
    OtherOther,
}

impl OutcomeRow {
    /// All 21, in the order of the table.
    pub const ALL: [Self; 21] = [
        Self::Open,
        Self::Partial,
        Self::DenySecret,
        Self::DenyLaw,
        Self::DenySafety,
        Self::DenyThird,
        Self::DenyInternal,
        Self::DenyProcess,
        Self::DenyCasefile,
        Self::DenyQuery,
        Self::NoneHeld,
        Self::NoneMake,
        Self::NoneUnclear,
        Self::NpPetition,
        Self::NpRepeat,
        Self::NpPublication,
        Self::NpExcess,
        Self::NpConfirm,
        Self::OtherNoSupplement,
        Self::OtherNoFee,
        Self::OtherOther,
    ];

    /// The English key used on the command line and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Partial => "partial",
            Self::DenySecret => "deny_secret",
            Self::DenyLaw => "deny_law",
            Self::DenySafety => "deny_safety",
            Self::DenyThird => "deny_third",
            Self::DenyInternal => "deny_internal",
            Self::DenyProcess => "deny_process",
            Self::DenyCasefile => "deny_casefile",
            Self::DenyQuery => "deny_query",
            Self::NoneHeld => "none_held",
            Self::NoneMake => "none_make",
            Self::NoneUnclear => "none_unclear",
            Self::NpPetition => "np_petition",
            Self::NpRepeat => "np_repeat",
            Self::NpPublication => "np_publication",
            Self::NpExcess => "np_excess",
            Self::NpConfirm => "np_confirm",
            Self::OtherNoSupplement => "ot_nosupp",
            Self::OtherNoFee => "ot_nofee",
            Self::OtherOther => "ot_other",
        }
    }

    /// The row's label, verbatim, full-width brackets and quotes kept.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Open => "（一）予以公开",
            Self::Partial => "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            Self::DenySecret => "1.属于国家秘密",
            Self::DenyLaw => "2.其他法律行政法规禁止公开",
            Self::DenySafety => "3.危及“三安全一稳定”",
            Self::DenyThird => "4.保护第三方合法权益",
            Self::DenyInternal => "5.属于三类内部事务信息",
            Self::DenyProcess => "6.属于四类过程性信息",
            Self::DenyCasefile => "7.属于行政执法案卷",
            Self::DenyQuery => "8.属于行政查询事项",
            Self::NoneHeld => "1.本机关不掌握相关政府信息",
            Self::NoneMake => "2.没有现成信息需要另行制作",
            Self::NoneUnclear => "3.补正后申请内容仍不明确",
            Self::NpPetition => "1.信访举报投诉类申请",
            Self::NpRepeat => "2.重复申请",
            Self::NpPublication => "3.要求提供公开出版物",
            Self::NpExcess => "4.无正当理由大量反复申请",
            Self::NpConfirm => "5.要求行政机关确认或重新出具已获取信息",
            Self::OtherNoSupplement => "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            Self::OtherNoFee => "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            Self::OtherOther => "3.其他",
        }
    }

    /// The group in which the row stands.
    pub const fn group(self) -> OutcomeGroup {
        match self {
            Self::Open => OutcomeGroup::Open,
            Self::Partial => OutcomeGroup::Partial,
            Self::DenySecret
            | Self::DenyLaw
            | Self::DenySafety
            | Self::DenyThird
            | Self::DenyInternal
            | Self::DenyProcess
            | Self::DenyCasefile
            | Self::DenyQuery => OutcomeGroup::Deny,
            Self::NoneHeld | Self::NoneMake | Self::NoneUnclear => OutcomeGroup::NotAvailable,
            Self::NpPetition | Self::NpRepeat | Self::NpPublication | Self::NpExcess | Self::NpConfirm => {
                OutcomeGroup::NotProcessed
            }
            Self::OtherNoSupplement | Self::OtherNoFee | Self::OtherOther => OutcomeGroup::Other,
        }
    }

    /// The position among the 21, 0 to 20.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|row| *row == self).unwrap_or_default()
    }

    /// The row at position `index`, if there is one.
    pub fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// Its number within the group; 0 for （一） and （二）, which have no numbered rows.
    pub fn number(self) -> usize {
        match self.group() {
            OutcomeGroup::Open | OutcomeGroup::Partial => 0,
            group => group.rows().position(|row| row == self).map_or(0, |place| place + 1),
        }
    }

    /// The articles of the 条例 on which an answer of this row usually rests; empty where the 条例 has
    /// no express one (（五）5, （六）3).
    pub const fn articles(self) -> &'static [Article] {
        match self {
            Self::Open => const { &[Article::item(36, 1), Article::item(36, 2)] },
            Self::Partial => const { &[Article::whole(37)] },
            Self::DenySecret => const { &[Article::whole(14)] },
            Self::DenyLaw => const { &[Article::whole(14)] },
            Self::DenySafety => const { &[Article::whole(14)] },
            Self::DenyThird => const { &[Article::whole(15), Article::whole(32)] },
            Self::DenyInternal => const { &[Article::paragraph(16, 1)] },
            Self::DenyProcess => const { &[Article::paragraph(16, 2)] },
            Self::DenyCasefile => const { &[Article::paragraph(16, 2)] },
            Self::DenyQuery => const { &[Article::item(36, 7)] },
            Self::NoneHeld => const { &[Article::item(36, 4), Article::item(36, 5)] },
            Self::NoneMake => const { &[Article::whole(38)] },
            Self::NoneUnclear => const { &[Article::whole(29), Article::whole(30)] },
            Self::NpPetition => const { &[Article::paragraph(39, 1)] },
            Self::NpRepeat => const { &[Article::item(36, 6)] },
            Self::NpPublication => const { &[Article::paragraph(39, 2)] },
            Self::NpExcess => const { &[Article::whole(35)] },
            Self::NpConfirm => &[],
            Self::OtherNoSupplement => const { &[Article::whole(30)] },
            Self::OtherNoFee => const { &[Article::whole(42)] },
            Self::OtherOther => &[],
        }
    }

    /// Whether such a refusal must go to administrative review before a court (复议前置, 行政复议法 art.
    /// 23(1)(4)): the rows that rest on arts. 14-16. For （二） it depends on the ground of the part held
    /// back, so the row alone says no; see [`Article::review_first`]. 行政查询事项 rests on art. 36(7)
    /// and is not among them (reading of the Supreme People's Court).
    pub const fn review_first(self) -> bool {
        matches!(
            self,
            Self::DenySecret
                | Self::DenyLaw
                | Self::DenySafety
                | Self::DenyThird
                | Self::DenyInternal
                | Self::DenyProcess
                | Self::DenyCasefile
        )
    }

    /// Whether the applicant gets information, whole or in part.
    pub const fn discloses(self) -> bool {
        matches!(self, Self::Open | Self::Partial)
    }

    /// The letter that usually carries such an answer.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Open => "政府信息公开答复书",
            Self::Partial => "政府信息部分公开答复书",
            Self::DenySecret
            | Self::DenyLaw
            | Self::DenySafety
            | Self::DenyThird
            | Self::DenyInternal
            | Self::DenyProcess
            | Self::DenyCasefile => "不予公开告知书",
            Self::DenyQuery => "行政查询事项告知书",
            Self::NoneHeld | Self::NoneMake | Self::NoneUnclear => "无法提供告知书",
            Self::NpPetition | Self::NpPublication | Self::NpExcess | Self::NpConfirm => "不予处理告知书",
            Self::NpRepeat => "不予重复处理告知书",
            Self::OtherNoSupplement | Self::OtherNoFee => "不再处理告知书",
            Self::OtherOther => "告知书",
        }
    }

    /// The label without its number: 予以公开, 属于国家秘密, 其他.
    pub fn short_label(self) -> &'static str {
        match self {
            Self::Open => "予以公开",
            Self::Partial => "部分公开",
            Self::OtherNoSupplement => "逾期不补正",
            Self::OtherNoFee => "逾期不缴费",
            Self::OtherOther => "其他处理",
            _ => self.label().split_once('.').map_or(self.label(), |(_, words)| words),
        }
    }

    /// Where the row stands, as people say it: （三）1, （六）3, （一）.
    pub fn place(self) -> String {
        let group = self.group().label();
        let head: String = group.chars().take(3).collect();
        match self.number() {
            0 => head,
            number => format!("{head}{number}"),
        }
    }

    /// Reads the English key, the exact label, the label without its number or the short label.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|row| {
            row.key() == word || row.label() == word || row.short_label() == word || row.place() == word
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_hold_1_1_8_3_5_3_rows() {
        let counts: Vec<usize> = OutcomeGroup::ALL.iter().map(|group| group.rows().count()).collect();
        assert_eq!(counts, [1, 1, 8, 3, 5, 3]);
    }

    #[test]
    fn every_row_is_found_by_key_label_place_and_index() {
        for row in OutcomeRow::ALL {
            for word in [row.key(), row.label(), row.short_label(), row.place().as_str()] {
                assert_eq!(OutcomeRow::from_word(word), Some(row), "{word}");
            }
            assert_eq!(OutcomeRow::from_index(row.index()), Some(row));
        }
    }

    #[test]
    fn seven_rows_ask_for_review_first_and_they_rest_on_articles_14_to_16() {
        let first: Vec<_> = OutcomeRow::ALL.into_iter().filter(|row| row.review_first()).collect();
        assert_eq!(first.len(), 7);
        assert!(first.iter().all(|row| row.articles().first().is_some_and(|article| article.review_first())));
        assert!(!OutcomeRow::DenyQuery.review_first());
    }

    #[test]
    fn places_are_said_as_people_say_them() {
        assert_eq!(OutcomeRow::Open.place(), "（一）");
        assert_eq!(OutcomeRow::DenySecret.place(), "（三）1");
        assert_eq!(OutcomeRow::OtherOther.place(), "（六）3");
    }
}
