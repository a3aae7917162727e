//! Received last December and carried over: three that ended this year, two that are open still.

use super::{EXPROPRIATION, LAND, REGISTRY, RIGHTS};
use crate::demo::days::When::{Ahead, At, Back, LastDay, Year, YearEnd};
use crate::demo::plan::{Deed, Plan};
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::request::{Channel, NoteKind, ServiceWay};

const MANY: &str = "广平律师事务所";

pub(super) fn plans() -> Vec<Plan> {
    vec![
        Plan::new("carried-open", ApplicantKind::Natural, "赵德全", Channel::SignedPost, YearEnd(12))
            .asks("北关片区控制性详细规划", "北关片区控制性详细规划图则及批复文件")
            .about(super::PLANNING, "规划许可")
            .handed("图则和批复可以提供")
            .reviewed(At(9), At(10))
            .then(
                Year(1),
                Deed::Decide(None, OutcomeRow::Open, Some(OutcomeKind::Supplied), "提供图则和批复电子件"),
            )
            .then(Year(1), Deed::Serve(ServiceWay::Electronic))
            .then(Year(1), Deed::Delivered)
            .note(Year(2), NoteKind::Copies, "答复书副本已报县政府办公室备案"),
        Plan::new(
            "carried-lapsed",
            ApplicantKind::Other,
            "柳溪村村民委员会",
            Channel::SignedPost,
            YearEnd(8),
        )
        .asks("村集体土地权属材料", "本村集体土地的全部权属材料")
        .about(RIGHTS, "确权登记")
        .then(At(3), Deed::Ask("请写明所需材料的名称、地块位置或者形成年份", LastDay))
        .note(At(4), NoteKind::Talk, "电话提醒村委会主任马会来按期补正，对方表示知悉")
        .then(Year(1), Deed::SupplementLapse),
        Plan::new("carried-withdrawn", ApplicantKind::Natural, "钱小云", Channel::Email, YearEnd(6))
            .asks("本人房屋登记档案", "本人名下青陵花园房屋的登记档案")
            .about(REGISTRY, "不动产登记")
            .note(At(2), NoteKind::Talk, "已告知登记资料可以凭身份证在不动产登记中心窗口查询")
            .then(Year(2), Deed::Withdraw("已在窗口查得所需资料，书面撤回申请")),
        Plan::new("carried-many", ApplicantKind::LegalService, MANY, Channel::SignedPost, YearEnd(15))
            .asks("近十年征收土地批准文件", "近十年本县全部征收土地批准文件及其报批材料")
            .about(LAND, "征地拆迁")
            .then(At(1), Deed::Assign(LAND))
            .then(At(3), Deed::ReasonsAsk("申请数量明显超过合理范围，请说明理由", At(13)))
            .then(At(8), Deed::Reasons("代理多起征收案件，需要逐一核对批准文件"))
            .then(At(9), Deed::UnitAnswer("约四百卷，需逐卷整理"))
            .then(
                At(10),
                Deed::Defer(Ahead(25), "理由合理，但数量大，无法在期限内答复，告知延迟答复的合理期限"),
            )
            .note(Back(6), NoteKind::Meeting, "与用地审批股会商整理进度，已整理过半"),
        Plan::new("carried-many-more", ApplicantKind::LegalService, MANY, Channel::SignedPost, YearEnd(14))
            .asks("近十年征地补偿款拨付凭证", "近十年本县征地补偿款的拨付凭证和分户清册")
            .about(EXPROPRIATION, "征地拆迁")
            .then(At(1), Deed::Related("carried-many"))
            .then(At(1), Deed::Assign(EXPROPRIATION))
            .then(At(3), Deed::ReasonsAsk("申请数量明显超过合理范围，请说明理由", At(13)))
            .then(At(7), Deed::Reasons("代理多起征收案件，需要核对补偿款是否足额拨付"))
            .then(At(9), Deed::UnitAnswer("分户清册含个人信息，需逐户区分处理"))
            .then(At(10), Deed::Defer(Ahead(30), "理由合理，但数量大且需区分处理，告知延迟答复的合理期限"))
            .note(Back(6), NoteKind::Meeting, "与征地服务中心会商区分处理的口径"),
    ]
}
