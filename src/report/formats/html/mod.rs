//! HTML: one file that needs nothing else, to be read on any screen, printed, or pasted into the editor of a
//! portal (hence plain attributes beside the style sheet: an editor that drops the one keeps the other).

mod chart;
mod table;

use super::markup::escaped;
use super::outline::{Block, outline};
use super::{Format, FormatError};
use crate::report::{Part, Report};
use crate::words::report as words;

/// The style sheet, for screen and paper.
const STYLE: &str = include_str!("style.css");

/// The whole report as one page, without scripts.
pub(super) struct Html;

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn is_binary(&self) -> bool {
        false
    }

    fn render(&self, report: &Report) -> Result<Vec<u8>, FormatError> {
        let blocks = outline(report);
        let mut page = Page { html: head(&report.title()), part: None };
        for block in &blocks {
            page.put(block, report)?;
        }
        page.close(report);
        page.html.push_str("</main>\n</body>\n</html>\n");
        Ok(page.html.into_bytes())
    }
}

/// Everything up to the body, with the style sheet.
pub(super) fn head(title: &str) -> String {
    let title = escaped(title);
    format!(
        concat!(
            "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            "<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        ),
        title = title,
        style = STYLE
    )
}

/// The page so far and the part that is open.
struct Page {
    html: String,
    part: Option<Part>,
}

impl Page {
    fn put(&mut self, block: &Block, report: &Report) -> Result<(), FormatError> {
        match block {
            Block::Title(title) => self.line("<h1 align=\"center\">", title, "</h1>"),
            Block::Heading(part, title) => {
                self.close(report);
                self.part = Some(*part);
                let number = part.index() + 1;
                self.html.push_str(&format!(
                    "<section class=\"part{number}\" aria-labelledby=\"part{number}\">\n<h2 id=\"part{number}\">"
                ));
                self.line("", title, "</h2>");
            }
            Block::Preface(text) | Block::Paragraph(text) => self.line("<p>", text, "</p>"),
            Block::Table(part, grid) => self.html.push_str(&table::table(*part, grid)?),
            Block::Note(note) => self.line("<p class=\"note\">", note, "</p>"),
            Block::Signature(line) => {
                self.close(report);
                self.line("<p class=\"signature\" align=\"right\">", line, "</p>");
            }
        }
        Ok(())
    }

    fn line(&mut self, open: &str, text: &str, close: &str) {
        self.html.push_str(&format!("{open}{}{close}\n", escaped(text)));
    }

    /// Ends the open part; that of table 3 with the picture of its figures.
    fn close(&mut self, report: &Report) {
        let Some(part) = self.part.take() else { return };
        if part == Part::Requests {
            self.html.push_str(&chart::chart(&report.tables.table3).unwrap_or_default());
        }
        self.html.push_str("</section>\n");
    }
}

/// The caption of a part's table.
fn caption(part: Part) -> &'static str {
    let [disclosed, requests, disputes] = words::CAPTIONS;
    match part {
        Part::Disclosure => disclosed,
        Part::Disputes => disputes,
        _ => requests,
    }
}

#[cfg(test)]
mod tests;
