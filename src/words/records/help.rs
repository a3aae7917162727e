//! Help texts of `gongkai record`.

#![allow(missing_docs, reason = "each constant is its own text")]

pub const ABOUT: &str = "登记表二、表四和总体情况所需的事项";
pub const HOW: &str = "\
种类和可办的事（各种都有 add、change ID、remove ID --reason、list [--year]、show ID）：
  document    规章和规范性文件  --type --title --issued [--doc-no] [--lead no]
                                repeal ID --reason [--on]  void ID --reason [--on]  reinstate ID --reason
  stock       期初有效件数      --type --year --count
  decisions   处理决定数量      --type --period --count [--source]；同一时间同一来源再登记即替换
  charge      行政事业性收费    --item --yuan --period；信息处理费由各件缴费自动计入，不必登记
  disclosure  主动公开信息      --title --column --formed [--url]
                                review ID --by [--round] [--on]  proof ID --by [--round] [--on]
                                publish ID [--on] [--url] [--override]
  dispute     复议诉讼          --type --filed --forum [--case-no] [--role] [--request] [--review]
                                end ID --result [--text] [--on]  answer ID  hearing ID  appeal ID
  activity    工作情况          --type --title --period --count [--name] [--unit]
  undo ID --seq N --reason      撤回 disclosure、dispute 记错的一步
add 只输出登记号。--type 的值：
  document stock  regulation 规章，normative 行政规范性文件
  decisions       licence 行政许可，penalty 行政处罚，compulsion 行政强制
  dispute         review 行政复议，direct_suit 未经复议直接起诉，suit_after_review 复议后起诉
  activity        training 培训，inspection 自查检查，assessment 考核评议，accountability 责任追究，
                  staff 机构人员，platform 平台建设，own 自定项目（另写 --name --unit）";
pub const KIND: &str = "种类";
pub const ACTION: &str = "办什么";
pub const ID: &str = "登记号";
pub const TYPE: &str = "种类之内的类别";
pub const TITLE: &str = "标题";
pub const DOC_NO: &str = "文号";
pub const ISSUED: &str = "制发日期";
pub const LEAD: &str = "本机关是否牵头：yes no，联合发文只由牵头机关计数";
pub const YEAR: &str = "期初数：首个登记年度；list：只列与该年有关的";
pub const COUNT: &str = "数量";
pub const PERIOD: &str = "所属时间：2025、2025-03 或 2025-03-02";
pub const SOURCE: &str = "数据来源";
pub const ITEM: &str = "收费项目";
pub const YUAN: &str = "金额（元），至多两位小数";
pub const COLUMN: &str = "栏目";
pub const FORMED: &str = "形成或变更日期";
pub const URL: &str = "网址";
pub const FILED: &str = "申请复议或起诉日期";
pub const FORUM: &str = "复议机关或法院";
pub const CASE_NO: &str = "案号";
pub const ROLE: &str = "本机关地位：defendant 被申请人（被告），reviewer 复议机关作共同被告（不计入表四）";
pub const REQUEST: &str = "所涉申请编号";
pub const REVIEW: &str = "所经复议的登记号";
pub const NAME: &str = "自定项目的名称";
pub const UNIT: &str = "计量单位";
pub const NOTE: &str = "备注";
pub const ON: &str = "日期，默认今天";
pub const BY: &str = "审校人";
pub const ROUND: &str = "第几次（1 至 3），不填为下一次";
pub const RESULT: &str = "结果：upheld 维持，corrected 纠正，other 其他结果（另写 --text）";
pub const TEXT: &str = "说明，如 撤销并责令重作、驳回起诉、撤回";
pub const REASON: &str = "理由";
pub const OVERRIDE: &str = "三审三校未完成而公开的理由，记入记录";
pub const SEQ: &str = "记错的一步的记录号";
pub const ORGAN: &str = "所属机关，默认为建立时的机关；list 时只列该机关的";
