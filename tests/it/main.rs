//! The integration tests, in one crate so that they link once.

#[cfg(test)]
mod annual;
#[cfg(test)]
mod architecture;
#[cfg(test)]
mod at_once;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod book;
#[cfg(test)]
mod browser;
#[cfg(test)]
mod by_keys;
#[cfg(test)]
mod calendar;
#[cfg(test)]
mod clerks;
#[cfg(test)]
mod commands;
#[cfg(test)]
mod delay;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod failing;
#[cfg(test)]
mod guide;
#[cfg(test)]
mod handbook;
mod handing;
#[cfg(test)]
mod host;
#[cfg(test)]
mod host_edges;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod kills;
#[cfg(test)]
mod main_job;
#[cfg(test)]
mod merge;
#[cfg(test)]
mod office;
#[cfg(test)]
mod published_ledger;
#[cfg(test)]
mod published_report;
#[cfg(test)]
mod records;
#[cfg(test)]
mod seed;
#[cfg(test)]
mod settings;
#[cfg(test)]
mod ssh;
#[cfg(test)]
mod staff;
#[cfg(test)]
mod surroundings;
#[cfg(test)]
mod terminal;
#[cfg(test)]
mod together;
#[cfg(test)]
mod units;
mod vectors;
#[cfg(test)]
mod without_rights;
#[cfg(test)]
mod working;
#[cfg(test)]
mod year_by_keys;
