//! 信息处理费: by item or by volume, progressive, never both for one request (国办函〔2020〕109号).

/// One band of a computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// The first page or request of the band that is charged here.
    pub from: u32,
    /// The last.
    pub to: u32,
    /// Yuan for each.
    pub rate: u64,
}

impl Band {
    /// Yuan for the whole line.
    pub fn amount(self) -> u64 {
        u64::from(self.count()) * self.rate
    }

    /// How many are charged here.
    pub const fn count(self) -> u32 {
        self.to.saturating_sub(self.from).saturating_add(1)
    }
}

/// A fee with its computation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fee {
    /// Band by band.
    pub bands: Vec<Band>,
    /// Yuan in all.
    pub total: u64,
}

impl Fee {
    fn of(bands: Vec<Band>) -> Self {
        let total = bands.iter().map(|band| band.amount()).sum();
        Self { bands, total }
    }
}

/// 按量 (art. 5): the fee for one request of so many pages. Pages of several requests are not added up.
///
/// ```
/// assert_eq!(gongkai::law::fee::by_pages(68).total, 380);
/// ```
pub fn by_pages(pages: u32) -> Fee {
    const BANDS: [(u32, u32, u64); 4] = [(1, 30, 0), (31, 100, 10), (101, 200, 20), (201, u32::MAX, 40)];
    let reached = BANDS.into_iter().filter(|(from, _, _)| *from <= pages);
    Fee::of(reached.map(|(from, to, rate)| Band { from, to: to.min(pages), rate }).collect())
}

/// 按件 (art. 4): the fee for the `nth` request of an applicant in a calendar month.
///
/// ```
/// use gongkai::law::fee::of_item;
/// assert_eq!([of_item(10), of_item(11), of_item(31), of_item(41)], [0, 100, 200, 300]);
/// ```
pub fn of_item(nth: u32) -> u64 {
    match nth {
        0..=10 => 0,
        11..=30 => 100,
        // "以10件为一档，每增加一档，收费标准提高100元/件": 31 to 40 is the first step up (our reading).
        _ => 200 + u64::from((nth - 31) / 10) * 100,
    }
}

/// 按件: the fee for all of `items` requests of an applicant in a calendar month.
pub fn by_items(items: u32) -> Fee {
    let mut bands = Vec::new();
    let mut from = 1;
    while from <= items {
        let last = match from {
            1 => 10,
            11 => 30,
            _ => from.saturating_add(9),
        };
        let to = last.min(items);
        bands.push(Band { from, to, rate: of_item(from) });
        let Some(next) = to.checked_add(1) else { break };
        from = next;
    }
    Fee::of(bands)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fee_by_volume_is_progressive() {
        for (pages, yuan) in [
            (0, 0),
            (1, 0),
            (30, 0),
            (31, 10),
            (68, 380),
            (100, 700),
            (200, 2_700),
            (201, 2_740),
            (250, 4_700),
        ] {
            assert_eq!(by_pages(pages).total, yuan, "{pages}");
        }
    }

    #[test]
    fn the_fee_by_item_is_progressive_within_a_month() {
        for (items, yuan) in [
            (0, 0),
            (10, 0),
            (11, 100),
            (30, 2_000),
            (31, 2_200),
            (40, 4_000),
            (45, 5_500),
            (50, 7_000),
            (60, 11_000),
        ] {
            assert_eq!(by_items(items).total, yuan, "{items}");
        }
    }

    #[test]
    fn the_fees_of_the_single_requests_add_up_to_that_of_the_month() {
        for items in 0..200 {
            assert_eq!(by_items(items).total, (1..=items).map(of_item).sum::<u64>(), "{items}");
        }
    }

    #[test]
    fn the_bands_of_a_computation_follow_each_other_without_a_gap() {
        for fee in [by_pages(u32::MAX), by_pages(150), by_items(75), by_items(1)] {
            let mut next = 1;
            for band in fee.bands {
                assert_eq!(band.from, next);
                assert!(band.to >= band.from);
                next = band.to.wrapping_add(1);
            }
        }
    }
}
