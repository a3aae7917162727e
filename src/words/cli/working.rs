//! The working figures of a period as a table.

use std::collections::BTreeMap;

use crate::calendar::format_long;
use crate::desk::{Figure, Figures, GroupFigures, Working};
use crate::request::Channel;
use crate::text::{pad, width};

/// Widths of the label and of a figure, in cells.
const LABEL: usize = 32;
const FIGURE: usize = 10;

/// What a figure is called.
const fn label(figure: Figure) -> &'static str {
    match figure {
        Figure::Received => "新收申请（件）",
        Figure::Concluded => "办结（件）",
        Figure::Open => "期末未办结（件）",
        Figure::Overdue => "其中超期未答复（件）",
        Figure::Late => "超期答复（件）",
        Figure::Supplements => "补正告知（件）",
        Figure::Consultations => "征求意见（次）",
        Figure::Extensions => "延期（次）",
        Figure::FeeNotices => "收费通知（件）",
        Figure::FeesNoticed => "应收信息处理费（元）",
        Figure::FeesPaid => "实收信息处理费（元）",
        Figure::ReviewsCorrected => "行政复议结果纠正（件）",
        Figure::SuitsCorrected => "行政诉讼结果纠正（件）",
    }
}

/// A number of tenths: 125 is 12.5.
pub fn tenths(tenths: u64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The table, 本期 beside 累计.
pub fn table(working: &Working) -> String {
    let (from, to) = working.period;
    let mut text = format!("{}  办理数据\n", working.organ);
    text.push_str(&format!("本期  {} 至 {}\n", format_long(from), format_long(to)));
    text.push_str(&format!("累计  {} 至 {}\n\n", format_long(working.since), format_long(to)));
    text.push_str(&line("", "本期", "累计"));
    let both = |label: &str, value: &dyn Fn(&Figures) -> String| {
        line(label, &value(&working.this), &value(&working.so_far))
    };
    for figure in Figure::ALL {
        text.push_str(&both(label(figure), &|figures| figures.count(figure).to_string()));
        if figure == Figure::Late {
            let mean = |figures: &Figures| figures.mean_tenths().map_or_else(|| "无答复".to_owned(), tenths);
            text.push_str(&both("收到至送达平均（工作日）", &mean));
        }
    }
    text.push_str("\n按渠道（新收，件）\n");
    for channel in Channel::ALL {
        let label = format!("  {}", channel.label());
        text.push_str(&both(&label, &|figures| figures.channel(channel).to_string()));
    }
    for (by, none, names, of) in [
        ("按承办科室", "未分办", working.units(), (|figures| &figures.units) as Grouped),
        ("按主题", "未标主题", working.topics(), |figures| &figures.topics),
    ] {
        for (what, value) in GROUP_LISTS {
            text.push_str(&format!("\n{by}（{what}，件）\n"));
            if names.is_empty() {
                text.push_str("  无\n");
            }
            for name in &names {
                let label = if name.is_empty() { none } else { name };
                let figure =
                    |figures: &Figures| of(figures).get(*name).map(value).unwrap_or_default().to_string();
                text.push_str(&both(&format!("  {label}"), &figure));
            }
        }
    }
    text.push_str(&format!("\n{TOPICS_FROM}\n"));
    text
}

/// Where topics come from.
const TOPICS_FROM: &str = "主题按各件最近一条种类为“主题”的附注统计";

type Grouped = fn(&Figures) -> &BTreeMap<String, GroupFigures>;

type OfGroup = fn(&GroupFigures) -> u64;

const GROUP_LISTS: [(&str, OfGroup); 3] =
    [("新收", |group| group.received), ("办结", |group| group.concluded), ("超期答复", |group| group.late)];

fn line(label: &str, this: &str, so_far: &str) -> String {
    let label = if width(label) < LABEL { pad(label, LABEL) } else { format!("{label} ") };
    let right = |text: &str| format!("{}{text}", " ".repeat(FIGURE.saturating_sub(width(text))));
    format!("{label}{}{}\n", right(this), right(so_far))
}
