//! What a row of table 3 does not tell: two answers may share a row and yet be two letters.

use super::OutcomeRow;

/// The kind of an answer within its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeKind {
    /// 提供: the information was supplied (art. 36(2)).
    Supplied,
    /// 已主动公开: the applicant was told where it stands (art. 36(1)).
    AlreadyPublic,
    /// 不存在: searched for and not found (art. 36(4)).
    NotFound,
    /// 非本机关: another organ's to disclose (art. 36(5)).
    OtherOrgan,
    /// 撤回: the applicant withdrew.
    Withdrawn,
    /// 咨询: a question of law or procedure, answered as such.
    Consultation,
    /// 非政府信息: of a party, a court, an association.
    NotGovernmentInformation,
    /// 并入他件: joined with another request.
    Joined,
    /// 申请人死亡或终止
    ApplicantGone,
    /// 档案已移交
    ArchiveHandedOver,
}

impl OutcomeKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Supplied,
        Self::AlreadyPublic,
        Self::NotFound,
        Self::OtherOrgan,
        Self::Withdrawn,
        Self::Consultation,
        Self::NotGovernmentInformation,
        Self::Joined,
        Self::ApplicantGone,
        Self::ArchiveHandedOver,
    ];

    /// The English key used on the command line and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Supplied => "supplied",
            Self::AlreadyPublic => "already_public",
            Self::NotFound => "not_found",
            Self::OtherOrgan => "other_organ",
            Self::Withdrawn => "withdrawn",
            Self::Consultation => "consultation",
            Self::NotGovernmentInformation => "not_government_information",
            Self::Joined => "joined",
            Self::ApplicantGone => "applicant_gone",
            Self::ArchiveHandedOver => "archive_handed_over",
        }
    }

    /// The words on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Supplied => "提供",
            Self::AlreadyPublic => "已主动公开",
            Self::NotFound => "不存在",
            Self::OtherOrgan => "非本机关",
            Self::Withdrawn => "撤回",
            Self::Consultation => "咨询",
            Self::NotGovernmentInformation => "非政府信息",
            Self::Joined => "并入他件",
            Self::ApplicantGone => "申请人死亡或终止",
            Self::ArchiveHandedOver => "档案已移交",
        }
    }

    /// The only row in which this kind can stand.
    pub const fn row(self) -> OutcomeRow {
        match self {
            Self::Supplied | Self::AlreadyPublic => OutcomeRow::Open,
            Self::NotFound | Self::OtherOrgan => OutcomeRow::NoneHeld,
            _ => OutcomeRow::OtherOther,
        }
    }

    /// The kinds that row `row` knows; empty where the row says all.
    pub fn of(row: OutcomeRow) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |kind| kind.row() == row)
    }

    /// Reads the English key or the Chinese words.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == word || kind.label() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_key_and_label_and_stands_in_its_own_row() {
        for kind in OutcomeKind::ALL {
            assert_eq!(OutcomeKind::from_word(kind.key()), Some(kind));
            assert_eq!(OutcomeKind::from_word(kind.label()), Some(kind));
            assert!(OutcomeKind::of(kind.row()).any(|other| other == kind));
        }
        assert_eq!(OutcomeKind::of(OutcomeRow::DenySecret).count(), 0);
    }
}
