//! What the sample office has settled: its settings, and last year's report once that is due.

use jiff::civil::Date;

use super::days::Days;
use super::{DemoError, LEADER};
use crate::desk::{Desk, Publishing};
use crate::office::TextPlace;
use crate::request::{ClerkId, Setting};

/// The day of January on which last year's report was published.
const PUBLISHED: i8 = 20;

/// Part five of last year's report.
const PROBLEMS: &str = "\
存在的主要问题：一是规划和用地审批类申请答复前的内部流转偏慢，个别答复临近期限；二是主动公开栏目的更新不够及时。
改进情况：对照上年度报告提出的问题，已建立承办股室限时答复和催办制度，明确专人每周核对栏目更新；\
下一步将加强答复文书的法制审核，扩大征地和规划信息的主动公开。
";

/// Says what the organ has, and publishes last year's report where its day has come.
pub(super) fn settle(desk: &Desk, who: ClerkId, days: &Days) -> Result<(), DemoError> {
    let refused = |because| {
        let because = Box::new(because);
        DemoError { what: "年度报告".to_owned(), on: days.today, because }
    };
    for setting in [Setting::MakesRules(Some(false)), Setting::HasCharges(Some(true))] {
        desk.set_reading(who, setting).map_err(refused)?;
    }
    let of = (days.year() - 1, None);
    desk.write_text(who, of, TextPlace::Problems, PROBLEMS).map_err(refused)?;
    let on = Date::new(days.year(), 1, PUBLISHED).ok().filter(|on| *on <= days.today);
    if on.is_none() {
        // Early in January it is still to be done.
        return Ok(());
    }
    let url = "http://www.qingling.example/zfxxgk/nb/".to_owned();
    let said = Publishing { on, url, signed_by: LEADER.into(), reason: String::new() };
    desk.publish(who, of, said).map_err(refused)
}
