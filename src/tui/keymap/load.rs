//! Reading a key map file: bad rows are dropped one by one and named, the rest lives.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::actions::Action;
use super::chord::{BadKey, parse_as_written, print_keys};
use super::context::Context;
use super::fault::{Fault, KeymapFault, nearest};
use super::preset::Preset;
use super::reserved::{is_letter, reserved};
use super::trie::{Clash, Keymap};
use crate::terminal::KeyPress;

/// A longer file is no key map, in bytes: ours have ten thousand. Every fault looks for its line, so that
/// time grows with the square of the length.
pub(super) const LARGEST: usize = 64 << 10;
/// Nobody presses more keys for one action, and the trie is as deep as its longest sequence.
const LONGEST: usize = 8;

/// A row as written: sequences of keys and what they shall mean; nothing means "unbind".
struct Row {
    line: usize,
    context: Context,
    keys: Vec<Vec<KeyPress>>,
    action: Option<Action>,
}

/// The rows of a file over a key map.
pub(super) fn layer(base: &Keymap, file: &str) -> (Keymap, Vec<KeymapFault>) {
    if file.len() > LARGEST {
        return (base.clone(), vec![KeymapFault { line: 0, what: Fault::TooLarge(LARGEST) }]);
    }
    let (rows, mut faults) = read(file);
    // The file's own rows first, so that its keys come before those of the base.
    let mut keymap = Keymap::default();
    for row in &rows {
        for keys in &row.keys {
            bind(&mut keymap, row, keys, &mut faults);
        }
    }
    let mut rest = base.clone();
    for row in &rows {
        for keys in &row.keys {
            rest.unbind(row.context, keys);
        }
    }
    for context in Context::ALL {
        for (keys, action) in rest.rows(context) {
            // Cannot clash: whatever the file names was taken out of the base.
            _ = keymap.bind(context, &keys, action);
        }
    }
    faults.sort_by_key(|fault| fault.line);
    (keymap, faults)
}

/// Actions without a key, or with letters alone. A step needs neither: the menu of steps has them all.
pub(super) fn unreachable(keymap: &Keymap) -> Vec<KeymapFault> {
    let rows: Vec<_> = Context::ALL.into_iter().flat_map(|context| keymap.rows(context)).collect();
    let mut faults = Vec::new();
    for action in Action::ALL.iter().copied().filter(|action| !action.is_step()) {
        let mut keys = rows.iter().filter(|(_, meant)| *meant == action).map(|(keys, _)| keys).peekable();
        if keys.peek().is_none() {
            faults.push(KeymapFault { line: 0, what: Fault::NoKey(action) });
        } else if keys.all(|keys| keys.iter().any(|press| is_letter(*press))) {
            faults.push(KeymapFault { line: 0, what: Fault::LettersOnly(action) });
        }
    }
    faults
}

fn bind(keymap: &mut Keymap, row: &Row, keys: &[KeyPress], faults: &mut Vec<KeymapFault>) {
    let Some(action) = row.action else { return };
    let clash = match keymap.bind(row.context, keys, action) {
        Ok(()) => return,
        Err(Clash::Taken(taken)) => Fault::Duplicate(print_keys(keys), taken),
        Err(Clash::Prefix) => Fault::Shadowed(print_keys(keys)),
    };
    faults.push(KeymapFault { line: row.line, what: clash });
}

/// The name of the preset that a file builds on.
const EXTENDS: &str = "extends";

/// The preset that a file builds on, where it names one that exists.
pub(super) fn extends(file: &str) -> Option<Preset> {
    if file.len() > LARGEST {
        return None;
    }
    let (table, _) = DeTable::parse_recoverable(file);
    Preset::of(table.get_ref().get(EXTENDS)?.get_ref().as_str()?)
}

fn read(file: &str) -> (Vec<Row>, Vec<KeymapFault>) {
    let mut reader = Reader { file, rows: Vec::new(), faults: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(file);
    for error in errors {
        let at = error.span().unwrap_or_default();
        reader.fault(&at, Fault::NotToml(error.message().to_owned()));
    }
    for (name, section) in table.get_ref() {
        reader.section(name, section);
    }
    (reader.rows, reader.faults)
}

struct Reader<'f> {
    file: &'f str,
    rows: Vec<Row>,
    faults: Vec<KeymapFault>,
}

impl Reader<'_> {
    fn section(&mut self, name: &Spanned<std::borrow::Cow<'_, str>>, section: &Spanned<DeValue<'_>>) {
        if name.get_ref() == EXTENDS {
            let written = section.get_ref().as_str().unwrap_or_default();
            if Preset::of(written).is_none() {
                let near = nearest(written, Preset::ALL.into_iter().map(Preset::name));
                self.fault(&section.span(), Fault::UnknownPreset(written.to_owned(), near));
            }
            return;
        }
        let Some(context) = Context::of(name.get_ref()) else {
            let near = nearest(name.get_ref(), Context::ALL.into_iter().map(Context::name));
            self.fault(&name.span(), Fault::UnknownContext(name.get_ref().to_string(), near));
            return;
        };
        let Some(rows) = section.get_ref().as_array() else {
            self.fault(&section.span(), Fault::BadRow);
            return;
        };
        for row in rows {
            match self.row(context, row) {
                Ok(read) => self.rows.extend(read),
                Err(fault) => self.fault(&row.span(), fault),
            }
        }
    }

    fn row(&mut self, context: Context, row: &Spanned<DeValue<'_>>) -> Result<Option<Row>, Fault> {
        let table = row.get_ref().as_table().ok_or(Fault::BadRow)?;
        let (Some(on), Some(run)) =
            (table.get("on"), table.get("run").and_then(|run| run.get_ref().as_str()))
        else {
            return Err(Fault::BadRow);
        };
        if table.len() != 2 {
            return Err(Fault::BadRow);
        }
        let action = match run {
            "none" => None,
            name => Some(Action::of(name).ok_or_else(|| unknown_action(name))?),
        };
        let mut keys = Vec::new();
        for text in spellings(on.get_ref())? {
            match readable(text, action) {
                Ok(sequence) => keys.push(sequence),
                // Of several keys in a row, the good ones live.
                Err(fault) => self.fault(&on.span(), fault),
            }
        }
        let line = line_of(self.file, row.span().start);
        Ok((!keys.is_empty()).then_some(Row { line, context, keys, action }))
    }

    fn fault(&mut self, at: &Range<usize>, what: Fault) {
        self.faults.push(KeymapFault { line: line_of(self.file, at.start), what });
    }
}

/// `on` is one sequence or a list of them.
fn spellings<'v>(on: &'v DeValue<'_>) -> Result<Vec<&'v str>, Fault> {
    if let Some(one) = on.as_str() {
        return Ok(vec![one]);
    }
    let list = on.as_array().ok_or(Fault::BadRow)?;
    list.iter().map(|text| text.get_ref().as_str().ok_or(Fault::BadRow)).collect()
}

fn readable(text: &str, action: Option<Action>) -> Result<Vec<KeyPress>, Fault> {
    let keys = parse_as_written(text).map_err(|BadKey(part)| Fault::BadKey(part))?;
    if keys.len() > LONGEST {
        return Err(Fault::TooManyKeys(LONGEST));
    }
    let why = action.and_then(|action| keys.iter().find_map(|press| reserved(*press, action)));
    match why {
        Some(why) => Err(Fault::Reserved(print_keys(&keys), why)),
        None => Ok(keys.into_iter().map(KeyPress::canonical).collect()),
    }
}

fn unknown_action(name: &str) -> Fault {
    Fault::UnknownAction(name.to_owned(), nearest(name, Action::ALL.iter().map(|action| action.name())))
}

fn line_of(file: &str, offset: usize) -> usize {
    file.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
