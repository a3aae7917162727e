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
        Setting::CopyDays(0) => "不报备".to_owned(),
        Setting::UnitDays(days) | Setting::CopyDays(days) => format!("{days} 个工作日"),
    };
    format!("{}：{value}", setting.key().label())
}
