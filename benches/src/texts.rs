//! What people ask for, and what offices answer: phrases from which texts of usual length are made.

use crate::random::Random;

const SURNAMES: [&str; 20] = [
    "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何",
    "郭", "马", "欧阳",
];
const GIVEN: [&str; 24] = [
    "伟", "芳", "娜", "秀英", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明",
    "超", "霞", "平", "建国", "晓峰", "文博", "雨桐",
];
const PLACES: [&str; 20] = [
    "北关区",
    "文峰区",
    "殷都区",
    "龙安区",
    "灯塔路街道",
    "豆腐营街道",
    "洹北街道",
    "彰北街道",
    "柏庄镇",
    "曲沟镇",
    "水冶镇",
    "铜冶镇",
    "白璧镇",
    "高庄镇",
    "民航路",
    "安漳大道",
    "中华路",
    "人民大道",
    "洹河南岸",
    "高新开发区",
];
const MATTERS: [&str; 24] = [
    "城中村改造项目",
    "国有土地上房屋征收",
    "集体土地征收",
    "污水处理厂扩建工程",
    "老旧小区改造",
    "道路拓宽工程",
    "建设工程规划许可",
    "建设项目环境影响评价",
    "安置房分配",
    "中小企业技术改造专项资金",
    "工业园区用地",
    "城镇燃气特许经营",
    "公立医院药品采购",
    "义务教育阶段学区划分",
    "环卫作业政府采购",
    "河道综合治理工程",
    "物业服务收费备案",
    "出租汽车经营权配置",
    "农村宅基地确权登记",
    "最低生活保障金发放",
    "行政处罚裁量基准",
    "事业单位公开招聘",
    "财政预算调整",
    "公交线路优化",
];
const PAPERS: [&str; 20] = [
    "批复文件",
    "补偿安置方案",
    "会议纪要",
    "立项审批材料",
    "用地预审意见",
    "社会稳定风险评估报告",
    "公告及张贴记录",
    "评估机构选定结果",
    "资金拨付凭证",
    "招标投标文件",
    "竣工验收备案表",
    "勘测定界图",
    "听证笔录",
    "征求意见情况",
    "年度预算执行情况",
    "收支决算明细",
    "监督检查记录",
    "合同文本",
    "人员名单及公示",
    "审计报告",
];
const FORMS: [&str; 4] = ["纸质复印件", "电子文档", "当面领取纸质件", "电子邮件发送"];
const UNITS: [&str; 8] =
    ["办公室", "法规科", "规划科", "财务科", "行政审批科", "执法监督科", "企业服务科", "项目建设科"];
const FIRMS: [&str; 5] = ["建设工程", "房地产开发", "新能源科技", "商贸", "环保设备"];

/// The name of an applicant of the column `kind` of table 3.
pub fn applicant(random: &mut Random, kind: usize) -> String {
    match kind {
        0 => person(random),
        1 => format!("安阳市{}{}有限公司", person(random), random.of(&FIRMS)),
        2 => format!("{}经济社会发展研究院", random.of(&PLACES)),
        3 => format!("{}公益服务中心", random.of(&PLACES)),
        4 => format!("河南{}律师事务所", person(random)),
        _ => format!("{}第{}村民小组", random.of(&PLACES), 1 + random.below(30)),
    }
}

/// A person's name.
pub fn person(random: &mut Random) -> String {
    format!("{}{}", random.of(&SURNAMES), random.of(&GIVEN))
}

/// A short title.
pub fn title(random: &mut Random) -> String {
    format!("{}{}{}", random.of(&PLACES), random.of(&MATTERS), random.of(&PAPERS))
}

/// What is asked for: 80 to 200 characters.
pub fn content(random: &mut Random, title: &str, year: i16) -> String {
    let mut text = format!(
        "申请公开{year}年{title}，包括{}、{}以及与之有关的{}。",
        random.of(&PAPERS),
        random.of(&PAPERS),
        random.of(&PAPERS)
    );
    for _ in 0..random.below(3) {
        text.push_str(&format!(
            "同时申请公开{}涉及{}的{}，文号为政办〔{}〕{}号。",
            random.of(&PLACES),
            random.of(&MATTERS),
            random.of(&PAPERS),
            year - 1,
            1 + random.below(180)
        ));
    }
    text.push_str("请按照申请表载明的形式提供，并加盖公章。");
    text
}

/// The form in which it is wanted.
pub fn form(random: &mut Random) -> String {
    (*random.of(&FORMS)).to_owned()
}

/// A business unit.
pub fn unit(random: &mut Random) -> String {
    (*random.of(&UNITS)).to_owned()
}

/// A number of an identity card.
pub fn id_number(random: &mut Random) -> String {
    let (year, month, day) = (1950 + random.below(55), 1 + random.below(12), 1 + random.below(28));
    format!("4105{:02}{year}{month:02}{day:02}{:04}", 1 + random.below(20), random.below(10_000))
}

/// A telephone number and an address.
pub fn contact(random: &mut Random) -> String {
    format!(
        "1{:010}；{}{}号",
        3_000_000_000 + random.below(6_000_000_000),
        random.of(&PLACES),
        random.below(300)
    )
}

/// What is still to be said clearly.
pub fn points(random: &mut Random) -> String {
    format!("请明确所需{}的名称、文号或者便于查询的其他特征，并提供身份证明。", random.of(&PAPERS))
}

/// The facts of an answer.
pub fn facts(random: &mut Random, title: &str) -> String {
    format!(
        "经{}检索{}至{}年的收发文登记和档案目录，就{title}形成如下答复，有关{}一并附后。",
        random.of(&UNITS),
        2005 + random.below(8),
        2015 + random.below(11),
        random.of(&PAPERS)
    )
}

/// A note on a talk.
pub fn talk(random: &mut Random) -> String {
    format!("与申请人{}通话，其表示主要需要{}。", person(random), random.of(&PAPERS))
}

/// A note on a search.
pub fn search(random: &mut Random) -> String {
    format!(
        "{}{}以“{}”“{}”为关键词检索综合档案和业务系统，检得{}件。",
        random.of(&UNITS),
        person(random),
        random.of(&MATTERS),
        random.of(&PAPERS),
        random.below(9)
    )
}
