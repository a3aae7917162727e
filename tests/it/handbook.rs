//! The handbook, by command and on the screen.

use super::office::Office;
use super::terminal::{Terminal, key};

#[test]
fn the_handbook_is_printed_whole_or_by_chapter_within_eighty_columns() {
    let office = Office::empty();
    let whole = office.run(&["handbook"]).done().out;
    assert!(whole.starts_with("# 1 第一天") && whole.contains("常见问题"), "{whole}");
    let chapter = office.run(&["handbook", "查找"]).done().out;
    assert_eq!(office.run(&["handbook", "6"]).done().out, chapter);
    assert!(chapter.starts_with("# 6 查找") && !chapter.contains("# 7"), "{chapter}");
    let refused = office.run(&["handbook", "没有这一章"]);
    assert!(refused.code == 2 && refused.err.contains("第一天"), "{refused:?}");
}

#[test]
fn the_handbook_opens_over_any_screen_and_is_turned_by_chapters() {
    let office = Office::on("2026-04-01");
    let mut clerk = Terminal::open(&office, Some("2026-04-01"));
    clerk.wait_for("未办结申请");
    clerk.press("?", "按键");
    clerk.press("?", "使用手册");
    clerk.wait_for("1  第一天");
    clerk.press(key::TAB, "2  登记申请");
    clerk.press(key::RIGHT, "3  办理");
    clerk.press(key::LEFT, "2  登记申请");
    clerk.press("q", "按键");
    clerk.press("\x07", "未办结申请"); // Ctrl-G
    clerk.press("\x0e", "1  第一天"); // Ctrl-N
    clerk.send("\x04"); // Ctrl-D
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
}
