//! The key maps that come with the program, and files of the site and the clerk over one of them.

use super::fault::{Fault, KeymapFault};
use super::load;
use super::trie::Keymap;

/// A key map that comes with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Preset {
    /// Arrows, digits, function keys, and Ctrl as a second way to each.
    #[default]
    Default,
    /// The keys of vi over it.
    Vim,
    /// No function keys and no letters, for awkward clients.
    Plain,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Default, Self::Vim, Self::Plain];

    /// Its name in `extends`, on the command line and under `keymaps/`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::Vim => "vim",
            Self::Plain => "plain",
        }
    }

    /// The preset of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.name() == name)
    }

    /// The file.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Default => include_str!("../../../keymaps/default.toml"),
            Self::Vim => include_str!("../../../keymaps/vim.toml"),
            Self::Plain => include_str!("../../../keymaps/plain.toml"),
        }
    }
}

impl Keymap {
    /// A key map that comes with the program.
    pub fn preset(preset: Preset) -> Self {
        let built_in = Self::parse(Preset::Default.file()).0;
        match preset {
            Preset::Default => built_in,
            other => load::layer(&built_in, other.file()).0,
        }
    }

    /// The site's file, the clerk's own and one named on the command line: more are not looked at, which is said.
    const MOST_FILES: usize = 3;

    /// Files over a preset, one after the other, the last before all; each with what is wrong in it. The
    /// preset is the one that the last file with `extends` names, else `preset`.
    pub fn layered(preset: Preset, files: &[&str]) -> (Self, Vec<Vec<KeymapFault>>) {
        let (files, over) = files.split_at(files.len().min(Self::MOST_FILES));
        let base = files.iter().rev().find_map(|file| load::extends(file)).unwrap_or(preset);
        let mut keymap = Self::preset(base);
        let mut faults = Vec::new();
        for file in files {
            let (next, found) = load::layer(&keymap, file);
            keymap = next;
            faults.push(found);
        }
        if let Some(last) = faults.last_mut() {
            last.extend(load::unreachable(&keymap));
        }
        let what = Fault::TooManyFiles(Self::MOST_FILES);
        faults.extend(over.iter().map(|_| vec![KeymapFault { line: 0, what: what.clone() }]));
        (keymap, faults)
    }
}
