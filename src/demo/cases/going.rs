//! Open and within their term, one that an objection came in on, one that was extended, one that was split.

use super::{EXPROPRIATION, LAND, MINING, PLANNING, REGISTRY};
use crate::demo::days::When::{At, Back};
use crate::demo::plan::{Deed, Plan};
use crate::law::ApplicantKind;
use crate::request::{Channel, ConsultRole, NoteKind, Opinion};

const SPLIT: &[&str] = &["城东安置区用地批准文件", "城东安置区规划许可证", "砂石料场采矿许可档案"];

pub(super) fn plans() -> Vec<Plan> {
    vec![
        Plan::new("objected", ApplicantKind::Natural, "邓海燕", Channel::SignedPost, Back(15))
            .asks("商品房项目规划变更", "青陵花园二期规划变更申请及附图")
            .about(PLANNING, "规划许可")
            .then(At(2), Deed::Assign(PLANNING))
            .then(At(3), Deed::Consult("青陵宏远置业有限公司", ConsultRole::Third))
            .then(At(5), Deed::Got)
            .then(At(6), Deed::UnitAnswer("附图涉及企业未公开的户型设计"))
            .then(At(11), Deed::Opinion(Opinion::Object, "附图含未公开的户型设计，公开将损害竞争地位"))
            .note(At(12), NoteKind::Plain, "拟会商是否属于公开会对公共利益造成重大影响的情形"),
        Plan::new(
            "extension",
            ApplicantKind::PublicWelfare,
            "青陵县老年人权益促进会",
            Channel::SignedPost,
            Back(18),
        )
        .asks("养老设施用地专项规划", "养老服务设施用地专项规划及历次修改情况")
        .about(PLANNING, "规划许可")
        .handed("历次修改文件分散，尚在收集")
        .then(Back(3), Deed::Extend(15, "历次修改文件需向档案馆调取")),
        Plan::new("split", ApplicantKind::Natural, "曹立新", Channel::InPerson, Back(3))
            .asks("城东安置区和砂石料场", "城东安置区的用地和规划材料，以及砂石料场的许可档案")
            .items(SPLIT)
            .about(LAND, "用地审批")
            .note(Back(2), NoteKind::Talk, "告知第三项与前两项无关，按一事一申请拆分，申请人同意")
            .then(Back(2), Deed::Split(&[3]))
            .then(Back(2), Deed::Assign(REGISTRY))
            .then(Back(1), Deed::UnitReturn("用地批准文件由用地审批股保管"))
            .then(Back(1), Deed::Assign(LAND)),
        Plan::new("split-off", ApplicantKind::Natural, "曹立新", Channel::InPerson, Back(3))
            .split_from("split")
            .then(Back(1), Deed::Note(NoteKind::Topic, "矿产资源"))
            .then(Back(1), Deed::Assign(MINING)),
        Plan::new("fresh", ApplicantKind::Natural, "魏桂芬", Channel::Oral, Back(1))
            .asks("青苗补偿标准", "现行青苗和地上附着物补偿标准（口头申请，已代填申请表）")
            .about(EXPROPRIATION, "征地拆迁"),
    ]
}
