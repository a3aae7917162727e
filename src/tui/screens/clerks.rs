//! 人员: who works here in which roles, what each handles, who stands in for whom.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::desk::Person;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::model::Head;
use crate::tui::staff::Ask;
use crate::tui::widgets::{Column, Scroll, TableView, draw_table, put, theme};
use crate::words::tui::{screens, staff as words};

/// The clerks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ClerksScreen {
    /// Everybody, once they are here.
    pub(crate) people: Option<Vec<Person>>,
    scroll: Scroll,
}

impl ClerksScreen {
    /// Reads them.
    pub(crate) fn reload() -> Vec<Effect> {
        vec![Effect::Staff(Ask::People)]
    }

    /// Takes them.
    pub(crate) fn take(&mut self, people: &[Person]) {
        self.people = Some(people.to_vec());
    }

    fn rows(&self) -> &[Person] {
        self.people.as_deref().unwrap_or_default()
    }

    /// The selected one.
    pub(crate) fn selected(&self) -> Option<&Person> {
        self.rows().get(self.scroll.selected())
    }

    /// Answers a movement; false where the action is none.
    pub(crate) fn act(&mut self, action: Action, body: usize) -> bool {
        let (len, height) = (self.rows().len(), body.saturating_sub(3));
        let moved = self.scroll.by(action, len, height);
        self.scroll = moved.unwrap_or(self.scroll);
        moved.is_some()
    }

    /// Actions for the hint bar, and whether each works now.
    pub(crate) fn hints(&self) -> Vec<(Action, bool)> {
        let any = self.selected().is_some();
        let cases = self.selected().is_some_and(|person| person.open > 0);
        vec![
            (Action::ClerkCases, cases),
            (Action::ClerkHandOver, cases),
            (Action::ClerkStandIn, any),
            (Action::ClerkPrint, any),
            (Action::ClerkRoles, any),
            (Action::ClerkLeave, any),
            (Action::Help, true),
            (Action::Back, true),
        ]
    }

    /// Where one is in it.
    pub(crate) fn position(&self) -> String {
        match self.rows().len() {
            0 => String::new(),
            len => format!("{}/{len}", self.scroll.selected() + 1),
        }
    }

    /// Draws it; gives the place of the cursor.
    pub(crate) fn draw(&self, head: &Head, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.people.is_none() {
            put(screens::READING, area, buf, theme::PLAIN);
            return Some(Position::new(area.x, area.y));
        }
        let [id, name, open, roles, stand_in] = words::COLUMNS;
        let wide = if area.width >= 100 { 40 } else { 27 };
        let columns = [
            Column::fixed(id, 4),
            Column::fixed(name, 10),
            Column::fixed(open, 6),
            Column::filling(roles),
            Column::fixed(stand_in, wide),
        ];
        let table = Rect { height: area.height.saturating_sub(2), ..area };
        let height = TableView::page(table);
        let scroll = self.scroll.fit(self.rows().len(), height);
        let seen = || self.rows().iter().skip(scroll.first()).take(height);
        let cells: Vec<Vec<String>> = seen().map(|person| cells(person, head)).collect();
        let styles: Vec<Style> = seen().map(style).collect();
        let view = TableView::new(&columns, &cells).styles(&styles).selected(Some(scroll.row()));
        let cursor = draw_table(&view, table, buf);
        let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area }.intersection(area);
        put(words::FOOT, last, buf, theme::PLAIN);
        cursor.or(Some(Position::new(area.x, area.y)))
    }
}

fn cells(person: &Person, head: &Head) -> Vec<String> {
    let clerk = &person.clerk;
    let stand_ins = person.stand_ins.iter().map(|known| {
        words::stand_in(head.name_of(known.by), known.from, known.until, known.stands_on(head.today))
    });
    vec![
        clerk.id.0.to_string(),
        clerk.name.clone(),
        person.open.to_string(),
        words::roles(clerk.roles, clerk.is_here),
        stand_ins.collect::<Vec<_>>().join("、"),
    ]
}

/// Who has left is dim, unless there is something left to be handed over.
const fn style(person: &Person) -> Style {
    match (person.clerk.is_here, person.open) {
        (true, _) => theme::PLAIN,
        (false, 0) => theme::DISABLED,
        (false, _) => theme::WARN,
    }
}
