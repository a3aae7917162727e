//! The command line: one file a subcommand.
//!
//! A subcommand is a function of an invocation that writes results to one stream, everything else to
//! another, and ends with a code: 0 done; 1 failed or refused; 2 wrong usage; 3 done, but `check` found
//! errors, `verify` a fault or `agenda` something overdue. May touch standard streams, the environment and
//! the files a user names. Not the rules of the law, not sled.

mod access;
mod act;
mod agenda;
mod annual;
mod args;
mod backup;
mod calendar;
mod check;
mod clerk;
mod clock;
mod day;
mod demo;
mod erase;
mod failure;
mod fee;
mod files;
mod guide;
mod handbook;
mod help;
mod import;
mod init;
mod invocation;
mod journal;
mod key;
mod keymap;
mod list;
mod listing;
mod merge;
mod notice;
mod open;
mod organ;
mod outlet;
mod preferences;
mod procedure;
mod rebuild;
mod record;
mod register;
mod remote;
mod report;
mod restore;
mod rows;
mod serve;
mod settings;
mod show;
mod staff;
mod steps;
mod tables;
mod verify;
mod verify_backup;
mod working;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use args::{Cli, Sub};
use failure::Failure;
use files::OwnFiles;
use invocation::Invocation;
use outlet::Outlet;

use crate::words::cli as words;

/// Done.
const DONE: u8 = 0;
/// Done, but errors, a fault, or something overdue.
const FOUND: u8 = 3;

/// Runs the program on the process's own arguments and streams.
pub fn main() -> ExitCode {
    let mut out = io::stdout().lock();
    let mut err = io::stderr().lock();
    let is_terminal = io::stdout().is_terminal();
    let mut outlet = Outlet { out: &mut out, err: &mut err, is_terminal, files: &mut OwnFiles };
    ExitCode::from(run(std::env::args_os(), &mut outlet))
}

/// Runs the program on `arguments` (the program's name first) and gives its exit code.
fn run(arguments: impl IntoIterator<Item = OsString>, outlet: &mut Outlet) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let ended = match parse(&arguments) {
        Ok(cli) => dispatch(cli, &arguments, outlet),
        Err(error) => said(&error, outlet),
    };
    code(ended, outlet)
}

/// Runs a subcommand that a client has sent to the host.
fn run_lent(arguments: &[OsString], invocation: &Invocation, outlet: &mut Outlet) -> u8 {
    let ended = match parse(arguments) {
        Ok(Cli { sub: Some(sub), .. }) if remote::wants_office(&sub) => subcommand(&sub, invocation, outlet),
        Ok(_) => Err(remote::not_at_host()),
        Err(error) => said(&error, outlet),
    };
    code(ended, outlet)
}

fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    Cli::command().try_get_matches_from(arguments).and_then(|matches| Cli::from_arg_matches(&matches))
}

/// Help that was asked for, or what is wrong with the usage.
fn said(error: &clap::Error, outlet: &mut Outlet) -> Result<u8, Failure> {
    if error.use_stderr() {
        return Err(Failure::Usage(words::usage(error)));
    }
    outlet.say(&words::help_page(&error.to_string())).map(|()| DONE)
}

fn code(ended: Result<u8, Failure>, outlet: &mut Outlet) -> u8 {
    match ended {
        Ok(code) => code,
        Err(Failure::ClosedPipe) => DONE,
        Err(failure) => {
            // Nowhere is left to say that stderr is closed.
            let _ = outlet.warn(&failure.words());
            failure.code()
        }
    }
}

/// A subcommand on the office is the host's where there is one; everything else is done here.
fn dispatch(mut cli: Cli, arguments: &[OsString], outlet: &mut Outlet) -> Result<u8, Failure> {
    let invocation = Invocation::of(cli.home.clone(), cli.key_passphrase_file.clone())?;
    match cli.sub.take() {
        None => open::run(&cli, &invocation, outlet),
        Some(Sub::Demo(args)) => demo::run(&args, &cli, &invocation, outlet),
        Some(Sub::Keymap(args)) => keymap::run(&args, &cli, outlet),
        Some(sub) if !cli.alone && remote::wants_office(&sub) => {
            let arguments = remote::arguments(&sub, arguments)?;
            remote::by_host_or(&invocation, &arguments, outlet, |outlet| {
                subcommand(&sub, &invocation, outlet)
            })
        }
        Some(sub) => subcommand(&sub, &invocation, outlet),
    }
}

fn subcommand(sub: &Sub, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    match sub {
        Sub::Init(args) => init::run(args, invocation, outlet),
        Sub::Register(args) => register::run(*args.clone(), invocation, outlet),
        Sub::Act(args) => act::run(args, invocation, outlet),
        Sub::List(args) => list::run(args, invocation, outlet),
        Sub::Agenda(args) => agenda::run(args, invocation, outlet),
        Sub::Show(args) => show::run(args, invocation, outlet),
        Sub::Clock(args) => clock::run(args, invocation, outlet),
        Sub::Import(args) => import::run(args, invocation, outlet),
        Sub::Report(args) => report::run(args, invocation, outlet),
        Sub::Check(args) => check::run(args, invocation, outlet),
        Sub::Merge(args) => merge::run(args, outlet),
        Sub::Calendar(args) => calendar::run(args, invocation, outlet),
        Sub::Record(args) => record::run(args, invocation, outlet),
        Sub::Annual(args) => annual::run(args, invocation, outlet),
        Sub::Access(args) => access::run(args, invocation, outlet),
        Sub::Clerk(args) => clerk::run(args, invocation, outlet),
        Sub::Organ(args) => organ::run(args, invocation, outlet),
        Sub::Settings(args) => settings::run(args, invocation, outlet),
        Sub::Fee(args) => fee::run(args, outlet),
        Sub::Guide(args) => guide::run(args, invocation, outlet),
        Sub::Verify(args) => verify::run(args, invocation, outlet),
        Sub::Rebuild => rebuild::run(invocation, outlet),
        Sub::Backup(args) => backup::run(args, invocation, outlet),
        Sub::Restore(args) => restore::run(args, invocation, outlet),
        Sub::Erase(args) => erase::run(args, invocation, outlet),
        Sub::Key(args) => key::run(args, invocation, outlet),
        Sub::Journal(args) => journal::run(args, invocation, outlet),
        Sub::Handbook(args) => handbook::run(args, outlet),
        Sub::Help(args) => help::run(args, outlet),
        Sub::Serve(args) => serve::run(args, invocation, outlet),
        Sub::Status(args) => serve::status(args, invocation, outlet),
        Sub::Stop => serve::stop(invocation, outlet),
        // They look at the whole command line.
        Sub::Demo(_) | Sub::Keymap(_) => Err(remote::not_at_host()),
    }
}
