//! Steps that look beyond their own request.

use super::*;
use crate::request::{FeeBy, Refusal, Relation, Warning};

fn items(received: Date, applicant: &str, n: usize) -> Registration {
    let mut registration = form(received, applicant);
    registration.particulars.items = (1..=n).map(|item| format!("第{item}项")).collect();
    registration
}

fn step(desk: &Desk, row: &CaseRow, step: Step) -> Result<Done, DeskError> {
    desk.submit(CLERK, Command::Step { id: row.id, version: None, step })
}

fn refusal(result: Result<Done, DeskError>) -> Refusal {
    match result.map(|done| done.row.no) {
        Err(DeskError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

fn join(to: &str) -> Step {
    Step::Join { on: date(2026, 3, 4), to: to.into(), reason: String::new() }
}

fn link(to: &str) -> Step {
    Step::Link { on: date(2026, 6, 1), to: to.into(), relation: Relation::Repeats }
}

#[test]
fn splitting_makes_a_request_with_the_same_days_that_names_where_it_is_from() {
    let room = Room::new();
    let desk = room.desk();
    let row = desk.registered(items(date(2026, 3, 2), "张三", 3));
    let split = Step::Split { on: date(2026, 3, 3), items: vec![2, 3], no: None };
    let preview = Command::Step { id: row.id, version: None, step: split.clone() };
    assert_eq!(desk.preview(preview).unwrap().row.no, row.no);
    let done = step(&desk, &row, split).unwrap();
    assert_eq!((done.row.id, done.cases), (row.id, 2));
    let new = desk.row(desk.id_of("2026-002").unwrap()).unwrap();
    assert_eq!((new.received_on, new.due_on), (row.received_on, row.due_on));
    let view = desk.case(new.id).unwrap();
    assert_eq!(view.case.items.len(), 2);
    assert_eq!(view.case.links.first().map(|link| link.to.as_str()), Some(row.no.as_str()));
    let whole = desk.case(row.id).unwrap().case;
    assert!(whole.items.iter().skip(1).all(|item| item.moved_to.as_deref() == Some("2026-002")));
    assert!(desk.rebuild(&mut |_| true).unwrap().equal);
}

#[test]
fn joining_ends_one_request_and_tells_the_other() {
    let room = Room::new();
    let desk = room.desk();
    let first = desk.registered(form(date(2026, 3, 2), "张三"));
    let second = desk.registered(form(date(2026, 3, 3), "张三"));
    assert!(matches!(step(&desk, &second, join("2026-099")), Err(DeskError::UnknownRequest(_))));
    assert_eq!(refusal(step(&desk, &second, join(&second.no))), Refusal::LinkedToItself);
    let done = step(&desk, &second, join(&first.no)).unwrap();
    assert_eq!((done.row.closed_on, done.cases), (Some(date(2026, 3, 4)), 2));
    let links = desk.case(first.id).unwrap().case.links;
    assert_eq!(links.first().map(|link| link.relation), Some(Relation::Absorbs));
}

#[test]
fn a_repetition_is_of_a_request_that_was_answered() {
    let room = Room::new();
    let desk = room.desk();
    let first = desk.registered(form(date(2026, 3, 2), "张三"));
    let second = desk.registered(form(date(2026, 5, 6), "张三"));
    step(&desk, &first, decide_open(date(2026, 3, 16))).unwrap();
    step(&desk, &first, serve(date(2026, 3, 17))).unwrap();
    assert_eq!(step(&desk, &second, link(&first.no)).unwrap().warnings, []);
    assert_eq!(step(&desk, &second, link("纸质〔2019〕3号")).unwrap().warnings, [Warning::LinkUnknown]);
}

#[test]
fn the_desk_counts_which_request_of_the_month_it_is() {
    let room = Room::new();
    let desk = room.desk();
    desk.registered(form(date(2026, 2, 27), "张三"));
    desk.registered(form(date(2026, 3, 2), "李四"));
    let rows: Vec<CaseRow> = (1..=11).map(|_| desk.registered(form(date(2026, 3, 2), " 张三"))).collect();
    desk.registered(form(date(2026, 3, 3), "张三"));
    let notice = Step::FeeNotice { on: date(2026, 3, 5), by: FeeBy::Item, count: None };
    assert_eq!(refusal(step(&desk, rows.get(9).unwrap(), notice.clone())), Refusal::NoFeeDue);
    let eleventh = step(&desk, rows.get(10).unwrap(), notice).unwrap().row;
    assert_eq!(desk.case(eleventh.id).unwrap().case.fee.map(|fee| fee.amount), Some(100));
}

#[test]
fn earlier_requests_of_the_applicant_are_found_the_most_alike_first() {
    let room = Room::new();
    let desk = room.desk();
    let with = |applicant: &str, content: &str| {
        let mut registration = form(date(2026, 3, 2), applicant);
        registration.particulars.content = content.into();
        desk.registered(registration)
    };
    let budget = with("张三", "2025年度部门预算执行情况");
    with("张三丰", "2025年度部门预算执行情况");
    let land = with("张三", "征地批文");
    let own = with(" 张三", "部门预算 2025 年度执行情况");
    let earlier = desk.earlier("张三", "2025 年度部门预算", Some(own.id)).unwrap();
    let ids: Vec<RequestId> = earlier.iter().map(|earlier| earlier.row.id).collect();
    assert_eq!(ids, [budget.id, land.id]);
    assert!(earlier.first().is_some_and(|first| first.alike >= LIKELY), "{earlier:?}");
    assert_eq!(desk.earlier(" ", "预算", None).unwrap(), []);
}
