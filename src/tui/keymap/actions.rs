//! Everything that a key can mean, once: hint bar, help screen and key map files derive from this table.

use crate::words::tui::keys::{ACTIONS as WORDS, ActionWords, group};

/// The part of an action's name before its dot; actions of one group stand together on the help screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Group(&'static str);

impl Group {
    /// The prefix in key map files.
    pub const fn prefix(self) -> &'static str {
        self.0
    }

    /// What the clerk reads.
    pub fn label(self) -> &'static str {
        group(self.0)
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// Something that a clerk can ask for with a key.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $($(#[$doc])* $variant,)* }

        impl Action {
            /// All actions, in the order of the help screen.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in key map files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

actions! {
    /// End the program; asks first.
    Quit = "app.quit",
    /// The help screen of the current context.
    Help = "app.help",
    /// All actions, to be found by their names.
    Palette = "app.palette",
    /// The handbook.
    Handbook = "app.handbook",
    /// The guided tour of the sample office: begin it, leave it.
    Tour = "app.tour",
    /// The other sessions of the clerk, to go on in one of them.
    Sessions = "app.sessions",
    /// Copy something from this screen.
    Copy = "app.copy",
    /// One level back; at the top level asks before quitting.
    Back = "app.back",
    /// Paint the whole screen anew.
    Repaint = "app.repaint",
    /// Stop the program and go back to the shell for a while.
    Suspend = "app.suspend",
    /// To the list of requests.
    GoList = "go.list",
    /// To the carried-over requests.
    GoCarry = "go.carry",
    /// To the tables of a year.
    GoYear = "go.year",
    /// To the calendar of working days.
    GoCalendar = "go.calendar",
    /// To the registers behind tables 2 and 4.
    GoRecords = "go.records",
    /// To the settings.
    GoSettings = "go.settings",
    /// To the clerks.
    GoClerks = "go.clerks",
    /// One row up.
    Up = "move.up",
    /// One row down.
    Down = "move.down",
    /// One cell to the left.
    Left = "move.left",
    /// One cell to the right.
    Right = "move.right",
    /// One page up.
    PageUp = "move.page-up",
    /// One page down.
    PageDown = "move.page-down",
    /// To the first row.
    Home = "move.home",
    /// To the last row.
    End = "move.end",
    /// Open the selected request.
    Open = "list.open",
    /// Register a new request.
    Register = "list.new",
    /// Search by number, applicant or content.
    Search = "list.search",
    /// Complete the condition that is being typed.
    Complete = "list.complete",
    /// Show open, closed or all requests; keep what a search found as the list.
    Filter = "list.filter",
    /// Change the order.
    Sort = "list.sort",
    /// Searches that were kept, and some that come with the program.
    Views = "list.views",
    /// Mark the selected request, or take the mark away.
    Mark = "list.mark",
    /// Mark all requests of the list, or none.
    MarkAll = "list.mark-all",
    /// One step on all marked requests.
    Bulk = "list.bulk",
    /// The numbered menu of steps.
    Steps = "request.steps",
    /// Confirm the day of receipt with the applicant (Article 31).
    Confirm = "request.confirm",
    /// Ask the applicant for a supplement (Article 30).
    SupplementAsk = "request.supplement-ask",
    /// The supplement has come in.
    SupplementReceive = "request.supplement-receive",
    /// The term for the supplement has passed without good reason.
    SupplementLapse = "request.supplement-lapse",
    /// Hand the work to a business unit.
    Assign = "request.assign",
    /// The unit has answered.
    UnitAnswer = "request.unit-answer",
    /// The unit has returned it as not its own.
    UnitReturn = "request.unit-return",
    /// Remind the unit.
    Chase = "request.chase",
    /// Hand the case to another clerk.
    HandOver = "request.hand-over",
    /// Consult a third party or another organ (Articles 32 and 34).
    ConsultSend = "request.consult-send",
    /// The opinion of the one consulted.
    ConsultAnswer = "request.consult-answer",
    /// Tell a third party that is overruled (Article 32).
    OverrideNotice = "request.override-notice",
    /// Ask another organ for help.
    Assist = "request.assist",
    /// The other side has received what an entry sent.
    Received = "request.received",
    /// Extend the term (Article 33).
    Extend = "request.extend",
    /// Ask the applicant for reasons (Article 35).
    ReasonsAsk = "request.reasons-ask",
    /// The reasons have come in.
    ReasonsReceive = "request.reasons-receive",
    /// Fix a later day (Article 35).
    Defer = "request.defer",
    /// Charge the applicant.
    FeeNotice = "request.fee-notice",
    /// The applicant has paid.
    FeePay = "request.fee-pay",
    /// The applicant has not paid in time.
    FeeLapse = "request.fee-lapse",
    /// A review before the answer (Article 17).
    Review = "request.review",
    /// Record the outcome (Article 36).
    Decide = "request.decide",
    /// Another row for a case of several items.
    Overrule = "request.overrule",
    /// Record the service of the answer.
    Serve = "request.serve",
    /// The applicant has the answer.
    Delivered = "request.delivered",
    /// The answer came back in the mail.
    ReturnedMail = "request.returned-mail",
    /// The applicant withdraws.
    Withdraw = "request.withdraw",
    /// The organ takes its answer back.
    WithdrawAnswer = "request.withdraw-answer",
    /// A review or a court orders a new answer.
    ReanswerOrdered = "request.reanswer-ordered",
    /// Put it in the file (Article 45).
    Archive = "request.archive",
    /// Items go into a request of their own.
    Split = "request.split",
    /// It goes on with another request of the applicant.
    Join = "request.join",
    /// Another request belongs to this one.
    Link = "request.link",
    /// A note in the file.
    Note = "request.note",
    /// Correct what was registered.
    Amend = "request.amend",
    /// Take an entry out of the standing ones.
    Revoke = "request.revoke",
    /// Take the last entry back.
    Undo = "request.undo",
    /// Show the numbers of identity and telephone in full; it is noted who did.
    Reveal = "request.reveal",
    /// To the explanation of the due date, and back.
    Clock = "request.clock",
    /// To the next field; on the last one, save.
    NextField = "form.next",
    /// To the previous field.
    PrevField = "form.prev",
    /// List what the field can hold.
    Choose = "form.choose",
    /// The questions that lead to a decision.
    Guide = "form.guide",
    /// Check and save.
    Save = "form.save",
    /// Give up; typed text may be kept as a draft.
    Cancel = "form.cancel",
    /// The year before.
    PrevYear = "year.prev",
    /// The year after.
    NextYear = "year.next",
    /// The next of the tabs.
    NextTable = "year.table",
    /// The previous of the tabs.
    PrevTable = "year.prev-table",
    /// Table 3: requests.
    ShowTable3 = "year.table3",
    /// Table 2: disclosure.
    ShowTable2 = "year.table2",
    /// Table 4: disputes.
    ShowTable4 = "year.table4",
    /// The words of the report.
    ShowTexts = "year.texts",
    /// What the checks found.
    ShowChecks = "year.checks",
    /// Five years.
    ShowTrend = "year.trend",
    /// The year month by month.
    ShowMonths = "year.months",
    /// The report of one organ, or of all together.
    ChooseOrgan = "year.organ",
    /// List the requests counted in the cell, edit the text, go where a finding leads.
    DrillDown = "year.open",
    /// Run the checks.
    Check = "year.check",
    /// Publish the report.
    Publish = "year.publish",
    /// Export the report.
    Export = "year.export",
    /// Change the selected setting.
    Change = "settings.change",
    /// List the open cases of the selected clerk.
    ClerkCases = "clerks.cases",
    /// Hand all of them to another.
    ClerkHandOver = "clerks.hand-over",
    /// Who looks after them while the clerk is away.
    ClerkStandIn = "clerks.stand-in",
    /// Write the list of them into a file.
    ClerkPrint = "clerks.print",
    /// What the clerk may do.
    ClerkRoles = "clerks.roles",
    /// The clerk leaves, or comes back.
    ClerkLeave = "clerks.leave",
    /// The next chapter of the handbook.
    NextChapter = "handbook.next",
    /// The previous chapter.
    PrevChapter = "handbook.prev",
    /// Put a live field into a text.
    InsertField = "text.field",
    /// Last year's text of the place.
    TakeLastYear = "text.last-year",
    /// The program's draft of the place.
    TakeDraft = "text.draft",
    /// The next of the three groups.
    NextGroup = "carry.next",
    /// The previous of the three groups.
    PrevGroup = "carry.prev",
    /// Requests carried into the year.
    FirstGroup = "carry.first",
    /// Carried in and concluded since.
    SecondGroup = "carry.second",
    /// Still open, to be carried out of the year.
    ThirdGroup = "carry.third",
    /// Open the selected record.
    OpenRecord = "records.open",
    /// Write a new record.
    NewRecord = "records.new",
    /// The records of all years, removed ones too, and back.
    EveryYear = "records.every",
    /// The next register.
    NextKind = "records.next",
    /// The previous register.
    PrevKind = "records.prev",
    /// 规章, 行政规范性文件.
    Documents = "records.document",
    /// How many documents were in force when the books began.
    Stocks = "records.stock",
    /// 许可, 处罚, 强制.
    Decisions = "records.decisions",
    /// 行政事业性收费.
    Charges = "records.charge",
    /// 主动公开信息.
    Disclosures = "records.disclosure",
    /// 复议, 诉讼.
    Disputes = "records.dispute",
    /// What section 一 tells of.
    Activities = "records.activity",
    /// To today.
    Today = "calendar.today",
    /// The month before.
    PrevMonth = "calendar.prev",
    /// The month after.
    NextMonth = "calendar.next",
    /// To the last day before on which something is due.
    PrevDue = "calendar.prev-due",
    /// To the next day on which something is due.
    NextDue = "calendar.next-due",
    /// Open what is due on the selected day.
    OpenDay = "calendar.open",
    /// Yes; this one.
    Accept = "popup.accept",
}

impl Action {
    /// The action of a name.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// Whether it is a step of the procedure: reached through the menu of steps too, so that it needs no key
    /// of its own.
    pub fn is_step(self) -> bool {
        self.group().prefix() == "request"
            && !matches!(self, Self::Steps | Self::Clock | Self::Undo | Self::Reveal)
    }

    /// The group it stands in on the help screen.
    pub fn group(self) -> Group {
        Group(self.name().split('.').next().unwrap_or_default())
    }

    /// Its name in the hint bar, at most six characters.
    pub fn label(self) -> &'static str {
        self.words().map_or(self.name(), |words| words.label)
    }

    /// A sentence about it for the help screen.
    pub fn text(self) -> &'static str {
        self.words().map_or(self.name(), |words| words.text)
    }

    fn words(self) -> Option<&'static ActionWords> {
        WORDS.iter().find(|words| words.name == self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn every_action_has_its_words_and_every_word_its_action() {
        let named: Vec<_> = Action::ALL.iter().map(|action| action.name()).collect();
        let worded: Vec<_> = WORDS.iter().map(|words| words.name).collect();
        assert_eq!(named, worded);
    }

    #[test]
    fn labels_fit_the_hint_bar() {
        for action in Action::ALL {
            assert!(text::width(action.label()) <= 12 && !action.label().is_empty(), "{action:?}");
        }
    }

    #[test]
    fn every_group_has_a_name() {
        for action in Action::ALL {
            assert_ne!(action.group().label(), group("?"), "{action:?}");
        }
    }

    #[test]
    fn a_name_leads_back_to_its_action() {
        for action in Action::ALL {
            assert_eq!(Action::of(action.name()), Some(*action));
        }
    }
}
