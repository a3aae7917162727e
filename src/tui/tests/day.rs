//! A day of a clerk by keys, and how many it takes: words typed apart from keys pressed.

use jiff::civil::date;

use super::player::play;

/// Keys pressed on the whole day; more than these are a step back.
const MOST_KEYS: usize = 135;

#[test]
fn a_day_of_a_clerk_takes_few_keys() {
    play(date(2026, 3, 9), |clerk| {
        // Before the day: three requests of last year, eight of this one.
        for (n, name) in ["去年甲", "去年乙", "去年丙"].into_iter().enumerate() {
            clerk.press("F2").types(name).press("Tab 1 Tab 2 Tab Ctrl-U");
            clerk.types(&format!("2025-12-2{n}")).press("Tab Tab").types("旧件").press("F8");
        }
        for n in 1..=8 {
            clerk.press("F2").types(&format!("李{n}")).press("Tab 1 Tab 2 Tab Ctrl-U").types("0302");
            clerk.press("Tab Tab").types(&format!("材料{n}")).press("F8");
        }
        clerk.press("F5");
        let before = clerk.pressed();
        // Five requests handed in today.
        for n in 1..=5 {
            clerk.press("F2").types(&format!("王{n}")).press("Tab 1 Tab 2 Tab Tab Tab");
            clerk.types("2025年部门决算").press("F8");
            assert!(clerk.message().contains("已保存"), "{}", clerk.screen());
        }
        let registered = clerk.pressed() - before;
        // Eight are worked on: found by name, opened, one step each.
        let steps = ["2", "11", "34", "2", "0", "5", "8", "8"];
        for (n, step) in (1..).zip(steps) {
            clerk.press("/").types(&format!("李{n}")).press("Enter");
            match step {
                "2" => clerk.press("2 Tab").types("请写明文号").press("Tab").types("+14").press("F8 Enter"),
                "11" => clerk.press("Enter 1 1").types("规划科").press("F8"),
                "34" => clerk.press("F4 1 Tab Tab").types("已电话沟通").press("F8"),
                "0" => clerk.press("0 F8 Enter"),
                "5" => clerk.press("5 Tab").types("王局长").press("Tab").types("需会商").press("F8 Enter"),
                _ => clerk.press("8 Tab 1 Enter F8 Enter"),
            };
            assert!(clerk.message().contains("已保存"), "{step}: {}", clerk.screen());
            clerk.press("F5");
        }
        let worked = clerk.pressed() - before - registered;
        // Three carried over are looked up, twice somebody asks how a request stands.
        clerk.press("F6");
        assert!(clerk.screen().contains("去年甲"), "{}", clerk.screen());
        clerk.press("Enter Esc Down Enter Esc Down Enter F5");
        for asked in ["李3", "wang2"] {
            clerk.press("/").types(asked);
            assert!(clerk.screen().contains("1/1"), "{asked}: {}", clerk.screen());
            clerk.press("Ctrl-E 2 Esc");
            assert!(clerk.copied().pop().unwrap().contains("到期日"), "{asked}");
        }
        let looked = clerk.pressed() - before - registered - worked;
        // The year so far as a file.
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("年报.docx");
        clerk.press("F7 F8 Tab Ctrl-U").types(path.to_str().unwrap()).press("F8 F5");
        assert!(path.exists(), "{}", clerk.screen());
        let all = clerk.pressed() - before;
        let exported = all - registered - worked - looked;
        println!(
            "register 5: {registered}, work on 8: {worked}, look up 5: {looked}, export: {exported}, all: {all}"
        );
        assert!(all <= MOST_KEYS, "{all}");
    });
}
