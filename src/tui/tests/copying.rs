//! Copying into the clipboard of the clerk's own machine.

use jiff::civil::date;

use super::player::play;
use super::register;

#[test]
fn number_line_and_explanation_go_to_the_terminal_as_it_understands_them() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press("Ctrl-E");
        assert!(clerk.message().contains("没有可复制"), "{}", clerk.screen());
        register(clerk, "张三", "预算");
        clerk.press("Ctrl-E");
        assert!(clerk.screen().contains("复制什么"), "{}", clerk.screen());
        clerk.press("1");
        assert_eq!(clerk.copied(), ["2026-001"]);
        assert!(clerk.message().contains("编号，8 字"), "{}", clerk.message());
        clerk.press("Ctrl-E 2");
        let copied = clerk.copied().pop().unwrap();
        for words in ["2026-001", "2026年3月2日", "张三", "预算", "办理中", "2026年3月30日", "剩15天"]
        {
            assert!(copied.contains(words), "{words}: {copied}");
        }
        clerk.press("Enter Ctrl-E 3");
        let copied = clerk.copied().pop().unwrap();
        assert!(copied.starts_with("申请 2026-001\n") && copied.contains("条例第三十三条"), "{copied}");
        clerk.press("F7 Ctrl-E 1");
        let copied = clerk.copied().pop().unwrap();
        assert_eq!(copied.lines().count(), 26);
        assert!(copied.contains("一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1"), "{copied}");
    });
}

#[test]
fn the_view_without_frames_has_nothing_but_the_text() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter Ctrl-E 5");
        let screen = clerk.screen();
        assert!(screen.contains("申请人  张三"), "{screen}");
        assert!(!screen.contains("扬州市") && !screen.contains("Esc"), "{screen}");
        clerk.press("Esc");
        assert!(clerk.screen().contains("扬州市"), "{}", clerk.screen());
    });
}
