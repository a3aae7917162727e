//! The six columns of table 3: what kind of applicant asks.

/// Kind of applicant: one of the six columns of table 3 (格式2021).
///
/// ```
/// use gongkai::law::ApplicantKind;
/// assert_eq!(ApplicantKind::from_word("商业企业"), Some(ApplicantKind::Commercial));
/// assert_eq!(ApplicantKind::Commercial.key(), "commercial");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ApplicantKind {
    /// 自然人
    Natural,
    /// 商业企业
    Commercial,
    /// 科研机构
    Research,
    /// 社会公益组织
    PublicWelfare,
    /// 法律服务机构
    LegalService,
    /// 其他
    Other,
}

impl ApplicantKind {
    /// All six in the order of the table's columns.
    pub const ALL: [Self; 6] = [
        Self::Natural,
        Self::Commercial,
        Self::Research,
        Self::PublicWelfare,
        Self::LegalService,
        Self::Other,
    ];

    /// The English key used on the command line and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Natural => "natural",
            Self::Commercial => "commercial",
            Self::Research => "research",
            Self::PublicWelfare => "public_welfare",
            Self::LegalService => "legal_service",
            Self::Other => "other",
        }
    }

    /// The column heading, verbatim.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Natural => "自然人",
            Self::Commercial => "商业企业",
            Self::Research => "科研机构",
            Self::PublicWelfare => "社会公益组织",
            Self::LegalService => "法律服务机构",
            Self::Other => "其他",
        }
    }

    /// The position of the column, 0 to 5.
    pub const fn column(self) -> usize {
        match self {
            Self::Natural => 0,
            Self::Commercial => 1,
            Self::Research => 2,
            Self::PublicWelfare => 3,
            Self::LegalService => 4,
            Self::Other => 5,
        }
    }

    /// The kind that stands in column `index`, if there is one.
    pub fn from_column(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }

    /// Reads the English key or the exact Chinese heading.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == word || kind.label() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_key_its_label_and_its_column() {
        for kind in ApplicantKind::ALL {
            assert_eq!(ApplicantKind::from_word(kind.key()), Some(kind));
            assert_eq!(ApplicantKind::from_word(kind.label()), Some(kind));
            assert_eq!(ApplicantKind::from_column(kind.column()), Some(kind));
        }
        assert_eq!(ApplicantKind::from_word("公民"), None);
    }
}
