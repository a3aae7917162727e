//! What an invocation brings along: home, account, the day set by hand.

use std::path::PathBuf;

use jiff::civil::Date;

use super::failure::Failure;
use super::outlet::Outlet;
use crate::backup::Passphrase;
use crate::desk::parse_today;
use crate::host::{Home, KeyPlace, Opened, credential_in};
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
        })
    }

    /// The same invocation with the passphrase of the office key.
    pub(super) fn with_passphrase(&self, passphrase: Passphrase) -> Self {
        let key = KeyPlace { passphrase: Some(passphrase), ..self.home.key_place().clone() };
        let (home, account) = (self.home.clone().with_key(key), self.account.clone());
        Self { home, account, uid: self.uid, today: self.today }
    }

    /// Opens the office; what had to be done beyond opening is said on stderr.
    pub(super) fn open(&self, outlet: &mut Outlet) -> Result<Opened, Failure> {
        let opened = self.home.open(self.uid, self.today, &mut |_| true)?;
        for notice in &opened.notices {
            outlet.warn(&words::desk::notice(notice))?;
        }
        Ok(opened)
    }
}
