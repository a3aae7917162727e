//! What a terminal can show, judged by environment values alone.

use std::time::Duration;

use super::{HOLD_LOCAL, HOLD_SSH};

/// The environment variables that matter, passed in so that nothing here reads the environment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Env {
    /// `LC_ALL`.
    pub lc_all: Option<String>,
    /// `LC_CTYPE`.
    pub lc_ctype: Option<String>,
    /// `LANG`.
    pub lang: Option<String>,
    /// `TERM`.
    pub term: Option<String>,
    /// `NO_COLOR`: no colour if present and not empty.
    pub no_color: Option<String>,
    /// `SSH_CONNECTION`; not `SSH_TTY`, which tmux keeps in its panes.
    pub ssh_connection: Option<String>,
    /// `ESCDELAY`, as ncurses has it: milliseconds after which an escape is the key by itself.
    pub esc_delay: Option<String>,
}

/// How wide the terminal draws characters of East Asian Ambiguous width (box lines, quotes, dashes).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ambiguous {
    /// One column; the usual case.
    #[default]
    Narrow,
    /// Two columns (a setting of many clients).
    Wide,
}

/// How the screen looks; no meaning lies in a colour alone in any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Colours that can be read on dark and on light grounds.
    #[default]
    Default,
    /// Darker colours, for light grounds.
    Light,
    /// 高对比: nothing dim, what matters reversed or underlined.
    Contrast,
    /// No colours; also under `NO_COLOR`.
    Mono,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Default, Self::Light, Self::Contrast, Self::Mono];

    /// Its name on the command line and in the clerk's file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// What the painter and the loop may count on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caps {
    /// The locale says UTF-8; if not, the program explains instead of painting rubbish.
    pub utf8: bool,
    /// How the screen looks: what the clerk says, but [`Theme::Mono`] where the environment wants no colours.
    pub theme: Theme,
    /// The clerk comes over SSH: keys arrive torn, the painter has less room.
    pub ssh: bool,
    /// How long an escape is held for the rest of a torn key.
    pub hold: Duration,
    /// The terminal cannot move its cursor: use the subcommands.
    pub dumb: bool,
    /// A setting of the clerk; the environment does not tell.
    pub ambiguous: Ambiguous,
}

impl Default for Caps {
    /// A local UTF-8 terminal with colours.
    fn default() -> Self {
        Self {
            utf8: true,
            theme: Theme::Default,
            ssh: false,
            hold: HOLD_LOCAL,
            dumb: false,
            ambiguous: Ambiguous::Narrow,
        }
    }
}

impl Caps {
    /// Judges by the environment. An unset or empty locale means the C locale, hence no UTF-8.
    ///
    /// ```
    /// use gongkai::terminal::{Caps, Env};
    /// let env = Env { lang: Some("zh_CN.GB18030".into()), term: Some("xterm".into()), ..Env::default() };
    /// assert!(!Caps::of(&env).utf8);
    /// ```
    pub fn of(env: &Env) -> Self {
        let ssh = set(env.ssh_connection.as_ref()).is_some();
        let dumb = matches!(set(env.term.as_ref()), None | Some("dumb"));
        Self {
            utf8: locale(env).is_some_and(is_utf8),
            theme: if dumb || set(env.no_color.as_ref()).is_some() { Theme::Mono } else { Theme::Default },
            ssh,
            hold: hold(env).unwrap_or(if ssh { HOLD_SSH } else { HOLD_LOCAL }),
            dumb,
            ambiguous: Ambiguous::Narrow,
        }
    }

    /// The same terminal with the clerk's theme; where the environment wants no colours, it stays without.
    #[must_use]
    pub fn with_theme(self, theme: Theme) -> Self {
        let keeps = self.theme == Theme::Mono && theme != Theme::Contrast;
        Self { theme: if keeps { self.theme } else { theme }, ..self }
    }

    /// The same terminal with the clerk's answer to the ruler question.
    #[must_use]
    pub const fn with_ambiguous(self, ambiguous: Ambiguous) -> Self {
        Self { ambiguous, ..self }
    }
}

/// The clerk's own hold; beyond two seconds nobody would wait for an escape.
fn hold(env: &Env) -> Option<Duration> {
    let delay: u64 = set(env.esc_delay.as_ref())?.trim().parse().ok()?;
    (1..=2_000).contains(&delay).then(|| Duration::from_millis(delay))
}

fn set(value: Option<&String>) -> Option<&str> {
    value.map(String::as_str).filter(|v| !v.is_empty())
}

/// The locale in force for characters: the first one set, in the order of POSIX.
fn locale(env: &Env) -> Option<&str> {
    [&env.lc_all, &env.lc_ctype, &env.lang].into_iter().find_map(|v| set(v.as_ref()))
}

fn is_utf8(locale: &str) -> bool {
    let folded: String = locale.chars().filter(char::is_ascii_alphanumeric).collect();
    folded.to_ascii_lowercase().contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn env(pairs: &[(&str, &str)]) -> Env {
        let get = |name: &str| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        Env {
            lc_all: get("LC_ALL"),
            lc_ctype: get("LC_CTYPE"),
            lang: get("LANG"),
            term: get("TERM").or_else(|| Some("xterm-256color".into())),
            no_color: get("NO_COLOR"),
            ssh_connection: get("SSH_CONNECTION"),
            esc_delay: get("ESCDELAY"),
        }
    }

    #[test]
    fn an_escape_is_held_longer_over_ssh_and_as_long_as_the_clerk_says() {
        let hold = |pairs: &[(&str, &str)]| Caps::of(&env(pairs)).hold;
        assert_eq!(hold(&[]), HOLD_LOCAL);
        assert_eq!(hold(&[("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")]), HOLD_SSH);
        assert_eq!(hold(&[("ESCDELAY", "400")]), Duration::from_millis(400));
        for odd in ["0", "-1", "60000", "soon", ""] {
            assert_eq!(hold(&[("ESCDELAY", odd)]), HOLD_LOCAL, "{odd}");
        }
    }

    #[test]
    fn the_first_locale_that_is_set_decides() {
        assert!(Caps::of(&env(&[("LANG", "zh_CN.UTF-8")])).utf8);
        assert!(Caps::of(&env(&[("LANG", "zh_CN.utf8")])).utf8);
        assert!(!Caps::of(&env(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "C")])).utf8);
        assert!(Caps::of(&env(&[("LANG", "zh_CN.GB18030"), ("LC_CTYPE", "C.UTF-8")])).utf8);
        assert!(Caps::of(&env(&[("LC_ALL", ""), ("LANG", "en_US.UTF-8")])).utf8);
        assert!(!Caps::of(&env(&[])).utf8);
    }

    #[test]
    fn no_color_counts_only_when_it_is_not_empty() {
        assert!(Caps::of(&env(&[("NO_COLOR", "")])).theme != Theme::Mono);
        assert!(Caps::of(&env(&[("NO_COLOR", "1")])).theme == Theme::Mono);
    }

    #[test]
    fn a_terminal_without_a_name_is_taken_for_dumb() {
        assert!(Caps::of(&Env::default()).dumb);
        assert!(Caps::of(&env(&[("TERM", "dumb")])).dumb);
        assert!(Caps::of(&env(&[("TERM", "dumb")])).theme == Theme::Mono);
    }

    #[test]
    fn ssh_is_seen_by_its_connection() {
        assert!(Caps::of(&env(&[("SSH_CONNECTION", "10.0.0.1 5 10.0.0.2 22")])).ssh);
        assert!(!Caps::of(&env(&[])).ssh);
    }
}
