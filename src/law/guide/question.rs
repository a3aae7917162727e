//! The questions, in their order.

use super::super::{Article, OutcomeRow};

/// A question that is answered by yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// Neither withdrawn, nor is the applicant dead or dissolved.
    StillWanted,
    /// The applicant withdrew.
    Withdrawn,
    /// Clear and complete (art. 29).
    Clear,
    /// The one 补正 notice was sent (art. 30).
    SupplementAsked,
    /// The supplement came.
    SupplementCame,
    /// The term is over and a person found that there is no good reason.
    SupplementOver,
    /// Apart from complaints and questions a record is asked for (art. 39).
    ForInformation,
    /// Complaint, accusation, petition.
    Petition,
    /// A correction of the applicant's own data (art. 41).
    Correction,
    /// Made or obtained while performing administrative functions (art. 2).
    GovernmentInformation,
    /// The applicant holds it and wants it confirmed or issued anew.
    Confirmation,
    /// A gazette, newspaper or book (art. 39).
    Publication,
    /// The same applicant asked for the same before (art. 36(6)).
    Repeat,
    /// And the answer was served.
    RepeatServed,
    /// Number or frequency clearly beyond reason (art. 35).
    Excess,
    /// A fee was noticed (art. 42).
    FeeNotified,
    /// The fee was paid.
    FeePaid,
    /// The term for the payment is over.
    FeeOver,
    /// Reasons were asked for, and came or did not come in time.
    ReasonsAsked,
    /// They came and are reasonable.
    ReasonsGood,
    /// This organ's to disclose (art. 10).
    Ours,
    /// It exists as it is asked for.
    Held,
    /// Handed over to the state archive.
    HandedOver,
    /// It could be made from what exists (art. 38).
    Compile,
    /// Searched for, with a record of the search (art. 36(4)).
    Searched,
    /// A law gives this register its own way of access (art. 36(7)).
    Query,
    /// Disclosed already (art. 36(1)).
    AlreadyPublic,
    /// Something speaks against giving all of it.
    AnyGround,
    /// 国家秘密 (art. 14)
    Secret,
    /// Forbidden by a law or an administrative regulation (art. 14).
    Law,
    /// 三安全一稳定 (art. 14)
    Safety,
    /// A third party's secret or privacy (art. 15).
    Third,
    /// Which blacking out a few words protects.
    ThirdMaskable,
    /// The third party was asked in writing, and answered or did not in time (art. 32).
    ThirdAsked,
    /// It agrees, or the organ discloses nevertheless.
    ThirdOpens,
    /// 内部事务信息 (art. 16)
    Internal,
    /// 过程性信息 (art. 16)
    Process,
    /// 行政执法案卷 (art. 16)
    Casefile,
    /// A law, regulation or rule orders its disclosure (art. 16).
    RuleOpens,
    /// Something is left to be given (art. 37).
    Separable,
}

/// The steps in which the questions stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// Complete?
    Complete,
    /// For information at all?
    Request,
    /// Asked before, or too often?
    Before,
    /// Ours?
    Ours,
    /// Do we have it?
    Held,
    /// Special law?
    SpecialLaw,
    /// Public already?
    Public,
    /// A ground to withhold?
    Ground,
    /// Separable?
    Separable,
}

impl Stage {
    /// All of them, in the order in which they are gone through.
    pub const ALL: [Self; 9] = [
        Self::Complete,
        Self::Request,
        Self::Before,
        Self::Ours,
        Self::Held,
        Self::SpecialLaw,
        Self::Public,
        Self::Ground,
        Self::Separable,
    ];

    /// Its questions, in their order.
    pub fn questions(self) -> impl Iterator<Item = Question> {
        Question::ALL.into_iter().filter(move |question| question.stage() == self)
    }

    /// The articles of the 条例 that it is about.
    pub const fn articles(self) -> &'static [Article] {
        match self {
            Self::Complete => const { &[Article::whole(29), Article::whole(30)] },
            Self::Request => const { &[Article::whole(2), Article::whole(39), Article::whole(41)] },
            Self::Before => const { &[Article::whole(35), Article::item(36, 6), Article::whole(42)] },
            Self::Ours => const { &[Article::whole(10), Article::item(36, 5)] },
            Self::Held => const { &[Article::item(36, 4), Article::whole(38)] },
            Self::SpecialLaw => const { &[Article::item(36, 7)] },
            Self::Public => const { &[Article::item(36, 1)] },
            Self::Ground => const { &[Article::whole(14), Article::whole(15), Article::whole(16)] },
            Self::Separable => const { &[Article::whole(37)] },
        }
    }
}

impl Question {
    /// All of them, in the order in which they may be asked: an answer leads to a later one only.
    pub const ALL: [Self; 40] = [
        Self::StillWanted,
        Self::Withdrawn,
        Self::Clear,
        Self::SupplementAsked,
        Self::SupplementCame,
        Self::SupplementOver,
        Self::ForInformation,
        Self::Petition,
        Self::Correction,
        Self::GovernmentInformation,
        Self::Confirmation,
        Self::Publication,
        Self::Repeat,
        Self::RepeatServed,
        Self::Excess,
        Self::FeeNotified,
        Self::FeePaid,
        Self::FeeOver,
        Self::ReasonsAsked,
        Self::ReasonsGood,
        Self::Ours,
        Self::Held,
        Self::HandedOver,
        Self::Compile,
        Self::Searched,
        Self::Query,
        Self::AlreadyPublic,
        Self::AnyGround,
        Self::Secret,
        Self::Law,
        Self::Safety,
        Self::Third,
        Self::ThirdMaskable,
        Self::ThirdAsked,
        Self::ThirdOpens,
        Self::Internal,
        Self::Process,
        Self::Casefile,
        Self::RuleOpens,
        Self::Separable,
    ];

    /// Its number, from 1, as people are told it.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|question| *question == self).map_or(0, |at| at + 1)
    }

    /// The step in which it stands.
    pub fn stage(self) -> Stage {
        match self {
            question if question <= Self::SupplementOver => Stage::Complete,
            question if question <= Self::Publication => Stage::Request,
            question if question <= Self::ReasonsGood => Stage::Before,
            Self::Ours => Stage::Ours,
            question if question <= Self::Searched => Stage::Held,
            Self::Query => Stage::SpecialLaw,
            Self::AlreadyPublic => Stage::Public,
            Self::Separable => Stage::Separable,
            _ => Stage::Ground,
        }
    }

    /// The row that it is about, whichever way it is answered; none where it is about several or none.
    pub const fn row(self) -> Option<OutcomeRow> {
        Some(match self {
            Self::SupplementCame => OutcomeRow::NoneUnclear,
            Self::SupplementOver => OutcomeRow::OtherNoSupplement,
            Self::Petition => OutcomeRow::NpPetition,
            Self::Confirmation => OutcomeRow::NpConfirm,
            Self::Publication => OutcomeRow::NpPublication,
            Self::Repeat | Self::RepeatServed => OutcomeRow::NpRepeat,
            Self::FeeOver => OutcomeRow::OtherNoFee,
            Self::Excess | Self::ReasonsGood => OutcomeRow::NpExcess,
            Self::Ours | Self::Searched => OutcomeRow::NoneHeld,
            Self::Compile => OutcomeRow::NoneMake,
            Self::Query => OutcomeRow::DenyQuery,
            Self::AlreadyPublic => OutcomeRow::Open,
            Self::Secret => OutcomeRow::DenySecret,
            Self::Law => OutcomeRow::DenyLaw,
            Self::Safety => OutcomeRow::DenySafety,
            Self::Third | Self::ThirdMaskable | Self::ThirdAsked | Self::ThirdOpens => OutcomeRow::DenyThird,
            Self::Internal => OutcomeRow::DenyInternal,
            Self::Process => OutcomeRow::DenyProcess,
            Self::Casefile => OutcomeRow::DenyCasefile,
            Self::Separable => OutcomeRow::Partial,
            _ => return None,
        })
    }

    /// The row on whose ground something is held back if the answer is yes (arts. 14-16).
    pub(super) const fn ground(self) -> Option<OutcomeRow> {
        match self {
            Self::Secret
            | Self::Law
            | Self::Safety
            | Self::Third
            | Self::Internal
            | Self::Process
            | Self::Casefile => self.row(),
            _ => None,
        }
    }
}
