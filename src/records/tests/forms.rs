//! Records as forms.

use super::*;

fn every_value() -> Vec<Value> {
    vec![
        Value::Document(Document {
            ended: Some(ended(date(2026, 3, 3), EndWay::Void)),
            ..document(date(2026, 3, 2))
        }),
        Value::Document(Document { lead: false, ..document(date(2026, 3, 2)) }),
        stock(2026, 12),
        Value::Decisions(decisions("2026-03", 7)),
        charge("2026-03-02", 38_050),
        Value::Disclosure(disclosure(date(2026, 3, 2))),
        Value::Dispute(dispute(DisputeKind::Review, date(2026, 3, 2))),
        Value::Dispute(suit_after(RecordId(9), date(2026, 3, 2))),
        Value::Activity(activity(ActivityKind::Training, "2026", 1)),
    ]
}

#[test]
fn every_value_is_read_back_from_its_form() {
    for value in every_value() {
        assert_eq!(Form::of(&value).value(value.kind()), Ok(value));
    }
}

#[test]
fn a_form_has_just_the_fields_of_its_kind() {
    for value in every_value() {
        let fields: Vec<RecordField> = fields(value.kind()).iter().map(|spec| spec.field).collect();
        let form = Form::of(&value);
        for field in RecordField::ALL.into_iter().filter(|field| !fields.contains(field)) {
            assert_eq!(form.get(field), "", "{field:?} of {value:?}");
        }
    }
}

#[test]
fn a_field_that_must_be_filled_in_is_named_when_it_is_empty() {
    for value in every_value() {
        for spec in fields(value.kind()) {
            let mut form = Form::of(&value);
            form.set(spec.field, " ");
            match form.value(value.kind()) {
                Err(error) => assert_eq!((error, spec.required), (FormError::Missing(spec.field), true)),
                Ok(_) => assert!(!spec.required, "{spec:?} of {value:?}"),
            }
        }
    }
}

#[test]
fn a_closed_list_is_offered_where_one_is_chosen_from_and_read_in_both_tongues() {
    for value in every_value() {
        for spec in fields(value.kind()) {
            let offered = choices(value.kind(), spec.field);
            assert_eq!(offered.is_empty(), spec.form != FieldForm::Choice, "{spec:?}");
            for (key, label) in offered {
                let read = [key, label].map(|word| {
                    let mut form = Form::of(&value);
                    form.set(spec.field, word);
                    form.value(value.kind()).unwrap()
                });
                assert_eq!(read[0], read[1]);
            }
        }
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let charged = charge("2026", 1);
    for (value, field, text) in [
        (&charged, RecordField::Yuan, "1.234"),
        (&charged, RecordField::Period, "2026-13"),
        (&stock(2026, 1), RecordField::Count, "+1"),
        (&stock(2026, 1), RecordField::Year, "2026-01"),
        (&Value::Document(document(TODAY)), RecordField::Issued, "2026-02-30"),
        (&Value::Document(document(TODAY)), RecordField::Lead, "perhaps"),
        (&Value::Dispute(suit_after(RecordId(9), TODAY)), RecordField::Review, "x"),
    ] {
        let mut form = Form::of(value);
        form.set(field, text);
        assert_eq!(form.value(value.kind()), Err(FormError::Unreadable(field)));
    }
}
