//! Notices in their own words against the calendar built in, and everything that must be refused.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::calendar::{Calendar, from_day, to_day};

/// The notices in the wording of their years; 2019 and 2020 with what later notices changed.
const NOTICES: &[(i16, &str)] = &[
    (
        2019,
        "国务院办公厅关于2019年部分节假日安排的通知
        一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。
        二、春节：2月4日至10日放假调休，共7天。2月2日（星期六）、2月3日（星期日）上班。
        三、清明节：4月5日放假，与周末连休。
        四、劳动节：5月1日至4日放假调休，共4天。4月28日（星期日）、5月5日（星期日）上班。
        五、端午节：6月7日放假，与周末连休。
        六、中秋节：9月13日放假，与周末连休。
        七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。",
    ),
    (
        2020,
        "国务院办公厅关于2020年部分节假日安排的通知
        一、元旦：2020年1月1日放假，共1天。
        二、春节：1月24日至2月2日放假调休，共10天。1月19日（星期日）上班。
        三、清明节：4月4日至6日放假调休，共3天。
        四、劳动节：5月1日至5日放假调休，共5天。4月26日（星期日）、5月9日（星期六）上班。
        五、端午节：6月25日至27日放假调休，共3天。6月28日（星期日）上班。
        六、国庆节、中秋节：10月1日至8日放假调休，共8天。9月27日（星期日）、10月10日（星期六）上班。",
    ),
    (
        2021,
        "国务院办公厅关于2021年部分节假日安排的通知
        一、元旦：2021年1月1日至3日放假，共3天。
        二、春节：2月11日至17日放假调休，共7天。2月7日（星期日）、2月20日（星期六）上班。
        三、清明节：4月3日至5日放假调休，共3天。
        四、劳动节：5月1日至5日放假调休，共5天。4月25日（星期日）、5月8日（星期六）上班。
        五、端午节：6月12日至14日放假，共3天。
        六、中秋节：9月19日至21日放假调休，共3天。9月18日（星期六）上班。
        七、国庆节：10月1日至7日放假调休，共7天。9月26日（星期日）、10月9日（星期六）上班。",
    ),
    (
        2022,
        "国务院办公厅关于2022年部分节假日安排的通知
        一、元旦：2022年1月1日至3日放假，共3天。
        二、春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。
        三、清明节：4月3日至5日放假调休，共3天。4月2日（星期六）上班。
        四、劳动节：4月30日至5月4日放假调休，共5天。4月24日（星期日）、5月7日（星期六）上班。
        五、端午节：6月3日至5日放假，共3天。
        六、中秋节：9月10日至12日放假，共3天。
        七、国庆节：10月1日至7日放假调休，共7天。10月8日（星期六）、10月9日（星期日）上班。",
    ),
    (
        2023,
        "国务院办公厅关于2023年部分节假日安排的通知
        一、元旦：2022年12月31日至2023年1月2日放假，共3天。
        二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。
        三、清明节：4月5日放假，共1天。
        四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
        五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
        六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。",
    ),
    (
        2024,
        "国务院办公厅关于2024年部分节假日安排的通知
        一、元旦：1月1日放假，与周末连休。
        二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
        三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
        四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
        五、端午节：6月10日放假，与周末连休。
        六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
        七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。",
    ),
    (
        2025,
        "国务院办公厅关于2025年部分节假日安排的通知
        一、元旦：1月1日（周三）放假1天，不调休。
        二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
        三、清明节：4月4日（周五）至6日（周日）放假，共3天。
        四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
        五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
        六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。",
    ),
    (
        2026,
        "国务院办公厅关于2026年
        部分节假日安排的通知
        国办发明电〔2025〕7号

        各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
        　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
        　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        　　节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。

        国务院办公厅
        2025年11月4日",
    ),
];

fn built_in(year: i16) -> YearDays {
    Calendar::built_in().years().find(|(known, _)| *known == year).unwrap().1.clone()
}

fn one(text: &str) -> YearDays {
    let years = read_notice(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
    assert_eq!(years.len(), 1, "{text}");
    years.into_values().next().unwrap()
}

fn faults(text: &str) -> Vec<(usize, NoticeProblem)> {
    let faults = read_notice(text).expect_err(text);
    faults.into_iter().map(|fault| (fault.line, fault.problem)).collect()
}

#[test]
fn the_notices_in_their_own_words_make_the_calendar_that_is_built_in() {
    let mut years = BTreeMap::new();
    for (year, text) in NOTICES {
        let read = read_notice(text).unwrap_or_else(|faults| panic!("{year}: {faults:#?}"));
        let days = &read[year];
        assert_eq!(days.work.iter().filter(|day| day.year() == *year).count(), built_in(*year).work.len());
        if [2020, 2021, 2025, 2026].contains(year) {
            assert_eq!(*days, built_in(*year), "{year}");
        }
        years.extend(read);
    }
    let read = Calendar::from_years(years);
    let days = (to_day(date(2019, 1, 1))..=to_day(date(2026, 12, 31))).filter_map(from_day);
    for day in days {
        assert_eq!(read.is_working_day(day), Calendar::built_in().is_working_day(day), "{day}");
    }
}

#[test]
fn several_notices_make_one_file() {
    let all: Vec<&str> = NOTICES.iter().map(|(_, text)| *text).collect();
    let read = read_notice(&all.join("\n\n")).unwrap();
    assert_eq!(read.keys().copied().collect::<Vec<_>>(), (2019..=2026).collect::<Vec<_>>());
    // Pasted from a page that lost its line ends.
    let (_, text) = NOTICES[6];
    let (title, rest) = text.split_once('\n').unwrap();
    assert_eq!(one(&format!("{title}\n{}", rest.replace('\n', ""))), built_in(2025));
}

#[test]
fn what_a_clerk_types_is_read_however_it_is_written() {
    let expected = YearDays {
        off: (1..=3).map(|day| date(2027, 1, day)).collect(),
        work: vec![date(2027, 2, 14), date(2027, 2, 28)],
    };
    for text in [
        "2027年\n元旦：1月1日至3日放假\n调休上班：2月14日、2月28日",
        "2027\n元旦 1月1日-1月3日\n上班 2月14日 2月28日",
        "\u{feff}２０２７年 ＃ 注释\n\n # 一行注释\n元旦：１月１日—３日放假，共３天\n补班:2月14日，28日",
        "2027年元旦：1月1日至1月3日放假。2月14日（周日）、2月28日（周日）补班",
        "2027年放假安排\n1、元旦：1月1日（周五）至3号放假3天；2月14日上班；2月28日上班",
        "2027年：\n放假：1月1日、1月2日和3日\n2月14日及28日照常上班。",
        "2027年\n1.元旦，1月1日、2027年1月2日至3日休息\n（二）其他：2月14日、2月28日正常上班",
        r#"{"2027": {"off": ["2027-01-01", "2027-01-02", "2027-01-03"], "work": ["2027-02-14", "2027-02-28"]}}"#,
    ] {
        assert_eq!(one(text), expected, "{text}");
    }
}

#[test]
fn a_holiday_may_begin_in_the_december_before() {
    let days =
        one("2027年\n元旦：2026年12月31日（周四）至2027年1月2日放假，共3天。2026年12月27日（周日）上班");
    assert_eq!(days.off, [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 2)]);
    assert_eq!(days.work, [date(2026, 12, 27)]);
}

#[test]
fn every_line_that_is_not_understood_or_cannot_be_right_is_named() {
    use NoticeProblem as P;
    let lost = |rest: &str| P::NotUnderstood(rest.to_owned());
    let outside = |day| P::Days { year: 2027, error: YearError::Outside(day) };
    for (line, problem) in [
        ("元旦放假三天", lost("元旦放假三天")),
        ("请于1月1日放假", lost("请于1月1日放假")),
        ("春街 1月1日至3日", lost("春街1月1日至3日")),
        ("值班：1月1日至3日", P::Unsaid),
        ("1月1日", P::Unsaid),
        ("元旦：1月1日至3日值班", lost("值班")),
        ("元旦：放假1月1日", lost("元旦:放假1月1日")),
        ("元旦：2027-01-01", lost("2027-01-01")),
        ("元旦：1日放假", lost("1日放假")),
        ("元旦：1月1放假", lost("1月1放假")),
        ("元旦：1月1日（周五放假", lost("(周五放假")),
        ("元旦：1月1日（见2号文）放假", lost("(见2号文)放假")),
        ("元旦：1月99999999999日放假", lost("99999999999日放假")),
        ("元旦：1月1日放假，共三天", lost("三天")),
        ("元旦：1月1日至3日放假，共3", lost("")),
        ("春节：2月30日放假", P::NoSuchDay { year: 2027, month: 2, day: 30 }),
        ("春节：13月1日放假", P::NoSuchDay { year: 2027, month: 13, day: 1 }),
        ("春节：300月1日放假", P::NoSuchDay { year: 2027, month: 300, day: 1 }),
        ("元旦：1月1日（周四）放假", P::WrongWeekday { day: date(2027, 1, 1), said: "周四".to_owned() }),
        (
            "元旦：1月1日至3日（元旦、星期八）放假",
            P::WrongWeekday { day: date(2027, 1, 3), said: "星期八".to_owned() },
        ),
        ("元旦：1月1日至3日放假，共4天", P::WrongTotal { said: 4, counted: 3 }),
        ("元旦：1月1日放假2天", P::WrongTotal { said: 2, counted: 1 }),
        ("春节：2月9日至3日放假", P::Reversed { from: date(2027, 2, 9), to: date(2027, 2, 3) }),
        ("元旦：12月31日至1月2日放假", P::Reversed { from: date(2027, 12, 31), to: date(2027, 1, 2) }),
        ("春节：2月1日至16日放假", P::TooLong { from: date(2027, 2, 1), to: date(2027, 2, 16) }),
        ("春节：2月1日至9月16日放假", P::TooLong { from: date(2027, 2, 1), to: date(2027, 9, 16) }),
        ("元旦：2026年11月30日放假", outside(date(2026, 11, 30))),
        ("元旦：2026年12月31日、1月1日放假", outside(date(2026, 1, 1))),
        ("上班：2月15日", P::Days { year: 2027, error: YearError::MakeUpOnWeekday(date(2027, 2, 15)) }),
        ("上班：5月1日", P::Days { year: 2027, error: YearError::Both(date(2027, 5, 1)) }),
        ("2027年劳动", lost("劳动")),
        ("2027年", P::YearTwice(2027)),
        ("1999年", P::BadYear("1999".to_owned())),
        ("2100年", P::BadYear("2100".to_owned())),
        ("20277年", P::BadYear("20277".to_owned())),
        ("27年：1月1日放假", P::BadYear("27".to_owned())),
    ] {
        let text = format!("2027年\n劳动节：5月1日放假\n{line}\n国庆节：10月1日放假");
        let found = faults(&text);
        // A year that is not taken leaves the rest to the year before.
        assert_eq!(found, [(3, problem)], "{line}");
    }
}

#[test]
fn a_file_without_a_notice_or_a_year_or_a_day_off_is_refused() {
    assert_eq!(faults(""), [(0, NoticeProblem::Nothing)]);
    assert_eq!(faults("# 无\n"), [(0, NoticeProblem::Nothing)]);
    assert_eq!(faults("元旦：1月1日放假"), [(1, NoticeProblem::NoYear)]);
    let empty = |year| NoticeProblem::Days { year, error: YearError::Empty };
    assert_eq!(faults("\n2027年"), [(2, empty(2027))]);
    assert_eq!(faults("2027年\n上班：2月14日"), [(1, empty(2027))]);
    let twice = "2027年\n放假：1月1日\n2028年\n放假：1月1日\n2027年\n放假：5月1日";
    assert_eq!(faults(twice), [(5, NoticeProblem::YearTwice(2027))]);
    // Every bad line is named, not the first alone.
    assert_eq!(faults("2027年\n甲\n放假：1月1日\n乙").len(), 2);
}

#[test]
fn what_is_no_json_of_a_notice_is_refused_with_its_line() {
    use NoticeProblem as P;
    for (text, line, problem) in [
        ("{", 1, P::Json { column: 1 }),
        ("[]", 1, P::Json { column: 0 }),
        ("{}", 0, P::Nothing),
        ("{\n\"2027\": {\"work\": []}}", 2, P::Json { column: 20 }),
        ("{\n\"2027\": {\"off\": [],\n \"free\": []}}", 3, P::Json { column: 7 }),
        ("{\n\"27\": {\"off\": []}}", 2, P::BadYear("27".to_owned())),
        ("{\n\"1999\": {\"off\": []}}", 2, P::BadYear("1999".to_owned())),
        ("{\n\"2027\": {\"off\": []}}", 2, P::Days { year: 2027, error: YearError::Empty }),
        ("{\n\"2027\":\n{\"off\": [\"2027-02-30\"]}}", 3, P::NotADate("2027-02-30".to_owned())),
        (
            "{\"2027\": {\"off\": [\"2027-01-01\"]},\n\"2027\": {\"off\": [\"2027-01-01\"]}}",
            2,
            P::YearTwice(2027),
        ),
    ] {
        let found = faults(text);
        if let P::Json { .. } = problem {
            assert!(matches!(found.as_slice(), [(at, P::Json { .. })] if *at == line), "{text}: {found:?}");
        } else {
            assert_eq!(found, [(line, problem)], "{text}");
        }
    }
}

#[test]
fn the_calendar_built_in_is_read_back_from_its_own_words_and_from_its_json() {
    let years: BTreeMap<i16, YearDays> =
        Calendar::built_in().years().map(|(year, days)| (year, days.clone())).collect();
    let printed: String = years.iter().map(|(year, days)| print_notice(*year, days)).collect();
    assert_eq!(read_notice(&printed), Ok(years.clone()));
    let json = include_str!("../../../tests/fixtures/holidays.json");
    assert_eq!(read_notice(json), Ok(years));
}

#[test]
fn a_file_longer_than_any_notice_is_refused_before_it_is_read() {
    for line in ["元旦：1月1日放假\n", "[", "{\"2027\":"] {
        let long = format!("2027年\n{}", line.repeat(200_000));
        let bare = line.repeat(200_000);
        for text in [long, bare] {
            assert_eq!(faults(&text), [(0, NoticeProblem::TooLarge(128 << 10))]);
        }
    }
    let within = format!("2027年\n{}", "元旦：1月1日放假\n".repeat(5_000));
    assert_eq!(one(&within).off, [date(2027, 1, 1)]);
    assert!(matches!(faults(&"[".repeat(100_000))[..], [(1, NoticeProblem::Json { .. })]));
}

/// Days of a year from the December before, some off, some weekend days worked.
fn any_year() -> impl Strategy<Value = (i16, YearDays)> {
    let days = proptest::collection::vec((-31_i32..366, 1_i32..20), 1..12);
    (2000_i16..=2099, days, proptest::collection::vec(-31_i32..366, 0..8)).prop_map(|(year, off, work)| {
        let first = to_day(date(year, 1, 1));
        let is_in = |day: &Date| (day.year(), day.month()) == (year - 1, 12) || day.year() == year;
        let at = |day: i32| from_day(first + day).unwrap();
        let off: Vec<Date> =
            off.iter().flat_map(|(from, n)| (*from..from + n).map(at)).filter(is_in).collect();
        let off = if off.is_empty() { vec![at(0)] } else { off };
        let is_worked = |day: &Date| crate::calendar::year::is_weekend(*day) && !off.contains(day);
        let work = work.into_iter().map(at).filter(is_in).filter(is_worked).collect();
        (year, settled(YearDays { off, work }))
    })
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back((year, days) in any_year()) {
        prop_assert_eq!(days.check(year), Ok(()));
        let printed = print_notice(year, &days);
        prop_assert_eq!(read_notice(&printed), Ok(BTreeMap::from([(year, days)])), "{}", printed);
    }

    #[test]
    fn no_text_makes_reading_fail_badly(text in "[{\"0-9年月日至、。：（周一）放假上班共天与周末连休#\n -]{0,60}|\\PC*") {
        let _ = read_notice(&text);
        let _ = read_notice(&format!("2027年\n{text}"));
    }
}
