//! The words of an annual report: what stands around its tables, with every number already put in.

use crate::law::labels;

/// One of the six parts of the report (格式2021).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// 一、总体情况
    Overview,
    /// 二、主动公开政府信息情况: table 2
    Disclosure,
    /// 三、收到和处理政府信息公开申请情况: table 3
    Requests,
    /// 四、政府信息公开行政复议、行政诉讼情况: table 4
    Disputes,
    /// 五、存在的主要问题及改进情况
    Problems,
    /// 六、其他需要报告的事项
    Others,
}

impl Part {
    /// All six, in the order of the format.
    pub const ALL: [Self; 6] =
        [Self::Overview, Self::Disclosure, Self::Requests, Self::Disputes, Self::Problems, Self::Others];

    /// Its place, from 0.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|part| *part == self).unwrap_or_default()
    }

    /// The title, verbatim.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Overview => labels::SECTIONS[0],
            Self::Disclosure => labels::SECTIONS[1],
            Self::Requests => labels::SECTIONS[2],
            Self::Disputes => labels::SECTIONS[3],
            Self::Problems => labels::SECTIONS[4],
            Self::Others => labels::SECTIONS[5],
        }
    }
}

/// The words of one part.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// Paragraphs under the title, before the table of the part if it has one. The five aspects of part one
    /// begin with their number: `（一）主动公开：…`.
    pub paragraphs: Vec<String>,
    /// Notes under the table, or at the end of the part.
    pub notes: Vec<String>,
}

/// The words of a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// Paragraphs between the title and part one: basis, period, where to turn.
    pub preface: Vec<String>,
    /// The six parts, in the order of [`Part::ALL`].
    pub sections: [Section; 6],
    /// Lines at the end: the organ, the day.
    pub signature: Vec<String>,
}

impl Prose {
    /// The words of a part.
    pub fn section(&self, part: Part) -> &Section {
        let [overview, disclosure, requests, disputes, problems, others] = &self.sections;
        match part {
            Part::Overview => overview,
            Part::Disclosure => disclosure,
            Part::Requests => requests,
            Part::Disputes => disputes,
            Part::Problems => problems,
            Part::Others => others,
        }
    }

    /// The words of a part.
    pub fn section_mut(&mut self, part: Part) -> &mut Section {
        let [overview, disclosure, requests, disputes, problems, others] = &mut self.sections;
        match part {
            Part::Overview => overview,
            Part::Disclosure => disclosure,
            Part::Requests => requests,
            Part::Disputes => disputes,
            Part::Problems => problems,
            Part::Others => others,
        }
    }
}
