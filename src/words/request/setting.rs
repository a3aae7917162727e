//! Settings of an office in words.

use crate::request::Setting;

/// What is set, and to what.
pub fn setting(setting: Setting) -> String {
    let value = match setting {
        Setting::Excluded(excluded) => excluded.label().to_owned(),
        Setting::AssistStops(true) => "是，按征求意见停止计时".to_owned(),
        Setting::AssistStops(false) => "否".to_owned(),
        Setting::DisputesAgain(true) => "是，结案年度按结果再计一次".to_owned(),
        Setting::DisputesAgain(false) => "否，只计首次列入的年度".to_owned(),
        Setting::FourEyes(true) => "是，须先有负责人以本人账号登记的领导审签".to_owned(),
        Setting::FourEyes(false) => "否".to_owned(),
        Setting::MakesRules(Some(true)) => "是".to_owned(),
        Setting::MakesRules(Some(false)) => "否，表二规章应为 0（V9）".to_owned(),
        Setting::HasCharges(Some(true)) => "是".to_owned(),
        Setting::HasCharges(Some(false)) => "否，表二行政事业性收费应为 0（V22）".to_owned(),
        Setting::MakesRules(None) | Setting::HasCharges(None) => "未说明，不据此校验".to_owned(),
        Setting::HandIn(None) => "无，按条例第四十九条的期限".to_owned(),
        Setting::HandIn(Some(day)) => {
            let (month, day) = day.parts();
            format!("每年 {month} 月 {day} 日（V20）")
        }
        Setting::CopyDays(0) => "不报备".to_owned(),
        Setting::UnitDays(days) | Setting::CopyDays(days) => format!("{days} 个工作日"),
    };
    format!("{}：{value}", setting.key().label())
}
