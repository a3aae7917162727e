//! The registers of the sample behind tables 2 and 4 and part one, of last year and this one.

use jiff::civil::Date;

use super::build::Requests;
use super::days::When::{Ago, Back, Due, LastYear};
use super::days::{Days, When};
use super::{CLERK, DemoError, LEADER};
use crate::desk::Desk;
use crate::records::{
    Activity, ActivityKind, Body, Charge, DecisionKind, Decisions, Disclosure, Dispute, DisputeKind,
    DisputeResult, Document, DocumentKind, EndWay, Ended, Period, RecordAct, RecordCommand, RecordId,
    RecordStep, Role, Stock, Value,
};
use crate::request::{ClerkId, OrganId};

/// Who writes records, and on what desk.
struct Book<'a> {
    desk: &'a Desk,
    who: ClerkId,
    days: &'a Days,
}

/// Writes all records of the sample; disputes name the requests that were made.
pub(super) fn record(desk: &Desk, who: ClerkId, days: &Days, requests: &Requests) -> Result<(), DemoError> {
    let book = Book { desk, who, days };
    book.documents()?;
    book.figures()?;
    book.disclosures()?;
    book.disputes(requests)?;
    book.activities()
}

impl Book<'_> {
    /// Three documents were in force when the books began; one was issued last year, one since; one ended.
    fn documents(&self) -> Result<(), DemoError> {
        let last = self.days.year() - 1;
        let stock = Stock { kind: DocumentKind::Normative, year: last, count: 3 };
        self.add(Value::Stock(stock))?;
        let old = Date::new(last - 4, 5, 18).unwrap_or(self.days.today);
        let old = self.document("青陵县临时用地管理办法", (2, old))?;
        let issued = self.days.day(LastYear(4, 20));
        self.document("青陵县设施农业用地管理实施细则", (1, issued))?;
        let since = self.days.day(Ago(95));
        self.document("青陵县国有建设用地使用权出让管理办法", (3, since))?;
        let reason = "与新办法不一致，予以废止".to_owned();
        self.act(old, since, RecordAct::EndDocument(Ended { on: since, way: EndWay::Repealed, reason }))
    }

    fn document(&self, title: &str, (nth, issued_on): (u16, Date)) -> Result<RecordId, DemoError> {
        self.add(Value::Document(Document {
            kind: DocumentKind::Normative,
            title: title.into(),
            doc_no: format!("青资规〔{}〕{nth}号", issued_on.year()),
            issued_on,
            lead: true,
            ended: None,
        }))
    }

    /// Decisions and charges: last year's whole, this year's up to the last month that is over.
    fn figures(&self) -> Result<(), DemoError> {
        let year = self.days.year();
        for (year, months) in [(year - 1, 12), (year, self.days.months_over())] {
            if months == 0 {
                continue;
            }
            let period = Period::Year(year);
            for (kind, monthly, source) in [
                (DecisionKind::Licence, 21, "审批系统"),
                (DecisionKind::Penalty, 3, "执法监察大队"),
                (DecisionKind::Compulsion, 1, "执法监察大队"),
            ] {
                let count = monthly * months + 4;
                self.add(Value::Decisions(Decisions { kind, period, count, source: source.into() }))?;
            }
            let fen = u64::from(months) * 3_186_000 + 42_000;
            self.add(Value::Charge(Charge { item: "不动产登记费".into(), fen, period }))?;
        }
        Ok(())
    }

    /// Two published with all reviews and proofs; one due in two working days, one two days late.
    fn disclosures(&self) -> Result<(), DemoError> {
        self.published("青陵县自然资源和规划局政府信息公开指南", "公开指南", LastYear(3, 11))?;
        self.published("城东安置区规划许可批前公示", "规划公示", Back(15))?;
        let soon = self.disclosure("青陵县国有建设用地供应计划", "土地供应", Due(2))?;
        for round in 1..=2 {
            let on = self.days.day(Back(5));
            self.step(soon, RecordStep::Reviewed { on, round, by: CLERK.into() })?;
            self.step(soon, RecordStep::Proofread { on, round, by: CLERK.into() })?;
        }
        let late = self.disclosure("地质灾害防治方案", "地质灾害", Due(-2))?;
        let on = self.days.day(Back(10));
        self.step(late, RecordStep::Reviewed { on, round: 1, by: CLERK.into() })
    }

    fn disclosure(&self, title: &str, column: &str, formed: When) -> Result<RecordId, DemoError> {
        self.add(Value::Disclosure(Disclosure {
            title: title.into(),
            column: column.into(),
            formed_on: self.days.day(formed),
            url: String::new(),
        }))
    }

    /// Formed on a day, reviewed and proofread three times each, and published on the eighth working day.
    fn published(&self, title: &str, column: &str, formed: When) -> Result<(), DemoError> {
        let id = self.disclosure(title, column, formed)?;
        let formed = self.days.day(formed);
        for (round, nth) in [(1, 2), (2, 4), (3, 6)] {
            let on = self.days.after_receipt(formed, When::At(nth));
            let by = if round == 3 { LEADER } else { CLERK };
            self.step(id, RecordStep::Reviewed { on, round, by: by.into() })?;
            self.step(id, RecordStep::Proofread { on, round, by: CLERK.into() })?;
        }
        let on = self.days.after_receipt(formed, When::At(8));
        let url = "http://www.qingling.example/zrzy/".to_owned();
        self.step(id, RecordStep::Published { on, url, override_reason: String::new() })
    }

    /// A review that upheld and the suit after it, one that corrected, one that is pending.
    fn disputes(&self, requests: &Requests) -> Result<(), DemoError> {
        let review = |key, days| self.review(&requests.number(key), Ago(days));
        let upheld = review("process", 200)?;
        self.end(upheld, self.days.day(Ago(145)), DisputeResult::Upheld, "维持原答复")?;
        let suit = self.dispute(Dispute {
            kind: DisputeKind::SuitAfterReview,
            filed_on: self.days.day(Ago(133)),
            forum: "青陵县人民法院".into(),
            review: Some(upheld),
            ..review_of(&requests.number("process"), self.days.today)
        })?;
        let on = self.days.day(Ago(110));
        self.step(suit, RecordStep::Answered { on, text: "已提交答辩状和证据".into() })?;
        let corrected = review("third", 105)?;
        let ordered = self.days.day(When::Order);
        self.end(corrected, ordered, DisputeResult::Corrected, "撤销原答复，责令区分处理后重新答复")?;
        let pending = review("petition", 30)?;
        let on = self.days.day(Ago(18));
        self.step(pending, RecordStep::Answered { on, text: "已提交行政复议答复书".into() })
    }

    fn review(&self, request: &str, filed: When) -> Result<RecordId, DemoError> {
        self.dispute(review_of(request, self.days.day(filed)))
    }

    fn dispute(&self, dispute: Dispute) -> Result<RecordId, DemoError> {
        self.add(Value::Dispute(dispute))
    }

    fn end(&self, id: RecordId, on: Date, result: DisputeResult, text: &str) -> Result<(), DemoError> {
        self.step(id, RecordStep::Ended { on, result, text: text.into() })
    }

    /// Training, self-inspection, the platform, and a measure of the office's own.
    fn activities(&self) -> Result<(), DemoError> {
        use ActivityKind::{Inspection, Own, Platform, Training};
        for (kind, on, title, count) in [
            (Training, LastYear(5, 13), "政府信息公开条例专题培训", 1),
            (Inspection, LastYear(11, 5), "政府信息公开专栏自查", 2),
            (Platform, LastYear(7, 2), "改版政府网站“规划公示”专栏", 1),
            (Training, Ago(140), "依申请公开答复文书培训", 1),
            (Training, Ago(50), "新任股长政务公开培训", 1),
            (Inspection, Ago(75), "主动公开栏目更新自查", 1),
            (Own, Ago(66), "土地征收政策现场解读", 2),
        ] {
            let (name, unit) = if kind == Own { ("政策解读", "场") } else { ("", kind.usual_unit()) };
            self.add(Value::Activity(Activity {
                kind,
                name: name.into(),
                unit: unit.into(),
                period: Period::Day(self.days.day(on)),
                title: title.into(),
                count,
            }))?;
        }
        Ok(())
    }

    fn add(&self, value: Value) -> Result<RecordId, DemoError> {
        let (what, on) = (value.kind().label(), value.day());
        let body = Box::new(Body { organ: OrganId::FIRST, note: String::new(), value });
        self.record(RecordCommand::Add(body), what, on)
    }

    fn step(&self, id: RecordId, step: RecordStep) -> Result<(), DemoError> {
        let on = step.on();
        self.act(id, on, RecordAct::Step(step))
    }

    fn act(&self, id: RecordId, on: Date, act: RecordAct) -> Result<(), DemoError> {
        self.record(RecordCommand::Act { id, version: None, act }, &id.to_string(), on).map(|_| ())
    }

    fn record(&self, command: RecordCommand, what: &str, on: Date) -> Result<RecordId, DemoError> {
        let done = self.desk.record(self.who, command);
        let refused = |because| DemoError { what: what.to_owned(), on, because: Box::new(because) };
        done.map(|done| done.id).map_err(refused)
    }
}

/// A review of the answer to a request.
fn review_of(request: &str, filed_on: Date) -> Dispute {
    Dispute {
        kind: DisputeKind::Review,
        role: Role::Defendant,
        filed_on,
        forum: "青陵县人民政府".into(),
        case_no: String::new(),
        request: request.into(),
        review: None,
    }
}
