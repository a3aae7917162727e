//! 设置: how the office reads the law where that is silent, and how the clerk's own screen looks.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::request::{Excluded, HandInDay, MOST_DAYS, Setting, SettingKey};
use crate::terminal::{Ambiguous, Theme};
use crate::text;
use crate::tui::keymap::{Action, Preset};
use crate::tui::model::Head;
use crate::tui::pick::Choice;
use crate::tui::widgets::{Scroll, put, theme};
use crate::words::request::setting;
use crate::words::tui::settings as words;

/// What the clerk prefers for the own screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Preferred {
    /// How the screen looks.
    pub theme: Theme,
    /// Which keys.
    pub preset: Preset,
    /// How wide ambiguous characters are.
    pub ambiguous: Ambiguous,
}

/// Something that is set for the clerk alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preference {
    /// 配色
    Theme(Theme),
    /// 键位
    Keymap(Preset),
    /// 引号和破折号的宽度
    Ambiguous(Ambiguous),
}

impl Preference {
    /// Key and value in `config.toml`.
    pub const fn entry(self) -> (&'static str, &'static str) {
        match self {
            Self::Theme(theme) => ("theme", theme.name()),
            Self::Keymap(preset) => ("keymap", preset.name()),
            Self::Ambiguous(Ambiguous::Narrow) => ("ambiguous", "narrow"),
            Self::Ambiguous(Ambiguous::Wide) => ("ambiguous", "wide"),
        }
    }

    /// What is set, and to what.
    pub(crate) fn words(self) -> (&'static str, &'static str) {
        let [theme, keymap, ambiguous] = words::OWN;
        match self {
            Self::Theme(own) => (theme, words::theme(own.name())),
            Self::Keymap(preset) => (keymap, words::preset(preset.name())),
            Self::Ambiguous(width) => (ambiguous, words::ambiguous(width == Ambiguous::Wide)),
        }
    }
}

impl Preferred {
    /// The same with one of them changed.
    #[must_use]
    pub const fn with(mut self, preference: Preference) -> Self {
        match preference {
            Preference::Theme(theme) => self.theme = theme,
            Preference::Keymap(preset) => self.preset = preset,
            Preference::Ambiguous(ambiguous) => self.ambiguous = ambiguous,
        }
        self
    }
}

/// What a choice sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// For the office.
    Office(Setting),
    /// For the clerk.
    Own(Preference),
}

/// The screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SettingsScreen {
    scroll: Scroll,
}

/// What the clerk sets for the own screen.
const OWN: usize = 3;

impl SettingsScreen {
    /// Answers a movement; false where the action is none.
    pub(crate) fn act(&mut self, action: Action, height: usize) -> bool {
        let len = SettingKey::ALL.len() + OWN;
        self.scroll = match action {
            Action::Up => self.scroll.moved(-1, len, height),
            Action::Down => self.scroll.moved(1, len, height),
            Action::PageUp | Action::Home => self.scroll.home(),
            Action::PageDown | Action::End => self.scroll.end(len, height),
            _ => return false,
        };
        true
    }

    /// Actions for the hint bar.
    pub(crate) fn hints() -> Vec<(Action, bool)> {
        [Action::Change, Action::GoClerks, Action::Help, Action::Back].map(|action| (action, true)).to_vec()
    }

    /// What is selected.
    fn key(&self) -> Option<SettingKey> {
        SettingKey::ALL.get(self.scroll.selected()).copied()
    }

    /// The title of the choices for what is selected, the choices, and what each sets.
    pub(crate) fn choices(&self) -> (String, Vec<(Choice, Wish)>) {
        if let Some(key) = self.key() {
            return (key.label().to_owned(), office_choices(key));
        }
        let own = self.scroll.selected().saturating_sub(SettingKey::ALL.len());
        let title = words::OWN.get(own).copied().unwrap_or_default();
        (title.to_owned(), own_choices(own))
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, own: Preferred, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let mut lines: Vec<(Option<usize>, String)> = vec![(None, words::OFFICE_TITLE.to_owned())];
        let office = SettingKey::ALL.iter().map(|key| setting(head.readings.setting(*key)));
        lines.extend(office.enumerate().map(|(n, line)| (Some(n), line)));
        lines.push((None, String::new()));
        lines.push((None, words::OWN_TITLE.to_owned()));
        let own = own_lines(own).into_iter().enumerate();
        lines.extend(own.map(|(n, line)| (Some(SettingKey::ALL.len() + n), line)));
        lines.push((None, String::new()));
        lines.push((None, words::RULER.to_owned()));
        lines.push((None, words::RULER_HELP.to_owned()));
        let selected = self.scroll.selected();
        let here = lines.iter().position(|(n, _)| *n == Some(selected)).unwrap_or_default();
        let height = usize::from(area.height).max(1);
        let first = (here + 1).saturating_sub(height);
        let mut cursor = None;
        for (n, (item, line)) in (0_u16..).zip(lines.iter().skip(first).take(height)) {
            let place = Rect { y: area.y.saturating_add(n), height: 1, ..area }.intersection(area);
            let is_selected = *item == Some(selected);
            if is_selected {
                put(">", place, buf, theme::FOCUS);
                cursor = Some(Position::new(place.x, place.y));
            }
            let rest =
                Rect { x: place.x + 2.min(place.width), width: place.width.saturating_sub(2), ..place };
            let style = match (item, is_selected) {
                (_, true) => theme::FOCUS,
                (None, _) if line.starts_with('【') => theme::TITLE,
                _ => theme::PLAIN,
            };
            put(&text::truncate(line, usize::from(rest.width)), rest, buf, style);
        }
        cursor.or(Some(Position::new(area.x, area.y)))
    }
}

fn own_lines(own: Preferred) -> [String; OWN] {
    let [theme, keymap, ambiguous] = words::OWN;
    [
        words::own_line(theme, words::theme(own.theme.name())),
        words::own_line(keymap, words::preset(own.preset.name())),
        words::own_line(ambiguous, words::ambiguous(own.ambiguous == Ambiguous::Wide)),
    ]
}

fn office_choices(key: SettingKey) -> Vec<(Choice, Wish)> {
    let yes_no = |make: fn(bool) -> Setting| vec![make(true), make(false)];
    let known = |make: fn(Option<bool>) -> Setting| vec![make(Some(true)), make(Some(false)), make(None)];
    let settings: Vec<Setting> = match key {
        SettingKey::Excluded => Excluded::ALL.into_iter().map(Setting::Excluded).collect(),
        SettingKey::AssistStops => yes_no(Setting::AssistStops),
        SettingKey::DisputesAgain => yes_no(Setting::DisputesAgain),
        SettingKey::FourEyes => yes_no(Setting::FourEyes),
        SettingKey::MakesRules => known(Setting::MakesRules),
        SettingKey::HasCharges => known(Setting::HasCharges),
        SettingKey::UnitDays => (1..=MOST_DAYS).map(Setting::UnitDays).collect(),
        SettingKey::CopyDays => (0..=MOST_DAYS).map(Setting::CopyDays).collect(),
        SettingKey::HandIn => {
            let days = (1..=3).flat_map(|month| (1..=31).filter_map(move |day| HandInDay::new(month, day)));
            std::iter::once(None).chain(days.map(Some)).map(Setting::HandIn).collect()
        }
    };
    let choice = |(n, one): (usize, Setting)| {
        let number = match one {
            Setting::UnitDays(days) | Setting::CopyDays(days) => days.to_string(),
            Setting::HandIn(Some(day)) => format!("{:02}{:02}", day.parts().0, day.parts().1),
            Setting::HandIn(None) => "0".to_owned(),
            _ => (n + 1).to_string(),
        };
        let said = setting(one);
        let label = said.split_once('：').map_or(said.as_str(), |(_, value)| value).to_owned();
        (Choice { number, label, ..Choice::default() }, Wish::Office(one))
    };
    settings.into_iter().enumerate().map(choice).collect()
}

fn own_choices(own: usize) -> Vec<(Choice, Wish)> {
    let preferences: Vec<Preference> = match own {
        0 => Theme::ALL.into_iter().map(Preference::Theme).collect(),
        1 => Preset::ALL.into_iter().map(Preference::Keymap).collect(),
        _ => [Ambiguous::Narrow, Ambiguous::Wide].into_iter().map(Preference::Ambiguous).collect(),
    };
    let choice = |(n, one): (usize, Preference)| {
        let label = one.words().1.to_owned();
        (Choice { number: n.to_string(), label, ..Choice::default() }, Wish::Own(one))
    };
    (1..).zip(preferences).map(choice).collect()
}
