//! `gongkai agenda`: what is to be done today; exit code 3 when something is overdue.

use serde_json::{Value, json};

use super::args::Agenda;
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{DONE, FOUND, listing, rows};
use crate::desk::{Desk, OtherTask, OtherTodo, Task, Todo};
use crate::request::ClerkId;
use crate::words;

/// Prints the agenda.
pub(super) fn run(args: &Agenda, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let mut tasks = desk.agenda()?;
    let mut others = desk.other_tasks()?;
    if let Some(handlers) = listing::handlers(&args.whose, desk, opened.clerk)? {
        tasks.retain(|task| handlers.contains(&task.row.handler));
        // What is beside the requests is nobody's alone.
        others.clear();
        if args.whose.mine && !args.json {
            name_the_stood_in_for(&mut tasks, opened.clerk, desk);
        }
    }
    let overdue = tasks.iter().any(|task| task.what == Todo::Overdue)
        || others.iter().any(|task| task.what.is_overdue());
    let wanted = desk.calendar().wants_notice(desk.today()).map(words::cli::notice_wanted);
    if args.json {
        if let Some(wanted) = &wanted {
            outlet.warn(wanted)?;
        }
        let tasks = tasks.iter().map(|task| as_json(task, desk));
        outlet.json(&Value::Array(tasks.chain(others.iter().map(other_json)).collect()))?;
    } else {
        if let Some(wanted) = &wanted {
            outlet.say(wanted)?;
        }
        if tasks.is_empty() && others.is_empty() {
            outlet.warn(words::cli::NOTHING_TODO)?;
        }
        print(&tasks, desk, outlet)?;
        print_others(&others, outlet)?;
    }
    opened.close();
    Ok(if overdue { FOUND } else { DONE })
}

/// Of another's case, whose it is.
fn name_the_stood_in_for(tasks: &mut [Task], who: ClerkId, desk: &Desk) {
    let office = desk.office();
    for task in tasks.iter_mut().filter(|task| task.row.handler != who) {
        task.whom.push(words::cli::instead_of(office.name_of(task.row.handler)));
    }
}

fn print(tasks: &[Task], desk: &Desk, outlet: &mut Outlet) -> Result<(), Failure> {
    for what in Todo::ALL {
        let some: Vec<&Task> = tasks.iter().filter(|task| task.what == what).collect();
        if !some.is_empty() {
            outlet.say(&words::cli::todo(what, some.len()))?;
            outlet.say(&rows::tasks(&some, desk.today(), &desk.calendar()))?;
        }
    }
    Ok(())
}

fn print_others(tasks: &[OtherTask], outlet: &mut Outlet) -> Result<(), Failure> {
    for what in OtherTodo::ALL {
        let some: Vec<&OtherTask> = tasks.iter().filter(|task| task.what == what).collect();
        if !some.is_empty() {
            outlet.say(&words::cli::other_todo(what, some.len()))?;
            for task in some {
                outlet.say(&words::cli::other_task(task))?;
            }
        }
    }
    Ok(())
}

/// It has no number of a request.
fn other_json(task: &OtherTask) -> Value {
    json!({
        "todo": task.what.key(),
        "on": task.on.map(|on| on.to_string()),
        "no": null,
        "record": task.record.map(|id| id.0),
        "title": task.title,
    })
}

fn as_json(task: &Task, desk: &Desk) -> Value {
    let mut row = rows::json(&task.row, desk.today(), &desk.calendar());
    if let Some(row) = row.as_object_mut() {
        row.insert("todo".to_owned(), json!(task.what.key()));
        row.insert("on".to_owned(), json!(task.on.map(|on| on.to_string())));
        row.insert("next".to_owned(), rows::next(&task.row));
        row.insert("whom".to_owned(), json!(task.whom));
        row.insert("handler".to_owned(), json!(desk.office().name_of(task.row.handler)));
    }
    row
}
