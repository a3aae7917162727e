//! Where a key is pressed.

/// A part of the program with keys of its own; the name of a section in a key map file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// Everywhere, after the innermost context had its turn.
    Global,
    /// The list of requests.
    List,
    /// One request with its timeline.
    Case,
    /// A form being filled in; its text fields take plain characters first.
    Form,
    /// The tables of a year.
    Year,
    /// The carried-over requests in their three groups.
    Carry,
    /// The calendar.
    Calendar,
    /// The registers.
    Records,
    /// One record of a register.
    Record,
    /// A window over the screen: a menu, a question, an explanation.
    Popup,
}

impl Context {
    /// All contexts.
    pub const ALL: [Self; 10] = [
        Self::Global,
        Self::List,
        Self::Case,
        Self::Form,
        Self::Year,
        Self::Carry,
        Self::Calendar,
        Self::Records,
        Self::Record,
        Self::Popup,
    ];

    /// Its name in a key map file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Global => "global",
            Self::List => "list",
            Self::Case => "case",
            Self::Form => "form",
            Self::Year => "year",
            Self::Carry => "carry",
            Self::Calendar => "calendar",
            Self::Records => "records",
            Self::Record => "record",
            Self::Popup => "popup",
        }
    }

    /// The context of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|context| context.name() == name)
    }
}
