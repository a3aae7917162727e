//! `gongkai keymap`: the keys in force, what is wrong with a file of keys, and which key a terminal sends.

use std::path::Path;
use std::sync::mpsc;

use serde_json::{Value, json};

use super::DONE;
use super::args::{Cli, Keymap as Args, KeymapShow, KeymapSub};
use super::failure::Failure;
use super::files::preferences;
use super::outlet::Outlet;
use super::preferences::{Preferences, named};
use crate::terminal::{self, Event, Guard, HOLD_SSH, Key, KeyPress};
use crate::text::pad;
use crate::tui::keymap::{Action, Context, Keymap, Preset, print_keys};
use crate::words;

/// Shows, checks or probes.
pub(super) fn run(args: &Args, cli: &Cli, outlet: &mut Outlet) -> Result<u8, Failure> {
    match &args.sub {
        KeymapSub::Show(args) => show(args, cli, outlet),
        KeymapSub::Check(file) => check(&file.file, outlet),
        KeymapSub::Probe => probe(cli, outlet),
    }
}

fn show(args: &KeymapShow, cli: &Cli, outlet: &mut Outlet) -> Result<u8, Failure> {
    let (keymap, wrong) = Preferences::of(cli)?.keymap();
    for wrong in &wrong {
        outlet.warn(wrong)?;
    }
    if args.json {
        outlet.json(&Context::ALL.into_iter().flat_map(|context| rows(&keymap, context)).collect())?;
        return Ok(DONE);
    }
    if args.markdown {
        outlet.say(&markdown(&keymap))?;
        return Ok(DONE);
    }
    for context in Context::ALL {
        outlet.say(&format!("[{}] {}", context.name(), words::tui::keys::context(context.name())))?;
        for (keys, action) in grouped(&keymap, context) {
            let keys = pad(&keys.join(" "), 22);
            outlet.say(&format!("  {keys} {} {}", pad(action.name(), 26), action.text()))?;
        }
    }
    Ok(DONE)
}

/// The actions of a context, each with all its keys.
fn grouped(keymap: &Keymap, context: Context) -> Vec<(Vec<String>, Action)> {
    let mut all: Vec<(Vec<String>, Action)> = Vec::new();
    for (keys, action) in keymap.rows(context) {
        let keys = print_keys(&keys);
        match all.iter_mut().find(|(_, own)| *own == action) {
            Some((known, _)) => known.push(keys),
            None => all.push((vec![keys], action)),
        }
    }
    all
}

/// A table of all places; what only moves is left out.
fn markdown(keymap: &Keymap) -> String {
    let mut table = words::cli::KEYMAP_HEAD.to_owned();
    for context in Context::ALL {
        let place = words::tui::keys::context(context.name());
        for (keys, action) in grouped(keymap, context) {
            if action.group().prefix() != "move" {
                let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
                table.push_str(&format!("\n| {place} | {} | {} |", keys.join(" "), action.text()));
            }
        }
    }
    table
}

fn rows(keymap: &Keymap, context: Context) -> Vec<Value> {
    let row = |(keys, action): (Vec<String>, Action)| json!({ "context": context.name(), "keys": keys, "action": action.name(), "text": action.text() });
    grouped(keymap, context).into_iter().map(row).collect()
}

fn check(file: &Path, outlet: &mut Outlet) -> Result<u8, Failure> {
    let refused =
        |why: String| Failure::Refused(words::cli::keymap_unread(&file.display().to_string(), &why));
    let text = preferences(file).map_err(refused)?;
    let missing = || refused(words::cli::io(&std::io::ErrorKind::NotFound.into()));
    let text = text.ok_or_else(missing)?;
    let (_, faults) = Keymap::layered(Preset::Default, &[&text]);
    let faults: Vec<String> = faults.into_iter().flatten().map(|fault| named(file, &fault)).collect();
    for fault in &faults {
        outlet.say(fault)?;
    }
    if faults.is_empty() {
        outlet.say(words::cli::KEYMAP_SOUND)?;
        return Ok(DONE);
    }
    Err(Failure::Refused(words::cli::keymap_faults(faults.len())))
}

/// Says of each key what came and what it means, until Esc is pressed twice.
fn probe(cli: &Cli, outlet: &mut Outlet) -> Result<u8, Failure> {
    let no_terminal = |_| Failure::Usage(words::cli::NO_TERMINAL.to_owned());
    if !outlet.is_terminal {
        return Err(Failure::Usage(words::cli::NO_TERMINAL.to_owned()));
    }
    let (keymap, _) = Preferences::of(cli)?.keymap();
    let (sender, events) = mpsc::channel::<Event>();
    let _guard = Guard::enter().map_err(no_terminal)?;
    let farewell = terminal::listen(HOLD_SSH, move |event| sender.send(event).is_ok())?;
    let say = |line: &str| terminal::write_all(format!("{line}\r\n").as_bytes());
    say(words::cli::PROBE);
    let mut before = None;
    for event in events {
        match event {
            Event::Key(press) => {
                say(&words::cli::probed(&print_keys(&[press]), &meanings(&keymap, press)));
                if press == KeyPress::plain(Key::Esc) && before == Some(press) {
                    break;
                }
                before = Some(press);
            }
            Event::Paste(text) => _ = say(&words::cli::probed_paste(text.chars().count())),
            Event::Resize(columns, rows) => _ = say(&words::cli::probed_size(columns, rows)),
            Event::Hangup | Event::Terminate => {
                farewell.saved();
                break;
            }
            Event::Suspend | Event::Resumed => {}
        }
    }
    Ok(DONE)
}

/// What a key means in each place.
fn meanings(keymap: &Keymap, press: KeyPress) -> Vec<String> {
    let means = |context: Context| match keymap.find(&[context], &[press]) {
        crate::tui::keymap::Found::Action(action) => {
            Some(format!("{}：{}", words::tui::keys::context(context.name()), action.label()))
        }
        _ => None,
    };
    Context::ALL.into_iter().filter_map(means).collect()
}
