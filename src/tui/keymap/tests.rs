//! The built-in key map keeps the house's rules; a bad file loses its bad rows and no more.

use super::*;
use crate::terminal::{Key, KeyPress};

fn keys(text: &str) -> Vec<KeyPress> {
    parse_keys(text).unwrap()
}

fn rows_of(keymap: &Keymap, action: Action) -> Vec<Vec<KeyPress>> {
    let rows = Context::ALL.into_iter().flat_map(|context| keymap.rows(context));
    rows.filter(|(_, meant)| *meant == action).map(|(keys, _)| keys).collect()
}

/// What must have a key: a step is reached through the menu of steps, which has one.
fn needing_keys() -> impl Iterator<Item = Action> {
    Action::ALL.iter().copied().filter(|action| !action.is_step())
}

fn built_in() -> (Keymap, Vec<KeymapFault>) {
    Keymap::parse(include_str!("../../../keymaps/default.toml"))
}

#[test]
fn the_built_in_key_map_has_no_fault() {
    assert_eq!(built_in().1, []);
}

#[test]
fn every_action_can_be_reached_with_an_input_method_on() {
    let keymap = Keymap::built_in();
    for action in needing_keys() {
        let bare_letter = |keys: &Vec<KeyPress>| {
            keys.iter().any(|press| press.typed().is_some_and(|c| c.is_ascii_alphabetic()))
        };
        assert!(rows_of(&keymap, action).iter().any(|keys| !bare_letter(keys)), "{action:?}");
    }
}

#[test]
fn every_action_can_be_reached_where_function_keys_are_lost() {
    let keymap = Keymap::built_in();
    for action in needing_keys() {
        let lost = |keys: &Vec<KeyPress>| {
            keys.iter().any(|press| {
                matches!(press.code, Key::F(_)) || press.typed().is_some_and(|c| c.is_ascii_alphabetic())
            })
        };
        assert!(rows_of(&keymap, action).iter().any(|keys| !lost(keys)), "{action:?}");
    }
}

#[test]
fn the_carried_over_requests_are_one_key_away() {
    let keymap = Keymap::built_in();
    for context in [Context::List, Context::Case, Context::Year, Context::Calendar] {
        let found = keymap.find(&[context, Context::Global], &keys("F6"));
        assert_eq!(found, Found::Action(Action::GoCarry), "{context:?}");
    }
}

#[test]
fn the_calendar_is_one_key_away_where_deadlines_are_looked_at() {
    let keymap = Keymap::built_in();
    for context in [Context::List, Context::Case, Context::Year, Context::Carry] {
        let found = keymap.find(&[context, Context::Global], &keys("Ctrl-P"));
        assert_eq!(found, Found::Action(Action::GoCalendar), "{context:?}");
    }
    for key in ["F9", "9"] {
        let found = keymap.find(&[Context::List, Context::Global], &keys(key));
        assert_eq!(found, Found::Action(Action::GoCalendar), "{key}");
    }
}

#[test]
fn back_works_everywhere_and_without_esc() {
    let keymap = Keymap::built_in();
    for context in [
        Context::List,
        Context::Case,
        Context::Year,
        Context::Carry,
        Context::Calendar,
        Context::Records,
        Context::Record,
        Context::Popup,
    ] {
        for key in ["Esc", "Ctrl-G", "Backspace"] {
            let found = keymap.find(&[context, Context::Global], &keys(key));
            assert_eq!(found, Found::Action(Action::Back), "{context:?} {key}");
        }
    }
}

#[test]
fn full_width_keys_mean_their_ascii_ones() {
    let keymap = Keymap::built_in();
    let list = [Context::List, Context::Global];
    for (typed, action) in [('？', Action::Help), ('、', Action::Search), ('２', Action::Register)] {
        assert_eq!(keymap.find(&list, &[KeyPress::char(typed)]), Found::Action(action), "{typed}");
    }
}

#[test]
fn the_inner_context_decides_first() {
    let keymap = Keymap::built_in();
    let form = [Context::Form, Context::Global];
    assert_eq!(keymap.find(&form, &keys("Esc")), Found::Action(Action::Cancel));
    assert_eq!(keymap.find(&form, &keys("F1")), Found::Action(Action::Help));
    assert_eq!(keymap.find(&form, &keys("n")), Found::Nothing);
}

#[test]
fn a_bad_row_is_named_with_its_line_and_the_rest_lives() {
    let file = "\
list = [
  { on = \"F5\", run = \"request.extned\" },
  { on = \"Hyper-X\", run = \"list.new\" },
  { on = \"Ctrl-S\", run = \"list.new\" },
  { on = [\"F9\", \"F99\", \"Ctrl-H\"], run = \"list.new\" },
  { on = \"F9\", run = \"list.open\" },
  { key = \"F8\" },
  { on = \"g\", run = \"list.sort\" },
  { on = \"g g\", run = \"list.sort\" },
]
lsit = []
";
    let (keymap, faults) = Keymap::built_in().with_layer(file);
    let named: Vec<_> = faults.iter().map(|fault| (fault.line, fault.what.clone())).collect();
    assert_eq!(
        named,
        [
            (2, Fault::UnknownAction("request.extned".into(), "request.extend")),
            (3, Fault::BadKey("Hyper-X".into())),
            (4, Fault::Reserved("Ctrl-S".into(), crate::words::tui::keys::WHY_FLOW)),
            (5, Fault::BadKey("F99".into())),
            (5, Fault::Reserved("Ctrl-H".into(), crate::words::tui::keys::WHY_ALIAS)),
            (6, Fault::Duplicate("F9".into(), Action::Register)),
            (7, Fault::BadRow),
            (9, Fault::Shadowed("g g".into())),
            (11, Fault::UnknownContext("lsit".into(), "list")),
        ]
    );
    assert_eq!(keymap.find(&[Context::List], &keys("F9")), Found::Action(Action::Register));
    assert_eq!(keymap.find(&[Context::List], &keys("Enter")), Found::Action(Action::Open));
    for fault in &faults {
        assert!(fault.to_string().starts_with(&format!("{}: ", fault.line)));
    }
}

#[test]
fn a_file_that_is_no_toml_is_named_and_the_built_in_keys_live() {
    let (keymap, faults) = Keymap::built_in().with_layer("list = [\n{ on = ");
    assert!(faults.iter().any(|fault| matches!(fault.what, Fault::NotToml(_))), "{faults:?}");
    assert_eq!(keymap.find(&[Context::List], &keys("F2")), Found::Action(Action::Register));
}

#[test]
fn a_layer_overrides_unbinds_and_comes_first_in_hints() {
    let file = "list = [{ on = \"Ctrl-N\", run = \"list.new\" }, { on = \"s\", run = \"none\" }, \
                { on = \"F3\", run = \"list.sort\" }]";
    let (keymap, faults) = Keymap::built_in().with_layer(file);
    assert_eq!(faults, []);
    let list = [Context::List, Context::Global];
    assert_eq!(keymap.find(&list, &keys("s")), Found::Nothing);
    assert_eq!(keymap.find(&list, &keys("F3")), Found::Action(Action::Sort));
    assert_eq!(keymap.find(&list, &keys("3")), Found::Action(Action::Filter));
    assert_eq!(keymap.hints(&list, &[Action::Register])[0].key, "Ctrl-N");
}

#[test]
fn taking_the_last_key_of_an_action_is_named() {
    let (_, faults) = Keymap::built_in().with_layer("global = [{ on = \"Ctrl-Z\", run = \"none\" }]");
    assert_eq!(faults, [KeymapFault { line: 0, what: Fault::NoKey(Action::Suspend) }]);
    let file = "global = [{ on = \"Ctrl-Z\", run = \"none\" }, { on = \"w\", run = \"app.suspend\" }]";
    let (_, faults) = Keymap::built_in().with_layer(file);
    assert_eq!(faults, [KeymapFault { line: 0, what: Fault::LettersOnly(Action::Suspend) }]);
}

#[test]
fn after_the_first_key_of_a_sequence_the_rest_is_listed() {
    let (keymap, _) = Keymap::built_in()
        .with_layer("list = [{ on = \"g g\", run = \"move.home\" }, { on = \"g e\", run = \"move.end\" }]");
    let Found::Prefix(follows) = keymap.find(&[Context::List], &keys("g")) else { panic!("no prefix") };
    let listed: Vec<_> = follows.iter().map(|follow| (print_keys(&follow.keys), follow.action)).collect();
    assert_eq!(listed, [("g".to_owned(), Action::Home), ("e".to_owned(), Action::End)]);
    assert_eq!(keymap.find(&[Context::List], &keys("g g")), Found::Action(Action::Home));
}

#[test]
fn hints_show_a_key_that_works_under_an_input_method() {
    let keymap = Keymap::built_in();
    let list = [Context::List, Context::Global];
    let hints = keymap.hints(&list, &[Action::Open, Action::Register, Action::GoCarry, Action::Save]);
    let shown: Vec<_> = hints.iter().map(|hint| format!("{} {}", hint.key, hint.label)).collect();
    assert_eq!(shown, ["Enter 打开", "F2 登记", "F6 结转"]);
}

#[test]
fn help_lists_every_key_that_works_here_and_no_other() {
    let keymap = Keymap::built_in();
    for context in Context::ALL {
        let contexts = [context, Context::Global];
        for row in keymap.help(&contexts).iter().flat_map(|section| &section.rows) {
            for key in &row.keys {
                assert_eq!(keymap.find(&contexts, &keys(key)), Found::Action(row.action), "{key}");
            }
        }
    }
}

#[test]
fn the_key_maps_of_the_program_have_no_fault() {
    for preset in Preset::ALL {
        let (keymap, faults) = Keymap::layered(Preset::Default, &[preset.file()]);
        assert!(faults.iter().all(Vec::is_empty), "{}: {faults:?}", preset.name());
        assert_eq!(keymap, if preset == Preset::Default { keymap.clone() } else { Keymap::preset(preset) });
    }
}

#[test]
fn the_last_file_that_extends_a_key_map_chooses_it_and_the_last_row_counts() {
    let site = "extends = \"plain\"\nlist = [{ on = \"Ctrl-N\", run = \"list.new\" }]";
    let own = "list = [{ on = \"Ctrl-N\", run = \"list.filter\" }]";
    let (keymap, faults) = Keymap::layered(Preset::Vim, &[site, own]);
    assert!(faults.iter().all(Vec::is_empty), "{faults:?}");
    let list = [Context::List, Context::Global];
    assert_eq!(keymap.find(&list, &keys("Ctrl-N")), Found::Action(Action::Filter));
    assert_eq!(keymap.find(&list, &keys("F2")), Found::Nothing, "plain");
    assert_eq!(keymap.find(&list, &keys("2")), Found::Action(Action::Register));
    let (keymap, _) = Keymap::layered(Preset::Vim, &[own]);
    assert_eq!(keymap.find(&list, &keys("j")), Found::Action(Action::Down), "vim");
    let (_, faults) = Keymap::layered(Preset::Default, &["extends = \"emacs\""]);
    assert_eq!(faults[0], [KeymapFault { line: 1, what: Fault::UnknownPreset("emacs".into(), "plain") }]);
}

#[test]
fn a_file_longer_than_any_key_map_is_passed_over_as_a_whole() {
    let long = format!("list = [{{ on = \"Ctrl-N\", run = \"list.filter\" }}]\n{}", "#".repeat(64 << 10));
    let (keymap, faults) = Keymap::layered(Preset::Default, &[&long]);
    assert_eq!(keymap, Keymap::built_in());
    assert_eq!(faults[0], [KeymapFault { line: 0, what: Fault::TooLarge(64 << 10) }]);
    assert!(faults[0][0].to_string().contains("64 KiB"), "{}", faults[0][0]);
    let many = vec!["list = []"; 5_000];
    let faults = Keymap::layered(Preset::Default, &many).1;
    assert_eq!((faults.len(), faults[2].len()), (5_000, 0));
    assert_eq!(
        faults[3],
        [KeymapFault { line: 0, what: Fault::TooManyFiles(3) }],
        "no more files than there can be"
    );
    assert!(faults[3][0].to_string().contains("请合并"), "{}", faults[3][0]);
}

#[test]
fn a_sequence_of_thousands_of_keys_is_refused_and_never_becomes_a_trie_of_that_depth() {
    let long = format!("list = [{{ on = \"{}\", run = \"list.filter\" }}]", "a ".repeat(20_000));
    let (keymap, faults) = Keymap::layered(Preset::Default, &[&long]);
    assert_eq!(keymap, Keymap::built_in());
    assert_eq!(faults[0], [KeymapFault { line: 1, what: Fault::TooManyKeys(8) }]);
}
