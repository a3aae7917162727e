//! Open and near their last day, or past it.

use super::{EXPROPRIATION, INSPECTION, LAND, PLANNING, RIGHTS};
use crate::demo::days::When::{At, Back, Due, DueToday};
use crate::demo::plan::{Deed, Plan};
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::request::{Channel, NoteKind, ReviewKind};

pub(super) fn plans() -> Vec<Plan> {
    vec![
        Plan::new("overdue", ApplicantKind::Natural, "黄志强", Channel::SignedPost, Due(-3))
            .asks("拆迁安置房源分配", "西街片区拆迁安置房源分配方案及分配结果")
            .about(EXPROPRIATION, "征地拆迁")
            .handed("分配结果正在核对，另行报送")
            .note(At(14), NoteKind::Talk, "申请人来电询问进度，已告知正在核对")
            .then(At(16), Deed::Review(ReviewKind::Unit, "征地服务中心", "分配结果含个人信息，建议隐去")),
        Plan::new("overdue-since", ApplicantKind::Natural, "沈丽娟", Channel::InPerson, Due(-1))
            .asks("地块容积率调整依据", "滨河路5号地块容积率调整的依据文件")
            .about(PLANNING, "规划许可")
            .then(At(1), Deed::Assign(PLANNING))
            .then(At(5), Deed::Chase("电话催办，股长答复正在调卷"))
            .then(At(10), Deed::UnitAnswer("依据文件两份，可以公开"))
            .note(At(15), NoteKind::Counsel, "法律顾问建议一并告知公示情况"),
        Plan::new(
            "due-today",
            ApplicantKind::Commercial,
            "青陵县城市建设投资有限公司",
            Channel::SignedPost,
            DueToday,
        )
        .asks("土地储备计划", "本年度土地储备计划及实施情况")
        .about(LAND, "土地出让")
        .handed("计划已批准，可以公开")
        .then(At(13), Deed::Review(ReviewKind::Secrecy, "郑国强", "不涉及国家秘密，可以答复")),
        Plan::new(
            "due-tomorrow",
            ApplicantKind::Commercial,
            "青陵县东升物流有限公司",
            Channel::Internet,
            Due(1),
        )
        .asks("物流园用地批复", "物流园二期农用地转用批复文件")
        .about(LAND, "用地审批")
        .handed("批复可以提供"),
        Plan::new(
            "due-soon",
            ApplicantKind::PublicWelfare,
            "青陵县古村落保护协会",
            Channel::SignedPost,
            Due(3),
        )
        .asks("古村保护规划", "石桥古村保护规划文本及专家评审意见")
        .about(PLANNING, "规划许可")
        .handed("规划文本可以公开，评审意见待核")
        .note(
            At(9),
            NoteKind::Search,
            "在规划信息系统检索“石桥古村”，得文本1件、评审意见1件，检索人何文静",
        ),
        Plan::new("decided", ApplicantKind::Research, "省国土资源学会", Channel::Email, Back(14))
            .asks("耕地质量监测年报", "上一年度耕地质量等级监测年报")
            .about(RIGHTS, "土地调查")
            .handed("年报可以提供")
            .reviewed(Back(3), Back(2))
            .then(
                Back(1),
                Deed::Decide(None, OutcomeRow::Open, Some(OutcomeKind::Supplied), "提供监测年报电子件"),
            ),
        Plan::new("unit-late", ApplicantKind::Natural, "徐国栋", Channel::SignedPost, Back(9))
            .asks("非法采砂查处情况", "青河大桥段非法采砂的查处情况")
            .about(INSPECTION, "执法监察")
            .then(At(1), Deed::Assign(INSPECTION))
            .then(At(4), Deed::Chase("书面催办，请在期限内答复")),
    ]
}
