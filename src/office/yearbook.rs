//! The annual reports of an office: the words that clerks wrote for them, what was published and when.
//!
//! Tables and words of a published report are kept as the JSON that the report's own format prints, so that
//! what is sealed is what was published, whatever the program is by then.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::request::OrganId;

/// A place in the report where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPlace {
    /// Between the title and part one.
    Preface,
    /// 一、总体情况
    Overview,
    /// 二: before table 2.
    Disclosure,
    /// 三: before table 3.
    Requests,
    /// 四: before table 4.
    Disputes,
    /// 五、存在的主要问题及改进情况
    Problems,
    /// 六、其他需要报告的事项
    Others,
    /// Notes under table 2.
    Notes2,
    /// Notes under table 3.
    Notes3,
    /// Notes under table 4.
    Notes4,
    /// The lines at the end.
    Signature,
}

impl TextPlace {
    /// All, in the order of the report.
    pub const ALL: [Self; 11] = [
        Self::Preface,
        Self::Overview,
        Self::Disclosure,
        Self::Notes2,
        Self::Requests,
        Self::Notes3,
        Self::Disputes,
        Self::Notes4,
        Self::Problems,
        Self::Others,
        Self::Signature,
    ];

    /// The English key used on the command line and in stored form.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Preface => "preface",
            Self::Overview => "overview",
            Self::Disclosure => "disclosure",
            Self::Requests => "requests",
            Self::Disputes => "disputes",
            Self::Problems => "problems",
            Self::Others => "others",
            Self::Notes2 => "notes2",
            Self::Notes3 => "notes3",
            Self::Notes4 => "notes4",
            Self::Signature => "signature",
        }
    }

    /// The place of a key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.key() == key)
    }
}

/// Which report: of an organ, or of all organs of the office together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportOf {
    /// The organ; `None` for all together.
    pub organ: Option<OrganId>,
    /// The year.
    pub year: i16,
}

/// Something that happened to a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReportEvent {
    /// A clerk wrote the words of a place; empty takes the draft of the program again.
    TextSet {
        /// Where.
        place: TextPlace,
        /// The words, with live fields.
        text: String,
    },
    /// A clerk wants no words at a place, not even the draft of the program.
    TextLeftOut {
        /// Where.
        place: TextPlace,
    },
    /// It was published.
    Published(Box<Publication>),
    /// The published report of a year before the office's books was read in, for the year after it.
    Stated(Box<Publication>),
}

/// A published report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Publication {
    /// The day of publication.
    pub on: Option<Date>,
    /// Where it stands.
    pub url: String,
    /// Who signed it.
    pub signed_by: String,
    /// Why it was published although a rule found an error; empty where none did.
    pub reason: String,
    /// Tables and words, as the format `json` prints them.
    pub json: String,
}

/// The reports of an office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearBooks {
    books: BTreeMap<ReportOf, YearBook>,
}

/// A report as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearBook {
    /// The words that clerks wrote; empty where a clerk wants none.
    pub texts: BTreeMap<TextPlace, String>,
    /// What was published, the last publication last.
    pub published: Vec<Publication>,
    /// The report of that year as published before the office's books began.
    pub stated: Option<Publication>,
}

impl YearBooks {
    /// The books after one more event.
    pub(super) fn take(&mut self, of: ReportOf, event: &ReportEvent) {
        let book = self.books.entry(of).or_default();
        match event {
            ReportEvent::TextSet { place, text } if text.trim().is_empty() => {
                book.texts.remove(place);
            }
            ReportEvent::TextSet { place, text } => {
                book.texts.insert(*place, text.clone());
            }
            ReportEvent::TextLeftOut { place } => {
                book.texts.insert(*place, String::new());
            }
            ReportEvent::Published(publication) => book.published.push((**publication).clone()),
            ReportEvent::Stated(publication) => book.stated = Some((**publication).clone()),
        }
    }

    /// The book of a report.
    pub fn of(&self, of: ReportOf) -> Option<&YearBook> {
        self.books.get(&of)
    }
}

impl YearBook {
    /// The report as the public knows it: the last publication, else what was read in.
    pub fn public(&self) -> Option<&Publication> {
        self.published.last().or(self.stated.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_of_a_place_count_and_empty_ones_take_the_draft_again() {
        let of = ReportOf { organ: None, year: 2025 };
        let mut books = YearBooks::default();
        let set = |text: &str| ReportEvent::TextSet { place: TextPlace::Problems, text: text.into() };
        books.take(of, &set("一"));
        books.take(of, &set("二"));
        assert_eq!(books.of(of).unwrap().texts.get(&TextPlace::Problems).map(String::as_str), Some("二"));
        books.take(of, &set(" "));
        assert_eq!(books.of(of).unwrap().texts.len(), 0);
    }

    #[test]
    fn a_place_left_out_has_empty_words_until_others_or_the_draft_are_taken() {
        let of = ReportOf { organ: None, year: 2025 };
        let mut books = YearBooks::default();
        let place = TextPlace::Preface;
        books.take(of, &ReportEvent::TextLeftOut { place });
        assert_eq!(books.of(of).unwrap().texts.get(&place).map(String::as_str), Some(""));
        books.take(of, &ReportEvent::TextSet { place, text: String::new() });
        assert_eq!(books.of(of).unwrap().texts.get(&place), None);
    }

    #[test]
    fn every_place_has_a_key_of_its_own() {
        for place in TextPlace::ALL {
            assert_eq!(TextPlace::of_key(place.key()), Some(place));
        }
    }
}
