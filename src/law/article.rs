//! An article of the 条例, as it is cited: number, paragraph, item.

use std::fmt;
use std::str::FromStr;

/// An article of the 条例: 第36条第(四)项 is `36(4)`, 第十六条第二款 is `16.2`.
///
/// Written `ARTICLE[.PARAGRAPH][(ITEM)]` in Arabic figures.
///
/// ```
/// use gongkai::law::Article;
/// let ground: Article = "36(4)".parse().unwrap();
/// assert_eq!(ground.to_string(), "36(4)");
/// assert_eq!(ground.chinese(), "第三十六条第（四）项");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Article {
    /// 条
    pub number: u8,
    /// 款; 0 where none is cited
    pub paragraph: u8,
    /// 项; 0 where none is cited
    pub item: u8,
}

/// What is wrong with a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ArticleError {
    /// Not of the form `36`, `16.2` or `36(4)`.
    #[error("not a citation of an article")]
    Malformed,
    /// The 条例 has 56 articles.
    #[error("no such article in the regulation")]
    NoSuchArticle,
}

impl Article {
    /// 第n条
    pub const fn whole(number: u8) -> Self {
        Self { number, paragraph: 0, item: 0 }
    }

    /// 第n条第(i)项
    pub const fn item(number: u8, item: u8) -> Self {
        Self { number, paragraph: 0, item }
    }

    /// 第n条第p款
    pub const fn paragraph(number: u8, paragraph: u8) -> Self {
        Self { number, paragraph, item: 0 }
    }

    /// Whether a refusal on this ground must first go to administrative review (复议前置): arts. 14, 15
    /// and 16 of the 条例, as 行政复议法 art. 23(1)(4) is read by the Supreme People's Court.
    pub const fn review_first(self) -> bool {
        matches!(self.number, 14..=16)
    }

    /// The citation in Chinese, as letters print it.
    pub fn chinese(self) -> String {
        let mut text = format!("第{}条", chinese_number(self.number));
        if self.paragraph > 0 {
            text.push_str(&format!("第{}款", chinese_number(self.paragraph)));
        }
        if self.item > 0 {
            text.push_str(&format!("第（{}）项", chinese_number(self.item)));
        }
        text
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.number)?;
        if self.paragraph > 0 {
            write!(f, ".{}", self.paragraph)?;
        }
        if self.item > 0 {
            write!(f, "({})", self.item)?;
        }
        Ok(())
    }
}

impl FromStr for Article {
    type Err = ArticleError;

    fn from_str(text: &str) -> Result<Self, ArticleError> {
        let (rest, item) = match text.trim().strip_suffix(')') {
            Some(open) => {
                let (rest, item) = open.split_once('(').ok_or(ArticleError::Malformed)?;
                (rest, figure(item)?)
            }
            None => (text.trim(), 0),
        };
        let (number, paragraph) = match rest.split_once('.') {
            Some((number, paragraph)) => (figure(number)?, figure(paragraph)?),
            None => (figure(rest)?, 0),
        };
        if !(1..=56).contains(&number) {
            return Err(ArticleError::NoSuchArticle);
        }
        Ok(Self { number, paragraph, item })
    }
}

fn figure(text: &str) -> Result<u8, ArticleError> {
    match text.parse::<u8>() {
        Ok(figure) if figure > 0 && figure < 100 => Ok(figure),
        _ => Err(ArticleError::Malformed),
    }
}

/// 1 to 99 in Chinese figures.
fn chinese_number(number: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u8| DIGITS.get(usize::from(n)).copied().unwrap_or_default();
    let (tens, ones) = (number / 10, number % 10);
    match tens {
        0 => digit(ones).to_owned(),
        1 => format!("十{}", digit(ones)),
        _ => format!("{}十{}", digit(tens), digit(ones)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_survives_being_written_and_read() {
        for article in
            [Article::whole(15), Article::item(36, 7), Article::paragraph(16, 2), Article::item(39, 1)]
        {
            assert_eq!(article.to_string().parse(), Ok(article));
        }
    }

    #[test]
    fn only_articles_14_to_16_ask_for_review_first() {
        let first: Vec<u8> = (1..=56).filter(|n| Article::whole(*n).review_first()).collect();
        assert_eq!(first, [14, 15, 16]);
    }

    #[test]
    fn what_is_no_article_is_refused() {
        assert_eq!("57".parse::<Article>(), Err(ArticleError::NoSuchArticle));
        for text in ["", "x", "36(", "36(x)", "0", "36(0)", "16."] {
            assert_eq!(text.parse::<Article>(), Err(ArticleError::Malformed), "{text}");
        }
    }
}
