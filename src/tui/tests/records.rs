//! The registers, by keys alone: what is typed becomes the record, and the cell of the table moves.

use jiff::civil::{Date, date};

use super::player::{Player, play};
use crate::records::{RecordKind, Value};
use crate::report::YearTables;
use crate::terminal::Event;

const TODAY: Date = date(2026, 3, 20);

/// The tables of 2026 as the desk states them.
fn tables(clerk: &mut Player<'_, '_>) -> YearTables {
    let mut tables = None;
    clerk.meanwhile(|desk| tables = Some(desk.tables(2026, None).unwrap()));
    tables.unwrap()
}

/// The only record of a kind.
fn only(clerk: &mut Player<'_, '_>, kind: RecordKind) -> Value {
    let mut value = None;
    clerk.meanwhile(|desk| {
        value = desk.records().unwrap().list(kind, None).first().map(|r| r.value().clone());
    });
    value.expect("a record of this kind")
}

fn saved(clerk: &Player<'_, '_>, words: &str) {
    let message = clerk.message();
    assert!(message.starts_with("已保存") || message.contains("已保存"), "{}", clerk.screen());
    assert!(message.contains(words), "{message}");
}

/// A 规范性文件 of 2 March.
fn document(clerk: &mut Player<'_, '_>) {
    clerk.press("F12 1 F2 2 Tab").types("某某管理办法").press("Tab Tab").types("0302").press("F8");
}

#[test]
fn a_document_moves_table_2_and_so_does_its_repeal() {
    play(TODAY, |clerk| {
        document(clerk);
        saved(clerk, "2026 年表二：行政规范性文件本年制发 0 变 1，行政规范性文件现行有效 0 变 1");
        let [_, normative] = tables(clerk).table2.documents;
        assert_eq!(normative.map(|cell| cell.cell.text()), ["1", "0", "1"]);
        assert!(clerk.line("[1 规章").contains("[1 规章和规范性文件 1]"), "{}", clerk.screen());
        assert!(clerk.line("某某管理办法").contains("2026-03-02"), "{}", clerk.screen());
        clerk.press("Enter Enter");
        assert!(clerk.line("恢复有效").contains("不必恢复"), "{}", clerk.screen());
        clerk.press("1 Tab").types("已被新办法替代").press("F8");
        saved(clerk, "2026 年表二：行政规范性文件本年废止 0 变 1");
        let [_, normative] = tables(clerk).table2.documents;
        assert_eq!(normative.map(|cell| cell.cell.text()), ["1", "1", "0"]);
        assert!(clerk.screen().contains("已被新办法替代"), "{}", clerk.screen());
        // Not repealed after all; then removed: it counts nowhere, and can still be found.
        clerk.press("Enter 3").types("记错").press("F8");
        saved(clerk, "行政规范性文件现行有效 0 变 1");
        clerk.press("Enter 9").types("误登").press("F8");
        saved(clerk, "已移除");
        let [_, normative] = tables(clerk).table2.documents;
        assert_eq!(normative.map(|cell| cell.cell.text()), ["0", "0", "0"]);
        clerk.press("Enter 8");
        assert!(clerk.message().contains("已移除，不再办理"), "{}", clerk.screen());
        clerk.press("Esc Esc");
        assert!(clerk.screen().contains("没有登记；F2"), "{}", clerk.screen());
        clerk.press("F3");
        assert!(clerk.line("某某管理办法").contains("已移除"), "{}", clerk.screen());
    });
}

#[test]
fn a_change_is_written_over_what_stood_there_and_keeps_the_end_of_a_document() {
    play(TODAY, |clerk| {
        document(clerk);
        clerk.press("Enter Enter 1 Tab").types("替代").press("F8 Enter 8 Tab").types("（试行）").press("F8");
        saved(clerk, "2026-03-20 废止");
        let Value::Document(document) = only(clerk, RecordKind::Document) else { panic!("no document") };
        assert_eq!(document.title, "某某管理办法（试行）");
        assert!(document.ended.is_some());
    });
}

#[test]
fn the_opening_figure_is_where_the_documents_in_force_begin() {
    play(TODAY, |clerk| {
        clerk.press("F12 2 F2 2 Tab").types("2026").press("Tab").types("１２").press("F8");
        saved(clerk, "行政规范性文件现行有效 0 变 12");
        let [_, normative] = tables(clerk).table2.documents;
        assert_eq!(normative.map(|cell| cell.cell.text()), ["0", "0", "12"]);
    });
}

#[test]
fn decisions_of_the_same_time_and_source_replace_what_was_counted_before() {
    play(TODAY, |clerk| {
        clerk.press("F12 3 F2 1 Tab").types("2026-02").press("Tab").types("7").press("F8");
        saved(clerk, "2026 年表二：行政许可 0 变 7");
        clerk.press("n 1 Tab").types("2026-02").press("Tab").types("9").press("F8");
        saved(clerk, "替换了登记号");
        assert_eq!(tables(clerk).table2.licences.cell.text(), "9");
        assert!(clerk.line("2026-02").contains("行政许可  9"), "{}", clerk.screen());
    });
}

#[test]
fn a_charge_is_typed_in_yuan_to_the_cent() {
    play(TODAY, |clerk| {
        clerk
            .press("F12 4 F2")
            .types("考试费")
            .press("Tab")
            .types("38,000")
            .press("Tab")
            .types("2026")
            .press("F8");
        assert!(clerk.line("^ ").contains("看不懂，应填 单位元"), "{}", clerk.screen());
        clerk.press("Ctrl-U").types("38000.50").press("F8");
        saved(clerk, "2026 年表二：行政事业性收费（元） 0 变 38000.50");
        assert_eq!(tables(clerk).table2.charges.cell.text(), "3.80005");
    });
}

#[test]
fn a_disclosure_is_reviewed_and_proofread_before_it_is_published() {
    play(TODAY, |clerk| {
        clerk.press("F12 5 F2").types("部门预算").press("Tab").types("财政信息").press("Tab").types("0316");
        clerk.press("F8");
        saved(clerk, "最迟04-14 缺6项审校");
        clerk.press("Enter");
        assert!(clerk.line("状态").contains("缺一审、二审、三审、一校"), "{}", clerk.screen());
        // Published without them: refused under the reason.
        clerk.press("Enter 3");
        assert!(clerk.screen().contains("尚缺一审、二审、三审、一校、二校、三校"), "{}", clerk.screen());
        clerk.press("F8");
        assert!(clerk.message().contains("三审三校未完成"), "{}", clerk.screen());
        assert!(clerk.line("^ ").contains("缺一审"), "{}", clerk.screen());
        clerk.press("Esc");
        for n in 0..6 {
            let round = format!("Enter {} Tab Tab", if n < 3 { 1 } else { 2 });
            clerk.press(&round).types("李明").press("F8");
            saved(clerk, "");
        }
        assert!(clerk.line("状态").contains("三审三校完成，待公开"), "{}", clerk.screen());
        clerk.press("Enter 1");
        assert!(clerk.message().contains("三审已经记过"), "{}", clerk.screen());
        clerk.press("Esc Enter 3 Tab").types("https://www.example.gov.cn/1").press("F8");
        saved(clerk, "2026-03-20 公开");
        // Taken back: marked in the history.
        clerk.press("Enter 7 Tab").types("记错").press("F8");
        assert!(clerk.screen().contains("[已撤回] 公开"), "{}", clerk.screen());
        assert!(clerk.line("状态").contains("待公开"), "{}", clerk.screen());
    });
}

#[test]
fn a_dispute_moves_through_table_4_with_its_answer_its_end_and_its_appeal() {
    play(TODAY, |clerk| {
        clerk.press("F12 6 F2 2 Tab").types("0209").press("Tab").types("某市中级人民法院").press("F8");
        saved(clerk, "2026 年表四：未经复议直接起诉尚未审结 0 变 1");
        clerk.press("Enter Enter 1 Tab").types("已提交答辩状").press("F8");
        assert!(clerk.screen().contains("已提交答辩状"), "{}", clerk.screen());
        clerk.press("Enter 2 F8 Enter 3 Tab 2 Tab").types("撤销并责令重作").press("F8");
        saved(clerk, "未经复议直接起诉结果纠正 0 变 1");
        let table4 = tables(clerk).table4;
        assert_eq!(table4.direct_suit.map(|cell| cell.cell.text()), ["0", "1", "0", "0", "1"]);
        clerk.press("Enter 4 Tab").types("原告上诉").press("F8");
        saved(clerk, "未经复议直接起诉尚未审结 0 变 1");
        assert!(clerk.line("状态").contains("尚未审结"), "{}", clerk.screen());
    });
}

#[test]
fn a_suit_after_a_review_names_the_review_from_the_list() {
    play(TODAY, |clerk| {
        clerk.press("F12 6 F2 1 Tab").types("0105").press("Tab").types("某市人民政府").press("F8");
        saved(clerk, "行政复议尚未审结");
        clerk.press("F2 3 Tab").types("0302").press("Tab").types("某市中级人民法院").press("F8");
        assert!(clerk.line("> 所经复议").contains("复议后起诉的填登记号"), "{}", clerk.screen());
        assert!(clerk.message().contains("请写明所经复议的登记号"), "{}", clerk.screen());
        clerk.press("F4 1 F8");
        saved(clerk, "复议后起诉尚未审结 0 变 1");
    });
}

#[test]
fn an_activity_of_its_own_needs_its_name() {
    play(TODAY, |clerk| {
        clerk
            .press("F12 7 F2 7 Tab Tab")
            .types("第一场")
            .press("Tab")
            .types("2026-03")
            .press("Tab")
            .types("2");
        clerk.press("F8");
        assert!(clerk.message().contains("“项目名称”不能为空"), "{}", clerk.screen());
        clerk.types("新闻发布会").press("Tab Tab Tab Tab").types("场").press("F8");
        saved(clerk, "工作情况");
        let Value::Activity(activity) = only(clerk, RecordKind::Activity) else { panic!("no activity") };
        assert_eq!((activity.name.as_str(), activity.unit.as_str(), activity.count), ("新闻发布会", "场", 2));
    });
}

#[test]
fn somebody_else_changed_the_record_first_and_the_second_try_knows_it() {
    play(TODAY, |clerk| {
        document(clerk);
        clerk.press("Enter Enter 9").types("误登");
        clerk.meanwhile(|desk| {
            use crate::records::{RecordAct, RecordCommand};
            let records = desk.records().unwrap();
            let record = records.all().next().unwrap();
            let mut body = record.body.clone();
            body.note = "已核对".into();
            let act = RecordAct::Change { body: Box::new(body), reason: String::new() };
            let command = RecordCommand::Act { id: record.id, version: None, act };
            desk.record(crate::request::ClerkId(1), command).unwrap();
        });
        clerk.press("F8");
        assert!(clerk.message().contains("不能办理"), "{}", clerk.screen());
        clerk.press("F8");
        saved(clerk, "已移除");
    });
}

#[test]
fn the_registers_at_80_by_24() {
    play(TODAY, |clerk| {
        document(clerk);
        clerk.press("Up");
        let screen = clerk.screen();
        let lines: Vec<&str> = screen.lines().map(str::trim_end).collect();
        assert!(lines[1].starts_with("台账登记 2026 年度：规章和规范性文件"), "{screen}");
        assert_eq!(lines[2], "[1 规章和规范性文件 1]  2 期初有效件数 0   3 处理决定数量 0", "{screen}");
        assert_eq!(
            lines[3], " 4 行政事业性收费 0   5 主动公开信息 0   6 复议诉讼 0   7 工作情况 0",
            "{screen}"
        );
        assert!(
            lines[5].contains("日期") && lines[5].contains("内容") && lines[5].contains("状态"),
            "{screen}"
        );
        assert!(lines[6].starts_with("> 2026-03-02"), "{screen}");
        assert!(lines[20].contains("2026-03-02  行政规范性文件  某某管理办法"), "{screen}");
        assert!(lines[22].contains("F2 登记") && lines[22].contains("Tab 下一种"), "{screen}");
        let narrow = clerk.screen_of(60, 16);
        assert!(narrow.contains("7 工作情况 0") && narrow.contains("> 2026-03-02"), "{narrow}");
    });
}

#[test]
fn any_key_at_any_size_does_no_harm_in_the_registers() {
    play(TODAY, |clerk| {
        document(clerk);
        let keys = "Up Down PageUp PageDown Home End Left Right Tab Shift-Tab Enter [ ] 0 1 2 3 4 5 6 7 8 9 F1 F3 F4 \
                    Backspace Ctrl-N F8 x";
        for (columns, rows) in [(0, 0), (20, 5), (59, 16), (60, 16), (300, 100), (80, 24)] {
            clerk.event(Event::Resize(columns, rows));
            for kind in 1..=7 {
                clerk.press(&format!("F12 {kind}")).press(keys).press("Esc 2 Esc 2 Esc 2 F12").press("F2");
                clerk.press(keys).press("Esc 2 Esc 2 Esc 2");
            }
            clerk.press("F12 1 Enter").press(keys).press("Esc 2 Esc 2 Esc 2");
            clerk.frame();
        }
        assert!(!clerk.has_ended());
    });
}
