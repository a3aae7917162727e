//! What a clerk may do: roles, and the rights that each has.
//!
//! No statute divides the work of a disclosure office; art. 4 wants an organ to be named that does it. The
//! division here follows what offices write into their own rules (登记、承办、审核、审签 by different hands) and is
//! ours \[D\]: an office gives as many roles to a clerk as it likes, and one that has a single clerk needs none.

/// A role of a clerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 管理: the office itself, its clerks, settings and calendar.
    Admin,
    /// 承办: requests from registration to the file.
    Handler,
    /// 科室: the word of a business unit.
    Unit,
    /// 审核: secrecy and legal reviews (art. 17).
    Reviewer,
    /// 负责人: approves extensions and answers (art. 33), publishes the report.
    Leader,
    /// 统计: the registers behind tables 2 and 4, the annual report.
    Statistician,
    /// 查阅: reads.
    Reader,
}

impl Role {
    /// All, in the order in which they are listed.
    pub const ALL: [Self; 7] = [
        Self::Admin,
        Self::Handler,
        Self::Unit,
        Self::Reviewer,
        Self::Leader,
        Self::Statistician,
        Self::Reader,
    ];

    /// The English key; it never changes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Handler => "handler",
            Self::Unit => "unit",
            Self::Reviewer => "reviewer",
            Self::Leader => "leader",
            Self::Statistician => "statistician",
            Self::Reader => "reader",
        }
    }

    /// What the clerk reads.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Admin => "管理",
            Self::Handler => "承办",
            Self::Unit => "科室",
            Self::Reviewer => "审核",
            Self::Leader => "负责人",
            Self::Statistician => "统计",
            Self::Reader => "查阅",
        }
    }

    /// The role of a key or a label.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.key() == word || role.label() == word)
    }

    /// What it may do beside reading.
    pub const fn rights(self) -> &'static [Right] {
        match self {
            Self::Admin => &[Right::Office],
            Self::Handler => &[
                Right::Handle,
                Right::UnitWork,
                Right::Note,
                Right::Review,
                Right::Records,
                Right::Report,
                Right::Personal,
            ],
            Self::Unit => &[Right::UnitWork, Right::Note],
            Self::Reviewer => &[Right::Review, Right::Note, Right::Personal],
            Self::Leader => &[Right::Review, Right::Approve, Right::Note, Right::Publish, Right::Personal],
            Self::Statistician => &[Right::Records, Right::Report, Right::Publish],
            Self::Reader => &[],
        }
    }

    const fn bit(self) -> u16 {
        1 << match self {
            Self::Admin => 0,
            Self::Handler => 1,
            Self::Unit => 2,
            Self::Reviewer => 3,
            Self::Leader => 4,
            Self::Statistician => 5,
            Self::Reader => 6,
        }
    }
}

/// Something that not everybody may do. Reading is for every clerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Right {
    /// Registering requests, importing them, and every step that is not named below.
    Handle,
    /// A unit's answer, or its return of the work.
    UnitWork,
    /// A note in the file.
    Note,
    /// Reviews (art. 17) other than the leader's.
    Review,
    /// The leader's review: what extensions and refusals wait for where two must agree.
    Approve,
    /// The registers behind tables 2 and 4.
    Records,
    /// The words of the annual report.
    Report,
    /// Publishing the annual report.
    Publish,
    /// Organs, clerks, settings, the calendar; keys and backups.
    Office,
    /// Numbers of identity and telephone in full.
    Personal,
}

impl Right {
    /// The roles that have it.
    pub fn roles(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| role.rights().contains(&self))
    }
}

/// The roles of a clerk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Roles(u16);

impl Roles {
    /// Every role: the clerk for whom the office was founded.
    pub const ALL: Self = Self(0x7f);

    /// These roles.
    pub fn of(roles: impl IntoIterator<Item = Role>) -> Self {
        Self(roles.into_iter().fold(0, |bits, role| bits | role.bit()))
    }

    /// As a number, one bit a role.
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// The roles of a number; `None` where it has one that this program does not know.
    pub const fn from_bits(bits: u16) -> Option<Self> {
        if bits & !Self::ALL.0 == 0 { Some(Self(bits)) } else { None }
    }

    /// Whether a role is among them.
    pub const fn has(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    /// The roles, in their order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.has(*role))
    }

    /// Whether one of them has this right.
    pub fn may(self, right: Right) -> bool {
        self.iter().any(|role| role.rights().contains(&right))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_right_is_somebodys_and_whoever_founds_the_office_has_all() {
        for right in [
            Right::Handle,
            Right::UnitWork,
            Right::Note,
            Right::Review,
            Right::Approve,
            Right::Records,
            Right::Report,
            Right::Publish,
            Right::Office,
            Right::Personal,
        ] {
            assert!(right.roles().next().is_some() && Roles::ALL.may(right), "{right:?}");
        }
        assert_eq!(Roles::of(Role::ALL), Roles::ALL);
    }

    #[test]
    fn roles_are_read_back_from_their_number_and_from_their_words() {
        for bits in 0..=0x7f {
            let roles = Roles::from_bits(bits).unwrap();
            assert_eq!(Roles::of(roles.iter()), roles);
        }
        assert_eq!(Roles::from_bits(0x80), None, "a role of a newer program");
        for role in Role::ALL {
            assert_eq!(Role::from_word(role.key()), Some(role));
            assert_eq!(Role::from_word(role.label()), Some(role));
        }
    }

    #[test]
    fn who_reads_alone_may_do_nothing_else() {
        let reader = Roles::of([Role::Reader]);
        assert!(!reader.may(Right::Handle) && !reader.may(Right::Personal));
    }
}
