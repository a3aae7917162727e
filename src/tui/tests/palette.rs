//! The list of everything that can be done.

use jiff::civil::date;

use super::player::play;
use super::register;
use crate::tui::keymap::{Action, Context, Found, Keymap, Preset, print_keys};
use crate::tui::screens::StepKind;

#[test]
fn an_action_is_found_by_its_words_by_initials_and_by_full_pinyin_and_done() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        for typed in ["结转", "jz", "jiezhuan", "JZ"] {
            clerk.press(":").types(typed).press("Enter");
            assert!(clerk.screen().contains("上年结转"), "{typed}: {}", clerk.screen());
            clerk.press("Esc");
        }
        clerk.press("Ctrl-K").types("sjnr");
        assert!(clerk.screen().contains("没有找到"), "{}", clerk.screen());
        clerk.press("Esc");
        assert!(clerk.line("2026-001").starts_with("> "), "{}", clerk.screen());
    });
}

#[test]
fn what_cannot_be_done_says_why_and_stays_in_the_list() {
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        clerk.press(":").types("延期").press("Enter");
        assert!(clerk.message().contains("在“申请”中用"), "{}", clerk.screen());
        assert!(clerk.screen().contains("现在不可用"), "{}", clerk.screen());
        clerk.press("Esc Enter :").types("收到补正").press("Enter");
        assert!(clerk.message().contains("补正"), "{}", clerk.screen());
        assert!(clerk.screen().contains("现在不可用"), "the list stays");
        // What can be done is done: the form of the step.
        clerk.press("Ctrl-U").types("bzgz").press("Enter");
        assert!(clerk.screen().contains("补正告知  申请 2026-001"), "{}", clerk.screen());
    });
}

#[test]
fn the_list_teaches_the_key_of_each_action() {
    play(date(2026, 3, 9), |clerk| {
        clerk.press(":").types("登记新收到");
        assert!(clerk.screen().contains("F2 2"), "{}", clerk.screen());
        clerk.press("Ctrl-U").types("年度报告各表");
        assert!(clerk.screen().contains("F7"), "{}", clerk.screen());
    });
}

/// Every place in which actions are bound, with the screen below it.
fn places() -> impl Iterator<Item = [Context; 2]> {
    Context::ALL.into_iter().map(|context| [context, Context::Global])
}

#[test]
fn every_action_is_reached_through_its_key_in_each_key_map_and_through_the_list() {
    for preset in Preset::ALL {
        let keymap = Keymap::preset(preset);
        for action in Action::ALL.iter().copied() {
            let keys = places()
                .find_map(|place| keymap.keys_of(&place, action).first().map(|keys| (place, keys.clone())));
            match keys {
                Some((place, keys)) => {
                    let found = keymap.find(&place, &keys);
                    assert_eq!(found, Found::Action(action), "{} {}", preset.name(), print_keys(&keys));
                }
                // A step without a key of its own stands in the menu of steps under its number.
                None => assert!(
                    StepKind::ALL.iter().any(|kind| kind.action() == action),
                    "{} {action:?}",
                    preset.name()
                ),
            }
        }
    }
    play(date(2026, 3, 9), |clerk| {
        register(clerk, "张三", "预算");
        let listed = |screen: &str, action: Action| screen.lines().any(|line| line.contains(action.label()));
        for action in Action::ALL.iter().copied().filter(|action| *action != Action::Palette) {
            clerk.press(":").types(action.text());
            assert!(listed(&clerk.screen(), action), "{action:?}: {}", clerk.screen());
            clerk.press("Esc");
        }
    });
}

#[test]
fn the_plain_key_map_has_neither_function_keys_nor_letters() {
    let keymap = Keymap::preset(Preset::Plain);
    for context in Context::ALL {
        for (keys, action) in keymap.rows(context) {
            let printed = print_keys(&keys);
            let is_f = printed.starts_with('F') && printed.len() > 1;
            let is_letter = keys.iter().any(|key| key.typed().is_some_and(|c| c.is_ascii_alphabetic()));
            assert!(!is_f && !is_letter, "{context:?} {printed} {action:?}");
        }
    }
}
