//! The closed lists of steps: ways, sorts, roles. Each value has an English key and Chinese words.

/// A closed list: its values in the order in which they are offered, each with key and label.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident, $count:literal: $($(#[$value_doc:meta])* $value:ident $key:literal $label:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$value_doc])* $value),+
        }

        impl $name {
            /// All, in the order in which they are offered.
            pub const ALL: [Self; $count] = [$(Self::$value),+];

            /// The English key used on the command line.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$value => $key),+ }
            }

            /// The words on the screen.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$value => $label),+ }
            }

            /// Reads the English key or the Chinese words.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.key() == word || value.label() == word)
            }
        }
    };
}
pub(crate) use closed_list;

closed_list! {
    /// Whose opinion is asked, which decides what silence means.
    ConsultRole, 3:
    /// 第三方: silence is *not* consent, the organ decides (art. 32).
    Third "third" "第三方",
    /// 共同制作机关: silence *is* consent (art. 34).
    CoProducer "coproducer" "共同制作机关",
    /// 其他机关: the time for asking is not counted (art. 33); the 条例 sets no term for its answer.
    Organ "organ" "其他机关",
}

closed_list! {
    /// What came back.
    Opinion, 4:
    /// 同意公开
    Agree "agree" "同意公开",
    /// 不同意公开
    Object "object" "不同意公开",
    /// 未答复: nothing came in time.
    None "none" "未答复",
    /// 登记簿未载明: an opinion came, and a register does not say which.
    Unstated "unstated" "意见内容未载明",
}

impl Opinion {
    /// Those that a clerk may choose.
    pub const CHOICES: [Self; 3] = [Self::Agree, Self::Object, Self::None];
}

closed_list! {
    /// How a fee is reckoned: by item or by volume, never both for one request (收费办法 art. 3).
    FeeBy, 2:
    /// 按件
    Item "item" "按件",
    /// 按量
    Page "page" "按量",
}

closed_list! {
    /// Who looked at an answer before it went out (art. 17; 保守国家秘密法).
    ReviewKind, 4:
    /// 保密审查
    Secrecy "secrecy" "保密审查",
    /// 法制审核
    Legal "legal" "法制审核",
    /// 科室审核
    Unit "unit" "科室审核",
    /// 领导审签
    Leader "leader" "领导审签",
}

closed_list! {
    /// How two requests belong together.
    Relation, 5:
    /// 重复申请: the earlier one, answered already (art. 36(6)).
    Repeats "repeats" "重复申请的前案",
    /// 关联申请
    Related "related" "关联申请",
    /// 分出: split by 一事一申请.
    SplitFrom "split" "由该件分出",
    /// 并入
    JoinedTo "joined" "并入该件",
    /// 并入本件: the other goes on with this one.
    Absorbs "absorbs" "并入本件的申请",
}

/// 送达方式
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ServiceWay {
    /// 当面送达: the day on which the applicant signs.
    InPerson,
    /// 邮寄送达: the day of posting, China Post only (235号).
    Post,
    /// 电子送达: the day of sending (our reading).
    Electronic,
    /// 委托送达: the day on which the applicant signs.
    Entrusted,
    /// 未注明: a register did not say.
    Unstated,
}

impl ServiceWay {
    /// The ways that a clerk may choose.
    pub const CHOICES: [Self; 4] = [Self::InPerson, Self::Post, Self::Electronic, Self::Entrusted];

    /// The English key used on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::InPerson => "in-person",
            Self::Post => "post",
            Self::Electronic => "electronic",
            Self::Entrusted => "entrusted",
            Self::Unstated => "unstated",
        }
    }

    /// The words on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::InPerson => "当面送达",
            Self::Post => "邮寄送达",
            Self::Electronic => "电子送达",
            Self::Entrusted => "委托送达",
            Self::Unstated => "方式未注明",
        }
    }

    /// Reads the English key or the Chinese words.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::CHOICES.into_iter().find(|way| way.key() == word || way.label() == word)
    }
}

/// The sort of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// 沟通记录: a talk with the applicant.
    Talk,
    /// 检索记录: who searched where with which words; the proof of 不存在.
    Search,
    /// 会商记录
    Meeting,
    /// 法律意见
    Counsel,
    /// 报备记录: copies of the answer went to the superior.
    Copies,
    /// 主题: what the request is about, for the working figures; the last counts.
    Topic,
    /// 备注: anything else.
    Plain,
}

impl NoteKind {
    /// All sorts.
    pub const ALL: [Self; 7] =
        [Self::Talk, Self::Search, Self::Meeting, Self::Counsel, Self::Plain, Self::Copies, Self::Topic];

    /// The English key used on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Search => "search",
            Self::Meeting => "meeting",
            Self::Counsel => "counsel",
            Self::Copies => "copies",
            Self::Topic => "topic",
            Self::Plain => "plain",
        }
    }

    /// The words on the screen.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Talk => "沟通记录",
            Self::Search => "检索记录",
            Self::Meeting => "会商记录",
            Self::Counsel => "法律意见",
            Self::Copies => "报备记录",
            Self::Topic => "主题",
            Self::Plain => "备注",
        }
    }

    /// Reads the English key or the Chinese words.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == word || kind.label() == word)
    }
}
