//! What the terminal and the locale are: what is painted, and what is said where nothing can be.

use super::office::Office;
use super::terminal::{Terminal, key};

const TODAY: &str = "2026-04-01";

/// An office with an overdue request: the list has something in red.
fn office() -> Office {
    let office = Office::on(TODAY);
    let _ = office.register("2026-03-02", "李强", "材料");
    office
}

fn quit(mut clerk: Terminal) {
    clerk.send("\x04"); // Ctrl-D
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
}

#[test]
fn no_color_takes_the_colours_and_nothing_else() {
    let office = office();
    let clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("!超2天");
    assert!(clerk.has_colour(), "{}", clerk.text());
    let coloured = clerk.text();
    quit(clerk);
    for (variables, arguments) in [
        (&[("NO_COLOR", "1")][..], &[][..]),
        (&[][..], &["--theme", "mono"][..]),
        (&[][..], &["--theme", "contrast"][..]),
    ] {
        let clerk = Terminal::open_with(&office, Some(TODAY), variables, arguments);
        clerk.wait_for("!超2天");
        assert!(!clerk.has_colour(), "{variables:?} {arguments:?}");
        assert_eq!(clerk.text(), coloured);
        quit(clerk);
    }
}

#[test]
fn a_locale_that_is_not_utf_8_gets_a_few_lines_of_help_instead_of_rubbish() {
    let office = office();
    for locale in ["zh_CN.GB18030", "C", ""] {
        let clerk = Terminal::open_with(&office, Some(TODAY), &[("LANG", locale)], &[]);
        clerk.wait_for("UTF-8");
        let text = clerk.text();
        assert!(text.lines().filter(|line| !line.trim().is_empty()).count() <= 4, "{text}");
        assert_eq!(clerk.left(), 1, "{locale}");
    }
    let clerk = Terminal::open_with(&office, Some(TODAY), &[("LANG", "C")], &["--force-utf8"]);
    clerk.wait_for("未办结申请");
    quit(clerk);
}

#[test]
fn a_terminal_that_cannot_move_its_cursor_is_sent_to_the_commands() {
    let office = office();
    let clerk = Terminal::open_with(&office, Some(TODAY), &[("TERM", "dumb")], &[]);
    clerk.wait_for("gongkai");
    assert_eq!(clerk.left(), 2);
}

#[test]
fn chinese_with_line_breaks_is_pasted_into_a_form_and_submits_nothing() {
    let office = office();
    let mut clerk = Terminal::open(&office, Some(TODAY));
    clerk.wait_for("未办结申请");
    clerk.press("\x1bOQ", "申请人"); // F2
    clerk.press("\x1b[200~王芳\x1b[201~", "王芳");
    clerk.send(&format!("{0}1{0}2{0}{0}{0}", key::TAB));
    clerk.press("\x1b[200~第一行：预算\r\n第二行：决算\r\n\x1b[201~", "第二行：决算");
    assert!(clerk.text().contains("登记新申请"), "{}", clerk.text());
    clerk.press("\x1b[19~", "已保存"); // F8
    quit(clerk);
    let shown = office.run(&["list", "--find", "王芳", "--json"]).done().json();
    assert_eq!(shown[0]["no"], "2026-002");
    let case = office.run(&["show", "2026-002", "--json"]).done().out;
    assert!(case.contains("第一行：预算\\n第二行：决算"), "{case}");
}

#[test]
fn the_keys_of_vi_and_the_clerks_own_file_work_and_a_bad_row_is_named_when_the_program_comes_up() {
    let office = office();
    let _ = office.register("2026-03-03", "王芳", "预算");
    let mut clerk = Terminal::open_with(&office, Some(TODAY), &[], &["--keymap", "vim"]);
    clerk.wait_for("1/2");
    clerk.press("j", "2/2");
    clerk.press("gg", "1/2");
    clerk.press("l", "期限说明");
    clerk.press("h", "1/2");
    clerk.send("ZZ");
    clerk.send(key::ENTER);
    assert_eq!(clerk.left(), 0);
    let config = office.file("config", b"");
    std::fs::remove_file(&config).unwrap();
    std::fs::create_dir_all(config.join("gongkai")).unwrap();
    let own = "list = [{ on = \"Ctrl-N\", run = \"list.new\" }, { on = \"F5\", run = \"list.nwe\" }]";
    std::fs::write(config.join("gongkai/keymap.toml"), own).unwrap();
    std::fs::write(config.join("gongkai/config.toml"), "theme = \"mono\"").unwrap();
    let variables = [("XDG_CONFIG_HOME", config.to_str().unwrap())];
    let mut clerk = Terminal::open_with(&office, Some(TODAY), &variables, &[]);
    clerk.wait_for("没有名为 list.nwe 的操作");
    assert!(!clerk.has_colour());
    clerk.press("\x0e", "登记新申请"); // Ctrl-N
    clerk.press("\x1b", "未办结申请");
    quit(clerk);
}
