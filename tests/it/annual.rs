//! The annual report by commands: words, publication, differences.

use super::office::{Office, text};

#[test]
fn the_words_of_a_report_are_written_published_and_compared() {
    let mut office = Office::on("2026-12-31");
    let no = office.register("2026-03-02", "张三", "预算");
    let drafted = office.run(&["annual", "2026", "text"]).done().out;
    assert!(drafted.contains("新收政府信息公开申请 1 件"), "{drafted}");
    let file = office.file("五.txt", "存在渠道单一的问题，全年收到{新收}件。\n".as_bytes());
    let _ = office.run(&["annual", "2026", "text", "problems", "--set", text(&file)]).done();
    let written = office.run(&["annual", "2026", "text"]).done().out;
    assert!(written.contains("存在渠道单一的问题，全年收到1件。"), "{written}");
    let wrong = office.file("错.txt", "{没有}".as_bytes());
    let refused = office.run(&["annual", "2026", "text", "others", "--set", text(&wrong)]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("没有名为“没有”的数据项"), "{}", refused.err);
    let fields = office.run(&["annual", "2026", "fields", "--json"]).done().json();
    assert_eq!(fields["新收"], "1");
    office.day("2027-01-10");
    let published = office
        .run(&["annual", "2026", "publish", "--signed-by", "王局长", "--url", "http://x.gov.cn/1"])
        .done();
    assert!(published.out.contains("已公布并封存"), "{}", published.out);
    assert!(office.run(&["annual", "2026", "differences"]).done().out.contains("一致"));
    let _ = office.run(&["act", &no, "withdraw", "--on", "2026-12-30"]).done();
    let differences = office.run(&["annual", "2026", "differences"]).done().out;
    assert!(differences.contains("已公布 0，现为 1"), "{differences}");
    let _ = office.run(&["verify"]).done();
}
