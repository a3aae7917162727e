//! `gongkai act NO STEP`: one step; prints the new status and due date.

use super::DONE;
use super::args::Act;
use super::day::{needed, optional};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::{clerk, rows, steps};
use crate::desk::{Command, Desk, Done};
use crate::request::{Seq, Step};
use crate::words;

/// Takes the step.
pub(super) fn run(args: &Act, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    steps::check_name(&args.step)?;
    let opened = invocation.open(outlet)?;
    let desk = &opened.desk;
    let command = command(args, desk)?;
    let whole_commit = matches!(command, Command::RevokeCommit { .. });
    let done = desk.submit(opened.clerk, command)?;
    for warning in &done.warnings {
        outlet.warn(&words::request::warning(warning))?;
    }
    print(args, &done, whole_commit, desk, outlet)?;
    opened.close();
    Ok(DONE)
}

fn command(args: &Act, desk: &Desk) -> Result<Command, Failure> {
    if args.step == steps::HAND_OVER {
        let to = clerk::find(desk, &needed("--to", args.to.clone())?)?;
        let on = optional("--on", args.on.as_deref())?.unwrap_or(desk.today());
        let reason = args.reason.clone().or_else(|| args.words.clone()).unwrap_or_default();
        let step = Step::HandOver { on, to, name: String::new(), reason };
        return Ok(Command::Step { id: desk.id_of(&args.no)?, version: None, step });
    }
    if args.step != steps::REVOKE {
        let step = steps::step(args, desk.today())?;
        return Ok(Command::Step { id: desk.id_of(&args.no)?, version: None, step });
    }
    let reason = needed("--reason", args.reason.clone())?;
    match (&args.seq, &args.commit) {
        (Some(seq), None) => {
            let seq = Seq(steps::number("--seq", seq, u32::MAX)?.into());
            Ok(Command::Revoke { id: desk.id_of(&args.no)?, version: None, seq, reason })
        }
        (None, Some(commit)) => {
            let commit = Seq(steps::number("--commit", commit, u32::MAX)?.into());
            Ok(Command::RevokeCommit { commit, reason })
        }
        _ => Err(Failure::Usage(words::cli::SEQ_OR_COMMIT.to_owned())),
    }
}

fn print(args: &Act, done: &Done, whole: bool, desk: &Desk, outlet: &mut Outlet) -> Result<(), Failure> {
    let row = &done.row;
    if args.json {
        return outlet.json(&rows::json(row, desk.today(), &desk.calendar()));
    }
    if whole {
        return outlet.say(&words::cli::commit_revoked(done.cases));
    }
    let status = if row.void { words::cli::VOID } else { row.status.label() };
    outlet.say(&words::cli::after_step(&row.no, status, row.due_on, row.closed_on))
}
