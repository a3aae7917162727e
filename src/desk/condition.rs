//! Words of a search that stand for a condition: `超期`, `类型:法人`, `收到>2026-03-01`, `结果:不予公开`.

use jiff::civil::Date;

use crate::calendar::{Calendar, parse_loose};
use crate::law::{ApplicantKind, OutcomeKind};
use crate::office::Clerk;
use crate::register::CaseRow;
use crate::request::clock::Deadline;
use crate::request::{ClerkId, OrganId, Status};
use crate::text::{fold_search, fold_width};

/// A condition on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Condition {
    /// 超期: the answer, or the new answer, is overdue.
    Overdue,
    /// 今日: due today.
    Today,
    /// 未结
    Open,
    /// 已结
    Closed,
    /// 结转: open across a 31 December.
    Carried,
    /// 类型, by the six kinds or 法人.
    Kind(Vec<ApplicantKind>),
    /// 状态
    Status(Vec<Status>),
    /// 结果: a part of the row's label or of its group's, folded.
    Outcome(String),
    /// 机关
    Organ(Vec<OrganId>),
    /// 承办人
    Handler(Vec<ClerkId>),
    /// 我承办的: worked on, and one of these handles it.
    Mine(Vec<ClerkId>),
    /// 收到, 办结 or 到期 within days.
    Day(Which, Date, Date),
}

/// The one who searches, as a value of 承办人.
const ME: &str = "我";

/// Which day of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// 收到
    Received,
    /// 办结
    Closed,
    /// 到期
    Due,
}

/// A condition that nobody can meet: what was written, and what can stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCondition {
    /// The key, as written.
    pub key: String,
    /// The value, as written.
    pub value: String,
    /// What can stand there.
    pub can_be: Vec<String>,
}

/// What conditions are read with.
pub(super) struct Reader<'a> {
    pub(super) today: Date,
    pub(super) organs: &'a [(OrganId, String)],
    pub(super) clerks: &'a [Clerk],
    /// Whose cases the one who searches looks after; nobody's where a program does.
    pub(super) mine: &'a [ClerkId],
}

impl Reader<'_> {
    /// The condition that a word stands for; `None` where it is a word to be looked for.
    pub(super) fn read(&self, word: &str) -> Option<Result<Condition, BadCondition>> {
        // Not folded for searching: that would take < and > for brackets.
        let folded = fold_width(word).to_lowercase();
        let plain = match folded.as_str() {
            "超期" => Condition::Overdue,
            "今日到期" | "今日" => Condition::Today,
            "未结" | "未办结" => Condition::Open,
            "已结" | "已办结" => Condition::Closed,
            "结转" => Condition::Carried,
            "我承办的" if !self.mine.is_empty() => Condition::Mine(self.mine.to_vec()),
            _ => return self.keyed(&folded),
        };
        Some(Ok(plain))
    }

    fn keyed(&self, word: &str) -> Option<Result<Condition, BadCondition>> {
        let at = word.find([':', '>', '<', '='])?;
        let (key, rest) = word.split_at_checked(at)?;
        let which = match key {
            "收到" => Some(Which::Received),
            "办结" => Some(Which::Closed),
            "到期" => Some(Which::Due),
            _ => None,
        };
        if let Some(which) = which {
            return Some(self.day(which, key, rest));
        }
        let written = rest.strip_prefix([':', '='])?;
        let folded = fold_search(written);
        let value = folded.as_str();
        let bad =
            |can_be: Vec<String>| BadCondition { key: key.to_owned(), value: written.to_owned(), can_be };
        let labels = |all: &[&str]| all.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>();
        Some(match key {
            "类型" => {
                let legal = "法人".contains(value);
                let fits = |kind: &ApplicantKind| {
                    fold_search(kind.label()).contains(value) || (legal && *kind != ApplicantKind::Natural)
                };
                let kinds: Vec<ApplicantKind> = ApplicantKind::ALL.into_iter().filter(fits).collect();
                let mut can_be = labels(&ApplicantKind::ALL.map(ApplicantKind::label));
                can_be.push("法人".to_owned());
                if kinds.is_empty() { Err(bad(can_be)) } else { Ok(Condition::Kind(kinds)) }
            }
            "状态" => {
                let fits = |status: &Status| fold_search(status.label()).contains(value);
                let statuses: Vec<Status> = Status::ALL.into_iter().filter(fits).collect();
                let can_be = labels(&Status::ALL.map(Status::label));
                if statuses.is_empty() { Err(bad(can_be)) } else { Ok(Condition::Status(statuses)) }
            }
            "机关" => {
                let fits = |(_, name): &&(OrganId, String)| fold_search(name).contains(value);
                let organs: Vec<OrganId> = self.organs.iter().filter(fits).map(|(id, _)| *id).collect();
                let can_be = self.organs.iter().map(|(_, name)| name.clone()).collect();
                if organs.is_empty() { Err(bad(can_be)) } else { Ok(Condition::Organ(organs)) }
            }
            "承办人" => {
                let handlers = self.handlers(value);
                let me = (!self.mine.is_empty()).then(|| ME.to_owned());
                let can_be = me.into_iter().chain(self.clerks.iter().map(|clerk| clerk.name.clone()));
                if handlers.is_empty() {
                    Err(bad(can_be.collect()))
                } else {
                    Ok(Condition::Handler(handlers))
                }
            }
            "结果" => Ok(Condition::Outcome(value.to_owned())),
            _ => return None,
        })
    }

    /// The clerks of a name or of a part of it, those who have left too; 我 with those one stands in for.
    fn handlers(&self, value: &str) -> Vec<ClerkId> {
        if value == ME {
            return self.mine.to_vec();
        }
        let fits = |clerk: &&Clerk| fold_search(&clerk.name).contains(value);
        self.clerks.iter().filter(fits).map(|clerk| clerk.id).collect()
    }

    /// `>2026-03-01`, `<=2026-03`, `:2026`, `:昨天`
    fn day(&self, which: Which, key: &str, rest: &str) -> Result<Condition, BadCondition> {
        let (op, value) = match (rest.strip_prefix(">="), rest.strip_prefix("<=")) {
            (Some(value), _) => (">=", value),
            (_, Some(value)) => ("<=", value),
            _ => rest.split_at_checked(1).unwrap_or_default(),
        };
        let Some((first, last)) = self.span(which, value) else {
            let can_be = ["2026", "2026-03", "2026-03-01", "0301", "昨天", "-3"].map(str::to_owned).to_vec();
            return Err(BadCondition { key: key.to_owned(), value: value.to_owned(), can_be });
        };
        let before = first.yesterday().unwrap_or(first);
        let after = last.tomorrow().unwrap_or(last);
        let (from, to) = match op {
            ">" => (after, Date::MAX),
            ">=" => (first, Date::MAX),
            "<" => (Date::MIN, before),
            "<=" => (Date::MIN, last),
            _ => (first, last),
        };
        Ok(Condition::Day(which, from, to))
    }

    /// A year, a month or a day.
    fn span(&self, which: Which, value: &str) -> Option<(Date, Date)> {
        let is_year = value.len() == 4 && value.starts_with("20");
        if let Some(year) = value.parse().ok().filter(|_| is_year) {
            let first = Date::new(year, 1, 1).ok()?;
            return Some((first, first.last_of_year()));
        }
        if let Some((year, month)) = value.split_once('-')
            && year.len() == 4
            && !month.contains('-')
        {
            let first = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
            return Some((first, first.last_of_month()));
        }
        let mut on = parse_loose(value, self.today).ok()?;
        // A month and a day alone: what is due lies ahead more often than a year ago.
        let is_short = !value.starts_with("20") && value.starts_with(|c: char| c.is_ascii_digit());
        if which == Which::Due && is_short && on.year() < self.today.year() {
            on = Date::new(self.today.year(), on.month(), on.day()).unwrap_or(on);
        }
        Some((on, on))
    }
}

impl Condition {
    /// Whether a request that meets it is worked on.
    pub(super) const fn is_of_open(&self) -> bool {
        matches!(self, Self::Overdue | Self::Today | Self::Open | Self::Mine(_))
    }

    /// Whether a request meets it.
    pub(super) fn holds(&self, row: &CaseRow, today: Date, calendar: &Calendar) -> bool {
        let answer = row.deadline(Deadline::Answer).or(row.deadline(Deadline::Reanswer));
        match self {
            Self::Overdue => answer.is_some_and(|on| calendar.days_left(today, on) < 0),
            Self::Today => answer == Some(today),
            Self::Open => row.closed_on.is_none(),
            Self::Closed => row.closed_on.is_some(),
            Self::Carried => {
                let last = row.closed_on.map_or(today.year(), Date::year);
                row.received_on.is_some_and(|on| on.year() < last)
            }
            Self::Kind(kinds) => kinds.contains(&row.kind),
            Self::Status(statuses) => statuses.contains(&row.status),
            Self::Outcome(value) => row.outcome.is_some_and(|(outcome, kind)| {
                let labels = [outcome.label(), outcome.short_label(), outcome.group().label()];
                let kind = kind.map(OutcomeKind::label);
                labels.into_iter().chain(kind).any(|label| fold_search(label).contains(value.as_str()))
            }),
            Self::Organ(organs) => organs.contains(&row.organ),
            Self::Handler(clerks) => clerks.contains(&row.handler),
            Self::Mine(clerks) => {
                clerks.contains(&row.handler) && (row.closed_on.is_none() || row.next_due().is_some())
            }
            Self::Day(which, from, to) => {
                let on = match which {
                    Which::Received => row.received_on,
                    Which::Closed => row.closed_on,
                    Which::Due => row.due_on,
                };
                on.is_some_and(|on| (*from..=*to).contains(&on))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 3, 20);

    fn read(word: &str) -> Option<Result<Condition, BadCondition>> {
        let organs = [(OrganId(1), "某县人民政府".to_owned()), (OrganId(2), "某县政府办公室".to_owned())];
        let clerk = |id, name: &str| Clerk {
            id: ClerkId(id),
            uid: id,
            name: name.to_owned(),
            roles: crate::office::Roles::ALL,
            is_here: id != 3,
            units: Vec::new(),
        };
        let clerks = [clerk(1, "张敏"), clerk(2, "李强"), clerk(3, "李明")];
        Reader { today: TODAY, organs: &organs, clerks: &clerks, mine: &[ClerkId(1), ClerkId(2)] }.read(word)
    }

    fn assert_days(word: &str, which: Which, from: Date, to: Date) {
        assert_eq!(read(word), Some(Ok(Condition::Day(which, from, to))), "{word}");
    }

    #[test]
    fn conditions_are_read_from_their_words_in_any_width() {
        assert_eq!(read("超期"), Some(Ok(Condition::Overdue)));
        assert_eq!(read("类型：自然"), Some(Ok(Condition::Kind(vec![ApplicantKind::Natural]))));
        let Some(Ok(Condition::Kind(legal))) = read("类型:法人") else { panic!("kinds") };
        assert_eq!(legal.len(), 5);
        assert_eq!(read("机关:办公室"), Some(Ok(Condition::Organ(vec![OrganId(2)]))));
        let handler = |ids: &[u32]| Some(Ok(Condition::Handler(ids.iter().copied().map(ClerkId).collect())));
        assert_eq!(read("承办人:张敏"), handler(&[1]));
        assert_eq!(read("承办人：李"), handler(&[2, 3]), "one who has left too");
        assert_eq!(read("承办人:我"), handler(&[1, 2]), "and those one stands in for");
        assert_eq!(read("我承办的"), Some(Ok(Condition::Mine(vec![ClerkId(1), ClerkId(2)]))));
        assert_days("收到＞2026-03-01", Which::Received, date(2026, 3, 2), Date::MAX);
        assert_days("收到>=2026-02", Which::Received, date(2026, 2, 1), Date::MAX);
        assert_days("收到<2026", Which::Received, Date::MIN, date(2025, 12, 31));
        assert_days("办结:2026-02", Which::Closed, date(2026, 2, 1), date(2026, 2, 28));
        assert_days("到期:0410", Which::Due, date(2026, 4, 10), date(2026, 4, 10));
        assert_days("收到:0410", Which::Received, date(2025, 4, 10), date(2025, 4, 10));
        assert_days("到期<=昨天", Which::Due, Date::MIN, date(2026, 3, 19));
    }

    #[test]
    fn what_nobody_can_meet_says_what_can_stand_there() {
        let Some(Err(bad)) = read("类型:外星人") else { panic!("accepted") };
        assert_eq!((bad.key.as_str(), bad.value.as_str()), ("类型", "外星人"));
        assert!(bad.can_be.contains(&"法人".to_owned()));
        assert!(matches!(read("收到>某日"), Some(Err(_))));
        assert!(matches!(read("承办人:王五"), Some(Err(_))));
        assert!(matches!(read("状态:不存在"), Some(Err(_))));
    }

    #[test]
    fn other_words_are_looked_for() {
        for word in ["预算", "2026-001", "http://x", "a:b", "比例=3", "收到"] {
            assert_eq!(read(word), None, "{word}");
        }
    }
}
