use ratatui::buffer::Buffer;

use super::*;
use crate::law::guide::Todo;
use crate::law::{ApplicantKind, Article, OutcomeKind, OutcomeRow};
use crate::request::{
    Channel, Context, OrganId, Particulars, Reckoning, Registration, RequestNo, imported, register,
};
use crate::tui::paint::{hidden_content, screen_text};

const AREA: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };

fn case(items: &[&str]) -> Case {
    let reckoning = Reckoning::built_in();
    let context = Context { today: jiff::civil::date(2026, 3, 2), reckoning: &reckoning };
    let particulars = Particulars {
        applicant: "张三".into(),
        content: "征地补偿安置名册".into(),
        items: items.iter().map(|item| (*item).to_owned()).collect(),
        ..Particulars::default()
    };
    let registration = Registration {
        no: None,
        organ: OrganId::FIRST,
        kind: ApplicantKind::Natural,
        channel: Channel::SignedPost,
        submitted_on: None,
        confirmed_on: None,
        received_on: Some(context.today),
        particulars,
    };
    imported(&[register(registration, RequestNo::running("", 2026, 1), &context).unwrap()]).unwrap()
}

fn guide(items: &[&str]) -> Guide {
    Guide::of(&case(items)).unwrap()
}

/// Presses the digits of a text, `E` for Enter and `<` for Left.
fn press(guide: &mut Guide, keys: &str) -> GuideReply {
    let mut reply = GuideReply::Ignored;
    for key in keys.chars().filter(|c| *c != ' ') {
        reply = guide.handle(
            match key {
                'E' => KeyPress::plain(Key::Enter),
                '<' => KeyPress::plain(Key::Left),
                c => KeyPress::char(c),
            },
            AREA,
        );
    }
    reply
}

fn drawn(guide: &Guide, area: Rect) -> String {
    let mut buf = Buffer::empty(area);
    guide.draw(area, &mut buf);
    assert!(hidden_content(&buf).is_empty());
    screen_text(&buf)
}

/// Keys to the question about the public, and to the grounds.
const TO_PUBLIC: &str = "11 11 22 22 11 2";
const TO_GROUNDS: &str = "11 11 22 22 11 2 2 1";

#[test]
fn a_question_shows_its_answers_with_their_ends_what_it_is_not_and_what_to_keep() {
    let mut guide = guide(&[]);
    press(&mut guide, TO_GROUNDS);
    press(&mut guide, "22");
    let screen = drawn(&guide, AREA);
    let lines: Vec<&str> = screen.lines().collect();
    assert_eq!(
        lines[2..12].iter().map(|line| line.trim_matches([' ', '|'])).collect::<Vec<_>>(),
        [
            "征地补偿安置名册",
            "八、能不能给  第31问，已答15问",
            "公开会危及国家安全、公共安全、经济安全、社会稳定吗？",
            "> 1 是 -> 再问",
            "2 否 -> 再问",
            "",
            "有关行  （三）3 危及“三安全一稳定”",
            "不属于  只是怕引起信访、投诉或者议论 -> 不用本行；没有别的理由就公开",
            "留存    风险评估，负责人签批",
            "",
        ],
        "{screen}"
    );
    assert!(screen.contains("1 是  2 否  Enter 选定  Left 上一问"), "{screen}");
}

#[test]
fn the_end_shows_the_row_its_article_its_proof_and_what_the_file_lacks() {
    let mut guide = guide(&[]);
    // A third party, not to be blacked out, asked, against it, nothing separable.
    press(&mut guide, TO_GROUNDS);
    press(&mut guide, "222 1 2 1 2 2");
    let screen = drawn(&guide, AREA);
    for words in [
        "（三）4 保护第三方合法权益",
        "依据    条例第十五条、第三十二条",
        "留存    征求意见书、送达凭证",
        "还缺    “保护第三方合法权益”须先向第三方“征求意见”",
        "救济    复议前置",
        "Enter 采用",
    ] {
        assert!(screen.contains(words), "{words}: {screen}");
    }
    let GuideReply::Done(found) = press(&mut guide, "E") else { panic!("{screen}") };
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].item, found[0].verdict), (1, Verdict::row_of(OutcomeRow::DenyThird)));
    assert_eq!(found[0].outcome(), Some(Outcome::of(OutcomeRow::DenyThird)));
}

#[test]
fn a_kind_brings_its_own_article_and_a_part_held_back_the_article_of_its_ground() {
    let mut public = guide(&[]);
    let GuideReply::Done(found) = press(&mut public, &format!("{TO_PUBLIC}1E")) else { panic!() };
    let outcome = found[0].outcome().unwrap();
    assert_eq!(
        (outcome.kind, outcome.grounds),
        (Some(OutcomeKind::AlreadyPublic), vec![Article::item(36, 1)])
    );

    let mut secret = guide(&[]);
    let GuideReply::Done(found) = press(&mut secret, &format!("{TO_GROUNDS}11E")) else { panic!() };
    let outcome = found[0].outcome().unwrap();
    assert_eq!((outcome.row, &outcome.grounds), (OutcomeRow::Partial, &vec![Article::whole(14)]));
    assert!(outcome.review_first());
}

#[test]
fn blacking_out_asks_for_no_consultation() {
    let mut guide = guide(&[]);
    press(&mut guide, &format!("{TO_GROUNDS}222 1 1 2 2 2"));
    let screen = drawn(&guide, AREA);
    assert!(screen.contains("（二）部分公开，不给的部分依（三）4"), "{screen}");
    assert!(screen.contains("还缺    这一结果的必备前提已齐"), "{screen}");
}

#[test]
fn what_comes_first_is_no_outcome() {
    let mut guide = guide(&[]);
    press(&mut guide, "122");
    let screen = drawn(&guide, AREA);
    assert!(screen.contains("先办：发“补正告知”") && screen.contains("还不能作决定"), "{screen}");
    let GuideReply::Done(found) = press(&mut guide, "E") else { panic!() };
    assert_eq!((found[0].verdict, found[0].outcome()), (Verdict::First(Todo::AskSupplement), None));
}

#[test]
fn left_goes_one_question_back_and_shows_what_was_answered() {
    let mut guide = guide(&[]);
    press(&mut guide, "12");
    let before = guide.clone();
    assert_eq!(press(&mut guide, "1<"), GuideReply::Taken);
    assert_eq!(guide, before);
    press(&mut guide, "<");
    assert!(drawn(&guide, AREA).contains("> 2 否 -> 再问"), "{}", drawn(&guide, AREA));
    press(&mut guide, "<<<<");
    assert!(drawn(&guide, AREA).contains("第1问"));
    assert_eq!(guide.handle(KeyPress::plain(Key::Esc), AREA), GuideReply::Left);
}

#[test]
fn digits_of_an_input_method_and_the_words_themselves_answer() {
    let mut digits = guide(&[]);
    press(&mut digits, "１２");
    let mut spoken = guide(&[]);
    press(&mut spoken, "是否");
    let mut chosen = guide(&[]);
    press(&mut chosen, "E");
    chosen.handle(KeyPress::plain(Key::Down), AREA);
    press(&mut chosen, "E");
    assert_eq!(digits, spoken);
    assert_eq!(digits, chosen);
    assert_eq!(press(&mut digits, "9"), GuideReply::Ignored);
    assert_eq!(digits.handle(KeyPress::ctrl('l'), AREA), GuideReply::Ignored);
}

#[test]
fn several_items_are_asked_one_by_one_and_seen_together_with_the_row_of_the_case() {
    let mut guide = guide(&["批复", "补偿名册"]);
    assert!(drawn(&guide, AREA).contains("事项1/2  批复"));
    press(&mut guide, &format!("{TO_PUBLIC}1E"));
    let second = drawn(&guide, AREA);
    assert!(second.contains("事项2/2  补偿名册") && second.contains("第3问"), "{second}");
    // Ours not: the other organ's.
    assert_eq!(press(&mut guide, "111 22 22 2 E"), GuideReply::Taken);
    let all = drawn(&guide, AREA);
    for words in ["1 批复", "（一）予以公开（已主动公开）", "（四）1 本机关不掌握相关政府信息（非本机关）"]
    {
        assert!(all.contains(words), "{words}: {all}");
    }
    assert!(all.contains("全件    （二）部分公开，不是复议前置"), "{all}");
    press(&mut guide, "<");
    assert!(drawn(&guide, AREA).contains("问到的结果"));
    let GuideReply::Done(found) = press(&mut guide, "EE") else { panic!("{all}") };
    let rows: Vec<_> =
        found.iter().map(|found| (found.item, found.verdict.row(), found.verdict.kind())).collect();
    assert_eq!(
        rows,
        [
            (1, Some(OutcomeRow::Open), Some(OutcomeKind::AlreadyPublic)),
            (2, Some(OutcomeRow::NoneHeld), Some(OutcomeKind::OtherOrgan)),
        ]
    );
}

#[test]
fn an_item_that_waits_leaves_the_row_of_the_case_open() {
    let mut guide = guide(&["批复", "补偿名册"]);
    press(&mut guide, &format!("{TO_PUBLIC}1E 22 E"));
    let all = drawn(&guide, AREA);
    assert!(all.contains("全件的结果还定不下来"), "{all}");
}

#[test]
fn long_sheets_scroll_in_small_windows_and_no_window_is_too_small_to_draw() {
    let small = Rect::new(0, 0, 60, 16);
    let mut guide = guide(&[]);
    press(&mut guide, &format!("{TO_GROUNDS}222 1 2 1 2 2"));
    let above = drawn(&guide, small);
    guide.handle(KeyPress::plain(Key::End), small);
    let below = drawn(&guide, small);
    assert!(above.contains("依据") && !below.contains("依据"), "{below}");
    assert!(below.contains("不属于"), "{below}");
    for (width, height) in [(0, 0), (1, 1), (5, 3), (20, 5), (59, 9)] {
        drawn(&guide, Rect::new(0, 0, width, height));
    }
}

#[test]
fn a_case_without_an_open_item_has_nothing_to_ask() {
    let mut decided = case(&[]);
    decided.items.clear();
    assert_eq!(Guide::of(&decided), None);
}
