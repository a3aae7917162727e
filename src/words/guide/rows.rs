//! What is to be said of each row: the question, when it is another row, what to keep as proof.

use crate::law::guide::Todo;
use crate::law::{OutcomeKind as Kind, OutcomeRow as Row};

/// What a clerk should know of a row before choosing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowGuide {
    /// The row.
    pub row: Row,
    /// What to ask oneself.
    pub ask: &'static str,
    /// The situations that look like this row and are not.
    pub not_when: &'static [NotWhen],
    /// 留存: what the file needs to hold.
    pub proof: &'static str,
}

/// A situation that looks like a row and is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotWhen {
    /// The situation.
    pub when: &'static str,
    /// What it is, or what to do.
    pub then: Then,
}

/// Where a situation belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// To another row.
    Row(Row),
    /// To a kind, in its row.
    Kind(Kind),
    /// Something comes first.
    First(Todo),
    /// It depends; said in words.
    Say(&'static str),
}

/// What is to be said of a row.
pub const fn row(row: Row) -> &'static RowGuide {
    match row {
        Row::Open => &OPEN,
        Row::Partial => &PARTIAL,
        Row::DenySecret => &SECRET,
        Row::DenyLaw => &LAW,
        Row::DenySafety => &SAFETY,
        Row::DenyThird => &THIRD,
        Row::DenyInternal => &INTERNAL,
        Row::DenyProcess => &PROCESS,
        Row::DenyCasefile => &CASEFILE,
        Row::DenyQuery => &QUERY,
        Row::NoneHeld => &NONE_HELD,
        Row::NoneMake => &MAKE,
        Row::NoneUnclear => &UNCLEAR,
        Row::NpPetition => &PETITION,
        Row::NpRepeat => &REPEAT,
        Row::NpPublication => &PUBLICATION,
        Row::NpExcess => &EXCESS,
        Row::NpConfirm => &CONFIRM,
        Row::OtherNoSupplement => &NO_SUPPLEMENT,
        Row::OtherNoFee => &NO_FEE,
        Row::OtherOther => &OTHER,
    }
}

const fn to_row(when: &'static str, row: Row) -> NotWhen {
    NotWhen { when, then: Then::Row(row) }
}

const fn to_kind(when: &'static str, kind: Kind) -> NotWhen {
    NotWhen { when, then: Then::Kind(kind) }
}

const fn first(when: &'static str, todo: Todo) -> NotWhen {
    NotWhen { when, then: Then::First(todo) }
}

const fn say(when: &'static str, what: &'static str) -> NotWhen {
    NotWhen { when, then: Then::Say(what) }
}

const OPEN: RowGuide = RowGuide {
    row: Row::Open,
    ask: "要的全部给了，或者准确告诉了在哪里（网址、页码、公报期号）？",
    not_when: &[
        say("链接只到网站首页，或者只看得到一部分", "补上准确的链接或者缺的部分，再答复"),
        to_row("遮盖或者去掉了一部分", Row::Partial),
        to_row("要的是公报、报刊、书籍", Row::NpPublication),
    ],
    proof: "给了哪些材料、各多少页；链接和核对链接的日期；保密审查记录",
};

const PARTIAL: RowGuide = RowGuide {
    row: Row::Partial,
    ask: "一份信息给一部分、留一部分，或者几个事项有的给、有的不给？",
    not_when: &[
        to_row("全部给了，只是换了提供的形式（条例第四十条）", Row::Open),
        say("一样也没有给", "按不给的主要理由归行，不计（二）"),
    ],
    proof: "没有给的每一处：理由和条款（救济告知看这些条款，不看行）",
};

const SECRET: RowGuide = RowGuide {
    row: Row::DenySecret,
    ask: "收到申请之前就有密级标志或者定密决定，密级和保密期限都还有效？",
    not_when: &[
        say("只是“敏感”，或者标着“内部资料”", "看是不是（三）3，或者条例第十六条的（三）5、（三）6"),
        say("是工作秘密", "工作秘密不是国家秘密，按实际理由归行"),
        say("收到申请以后才定密", "不用本行，按实际理由归行（本机口径）"),
    ],
    proof: "定密依据、定密机关、密级、保密期限；拿不准的附保密部门意见",
};

const LAW: RowGuide = RowGuide {
    row: Row::DenyLaw,
    ask: "哪一部法律或者行政法规，第几条，规定不得公开？",
    not_when: &[
        say("依据是规章或者规范性文件", "依据不够，另找理由；没有别的理由就公开"),
        to_row("只规定了另外的查询办法，没有禁止公开", Row::DenyQuery),
    ],
    proof: "法律、行政法规的条文",
};

const SAFETY: RowGuide = RowGuide {
    row: Row::DenySafety,
    ask: "会出什么具体危害，经过哪些环节，危及四项中的哪一项？",
    not_when: &[say("只是怕引起信访、投诉或者议论", "不用本行；没有别的理由就公开")],
    proof: "风险评估，负责人签批",
};

const THIRD: RowGuide = RowGuide {
    row: Row::DenyThird,
    ask: "是谁的商业秘密或者个人隐私，书面征求过没有，十五个工作日内怎么答复？",
    not_when: &[
        first("还没有书面征求第三方意见", Todo::ConsultThird),
        say("第三方没有答复", "由本机关自己决定，不答复不等于同意，也不等于不同意"),
        to_row("遮盖姓名、证件号码等以后可以给", Row::Partial),
        to_row("要的是申请人本人的信息", Row::Open),
    ],
    proof: "征求意见书、送达凭证、第三方意见、对公共利益的权衡",
};

const INTERNAL: RowGuide = RowGuide {
    row: Row::DenyInternal,
    ask: "是人事管理、后勤管理或者内部工作流程，对外没有影响？",
    not_when: &[
        to_row("对外适用的标准、条件、办理规则", Row::Open),
        to_row("是某一件事的讨论记录、过程稿、请示", Row::DenyProcess),
    ],
    proof: "说明为什么对外没有影响",
};

const PROCESS: RowGuide = RowGuide {
    row: Row::DenyProcess,
    ask: "是讨论记录、过程稿、磋商信函、请示报告中的哪一类，所涉事项要不要保护？",
    not_when: &[
        to_row("要的是最后的正式文件（那是结果）", Row::Open),
        to_row("对请示作出的批复（那是结果）", Row::Open),
        to_row("法律、法规、规章规定应当公开", Row::Open),
        to_row("装在执法案卷里", Row::DenyCasefile),
    ],
    proof: "写明属于四类中的哪一类",
};

const CASEFILE: RowGuide = RowGuide {
    row: Row::DenyCasefile,
    ask: "在行政处罚、行政强制、行政检查等执法案件的案卷里？",
    not_when: &[
        say("许可、征收、登记的档案", "不是执法案卷，按实际理由归行"),
        say("当事人依专门规定有权查阅", "告诉他查阅的途径"),
        say("要的是处罚决定书本身", "先看是不是条例第二十条第（六）项应当公开的"),
    ],
    proof: "案号",
};

const QUERY: RowGuide = RowGuide {
    row: Row::DenyQuery,
    ask: "法律或者行政法规对这类资料（不动产、市场主体登记，户籍，婚姻登记）另有查询办法？",
    not_when: &[
        say("只是本单位设了一个查询窗口", "不用本行，照常办理"),
        to_kind("登记资料是别的机关管的", Kind::OtherOrgan),
        to_kind("档案已经移交国家档案馆（本机口径）", Kind::ArchiveHandedOver),
    ],
    proof: "法律、行政法规条文，查询窗口，要带的材料",
};

const NONE_HELD: RowGuide = RowGuide {
    row: Row::NoneHeld,
    ask: "一行有两种答复：检索过没有（不存在），还是别的机关的（非本机关），是哪一种？",
    not_when: &[
        first("还没有检索", Todo::Search),
        to_row("用手头的材料汇总、分析做得出来", Row::NoneMake),
        to_kind("已经移交国家档案馆（本机口径）", Kind::ArchiveHandedOver),
    ],
    proof: "不存在：谁、何时、查了哪些系统和档案、用什么词；非本机关：该找的机关名称和联系方式",
};

const MAKE: RowGuide = RowGuide {
    row: Row::NoneMake,
    ask: "要答复，就得统计、比对、汇总或者分析？",
    not_when: &[
        say("系统里一查一筛就能出来", "多被认定为现有信息，当作有现成的往下问（本机口径）"),
        to_row("只是把不能给的部分去掉（条例第三十七条）", Row::Partial),
        to_kind("连做的材料也没有", Kind::NotFound),
    ],
    proof: "现有哪些材料，答复需要做哪些工作",
};

const UNCLEAR: RowGuide = RowGuide {
    row: Row::NoneUnclear,
    ask: "发过一次补正告知，补正也来了，还是不明确？",
    not_when: &[
        first("没有发过补正告知", Todo::AskSupplement),
        first("只缺身份证明、联系方式或者获取方式，还没有告知", Todo::AskSupplement),
        to_row("补正没有来，期限已满", Row::OtherNoSupplement),
    ],
    proof: "补正告知和补正材料，并写明为什么还不明确",
};

const PETITION: RowGuide = RowGuide {
    row: Row::NpPetition,
    ask: "去掉投诉、举报和“为什么”，已经没有要哪份记录了？",
    not_when: &[
        say("还要某份记录", "那一部分照申请办理"),
        to_kind("问法律、政策或者办事程序", Kind::Consultation),
    ],
    proof: "摘录申请原文中的有关语句",
};

const REPEAT: RowGuide = RowGuide {
    row: Row::NpRepeat,
    ask: "同一申请人、同一信息，本机关已经答复并且送达？",
    not_when: &[
        to_kind("前一件还没有答复（并入，不拒绝）", Kind::Joined),
        say("年份、版本或者地点不同", "是新的申请"),
        say("前一次答复不存在，现在情况变了", "是新的申请"),
    ],
    proof: "前案编号和送达凭证",
};

const PUBLICATION: RowGuide = RowGuide {
    row: Row::NpPublication,
    ask: "是谁都买得到、借得到的公报、报纸、期刊、书籍？",
    not_when: &[to_kind("只是放在本机关网站上的文件（条例第三十六条第（一）项）", Kind::AlreadyPublic)],
    proof: "在哪里可以买到、借到或者查到",
};

const EXCESS: RowGuide = RowGuide {
    row: Row::NpExcess,
    ask: "多长时间里多少件，书面要求说明理由没有，来了什么理由，为什么不合理？",
    not_when: &[
        first("还没有要求说明理由", Todo::AskReasons),
        say("理由合理，只是一时答不完", "用“延迟答复”，照常办理"),
        say("打算收信息处理费", "用“收费通知”，照常办理"),
    ],
    proof: "申请清单、说明理由告知书、收到的理由、为什么不合理",
};

const CONFIRM: RowGuide = RowGuide {
    row: Row::NpConfirm,
    ask: "申请人已经有了，要的是盖章、证明、确认或者重新出具？",
    not_when: &[
        say("丢了，想再要一份复印件", "答复过的看（五）2，否则是一般申请（本机口径）"),
        first("认为记录有错，要求更正", Todo::Correct),
    ],
    proof: "申请人已经持有的证明",
};

const NO_SUPPLEMENT: RowGuide = RowGuide {
    row: Row::OtherNoSupplement,
    ask: "补正告知送达了，期限满了，没有正当理由，并且有人作了认定？",
    not_when: &[
        first("期限还没有满", Todo::AwaitSupplement),
        say("来晚了，但有正当理由", "接着办"),
        say("来晚了，又没有正当理由", "原件不再处理，来的按新的申请登记（本机口径）"),
        to_row("补正来了，还是不明确", Row::NoneUnclear),
    ],
    proof: "补正告知、送达凭证、对有无正当理由的认定",
};

const NO_FEE: RowGuide = RowGuide {
    row: Row::OtherNoFee,
    ask: "收费通知送达了，二十个工作日满了，没有缴费？",
    not_when: &[
        first("有异议，但期限还没有满", Todo::AwaitFee),
        say("期满以后才缴", "按新的申请登记（本机口径）"),
    ],
    proof: "收费通知、送达凭证、向国库（财政）核对未缴的记录",
};

const OTHER: RowGuide = RowGuide {
    row: Row::OtherOther,
    ask: "写明是哪一种：撤回、咨询、非政府信息、并入他件、申请人死亡或终止、档案已移交？",
    not_when: &[say("前面二十行中有一行合适", "归那一行；本行多了，上级会问")],
    proof: "撤回单、并入的前案编号等，能说明是哪一种的材料",
};
