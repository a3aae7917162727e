//! A page cut into texts and tags. Anything is accepted; what is no tag is text.

/// A tag that opens an element.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tag {
    /// Its name in lower letters.
    pub(super) name: String,
    /// Its `colspan`, if it is a number.
    pub(super) colspan: Option<usize>,
    /// Its `rowspan`, if it is a number.
    pub(super) rowspan: Option<usize>,
}

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'p> {
    /// Text with its entities.
    Text(&'p str),
    /// `<name …>`
    Start(Tag),
    /// `</name>`
    End(String),
}

/// Elements whose content is no part of the page.
const UNSEEN: [&str; 10] =
    ["script", "style", "title", "noscript", "template", "textarea", "iframe", "xml", "svg", "select"];

/// The pieces of a page, in order.
pub(super) struct Pieces<'p> {
    rest: &'p str,
    /// Unseen elements that nobody closes from here on: what follows one is seen.
    unclosed: Vec<String>,
}

impl<'p> Pieces<'p> {
    /// The pieces of this page.
    pub(super) fn of(page: &'p str) -> Self {
        Self { rest: page, unclosed: Vec::new() }
    }

    /// The piece that begins with a `<` that has been taken off; None for what is passed over.
    fn tag(&mut self) -> Option<Piece<'p>> {
        if let Some(comment) = self.rest.strip_prefix("!--") {
            self.rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            return None;
        }
        if self.rest.starts_with(['!', '?']) {
            self.rest = self.rest.split_once('>').map_or("", |(_, rest)| rest);
            return None;
        }
        if let Some(end) = self.rest.strip_prefix('/') {
            let (inside, rest) = end.split_once('>').unwrap_or((end, ""));
            self.rest = rest;
            return Some(Piece::End(name(inside).to_ascii_lowercase()));
        }
        if !self.rest.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return Some(Piece::Text("<"));
        }
        let tag = self.start();
        if UNSEEN.contains(&tag.name.as_str()) {
            self.pass_over(&tag.name);
            return None;
        }
        Some(Piece::Start(tag))
    }

    fn start(&mut self) -> Tag {
        let word = name(self.rest);
        let mut tag = Tag { name: word.to_ascii_lowercase(), ..Tag::default() };
        self.rest = self.rest.strip_prefix(word).unwrap_or_default();
        while let Some((key, value)) = self.attribute() {
            let number = || value.trim().parse().ok();
            match key.to_ascii_lowercase().as_str() {
                "colspan" => tag.colspan = number(),
                "rowspan" => tag.rowspan = number(),
                _ => {}
            }
        }
        tag
    }

    /// The next attribute of the open tag; None at its end, which is taken off.
    fn attribute(&mut self) -> Option<(&'p str, &'p str)> {
        let blank = |letter: char| letter.is_whitespace() || letter == '/';
        self.rest = self.rest.trim_start_matches(blank);
        if let Some(rest) = self.rest.strip_prefix('>') {
            self.rest = rest;
            return None;
        }
        let ends = |letter: char| letter.is_whitespace() || matches!(letter, '=' | '>' | '/');
        // An equals sign that nothing precedes is a part of the name, as in browsers.
        let mut letters = self.rest.char_indices();
        letters.next()?;
        let end = letters.find(|(_, letter)| ends(*letter)).map_or(self.rest.len(), |(at, _)| at);
        let (key, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest;
        let Some(value) = self.rest.trim_start().strip_prefix('=') else { return Some((key, "")) };
        let value = value.trim_start();
        for quote in ['"', '\''] {
            if let Some(quoted) = value.strip_prefix(quote) {
                let (value, rest) = quoted.split_once(quote).unwrap_or((quoted, ""));
                self.rest = rest;
                return Some((key, value));
            }
        }
        let end = value.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap_or(value.len());
        let (value, rest) = value.split_at_checked(end)?;
        self.rest = rest;
        Some((key, value))
    }

    /// Goes on after the end tag of an element whose content is not seen.
    fn pass_over(&mut self, element: &str) {
        if self.unclosed.iter().any(|name| name == element) {
            return;
        }
        let mut rest = self.rest;
        while let Some((_, after)) = rest.split_once("</") {
            if name(after).eq_ignore_ascii_case(element) {
                self.rest = after.split_once('>').map_or("", |(_, rest)| rest);
                return;
            }
            rest = after;
        }
        self.unclosed.push(element.to_owned());
    }
}

/// The name at the head of a tag.
fn name(tag: &str) -> &str {
    let ends = |letter: char| letter.is_whitespace() || matches!(letter, '>' | '/' | '<');
    tag.split(ends).next().unwrap_or_default()
}

impl<'p> Iterator for Pieces<'p> {
    type Item = Piece<'p>;

    fn next(&mut self) -> Option<Piece<'p>> {
        while !self.rest.is_empty() {
            let (text, rest) = match self.rest.split_once('<') {
                Some(("", tag)) => {
                    self.rest = tag;
                    if let Some(piece) = self.tag() {
                        return Some(piece);
                    }
                    continue;
                }
                Some((text, _)) => (text, self.rest.strip_prefix(text).unwrap_or_default()),
                None => (self.rest, ""),
            };
            self.rest = rest;
            return Some(Piece::Text(text));
        }
        None
    }
}
