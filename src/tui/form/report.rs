//! The forms around an annual report: its publication, and its export into a file.

use jiff::civil::Date;

use super::{Form, FormField, Name, Purpose, Value};
use crate::desk::Publishing;
use crate::office::ReportOf;
use crate::report::formats::{ALL, Format};
use crate::report::{Period, Report, YearTables};
use crate::request::Field;
use crate::tui::effect::Effect;
use crate::tui::yearly::Ask;
use crate::words::tui::year as words;

impl Form {
    /// The publication of a report in which the rules find so many errors.
    pub(crate) fn publish(
        of: ReportOf,
        today: Date,
        before: Option<Date>,
        (errors, draft): (usize, bool),
    ) -> Self {
        let day = FormField::date(Name::Law(Field::On), words::PUBLISHED_ON, Some(today)).required();
        let mut fields = vec![
            day.note(words::publish_note(of.year, today, before, draft)),
            FormField::line(Name::Url, words::URL, "").hint(words::URL_HINT),
            FormField::line(Name::SignedBy, words::SIGNED_BY, "").hint(words::SIGNED_BY_HINT),
        ];
        if errors > 0 {
            let reason = FormField::area(Name::Law(Field::Reason), words::REASON, "", 2).required();
            fields.push(reason.note(words::reason_note(errors)));
        }
        Self::of(Purpose::Publish(of), words::publish_title(of.year), fields)
    }

    /// The export of a report.
    pub(crate) fn export(of: ReportOf, organ: &str) -> Self {
        let formats = ALL.map(|format| words::format(format.name())).to_vec();
        let docx = ALL.iter().position(|format| format.name() == "docx");
        let tables = YearTables { organ: Some(organ.to_owned()), ..YearTables::default() };
        let title = Report { tables, period: Period::Year(of.year), prose: None, cases: Vec::new() }.title();
        // The name has its extension from the beginning: a form that nobody touched is left without a question.
        Self::of(
            Purpose::Export(of),
            words::export_title(of.year),
            vec![
                FormField::choice(Name::Format, words::FORMAT, formats, docx).required(),
                FormField::line(Name::File, words::FILE_NAME, &format!("{title}.docx"))
                    .required()
                    .note(words::FILE_NOTE),
            ],
        )
    }

    fn format(&self) -> Option<&'static dyn Format> {
        ALL.get(self.chosen(Name::Format)?).copied()
    }

    /// The extension follows from the format, and the format from an extension that is typed.
    pub(super) fn follow_format(&mut self) {
        let Some(chosen) = self.format().map(Format::extension) else { return };
        let name = self.line(Name::File);
        let typed = ALL.iter().position(|format| bare(&name, *format).is_some());
        if self.focused().is_some_and(|field| field.name == Name::File) {
            if let (Some(at), Some(field)) = (typed, self.field_mut(Name::Format)) {
                field.choose(at);
            }
            return;
        }
        let bare = ALL.iter().find_map(|format| bare(&name, *format)).unwrap_or(&name);
        let wanted = format!("{bare}.{chosen}");
        if let Some(Value::Line(input)) = self.field_mut(Name::File).map(|field| &mut field.value) {
            input.set(&wanted);
        }
    }

    /// What the form of a publication says.
    pub(super) fn publishing(&self, today: Date) -> Publishing {
        Publishing {
            on: self.field(Name::Law(Field::On)).and_then(|field| field.day(today).ok()).flatten(),
            url: self.line(Name::Url),
            signed_by: self.line(Name::SignedBy),
            reason: self.law(Field::Reason),
        }
    }

    /// What the form of an export asks for.
    pub(super) fn exporting(&self, of: ReportOf) -> Option<Effect> {
        let format = self.format()?;
        let mut name = self.line(Name::File);
        if bare(&name, format).is_none() {
            name = format!("{name}.{}", format.extension());
        }
        Some(Effect::Yearly(of, Ask::Export(format.name(), name)))
    }
}

/// The name of a file of this format without its extension.
fn bare<'n>(name: &'n str, format: &dyn Format) -> Option<&'n str> {
    name.strip_suffix(format.extension())?.strip_suffix('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_follows_from_the_format() {
        let mut form = Form::export(ReportOf { organ: None, year: 2025 }, "某县财政局");
        let name = |form: &Form| form.line(Name::File);
        assert_eq!(name(&form), "某县财政局2025年政府信息公开工作年度报告.docx");
        assert!(!form.is_touched());
        for (n, format) in ALL.iter().enumerate() {
            form.focus = 0;
            form.choose(n);
            assert!(name(&form).ends_with(&format!("报告.{}", format.extension())), "{}", name(&form));
        }
        form.focus = 1;
        form.paste(".xlsx");
        assert_eq!(form.format().map(Format::name), Some("xlsx"));
    }
}
