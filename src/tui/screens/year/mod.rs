//! The annual report of a year in six tabs: its tables, its words, what the checks find, and five years
//! side by side.

mod checks;
mod months;
mod reading;
mod sheet;
mod tab;
mod table2;
mod table3;
mod table4;
mod texts;
mod trend;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(crate) use checks::{ChecksTab, Found};
pub(crate) use months::MonthsTab;
use tab::Tab;
use table2::Table2Tab;
pub(crate) use table3::Table3Tab;
use table4::Table4Tab;
pub(crate) use texts::{TextsTab, length as text_length};
pub(crate) use trend::TrendTab;

use super::list::Filter;
use crate::office::{Publication, ReportOf, TextPlace};
use crate::report::YearTables;
use crate::report::checks::Target;
use crate::request::OrganId;
use crate::text;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::widgets::{put, theme};
use crate::tui::yearly::Ask;
use crate::words::tui::screens as said;
use crate::words::tui::year as words;

/// The year screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct YearScreen {
    /// Which report: the year, and an organ or all together.
    pub(crate) of: ReportOf,
    /// The tab that is seen.
    tab: Tab,
    /// The tables, once they are here.
    pub(crate) tables: Option<Box<YearTables>>,
    /// Why there are no tables.
    pub(crate) why_not: String,
    /// How the report was published, if it was.
    pub(crate) published: Option<Box<Publication>>,
    /// 表三
    pub(crate) table3: Table3Tab,
    table2: Table2Tab,
    table4: Table4Tab,
    /// 文字
    pub(crate) texts: TextsTab,
    /// 校验
    pub(crate) checks: ChecksTab,
    /// 趋势
    pub(crate) trend: TrendTab,
    /// 按月
    pub(crate) months: MonthsTab,
    /// The clerk wants to publish: the form opens when the checks have run.
    pub(crate) publishing: bool,
}

/// What Enter means where it was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Enter {
    /// List these requests.
    List(Filter),
    /// List the records behind a cell.
    Records(Target),
    /// Edit these words.
    Edit(TextPlace),
    /// Go there.
    Go(Target),
    /// Nothing.
    Nothing,
}

impl YearScreen {
    /// The report of a year for all organs together, not read yet.
    pub(crate) fn of(year: i16) -> Self {
        Self {
            of: ReportOf { organ: None, year },
            tab: Tab::Table3,
            tables: None,
            why_not: String::new(),
            published: None,
            table3: Table3Tab::default(),
            table2: Table2Tab::default(),
            table4: Table4Tab::default(),
            texts: TextsTab::default(),
            checks: ChecksTab::default(),
            trend: TrendTab::default(),
            months: MonthsTab::default(),
            publishing: false,
        }
    }

    fn ask(&self, ask: Ask) -> Vec<Effect> {
        vec![Effect::Yearly(self.of, ask)]
    }

    /// Reads the tables and what the tab shows; what other tabs have shown may be old now.
    pub(crate) fn reload(&mut self) -> Vec<Effect> {
        self.texts.forget();
        self.checks.found = None;
        self.trend.forget();
        self.months.forget();
        let mut effects = self.ask(Ask::Tables);
        effects.extend(self.read_tab());
        effects
    }

    /// Reads what the tab shows, where it is not here yet.
    fn read_tab(&self) -> Vec<Effect> {
        match self.tab {
            Tab::Texts if self.texts.states.is_none() => self.ask(Ask::Texts),
            Tab::Checks if self.checks.found.is_none() => self.ask(Ask::Check),
            Tab::Trend if self.trend.years.is_none() => self.ask(Ask::Trend),
            Tab::Months if !self.months.is_here() => self.ask(Ask::Months),
            _ => Vec::new(),
        }
    }

    /// Shows a tab.
    fn show(&mut self, tab: Tab) -> Vec<Effect> {
        self.tab = tab;
        self.read_tab()
    }

    /// Runs the checks and shows what they find.
    pub(crate) fn check(&mut self) -> Vec<Effect> {
        self.checks.found = None;
        self.show(Tab::Checks)
    }

    /// Shows and selects the cell of a table; false where the target is none.
    pub(crate) fn show_cell(&mut self, target: &Target) -> bool {
        match target {
            Target::Table2(figure) => {
                self.table2.select(*figure);
                self.tab = Tab::Table2;
            }
            Target::Table3 { row, column } => {
                self.table3.select(*row, *column);
                self.tab = Tab::Table3;
            }
            Target::Table4 { dispute, column } => {
                self.table4.select(*dispute, *column);
                self.tab = Tab::Table4;
            }
            _ => return false,
        }
        true
    }

    /// What Enter means now.
    pub(crate) fn enter(&self) -> Enter {
        let found = match self.tab {
            Tab::Table3 => self.table3.drill_down(self.of).map(Enter::List),
            Tab::Table2 => self.table2.target().map(Enter::Records),
            Tab::Table4 => self.table4.target().map(Enter::Records),
            Tab::Texts => self.texts.selected().map(|state| Enter::Edit(state.place)),
            Tab::Checks => self.checks.target().map(Enter::Go),
            Tab::Trend | Tab::Months => None,
        };
        found.unwrap_or(Enter::Nothing)
    }

    /// Answers the actions that need nothing but this screen.
    pub(crate) fn act(&mut self, action: Action, width: u16, body: usize) -> Option<Vec<Effect>> {
        if let Some(tab) = Tab::of(action) {
            return Some(self.show(tab));
        }
        match action {
            Action::NextTable => return Some(self.show(self.tab.further(1))),
            Action::PrevTable => return Some(self.show(self.tab.back())),
            Action::PrevYear => return Some(self.go(-1)),
            Action::NextYear => return Some(self.go(1)),
            _ => {}
        }
        let body = body.saturating_sub(1);
        let taken = match self.tab {
            Tab::Table3 => self.table3.act(action, body),
            Tab::Table2 => self.table2.act(action),
            Tab::Table4 => self.table4.act(action),
            Tab::Texts => self.texts.act(action, width, body),
            Tab::Checks => self.checks.act(action, body),
            Tab::Trend => self.trend.act(action, width, body),
            Tab::Months => self.months.act(action, width, body),
        };
        taken.then(Vec::new)
    }

    fn go(&mut self, by: i16) -> Vec<Effect> {
        self.show_report(ReportOf { year: (self.of.year + by).clamp(1990, 2099), ..self.of })
    }

    /// Shows the report of an organ, or of all together, of the same year.
    pub(crate) fn show_organ(&mut self, organ: Option<OrganId>) -> Vec<Effect> {
        self.show_report(ReportOf { organ, ..self.of })
    }

    fn show_report(&mut self, of: ReportOf) -> Vec<Effect> {
        self.of = of;
        self.tables = None;
        self.published = None;
        self.why_not.clear();
        self.reload()
    }

    /// Actions for the hint bar; the chooser of organs only where there are several.
    pub(crate) fn hints(&self, head: &Head) -> Vec<(Action, bool)> {
        let all = [
            Action::DrillDown,
            Action::NextTable,
            Action::PrevYear,
            Action::NextYear,
            Action::Check,
            Action::Publish,
            Action::Export,
            Action::ChooseOrgan,
            Action::GoCarry,
            Action::GoList,
            Action::Help,
            Action::Back,
        ];
        let works = |action| action != Action::DrillDown || self.enter() != Enter::Nothing;
        let matters = |action: &Action| *action != Action::ChooseOrgan || head.organs.len() > 1;
        all.into_iter().filter(matters).map(|action| (action, works(action))).collect()
    }

    /// The year, of several organs the one whose report it is, and whether it is published.
    pub(crate) fn title(&self, head: &Head) -> String {
        let organ = head.organs.iter().find(|(id, _)| Some(*id) == self.of.organ);
        let organ = match organ {
            _ if head.organs.len() < 2 => None,
            Some((_, name)) => Some(name.as_str()),
            None => Some(words::ALL_ORGANS),
        };
        let published = self.published.as_ref().and_then(|publication| publication.on);
        words::title(self.of.year, organ, published)
    }

    /// Where one is.
    pub(crate) fn position(&self, width: u16, height: usize) -> String {
        match self.tab {
            Tab::Checks => self.checks.position(),
            Tab::Trend => self.trend.position(width, height.saturating_sub(1)),
            Tab::Months => self.months.position(width, height.saturating_sub(1)),
            _ => String::new(),
        }
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_tabs(line_of(area, 0), buf);
        let area = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
        let at = Position::new(area.x, area.y);
        let Some(tables) = &self.tables else {
            let said = if self.why_not.is_empty() { said::READING } else { &self.why_not };
            for (n, line) in (0_u16..).zip(text::wrap(said, usize::from(area.width))) {
                put(&line, line_of(area, n), buf, theme::PLAIN);
            }
            return Some(at);
        };
        let cursor = match self.tab {
            Tab::Table3 => self.table3.draw(&tables.table3, area, buf),
            Tab::Table2 => self.table2.draw(&tables.table2, area, buf),
            Tab::Table4 => self.table4.draw(&tables.table4, area, buf),
            Tab::Texts => self.texts.draw(area, buf),
            Tab::Checks => self.checks.draw(area, buf),
            Tab::Trend => self.trend.draw(area, buf),
            Tab::Months => self.months.draw(area, buf),
        };
        cursor.or(Some(at))
    }

    /// The names of the tabs behind their digits; the one that is seen in brackets.
    fn draw_tabs(&self, line: Rect, buf: &mut Buffer) {
        let mut rest = line;
        for ((n, name), tab) in (1..).zip(words::TABS).zip(Tab::ALL) {
            let here = tab == self.tab;
            let text = if here { format!("[{n} {name}]") } else { format!(" {n} {name} ") };
            let used = put(&text, rest, buf, if here { theme::FOCUS } else { theme::PLAIN });
            let used = used.saturating_add(1).min(rest.width);
            rest = Rect { x: rest.x + used, width: rest.width - used, ..rest };
        }
    }
}

/// A line of an area; empty where the area has no such line.
fn line_of(area: Rect, n: u16) -> Rect {
    if n >= area.height {
        return Rect { width: 0, height: 0, ..area };
    }
    Rect { y: area.y.saturating_add(n), height: 1, ..area }
}

/// A figure, right-aligned in so many columns; the selected one in brackets, a wrong one marked.
fn figure(text: &str, here: bool, wrong: bool, columns: u16) -> String {
    let mark = if wrong { "!" } else { "" };
    let text = format!("{mark}{text}");
    let text = if here { format!("[{text}]") } else { format!("{text} ") };
    let free = usize::from(columns).saturating_sub(text::width(&text));
    format!("{}{text}", " ".repeat(free))
}

/// A head that is too long for its column, in two parts; a short one is the lower part.
fn halved(label: &str) -> (String, String) {
    let half = label.chars().count().div_ceil(2);
    if label.chars().count() > 3 {
        (label.chars().take(half).collect(), label.chars().skip(half).collect())
    } else {
        (String::new(), label.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stands_right_and_the_selected_one_in_brackets() {
        assert_eq!(figure("12", false, false, 7), "    12 ");
        assert_eq!(figure("12", true, true, 7), "  [!12]");
    }
}
