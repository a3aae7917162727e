//! The time limits of the 条例, in working days unless the name says otherwise.

/// 答复期限: twenty working days from receipt (art. 33).
pub const REPLY: u16 = 20;
/// 补正通知: within seven working days of receipt, once (art. 30).
pub const SUPPLEMENT_NOTICE: u16 = 7;
/// 征求意见: fifteen working days from the other side's receipt (arts. 32, 34).
pub const OPINION: u16 = 15;
/// 延期: at most twenty working days (art. 33).
pub const EXTENSION_MAX: u16 = 20;
/// 缴费: twenty working days from the day after receipt of the notice (收费办法 art. 6, as reported; its text was not at hand).
pub const FEE: u16 = 20;
/// 末三日: a consultation sent in the last three working days of a term leaves next to nothing for the answer (a warning of ours).
pub const LAST_DAYS: i32 = 3;
/// 确认收到: the day after the submission over the web, by mail or fax on which a request should be confirmed (ours; art. 31 sets none).
pub const CONFIRMATION: u16 = 1;
/// 科室答复: working days that a business unit usually has (offices give five to seven).
pub const UNIT: u16 = 5;
/// 报备: copies of the answer go to the superior within three working days of answering (local rules).
pub const COPY: u16 = 3;
/// 行政复议: sixty days, calendar days (行政复议法 art. 20).
pub const REVIEW_DAYS: i32 = 60;
/// 行政诉讼: six months (行政诉讼法 art. 46).
pub const SUIT_MONTHS: i32 = 6;
