//! The terms of others: for an opinion, for a payment.

use jiff::civil::Date;

use crate::calendar::{Calendar, Due};
use crate::law::terms;
use crate::request::{Case, FeeDue};

/// The fifteenth working day after the other side received the letter (arts. 32, 34); after its sending
/// where the receipt is not known, and for organs to which the 条例 sets no term (our reading).
pub fn opinion_term(received: Option<Date>, sent: Date, calendar: &Calendar) -> Due {
    calendar.nth_working_day_after(received.unwrap_or(sent), terms::OPINION)
}

/// The twentieth working day after the applicant received the fee notice (收费办法 art. 6); after its
/// sending where the receipt is not known. Once a person has found a lapse, the day that was found.
pub fn fee_term(case: &Case, fee: &FeeDue, calendar: &Calendar) -> Due {
    if let Some(on) = fee.lapsed_after {
        return Due { on, provisional: false };
    }
    let from = case.letter_received_on(fee.seq).unwrap_or(fee.notified_on);
    calendar.nth_working_day_after(from, terms::FEE)
}
