//! `gongkai help`: the page of a command, or the list of everything that is refused.

use clap::CommandFactory;
use serde_json::{Value, json};

use super::DONE;
use super::args::{Cli, Help};
use super::failure::Failure;
use super::outlet::Outlet;
use crate::desk::DeskRule;
use crate::records::RecordRule;
use crate::request::RefusalRule;
use crate::text::{pad, wrap};
use crate::words;
use crate::words::request::RuleWords;

/// What `help` has beside the pages of commands.
const REFUSALS: &str = "refusals";

/// Prints what is asked for.
pub(super) fn run(args: &Help, outlet: &mut Outlet) -> Result<u8, Failure> {
    match args.topic.as_slice() {
        [topic] if topic == REFUSALS && args.json => outlet.json(&rows().iter().map(Row::json).collect())?,
        [topic] if topic == REFUSALS => outlet.say(&table(&rows()))?,
        _ if args.json => return Err(Failure::Usage(words::cli::JSON_OF_REFUSALS.to_owned())),
        topic => page(topic, outlet)?,
    }
    Ok(DONE)
}

/// The page that `gongkai TOPIC --help` shows.
fn page(topic: &[String], outlet: &mut Outlet) -> Result<(), Failure> {
    let asked = ["gongkai"].into_iter().chain(topic.iter().map(String::as_str)).chain(["--help"]);
    match Cli::command().try_get_matches_from(asked) {
        Err(error) if error.use_stderr() => Err(Failure::Usage(words::cli::usage(&error))),
        Err(error) => outlet.say(&words::cli::help_page(&error.to_string())),
        Ok(_) => Ok(()),
    }
}

/// A rule that can refuse.
struct Row {
    key: &'static str,
    article: &'static str,
    words: RuleWords,
}

impl Row {
    fn json(&self) -> Value {
        json!({
            "key": self.key,
            "section": if self.is_law() { "law" } else { "system" },
            "article": if self.is_law() { Some(self.article) } else { None },
            "refused": self.words.refused,
            "instead": self.words.instead,
        })
    }

    /// Whether the law refuses; otherwise logic or this program does.
    const fn is_law(&self) -> bool {
        !self.article.is_empty()
    }
}

/// All rules: those with an article behind them, then all others.
fn rows() -> Vec<Row> {
    let of_procedure = RefusalRule::ALL.iter().map(|rule| Row {
        key: rule.key(),
        article: rule.article(),
        words: words::request::refusal_rule(*rule),
    });
    let of_desk = DeskRule::ALL.iter().map(|rule| Row {
        key: rule.key(),
        article: "",
        words: words::desk::rule(*rule),
    });
    let of_records = RecordRule::ALL.iter().map(|rule| Row {
        key: rule.key(),
        article: rule.article(),
        words: words::records::rule(*rule),
    });
    let all = of_procedure.chain(of_desk).chain(of_records);
    let (mut law, system): (Vec<Row>, Vec<Row>) = all.partition(Row::is_law);
    law.extend(system);
    law
}

/// Widths of the columns: with the gaps they fill 80 cells.
const WIDTHS: [usize; 3] = [16, 30, 30];

/// Two sections with a heading each.
fn table(rows: &[Row]) -> String {
    let (law, system): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|row| row.is_law());
    let mut text = format!("{}\n", words::cli::RULES_INTRO);
    for (heading, rows) in [(words::cli::RULES_OF_LAW, law), (words::cli::RULES_OF_SYSTEM, system)] {
        text.push_str(&format!("\n{heading}\n{}", lines(words::cli::RULE_HEADINGS)));
        for row in rows {
            let article = if row.is_law() { row.article } else { words::cli::NO_ARTICLE };
            text.push_str(&lines([article, row.words.refused, row.words.instead]));
        }
    }
    text
}

/// One row: as many lines as its longest cell needs.
fn lines(cells: [&str; 3]) -> String {
    let [article, refused, instead] = cells;
    let [first, second, third] = WIDTHS;
    let columns = [wrap(article, first), wrap(refused, second), wrap(instead, third)];
    let mut text = String::new();
    for place in 0..columns.iter().map(Vec::len).max().unwrap_or(0) {
        let cells = columns.iter().zip(WIDTHS).map(|(column, cells)| {
            let line = column.get(place).map_or("", String::as_str);
            pad(line, cells)
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::text::width;

    #[test]
    fn every_rule_has_a_key_of_its_own_in_small_letters() {
        let rows = rows();
        let keys: BTreeSet<&str> = rows.iter().map(|row| row.key).collect();
        assert_eq!(keys.len(), rows.len());
        assert_eq!(rows.len(), RefusalRule::ALL.len() + DeskRule::ALL.len() + RecordRule::ALL.len());
        assert!(keys.iter().all(|key| key.chars().all(|c| c.is_ascii_lowercase() || c == '-')), "{keys:?}");
    }

    #[test]
    fn every_rule_says_what_is_refused_and_what_to_do_in_chinese() {
        for row in rows() {
            for text in [row.words.refused, row.words.instead] {
                assert!(text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}", row.key);
                assert!(!text.ends_with(['。', '，', '；']), "{}: {text}", row.key);
            }
        }
    }

    #[test]
    fn no_line_of_the_list_is_wider_than_80_cells_and_none_is_cut() {
        let text = table(&rows());
        assert!(text.lines().all(|line| width(line) <= 80), "{text}");
        assert!(!text.contains(".."), "{text}");
    }
}
