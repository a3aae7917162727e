//! The words with which ledgers name the kind of an applicant, and the column of table 3 each means.

use super::Expected;
use super::fold;
use crate::law::ApplicantKind;

/// What the words say.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum KindWord {
    /// This kind.
    Kind(ApplicantKind),
    /// 个体工商户: 商业企业 by default, but offices differ.
    SoleTrader,
    /// They do not say it; what is wanted instead.
    Unclear(Expected),
}

/// Whole words.
const WORDS: &[(ApplicantKind, &[&str])] = &[
    (ApplicantKind::Natural, &["公民", "个人", "村民", "群众", "居民", "市民", "自然人公民", "公民个人"]),
    (ApplicantKind::Commercial, &["公司企业", "企业法人", "商企", "商业"]),
    (ApplicantKind::Research, &["高校", "高等院校", "科研院所", "科研", "科研单位"]),
    (
        ApplicantKind::PublicWelfare,
        &["社会团体", "社会组织", "公益组织", "社团", "社会公益", "公益机构", "社会公益机构"],
    ),
    (ApplicantKind::LegalService, &["律所", "法律服务", "法律机构"]),
    (
        ApplicantKind::Other,
        &[
            "其它",
            "村委会",
            "居委会",
            "村民委员会",
            "居民委员会",
            "报社",
            "媒体",
            "事业单位",
            "行政机关",
            "机关",
        ],
    ),
];

/// Ends of words: 某某有限公司, 民营企业.
const TAILS: &[(ApplicantKind, &[&str])] = &[
    (ApplicantKind::LegalService, &["律师事务所", "法律服务所"]),
    (ApplicantKind::Commercial, &["公司", "企业", "厂", "合作社"]),
    (ApplicantKind::Research, &["大学", "研究院", "研究所"]),
    (ApplicantKind::PublicWelfare, &["协会", "基金会", "商会"]),
];

/// The heading over the five columns of organisations, in all its variants.
const ORGANISATION: [&str; 7] = [
    "法人或者其他组织",
    "法人或其他组织",
    "法人及其他组织",
    "法人和其他组织",
    "法人其他组织",
    "其他组织",
    "法人",
];

/// Reads the words of a cell.
pub(super) fn read(words: &str) -> KindWord {
    let whole = fold::essence(words);
    // `1 公民`, `2.法人或者其他组织`: some systems print the code before the words.
    let core = whole.trim_start_matches(|c: char| c.is_ascii_digit());
    if let Some(kind) = exact(core) {
        return KindWord::Kind(kind);
    }
    for organisation in ORGANISATION {
        match core.strip_prefix(organisation) {
            Some("") => return KindWord::Unclear(Expected::OrganisationKind),
            Some(rest) => {
                if let Some(kind) = exact(rest) {
                    return KindWord::Kind(kind);
                }
            }
            None => {}
        }
    }
    if matches!(core, "组织" | "单位" | "机构" | "团体") {
        return KindWord::Unclear(Expected::OrganisationKind);
    }
    if core == "律师" {
        return KindWord::Unclear(Expected::ClientKind);
    }
    if core == "个体工商户" || core == "个体户" {
        return KindWord::SoleTrader;
    }
    let tail = TAILS.iter().find(|(_, tails)| tails.iter().any(|tail| core.ends_with(tail)));
    tail.map_or(KindWord::Unclear(Expected::ApplicantKind), |(kind, _)| KindWord::Kind(*kind))
}

fn exact(core: &str) -> Option<ApplicantKind> {
    ApplicantKind::from_word(core)
        .or_else(|| WORDS.iter().find(|(_, words)| words.contains(&core)).map(|(kind, _)| *kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_labels_and_everyday_words_find_their_column() {
        for kind in ApplicantKind::ALL {
            assert_eq!(read(kind.key()), KindWord::Kind(kind));
            assert_eq!(read(kind.label()), KindWord::Kind(kind));
        }
        for (words, kind) in [
            ("公民", ApplicantKind::Natural),
            ("1 公民", ApplicantKind::Natural),
            ("个人", ApplicantKind::Natural),
            ("企业", ApplicantKind::Commercial),
            ("有限公司", ApplicantKind::Commercial),
            ("大学", ApplicantKind::Research),
            ("协会", ApplicantKind::PublicWelfare),
            ("律师事务所", ApplicantKind::LegalService),
            ("村委会", ApplicantKind::Other),
            ("法人或其他组织-商业企业", ApplicantKind::Commercial),
            ("法人或者其他组织（其他）", ApplicantKind::Other),
        ] {
            assert_eq!(read(words), KindWord::Kind(kind), "{words}");
        }
        assert_eq!(read("个体工商户"), KindWord::SoleTrader);
    }

    #[test]
    fn an_organisation_as_such_has_no_column() {
        for words in ["法人或者其他组织", "2 法人或者其他组织", "法人/其他组织", "法人", "单位"]
        {
            assert_eq!(read(words), KindWord::Unclear(Expected::OrganisationKind), "{words}");
        }
        assert_eq!(read("律师"), KindWord::Unclear(Expected::ClientKind));
        assert_eq!(read("张三"), KindWord::Unclear(Expected::ApplicantKind));
    }
}
