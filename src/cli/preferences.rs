//! What a clerk prefers: key map, theme, the width of ambiguous characters. From the command line, else from
//! `config.toml` and `keymap.toml` in the clerk's configuration folder; the site's `keymap.toml` lies below.

use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::Deserialize;

use super::args::Cli;
use super::failure::Failure;
use super::files::preferences;
use crate::terminal::{Ambiguous, Theme};
use crate::tui::keymap::{Keymap, KeymapFault, Preset};
use crate::words::cli as words;

/// Where the site's key map lies.
const SITE: &str = "/etc/gongkai/keymap.toml";
/// The name of the key map file of a clerk.
const KEYMAP: &str = "keymap.toml";
/// The name of the file of preferences.
const CONFIG: &str = "config.toml";

/// What a clerk prefers, and what is wrong with how that was said.
#[derive(Debug, Default)]
pub(super) struct Preferences {
    /// How the screen looks.
    pub(super) theme: Theme,
    /// How wide ambiguous characters are.
    pub(super) ambiguous: Ambiguous,
    /// Searches that are kept.
    pub(super) views: Vec<String>,
    preset: Preset,
    /// Files of keys, the last over all, with their text.
    files: Vec<(PathBuf, String)>,
    /// What could not be read.
    wrong: Vec<String>,
}

/// `config.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Config {
    keymap: Option<String>,
    theme: Option<String>,
    ambiguous: Option<String>,
    /// Kept searches, one a line.
    views: String,
}

impl Preferences {
    /// The preferences of this process: files that are not there are nothing, bad ones are named.
    ///
    /// # Errors
    /// A key map or theme on the command line that does not exist.
    pub(super) fn of(cli: &Cli) -> Result<Self, Failure> {
        let folder = etcetera::choose_base_strategy().ok().map(|base| base.config_dir().join("gongkai"));
        let mut all = Self::default();
        all.file(Path::new(SITE));
        if let Some(folder) = &folder {
            all.config(&folder.join(CONFIG));
            all.file(&folder.join(KEYMAP));
        }
        if let Some(named) = &cli.keymap {
            all.named(named)?;
        }
        if let Some(name) = &cli.theme {
            all.theme = Theme::of(name).ok_or_else(|| Failure::Usage(words::unknown_theme(name)))?;
        }
        Ok(all)
    }

    /// A key map of the program by its name, or a file.
    fn named(&mut self, named: &str) -> Result<(), Failure> {
        if let Some(preset) = Preset::of(named) {
            self.preset = preset;
            self.files.clear();
            return Ok(());
        }
        let path = PathBuf::from(named);
        let text = preferences(&path).map_err(|why| Failure::Refused(words::keymap_unread(named, &why)))?;
        let missing = || words::io(&std::io::ErrorKind::NotFound.into());
        let text = text.ok_or_else(|| Failure::Refused(words::keymap_unread(named, &missing())))?;
        self.files.push((path, text));
        Ok(())
    }

    fn file(&mut self, path: &Path) {
        match preferences(path) {
            Ok(text) => self.files.extend(text.map(|text| (path.to_owned(), text))),
            Err(why) => self.wrong.push(words::keymap_unread(&path.display().to_string(), &why)),
        }
    }

    fn config(&mut self, path: &Path) {
        let name = path.display().to_string();
        let text = match preferences(path) {
            Ok(Some(text)) => text,
            Ok(None) => return,
            Err(why) => return self.wrong.push(words::keymap_unread(&name, &why)),
        };
        let config: Config = match toml::from_str(&text) {
            Ok(config) => config,
            Err(error) => return self.wrong.push(words::config_unread(&name, error.message())),
        };
        self.views = config.views.lines().filter(|view| !view.trim().is_empty()).map(str::to_owned).collect();
        if let Some(keymap) = config.keymap {
            match Preset::of(&keymap) {
                Some(preset) => self.preset = preset,
                None => self.wrong.push(words::config_value(&name, "keymap", &keymap, words::PRESETS)),
            }
        }
        if let Some(theme) = config.theme {
            match Theme::of(&theme) {
                Some(theme) => self.theme = theme,
                None => self.wrong.push(words::config_value(&name, "theme", &theme, words::THEMES)),
            }
        }
        match config.ambiguous.as_deref() {
            None | Some("narrow") => {}
            Some("wide") => self.ambiguous = Ambiguous::Wide,
            Some(other) => {
                self.wrong.push(words::config_value(&name, "ambiguous", other, words::AMBIGUOUS));
            }
        }
    }

    /// What the keys mean, and everything that is wrong, each with its place.
    pub(super) fn keymap(&self) -> (Keymap, Vec<String>) {
        let texts: Vec<&str> = self.files.iter().map(|(_, text)| text.as_str()).collect();
        let (keymap, faults) = Keymap::layered(self.preset, &texts);
        let mut wrong = self.wrong.clone();
        for ((path, _), faults) in self.files.iter().zip(faults) {
            wrong.extend(faults.iter().map(|fault| named(path, fault)));
        }
        (keymap, wrong)
    }
}

impl Preferences {
    /// Which key map of the program.
    pub(super) const fn preset(&self) -> Preset {
        self.preset
    }

    /// The files of keys over it.
    pub(super) fn layers(&self) -> Vec<String> {
        self.files.iter().map(|(_, text)| text.clone()).collect()
    }
}

/// Writes a preference into `config.toml`, beside what stands there; the text says why it could not.
pub(super) fn remember(key: &str, value: &str) -> Result<(), String> {
    let base = etcetera::choose_base_strategy().map_err(|error| error.to_string())?;
    let folder = base.config_dir().join("gongkai");
    let path = folder.join(CONFIG);
    let text = preferences(&path)?.unwrap_or_default();
    let mut table: toml::Table = toml::from_str(&text).map_err(|error| error.message().to_owned())?;
    table.insert(key.to_owned(), toml::Value::String(value.to_owned()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    std::fs::write(&path, table.to_string()).map_err(|error| error.to_string())
}

/// A fault with its file and line.
pub(super) fn named(path: &Path, fault: &KeymapFault) -> String {
    format!("{}:{fault}", path.display())
}
