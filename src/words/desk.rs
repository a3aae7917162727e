//! Words of the room `desk`: what happened, what was kept, what to do next.

mod clerks;

pub use clerks::not_allowed;

use super::{calendar, journal, records, register, request};
use crate::desk::{BadCondition, DeskError, DeskRule, Notice, RefusedRecord};
use crate::journal::{DecodeError, EncodeError, PrivateError};

/// Why the desk did not do it.
pub fn error(error: &DeskError) -> String {
    match error {
        DeskError::Refused(refusal) => request::refusal(refusal),
        DeskError::Record(refusal) => records::refusal(refusal),
        DeskError::RecordChanged { id, .. } => {
            format!("登记号 {id} 在您打开之后已被他人改动，本次没有保存；请重新打开，看过新内容后再办理")
        }
        DeskError::UnknownRequest(no) => format!("没有编号为“{no}”的申请，请核对编号（gongkai list 可列出）"),
        DeskError::UnknownOrgan(name) => format!("本单位没有名为“{name}”的机关，请核对名称"),
        DeskError::NotKept { year, first } => {
            format!(
                "{year} 年不在本机构登记范围内：完整登记自 {first} 年起，此前只有期初结转，不能出表；请改为 {first} 年或以后"
            )
        }
        DeskError::Changed { no, .. } => {
            format!("申请“{no}”在您打开之后已被他人改动，本次没有保存；请重新打开，看过新内容后再办理")
        }
        DeskError::Condition(bad) => bad_condition(bad),
        DeskError::TooManyToSort { count, most } => {
            format!(
                "共 {count} 件，超过 {most} 件的列表不另排次序；请先用查找条件缩小范围（如 收到:2026），再排次序"
            )
        }
        DeskError::UnknownCommit(seq) => {
            format!(
                "没有以第 {seq} 号记录开头、尚未撤销的一批申请记录，没有撤销任何内容；请核对批号，台账登记的各步在该条登记中撤回"
            )
        }
        DeskError::CommitRefused { no, refusal } => {
            let why = request::refusal(refusal);
            format!("整批撤销没有进行：其中申请“{no}”不能撤销：{why}；请先处理这一件再撤销整批")
        }
        DeskError::Notice { year, error } => {
            format!("{}；没有录入，请改正后重新录入", calendar::year_error(*error, *year))
        }
        DeskError::Field { place, error } => {
            format!("“{}”没有保存：{error}；请改正后再保存", super::office::text_place(*place))
        }
        DeskError::PublishedWithErrors { errors } => {
            format!("校验还有 {errors} 处错误，没有发布；请先改正，确需照此发布的，请写明理由")
        }
        DeskError::OrganKnown(name) => {
            format!("已有机关“{name}”，名称或字号相同，没有增加；请核对")
        }
        DeskError::CarriedAlready { year } => {
            format!("{year} 年结转的申请已在册，没有再录入；请核对，缺的请逐件登记或导入")
        }
        DeskError::PublicationUnread(year) => {
            format!("{year} 年已公布的报告读不出来，日志没有损坏；可能需要更新的程序")
        }
        DeskError::Unrendered(why) => format!("报告没有生成：{why}"),
        DeskError::NotAllowed { right } => clerks::not_allowed(*right),
        DeskError::WantsApproval { no, of } => clerks::wants_approval(no, *of),
        DeskError::Clerk(fault) => clerks::fault(fault),
        DeskError::NotAdmitted => NOT_ADMITTED.to_owned(),
        DeskError::Journal(error) => error.to_string(),
        DeskError::Register(error) => register::error(error),
        DeskError::Entry(error) => unreadable(error),
        DeskError::Encode(error) => unstorable(error),
        DeskError::Keys(error) => error.to_string(),
        DeskError::WrongOfficeKey => WRONG_OFFICE_KEY.to_owned(),
        DeskError::KeyStoreMissing => KEY_STORE_MISSING.to_owned(),
        DeskError::NoOwnKey(no) => no_own_key(no),
        DeskError::SavedUnshown { seq, because } => {
            format!("已保存（第 {seq} 号记录），请勿重复办理；只是台账没有更新：{}", self::error(because))
        }
        DeskError::Closed => {
            "程序发生内部错误，已停止保存；已保存的记录不受影响，请退出后重新打开".to_owned()
        }
    }
}

fn bad_condition(bad: &BadCondition) -> String {
    let value = crate::text::clean_line(&bad.value);
    format!("查找条件“{}”没有“{value}”，可以写：{}", bad.key, bad.can_be.join("、"))
}

/// A rule of the desk, in general: what it refuses, and what to do instead.
pub const fn rule(rule: DeskRule) -> request::RuleWords {
    let (refused, instead) = match rule {
        DeskRule::NotAdmitted => {
            ("系统账号不是本公开工作机构的经办人，不能查看或办理", "请联系管理员登记该账号")
        }
        DeskRule::NotAllowed => {
            ("经办人的角色不能办理这一项，没有保存", "请由有相应角色的人办理，或者请管理人员变更角色")
        }
        DeskRule::WantsApproval => (
            "本机构设置了四眼审批，延期或不予公开还没有另一位负责人的审签，没有保存",
            "请先由另一位负责人以本人账号登记“领导审签”",
        ),
        DeskRule::Clerk => (
            "经办人缺姓名、账号或角色，账号已归他人，没有这个人，或者不再有管理人员，没有保存",
            "请按提示改正",
        ),
        DeskRule::UnknownRequest => ("没有这个编号的申请", "请核对编号（gongkai list 可列出）"),
        DeskRule::UnknownOrgan => ("本单位没有这个名称的机关", "请核对名称"),
        DeskRule::Changed => ("申请在打开之后已被他人改动，本次没有保存", "请重新打开，看过新内容后再办理"),
        DeskRule::RecordChanged => {
            ("登记在打开之后已被他人改动，本次没有保存", "请重新打开，看过新内容后再办理")
        }
        DeskRule::UnknownCommit => (
            "没有以该记录号开头、尚未撤销的一批申请记录，没有撤销任何内容",
            "请核对批号；台账登记的各步在该条登记中撤回",
        ),
        DeskRule::CommitRefused => {
            ("整批撤销中有一件不能撤销，整批没有撤销", "请先处理所指的这一件，再撤销整批")
        }
        DeskRule::NotKept => ("年份早于本机构完整登记的首年，不能出表", "请改为首年或以后的年份"),
        DeskRule::UnknownField => ("年度报告文字中的数据项不存在，没有保存", "请照“数据项”所列名称改写"),
        DeskRule::OrganKnown => ("增加的机关与已有机关名称或字号相同，没有增加", "请核对名称和字号"),
        DeskRule::CarriedAlready => ("上年结转的申请已在册，没有再录入", "请核对，缺的请逐件登记或导入"),
        DeskRule::ReportHasErrors => {
            ("年度报告校验有错误而未写理由，没有发布", "请先改正，确需照此发布的请写明理由")
        }
        DeskRule::Notice => (
            "放假安排没有放假日期、混入他年日期、同日又放假又上班或把工作日列为调休，没有录入",
            "请按通知改正后重新录入",
        ),
        DeskRule::RowRefused => {
            ("台账中有一行不能成立或编号重复，全部没有导入", "请改正所指的各行后重新导入")
        }
    };
    request::RuleWords { refused, instead }
}

/// The key of another office.
const WRONG_OFFICE_KEY: &str = "办公室密钥不是本单位的密钥，加密内容打不开，没有打开也没有改动任何文件；\
     请核对密钥文件 office.key（或系统凭据）是否属于这个数据目录";
/// No key store where there must be one.
const KEY_STORE_MISSING: &str = "密钥库（data/keys）不见了，而日志中有以一件一钥加密的申请；没有改动日志，\
     请把密钥库从备份恢复到原处（或用 gongkai restore 恢复整个数据目录）后重新打开";

/// A case that cannot be erased by destroying a key.
fn no_own_key(no: &str) -> String {
    format!(
        "申请“{no}”没有自己的密钥（登记于启用一件一钥之前，或密钥已损坏），其内容由办公室密钥封存，不能单独删除；\
         需要时可先 gongkai journal export，再 gongkai journal import 到新目录，导入时每件各得一把密钥"
    )
}

/// The account is not that of a clerk.
pub(super) const NOT_ADMITTED: &str =
    "您的系统账号不是本公开工作机构的经办人，不能查看或办理；请联系管理员登记该账号";

/// What opening had to do beyond opening.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::Torn(words) => words.clone(),
        Notice::Rebuilt(why) => {
            format!("{}，已按日志重新生成，记录没有缺失", register::unusable(*why))
        }
        Notice::Mended => "台账与日志不一致，已按日志重新生成，记录没有缺失".to_owned(),
        Notice::NoUnit => clerks::NO_UNIT.to_owned(),
    }
}

/// A row of a register that cannot have happened so.
pub fn refused_record(refused: &RefusedRecord) -> String {
    let row = refused.row;
    let place = match refused.sheet.as_str() {
        "" => format!("第 {row} 行"),
        sheet => format!("工作表“{sheet}”第 {row} 行"),
    };
    format!("{place}：{}", request::refusal(&refused.refusal))
}

/// An entry of the journal that this program cannot read.
pub fn unreadable(error: &DecodeError) -> String {
    match error {
        DecodeError::NeedsNewerProgram { seq, kind, version } => format!(
            "第 {seq} 号记录（种类 {kind}，版本 {version}）由更新版本的程序写成，本程序不能读取；\
             没有改动任何文件，请使用更新的程序"
        ),
        DecodeError::Malformed { seq, kind } => format!(
            "第 {seq} 号记录（种类 {kind}）的内容无法解读；没有改动任何文件，请运行 gongkai verify 检查日志"
        ),
        DecodeError::Private {
            source: source @ (PrivateError::CaseKeyMissing { .. } | PrivateError::CaseKeyDamaged { .. }),
            ..
        } => source.to_string(),
        DecodeError::Private { seq, source } => {
            format!(
                "第 {seq} 号记录的加密部分无法打开：{source}；没有改动任何文件，请核对密钥文件是否属于本单位"
            )
        }
    }
}

fn unstorable(error: &EncodeError) -> String {
    match error {
        EncodeError::TooLarge => "内容过大（上限 16 MiB），没有保存；请缩短后重试".to_owned(),
        EncodeError::Private(source) => format!("没有保存：{source}；已保存的记录不受影响，请重试"),
    }
}

/// A line for a journal that was reread without a fault.
pub fn verified(verified: &crate::journal::Verified) -> String {
    journal::verified(verified.entries, verified.commits, &verified.head.to_string())
}

/// The applicant of a request carried over without a name.
pub const NAMELESS: &str = "（期初结转，未具名）";

/// The number of a request carried over without a name.
pub fn carried_no(year: i16, n: u32) -> String {
    format!("{year}结转-{n:03}")
}

/// What stands for the content of a request carried over without a name.
pub fn carried_content(year: i16) -> String {
    format!("{year}年结转的申请，申请人、内容和收到日期待更正登记")
}

/// Who was consulted, where a register has the days alone.
pub const UNNAMED_PARTY: &str = "第三方（登记簿未载明名称）";
/// An annual report, by its organ and year.
pub fn report_title(year: i16, organ: &str) -> String {
    format!("{organ} {year} 年度报告")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::{Refusal, RequestNo, Seq};

    #[test]
    fn an_error_says_what_was_kept_and_what_to_do() {
        let changed = DeskError::Changed { no: "2025-1".to_owned(), seen: Seq(3), now: Seq(4) };
        assert!(error(&changed).contains("没有保存") && error(&changed).contains("重新打开"));
        let part =
            DeskError::CommitRefused { no: RequestNo::given("2025-1".to_owned()), refusal: Refusal::Void };
        assert!(error(&part).contains("“2025-1”") && error(&part).contains("整批撤销没有进行"));
    }

    #[test]
    fn a_notice_says_that_nothing_is_lost() {
        let rebuilt = Notice::Rebuilt(crate::register::Unusable::Damaged);
        assert_eq!(notice(&rebuilt), "台账文件已损坏，已按日志重新生成，记录没有缺失");
    }

    #[test]
    fn a_refused_row_is_named_by_sheet_and_row() {
        let refused = RefusedRecord { sheet: "2025".to_owned(), row: 7, refusal: Refusal::Void };
        assert_eq!(
            refused_record(&refused),
            "工作表“2025”第 7 行：登记已撤销，本件不再办理，撤销有误的，请撤销那条撤销记录以恢复本件"
        );
    }
}
