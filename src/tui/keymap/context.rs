//! Where a key is pressed.

/// A part of the program with keys of its own; the name of a section in a key map file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Everywhere, after the innermost context had its turn.
    Global,
    /// The list of requests.
    List,
    /// The words of a search over the list; they take plain characters first.
    Search,
    /// One request with its timeline.
    Case,
    /// A form being filled in; its text fields take plain characters first.
    Form,
    /// The annual report of a year.
    Year,
    /// A text of the report being written; it takes plain characters, Enter and arrows first.
    Text,
    /// The carried-over requests in their three groups.
    Carry,
    /// The calendar.
    Calendar,
    /// The registers.
    Records,
    /// One record of a register.
    Record,
    /// The settings.
    Settings,
    /// The clerks.
    Clerks,
    /// The handbook.
    Handbook,
    /// A window over the screen: a menu, a question, an explanation.
    Popup,
}

impl Context {
    /// All contexts.
    pub const ALL: [Self; 15] = [
        Self::Global,
        Self::List,
        Self::Search,
        Self::Case,
        Self::Form,
        Self::Year,
        Self::Text,
        Self::Carry,
        Self::Calendar,
        Self::Records,
        Self::Record,
        Self::Settings,
        Self::Clerks,
        Self::Handbook,
        Self::Popup,
    ];

    /// Its name in a key map file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::List => "list",
            Self::Search => "search",
            Self::Case => "case",
            Self::Form => "form",
            Self::Year => "year",
            Self::Text => "text",
            Self::Carry => "carry",
            Self::Calendar => "calendar",
            Self::Records => "records",
            Self::Record => "record",
            Self::Settings => "settings",
            Self::Clerks => "clerks",
            Self::Handbook => "handbook",
            Self::Popup => "popup",
        }
    }

    /// The context of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }
}
