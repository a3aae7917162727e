//! One field of a form.

use jiff::civil::Date;

use crate::calendar::{DateError, format_iso, parse_date, parse_loose, to_day};
use crate::office::Role;
use crate::records::RecordField;
use crate::request::Field;
use crate::terminal::{Key, KeyPress};
use crate::tui::widgets::{Edit, TextArea, TextInput};
use crate::words;
use crate::words::tui::forms as said;

/// Which field it is, so that commands find their values and refusals their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// A field that refusals name.
    Law(Field),
    /// A field of the registers.
    Record(RecordField),
    /// How a dispute ended.
    Result,
    /// 申请人类型
    Kind,
    /// 渠道
    Channel,
    /// 机关
    Organ,
    /// 送达方式
    Way,
    /// 办理结果
    Outcome,
    /// 情形
    OutcomeKind,
    /// Which of several items
    ItemNo,
    /// 附注类别
    NoteKind,
    /// 答复文号
    LetterNo,
    /// 越过理由
    Override,
    /// 无正当理由
    NoGoodReason,
    /// The entry to be revoked
    Entry,
    /// 延期工作日
    Days,
    /// In which role somebody is asked
    Role,
    /// 意见
    Opinion,
    /// The entry whose letter was received
    Letter,
    /// 收费方式
    FeeBy,
    /// 审查类别
    ReviewKind,
    /// How two requests belong together
    Relation,
    /// 主要理由
    Row,
    /// 网址 of a published report
    Url,
    /// 签发人
    SignedBy,
    /// 格式 of a file
    Format,
    /// 文件名
    File,
    /// 机关名称
    NewOrgan,
    /// 字号
    Prefix,
    /// 姓名
    Clerk,
    /// 是否演练
    Practice,
    /// 角色 of a clerk
    ClerkRole(Role),
}

impl Name {
    /// Whether it holds numbers of identity or telephone, which are shown in full only where a look is noted.
    pub(crate) const fn is_number(self) -> bool {
        matches!(self, Self::Law(Field::IdNumber | Field::Contact))
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A line of text.
    Line(TextInput),
    /// A date as people type it.
    Date(TextInput),
    /// A whole number.
    Number(TextInput),
    /// Several lines.
    Area(TextArea, u16),
    /// One of these, or none yet.
    Choice(Vec<String>, Option<usize>),
}

/// A field with its label, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormField {
    /// Which one.
    pub(crate) name: Name,
    /// What it is called.
    pub(crate) label: &'static str,
    /// What it holds.
    pub(crate) value: Value,
    /// It must not be left empty.
    pub(crate) required: bool,
    /// What is wrong with it.
    pub(crate) error: Option<String>,
    /// An example or a hint, shown while it is empty.
    pub(crate) hint: &'static str,
    /// What is to be known about it, shown below it: the term, the article, what follows.
    pub(crate) note: String,
    /// Texts that it may well hold, for the list.
    pub(crate) suggestions: Vec<String>,
    /// What it held when the form was opened.
    initial: String,
    /// It holds a number that nobody typed yet.
    is_proposed: bool,
}

impl FormField {
    fn new(name: Name, label: &'static str, value: Value) -> Self {
        let mut field = Self {
            name,
            label,
            value,
            required: false,
            error: None,
            hint: "",
            note: String::new(),
            suggestions: Vec::new(),
            initial: String::new(),
            is_proposed: false,
        };
        field.initial = field.text();
        field.is_proposed = matches!(field.value, Value::Number(_)) && !field.initial.is_empty();
        field
    }

    /// A line of text.
    pub(crate) fn line(name: Name, label: &'static str, text: &str) -> Self {
        Self::new(name, label, Value::Line(TextInput::new(text)))
    }

    /// A date.
    pub(crate) fn date(name: Name, label: &'static str, date: Option<Date>) -> Self {
        let text = date.map(format_iso).unwrap_or_default();
        Self { hint: said::DATE_HINT, ..Self::new(name, label, Value::Date(TextInput::new(&text))) }
    }

    /// A whole number.
    pub(crate) fn number(name: Name, label: &'static str, number: Option<u32>) -> Self {
        let text = number.map(|number| number.to_string()).unwrap_or_default();
        Self::new(name, label, Value::Number(TextInput::new(&text)))
    }

    /// Several lines, seen through a window of `height` rows.
    pub(crate) fn area(name: Name, label: &'static str, text: &str, height: u16) -> Self {
        Self::new(name, label, Value::Area(TextArea::new(text), height))
    }

    /// One of several.
    pub(crate) fn choice(
        name: Name,
        label: &'static str,
        options: Vec<String>,
        chosen: Option<usize>,
    ) -> Self {
        Self { hint: said::CHOICE_HINT, ..Self::new(name, label, Value::Choice(options, chosen)) }
    }

    /// It must be filled in.
    #[must_use]
    pub(crate) fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// With a hint.
    #[must_use]
    pub(crate) fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// With something to be known about it.
    #[must_use]
    pub(crate) fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    /// With texts that it may well hold.
    #[must_use]
    pub(crate) fn suggesting(self, suggestions: Vec<String>) -> Self {
        Self { suggestions, ..self }
    }

    /// The text it holds; of a choice, the words of it.
    pub(crate) fn text(&self) -> String {
        match &self.value {
            Value::Line(input) | Value::Date(input) | Value::Number(input) => input.text(),
            Value::Area(area, _) => area.text(),
            Value::Choice(options, chosen) => {
                chosen.and_then(|chosen| options.get(chosen)).cloned().unwrap_or_default()
            }
        }
    }

    /// Whether it holds something else than when the form was opened.
    pub(crate) fn is_changed(&self) -> bool {
        self.text() != self.initial
    }

    /// Whether it held something when the form was opened.
    pub(crate) const fn had_text(&self) -> bool {
        !self.initial.is_empty()
    }

    /// What it held when the form was opened.
    pub(crate) fn take_back(&mut self) {
        let initial = self.initial.clone();
        match &mut self.value {
            Value::Line(input) | Value::Date(input) | Value::Number(input) => input.set(&initial),
            Value::Area(area, _) => *area = TextArea::new(&initial),
            Value::Choice(options, chosen) => *chosen = options.iter().position(|option| *option == initial),
        }
        self.error = None;
    }

    /// What was typed into the same field of another form; a choice by its words, where it still is one.
    pub(crate) fn take_typed(&mut self, other: &Self) {
        match (&mut self.value, &other.value) {
            (Value::Choice(options, chosen), Value::Choice(..)) => {
                let words = other.text();
                *chosen = options.iter().position(|option| *option == words);
            }
            (Value::Choice(..), _) | (_, Value::Choice(..)) => {}
            (own, typed) => own.clone_from(typed),
        }
        self.is_proposed &= other.is_proposed;
    }

    /// The choice.
    pub(crate) const fn chosen(&self) -> Option<usize> {
        match &self.value {
            Value::Choice(_, chosen) => *chosen,
            _ => None,
        }
    }

    /// Makes a choice, or takes a suggestion.
    pub(crate) fn choose(&mut self, choice: usize) {
        match &mut self.value {
            Value::Choice(options, chosen) => *chosen = (choice < options.len()).then_some(choice),
            Value::Line(input) => {
                if let Some(suggestion) = self.suggestions.get(choice) {
                    input.set(suggestion);
                }
            }
            _ => return,
        }
        self.error = None;
    }

    /// Whether it is a choice, whose options are those of one case.
    pub(crate) const fn chosen_from_case(&self) -> bool {
        matches!(self.value, Value::Choice(..))
    }

    /// What the list of the field holds; nothing where it has none.
    pub(crate) fn options(&self) -> Option<&[String]> {
        match &self.value {
            Value::Choice(options, _) => Some(options),
            Value::Line(_) if !self.suggestions.is_empty() => Some(&self.suggestions),
            _ => None,
        }
    }

    /// The number, full-width digits taken as meant; nothing for an empty field or for what is none.
    pub(crate) fn count(&self) -> Option<u32> {
        let text: String = self.text().trim().chars().map(crate::terminal::fold_key).collect();
        // Fees are whole yuan; a receipt may print the cents.
        text.strip_suffix(".00").unwrap_or(&text).parse().ok()
    }

    /// The date, if it is one; nothing for an empty field.
    pub(crate) fn day(&self, today: Date) -> Result<Option<Date>, DateError> {
        match self.text().trim() {
            "" => Ok(None),
            text => self.read(text, today).map(Some),
        }
    }

    /// A day without its year is the last such day; of a term, which mostly ends after today, the nearest.
    fn read(&self, text: &str, today: Date) -> Result<Date, DateError> {
        let last = parse_loose(text, today)?;
        if !self.is_term() || parse_date(text).is_ok() || last >= today {
            return Ok(last);
        }
        let next = last.checked_add(jiff::Span::new().years(1)).unwrap_or(last);
        let days = |on: Date| (to_day(on) - to_day(today)).abs();
        Ok(if text.chars().any(|c| c.is_ascii_digit()) && days(next) < days(last) { next } else { last })
    }

    /// The end of a term, which mostly lies after today.
    const fn is_term(&self) -> bool {
        matches!(
            self.name,
            Name::Law(
                Field::ReplyBy | Field::ReasonsBy | Field::Until | Field::UnitReplyBy | Field::ReanswerBy
            )
        )
    }

    /// Rows on the screen, without those of an error or a note.
    pub(crate) const fn height(&self) -> u16 {
        match &self.value {
            Value::Area(_, height) => *height,
            _ => 1,
        }
    }

    /// Answers a key of a field that is `width` columns wide.
    pub(crate) fn handle(&mut self, press: KeyPress, width: u16) -> Edit {
        let edit = match &mut self.value {
            Value::Date(input) => {
                // A date that is written out cannot grow: what is typed now is another one.
                if press.typed().is_some() && is_written_out(&input.text()) {
                    input.set("");
                }
                input.handle(press)
            }
            Value::Number(input) => {
                // So is a number that the program proposed, until something was typed.
                if press.typed().is_some() && std::mem::take(&mut self.is_proposed) {
                    input.set("");
                }
                self.is_proposed &=
                    !matches!(press.code, Key::Left | Key::Right | Key::Home | Key::Backspace);
                input.handle(press)
            }
            Value::Line(input) => input.handle(press),
            Value::Area(area, _) => area.handle(press, width),
            Value::Choice(options, chosen) => turn(options.len(), chosen, press),
        };
        if edit == Edit::Changed {
            self.error = None;
        }
        edit
    }

    /// Pasted text.
    pub(crate) fn paste(&mut self, text: &str) {
        match &mut self.value {
            Value::Line(input) | Value::Date(input) | Value::Number(input) => input.paste(text),
            Value::Area(area, _) => area.paste(text),
            Value::Choice(options, chosen) => {
                let found = options.iter().position(|option| option.contains(text.trim()));
                *chosen = found.or(*chosen);
            }
        }
        self.error = None;
    }

    /// Puts back what it held: of a choice the option with these words, if there still is one.
    pub(crate) fn restore(&mut self, text: &str) {
        match &mut self.value {
            Value::Line(input) | Value::Date(input) | Value::Number(input) => input.set(text),
            Value::Area(area, _) => *area = TextArea::new(text),
            Value::Choice(options, chosen) => *chosen = options.iter().position(|option| option == text),
        }
        self.is_proposed &= !self.is_changed();
    }

    /// Looks at what was typed as one leaves the field: a date is written out, a fault is named.
    pub(crate) fn leave(&mut self, today: Date) {
        if !matches!(self.value, Value::Date(_)) {
            return;
        }
        match (self.day(today), &mut self.value) {
            (Ok(Some(date)), Value::Date(input)) => input.set(&format_iso(date)),
            (Err(error), _) => self.error = Some(words::calendar::date_error(error, &self.text())),
            _ => {}
        }
    }

    /// Looks at it before saving; false where something is wrong.
    pub(crate) fn check(&mut self, today: Date) -> bool {
        self.leave(today);
        if matches!(self.value, Value::Number(_)) && !self.text().trim().is_empty() && self.count().is_none()
        {
            self.error = Some(said::NOT_A_NUMBER.to_owned());
        }
        if self.name.is_number() && self.text().contains(['*', '＊']) {
            self.error = Some(said::IS_MASKED.to_owned());
        }
        if self.error.is_none() && self.required && self.text().trim().is_empty() {
            self.error = Some(said::missing(self.label));
        }
        self.error.is_none()
    }
}

/// Whether a date stands there as `2026-03-02`.
fn is_written_out(text: &str) -> bool {
    parse_date(text).is_ok_and(|date| format_iso(date) == text)
}

/// Digits choose, Left and Right go from one to the next.
fn turn(count: usize, chosen: &mut Option<usize>, press: KeyPress) -> Edit {
    let last = count.saturating_sub(1);
    let now = match (press.code, press.typed()) {
        (Key::Left, _) => chosen.map_or(last, |at| at.checked_sub(1).unwrap_or(last)),
        (Key::Right, _) => chosen.map_or(0, |at| if at >= last { 0 } else { at + 1 }),
        // With more than nine a digit would be half a number: the list takes it.
        (_, Some(c)) if count <= 9 => match crate::terminal::fold_key(c).to_digit(10) {
            Some(digit @ 1..) if digit as usize <= count => digit as usize - 1,
            _ => return Edit::Ignored,
        },
        (Key::Backspace | Key::Delete, _) => {
            *chosen = None;
            return Edit::Changed;
        }
        _ => return Edit::Ignored,
    };
    *chosen = Some(now);
    Edit::Changed
}
