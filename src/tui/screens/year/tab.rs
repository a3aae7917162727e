//! The tabs of the year screen, and how one goes from one to another.

use crate::tui::keymap::Action;

/// The tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    /// 表三
    Table3,
    /// 表二
    Table2,
    /// 表四
    Table4,
    /// 文字
    Texts,
    /// 校验
    Checks,
    /// 趋势
    Trend,
    /// 按月
    Months,
}

impl Tab {
    /// All, in the order of their digits.
    pub(super) const ALL: [Self; 7] =
        [Self::Table3, Self::Table2, Self::Table4, Self::Texts, Self::Checks, Self::Trend, Self::Months];

    fn index(self) -> usize {
        Self::ALL.iter().position(|tab| *tab == self).unwrap_or_default()
    }

    /// The tab before, round and round.
    pub(super) fn back(self) -> Self {
        self.further(Self::ALL.len() - 1)
    }

    /// The tab so many further, round and round.
    pub(super) fn further(self, by: usize) -> Self {
        Self::ALL.into_iter().cycle().nth(self.index() + by).unwrap_or(self)
    }

    /// The tab that an action shows.
    pub(super) const fn of(action: Action) -> Option<Self> {
        Some(match action {
            Action::ShowTable3 => Self::Table3,
            Action::ShowTable2 => Self::Table2,
            Action::ShowTable4 => Self::Table4,
            Action::ShowTexts => Self::Texts,
            Action::ShowChecks => Self::Checks,
            Action::ShowTrend => Self::Trend,
            Action::ShowMonths => Self::Months,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tabs_go_round() {
        assert_eq!(Tab::Months.further(1), Tab::Table3);
        assert_eq!(Tab::Table3.back(), Tab::Months);
        assert_eq!(Tab::ALL.into_iter().fold(Tab::Table3, |tab, _| tab.further(1)), Tab::Table3);
    }
}
