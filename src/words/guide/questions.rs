//! The questions as a clerk is asked them, and what to mind at each.

use crate::law::guide::{Question as Q, Stage};

/// The heading of a step.
pub const fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Complete => "一、齐不齐",
        Stage::Request => "二、是不是要政府信息",
        Stage::Before => "三、以前要过没有，多不多",
        Stage::Ours => "四、是不是本机关的",
        Stage::Held => "五、有没有",
        Stage::SpecialLaw => "六、有没有专门的查询规定",
        Stage::Public => "七、公开过没有",
        Stage::Ground => "八、能不能给",
        Stage::Separable => "九、能不能分开给",
    }
}

/// The question, to be answered by 是 or 否.
pub const fn ask(question: Q) -> &'static str {
    match question {
        Q::StillWanted => "申请人还要这项信息吗（没有撤回，也没有死亡或终止）？",
        Q::Withdrawn => "是申请人自己撤回的吗？",
        Q::Clear => "申请内容、身份证明、联系方式、获取方式都清楚吗？",
        Q::SupplementAsked => "已经发过补正告知吗？",
        Q::SupplementCame => "补正收到了吗？",
        Q::SupplementOver => "补正期限已满，并且已认定申请人没有正当理由吗？",
        Q::ForInformation => "去掉投诉、举报和“为什么”，还要某份记录吗？",
        Q::Petition => "说的是信访、投诉、举报吗？",
        Q::Correction => "是要求更正本人的信息吗？",
        Q::GovernmentInformation => "是行政机关履行行政管理职能时制作或者获取的吗？",
        Q::Confirmation => "申请人手里已有，只是要盖章、证明、确认或者重新出具吗？",
        Q::Publication => "要的是公报、报刊、书籍等公开出版物吗？",
        Q::Repeat => "同一申请人以前向本机关要过同样的信息吗？",
        Q::RepeatServed => "前一件已经答复并送达了吗？",
        Q::Excess => "申请的数量、频次明显超过合理范围吗？",
        Q::FeeNotified => "已经发过收费通知吗？",
        Q::FeePaid => "费用缴了吗？",
        Q::FeeOver => "缴费期限（收到通知次日起二十个工作日）已满吗？",
        Q::ReasonsAsked => "已经书面要求说明理由，而且理由已到或者期限已满吗？",
        Q::ReasonsGood => "申请人说明了理由，而且理由合理吗？",
        Q::Ours => "应由本机关负责公开吗？",
        Q::Held => "有现成的这份信息吗？",
        Q::HandedOver => "是已经移交国家档案馆了吗？",
        Q::Compile => "用手头的材料统计、汇总、分析，做得出来吗？",
        Q::Searched => "已经检索过并且记下来了吗？",
        Q::Query => "法律或行政法规对这类资料的查询有专门规定吗？",
        Q::AlreadyPublic => "已经主动公开了吗？",
        Q::AnyGround => "全部给出去，有没有不能给或者可以不给的理由？",
        Q::Secret => "属于依法确定的国家秘密吗？",
        Q::Law => "有法律或行政法规明文禁止公开吗？",
        Q::Safety => "公开会危及国家安全、公共安全、经济安全、社会稳定吗？",
        Q::Third => "公开会损害第三方的商业秘密、个人隐私等合法权益吗？",
        Q::ThirdMaskable => "遮盖姓名、证件号码、住址等几处，就不再损害第三方吗？",
        Q::ThirdAsked => "已经书面征求第三方意见，而且意见已到或者期限已满吗？",
        Q::ThirdOpens => "第三方同意公开，或者本机关审查后决定公开吗？",
        Q::Internal => "属于人事管理、后勤管理、内部工作流程，对外没有影响吗？",
        Q::Process => "属于讨论记录、过程稿、磋商信函、请示报告，并且需要保护吗？",
        Q::Casefile => "是行政处罚、行政强制、行政检查等执法案卷里的材料吗？",
        Q::RuleOpens => "有法律、法规或者规章规定它应当公开吗？",
        Q::Separable => "去掉不能给的部分，还有可以给的内容吗？",
    }
}

/// What to mind at the question, beside what is said of its row; empty where the row says all.
pub const fn mind(question: Q) -> &'static str {
    match question {
        Q::StillWanted => "同一张表有几个事项的，逐项回答；撤回要有申请人签名的撤回单。",
        Q::Withdrawn => "撤回用“申请人撤回”一步办理，不作决定。",
        Q::Clear => CLEAR,
        Q::SupplementAsked => "补正告知只有一次，收到申请之日起七个工作日内发出（条例第三十条）。",
        Q::SupplementCame => "收到补正的次日起，答复期限重新计算（条例第三十条）。",
        Q::SupplementOver => "认定“无正当理由”要有人作出，写在附注里。",
        Q::ForInformation => FOR_INFORMATION,
        Q::Petition => "可以告知信访、投诉、举报的渠道（条例第三十九条第一款）。",
        Q::Correction => "更正另行办理，没有答复期限的规定，不计入表三（条例第四十一条，本机口径）。",
        Q::GovernmentInformation => GOVERNMENT_INFORMATION,
        Q::Confirmation | Q::Publication | Q::RepeatServed | Q::Compile => "",
        Q::Repeat => "年份、版本、地点不同的，是新的申请，答“否”。",
        Q::Excess => "申请不需要说明用途；数量、频次明显超过合理范围的才问理由（条例第三十五条）。",
        Q::FeeNotified => "要求说明理由和收取信息处理费是两种办法（条例第三十五条、第四十二条）。",
        Q::FeePaid => "缴费次日起，答复期限重新计算（信息处理费管理办法）。",
        Q::FeeOver => "期满用“逾期未缴费”一步办理，不作决定。",
        Q::ReasonsAsked => "期限没有满、理由没有到的，先等。",
        Q::ReasonsGood => "理由合理、一时答不完的，先“延迟答复”，再往下问（条例第三十五条）。",
        Q::Ours => OURS,
        Q::Held => "系统里一查一筛就能出来的，多被认定为现有信息，答“是”。",
        Q::HandedOver => "移交后依档案法律法规查阅，告知档案馆名称（本机口径：计入其他处理）。",
        Q::Searched => "没有检索记录，不能答复不存在；打起官司由本机关举证。",
        Q::Query => "登记资料是别的机关管的，前面“应由本机关负责公开”就答“否”。",
        Q::AlreadyPublic => "打开链接核对一遍，确认是申请人要的全部内容。",
        Q::AnyGround => ANY_GROUND,
        Q::Secret => "拿不准的，报主管部门或者保密行政管理部门确定（条例第十七条）。",
        Q::Law | Q::Safety | Q::Internal | Q::Process | Q::Casefile | Q::Separable => "",
        Q::Third => "申请人要本人的信息，不算第三方，答“否”。",
        Q::ThirdMaskable => "答“是”的，遮盖后给其余部分，计（二）部分公开（本机口径：不必征求意见）。",
        Q::ThirdAsked => "第三方自收到征求意见书起有十五个工作日，这段时间不计入答复期限。",
        Q::ThirdOpens => THIRD_OPENS,
        Q::RuleOpens => "规定应当公开的，从其规定（条例第十六条第二款）。",
    }
}

const CLEAR: &str = "内容要能让人找得到：名称、文号或者其他特征（条例第二十九条）。不得要求说明用途。";
const FOR_INFORMATION: &str = "既投诉又要记录的，只把要记录的部分当作申请往下问，投诉部分另行告知。";
const GOVERNMENT_INFORMATION: &str =
    "党委、人大、法院、检察院、群团组织的信息不是政府信息；党政联合发文按文件属性定（本机口径）。";
const OURS: &str = "谁制作谁公开；从公民、法人和其他组织获取的由保存的机关公开；从别的机关获取的由制作或者\
    最初获取的机关公开；几家共同制作的由牵头机关公开（条例第十条）。";
const ANY_GROUND: &str = "逐一想过：国家秘密，法律行政法规禁止，三安全一稳定，第三方，内部事务，过程性信息，\
    执法案卷。都没有才答“否”；公开前的保密审查照做（条例第十七条）。";
const THIRD_OPENS: &str = "未答复不等于同意，由本机关决定（条例第三十二条）。不公开会对公共利益造成重大影响的，\
    可以公开，并把决定公开的内容和理由书面告知第三方。";
