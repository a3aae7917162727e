//! Open, and waiting for somebody else: the applicant, a third party, the other side's confirmation.

use super::{LAND, MINING, REGISTRY, RIGHTS};
use crate::demo::days::When::{Ahead, At, Back};
use crate::demo::plan::{Deed, Plan};
use crate::law::ApplicantKind;
use crate::request::{Channel, ConsultRole, NoteKind};

pub(super) fn plans() -> Vec<Plan> {
    vec![
        Plan::new("supplement", ApplicantKind::Natural, "何秀珍", Channel::SignedPost, Back(6))
            .asks("土地证办理情况", "我家土地证的办理情况")
            .about(RIGHTS, "确权登记")
            .then(Back(3), Deed::Ask("请写明宗地位置、权利人姓名和所需文件名称", Ahead(7))),
        Plan::new("supplement-over", ApplicantKind::Natural, "罗永福", Channel::OrdinaryPost, Back(25))
            .asks("补偿政策", "所有补偿政策")
            .about(super::EXPROPRIATION, "征地拆迁")
            .then(At(4), Deed::Ask("请写明补偿事项和文件的年份", At(14)))
            .note(At(10), NoteKind::Talk, "电话提醒申请人按期补正，对方称正在准备"),
        Plan::new(
            "consulting",
            ApplicantKind::Commercial,
            "青陵县金川贸易有限公司",
            Channel::SignedPost,
            Back(12),
        )
        .asks("采矿权转让审批材料", "石源矿业有限公司采矿权转让审批材料")
        .about(MINING, "矿产资源")
        .handed("材料涉及转让价款，建议征求第三方意见")
        .then(At(6), Deed::Consult("青陵石源矿业有限公司", ConsultRole::Third))
        .then(At(8), Deed::Got),
        Plan::new("fee", ApplicantKind::LegalService, "省明理律师事务所", Channel::SignedPost, Back(10))
            .asks("不动产统一登记档案目录", "本县不动产统一登记以来的档案目录")
            .about(REGISTRY, "不动产登记")
            .handed("目录共214页，可以提供")
            .then(Back(4), Deed::FeeByPages(214))
            .then(Back(2), Deed::Got),
        Plan::new("reasons", ApplicantKind::Natural, "冯永刚", Channel::Fax, Back(7))
            .asks("全县违法用地卫片", "近五年全县违法用地卫片执法全部图斑资料")
            .about(LAND, "执法监察")
            .then(Back(3), Deed::ReasonsAsk("申请数量明显超过合理范围，请说明理由", Ahead(7))),
        Plan::new("unconfirmed", ApplicantKind::Natural, "蒋晓雯", Channel::Internet, Back(2))
            .asks("学府路规划条件", "学府路12号地块规划条件")
            .about(super::PLANNING, "规划许可")
            .unconfirmed(),
        Plan::new("unconfirmed-post", ApplicantKind::Other, "青陵县第二小学", Channel::OrdinaryPost, Back(1))
            .asks("校园用地红线图", "本校用地红线图及划拨决定书")
            .about(LAND, "用地审批")
            .unconfirmed(),
    ]
}
