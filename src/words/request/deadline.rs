//! The names of deadlines.

use crate::request::ConsultRole;
use crate::request::clock::Deadline;

/// What is due.
pub const fn deadline(what: Deadline) -> &'static str {
    match what {
        Deadline::Answer => "答复",
        Deadline::SupplementNotice => "补正告知最后一日",
        Deadline::ExtensionNotice => "延期告知最后一日",
        Deadline::Supplement => "申请人补正",
        Deadline::Reasons => "申请人说明理由",
        Deadline::Fee => "申请人缴费",
        Deadline::Opinion(ConsultRole::Third) => "第三方意见",
        Deadline::Opinion(ConsultRole::CoProducer) => "共同制作机关意见",
        Deadline::Opinion(ConsultRole::Organ) => "其他机关意见",
        Deadline::Confirmation => "确认收到",
        Deadline::Unit => "科室答复",
        Deadline::Chase => "催办科室",
        Deadline::Conservative => "保守日（自提交起算的答复期限）",
        Deadline::Copies => "答复副本报备",
        Deadline::Reanswer => "重新答复",
        Deadline::Review => "申请行政复议期限",
        Deadline::Suit => "提起行政诉讼期限",
    }
}
