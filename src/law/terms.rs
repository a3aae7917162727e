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
