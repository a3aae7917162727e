//! A picture of table 3: what came and went, the results, who asked. Bars only where there is a number.

use super::super::markup::escaped;
use crate::law::{ApplicantKind, OutcomeGroup};
use crate::report::{Column3, Row3, StatedTable3};
use crate::words::report as words;

/// The width of the picture, in its own units: a narrow screen shows it at its full size.
const WIDTH: usize = 360;
/// Where the bars begin, and the length of the longest.
const LEFT: usize = 112;
const LONGEST: usize = 180;
/// The height of a line.
const LINE: usize = 24;

/// Bars under a title.
type Bars = (&'static str, Vec<(String, u64)>);

/// The chart, unless all is 0.
pub(super) fn chart(table: &StatedTable3) -> Option<String> {
    let parts: Vec<Bars> = parts(table).into_iter().filter(|(_, bars)| !bars.is_empty()).collect();
    if parts.is_empty() {
        return None;
    }
    let lines: usize = parts.iter().map(|(_, bars)| bars.len() + 1).sum();
    let height = lines * LINE + parts.len() * 8;
    let told: String = parts.iter().map(|(title, bars)| words::chart_part(title, bars)).collect();
    let mut drawn = String::new();
    let mut top = 0;
    for (title, bars) in &parts {
        top += 8;
        drawn.push_str(&draw(title, bars, top));
        top += (bars.len() + 1) * LINE;
    }
    Some(format!(
        concat!(
            "<figure>\n<figcaption>{caption}</figcaption>\n",
            "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"chart-title chart-desc\">\n",
            "<title id=\"chart-title\">{caption}</title>\n<desc id=\"chart-desc\">{told}</desc>\n",
            "{drawn}</svg>\n</figure>\n"
        ),
        caption = escaped(words::CHART),
        width = WIDTH,
        height = height,
        told = escaped(&told),
        drawn = drawn
    ))
}

fn parts(table: &StatedTable3) -> [Bars; 3] {
    let count = |row: Row3, column: Column3| table.count(row, column).unwrap_or_default();
    let [flow, results, applicants] = words::CHART_PARTS;
    let rows = [Row3::New, Row3::CarriedIn, Row3::Total, Row3::CarriedOut];
    let flows = words::CHART_FLOW.into_iter().zip(rows);
    let flows = flows.map(|(label, row)| (label.to_owned(), count(row, Column3::Sum)));
    let groups = OutcomeGroup::ALL.into_iter().map(|group| {
        let counts = group.rows().map(|row| count(Row3::Result(row), Column3::Sum));
        (short(group), counts.fold(0, u64::saturating_add))
    });
    let kinds = ApplicantKind::ALL.into_iter();
    let kinds = kinds.map(|kind| (kind.label().to_owned(), count(Row3::Total, Column3::Kind(kind))));
    [(flow, counted(flows)), (results, counted(groups)), (applicants, counted(kinds))]
}

fn counted(bars: impl Iterator<Item = (String, u64)>) -> Vec<(String, u64)> {
    bars.filter(|(_, count)| *count > 0).collect()
}

/// The name of a group without its number and without what stands in brackets after it.
fn short(group: OutcomeGroup) -> String {
    let name = group.label().split_once('）').map_or(group.label(), |(_, name)| name);
    name.split('（').next().unwrap_or(name).to_owned()
}

/// A title and a line for each bar: its label, the bar, its number.
fn draw(title: &str, bars: &[(String, u64)], top: usize) -> String {
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or_default();
    let mut drawn = format!("<text class=\"part\" x=\"0\" y=\"{}\">{}</text>\n", top + 15, escaped(title));
    for (place, (label, count)) in bars.iter().enumerate() {
        let line = top + (place + 1) * LINE;
        let length = length(*count, most);
        drawn.push_str(&format!(
            concat!(
                "<text x=\"{label_end}\" y=\"{base}\" text-anchor=\"end\">{label}</text>",
                "<rect x=\"{left}\" y=\"{bar}\" width=\"{length}\" height=\"14\"/>",
                "<text x=\"{number}\" y=\"{base}\">{count}</text>\n"
            ),
            label_end = LEFT - 8,
            base = line + 15,
            label = escaped(label),
            left = LEFT,
            bar = line + 4,
            length = length,
            number = LEFT + length + 6,
            count = count
        ));
    }
    drawn
}

/// The length of a bar: at least a hair, so that a few beside very many can still be seen.
fn length(count: u64, most: u64) -> usize {
    let scaled = u128::from(count) * (LONGEST as u128) / u128::from(most.max(1));
    usize::try_from(scaled).unwrap_or(LONGEST).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Stated, samples};

    #[test]
    fn bars_are_drawn_for_numbers_above_0_alone_and_their_numbers_are_told() {
        let chart = chart(&samples::named().table3).unwrap();
        // 科研机构 asked nothing: four, six and five bars.
        assert_eq!(chart.matches("<rect").count(), 4 + 6 + 5);
        assert!(!chart.contains("科研机构"));
        assert!(
            chart
                .contains("收到与办结（件）：本年新收 14069，上年结转 560，本年办结 13810，结转下年度 819。")
        );
        assert!(chart.contains("部分公开") && !chart.contains("区分处理"));
    }

    #[test]
    fn a_year_without_requests_has_no_chart() {
        assert_eq!(chart(&StatedTable3::from_fn(|_, _| Stated::number(0))), None);
    }

    #[test]
    fn the_longest_bar_fits_and_the_shortest_is_seen() {
        assert_eq!([length(u64::MAX, u64::MAX), length(1, u64::MAX), length(1, 2)], [180, 1, 90]);
    }
}
