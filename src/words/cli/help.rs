//! Help texts.

#![allow(missing_docs, reason = "each constant is its own text")]

/// The order in which a help page is laid out.
pub const HELP: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";
/// A page of help, its last English words in Chinese.
pub fn help_page(page: &str) -> String {
    page.replace("[OPTIONS]", "[参数]")
        .replace("[COMMAND]", "[命令]")
        .replace("\n参数:", "\n参数：")
        .replace("\n命令:", "\n命令：")
}

pub const COMMANDS: &str = "命令";
pub const OPTIONS: &str = "参数";
pub const ABOUT: &str =
    "公开：政府信息公开工作机构的依申请公开办理与年度报告程序\n\n不带命令运行即打开办公界面。";
pub const SHOW_HELP: &str = "显示帮助";
pub const SHOW_VERSION: &str = "显示版本";
pub const HOME: &str = "数据目录；也可用环境变量 GONGKAI_HOME";
pub const ALONE: &str = "界面与数据在同一进程中运行";
pub const FORCE_UTF8: &str = "即使区域设置不是 UTF-8 也打开界面";
pub const KEYMAP_FLAG: &str = "键位：default、vim、plain，或键位文件";
pub const THEME_FLAG: &str = "配色：default、light（浅色背景）、contrast（高对比）、mono（无色）";
pub const HANDBOOK: &str = "使用手册：全书，或一章";
pub const HANDBOOK_CHAPTER: &str = "章的序号或名称，如 6、查找";
pub const KEYMAP: &str = "键位：列出、检查键位文件、测试终端送来的按键";
pub const KEYMAP_SHOW: &str = "列出各处现用的按键";
pub const KEYMAP_CHECK: &str = "检查键位文件；有问题时逐行指出，退出码为 1";
pub const KEYMAP_PROBE: &str = "按一个键，看终端送来的是什么；连按两次 Esc 结束";
pub const KEYMAP_MARKDOWN: &str = "以 Markdown 表格输出";
pub const KEYMAP_FILE: &str = "键位文件（TOML）";
pub const JSON: &str = "以 JSON 输出";

pub const INIT: &str = "建立公开工作机构";
pub const INIT_ORGAN: &str = "机关全称，用于年度报告标题";
pub const INIT_PREFIX: &str = "编号所用字号，可不填";
pub const INIT_CLERK: &str = "首位经办人姓名，默认为账号名";
pub const INIT_PRACTICE: &str = "演练用：可用 GONGKAI_TODAY 设定日期";

pub const REGISTER: &str = "登记一件申请，输出编号";
pub const RECEIVED: &str = "收到日期（条例第三十一条）；网络、传真、平常信函尚未确认的可不填";
pub const KIND: &str = "申请人类型：自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他";
pub const APPLICANT: &str = "申请人";
pub const CONTENT: &str = "申请内容";
pub const ITEM: &str = "申请事项，可重复";
pub const SUBMITTED: &str = "提交日期";
pub const CONFIRMED: &str = "确认日期（条例第三十一条）";
pub const CHANNEL: &str = "渠道：当面提交 邮寄签收 平常信函 互联网 电子邮件 传真 口头";
pub const TITLE: &str = "标题，列表中显示";
pub const ORGAN: &str = "答复机关，默认为建立时的机关";
pub const NO: &str = "编号，不填则自动编号";
pub const ID_NUMBER: &str = "证件号码";
pub const CONTACT: &str = "联系方式";
pub const SUPPLY: &str = "获取方式";
pub const UNIT: &str = "承办科室";

pub const ACT: &str = "办理一步，输出新状态和到期日";
pub const ACT_STEPS: &str = "\
办理环节：
  confirm               确认收到              [--on]
  supplement-ask        补正告知              --points --reply-by [--on]
  supplement-receive    收到补正              [--on] [TEXT]
  supplement-lapse      逾期不补正            --no-good-reason [--on]
  consult-send          征求意见              --party --role third|coproducer|organ [TEXT] [--on]
  consult-answer        收到意见              --opinion agree|object|none [--party] [--reason] [--on]
  override-notice       公共利益告知          [--party] [--reason] [--on]
  assist                协办                  [--party] [TEXT] [--on]
  received              对方收悉              --seq N [--on]
  extend                延期                  --days --approved-by --reason [--on]
  reasons-ask           要求说明理由          [--reply-by] [TEXT] [--on]
  reasons-receive       收到理由              [TEXT] [--on]
  defer                 延迟答复              --until [--reason] [--on]
  fee-notice            收费通知              --by page --pages 或 --by item [--nth]，[--on]
  fee-pay               缴费                  --amount [--on]
  fee-lapse             逾期未缴费            [--on]
  assign                转办                  --unit [--reply-by] [--on]
  hand-over             移交其他经办人        --to CLERK [--reason] [--on]
  unit-answer           科室答复              [--unit] [TEXT] [--on]
  unit-return           科室退回              --reason [--unit] [--on]
  chase                 催办                  [--unit] [TEXT] [--on]
  review                审查审核              --kind secrecy|legal|unit|leader [--reviewer] [TEXT] [--on]
  decide                作出决定              --outcome [--kind] [--item] [--ground]... [--facts]
                                              [--letter-no] [--override] [--on]
  serve                 送达                  --way [--proof] [--on]
  delivered             申请人签收            [--on]
  returned-mail         退件                  [--reason] [--on]
  withdraw              申请人撤回            [--reason] [--on]
  withdraw-answer       撤回答复              [--reason] [--on]
  reanswer-ordered      责令重作              --by DATE [--order] [--on]
  archive               归档                  [--file-no] [--on]
  link                  关联                  --to NO [--type repeats|related] [--on]
  split                 拆分（一事一申请）    --items N,N [--new-no NO] [--on]
  join                  并案                  --to NO [--reason] [--on]
  overrule              更正主要理由          --outcome [--kind] --reason [--on]
  note                  附注                  TEXT [--type] [--on]
  amend                 更正登记              要改的各项 [--reason]
  revoke                撤销记录              --seq N 或 --commit N，--reason";
pub const CASE_NO: &str = "编号";
pub const STEP: &str = "办理环节";
pub const NOTE_TEXT: &str = "附注或所记内容";
pub const ON: &str = "办理日期，默认今天";
pub const POINTS: &str = "需要补正的事项";
pub const REPLY_BY: &str = "补正、说明理由或科室答复的期限";
pub const NO_GOOD_REASON: &str = "已认定申请人无正当理由";
pub const OUTCOME: &str = "办理结果：表三各行的键名、名称或序号，如 open、属于国家秘密、（三）1";
pub const OUTCOME_KIND: &str =
    "结果的情形，如 不存在、非本机关、已主动公开；审核时为审核种类；更正时为申请人类型";
pub const ITEMS: &str = "分出的申请事项序号，如 2,3";
pub const NEW_NO: &str = "分出的申请的编号，不填则自动编号";
pub const ITEM_NUMBER: &str = "申请事项序号，不填则为全部未决事项";
pub const GROUND: &str = "依据条款，如 36(4)，可重复";
pub const FACTS: &str = "事实和理由";
pub const LETTER_NO: &str = "答复文号";
pub const OVERRIDE: &str = "越过前置条件的理由，记入记录";
pub const WAY: &str = "送达方式：当面送达 邮寄送达 电子送达 委托送达";
pub const PROOF: &str = "送达凭证";
pub const NOTE_TYPE: &str = "附注种类：talk search meeting counsel plain copies topic（主题，用于按主题统计）；关联方式：repeats related split joined";
pub const REASON: &str = "理由";
pub const PARTY: &str = "征求意见的对象，或协办机关";
pub const ROLE: &str = "征求意见对象：third 第三方，coproducer 共同制作机关，organ 其他机关";
pub const OPINION: &str = "意见：agree 同意公开，object 不同意公开，none 未答复";
pub const EXTENSION_DAYS: &str = "延期的工作日数，合计不超过 20";
pub const APPROVED_BY: &str = "批准延期的公开工作机构负责人";
pub const UNTIL: &str = "延迟答复至";
pub const BY: &str = "收费方式 item 按件、page 按量；责令重作时为重新答复的期限";
pub const PAGES: &str = "页数";
pub const NTH: &str = "该申请人当月第几件";
pub const AMOUNT: &str = "缴费金额（元）";
pub const REVIEWER: &str = "审核人";
pub const ORDER: &str = "复议或诉讼文书";
pub const FILE_NO: &str = "档号";
pub const LINK_TO: &str = "关联的申请编号；移交时为经办人的姓名或号";
pub const SEQ: &str = "要撤销的记录号，或对方收悉的文书的记录号";
pub const COMMIT: &str = "要整批撤销的首条记录号，如一次导入";
pub const AMENDED: &str = "更正后的内容";

pub const LIST: &str = "列出申请，默认为未办结的，按到期先后";
pub const LIST_OPEN: &str = "未办结的，以及责令重新答复、还没有重新送达的";
pub const LIST_CLOSED: &str = "已办结的";
pub const LIST_ALL: &str = "全部";
pub const CARRIED_INTO: &str = "上年结转至该年的";
pub const CARRIED_OUT_OF: &str = "该年结转下年度的";
pub const OVERDUE: &str = "只列超期的";
pub const DUE_WITHIN: &str = "只列 N 个工作日内到期的（含超期）";
pub const FIND: &str = "编号、申请人、标题、内容含有所列各词的";
pub const MINE: &str = "只列我承办的，和我现在顶岗的人承办的";
pub const HANDLER: &str = "只列该经办人承办的";
pub const AGENDA: &str = "今天要办的事；有超期的退出码为 3";
pub const SHOW: &str = "一件申请的情况和办理过程";
pub const CONTENTS: &str = "卷内目录和归档还缺的材料";
pub const CLOCK: &str = "逐行说明到期日的计算";

pub const IMPORT: &str = "导入登记台账（.xlsx 或 .csv），全部成功或全部不导入";
pub const IMPORT_FILE: &str = "台账文件";
pub const PROFILE: &str = "列名对照文件（JSON：{\"本单位列名\": \"标准列名\"}）";
pub const FIRST_YEAR: &str = "台账完整登记的首个年份；此前收到的作期初结转，不计新收";
pub const DRY_RUN: &str = "只检查，不导入";

pub const REPORT: &str = "年度报告各表，或任一时段的表三";
pub const YEAR: &str = "年份";
pub const FROM: &str = "时段首日";
pub const TO: &str = "时段末日";
pub const WORKING: &str =
    "该时段的办理数据，本期和累计：渠道、科室、超期、平均用时、补正、征求意见、延期、收费、纠错";
pub const TABLES: &str = "年度报告或表格文件（json csv docx xlsx html 文本），代替本机构记录";
pub const FORMAT: &str = "格式：text json csv xlsx docx html markdown";
pub const CASES: &str = "工作簿（xlsx）另附一张案件表，列出各格所计的申请";
pub const NAMES: &str = "案件表中列出申请人姓名";
pub const OUTPUT: &str = "写入文件，格式依扩展名";
pub const CHECK: &str = "校验年度报告各表；有错误时退出码为 3";
pub const PREVIOUS: &str = "上一年的报告文件，与之核对上年结转、现行有效件数和收费";
pub const MERGE: &str =
    "汇总下级各机关的年度报告表，逐份校验；有退回而没有汇总的退出码为 1，汇总了但有退回或错误的为 3";
pub const MERGE_FILES: &str = "各机关的报告或表格文件（json csv docx xlsx html 文本）";
pub const MERGE_ORGAN: &str = "汇总机关的名称，用于标题";
pub const MERGE_LEAVE_OUT: &str = "有错误的文件不计入，汇总其余各份；不加此项时有一份有错即不汇总";
pub const MERGE_AGAINST: &str = "上级已编好的报告文件，逐格与汇总数核对（V15）";
pub const MERGE_ROSTER: &str = "应报机关名单（文本，一行一个），列出已报、退回、未报";

pub const CALENDAR: &str = "工作日计算，录入放假安排";
pub const CALENDAR_DUE: &str = "自某日次日起第 N 个工作日";
pub const CALENDAR_COUNT: &str = "某日次日至另一日的工作日数";
pub const CALENDAR_SHOW: &str = "一年的放假和调休上班日";
pub const CALENDAR_TEXT: &str = "以通知的写法输出，可供 calendar import 读入";
pub const CALENDAR_IMPORT: &str = "录入一年或几年的放假安排，并重新计算未办结申请的到期日";
pub const CALENDAR_FILE: &str = "放假安排文件：通知原文、按下列写法录的文本，或 JSON";
pub const CALENDAR_FORMS: &str = "\
写法（文本为 UTF-8 或 GB18030，# 之后为注释）：
  2027年
  元旦：1月1日至3日放假
  春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。
  调休上班：2月20日、2月28日
括号中的星期和“共几天”与日期核对，不符即指出。JSON 的写法：
  {\"2027\": {\"off\": [\"2027-01-01\", ...], \"work\": [\"2027-02-14\", ...]}}";
pub const CALENDAR_START: &str = "起日，当日不计";
pub const CALENDAR_END: &str = "止日，当日计入";
pub const WORKING_DAYS: &str = "工作日数";

pub const ANNUAL: &str = "年度报告的文字、公布和公布后的差异";
pub const ANNUAL_TEXT: &str = "报告各处的文字：查看、改写或改回系统拟稿";
pub const ANNUAL_FIELDS: &str = "文字中可用的数据项和现值，写作 {新收}";
pub const ANNUAL_PUBLISH: &str = "公布：封存各表和文字，此后的变动列为差异";
pub const ANNUAL_DIFFERENCES: &str = "与已公布数据的差异";
pub const ANNUAL_STATE: &str = "录入启用本系统前一年已公布的报告，供次年核对上年结转";
pub const TEXT_PLACE: &str = "何处：preface overview disclosure requests disputes problems others notes2 notes3 notes4 signature，或中文名；不写则全部列出";
pub const TEXT_SET: &str = "以文件内容为该处文字，- 为标准输入；一段一行";
pub const TEXT_DRAFT: &str = "改回系统拟稿";
pub const TEXT_NONE: &str = "该处不写文字，也不用系统拟稿";
pub const PUBLISH_URL: &str = "公布的网址";
pub const PUBLISH_SIGNED: &str = "签发人";
pub const PUBLISH_REASON: &str = "校验有错误仍公布的理由";
pub const STATE_CARRIED: &str = "把其中结转下年度的申请按申请人类型录为未具名的期初结转";
pub const STATE_FILE: &str = "已公布的报告文件";
pub const ORGANS: &str = "本机构所答复的机关：列出或增加（如政府和政府办公室）";
pub const ORGAN_ADD: &str = "增加一个机关，各有字号、编号和年度报告";
pub const SETTINGS: &str = "本机构对法律未作规定之处的口径和自定期限：查看或修改";
pub const SETTING_KEY: &str = "设置项，如 excluded-days；不写则列出全部";
pub const SETTING_VALUE: &str = "新的值";
pub const SETTING_DRY_RUN: &str = "只列出将改期的申请，不修改";
/// What can be set, and to what.
pub const SETTINGS_HOW: &str = "\
设置项和可选的值：
  excluded-days   after-sending with-sending after-receipt fewest
                  征求意见期间哪些日子不计入答复期限（条例第三十三条未定起止）
  assist-stops    no yes      协办是否按征求意见停止计时
  unit-days       1 至 60     未写明时科室答复的工作日数
  copy-days       0 至 60     答复后向上级报备的工作日数，0 为不报备
  disputes-again  yes no      上年末未审结的复议诉讼，次年在表四是否再计
  makes-rules     yes no unknown  有无规章制定权；无则表二规章应为 0（校验 V9）
  has-charges     yes no unknown  有无行政事业性收费项目（校验 V22）
  hand-in-day     01-15 none  上级规定的年度报告报送日，早于法定期限时按此校验（V20）并列入待办
修改后立即重新计算未办结申请的期限，列出改期的申请；修改留在日志中。";

pub const FEE: &str = "信息处理费（元）：一件多少页，或当月多少件";
pub const FEE_PAGES: &str = "按量：一件申请的页数";
pub const FEE_ITEMS: &str = "按件：同一申请人当月的件数";
/// The unit of a computation by volume.
pub const UNIT_PAGES: &str = "页";
/// The unit of a computation by item.
pub const UNIT_ITEMS: &str = "件";

pub const GUIDE: &str = "办理结果怎么定：逐问的次序，各行的说明和留存，一件还缺什么";
pub const GUIDE_ROW: &str =
    "表三的一行：键名、名称或序号，如 deny_safety、属于国家秘密、三3；也可写情形，如 不存在";
pub const GUIDE_FOR: &str = "编号：该件要作这一答复还缺什么；不写行时列出全部";

pub const VERIFY: &str = "核验日志全链和台账；有问题时退出码为 3";
pub const EXPECT: &str = "与记下的记录号和封印比对";
pub const REBUILD: &str = "由日志重新生成台账，并说明与原台账是否一致";

pub const HELP_OF: &str = "命令的说明；help refusals 列出程序会拒绝的各种情形";
pub const HELP_TOPIC: &str = "命令；或 refusals：何时拒绝、依据哪一条、怎么办";
/// `help` prints JSON of nothing else.
pub const JSON_OF_REFUSALS: &str = "--json 只用于 gongkai help refusals，请去掉 --json";
/// Over the list of refusals.
pub const RULES_INTRO: &str = "凡被拒绝的操作均不保存，已有的记录不受影响";
/// Refusals that rest on an article.
pub const RULES_OF_LAW: &str = "法定规则";
/// Refusals that rest on logic or on this program.
pub const RULES_OF_SYSTEM: &str = "本系统规则";
pub const RULE_HEADINGS: [&str; 3] = ["依据", "拒绝的情形", "怎么办"];
/// Stands where no article does.
pub const NO_ARTICLE: &str = "-";
