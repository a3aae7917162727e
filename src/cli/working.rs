//! `gongkai report --working`: the working figures of a period, for monitoring returns.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::{Value, json};

use super::DONE;
use super::args;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use crate::calendar::format_iso;
use crate::desk::{Figure, Figures, GroupFigures, Working};
use crate::request::Channel;
use crate::words::cli::working::{table, tenths};

/// Prints the figures of the days of a period, both counted.
pub(super) fn run(
    args: &args::Report,
    (from, to): (Date, Date),
    invocation: &Invocation,
    outlet: &mut Outlet,
) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let organ = opened.desk.organ_of(args.organ.as_deref())?;
    let working = opened.desk.working(from, to, organ)?;
    opened.close();
    if args.json {
        outlet.json(&as_json(&working))?;
    } else {
        outlet.say(&table(&working))?;
    }
    Ok(DONE)
}

/// The working figures with English keys; 本期 is `period`, 累计 is `so_far`.
fn as_json(working: &Working) -> Value {
    let pair = |value: &dyn Fn(&Figures) -> Value| json!({ "period": value(&working.this), "so_far": value(&working.so_far) });
    let mut all = serde_json::Map::new();
    let (from, to) = working.period;
    all.insert("organ".to_owned(), json!(working.organ));
    for (key, on) in [("from", from), ("to", to), ("since", working.since)] {
        all.insert(key.to_owned(), json!(format_iso(on)));
    }
    for figure in Figure::ALL {
        all.insert(figure.key().to_owned(), pair(&|figures| json!(figures.count(figure))));
    }
    let mean = |figures: &Figures| json!(figures.mean_tenths().map(tenths));
    all.insert("mean_working_days".to_owned(), pair(&mean));
    let channel = |channel: Channel| {
        let received = pair(&|figures| json!(figures.channel(channel)));
        json!({ "key": channel.key(), "label": channel.label(), "received": received })
    };
    all.insert("channels".to_owned(), Channel::ALL.map(channel).into_iter().collect());
    let group = |key: &str, name: &String, groups: fn(&Figures) -> &BTreeMap<String, GroupFigures>| {
        let of = |value: fn(&GroupFigures) -> u64| {
            pair(&|figures| json!(groups(figures).get(name).map(value).unwrap_or_default()))
        };
        json!({
            key: name,
            "received": of(|group| group.received),
            "concluded": of(|group| group.concluded),
            "answered_late": of(|group| group.late),
        })
    };
    let units = working.units().into_iter().map(|name| group("unit", name, |figures| &figures.units));
    all.insert("units".to_owned(), units.collect());
    let topics = working.topics().into_iter().map(|name| group("topic", name, |figures| &figures.topics));
    all.insert("topics".to_owned(), topics.collect());
    Value::Object(all)
}
