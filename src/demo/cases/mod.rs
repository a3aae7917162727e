//! The forty requests of the sample: last year's, those carried over, those that ended, those that are open.

mod carried;
mod ended;
mod going;
mod last_year;
mod pressing;
mod waiting;

use super::plan::Plan;

/// All of them.
pub(super) fn all() -> Vec<Plan> {
    [
        last_year::plans(),
        carried::plans(),
        ended::given(),
        ended::unavailable(),
        ended::refused(),
        pressing::plans(),
        waiting::plans(),
        going::plans(),
    ]
    .concat()
}

/// Business units.
const PLANNING: &str = "规划管理股";
const LAND: &str = "用地审批股";
const EXPROPRIATION: &str = "征地服务中心";
const REGISTRY: &str = "不动产登记中心";
const MINING: &str = "矿产资源股";
const INSPECTION: &str = "执法监察大队";
const RIGHTS: &str = "确权登记股";
