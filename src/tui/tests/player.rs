//! A clerk who types: a session over a practice office in a temporary folder.

use jiff::civil::Date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::desk::Founding;
use crate::host::{Home, Opened};
use crate::terminal::{Caps, Event, KeyPress};
use crate::tui::Preferred;
use crate::tui::Seat;
use crate::tui::keymap::{Keymap, parse_keys};
use crate::tui::paint::{Painter, hidden_content, screen_text};
use crate::tui::session::{Attached, Incoming, Session, Start, Window};
use crate::tui::view::view;

/// The windows that every screen must survive.
const SIZES: [(u16, u16); 6] = [(80, 24), (120, 40), (60, 16), (20, 5), (1, 1), (0, 0)];

/// A clerk at a terminal of 80 x 24.
pub(super) struct Player<'s, 'f> {
    session: &'s mut Session<'f, Opened>,
    /// What went to the terminal beside frames.
    beside: Vec<u8>,
    /// Keys pressed so far, words typed not among them.
    pressed: usize,
}

fn uid() -> u32 {
    rustix::process::getuid().as_raw()
}

fn founding() -> Founding {
    Founding {
        organ: "扬州市生态环境局".into(),
        prefix: String::new(),
        practice: true,
        uid: uid(),
        clerk: "王敏".into(),
    }
}

/// A clerk in an office that was made before.
pub(super) fn play(today: Date, script: impl FnOnce(&mut Player<'_, '_>)) {
    Place::new().play(today, script);
}

/// An office that outlives a session.
pub(super) struct Place(tempfile::TempDir);

impl Place {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Home::at(folder.path()).found(&founding()).unwrap();
        Self(folder)
    }

    /// A session in it. It ends as a process that is killed: nothing more is done for its sake.
    pub(super) fn play(&self, today: Date, script: impl FnOnce(&mut Player<'_, '_>)) {
        let seat = Home::at(self.0.path()).open(uid(), Some(today), &mut |_| true).unwrap();
        with(Some(seat), &mut |_: &Founding| Err("there is one".into()), script);
    }

    /// The files of the clerk's drafts by name, with what stands in them.
    pub(super) fn drafts(&self) -> Vec<(String, Vec<u8>)> {
        let folder = self.0.path().join("data/clerks/1");
        let files = std::fs::read_dir(folder).map(Iterator::flatten).into_iter().flatten();
        let mut files: Vec<_> = files
            .map(|file| (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap()))
            .collect();
        files.sort();
        files
    }

    /// Puts these bytes in the place of a file of the clerk's.
    pub(super) fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.0.path().join("data/clerks/1").join(name), bytes).unwrap();
    }
}

/// A clerk in an office that answers for another organ too.
pub(super) fn play_for_two(today: Date, other: &str, script: impl FnOnce(&mut Player<'_, '_>)) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    home.found(&founding()).unwrap();
    let seat = home.open(uid(), Some(today), &mut |_| true).unwrap();
    let _ = seat.desk().add_organ(seat.clerk(), other, "").unwrap();
    with(Some(seat), &mut |_: &Founding| Err("there is one".into()), script);
}

/// A clerk before there is an office.
pub(super) fn first_run(today: Date, script: impl FnOnce(&mut Player<'_, '_>)) {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::at(folder.path());
    let mut found = |founding: &Founding| {
        home.found(founding).map_err(|error| error.to_string())?;
        let today = Some(today).filter(|_| founding.practice);
        home.open(founding.uid, today, &mut |_| true).map_err(|error| error.to_string())
    };
    with(None, &mut found, script);
}

fn with(
    seat: Option<Opened>,
    found: &mut dyn FnMut(&Founding) -> Result<Opened, String>,
    script: impl FnOnce(&mut Player<'_, '_>),
) {
    let start = Start {
        seat,
        found,
        uid: uid(),
        name: "wangmin",
        window: Window {
            size: (80, 24),
            caps: Caps::default(),
            keymap: Keymap::built_in(),
            own: Preferred::default(),
            layers: Vec::new(),
            views: Vec::new(),
            wrong: None,
        },
        tour: false,
        remember: &mut |_, _| Ok(()),
        day_is_set: true,
    };
    let mut session = Session::new(start);
    script(&mut Player { session: &mut session, beside: Vec::new(), pressed: 0 });
    session.backend.seat.take().unwrap().close();
}

impl Player<'_, '_> {
    /// Presses keys by their names, and looks at every size of window after each.
    pub(super) fn press(&mut self, keys: &str) -> &mut Self {
        for key in parse_keys(keys).unwrap() {
            self.pressed += 1;
            self.event(Event::Key(key));
        }
        self
    }

    /// Types a text, character by character.
    pub(super) fn types(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            self.event(Event::Key(KeyPress::char(c)));
        }
        self
    }

    pub(super) fn event(&mut self, event: Event) -> &mut Self {
        let beside = &mut self.beside;
        self.session.take(event, &mut |bytes: &[u8]| beside.extend_from_slice(bytes));
        self.session.settle();
        self.sound();
        self
    }

    /// Presses keys and dies before the frame that would follow.
    pub(super) fn press_last(&mut self, keys: &str) -> &mut Self {
        for key in parse_keys(keys).unwrap() {
            self.session.take(Event::Key(key), &mut |_: &[u8]| {});
        }
        self
    }

    /// The clerk pauses: what is half-typed is kept.
    pub(super) fn pause(&mut self) -> &mut Self {
        self.session.keep();
        self
    }

    /// The window as the clerk reads it.
    pub(super) fn screen(&self) -> String {
        screen_text(&self.drawn(80, 24))
    }

    /// The same at another size.
    pub(super) fn screen_of(&self, width: u16, height: u16) -> String {
        screen_text(&self.drawn(width, height))
    }

    /// A line of the window that holds these words.
    pub(super) fn line(&self, words: &str) -> String {
        let screen = self.screen();
        let found = screen.lines().find(|line| line.contains(words));
        found
            .unwrap_or_else(|| {
                panic!(
                    "no line holds {words:?}:
{screen}"
                )
            })
            .to_owned()
    }

    /// The message, which may take several lines.
    pub(super) fn message(&self) -> String {
        self.session.model.message.as_ref().map(crate::tui::widgets::Message::line).unwrap_or_default()
    }

    /// What somebody else does at the same desk in the meantime.
    pub(super) fn meanwhile(&mut self, act: impl FnOnce(&crate::desk::Desk)) -> &mut Self {
        act(self.session.backend.seat.as_ref().unwrap().desk());
        self
    }

    /// Others have written, so often.
    pub(super) fn told_of_changes(&mut self, times: usize) -> &mut Self {
        let mut beside = |_: &[u8]| {};
        for _ in 0..times {
            self.session.receive(Incoming::Changed, &mut beside);
        }
        self.session.follow(&mut beside);
        self.sound();
        self
    }

    /// The clerk is back at a terminal of this size.
    pub(super) fn attached(&mut self, size: (u16, u16), said: &str) -> &mut Self {
        let attached = Attached { size, caps: Caps::default(), said: said.to_owned(), others: false };
        self.session.receive(Incoming::Attached(Box::new(attached)), &mut |_: &[u8]| {});
        self
    }

    pub(super) fn has_ended(&self) -> bool {
        self.session.ended
    }

    /// Keys pressed so far, words typed not among them.
    pub(super) fn pressed(&self) -> usize {
        self.pressed
    }

    /// What was put into the clipboard since the last look.
    pub(super) fn copied(&mut self) -> Vec<String> {
        use base64::Engine;
        let bytes = std::mem::take(&mut self.beside);
        let text = String::from_utf8(bytes).unwrap();
        let parts = text.split("\u{1b}]52;c;").filter_map(|part| part.strip_suffix('\u{7}'));
        let decode = |part: &str| base64::engine::general_purpose::STANDARD.decode(part).unwrap();
        parts.map(|part| String::from_utf8(decode(part)).unwrap()).collect()
    }

    /// Bytes of the next frame.
    pub(super) fn frame(&mut self) -> usize {
        let mut bytes = 0;
        self.session.draw(&mut |painted: &[u8]| bytes += painted.len());
        bytes
    }

    /// Bytes of the whole screen, as for a terminal that has just come.
    pub(super) fn first_frame(&mut self) -> usize {
        self.event(Event::Resumed).frame()
    }

    /// What a painter makes of the screen.
    pub(super) fn painted_by(&self, painter: &mut Painter) -> Vec<u8> {
        painter.draw(|frame| {
            let area = frame.area();
            if let Some(cursor) = view(&self.session.model, area, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })
    }

    fn drawn(&self, width: u16, height: u16) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let cursor = view(&self.session.model, buf.area, &mut buf);
        if !buf.area.is_empty() {
            assert!(cursor.is_some_and(|at| buf.area.contains(at)), "the cursor is somewhere in the window");
        }
        buf
    }

    /// No glyph is cut and nothing is hidden behind one, whatever the window.
    fn sound(&self) {
        for (width, height) in SIZES {
            let buf = self.drawn(width, height);
            assert!(hidden_content(&buf).is_empty(), "{width}x{height}:\n{}", screen_text(&buf));
        }
    }
}
