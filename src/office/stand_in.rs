//! A/B角: who looks after the cases of a clerk who is away.
//!
//! The law knows nothing of it; it is the office's own order \[D\]. It gives no right: the one who stands in does
//! what his own roles may do, under his own name.

use jiff::civil::Date;

use super::{Clerk, Office, Right};
use crate::request::ClerkId;

/// A clerk looks after the cases of another for some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StandIn {
    /// Whose cases they are (A角).
    pub of: ClerkId,
    /// Who looks after them (B角).
    pub by: ClerkId,
    /// The first day.
    pub from: Date,
    /// The last day; `None` until it is taken back.
    pub until: Option<Date>,
}

impl StandIn {
    /// Whether it stands on a day.
    pub fn stands_on(&self, on: Date) -> bool {
        self.from <= on && !self.is_over(on)
    }

    /// Whether its last day is past.
    pub fn is_over(&self, on: Date) -> bool {
        self.until.is_some_and(|until| until < on)
    }
}

impl Office {
    /// Those for whom the clerk `who` stands in on a day.
    pub fn stood_in_for(&self, who: ClerkId, on: Date) -> Vec<ClerkId> {
        let by_him = self.stand_ins.iter().filter(|known| known.by == who && known.stands_on(on));
        by_him.map(|known| known.of).collect()
    }

    /// The names of those who look after the cases of the clerk `of` on a day.
    pub fn standing_in_for(&self, of: ClerkId, on: Date) -> Vec<&str> {
        let for_him = self.stand_ins.iter().filter(|known| known.of == of && known.stands_on(on));
        for_him.map(|known| self.name_of(known.by)).collect()
    }

    /// Whose cases the clerk `who` looks after on a day: his own, and theirs for whom he stands in.
    pub fn looked_after_by(&self, who: ClerkId, on: Date) -> Vec<ClerkId> {
        std::iter::once(who).chain(self.stood_in_for(who, on)).collect()
    }

    /// The clerks who may handle a case.
    pub fn handlers(&self) -> impl Iterator<Item = &Clerk> {
        self.clerks.iter().filter(|clerk| clerk.is_here && clerk.roles.may(Right::Handle))
    }

    /// The name of a clerk; empty for one that is not known.
    pub fn name_of(&self, id: ClerkId) -> &str {
        self.clerk(id).map_or("", |clerk| &clerk.name)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::office::{OfficeEvent, Roles};

    const A: ClerkId = ClerkId(1);
    const B: ClerkId = ClerkId(2);

    fn office() -> Office {
        let admitted = |id, name: &str| OfficeEvent::ClerkSet {
            id,
            uid: id.0,
            name: name.into(),
            roles: Roles::ALL,
            is_here: true,
        };
        let set = StandIn { of: A, by: B, from: date(2026, 3, 2), until: Some(date(2026, 3, 13)) };
        Office::default()
            .after(&admitted(A, "张敏"))
            .after(&admitted(B, "李强"))
            .after(&OfficeEvent::StandInSet(set))
    }

    #[test]
    fn who_stands_in_looks_after_both_from_the_first_to_the_last_day() {
        let office = office();
        for (on, all) in [
            (date(2026, 3, 1), vec![B]),
            (date(2026, 3, 2), vec![B, A]),
            (date(2026, 3, 13), vec![B, A]),
            (date(2026, 3, 14), vec![B]),
        ] {
            assert_eq!(office.looked_after_by(B, on), all, "{on}");
            assert_eq!(office.looked_after_by(A, on), [A], "{on}: it is one-way");
        }
    }

    #[test]
    fn of_the_same_two_the_last_one_counts_and_it_can_be_taken_back() {
        let longer = StandIn { of: A, by: B, from: date(2026, 3, 9), until: None };
        let office = office().after(&OfficeEvent::StandInSet(longer));
        assert_eq!(office.stand_ins, [longer]);
        let office = office.after(&OfficeEvent::StandInEnded { of: A, by: B });
        assert!(office.stand_ins.is_empty());
    }

    #[test]
    fn who_has_left_stands_in_for_nobody_and_is_still_stood_in_for() {
        let leaves = |id| OfficeEvent::ClerkSet {
            id,
            uid: id.0,
            name: "某".into(),
            roles: Roles::default(),
            is_here: false,
        };
        let without_a = office().after(&leaves(A));
        assert_eq!(without_a.stood_in_for(B, date(2026, 3, 5)), [A]);
        assert!(office().after(&leaves(B)).stand_ins.is_empty());
    }
}
