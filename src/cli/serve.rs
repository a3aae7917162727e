//! `gongkai serve`, `status`, `stop`: the service that owns the home.

use std::cell::RefCell;
use std::fs::OpenOptions;
use std::os::unix::net::UnixListener;
use std::sync::Arc;
use std::time::Duration;

use listenfd::ListenFd;
use serde_json::{Value, json};

use super::DONE;
use super::args::{Json, Serve};
use super::failure::Failure;
use super::invocation::Invocation;
use super::outlet::Outlet;
use super::remote::AtHost;
use super::steps::number;
use crate::host::{self, Report, Row, Serving, Standing, stamp};
use crate::words::cli as words;
use crate::words::host::rebuilding;

/// Serves in the foreground until it is told to leave.
pub(super) fn run(args: &Serve, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    if args.started_by_client {
        // The terminal of the clerk who happened to be first is nothing to this host. It can fail only for
        // the leader of a group, which nobody started this way is.
        let _ = rustix::process::setsid();
    }
    let linger = match &args.idle {
        _ if args.started_by_client => Some(Duration::ZERO),
        Some(text) => Some(Duration::from_secs(u64::from(number("--idle", text, 86_400)?))),
        None => None,
    };
    let serving = Serving {
        home: invocation.home.clone(),
        commands: Arc::new(AtHost { home: invocation.home.clone() }),
        listener: lent_socket()?,
        by_client: args.started_by_client,
        linger,
    };
    if args.started_by_client {
        // The client reads it on our stderr.
        let mut tell = |done, all| _ = outlet.warn(&host::progress_line(done, all));
        host::serve(serving, &mut tell, let_stderr_go)?;
    } else {
        let said = words::serving(invocation.home.root());
        let outlet = RefCell::new(outlet);
        // Somebody who cannot be told is served all the same.
        let say = |text: &str| _ = outlet.borrow_mut().warn(text);
        host::serve(serving, &mut |done, all| say(&rebuilding(done, all)), || say(&said))?;
    }
    Ok(DONE)
}

/// The socket of a service manager (`LISTEN_FDS`), if it lends one.
fn lent_socket() -> Result<Option<UnixListener>, Failure> {
    ListenFd::from_env()
        .take_unix_listener(0)
        .map_err(|error| Failure::Refused(words::bad_socket(&error.to_string())))
}

/// The client waits for the end of our stderr: that is the sign that it is let in.
fn let_stderr_go() {
    if let Ok(nowhere) = OpenOptions::new().write(true).open("/dev/null") {
        let _ = rustix::stdio::dup2_stderr(nowhere);
    }
}

/// Says how things stand.
pub(super) fn status(args: &Json, invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    let (report, alone) = loop {
        let report = host::status(&invocation.home)?;
        if report.is_some() || invocation.home.standing() != Standing::Ours {
            break (report, None);
        }
        match invocation.open(outlet) {
            // It has come up meanwhile.
            Err(Failure::AtHost(_)) => {}
            opened => break (None, Some(opened?)),
        }
    };
    let head = match (&report, &alone) {
        (Some(report), _) => Some((report.seq, report.seal.clone())),
        (None, Some(opened)) => {
            let head = opened.desk.head();
            Some((head.seq.0, head.seal.to_string()))
        }
        (None, None) => None,
    };
    if args.json {
        outlet.json(&whole(report.as_ref(), head.as_ref()))?;
    } else {
        print(report.as_ref(), head.as_ref(), outlet)?;
    }
    if let Some(opened) = alone {
        opened.close();
    }
    Ok(DONE)
}

fn whole(report: Option<&Report>, head: Option<&(u64, String)>) -> Value {
    let session = |row: &Row| {
        json!({
            "id": row.id,
            "clerk": row.clerk,
            "name": row.name,
            "since": stamp(row.since),
            "attached": row.left.is_none(),
            "left": row.left.map(stamp),
        })
    };
    json!({
        "running": report.is_some(),
        "pid": report.map(|report| report.pid),
        "version": report.map(|report| report.version.clone()),
        "protocol": report.map(|report| report.protocol),
        "since": report.map(|report| stamp(report.since)),
        "sessions": report.map_or_else(Vec::new, |report| report.sessions.iter().map(session).collect()),
        "seq": head.map(|(seq, _)| *seq),
        "seal": head.map(|(_, seal)| seal.clone()),
    })
}

fn print(report: Option<&Report>, head: Option<&(u64, String)>, outlet: &mut Outlet) -> Result<(), Failure> {
    match report {
        None => outlet.say(words::NOT_RUNNING)?,
        Some(report) => {
            outlet.say(&words::running(report.pid, &report.version, &stamp(report.since)))?;
            for row in &report.sessions {
                let left = row.left.map(stamp);
                outlet.say(&words::session(
                    row.id,
                    row.clerk,
                    &row.name,
                    &stamp(row.since),
                    left.as_deref(),
                ))?;
            }
        }
    }
    head.map_or(Ok(()), |(seq, seal)| outlet.say(&words::journal_head(*seq, seal)))
}

/// Has the service leave.
pub(super) fn stop(invocation: &Invocation, outlet: &mut Outlet) -> Result<u8, Failure> {
    match host::stop(&invocation.home)? {
        None => outlet.say(words::NOT_RUNNING)?,
        Some(report) => outlet.say(&words::stopped(report.sessions.len()))?,
    }
    Ok(DONE)
}
