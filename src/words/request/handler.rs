//! Who handles a case.

use jiff::civil::Date;

/// His name, since when, and who looks after his cases now.
pub fn handler(name: &str, since: Option<Date>, standing_in: &[&str]) -> String {
    let since = since.map_or_else(|| "登记人".to_owned(), |on| format!("{on} 移交"));
    let now = match standing_in {
        [] => String::new(),
        names => format!("；现由 {} 顶岗", names.join("、")),
    };
    format!("{name}（{since}）{now}")
}
