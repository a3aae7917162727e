//! The rules that published tables must keep, as functions of values. A clean result is an empty list.
//!
//! | rule | says | severity |
//! |---|---|---|
//! | V1 | per column: new + carried in = total + carried out | error |
//! | V2 | per column: total = sum of the 21 results | error |
//! | V3 | per row of table 3: 总计 = sum of the six kinds of applicants | error |
//! | V4 | per column: carried in = what the previous year carried out | error; warning once recorded |
//! | V5 | per group of table 4: 总计 = sum of the four results | error |
//! | V7 | no blank, no "/" or "-", no negative or broken number | error |
//! | V8 | valid documents = those of the year before + made - repealed | warning |
//! | V15 | the whole = sum of the parts, cell by cell | error |
//! | V16 | table 3 = table 3 recounted from the cases | error |
//! | V22 | charges a hundred times those of the year before, or a hundredth | warning |

mod finding;
mod recounted;
mod single;
mod yearly;

use super::{Table3, YearTables};

pub use finding::{Finding, Severity, findings_json, findings_text};
pub use recounted::aggregate;

/// What is checked, and against what.
#[derive(Debug, Clone, Copy)]
pub struct Check<'a> {
    /// The tables.
    pub tables: &'a YearTables,
    /// The previous year's published tables, for V4, V8 and V22.
    pub previous: Option<&'a YearTables>,
    /// Table 3 counted anew from the case rows, its last row from the cases open on 31 December, for V16.
    pub recount: Option<&'a Table3>,
    /// Whether 规章 may be "/" (the organ has no rule-making power and its portal wants it so).
    pub regulations_struck_out: bool,
    /// Whether it is on record why the previous year's published figure was wrong: V4 then warns only.
    pub difference_recorded: bool,
}

impl<'a> Check<'a> {
    /// A check of the tables by themselves.
    pub const fn new(tables: &'a YearTables) -> Self {
        Self {
            tables,
            previous: None,
            recount: None,
            regulations_struck_out: false,
            difference_recorded: false,
        }
    }

    /// All findings, in the order of the rules.
    pub fn run(&self) -> Vec<Finding> {
        let mut findings = single::v1(self.tables);
        findings.extend(single::v2(self.tables));
        findings.extend(single::v3(self.tables));
        if let Some(previous) = self.previous {
            let severity = if self.difference_recorded { Severity::Warning } else { Severity::Error };
            findings.extend(yearly::v4(self.tables, previous, severity));
        }
        findings.extend(single::v5(self.tables));
        findings.extend(single::v7(self.tables, self.regulations_struck_out));
        if let Some(previous) = self.previous {
            findings.extend(yearly::v8(self.tables, previous));
        }
        if let Some(recount) = self.recount {
            findings.extend(recounted::v16(self.tables, recount));
        }
        if let Some(previous) = self.previous {
            findings.extend(yearly::v22(self.tables, previous));
        }
        findings
    }
}

#[cfg(test)]
mod tests;
