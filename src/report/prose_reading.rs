//! Reading the words of a report from the JSON that [`formats`](super::formats) writes.

use serde_json::{Map, Value};

use super::formats::keys;
use super::{Part, Prose, TablesError};
use crate::words::report as words;

type Object = Map<String, Value>;

/// The words of a report's JSON; None where it holds tables alone. Lists may be missing, unknown keys are
/// passed over; a part is known by its title, and one that is missing stays without words.
pub fn prose_from_json(bytes: &[u8]) -> Result<Option<Prose>, TablesError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let value: Value = serde_json::from_slice(bytes)
        .map_err(|error| TablesError::NotJson { line: error.line(), column: error.column() })?;
    match value.get(keys::TEXT) {
        None | Some(Value::Null) => Ok(None),
        Some(text) => read(object(text, keys::TEXT)?).map(Some),
    }
}

fn read(text: &Object) -> Result<Prose, TablesError> {
    let mut prose = Prose {
        preface: texts(text, keys::PREFACE, keys::TEXT)?,
        signature: texts(text, keys::SIGNATURE, keys::TEXT)?,
        ..Prose::default()
    };
    let place = format!("{}.{}", keys::TEXT, keys::SECTIONS);
    let mut seen = Vec::new();
    for (index, section) in list(text.get(keys::SECTIONS), &place)?.iter().enumerate() {
        let place = format!("{place}[{index}]");
        let section = object(section, &place)?;
        let part = part(section, &place)?;
        if seen.contains(&part) {
            let key = part.title().to_owned();
            return Err(TablesError::RepeatedRow { place, key });
        }
        seen.push(part);
        let words = prose.section_mut(part);
        words.paragraphs = texts(section, keys::PARAGRAPHS, &place)?;
        words.notes = texts(section, keys::NOTES, &place)?;
    }
    Ok(prose)
}

fn part(section: &Object, place: &str) -> Result<Part, TablesError> {
    let title = section.get(keys::TITLE).and_then(Value::as_str);
    let known = Part::ALL.into_iter().find(|part| Some(part.title()) == title);
    let place = || format!("{place}.{}", keys::TITLE);
    known.ok_or_else(|| TablesError::WrongKind { place: place(), expected: words::A_PART_TITLE })
}

/// A list of texts; none where the key is missing.
fn texts(fields: &Object, key: &str, place: &str) -> Result<Vec<String>, TablesError> {
    let place = format!("{place}.{key}");
    let wrong =
        |index| TablesError::WrongKind { place: format!("{place}[{index}]"), expected: words::A_TEXT };
    let values = list(fields.get(key), &place)?.iter().enumerate();
    values.map(|(index, text)| text.as_str().map(str::to_owned).ok_or_else(|| wrong(index))).collect()
}

fn list<'a>(value: Option<&'a Value>, place: &str) -> Result<&'a [Value], TablesError> {
    match value {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(values)) => Ok(values),
        Some(_) => Err(TablesError::WrongKind { place: place.to_owned(), expected: words::A_LIST }),
    }
}

fn object<'a>(value: &'a Value, place: &str) -> Result<&'a Object, TablesError> {
    let wrong = || TablesError::WrongKind { place: place.to_owned(), expected: words::AN_OBJECT };
    value.as_object().ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Option<Prose>, String> {
        prose_from_json(json.as_bytes()).map_err(|error| error.to_string())
    }

    #[test]
    fn tables_alone_have_no_words_and_missing_lists_are_empty() {
        assert_eq!(read("{}"), Ok(None));
        assert_eq!(read(r#"{"text": {}}"#), Ok(Some(Prose::default())));
        let one = r#"{"text": {"sections": [{"title": "六、其他需要报告的事项", "notes": ["甲"]}]}}"#;
        assert_eq!(read(one).unwrap().unwrap().section(Part::Others).notes, ["甲"]);
    }

    #[test]
    fn what_is_no_text_or_no_part_is_named_with_its_place() {
        assert_eq!(read(r#"{"text": {"preface": [1]}}"#), Err("text.preface[0] 应为文字".to_owned()));
        let unknown = read(r#"{"text": {"sections": [{"title": "七、其他"}]}}"#).unwrap_err();
        assert!(unknown.starts_with("text.sections[0].title 应为"), "{unknown}");
        let title = r#"{"title": "一、总体情况"}"#;
        let twice = read(&format!(r#"{{"text": {{"sections": [{title}, {title}]}}}}"#)).unwrap_err();
        assert!(twice.contains("重复"), "{twice}");
        assert!(read("[").is_err());
    }
}
