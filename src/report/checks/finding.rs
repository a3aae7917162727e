//! One result of a rule, and how findings are shown.

use serde_json::{Value, json};

use super::Target;
use crate::words::report as words;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The tables cannot be right.
    Error,
    /// The tables may be right: somebody should look.
    Warning,
}

impl Severity {
    /// The key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }

    /// The word on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => words::ERROR,
            Self::Warning => words::WARNING,
        }
    }
}

/// One result of a rule: two figures that should agree and do not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule: V1, V16
    pub rule: &'static str,
    /// How bad it is
    pub severity: Severity,
    /// Where to go to mend it
    pub target: Target,
    /// Where, in Chinese: 表三 商业企业列
    pub place: String,
    /// What is stated: a figure or a sum written out
    pub left: String,
    /// What it should agree with
    pub right: String,
    /// The whole in one sentence
    pub message: String,
}

impl Finding {
    /// An error at a place whose name follows from the target.
    pub(super) fn error(
        rule: &'static str,
        target: Target,
        sides: (String, String),
        message: String,
    ) -> Self {
        Self::new(rule, Severity::Error, target, sides, message)
    }

    /// A warning at a place whose name follows from the target.
    pub(super) fn warning(
        rule: &'static str,
        target: Target,
        sides: (String, String),
        message: String,
    ) -> Self {
        Self::new(rule, Severity::Warning, target, sides, message)
    }

    /// A finding at a place whose name follows from the target; `sides` are what is stated and what it
    /// should agree with.
    pub(super) fn new(
        rule: &'static str,
        severity: Severity,
        target: Target,
        (left, right): (String, String),
        message: String,
    ) -> Self {
        Self { rule, severity, place: target.place(), target, left, right, message }
    }

    /// The finding as a JSON value.
    pub fn to_json(&self) -> Value {
        json!({
            "rule": self.rule,
            "severity": self.severity.key(),
            "place": self.place,
            "left": self.left,
            "right": self.right,
            "message": self.message,
            "target": self.target.path(),
        })
    }

    /// The finding as a line.
    pub fn line(&self) -> String {
        words::finding(self.severity.label(), self.rule, &self.place, &self.message)
    }
}

/// Findings as a JSON list; a clean result is an empty one.
pub fn findings_json(findings: &[Finding]) -> Value {
    Value::Array(findings.iter().map(Finding::to_json).collect())
}

/// Findings as text, a line each; a clean result is an empty text.
pub fn findings_text(findings: &[Finding]) -> String {
    findings.iter().map(|finding| finding.line() + "\n").collect()
}
