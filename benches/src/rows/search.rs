//! Searching as one types, beside LIKE over one column of the same texts.

use rusqlite::{Connection, params};

use super::lists::loaded;
use crate::Outcome;
use crate::measure::{Line, Times, ratio, time, timed};
use crate::office::Office;
use crate::peer::{COLUMNS, Listed};

const SHOWN: usize = 40;

/// What is typed: found everywhere, found now and then, found nowhere.
const WORDS: [(&str, &str); 4] = [
    ("in every case", "公章"),
    ("in few cases", "欧阳雨桐"),
    ("two words", "污水处理厂 审计报告"),
    ("in no case", "凿壁偷光"),
];

/// What is typed in letters: initials, whole syllables, a single letter, what is in no case.
const PINYIN: [(&str, &str); 6] = [
    ("one letter", "z"),
    ("initials", "oyyt"),
    ("syllables", "ouyang"),
    ("two words", "ws sjbg"),
    ("a condition and initials", "未结 oy"),
    ("in no case", "zbtg"),
];

/// Measures.
pub fn measure(office: &Office) -> Outcome<Vec<Line>> {
    let db = loaded(office)?;
    let opened = office.open()?;
    let (filling, _) = timed(|| Ok(opened.desk.find(WORDS[0].1, SHOWN)?))?;
    let what = format!("{:?}: the search index fills", office.size);
    let mut lines = vec![Line::new(what, "", time(filling))];
    let allowed = office.size.of([Some(16), Some(16), None]);
    for (name, words) in WORDS {
        let ours = Times::of(50, |_| Ok(opened.desk.find(words, SHOWN).map(drop)?))?;
        let theirs = Times::of(10, |_| like(&db, words))?;
        let ratio = ratio(ours.at(50), theirs.at(50));
        let mut line = Line::new(
            format!("{:?}: search for a text {name}", office.size),
            allowed.map_or_else(String::new, |allowed| format!("<= {allowed} ms a key; <= 0.2 x LIKE")),
            ours.words(),
        )
        .beside(format!("SQLite LIKE {}", theirs.words()), ratio);
        line.ok = allowed.map(|allowed| ours.at(99).as_millis() < allowed && ratio <= 0.2);
        lines.push(line);
    }
    for (name, words) in PINYIN {
        let ours = Times::of(50, |_| Ok(opened.desk.search(words, SHOWN).map(drop)?))?;
        let mut line = Line::new(
            format!("{:?}: search by pinyin {name}: {words}", office.size),
            allowed.map_or_else(String::new, |allowed| format!("<= {allowed} ms a key")),
            ours.words(),
        );
        line.ok = allowed.map(|allowed| ours.at(99).as_millis() < allowed);
        lines.push(line);
    }
    opened.close();
    Ok(lines)
}

fn like(db: &Connection, words: &str) -> Outcome<()> {
    let patterns: Vec<String> = words.split(' ').map(|word| format!("%{word}%")).collect();
    let (one, other) = (&patterns[0], patterns.last().unwrap_or(&patterns[0]));
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM rows WHERE id IN (
            SELECT id FROM texts WHERE text LIKE ?1 AND text LIKE ?2 ORDER BY id DESC LIMIT {SHOWN}
        ) ORDER BY id DESC"
    ))?;
    let found = statement.query_map(params![one, other], Listed::of)?;
    found.collect::<Result<Vec<_>, _>>()?;
    Ok(())
}
