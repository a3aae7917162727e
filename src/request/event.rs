//! What can happen to a request, in the past tense. Legal days (`on`) are apart from record times (`at`).

use jiff::civil::Date;

use super::{Channel, ClerkId, OrganId, Outcome, Particulars, RequestNo, Seq};
use crate::law::ApplicantKind;

/// An event with its number, its time and its author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The number in the journal.
    pub seq: Seq,
    /// When it was recorded, UTC milliseconds; may step back.
    pub at: i64,
    /// Who recorded it.
    pub who: ClerkId,
    /// The day that was set when it was recorded in a practice office.
    pub practice_day: Option<Date>,
    /// What happened.
    pub event: Event,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// 登记
    Registered(Box<Registered>),
    /// 更正登记: what it changes replaces what was said before, the confirmation too; the last recorded wins.
    Amended(Box<Amended>),
    /// 确认收到: the confirmation of art. 31 that makes the day of receipt.
    Confirmed {
        /// The day of the confirmation.
        on: Date,
    },
    /// 补正告知: the one notice of art. 30.
    SupplementAsked(SupplementAsked),
    /// 收到补正: the term starts anew (art. 30).
    SupplementReceived {
        /// The day of receipt.
        on: Date,
        /// What was supplied.
        text: String,
    },
    /// 逾期不补正: a person has found that there was no good reason (art. 30).
    SupplementLapsed {
        /// The day of that finding; the case ends on the first day after the term.
        on: Date,
    },
    /// 延期: at most 20 working days (art. 33).
    Extended(Extended),
    /// 作出决定, for one item or for all that are still unanswered.
    Decided(Box<Decided>),
    /// 送达: the day that counts for the term (国办公开办函〔2016〕235号).
    Served(Served),
    /// 申请人撤回
    Withdrawn {
        /// The day of the withdrawal.
        on: Date,
        /// Why, and by what paper.
        reason: String,
    },
    /// 附注
    Noted(Noted),
    /// 撤销记录: takes an entry out of the standing events; nothing is deleted.
    Revoked {
        /// The entry taken back.
        seq: Seq,
        /// Why.
        reason: String,
    },
}

/// 登记
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Registered {
    /// 编号
    pub no: RequestNo,
    /// The organ that answers.
    pub organ: OrganId,
    /// The column of table 3.
    pub kind: ApplicantKind,
    /// 渠道
    pub channel: Channel,
    /// The day on which it was handed in, posted or sent.
    pub submitted_on: Option<Date>,
    /// The day of the confirmation of art. 31.
    pub confirmed_on: Option<Date>,
    /// 收到日期 by art. 31; `None` while 待确认.
    pub received_on: Option<Date>,
    /// An opening figure: brought in open from the time before this office's books, never 新收.
    pub baseline: bool,
    /// Whether it was typed in by a clerk or taken from a register.
    pub basis: Basis,
    /// Who asks for what.
    pub particulars: Particulars,
}

/// On whose word an event rests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// A clerk did the step here.
    #[default]
    Clerk,
    /// An imported register says so; taken as it is.
    Ledger,
}

/// 更正登记: only what changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amended {
    /// The column of table 3.
    pub kind: Option<ApplicantKind>,
    /// 渠道
    pub channel: Option<Channel>,
    /// Submission day.
    pub submitted_on: Option<Date>,
    /// Confirmation day.
    pub confirmed_on: Option<Date>,
    /// 收到日期
    pub received_on: Option<Date>,
    /// All particulars as they were then to be; `None` where none changed. What it changes is the
    /// difference to those that it met.
    pub particulars: Option<Particulars>,
    /// Why.
    pub reason: String,
}

/// 补正告知
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementAsked {
    /// The day of the notice.
    pub on: Date,
    /// What is to be supplied.
    pub points: String,
    /// The last day of the applicant's term; `None` where an imported register does not say.
    pub reply_by: Option<Date>,
}

/// 延期
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extended {
    /// The day of the notice.
    pub on: Date,
    /// By how many working days.
    pub days: u16,
    /// Who approved it: the head of the office (art. 33).
    pub approved_by: String,
    /// Why.
    pub reason: String,
}

/// 作出决定
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The day of the decision.
    pub on: Date,
    /// Which item, counted from 1; `None` for all that are still unanswered.
    pub item: Option<u16>,
    /// How it ends.
    pub outcome: Outcome,
    /// The facts of the answer.
    pub facts: String,
    /// The number of the letter (答复文号).
    pub letter_no: String,
    /// Why a precondition of the row was passed over, in the clerk's words.
    pub override_reason: String,
}

/// 送达
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Served {
    /// The day that counts: of signing, of posting, of sending.
    pub on: Date,
    /// How.
    pub way: ServiceWay,
    /// Receipt, mail number, log.
    pub proof: String,
}

/// 送达方式
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ServiceWay {
    /// 当面送达: the day on which the applicant signs.
    InPerson,
    /// 邮寄送达: the day of posting, China Post only (235号).
    Post,
    /// 电子送达: the day of sending (our reading).
    Electronic,
    /// 委托送达: the day on which the applicant signs.
    Entrusted,
    /// 未注明: a register did not say.
    Unstated,
}

impl ServiceWay {
    /// The ways that a clerk may choose.
    pub const CHOICES: [Self; 4] = [Self::InPerson, Self::Post, Self::Electronic, Self::Entrusted];

    /// The English key used on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            Self::Post => "post",
            Self::Electronic => "electronic",
            Self::Entrusted => "entrusted",
            Self::Unstated => "unstated",
        }
    }

    /// The words on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::InPerson => "当面送达",
            Self::Post => "邮寄送达",
            Self::Electronic => "电子送达",
            Self::Entrusted => "委托送达",
            Self::Unstated => "方式未注明",
        }
    }

    /// Reads the English key or the Chinese words.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::CHOICES.into_iter().find(|way| way.key() == word || way.label() == word)
    }
}

/// 附注
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The day of what is noted.
    pub on: Date,
    /// Of what sort.
    pub kind: NoteKind,
    /// The note.
    pub text: String,
}

/// The sort of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// 沟通记录: a talk with the applicant.
    Talk,
    /// 检索记录: who searched where with which words; the proof of 不存在.
    Search,
    /// 会商记录
    Meeting,
    /// 法律意见
    Counsel,
    /// 备注: anything else.
    Plain,
}

impl NoteKind {
    /// All sorts.
    pub const ALL: [Self; 5] = [Self::Talk, Self::Search, Self::Meeting, Self::Counsel, Self::Plain];

    /// The English key used on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Search => "search",
            Self::Meeting => "meeting",
            Self::Counsel => "counsel",
            Self::Plain => "plain",
        }
    }

    /// The words on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Talk => "沟通记录",
            Self::Search => "检索记录",
            Self::Meeting => "会商记录",
            Self::Counsel => "法律意见",
            Self::Plain => "备注",
        }
    }

    /// Reads the English key or the Chinese words.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == word || kind.label() == word)
    }
}

impl Event {
    /// The legal day of a step; `None` for what belongs to no day of the procedure.
    pub fn on(&self) -> Option<Date> {
        match self {
            Self::Registered(registered) => registered.received_on.or(registered.submitted_on),
            Self::Confirmed { on }
            | Self::SupplementReceived { on, .. }
            | Self::SupplementLapsed { on }
            | Self::Withdrawn { on, .. } => Some(*on),
            Self::SupplementAsked(asked) => Some(asked.on),
            Self::Extended(extended) => Some(extended.on),
            Self::Decided(decided) => Some(decided.on),
            Self::Served(served) => Some(served.on),
            Self::Noted(noted) => Some(noted.on),
            Self::Amended(_) | Self::Revoked { .. } => None,
        }
    }

    /// The order among steps of one day: what the procedure does first stands first.
    pub(super) const fn rank(&self) -> u8 {
        match self {
            Self::Registered(_) => 0,
            Self::Amended(_) => 1,
            Self::Confirmed { .. } => 2,
            Self::SupplementAsked(_) => 10,
            Self::SupplementReceived { .. } => 11,
            Self::SupplementLapsed { .. } => 12,
            Self::Extended(_) => 20,
            Self::Decided(decided) if decided.item.is_some() => 30,
            // What is left is decided after what was decided by itself.
            Self::Decided(_) => 31,
            Self::Served(_) => 40,
            Self::Withdrawn { .. } => 41,
            Self::Noted(_) | Self::Revoked { .. } => 50,
        }
    }
}
