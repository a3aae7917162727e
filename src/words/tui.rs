//! Words of the room `tui`.

pub mod calendar;
pub mod case;
pub mod conflict;
pub mod consequence;
pub mod copying;
pub mod drafts;
pub mod forms;
pub mod keys;
pub mod lists;
pub mod records;
pub mod screens;
pub mod settings;
pub mod staff;
pub mod steps;
pub mod tour;
pub mod year;

/// Instead of a screen in a window that is too small for any.
pub const TOO_SMALL: &str = "窗口太小，至少需要60列16行";
/// Before a refusal in the message line: meaning never by colour alone.
pub const REFUSED: &str = "不能办理";
/// Before an error in the message line.
pub const FAILED: &str = "出错";
/// Before a warning in the message line.
pub const WARNED: &str = "注意";
/// A menu entry that cannot be chosen now, before its reason.
pub const NOT_NOW: &str = "暂不可用";
