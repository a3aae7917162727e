//! By which way a request came in, as ledgers say it.

use super::fold;

/// The way a request came in (arts. 29, 31 of the 条例).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum LedgerChannel {
    /// 当面提交
    InPerson,
    /// 邮寄, signed for
    SignedPost,
    /// 平常信函, not signed for
    OrdinaryPost,
    /// 互联网渠道
    Internet,
    /// 电子邮件
    Email,
    /// 传真
    Fax,
    /// 口头, written down by the office
    Oral,
    /// Any other words, and those that leave it open (信函: signed for or not?).
    Other(String),
}

/// Words of a channel, without a trailing 申请, 提交, 方式, 渠道.
const WORDS: &[(LedgerChannel, &[&str])] = &[
    (LedgerChannel::InPerson, &["当面", "现场", "窗口", "来访", "面交", "inperson", "in_person"]),
    (
        LedgerChannel::SignedPost,
        &["邮寄", "邮政寄送", "ems", "挂号信", "挂号", "快递", "邮政快递", "特快专递", "post", "signed_post"],
    ),
    (LedgerChannel::OrdinaryPost, &["平常信函", "平信", "ordinary_post"]),
    (
        LedgerChannel::Internet,
        &["互联网", "网上", "网络", "网站", "在线", "平台", "门户网站", "政务平台", "web", "internet"],
    ),
    (LedgerChannel::Email, &["电子邮件", "电子邮箱", "邮箱", "邮件", "email"]),
    (LedgerChannel::Fax, &["传真", "fax"]),
    (LedgerChannel::Oral, &["口头", "oral"]),
];

impl LedgerChannel {
    /// Reads the words of a ledger; unknown ones are kept as they are.
    pub(super) fn from_words(words: &str) -> Self {
        let mut core = fold::essence(words);
        for tail in ["申请", "提交", "方式", "渠道"] {
            if let Some(shorter) = core.strip_suffix(tail).filter(|shorter| !shorter.is_empty()) {
                core = shorter.to_owned();
            }
        }
        WORDS
            .iter()
            .find(|(_, known)| known.contains(&core.as_str()))
            .map_or_else(|| Self::Other(fold::one_line(words)), |(channel, _)| channel.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_registers_find_their_channel() {
        for (words, channel) in [
            ("网上申请", LedgerChannel::Internet),
            ("互联网渠道", LedgerChannel::Internet),
            ("E-mail申请", LedgerChannel::Email),
            ("当面提交", LedgerChannel::InPerson),
            ("ＥＭＳ", LedgerChannel::SignedPost),
            ("平常信函", LedgerChannel::OrdinaryPost),
            ("传真", LedgerChannel::Fax),
            ("口头申请", LedgerChannel::Oral),
        ] {
            assert_eq!(LedgerChannel::from_words(words), channel, "{words}");
        }
        assert_eq!(LedgerChannel::from_words("电话"), LedgerChannel::Other("电话".to_owned()));
        assert_eq!(LedgerChannel::from_words("信函申请"), LedgerChannel::Other("信函申请".to_owned()));
    }
}
