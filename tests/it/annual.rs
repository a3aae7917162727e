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

#[test]
fn two_organs_have_numbers_and_reports_of_their_own_and_one_together() {
    let office = Office::on("2026-12-31");
    let _ = office.run(&["organ", "add", "北关区人民政府", "--prefix", "北政"]).done();
    let again = office.run(&["organ", "add", "北关区人民政府"]);
    assert_eq!(again.code, 1, "{again:?}");
    let _ = office.register("2026-03-02", "张三", "预算");
    let register = [
        "register",
        "--received",
        "2026-03-03",
        "--kind",
        "自然人",
        "--applicant",
        "李四",
        "--content",
        "规划",
        "--organ",
        "北关区人民政府",
    ];
    let no = office.run(&register).done().out;
    assert!(no.starts_with("北政〔2026〕1号"), "{no}");
    let new = |organ: &[&str]| {
        let report = office.run(&[&["report", "2026", "--format", "json"], organ].concat()).done().json();
        (report["organ"].as_str().unwrap().to_owned(), report["table3"]["rows"][0]["values"][6].clone())
    };
    assert_eq!(new(&["--organ", "北关区人民政府"]), ("北关区人民政府".to_owned(), 1.into()));
    assert_eq!(new(&["--organ", "北关区工业和信息化局"]).1, 1);
    assert_eq!(new(&[]).1, 2, "both together");
}

#[test]
fn a_workbook_lists_the_requests_behind_its_cells_and_names_nobody_unless_asked() {
    use calamine::{Reader, Xlsx};
    let office = Office::on("2026-12-31");
    let no = office.register("2026-03-02", "张三", "预算");
    let _ = office.register("2026-12-02", "李四", "规划");
    let _ = office.run(&["act", &no, "withdraw", "--on", "2026-03-09"]).done();
    let sheet = |more: &[&str]| -> Vec<Vec<String>> {
        let path = office.home().with_file_name("报告.xlsx");
        let arguments = [&["report", "2026", "-o", text(&path), "--cases"], more].concat();
        let _ = office.run(&arguments).done();
        let bytes = std::fs::read(&path).unwrap();
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let range = book.worksheet_range("案件").unwrap();
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let rows = sheet(&[]);
    assert_eq!(
        rows[1],
        ["2026-001", "自然人", "2026-03-02", "本年新收", "（六）3其他处理", "2026-03-09", "否"]
    );
    assert_eq!(rows[2][6], "是", "carried out");
    assert!(!rows.concat().iter().any(|cell| cell.contains("张三")));
    assert_eq!(sheet(&["--names"])[1][7], "张三");
    assert_eq!(office.run(&["report", "2026", "--cases"]).code, 2);
}
