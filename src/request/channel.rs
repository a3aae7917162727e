//! How a request came in, and what that says about the day of receipt (art. 31).

/// The channel of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// 当面提交: the day of submission is the day of receipt.
    InPerson,
    /// 邮寄签收 (EMS, 挂号): the day on which the organ signs.
    SignedPost,
    /// 平常信函: the day on which the office confirmed with the applicant.
    OrdinaryPost,
    /// 互联网渠道: the day on which both sides confirmed.
    Internet,
    /// 电子邮件: an internet channel.
    Email,
    /// 传真 of the office: the day on which both sides confirmed.
    Fax,
    /// 口头: the office fills in the form for the applicant (art. 29), who is present.
    Oral,
    /// 未注明: an older register did not say; the day of receipt is taken as stated.
    Unstated,
}

impl Channel {
    /// All channels in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::InPerson,
        Self::SignedPost,
        Self::OrdinaryPost,
        Self::Internet,
        Self::Email,
        Self::Fax,
        Self::Oral,
        Self::Unstated,
    ];

    /// The English key used on the command line and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            Self::SignedPost => "signed-post",
            Self::OrdinaryPost => "ordinary-post",
            Self::Internet => "internet",
            Self::Email => "email",
            Self::Fax => "fax",
            Self::Oral => "oral",
            Self::Unstated => "unstated",
        }
    }

    /// The words on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::InPerson => "当面提交",
            Self::SignedPost => "邮寄签收",
            Self::OrdinaryPost => "平常信函",
            Self::Internet => "互联网",
            Self::Email => "电子邮件",
            Self::Fax => "传真",
            Self::Oral => "口头",
            Self::Unstated => "未注明",
        }
    }

    /// Reads the English key or the Chinese words.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.key() == word || channel.label() == word)
    }

    /// Whether the day of receipt is the day of a confirmation (art. 31(2) and (3)), so that a request
    /// waits as 待确认 until then.
    pub const fn needs_confirmation(self) -> bool {
        matches!(self, Self::OrdinaryPost | Self::Internet | Self::Email | Self::Fax)
    }

    /// Whether the day of receipt is the day of submission itself (art. 31(1)).
    pub const fn received_when_submitted(self) -> bool {
        matches!(self, Self::InPerson | Self::Oral)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_channel_is_found_by_key_and_label() {
        for channel in Channel::ALL {
            assert_eq!(Channel::from_word(channel.key()), Some(channel));
            assert_eq!(Channel::from_word(channel.label()), Some(channel));
        }
    }

    #[test]
    fn letters_without_signature_and_electronic_channels_wait_for_confirmation() {
        let waiting: Vec<_> = Channel::ALL.into_iter().filter(|c| c.needs_confirmation()).collect();
        assert_eq!(waiting, [Channel::OrdinaryPost, Channel::Internet, Channel::Email, Channel::Fax]);
    }
}
