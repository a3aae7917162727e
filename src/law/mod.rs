//! The law as data: who asks, how it may end, by which article, within which time.
//!
//! Values only. The texts are those of the 政府信息公开条例 (Decree 711, in force since 2019-05-15, here
//! "条例") and of the report format of 2021 (国办公开办函〔2021〕30号). This room touches nothing but values.

mod applicant;
mod article;
pub mod fee;
pub mod guide;
pub mod labels;
mod outcome;
mod outcome_kind;
pub mod terms;

pub use applicant::ApplicantKind;
pub use article::{Article, ArticleError};
pub use outcome::{OutcomeGroup, OutcomeRow};
pub use outcome_kind::OutcomeKind;
