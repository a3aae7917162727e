//! The year by keys alone: the registers, the cells they move, the report from its words to its publication.

use super::office::Office;
use super::terminal::{Terminal, key};

const F2: &str = "\x1bOQ";
const F3: &str = "\x1bOR";
const F4: &str = "\x1bOS";
const F5: &str = "\x1b[15~";
const F7: &str = "\x1b[18~";
const F8: &str = "\x1b[19~";
const F9: &str = "\x1b[20~";
const F12: &str = "\x1b[24~";

/// Writes one record into a register: its digit, what is typed field by field, what is said of it.
fn record(clerk: &mut Terminal, register: &str, title: &str, fields: &[&str], said: &str) {
    clerk.press(register, &format!("2026 年度：{title}"));
    clerk.press(F2, &format!("登记  {title}"));
    clerk.send(&fields.join(key::TAB));
    clerk.press(F8, said);
}

/// One record of each register of 2026; the information is reviewed, proofread and published.
fn one_of_each(clerk: &mut Terminal) {
    clerk.press(F12, "台账登记 2027 年度");
    clerk.press("[", "台账登记 2026 年度");
    record(clerk, "2", "期初有效件数", &["2", "2026", "12"], "行政规范性文件现行有效 0 变 12");
    record(
        clerk,
        "1",
        "规章和规范性文件",
        &["2", "某某管理办法", "", "2026-03-02"],
        "行政规范性文件现行有效 12 变 13",
    );
    record(clerk, "3", "处理决定数量", &["1", "2026-02", "7"], "行政许可 0 变 7");
    record(clerk, "4", "行政事业性收费", &["考试费", "38000.50", "2026"], "考试费  38000.50 元");
    record(clerk, "6", "复议诉讼", &["1", "2026-02-09", "某市人民政府"], "行政复议尚未审结 0 变 1");
    record(clerk, "7", "工作情况", &["1", "", "业务培训", "2026-03", "2"], "已保存：工作情况");
    record(clerk, "5", "主动公开信息", &["部门预算", "财政信息", "2026-12-16"], "缺6项审校");
    clerk.press(key::ENTER, "缺一审、二审、三审、一校");
    for (check, round) in
        [("1", "一审"), ("1", "二审"), ("1", "三审"), ("2", "一校"), ("2", "二校"), ("2", "三校")]
    {
        clerk.press(key::ENTER, "序号或文字");
        clerk.press(check, "审校人");
        clerk.send(&format!("{0}{0}李明", key::TAB));
        clerk.press(F8, &format!("{round}，李明"));
    }
    clerk.press(key::ENTER, "序号或文字");
    clerk.press("3", "网址");
    clerk.send(&format!("{}https://www.example.gov.cn/1", key::TAB));
    clerk.press(F8, "2027-01-02 公开");
}

/// From each cell that moved to what moved it, and back.
fn drill_down(clerk: &mut Terminal) {
    clerk.press(F7, "[1 表三]");
    clerk.press("[", "2026 年度报告  未公布");
    clerk.press("2", "[2 表二]");
    clerk.press(key::DOWN, "表二 行政规范性文件 本年制发件数：1");
    clerk.press(key::ENTER, "计入表二 行政规范性文件 本年制发件数的登记");
    clerk.wait_for("某某管理办法");
    clerk.press(key::ENTER, "2026 至 2027 年表二 行政规范性文件 现行有效件数");
    clerk.press(key::LEFT, "某某管理办法");
    clerk.press(key::LEFT, "[2 表二]");
    clerk.send(key::RIGHT);
    clerk.press(key::RIGHT, "现行有效件数：13");
    clerk.press(key::DOWN, "：7");
    clerk.press(key::ENTER, "行政许可  7");
    clerk.press(key::LEFT, "[2 表二]");
    clerk.send(&key::DOWN.repeat(2));
    clerk.press(key::DOWN, "3.80005");
    clerk.press("3", "[3 表四]");
    clerk.send(&key::RIGHT.repeat(2));
    clerk.press(key::RIGHT, "表四 行政复议 尚未审结：1");
    clerk.press(key::ENTER, "某市人民政府");
    clerk.press(key::LEFT, "[3 表四]");
}

#[test]
fn the_year_is_recorded_written_checked_published_exported_and_an_old_case_corrected_by_keys() {
    let office = Office::on("2027-01-02");
    let no = office.register("2026-11-02", "李强", "征地批复");
    let _ = office.run(&["act", &no, "withdraw", "--on", "2026-11-05"]).done();
    let mut clerk = Terminal::open(&office, Some("2027-01-02"));
    clerk.wait_for("未办结申请");
    one_of_each(&mut clerk);
    drill_down(&mut clerk);
    clerk.press("4", "[4 文字]");
    clerk.send(&key::DOWN.repeat(8));
    clerk.press(key::ENTER, "成文");
    clerk.send(&format!("{F4}新收"));
    clerk.press(key::ENTER, "{新收}");
    let improved = "件。上年渠道单一的问题已改进，开通了网上受理；本年宣传不够、答复文书不够规范，下一年将培训全部经办人员并统一文书格式，逐件审核。";
    clerk.press(improved, "1件。上年渠道单一");
    clerk.press(F8, "已保存：五、");
    clerk.press(F9, "校验通过");
    clerk.press(F4, "公布日期");
    clerk.send(&format!("{0}{0}王局长", key::TAB));
    clerk.press(F8, "封存");
    clerk.press("1", "已公布 2027-01-02");
    let file = office.home().join("年报.docx");
    clerk.press(F8, "年度报告.docx");
    clerk.send(&format!("{}\x15{}", key::TAB, file.display()));
    clerk.press(F8, "已导出");
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
    let texts = office.run(&["annual", "2026", "text"]).done().out;
    assert!(texts.contains("1件。上年渠道单一"), "a command sees it while the session is open: {texts}");
    // The withdrawal was an error: taken back, the case is open again and the published cells differ.
    clerk.press(F5, "未办结申请");
    clerk.press(F3, "已办结申请");
    clerk.press(key::ENTER, "申请 2026-001");
    clerk.press(F9, "撤销");
    clerk.send(&format!("1{}误记", key::TAB));
    clerk.press(F8, "不再");
    clerk.press(key::ENTER, "办理中");
    clerk.press(F7, "[1 表三]");
    clerk.press("[", "已公布 2027-01-02");
    clerk.press("5", "与已公布数据的差异");
    clerk.wait_for("已公布 1，现为 0");
    clerk.press(key::ENTER, "[0]");
    clerk.send("\x04"); // Ctrl-D
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
    let texts = office.run(&["annual", "2026", "text"]).done().out;
    assert!(texts.contains("1件。上年渠道单一"), "{texts}");
    let differences = office.run(&["annual", "2026", "differences"]);
    assert!(differences.out.contains("结转下年度"), "{differences:?}");
}
