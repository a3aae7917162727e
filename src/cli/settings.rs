//! `gongkai settings`: how the office reads the law where that is silent, and the terms it sets itself.

use serde_json::{Value, json};

use super::args::Settings;
use super::day::choice;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{DONE, notice};
use crate::request::{Readings, SettingKey};
use crate::words::cli as words;
use crate::words::request::setting;

/// Shows the settings, or changes one.
pub(super) fn run(args: &Settings, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let keys = SettingKey::ALL.into_iter().map(|key| (key.key(), key.label().to_owned()));
    let key = match &args.key {
        Some(word) => Some(choice("KEY", word, SettingKey::from_word(word.trim()), keys)?),
        None => None,
    };
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let Some((key, word)) = key.zip(args.value.as_deref()) else {
        let wanted: Vec<SettingKey> =
            SettingKey::ALL.into_iter().filter(|one| key.is_none_or(|key| key == *one)).collect();
        show(&wanted, desk.reckoning().readings, args.json, outlet)?;
        opened.close();
        return Ok(DONE);
    };
    let value = key.parse(word.trim()).ok_or_else(|| Failure::Usage(words::bad_setting(key, word)))?;
    let redated =
        if args.dry_run { desk.preview_reading(value)? } else { desk.set_reading(opened.clerk, value)? };
    if args.json {
        let mut whole = as_json(&[key], desk.reckoning().readings);
        if let Some(object) = whole.as_object_mut() {
            object.insert("dry_run".to_owned(), json!(args.dry_run));
            object.insert("moved".to_owned(), notice::moved(&redated));
        }
        outlet.json(&whole)?;
    } else {
        outlet.say(&words::setting_set(&setting(value), args.dry_run))?;
        notice::print_moved(&redated, args.dry_run, outlet)?;
    }
    opened.close();
    Ok(DONE)
}

fn show(keys: &[SettingKey], readings: Readings, json: bool, outlet: &mut Outlet) -> Result<(), Failure> {
    if json {
        return outlet.json(&as_json(keys, readings));
    }
    for key in keys {
        outlet.say(&words::setting_line(key.key(), &setting(readings.setting(*key))))?;
    }
    Ok(())
}

/// Each key with its value.
fn as_json(keys: &[SettingKey], readings: Readings) -> Value {
    let one = |key: &SettingKey| (key.key().to_owned(), json!(readings.setting(*key).value()));
    Value::Object(keys.iter().map(one).collect())
}
