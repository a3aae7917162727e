//! A record as JSON: the keys are fixed.

use serde_json::{Map, Value, json};

use crate::desk::Desk;
use crate::records::{Check, FieldForm, Form, Record, RecordEntry, RecordField, Value as Of, fields};
use crate::words::records as words;

/// A record as it stands.
pub(super) fn record(record: &Record, desk: &Desk) -> Value {
    let organ = desk.office().organ(record.body.organ).map(|organ| organ.name.clone());
    let mut all = Map::new();
    all.insert("id".to_owned(), json!(record.id.0));
    all.insert("kind".to_owned(), json!(record.kind().key()));
    all.insert("organ".to_owned(), json!(organ));
    let form = Form::of(record.value());
    for spec in fields(record.kind()).iter().filter(|spec| spec.field != RecordField::Note) {
        let text = form.get(spec.field);
        let value =
            if spec.field == RecordField::Lead { json!(text == "yes") } else { field(spec.form, text) };
        all.insert(spec.field.key().replace('-', "_"), value);
    }
    more(record, desk, &mut all);
    all.insert("note".to_owned(), json!(record.body.note));
    all.insert("removed".to_owned(), json!(record.removed.as_ref().map(|removal| &removal.reason)));
    all.insert("version".to_owned(), json!(record.version.0));
    Value::Object(all)
}

/// A record with its history.
pub(super) fn whole(of: &Record, desk: &Desk) -> Value {
    let mut value = record(of, desk);
    let history: Vec<Value> = of.history.iter().map(|one| entry(one, desk)).collect();
    if let Some(all) = value.as_object_mut() {
        all.insert("history".to_owned(), Value::Array(history));
    }
    value
}

/// A field: figures as numbers, what is not there as null where a text would not do.
fn field(form: FieldForm, text: &str) -> Value {
    match form {
        FieldForm::Number | FieldForm::Year | FieldForm::Record => json!(text.parse::<u64>().ok()),
        FieldForm::Date | FieldForm::Period | FieldForm::Request if text.is_empty() => Value::Null,
        _ => json!(text),
    }
}

/// What follows from the steps.
fn more(record: &Record, desk: &Desk, all: &mut Map<String, Value>) {
    let mut put = |key: &str, value: Value| all.insert(key.to_owned(), value);
    match record.value() {
        Of::Document(document) => {
            let ended = document.ended.as_ref();
            put("ended_on", json!(ended.map(|ended| ended.on.to_string())));
            put("ended_by", json!(ended.map(|ended| ended.way.key())));
        }
        Of::Disclosure(_) => {
            let due = record.publish_by(&desk.calendar());
            put("due_on", json!(due.map(|due| due.on.to_string())));
            put("provisional", json!(due.is_some_and(|due| due.provisional)));
            let published = record.publication();
            put("published_on", json!(published.map(|published| published.on.to_string())));
            let lacking: Vec<String> = record
                .lacking_checks()
                .into_iter()
                .map(|(check, round)| match check {
                    Check::Review => format!("review {round}"),
                    Check::Proof => format!("proof {round}"),
                })
                .collect();
            put("lacking", json!(lacking));
        }
        Of::Dispute(_) => {
            let ending = record.ending();
            put("ended_on", json!(ending.map(|ending| ending.on.to_string())));
            put("result", json!(ending.map(|ending| ending.result.key())));
            put("result_text", json!(ending.map(|ending| ending.text)));
        }
        Of::Stock(_) | Of::Decisions(_) | Of::Charge(_) | Of::Activity(_) => {}
    }
}

fn entry(entry: &RecordEntry, desk: &Desk) -> Value {
    json!({
        "seq": entry.seq.0,
        "at": entry.at,
        "practice_day": entry.practice_day.map(|day| day.to_string()),
        "who": desk.office().clerk(entry.who).map(|clerk| clerk.name.clone()),
        "event": words::event_name(&entry.event),
        "on": words::event_day(&entry.event).map(|on| on.to_string()),
        "detail": words::event_detail(&entry.event),
    })
}
