//! Words of the room `office`: places in an annual report.

use crate::law::labels::SECTIONS;
use crate::office::TextPlace;

/// The name of a place in the report.
pub const fn text_place(place: TextPlace) -> &'static str {
    let [overview, disclosure, requests, disputes, problems, others] = SECTIONS;
    match place {
        TextPlace::Preface => "前言",
        TextPlace::Overview => overview,
        TextPlace::Disclosure => disclosure,
        TextPlace::Requests => requests,
        TextPlace::Disputes => disputes,
        TextPlace::Problems => problems,
        TextPlace::Others => others,
        TextPlace::Notes2 => "表二附注",
        TextPlace::Notes3 => "表三附注",
        TextPlace::Notes4 => "表四附注",
        TextPlace::Signature => "落款",
    }
}
