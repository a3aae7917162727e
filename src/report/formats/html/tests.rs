use std::collections::HashSet;

use super::*;
use crate::report::samples;

fn page() -> String {
    String::from_utf8(Html.render(&samples::worded()).unwrap()).unwrap()
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The HTML of one table.
fn table(page: &str, class: &str) -> String {
    let from = page.split(&format!("box {class}\"")).nth(1).unwrap();
    from.split("</table>").next().unwrap().to_owned()
}

#[test]
fn table_3_is_merged_as_published_pages_have_it() {
    let table = table(&page(), "table3");
    assert_eq!(values(&table, "rowspan"), ["3", "2", "2", "22", "8", "3", "5", "3"]);
    assert!(table.contains(" rowspan=\"22\" align=\"left\">三、本年度办理结果</th>"));
    for (label, rows) in
        [("（三）不予公开", 8), ("（四）无法提供", 3), ("（五）不予处理", 5), ("（六）其他处理", 3)]
    {
        assert!(table.contains(&format!(" rowspan=\"{rows}\" align=\"left\">{label}</th>")), "{label}");
    }
    assert_eq!(table.matches("<tr>").count(), 28);
    assert_eq!(table.matches("<td class=\"figure\"").count(), 175);
    assert!(table.contains("border=\"1\""));
}

#[test]
fn every_figure_names_headings_that_exist() {
    let page = page();
    let ids: Vec<&str> = values(&page, "id");
    let known: HashSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands twice");
    let headers = values(&page, "headers");
    assert_eq!(headers.len(), 175 + 10 + 15);
    for header in &headers {
        assert!(header.split(' ').all(|id| known.contains(id)), "{header}");
    }
    let labelled = values(&page, "aria-labelledby");
    assert!(labelled.iter().flat_map(|ids| ids.split(' ')).all(|id| known.contains(id)));
}

#[test]
fn a_figure_is_headed_by_all_labels_over_it_and_beside_it() {
    let page = page();
    let headed_by = |figure: &str, table_class: &str, nth: usize| {
        let table = table(&page, table_class);
        let cell = table.split("<td class=\"figure\"").skip(1).filter(|cell| cell.contains(figure)).nth(nth);
        let ids = values(cell.unwrap(), "headers")[0].to_owned();
        ids.split(' ')
            .map(|id| {
                let from = page.split(&format!("<th id=\"{id}\"")).nth(1).unwrap();
                from.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(
        headed_by(">13364<", "table3", 0),
        ["申请人情况", "自然人", "三、本年度办理结果", "（七）总计"]
    );
    assert_eq!(
        headed_by(">316441<", "table2", 0),
        ["第二十条第（八）项", "本年收费金额（单位：万元）", "行政事业性收费"]
    );
    assert_eq!(headed_by(">156<", "table4", 0), ["行政诉讼", "复议后起诉", "总计"]);
}

#[test]
fn the_page_needs_nothing_else_and_runs_nothing() {
    let page = page();
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    for outside in ["<script", "http:", "https:", "url(", " src=", "<link", "@import", " on"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("<h2").count(), 6);
    assert_eq!(page.matches("<section").count(), page.matches("</section>").count());
    assert_eq!(page.matches("<caption>").count(), 3);
}
