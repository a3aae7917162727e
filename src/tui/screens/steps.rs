//! The steps that a clerk can take, and why one cannot be taken now.

use jiff::civil::Date;

use crate::request::{Case, Refusal};
use crate::tui::keymap::Action;
use crate::words::tui::screens as words;

/// A step of the procedure, or what else is done to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepKind {
    /// 确认收到
    Confirm,
    /// 补正告知
    SupplementAsk,
    /// 收到补正
    SupplementReceive,
    /// 逾期不补正
    SupplementLapse,
    /// 作出决定
    Decide,
    /// 送达
    Serve,
    /// 申请人撤回
    Withdraw,
    /// 附注
    Note,
    /// 更正登记
    Amend,
    /// 撤销记录
    Revoke,
}

impl StepKind {
    /// All, in the order of the menu.
    pub(crate) const ALL: [Self; 10] = [
        Self::Confirm,
        Self::SupplementAsk,
        Self::SupplementReceive,
        Self::SupplementLapse,
        Self::Decide,
        Self::Serve,
        Self::Withdraw,
        Self::Note,
        Self::Amend,
        Self::Revoke,
    ];

    /// The action of the key map.
    pub(crate) const fn action(self) -> Action {
        match self {
            Self::Confirm => Action::Confirm,
            Self::SupplementAsk => Action::SupplementAsk,
            Self::SupplementReceive => Action::SupplementReceive,
            Self::SupplementLapse => Action::SupplementLapse,
            Self::Decide => Action::Decide,
            Self::Serve => Action::Serve,
            Self::Withdraw => Action::Withdraw,
            Self::Note => Action::Note,
            Self::Amend => Action::Amend,
            Self::Revoke => Action::Revoke,
        }
    }

    /// The step of an action.
    pub(crate) fn of(action: Action) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.action() == action)
    }

    /// What it is called.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::Confirm => words::STEP_CONFIRM,
            Self::SupplementAsk => words::STEP_SUPPLEMENT_ASK,
            Self::SupplementReceive => words::STEP_SUPPLEMENT_RECEIVE,
            Self::SupplementLapse => words::STEP_SUPPLEMENT_LAPSE,
            Self::Decide => words::STEP_DECIDE,
            Self::Serve => words::STEP_SERVE,
            Self::Withdraw => words::STEP_WITHDRAW,
            Self::Note => words::STEP_NOTE,
            Self::Amend => words::STEP_AMEND,
            Self::Revoke => words::STEP_REVOKE,
        }
    }

    /// A step after which the case is concluded: its consequence is shown before it is saved.
    pub(crate) const fn is_final(self) -> bool {
        matches!(self, Self::Serve | Self::SupplementLapse | Self::Withdraw)
    }

    /// Whether the state of the case allows it today. The desk decides in the end; this is what the menu
    /// says before anything is typed.
    pub(crate) fn available(self, case: &Case, today: Date) -> Result<(), Refusal> {
        if self == Self::Revoke {
            return Ok(());
        }
        if case.void {
            return Err(Refusal::Void);
        }
        match self {
            Self::Note | Self::Amend | Self::Revoke => Ok(()),
            Self::Confirm => case.facts.received_on.map_or(Ok(()), |on| Err(Refusal::AlreadyReceived(on))),
            Self::Withdraw => running(case),
            Self::SupplementAsk => ask(case),
            Self::SupplementReceive => {
                running(case)?;
                case.awaits_supplement().map(|_| ()).ok_or(Refusal::NoSupplementOpen)
            }
            Self::SupplementLapse => lapse(case, today),
            Self::Decide => {
                running_here(case)?;
                if case.is_decided() { Err(Refusal::AlreadyDecided) } else { Ok(()) }
            }
            Self::Serve => {
                running_here(case)?;
                let open_items = case.items.iter().filter(|item| item.answer.is_none()).count();
                if open_items > 0 { Err(Refusal::NothingToServe { open_items }) } else { Ok(()) }
            }
        }
    }
}

fn running(case: &Case) -> Result<(), Refusal> {
    if case.facts.received_on.is_none() {
        return Err(Refusal::NotConfirmed);
    }
    case.conclusion.as_ref().map_or(Ok(()), |conclusion| Err(Refusal::AlreadyConcluded(conclusion.on)))
}

fn running_here(case: &Case) -> Result<(), Refusal> {
    running(case)?;
    match case.awaits_supplement() {
        Some(supplement) => Err(Refusal::AwaitsSupplement { reply_by: supplement.asked.reply_by }),
        None => Ok(()),
    }
}

fn ask(case: &Case) -> Result<(), Refusal> {
    running(case)?;
    match &case.supplement {
        Some(supplement) => Err(Refusal::SupplementOnce { asked: supplement.asked.on }),
        None if case.is_decided() => Err(Refusal::AlreadyDecided),
        None => Ok(()),
    }
}

fn lapse(case: &Case, today: Date) -> Result<(), Refusal> {
    running(case)?;
    let supplement = case.awaits_supplement().ok_or(Refusal::NoSupplementOpen)?;
    let reply_by = supplement.asked.reply_by.ok_or(Refusal::TermUnknown)?;
    if today <= reply_by { Err(Refusal::TermNotOver { reply_by }) } else { Ok(()) }
}
