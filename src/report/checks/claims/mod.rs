//! V6: what the words of a report say in numbers is what its tables say.
//!
//! Sentences are read in a small grammar, not searched: between a verb and its figure every word must be
//! known, since an unknown one may narrow what is counted. What is not understood is passed over, so that a
//! finding can be believed. Understood are, with any measure word (件 宗 起 条 份 次 …) or none at the end of
//! a clause, in Arabic or Chinese numbers (十二, 两, 零), in parts one (but for 主动公开), three, four and six:
//!
//! - 新收 / 收到 / 接到 …申请 N 件: row 一; where the sentence names those carried in beside it
//!   (含上年结转 N 件) the sum of rows 一 and 二 as well;
//! - 受理 / 办理 …申请 N 件: row 一, rows 一 and 二 together, or 总计;
//! - 上年(度) / 上一年(度) / the year's number + 结转 / 转入 / 转至 N 件, in either order: row 二;
//! - 办结 / 办理完毕 N 件: 总计, where requests are spoken of and no 留言, 信访, 提案 …;
//! - 结转 / 转 + 下年(度) / 下一年(度) / 次年 N 件, and N 件结转下年度: row 四;
//! - 予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理 and the labels of rows, alone or together
//!   (予以公开及部分公开 N 件): block 三;
//! - 行政复议 / 行政诉讼 / 未经复议直接起诉 / 复议后起诉 N 件, or N 件行政复议: the sums of table 4, with or
//!   without 尚未审结 (offices do either); then 其中维持 / 纠正 / 尚未审结 N 件;
//! - 未 / 没有 / 无 + 收到 / 发生 … of any of these: 0.
//!
//! Passed over are vague numbers (近10件, 10余件), other years (较上年, 2024年收到 …), shares by applicant or
//! channel (通过网络收到 …), and what 其中 divides unless it is known what that was.

mod clause;
mod lexicon;
mod numeral;
mod reader;
mod topic;
mod v6;
mod vocabulary;

pub(super) use clause::{plain, sentences};
pub(super) use v6::v6;

#[cfg(test)]
mod tests;
