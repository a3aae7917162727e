//! Received and answered last year, in the file by now.

use super::{EXPROPRIATION, LAND, PLANNING};
use crate::demo::days::When::{At, LastYear};
use crate::demo::plan::{Deed, Plan};
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::request::{Channel, ConsultRole, NoteKind, Opinion, ServiceWay};

pub(super) fn plans() -> Vec<Plan> {
    vec![
        Plan::new("last-open", ApplicantKind::Natural, "孙玉兰", Channel::InPerson, LastYear(2, 26))
            .asks("柳溪村征地补偿安置方案", "柳溪村第三批次建设用地的征地补偿安置方案及公告")
            .about(EXPROPRIATION, "征地拆迁")
            .handed("方案和公告均已归档，可以提供复印件")
            .answered_as(
                9,
                (OutcomeRow::Open, Some(OutcomeKind::Supplied)),
                "提供征地补偿安置方案及公告复印件，共14页",
                ServiceWay::InPerson,
            )
            .filed(20),
        Plan::new(
            "last-third",
            ApplicantKind::Commercial,
            "青陵县恒安建材有限公司",
            Channel::SignedPost,
            LastYear(6, 9),
        )
        .asks("宏远置业地块出让申报材料", "宏远置业有限公司竞得的2号地块竞买申报材料及资金来源证明")
        .about(LAND, "土地出让")
        .handed("材料含竞买人财务资料，建议征求其意见")
        .then(At(6), Deed::Consult("青陵宏远置业有限公司", ConsultRole::Third))
        .then(At(8), Deed::Got)
        .then(At(14), Deed::Opinion(Opinion::Object, "申报材料载有未公开的融资安排，属于商业秘密"))
        .note(
            At(16),
            NoteKind::Counsel,
            "法律顾问认为公开将损害第三方合法权益，不公开不会对公共利益造成重大影响",
        )
        .answered(19, OutcomeRow::DenyThird, "所申请的材料涉及第三方商业秘密，第三方不同意公开")
        .filed(30),
        Plan::new(
            "last-none",
            ApplicantKind::Research,
            "省城乡空间研究院",
            Channel::Internet,
            LastYear(9, 16),
        )
        .asks("老城区历史建筑测绘成果", "老城区历史建筑2009年测绘成果图")
        .about(PLANNING, "规划许可")
        .handed("未制作过该年度的测绘成果")
        .note(
            At(8),
            NoteKind::Search,
            "检索档案室目录、规划信息系统和电子公文系统，检索词“历史建筑 测绘 2009”，均无结果，检索人何文静",
        )
        .answered_as(
            12,
            (OutcomeRow::NoneHeld, Some(OutcomeKind::NotFound)),
            "经检索，本机关未制作、保存该信息",
            ServiceWay::Electronic,
        )
        .filed(25),
    ]
}
