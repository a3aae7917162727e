//! What is wrong with the usage.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// No command and no terminal.
pub const NO_TERMINAL: &str = "这里不是可用的终端，不能打开办公界面；gongkai --help 列出可用的命令";
/// The locale is not UTF-8: said in Chinese and in ASCII, since one of them will be readable.
pub const NOT_UTF8: &str = "区域设置不是 UTF-8，中文会显示为乱码。请先执行 export LANG=C.UTF-8 ，或经 luit -encoding GB18030 连接，或加 --force-utf8\n\
    The locale is not UTF-8. Run: export LANG=C.UTF-8 (or: luit -encoding GB18030 gongkai, or add --force-utf8)";
/// Binary formats need a file.
pub const BINARY_TO_TERMINAL: &str = "该格式不能显示在终端上，请用 -o 文件名 写入文件，或转接到其他程序";
/// A step needs exactly one of them.
pub const SEQ_OR_COMMIT: &str = "请给出 --seq 记录号 或 --commit 首条记录号 之一";
/// `fee` without anything to reckon.
pub const PAGES_OR_ITEMS: &str = "请给出 --pages 页数 或 --items 件数 之一";
/// `report` without anything to report.
pub const WHICH_REPORT: &str = "请给出年份，或 --from 与 --to 一段时期，或 --file 表格文件";
/// `check` without anything to check.
pub const WHICH_CHECK: &str = "请给出年份，或 --file 表格文件";
/// The period is upside down.
pub const PERIOD_UPSIDE_DOWN: &str = "--from 晚于 --to，请对调";

/// An error of the argument parser.
pub fn usage(error: &clap::Error) -> String {
    let context = |kind| {
        error.get(kind).map(|value| match value {
            ContextValue::String(text) => text.clone(),
            ContextValue::Strings(texts) => texts.join(" "),
            other => other.to_string(),
        })
    };
    let argument = context(ContextKind::InvalidArg).unwrap_or_default();
    let value = context(ContextKind::InvalidValue).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有这个选项：{argument}"),
        ErrorKind::InvalidSubcommand => {
            format!("没有这个命令：{}", context(ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::MissingRequiredArgument => format!("缺少：{argument}"),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "缺少命令".to_owned()
        }
        ErrorKind::ArgumentConflict => {
            format!("{argument} 与 {} 不能同时使用", context(ContextKind::PriorArg).unwrap_or_default())
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("{argument} 的值个数不对")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} 缺少值"),
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => format!("{argument} 的值“{value}”不可用"),
    };
    format!("{said}。gongkai --help 或 gongkai 命令 --help 有说明")
}

/// What is wrong with an option's value.
pub fn option(option: &str, what: &str) -> String {
    format!("{option}：{what}")
}

/// A step needs an option that is not there.
pub fn missing(option: &str) -> String {
    format!("这一步需要 {option}，请补上；gongkai 命令 --help 列出所需")
}

/// A word that is not in a closed list.
pub fn no_such_choice(option: &str, word: &str, all: impl Iterator<Item = (&'static str, String)>) -> String {
    let known: Vec<String> = all.map(|(key, label)| format!("  {key}  {label}")).collect();
    format!("{option} 的值“{}”不认识，可用：\n{}", crate::text::clean_line(word), known.join("\n"))
}

/// Not a year.
pub fn bad_year(text: &str) -> String {
    format!("“{}”不是 1990 至 2099 之间的年份，请写四位数字", crate::text::clean_line(text))
}

/// Not a number, or too large.
pub fn bad_number(option: &str, text: &str, most: u32) -> String {
    let shown = crate::text::truncate(text, 40);
    format!("{option} 的值“{}”应为 1 至 {most} 的整数", crate::text::clean_line(&shown))
}

/// No such step.
pub fn no_such_step(step: &str) -> String {
    format!("没有这个办理环节：{}。\n{}", crate::text::clean_line(step), super::ACT_STEPS)
}

/// A citation that is none.
pub fn bad_ground(text: &str) -> String {
    format!("依据“{}”应写成条例条款，如 16、16.2、36(4)", crate::text::clean_line(text))
}

/// A seal that is none.
pub fn bad_expectation(text: &str) -> String {
    format!("“{}”应为“记录号:封印”，如 verify 所示", crate::text::clean_line(text))
}
