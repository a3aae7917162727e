//! HTML: one file that needs nothing else, printed on A4 lying down.

use super::super::html::head;
use super::super::markup::escaped;
use crate::report::HandingList;
use crate::words::report::handing as words;

/// Over the style sheet of reports: the table is wide, and its heading stands on every page.
const STYLE: &str = "<style>\n@page { size: A4 landscape; margin: 15mm 12mm; }\nbody { max-width: 80rem; }\n\
    p { text-indent: 0; }\ntbody td { text-align: left; }\ntr { break-inside: avoid; }\n\
    .signatures p { margin: 1.2em 0 0; }\n@media print { h1 { font-size: 16pt; } .box { break-inside: auto; } }\n</style>\n";
/// Shares of the width.
const WIDTHS: [u8; 10] = [9, 8, 8, 20, 7, 11, 8, 6, 8, 15];

/// The list as a page.
pub(super) fn render(list: &HandingList) -> Vec<u8> {
    let title = list.title();
    let mut html = head(&title).replace("</head>", &format!("{STYLE}</head>"));
    html.push_str(&format!("<h1 align=\"center\">{}</h1>\n", escaped(&title)));
    for line in list.head() {
        html.push_str(&format!("<p>{}</p>\n", escaped(&line)));
    }
    if list.cases.is_empty() {
        html.push_str(&format!("<p>{}</p>\n", words::NOTHING));
    } else {
        html.push_str(&table(list));
    }
    html.push_str("<div class=\"signatures\">\n");
    for line in HandingList::signatures() {
        html.push_str(&format!("<p>{line}</p>\n"));
    }
    html.push_str("</div>\n</main>\n</body>\n</html>\n");
    html.into_bytes()
}

fn table(list: &HandingList) -> String {
    let mut html = String::from(
        "<div class=\"box\" tabindex=\"0\">\n<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\">\n<colgroup>",
    );
    for width in WIDTHS {
        html.push_str(&format!("<col width=\"{width}%\">"));
    }
    html.push_str("</colgroup>\n<thead>\n<tr>");
    for label in words::COLUMNS {
        html.push_str(&format!("<th scope=\"col\">{label}</th>"));
    }
    html.push_str("</tr>\n</thead>\n<tbody>\n");
    for case in &list.cases {
        let cells = HandingList::cells(case).map(|cell| format!("<td>{}</td>", escaped(&cell)));
        html.push_str(&format!("<tr>{}</tr>\n", cells.concat()));
    }
    html.push_str("</tbody>\n</table>\n</div>\n");
    html
}
