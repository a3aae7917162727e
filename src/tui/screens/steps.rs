//! The steps that a clerk can take: their order in the menu, their numbers, their actions.

use crate::tui::keymap::Action;

macro_rules! steps {
    ($($(#[$doc:meta])* $kind:ident $number:literal,)*) => {
        /// A step of the procedure, or what else is done to a case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum StepKind { $($(#[$doc])* $kind,)* }

        impl StepKind {
            /// All, in the order of the procedure, which is that of the menu.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// The action of the key map.
            pub(crate) const fn action(self) -> Action {
                match self { $(Self::$kind => Action::$kind,)* }
            }

            /// Its number in the menu, which never changes: the digit that means it in a case, or two digits.
            pub(crate) const fn number(self) -> &'static str {
                match self { $(Self::$kind => $number,)* }
            }
        }
    };
}

steps! {
    /// 确认收到
    Confirm "1",
    /// 补正告知
    SupplementAsk "2",
    /// 收到补正
    SupplementReceive "3",
    /// 逾期不补正
    SupplementLapse "4",
    /// 转办
    Assign "11",
    /// 科室答复
    UnitAnswer "12",
    /// 科室退回
    UnitReturn "13",
    /// 催办
    Chase "14",
    /// 征求意见
    ConsultSend "6",
    /// 收到意见
    ConsultAnswer "7",
    /// 公共利益告知
    OverrideNotice "15",
    /// 协办
    Assist "16",
    /// 收悉
    Received "17",
    /// 延期
    Extend "5",
    /// 要求说明理由
    ReasonsAsk "18",
    /// 收到理由
    ReasonsReceive "19",
    /// 延迟答复
    Defer "20",
    /// 收费通知
    FeeNotice "21",
    /// 缴费
    FeePay "22",
    /// 逾期未缴费
    FeeLapse "23",
    /// 审查审核
    Review "24",
    /// 作出决定
    Decide "8",
    /// 更正主要理由
    Overrule "25",
    /// 送达
    Serve "9",
    /// 申请人签收
    Delivered "26",
    /// 退件
    ReturnedMail "27",
    /// 申请人撤回
    Withdraw "0",
    /// 撤回答复
    WithdrawAnswer "28",
    /// 责令重作
    ReanswerOrdered "29",
    /// 归档
    Archive "30",
    /// 拆分
    Split "31",
    /// 并案
    Join "32",
    /// 关联
    Link "33",
    /// 附注
    Note "34",
    /// 移交
    HandOver "37",
    /// 更正登记
    Amend "35",
    /// 撤销记录
    Revoke "36",
}

impl StepKind {
    /// The step of an action.
    pub(crate) fn of(action: Action) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.action() == action)
    }

    /// What it is called, in the menu as in the refusals that name it.
    pub(crate) fn label(self) -> &'static str {
        self.action().label()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terminal::KeyPress;
    use crate::tui::keymap::{Context, Keymap};

    #[test]
    fn every_action_that_is_a_step_is_in_the_menu() {
        for action in Action::ALL {
            assert_eq!(StepKind::of(*action).is_some(), action.is_step(), "{action:?}");
        }
    }

    #[test]
    fn a_digit_of_the_menu_is_the_digit_of_the_case_screen() {
        let keymap = Keymap::built_in();
        for kind in StepKind::ALL.iter().filter(|kind| kind.number().len() == 1) {
            let digit = kind.number().chars().next().map(KeyPress::char).unwrap();
            assert!(keymap.keys_of(&[Context::Case], kind.action()).contains(&vec![digit]), "{kind:?}");
        }
    }

    #[test]
    fn no_number_is_given_twice() {
        let mut numbers: Vec<_> = StepKind::ALL.iter().map(|kind| kind.number()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), StepKind::ALL.len());
    }
}
