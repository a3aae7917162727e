//! What an invocation brings along: home, account, the day set by hand.

use std::path::PathBuf;

use jiff::civil::Date;

use super::failure::Failure;
use super::outlet::Outlet;
use crate::backup::Passphrase;
use crate::desk::parse_today;
use crate::host::{Home, HostError, KeyPlace, Opened, credential_in, told};
use crate::office::Right;
use crate::register::Progress;
use crate::words;

/// The surroundings of a subcommand.
pub(super) struct Invocation {
    /// The home.
    pub(super) home: Home,
    /// The account.
    pub(super) uid: u32,
    /// The name of the account, for the first clerk.
    pub(super) account: String,
    /// `GONGKAI_TODAY`
    pub(super) today: Option<Date>,
    /// The office, where the host has it and runs the subcommand.
    pub(super) lent: Option<Opened>,
}

impl Invocation {
    /// The invocation of this process, with the home named on the command line.
    pub(super) fn of(home: Option<PathBuf>, passphrase_file: Option<PathBuf>) -> Result<Self, Failure> {
        let variable = std::env::var_os("GONGKAI_HOME").map(PathBuf::from);
        let named =
            |name| std::env::var_os(name).map(PathBuf::from).filter(|path| !path.as_os_str().is_empty());
        let key = KeyPlace {
            credential: named("CREDENTIALS_DIRECTORY").and_then(|folder| credential_in(&folder)),
            passphrase_file: passphrase_file.or_else(|| named("GONGKAI_PASSPHRASE_FILE")),
            passphrase: None,
        };
        let today = match std::env::var("GONGKAI_TODAY") {
            Ok(text) if !text.trim().is_empty() => {
                let day = parse_today(&text);
                Some(day.map_err(|error| Failure::Usage(words::calendar::date_error(error, &text)))?)
            }
            _ => None,
        };
        let account = ["LOGNAME", "USER"].into_iter().find_map(|name| std::env::var(name).ok());
        Ok(Self {
            home: Home::find(home, variable)?.with_key(key),
            uid: rustix::process::getuid().as_raw(),
            account: account.filter(|name| !name.is_empty()).unwrap_or_else(|| words::cli::CLERK.to_owned()),
            today,
            lent: None,
        })
    }

    /// The same invocation with the passphrase of the office key.
    pub(super) fn with_passphrase(&self, passphrase: Passphrase) -> Self {
        let key = KeyPlace { passphrase: Some(passphrase), ..self.home.key_place().clone() };
        let (home, account) = (self.home.clone().with_key(key), self.account.clone());
        Self { home, account, uid: self.uid, today: self.today, lent: None }
    }

    /// Opens the office; what had to be done beyond opening is said on stderr.
    pub(super) fn open(&self, outlet: &mut Outlet) -> Result<Opened, Failure> {
        // Who cannot be told waits all the same.
        let mut tell = |done, all| _ = outlet.warn(&words::host::rebuilding(done, all));
        let opened = self.opened(&mut told(&mut tell))?;
        for notice in &opened.notices {
            outlet.warn(&words::desk::notice(notice))?;
        }
        Ok(opened)
    }

    /// Opens the office: the one that is lent, else that of the home.
    pub(super) fn open_quietly(&self) -> Result<Opened, HostError> {
        self.opened(&mut |_| true)
    }

    fn opened(&self, progress: &mut dyn FnMut(Progress) -> bool) -> Result<Opened, HostError> {
        match &self.lent {
            Some(opened) => Ok(opened.share()),
            None => self.home.open(self.uid, self.today, progress),
        }
    }

    /// Whether there is an office.
    pub(super) fn has_office(&self) -> bool {
        self.lent.is_some() || self.home.has_office()
    }

    /// What is written by the process that has the data, in its own name, is for their owner alone to ask for,
    /// and for a clerk who runs the office.
    ///
    /// # Errors
    /// Another account, or a clerk without the right.
    pub(super) fn own_data(&self, opened: &Opened) -> Result<(), Failure> {
        if self.uid != rustix::process::geteuid().as_raw() {
            return Err(Failure::Refused(words::cli::NOT_THE_OWNER.to_owned()));
        }
        opened.desk.allow(opened.clerk, Right::Office).map_err(Failure::from)
    }
}
