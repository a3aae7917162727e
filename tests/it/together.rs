//! Two at the same case: who is there, what the other did, who looked.

use crate::host::until;
use crate::office::Office;
use crate::terminal::{Terminal, key};

const TODAY: &str = "2026-04-01";

fn at_the_case(office: &Office) -> Terminal {
    let mut clerk = Terminal::open(office, Some(TODAY));
    clerk.wait_for("未办结申请");
    clerk.press(key::ENTER, "办理过程");
    clerk
}

#[test]
fn who_is_at_the_same_case_is_told_and_who_leaves_is_told_no_more() {
    let office = Office::on(TODAY);
    let _ = office.register("2026-03-10", "李强", "材料");
    let one = at_the_case(&office);
    let mut two = at_the_case(&office);
    one.wait_for("也在看");
    two.wait_for("也在看");
    two.press("\x1b", "未办结申请");
    until("he is alone again", || !one.text().contains("也在看"));
    one.quit();
    two.quit();
}

#[test]
fn what_another_did_meanwhile_is_told_and_what_was_filled_in_can_be_saved_after_all() {
    let office = Office::on(TODAY);
    let no = office.register("2026-03-10", "李强", "材料");
    let mut one = at_the_case(&office);
    one.press("\x1bOS", "附注"); // F4
    one.press("1", "沟通记录");
    one.send(&format!("{0}{0}", key::TAB));
    one.press("已电话联系", "已电话联系");
    let _ = office.run(&["act", &no, "note", "--type", "search", "查了档案室"]).done();
    one.press("\x1b[19~", "他人已有记录");
    one.wait_for("查了档案室");
    one.press("1", "已电话联系");
    one.press("\x1b[19~", "已保存");
    one.quit();
    let shown = office.run(&["show", &no]).done().out;
    assert!(shown.contains("已电话联系") && shown.contains("查了档案室"), "{shown}");
}

#[test]
fn numbers_are_hidden_until_they_are_asked_for_and_who_asked_is_noted() {
    let office = Office::on(TODAY);
    let mut arguments = vec!["register", "--received", "2026-03-10", "--kind", "natural"];
    arguments.extend(["--applicant", "李强", "--content", "材料", "--contact", "13812347582"]);
    let no = office.run(&arguments).done().out.trim().to_owned();
    let mut one = at_the_case(&office);
    one.wait_for("138****7582");
    one.press(".", "13812347582");
    one.press(".", "138****7582");
    one.quit();
    let looks = office.run(&["access", &no, "--json"]).done().json();
    let what: Vec<&str> =
        looks.as_array().unwrap().iter().map(|look| look["what"].as_str().unwrap()).collect();
    assert_eq!(what, ["personal", "case"]);
    let listed = office.run(&["access"]).done().out;
    assert!(listed.contains("查看完整号码") && listed.contains(&no), "{listed}");
}
