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
    /// Whether the organ may make 规章 (立法法 arts. 91, 93); `None` where nobody has said.
    pub makes_rules: Option<bool>,
    /// Whether the organ has any 行政事业性收费; `None` where nobody has said.
    pub has_charges: Option<bool>,
    /// 报送日: the day by which the superior wants the annual report, where that is before the day of art. 49.
    pub hand_in: Option<HandInDay>,
    /// 四眼审批: whether extensions and refusals under arts. 14 to 16 wait for the leader's word from another
    /// account.
    pub four_eyes: bool,
}

/// A day of every year, from 1 January to the 31 March of art. 49.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HandInDay {
    month: i8,
    day: i8,
}

impl HandInDay {
    /// The day of a month; `None` where no year has it, or where it is after March.
    pub fn new(month: i8, day: i8) -> Option<Self> {
        let in_every_year = Date::new(2001, month, day).is_ok();
        (in_every_year && month <= 3).then_some(Self { month, day })
    }

    /// `01-15`, `1.15` or `1月15日`.
    fn parse(text: &str) -> Option<Self> {
        let text = text.strip_suffix('日').unwrap_or(text);
        let (month, day) = text.split_once(['-', '.', '月'])?;
        Self::new(month.parse().ok()?, day.parse().ok()?)
    }

    /// The day in a year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }

    /// Month and day.
    pub const fn parts(self) -> (i8, i8) {
        (self.month, self.day)
    }
}

impl Default for Readings {
    fn default() -> Self {
        Self {
            excluded: Excluded::AfterSending,
            assist_stops: false,
            unit_days: terms::UNIT,
            copy_days: terms::COPY,
            disputes_again: true,
            makes_rules: None,
            has_charges: None,
            hand_in: None,
            four_eyes: false,
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
    /// Whether the organ may make 规章; `None` takes back what was said.
    MakesRules(Option<bool>),
    /// Whether the organ has any 行政事业性收费; `None` takes back what was said.
    HasCharges(Option<bool>),
    /// The superior's own day for the annual report; `None` for that of the law.
    HandIn(Option<HandInDay>),
    /// Whether two must agree before an extension or a refusal.
    FourEyes(bool),
}

closed_list! {
    /// What can be set.
    SettingKey, 9:
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
    /// [`Setting::MakesRules`]
    MakesRules "makes-rules" "本机关有规章制定权",
    /// [`Setting::HasCharges`]
    HasCharges "has-charges" "本机关有行政事业性收费项目",
    /// [`Setting::HandIn`]
    HandIn "hand-in-day" "上级规定的年度报告报送日",
    /// [`Setting::FourEyes`]
    FourEyes "four-eyes" "延期和不予公开须负责人另行审签",
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
            Self::MakesRules(_) => SettingKey::MakesRules,
            Self::HasCharges(_) => SettingKey::HasCharges,
            Self::HandIn(_) => SettingKey::HandIn,
            Self::FourEyes(_) => SettingKey::FourEyes,
        }
    }

    /// The value as [`SettingKey::parse`] reads it.
    pub fn value(self) -> String {
        match self {
            Self::Excluded(excluded) => excluded.key().to_owned(),
            Self::AssistStops(is) | Self::DisputesAgain(is) | Self::FourEyes(is) => {
                if is { "yes" } else { "no" }.to_owned()
            }
            Self::UnitDays(days) | Self::CopyDays(days) => days.to_string(),
            Self::MakesRules(None) | Self::HasCharges(None) => "unknown".to_owned(),
            Self::MakesRules(Some(is)) | Self::HasCharges(Some(is)) => {
                if is { "yes" } else { "no" }.to_owned()
            }
            Self::HandIn(None) => "none".to_owned(),
            Self::HandIn(Some(HandInDay { month, day })) => format!("{month:02}-{day:02}"),
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
        let known = || match value {
            "unknown" | "不明" => Some(None),
            _ => yes().map(Some),
        };
        Some(match self {
            Self::Excluded => Setting::Excluded(Excluded::from_word(value)?),
            Self::AssistStops => Setting::AssistStops(yes()?),
            Self::DisputesAgain => Setting::DisputesAgain(yes()?),
            Self::FourEyes => Setting::FourEyes(yes()?),
            Self::UnitDays => Setting::UnitDays(days().filter(|days| *days > 0)?),
            Self::CopyDays => Setting::CopyDays(days()?),
            Self::MakesRules => Setting::MakesRules(known()?),
            Self::HasCharges => Setting::HasCharges(known()?),
            Self::HandIn if matches!(value, "none" | "无") => Setting::HandIn(None),
            Self::HandIn => Setting::HandIn(Some(HandInDay::parse(value)?)),
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
            Setting::MakesRules(is) => self.makes_rules = is,
            Setting::HasCharges(is) => self.has_charges = is,
            Setting::HandIn(day) => self.hand_in = day,
            Setting::FourEyes(is) => self.four_eyes = is,
        }
        self
    }

    /// The same without what has to do with the annual report alone: what terms are computed with.
    #[must_use]
    pub fn of_terms(self) -> Self {
        let Self { excluded, assist_stops, unit_days, copy_days, .. } = self;
        Self { excluded, assist_stops, unit_days, copy_days, ..Self::default() }
    }

    /// The setting of a key, as it stands.
    pub const fn setting(&self, key: SettingKey) -> Setting {
        match key {
            SettingKey::Excluded => Setting::Excluded(self.excluded),
            SettingKey::AssistStops => Setting::AssistStops(self.assist_stops),
            SettingKey::UnitDays => Setting::UnitDays(self.unit_days),
            SettingKey::CopyDays => Setting::CopyDays(self.copy_days),
            SettingKey::DisputesAgain => Setting::DisputesAgain(self.disputes_again),
            SettingKey::MakesRules => Setting::MakesRules(self.makes_rules),
            SettingKey::HasCharges => Setting::HasCharges(self.has_charges),
            SettingKey::HandIn => Setting::HandIn(self.hand_in),
            SettingKey::FourEyes => Setting::FourEyes(self.four_eyes),
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
            (SettingKey::MakesRules, "否"),
            (SettingKey::HasCharges, "yes"),
            (SettingKey::HandIn, "1月15日"),
            (SettingKey::HandIn, "01-15"),
            (SettingKey::HandIn, "1.5"),
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
            (SettingKey::MakesRules, "perhaps"),
            (SettingKey::HandIn, "02-29"),
            (SettingKey::HandIn, "04-01"),
            (SettingKey::HandIn, "15"),
            (SettingKey::HandIn, "1-0"),
        ] {
            assert_eq!(key.parse(value), None, "{value}");
        }
    }

    #[test]
    fn what_was_said_can_be_taken_back_and_the_report_is_no_matter_of_terms() {
        let said = [("makes-rules", "no"), ("has-charges", "no"), ("hand-in-day", "01-15")];
        let mut readings = Readings::default();
        for (key, value) in said {
            readings = readings.with(SettingKey::from_word(key).unwrap().parse(value).unwrap());
        }
        assert_eq!(readings.hand_in.and_then(|day| day.in_year(2027)), Date::new(2027, 1, 15).ok());
        assert_eq!(readings.of_terms(), Readings::default());
        for (key, value) in [("makes-rules", "不明"), ("has-charges", "unknown"), ("hand-in-day", "无")] {
            readings = readings.with(SettingKey::from_word(key).unwrap().parse(value).unwrap());
        }
        assert_eq!(readings, Readings::default());
    }
}
