//! V13: the six titles of the parts, in order and verbatim.

use super::{Finding, Target};
use crate::report::Part;
use crate::text::fold_search;
use crate::words::report::checks as words;

/// How a heading relates to the format.
enum Heading {
    Verbatim(Part),
    Variant(Part),
}

/// V13 over the headings of a document as they stand, in their order. A heading that is recognised but not
/// verbatim is a warning (organs vary them: 行政复议行政诉讼情况); what is no title of a part is passed over.
pub(super) fn v13(headings: &[&str]) -> Vec<Finding> {
    let mut seen: Vec<Part> = Vec::new();
    let mut findings = Vec::new();
    for heading in headings {
        let Some(known) = recognised(heading) else { continue };
        let (Heading::Verbatim(part) | Heading::Variant(part)) = known;
        let verbatim = matches!(known, Heading::Verbatim(_));
        if seen.contains(&part) {
            // A heading inside of a part may well sound like that of another; the verbatim one is the title.
            continue;
        }
        let last = seen.iter().max().copied();
        if let Some(last) = last.filter(|last| *last > part) {
            let message = words::v13_order(part.title(), last.title());
            let sides = ((*heading).to_owned(), last.title().to_owned());
            findings.push(Finding::error("V13", Target::Part(part), sides, message));
        } else if !verbatim {
            let sides = ((*heading).to_owned(), part.title().to_owned());
            let message = words::v13_variant(heading, part.title());
            findings.push(Finding::warning("V13", Target::Part(part), sides, message));
        }
        seen.push(part);
    }
    let missing = Part::ALL.into_iter().filter(|part| !seen.contains(part));
    findings.extend(missing.map(|part| {
        let sides = (words::MISSING.to_owned(), part.title().to_owned());
        Finding::error("V13", Target::Part(part), sides, words::v13_missing(part.title()))
    }));
    findings
}

fn recognised(heading: &str) -> Option<Heading> {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let stands = plain(heading.trim_start_matches('#'));
    if let Some(part) = Part::ALL.into_iter().find(|part| plain(part.title()) == stands) {
        return Some(Heading::Verbatim(part));
    }
    let words: String = fold_search(&stands).chars().filter(|c| c.is_alphanumeric()).collect();
    let words = words.trim_start_matches([
        '一', '二', '三', '四', '五', '六', '1', '2', '3', '4', '5', '6', '第', '部', '分',
    ]);
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let part = if words.chars().count() > 30 {
        return None;
    } else if has(&["复议", "诉讼"]) {
        Part::Disputes
    } else if has(&["收到和处理", "申请情况", "申请的情况", "申请办理情况"]) {
        Part::Requests
    } else if has(&["问题", "改进"]) {
        Part::Problems
    } else if has(&["其他需要报告", "需要报告的", "其他报告", "需要说明"]) {
        Part::Others
    } else if words.starts_with("主动公开") && words.contains("情况") {
        Part::Disclosure
    } else if has(&["总体情况", "概述", "总体概况", "基本情况"]) {
        Part::Overview
    } else {
        return None;
    };
    Some(Heading::Variant(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::labels;
    use crate::report::checks::Severity;

    #[test]
    fn the_titles_of_the_format_are_clean_and_spaces_do_not_matter() {
        assert_eq!(v13(&labels::SECTIONS), []);
        let spaced: Vec<String> =
            labels::SECTIONS.iter().map(|title| format!("## {}", title.replace('、', "、 "))).collect();
        let spaced: Vec<&str> = spaced.iter().map(String::as_str).collect();
        assert_eq!(v13(&spaced), []);
        // Headings of aspects in between are none of the six.
        let mut more = labels::SECTIONS.to_vec();
        more.insert(1, "（一）主动公开：");
        more.insert(2, "（二）依申请公开");
        assert_eq!(v13(&more), []);
    }

    #[test]
    fn a_missing_title_a_variant_and_a_wrong_order_are_each_found() {
        for place in 0..6 {
            let mut titles = labels::SECTIONS.to_vec();
            titles.remove(place);
            let findings = v13(&titles);
            assert_eq!(findings.len(), 1);
            assert_eq!(findings[0].target, Target::Part(Part::ALL[place]));
            assert_eq!(findings[0].severity, Severity::Error);
        }
        let mut titles = labels::SECTIONS;
        titles[3] = "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况";
        titles[4] = "五、政府信息公开工作存在的主要问题及改进情况";
        let findings = v13(&titles);
        assert!(findings.iter().all(|finding| finding.severity == Severity::Warning));
        assert_eq!(findings.len(), 2);
        let mut titles = labels::SECTIONS;
        titles.swap(3, 4);
        let findings = v13(&titles);
        assert_eq!(findings.len(), 1);
        assert_eq!(
            (findings[0].severity, &findings[0].target),
            (Severity::Error, &Target::Part(Part::Disputes))
        );
    }
}
