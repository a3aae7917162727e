//! 本机口径: how an office reads the law where that is silent, and the terms that it sets itself.

use jiff::civil::Date;

use super::event::closed_list;
use crate::law::terms;

closed_list! {
    /// 征求意见期间的起止: art. 33 has the time for asking not counted and does not say which days these are.
    Excluded, 4:
    /// From the day after the letter to the day of the opinion.
    AfterSending "after-sending" "发出次日起，至收到意见之日止",
    /// From the day of the letter to the day of the opinion.
    WithSending "with-sending" "发出当日起，至收到意见之日止",
    /// From the day after the other side received the letter to the day of the opinion.
    AfterReceipt "after-receipt" "对方收到次日起，至收到意见之日止",
    /// The fewest days: from the day after the other side's receipt to the day before the opinion.
    Fewest "fewest" "对方收到次日起，至收到意见前一日止",
}

impl Excluded {
    /// The day before the first that is not counted, for a letter of `sent` that was received on `received`
    /// (where that is not known, the day of the letter stands in).
    pub(super) fn after(self, sent: Date, received: Option<Date>) -> Date {
        match self {
            Self::AfterSending => sent,
            Self::WithSending => sent.yesterday().unwrap_or(sent),
            Self::AfterReceipt | Self::Fewest => received.unwrap_or(sent),
        }
    }

    /// The last day that is not counted, for an opinion that came on `opinion`.
    pub(super) fn until(self, opinion: Date) -> Date {
        match self {
            Self::Fewest => opinion.yesterday().unwrap_or(opinion),
            _ => opinion,
        }
    }
}

/// How the office reads the law where that is silent, and the terms that it sets itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Readings {
    /// Which days of a consultation are not counted (art. 33).
    pub excluded: Excluded,
    /// Whether 协办 stops the term as the consultation of another organ does; by itself it is no
    /// consultation (art. 33).
    pub assist_stops: bool,
    /// 科室答复期限: working days that a business unit has, where nothing else is said.
    pub unit_days: u16,
    /// 报备: working days for copies to the superior after answering; 0 for none.
    pub copy_days: u16,
    /// Whether a review or suit that was pending on 31 December counts again in table 4 of the next year;
    /// not regulated.
    pub disputes_again: bool,
}

impl Default for Readings {
    fn default() -> Self {
        Self {
            excluded: Excluded::AfterSending,
            assist_stops: false,
            unit_days: terms::UNIT,
            copy_days: terms::COPY,
            disputes_again: true,
        }
    }
}

/// One setting of an office, with its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Which days of a consultation are not counted.
    Excluded(Excluded),
    /// Whether 协办 stops the term.
    AssistStops(bool),
    /// Working days of a business unit.
    UnitDays(u16),
    /// Working days for copies to the superior.
    CopyDays(u16),
    /// Whether a dispute pending at the end of a year counts again in the next.
    DisputesAgain(bool),
}

closed_list! {
    /// What can be set.
    SettingKey, 5:
    /// [`Setting::Excluded`]
    Excluded "excluded-days" "征求意见期间起止",
    /// [`Setting::AssistStops`]
    AssistStops "assist-stops" "协办是否停止计时",
    /// [`Setting::UnitDays`]
    UnitDays "unit-days" "科室答复期限（工作日）",
    /// [`Setting::CopyDays`]
    CopyDays "copy-days" "答复后报备期限（工作日）",
    /// [`Setting::DisputesAgain`]
    DisputesAgain "disputes-again" "上年未审结的复议诉讼在表四再计",
}

/// Working days that an office may set for itself.
pub const MOST_DAYS: u16 = 60;

impl Setting {
    /// What is set.
    pub const fn key(self) -> SettingKey {
        match self {
            Self::Excluded(_) => SettingKey::Excluded,
            Self::AssistStops(_) => SettingKey::AssistStops,
            Self::UnitDays(_) => SettingKey::UnitDays,
            Self::CopyDays(_) => SettingKey::CopyDays,
            Self::DisputesAgain(_) => SettingKey::DisputesAgain,
        }
    }

    /// The value as [`SettingKey::parse`] reads it.
    pub fn value(self) -> String {
        match self {
            Self::Excluded(excluded) => excluded.key().to_owned(),
            Self::AssistStops(is) | Self::DisputesAgain(is) => if is { "yes" } else { "no" }.to_owned(),
            Self::UnitDays(days) | Self::CopyDays(days) => days.to_string(),
        }
    }
}

impl SettingKey {
    /// The setting of this value: an English or Chinese word, or a number of working days; `None` where it
    /// cannot be.
    pub fn parse(self, value: &str) -> Option<Setting> {
        let days = || value.parse().ok().filter(|days| *days <= MOST_DAYS);
        let yes = || match value {
            "yes" | "是" => Some(true),
            "no" | "否" => Some(false),
            _ => None,
        };
        Some(match self {
            Self::Excluded => Setting::Excluded(Excluded::from_word(value)?),
            Self::AssistStops => Setting::AssistStops(yes()?),
            Self::DisputesAgain => Setting::DisputesAgain(yes()?),
            Self::UnitDays => Setting::UnitDays(days().filter(|days| *days > 0)?),
            Self::CopyDays => Setting::CopyDays(days()?),
        })
    }
}

impl Readings {
    /// The same with one setting changed.
    #[must_use]
    pub const fn with(mut self, setting: Setting) -> Self {
        match setting {
            Setting::Excluded(excluded) => self.excluded = excluded,
            Setting::AssistStops(stops) => self.assist_stops = stops,
            Setting::UnitDays(days) => self.unit_days = days,
            Setting::CopyDays(days) => self.copy_days = days,
            Setting::DisputesAgain(again) => self.disputes_again = again,
        }
        self
    }

    /// The setting of a key, as it stands.
    pub const fn setting(&self, key: SettingKey) -> Setting {
        match key {
            SettingKey::Excluded => Setting::Excluded(self.excluded),
            SettingKey::AssistStops => Setting::AssistStops(self.assist_stops),
            SettingKey::UnitDays => Setting::UnitDays(self.unit_days),
            SettingKey::CopyDays => Setting::CopyDays(self.copy_days),
            SettingKey::DisputesAgain => Setting::DisputesAgain(self.disputes_again),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_read_by_its_words_and_kept() {
        let readings = Readings::default();
        for (key, value) in [
            (SettingKey::Excluded, "fewest"),
            (SettingKey::AssistStops, "是"),
            (SettingKey::UnitDays, "7"),
            (SettingKey::CopyDays, "0"),
            (SettingKey::DisputesAgain, "no"),
        ] {
            let setting = key.parse(value).unwrap();
            assert_ne!(readings.setting(key), setting, "{}", key.key());
            assert_eq!((setting.key(), key.parse(&setting.value())), (key, Some(setting)));
            assert_eq!(readings.with(setting).setting(key), setting);
        }
    }

    #[test]
    fn what_cannot_be_a_value_is_none() {
        for (key, value) in [
            (SettingKey::Excluded, "whenever"),
            (SettingKey::AssistStops, "maybe"),
            (SettingKey::UnitDays, "0"),
            (SettingKey::UnitDays, "61"),
            (SettingKey::CopyDays, "-1"),
        ] {
            assert_eq!(key.parse(value), None, "{value}");
        }
    }
}
