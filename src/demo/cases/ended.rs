//! Ended within the last year, spread over its months and over the rows of table 3.

use super::{INSPECTION, LAND, MINING, PLANNING, REGISTRY, RIGHTS};
use crate::demo::days::When::{Ago, At, Back, Order, OrderEnds};
use crate::demo::plan::{Deed, Plan};
use crate::law::{ApplicantKind, OutcomeKind, OutcomeRow};
use crate::request::{Channel, ConsultRole, NoteKind, Opinion, ServiceWay};

const SUPPLIED: Option<OutcomeKind> = Some(OutcomeKind::Supplied);

/// Those that were given what they asked for, all or in part.
pub(super) fn given() -> Vec<Plan> {
    vec![
        Plan::new("public", ApplicantKind::Natural, "李建国", Channel::Internet, Ago(335))
            .asks("基准地价标准", "本县现行城镇基准地价标准")
            .about(LAND, "土地出让")
            .answered_as(
                5,
                (OutcomeRow::Open, Some(OutcomeKind::AlreadyPublic)),
                "已在县政府门户网站“基准地价”栏目公开，告知获取方式和途径",
                ServiceWay::Electronic,
            )
            .filed(15),
        Plan::new("paid", ApplicantKind::Research, "江南大学土地研究所", Channel::Email, Ago(280))
            .asks("土地利用变更调查数据", "近五年土地利用变更调查分乡镇数据汇编")
            .about(RIGHTS, "土地调查")
            .handed("汇编共86页，可以提供")
            .then(At(6), Deed::FeeByPages(86))
            .then(At(8), Deed::Got)
            .then(At(12), Deed::Pay)
            .answered_as(18, (OutcomeRow::Open, SUPPLIED), "提供数据汇编，共86页", ServiceWay::Post)
            .filed(30),
        Plan::new(
            "two-items",
            ApplicantKind::Commercial,
            "青陵县绿野农业开发有限公司",
            Channel::SignedPost,
            Ago(230),
        )
        .asks("设施农用地备案材料", "本公司设施农用地备案的办理材料")
        .items(&["设施农用地备案表及勘测定界图", "办理过程中的内部请示和会议记录"])
        .about(LAND, "用地审批")
        .handed("备案表和定界图可以提供，请示和会议记录属内部事务")
        .reviewed(At(11), At(12))
        .then(At(13), Deed::Decide(Some(1), OutcomeRow::Open, SUPPLIED, "提供备案表和勘测定界图"))
        .then(
            At(13),
            Deed::Decide(Some(2), OutcomeRow::DenyInternal, None, "内部请示和会议记录属于内部事务信息"),
        )
        .served(14, ServiceWay::Post),
        Plan::new("returned", ApplicantKind::Natural, "吴秀英", Channel::SignedPost, Ago(180))
            .asks("宅基地审批档案", "吴家湾组宅基地审批档案，含邻户资料")
            .about(RIGHTS, "宅基地")
            .handed("邻户资料含个人信息，应当区分处理")
            .reviewed(At(12), At(13))
            .then(At(14), Deed::Decide(None, OutcomeRow::Partial, None, "提供本户审批档案，隐去邻户个人信息"))
            .then(At(15), Deed::Serve(ServiceWay::Post))
            .then(At(21), Deed::Returned("原址查无此人"))
            .note(At(22), NoteKind::Talk, "电话联系申请人，约定到局领取")
            .then(At(23), Deed::Serve(ServiceWay::InPerson))
            .then(At(23), Deed::Delivered)
            .note(At(24), NoteKind::Copies, "答复书副本已报县政府办公室备案"),
        Plan::new("extended", ApplicantKind::Natural, "周文博", Channel::InPerson, Ago(60))
            .asks("东环路项目选址意见", "东环路改造工程用地预审与选址意见书及附图")
            .about(PLANNING, "规划许可")
            .handed("附图涉密图层需先处理")
            .then(At(15), Deed::Extend(10, "附图需作脱密处理，不能按期答复"))
            .answered_as(24, (OutcomeRow::Open, SUPPLIED), "提供意见书及脱密后的附图", ServiceWay::InPerson),
    ]
}

/// Those that could not be given what they asked for, or did not do their part.
pub(super) fn unavailable() -> Vec<Plan> {
    vec![
        Plan::new("elsewhere", ApplicantKind::Natural, "郭美华", Channel::Fax, Ago(205))
            .asks("廉租房分配名单", "青陵县近三年廉租住房分配名单")
            .about(REGISTRY, "其他")
            .answered_as(
                6,
                (OutcomeRow::NoneHeld, Some(OutcomeKind::OtherOrgan)),
                "不属于本机关负责公开，告知向县住房和城乡建设局提出",
                ServiceWay::Post,
            ),
        Plan::new(
            "unclear",
            ApplicantKind::PublicWelfare,
            "青陵县河湖保护志愿者协会",
            Channel::OrdinaryPost,
            Ago(125),
        )
        .asks("河道两岸用地情况", "青河两岸所有用地情况")
        .about(LAND, "用地审批")
        .then(At(4), Deed::Ask("请写明具体河段、地块或者文件名称", At(14)))
        .then(At(11), Deed::Supplied("要的就是所有用地情况，无法再具体"))
        .answered(18, OutcomeRow::NoneUnclear, "补正后申请内容仍不明确，无法提供"),
        Plan::new("unpaid", ApplicantKind::Other, "石桥镇人民调解委员会", Channel::SignedPost, Ago(100))
            .asks("采矿权出让档案", "石桥镇辖区采矿权出让档案复印件")
            .about(MINING, "矿产资源")
            .handed("档案共132页")
            .then(At(6), Deed::FeeByPages(132))
            .then(At(8), Deed::Got)
            .then(At(29), Deed::FeeLapse),
    ]
}

/// Those that were refused or not processed.
pub(super) fn refused() -> Vec<Plan> {
    vec![
        Plan::new("repeated", ApplicantKind::Natural, "李建国", Channel::Internet, Ago(305))
            .asks("基准地价标准", "本县现行城镇基准地价标准（再次申请）")
            .about(LAND, "土地出让")
            .then(At(2), Deed::Repeats("public"))
            .answered_as(
                5,
                (OutcomeRow::NpRepeat, None),
                "已就相同内容作出答复，不重复处理",
                ServiceWay::Electronic,
            ),
        Plan::new("process", ApplicantKind::LegalService, "省明理律师事务所", Channel::SignedPost, Ago(255))
            .asks("规划调整论证意见", "北关片区规划调整的专家论证意见和会商纪要")
            .about(PLANNING, "规划许可")
            .handed("论证尚未结束，调整方案未报批")
            .note(
                At(9),
                NoteKind::Meeting,
                "与规划管理股会商：论证意见属于讨论过程性信息，方案批准后再行公开",
            )
            .answered(14, OutcomeRow::DenyProcess, "所申请的信息处于讨论、研究之中，属于过程性信息"),
        Plan::new("third", ApplicantKind::Commercial, "青陵县盛达石料厂", Channel::SignedPost, Ago(150))
            .asks("石源矿业开发利用方案", "石源矿业有限公司矿产资源开发利用方案")
            .about(MINING, "矿产资源")
            .handed("方案载有第三方储量和工艺参数")
            .then(At(6), Deed::Consult("青陵石源矿业有限公司", ConsultRole::Third))
            .then(At(8), Deed::Got)
            .then(At(14), Deed::Opinion(Opinion::Object, "方案中的工艺参数属于商业秘密"))
            .answered(18, OutcomeRow::DenyThird, "方案涉及第三方商业秘密，第三方不同意公开")
            .then(Order, Deed::Reanswer(OrderEnds, "县政府行政复议决定：撤销原答复，责令区分处理后重新答复"))
            .note(Back(5), NoteKind::Meeting, "与矿产资源股逐页核对，拟公开不涉及工艺参数的部分"),
        Plan::new("petition", ApplicantKind::Natural, "陈大勇", Channel::Oral, Ago(80))
            .asks("违法占地查处", "请求查处邻居违法占地建房并答复处理结果")
            .about(INSPECTION, "执法监察")
            .answered(8, OutcomeRow::NpPetition, "属于投诉举报，不作为政府信息公开申请处理，告知反映渠道"),
        Plan::new("casefile", ApplicantKind::LegalService, "县法律援助中心", Channel::InPerson, Back(24))
            .asks("行政处罚案卷", "青陵砖厂非法占地行政处罚案的询问笔录和审批表")
            .about(INSPECTION, "执法监察")
            .handed("属于执法案卷信息，当事人可依法申请查阅")
            .answered_as(
                14,
                (OutcomeRow::DenyCasefile, None),
                "属于行政执法案卷信息，不予公开",
                ServiceWay::InPerson,
            ),
    ]
}
