//! One sentence of a notice: `春节：2月15日（农历除夕、周日）至23日放假调休，共9天`.

use jiff::civil::Date;

use super::{LONGEST, NoticeProblem};
use crate::calendar::YearDays;
use crate::calendar::day::weekday_of;
use crate::calendar::year::is_weekend;

/// What days are named for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Off,
    Work,
}

/// What may stand between days.
const BETWEEN: [&str; 4] = ["、", ",", "和", "及"];
/// What makes a span of two days.
const UNTIL: [&str; 3] = ["至", "到", "-"];
/// What says that days are off, the longer first.
const OFF: [&str; 5] = ["调休放假", "放假调休", "放假", "休息", "休假"];
/// What says that days are worked.
const WORK: [&str; 7] = ["调休上班", "照常上班", "正常上班", "上班", "补班", "照常工作", "正常工作"];
/// What may stand before days that are worked, in place of a holiday.
const WORK_NAMES: [&str; 6] = ["上班", "调休上班", "补班", "调休补班", "调休上班日", "补班日"];
/// What may stand before days off; with these alone nothing more need be said.
const OFF_NAMES: [&str; 16] = [
    "放假",
    "休息",
    "元旦",
    "新年",
    "除夕",
    "春节",
    "清明节",
    "清明",
    "劳动节",
    "五一",
    "端午节",
    "端午",
    "中秋节",
    "中秋",
    "国庆节",
    "国庆",
];

/// The days that a sentence names, for the notice of `year`. Spaces are gone and punctuation is plain.
pub(super) fn sentence(text: &str, year: i16) -> Result<YearDays, NoticeProblem> {
    // 「鼓励各单位……安排职工在除夕休息」 binds nobody.
    if text.starts_with("鼓励") {
        return Ok(YearDays::default());
    }
    let (named, days) = named(unnumbered(text))?;
    let mut reader = Reader { rest: days, year, last: None, open: Vec::new(), said: Vec::new() };
    reader.all()?;
    reader.end(named)?;
    reader.days()
}

/// Without the number of a paragraph: `一、`, `(一)`, `1、`, `1.`.
fn unnumbered(text: &str) -> &str {
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let bracketed = text.strip_prefix('(');
    let rest = bracketed.unwrap_or(text).trim_start_matches(is_number);
    let end = if bracketed.is_some() { rest.strip_prefix(')') } else { rest.strip_prefix(['、', '.']) };
    // `1.2` is no paragraph.
    end.filter(|end| !end.starts_with(|c: char| c.is_ascii_digit()) || bracketed.is_some()).unwrap_or(text)
}

/// What stands before the days: what it alone makes of them, and the days.
fn named(text: &str) -> Result<(Option<Use>, &str), NoticeProblem> {
    let digit = text.find(|c: char| c.is_ascii_digit());
    let (name, days) = digit.and_then(|at| text.split_at_checked(at)).ok_or_else(|| lost(text))?;
    let plain = name.trim_end_matches([':', ',']);
    let is_holiday = |part: &str| OFF_NAMES.contains(&part);
    let named = if plain.is_empty() {
        None
    } else if WORK_NAMES.contains(&plain) {
        Some(Use::Work)
    } else if plain.split(['、', ',', '和', '及', '与']).all(is_holiday) {
        Some(Use::Off)
    } else if name.ends_with(':') {
        // A holiday that we do not know: its days must say what they are.
        None
    } else {
        return Err(lost(text));
    };
    Ok((named, days))
}

fn lost(rest: &str) -> NoticeProblem {
    NoticeProblem::NotUnderstood(rest.to_owned())
}

/// Reads from the left.
struct Reader<'a> {
    rest: &'a str,
    year: i16,
    /// Year and month of the last day: what a shorter one leaves out.
    last: Option<(i16, u32)>,
    /// Days of which it is not said yet what they are.
    open: Vec<Date>,
    said: Vec<(Use, Vec<Date>)>,
}

impl Reader<'_> {
    fn all(&mut self) -> Result<(), NoticeProblem> {
        while !self.rest.is_empty() {
            if self.eat("与周末连休") || self.eat("和周末连休") {
                self.join_weekend();
            } else if self.eat("不调休") || self.eat_any(&BETWEEN) {
                // Says nothing of any day.
            } else if self.eat("共") {
                self.total()?;
            } else if self.eat_any(&WORK) {
                self.close(Use::Work)?;
            } else if self.eat_any(&OFF) {
                self.close(Use::Off)?;
                if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
                    self.total()?;
                }
            } else if self.rest.starts_with(|c: char| c.is_ascii_digit()) {
                self.span()?;
            } else {
                return Err(lost(self.rest));
            }
        }
        Ok(())
    }

    fn eat(&mut self, word: &str) -> bool {
        let rest = self.rest.strip_prefix(word);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    fn number(&mut self) -> Result<u32, NoticeProblem> {
        let end = self.rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.rest.len());
        let read =
            self.rest.split_at_checked(end).and_then(|(digits, rest)| Some((digits.parse().ok()?, rest)));
        let (number, rest) = read.ok_or_else(|| lost(self.rest))?;
        self.rest = rest;
        Ok(number)
    }

    /// The days named so far are for this.
    fn close(&mut self, what: Use) -> Result<(), NoticeProblem> {
        if self.open.is_empty() {
            return Err(lost(self.rest));
        }
        self.said.push((what, std::mem::take(&mut self.open)));
        Ok(())
    }

    /// The end: days without a verb are what their name makes of them.
    fn end(&mut self, named: Option<Use>) -> Result<(), NoticeProblem> {
        if self.open.is_empty() {
            return Ok(());
        }
        self.close(named.ok_or(NoticeProblem::Unsaid)?)
    }

    /// The days that were named last.
    fn latest(&mut self) -> &mut Vec<Date> {
        match self.said.last_mut() {
            Some((_, days)) if self.open.is_empty() => days,
            _ => &mut self.open,
        }
    }

    fn total(&mut self) -> Result<(), NoticeProblem> {
        let said = self.number()?;
        if !self.eat("天") && !self.eat("日") {
            return Err(lost(self.rest));
        }
        let counted = self.latest().len();
        let agrees = usize::try_from(said) == Ok(counted);
        if agrees { Ok(()) } else { Err(NoticeProblem::WrongTotal { said, counted }) }
    }

    /// The weekend days before and after are part of the holiday.
    fn join_weekend(&mut self) {
        let days = self.latest();
        let ends = days.first().copied().zip(days.last().copied());
        let Some((first, last)) = ends else { return };
        let before = std::iter::successors(first.yesterday().ok(), |day| day.yesterday().ok());
        let after = std::iter::successors(last.tomorrow().ok(), |day| day.tomorrow().ok());
        days.extend(before.take_while(|day| is_weekend(*day)));
        days.extend(after.take_while(|day| is_weekend(*day)));
    }

    /// A day, or two and what lies between them.
    fn span(&mut self) -> Result<(), NoticeProblem> {
        let from = self.day()?;
        let to = if self.eat_any(&UNTIL) { self.day()? } else { from };
        if to < from {
            return Err(NoticeProblem::Reversed { from, to });
        }
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok());
        let span: Vec<Date> = days.take_while(|day| *day <= to).take(LONGEST + 1).collect();
        if span.len() > LONGEST {
            return Err(NoticeProblem::TooLong { from, to });
        }
        self.open.extend(span);
        Ok(())
    }

    /// A day with what stands in brackets behind it.
    fn day(&mut self) -> Result<Date, NoticeProblem> {
        let start = self.rest;
        let mut number = self.number()?;
        let mut year = self.last.map_or(self.year, |(year, _)| year);
        let explicit = self.eat("年");
        if explicit {
            year = i16::try_from(number).map_err(|_| lost(start))?;
            number = self.number()?;
        }
        let month = if self.eat("月") {
            let month = number;
            number = self.number()?;
            month
        } else {
            // Only the day: of the month that was said before.
            self.last.filter(|_| !explicit).ok_or_else(|| lost(start))?.1
        };
        if !self.eat("日") && !self.eat("号") && !UNTIL.iter().any(|until| self.rest.starts_with(until)) {
            return Err(lost(start));
        }
        let date = i8::try_from(month).ok().zip(i8::try_from(number).ok());
        let date = date.and_then(|(month, day)| Date::new(year, month, day).ok());
        let date = date.ok_or(NoticeProblem::NoSuchDay { year, month, day: number })?;
        self.last = Some((year, month));
        self.remark(date)?;
        Ok(date)
    }

    /// `(农历除夕、周日)`: the weekday must be that of the day, the rest is for people.
    fn remark(&mut self, day: Date) -> Result<(), NoticeProblem> {
        let Some(inside) = self.rest.strip_prefix('(') else { return Ok(()) };
        let (remark, rest) = inside.split_once(')').ok_or_else(|| lost(self.rest))?;
        for part in remark.split(['、', ',', ';']) {
            let name = ["星期", "礼拜", "周"].iter().find_map(|week| part.strip_prefix(week));
            if name.is_some_and(|name| weekday_of(name) != Some(day.weekday())) {
                return Err(NoticeProblem::WrongWeekday { day, said: part.to_owned() });
            }
            if part.contains(|c: char| c.is_ascii_digit()) {
                return Err(lost(self.rest));
            }
        }
        self.rest = rest;
        Ok(())
    }

    /// What was said, if the notice of the year can say it.
    fn days(self) -> Result<YearDays, NoticeProblem> {
        let mut days = YearDays::default();
        for (what, named) in self.said {
            let list = if what == Use::Off { &mut days.off } else { &mut days.work };
            list.extend(named);
        }
        let year = self.year;
        days.check_each(year).map_err(|error| NoticeProblem::Days { year, error })?;
        Ok(days)
    }
}
