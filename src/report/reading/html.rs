//! Web pages, as portals publish them and as Word exports them.
//!
//! Tags alone are looked at, no style: a table is a table, what breaks a line ends a paragraph. Scripts,
//! styles, comments and what lies in the head are passed over.

mod entities;
mod tags;

use super::ReadError;
use super::blocks::Block;
use super::builder::{Builder, Span};
use super::decode::Decoded;
use entities::unescape;
use tags::{Piece, Pieces, Tag};

/// The page as blocks.
pub(super) fn blocks(page: &Decoded) -> Result<Vec<Block>, ReadError> {
    let mut builder = Builder::default();
    // The caption of a table or a picture says what it is, which is no text of the report.
    let mut caption = false;
    for piece in Pieces::of(&page.text) {
        match piece {
            Piece::Text(_) if caption => {}
            Piece::Text(text) => builder.text(&unescape(text)),
            Piece::Start(tag) => {
                start(&mut builder, &tag)?;
                caption = is_caption(&tag.name) || caption && !breaks(&tag.name) && !is_table(&tag.name);
            }
            Piece::End(name) => {
                end(&mut builder, &name)?;
                caption = caption && !is_caption(&name) && !is_table(&name);
            }
        }
    }
    builder.finish()
}

fn is_caption(name: &str) -> bool {
    matches!(name, "caption" | "figcaption")
}

fn is_table(name: &str) -> bool {
    matches!(name, "table" | "tr" | "td" | "th" | "figure")
}

fn start(builder: &mut Builder, tag: &Tag) -> Result<(), ReadError> {
    match tag.name.as_str() {
        "table" => builder.open_table()?,
        "tr" => builder.open_row(),
        "td" | "th" => {
            let columns = tag.colspan.unwrap_or(1);
            builder.open_cell(Span { columns, rows: tag.rowspan.unwrap_or(1), ..Span::ONE });
        }
        name if breaks(name) => builder.end_paragraph(),
        _ => {}
    }
    Ok(())
}

fn end(builder: &mut Builder, name: &str) -> Result<(), ReadError> {
    match name {
        "table" => builder.close_table()?,
        "tr" => builder.close_row(),
        "td" | "th" => builder.close_cell(),
        name if breaks(name) => builder.end_paragraph(),
        _ => {}
    }
    Ok(())
}

/// Whether a tag begins a new line on the page.
fn breaks(name: &str) -> bool {
    const BLOCKS: [&str; 33] = [
        "p",
        "div",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "nav",
        "main",
        "form",
        "center",
        "pre",
        "hr",
        "blockquote",
        "caption",
        "body",
        "head",
        "option",
        "figure",
        "address",
    ];
    BLOCKS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::super::blocks::{Cover, Slot};
    use super::*;

    fn read(text: &str) -> Vec<Block> {
        blocks(&Decoded { text: text.to_owned(), garbled: false }).unwrap()
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(text.to_owned())
    }

    #[test]
    fn what_is_not_seen_is_passed_over_and_entities_are_their_letters() {
        let page = "<head><title>站点</title><style>p{}</style></head><!-- 注释 <p>不见</p> -->\
                    <script>if (a<b) x('<p>');</script><![if !supportLists]><p class=MsoNormal>\
                    <span lang=EN-US>&ldquo;三&nbsp;安全&#8221;<o:p></o:p></span>\n&#x4E00;&amp;&unknown;</P>a<3";
        assert_eq!(read(page), [paragraph("“三 安全”一&&unknown;"), paragraph("a<3")]);
    }

    #[test]
    fn merged_cells_are_expanded_and_unclosed_ones_end_where_the_next_begins() {
        let page = "<table><tr><td rowspan=2>甲<td colspan='2'>乙<tr><td>丙<p>丁<td>戊</table>后";
        let blocks = read(page);
        let [Block::Table(texts), after] = blocks.as_slice() else { panic!("{blocks:?}") };
        assert_eq!(after, &paragraph("后"));
        let slot = |text: &str, cover| Slot { text: text.into(), cover };
        assert_eq!(
            texts.rows,
            [
                [slot("甲", Cover::Own), slot("乙", Cover::Own), slot("乙", Cover::Left)],
                [slot("甲", Cover::Above), slot("丙\n丁", Cover::Own), slot("戊", Cover::Own)],
            ]
        );
    }

    #[test]
    fn a_table_that_only_arranges_the_page_is_dissolved() {
        let page = "<table><tr><td>左栏</td><td><p>一、总体情况</p><p>正文</p>\
                    <table><tr><td>a</td><td>b</td></tr></table></td></tr></table>";
        let blocks = read(page);
        assert_eq!(blocks.len(), 4, "{blocks:?}");
        assert!(matches!(blocks.last(), Some(Block::Table(_))));
    }

    #[test]
    fn tables_within_tables_have_an_end() {
        let page = "<table><tr><td>".repeat(100_000);
        let read = blocks(&Decoded { text: page, garbled: false });
        assert!(matches!(read, Err(ReadError::TooDeep { .. })));
        let wide = format!("<table>{}</table>", "<tr><td colspan=9999 rowspan=0>x<td>y".repeat(100_000));
        let read = blocks(&Decoded { text: wide, garbled: false });
        assert!(matches!(read, Err(ReadError::TooManyCells { .. })));
    }
}
