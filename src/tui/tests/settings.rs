//! The settings by keys: the office's with their consequence, the clerk's at once.

use jiff::civil::date;

use super::player::play;
use super::register;
use crate::request::{Excluded, Readings};

fn readings(clerk: &mut super::player::Player<'_, '_>) -> Readings {
    let mut readings = Readings::default();
    clerk.meanwhile(|desk| readings = desk.reckoning().readings);
    readings
}

#[test]
fn a_setting_of_the_office_shows_which_requests_it_dates_anew_before_it_is_saved() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press("Enter 6 1 Tab").types("某公司").press("Tab").types("0303").press("F8 Enter");
        assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        clerk.press("F5 Ctrl-R");
        assert!(clerk.screen().contains("> 征求意见期间起止：发出次日起"), "{}", clerk.screen());
        clerk.press("Enter 1");
        assert!(clerk.message().contains("没有改动"), "{}", clerk.screen());
        clerk.press("Enter 2");
        let screen = clerk.screen();
        assert!(screen.contains("将改期的申请 1 件") && screen.contains("2026-001"), "{screen}");
        clerk.press("2");
        assert_eq!(readings(clerk).excluded, Excluded::AfterSending, "given up");
        clerk.press("Enter 2 1");
        assert!(clerk.message().contains("已保存：征求意见期间起止：发出当日起"), "{}", clerk.message());
        assert_eq!(readings(clerk).excluded, Excluded::WithSending);
        // A number is typed, a day too.
        clerk.press("Down Down Enter").types("9").press("Enter 1");
        assert_eq!(readings(clerk).unit_days, 9);
        clerk.press("Down Down Down Down Down Enter").types("0115").press("1");
        assert_eq!(readings(clerk).hand_in.map(crate::request::HandInDay::parts), Some((1, 15)));
        assert!(clerk.screen().contains("每年 1 月 15 日"), "{}", clerk.screen());
    });
}

#[test]
fn what_the_clerk_prefers_holds_at_once() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        register(clerk, "李四", "预算");
        clerk.press("Home 0 End Up Enter 2");
        assert!(clerk.message().contains("键位：vim"), "{}", clerk.screen());
        clerk.press("k Enter 4");
        assert!(clerk.message().contains("配色：无色"), "{}", clerk.screen());
        clerk.press("j j l 2");
        assert!(clerk.screen().contains("引号和破折号的宽度：两格"), "{}", clerk.screen());
        assert!(clerk.frame() > 1_000, "painted anew");
        clerk.press("h j");
        assert!(clerk.line("2026-002").starts_with("> "), "{}", clerk.screen());
    });
}
