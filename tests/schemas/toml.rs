//! TOML as JSON and back, for a judge that knows JSON alone.

use ::toml::de::{DeTable, DeValue};
use serde_json::{Map, Value};

/// A TOML file as JSON. Dates are texts, as they are for the program and for editors.
pub(crate) fn read(text: &str) -> Value {
    let table = DeTable::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    record(table.get_ref())
}

fn record(table: &DeTable<'_>) -> Value {
    let fields = table
        .iter()
        .map(|(name, field)| (name.get_ref().to_string(), value(field.get_ref())));
    Value::Object(fields.collect::<Map<_, _>>())
}

fn value(of: &DeValue<'_>) -> Value {
    match of {
        DeValue::String(text) => text.to_string().into(),
        DeValue::Boolean(truth) => (*truth).into(),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .unwrap()
            .into(),
        DeValue::Float(number) => number.as_str().parse::<f64>().unwrap().into(),
        DeValue::Datetime(date) => date.to_string().into(),
        DeValue::Array(values) => values.iter().map(|inner| value(inner.get_ref())).collect(),
        DeValue::Table(table) => record(table),
    }
}

/// A TOML file of a field a line.
pub(crate) fn write(value: &Value) -> String {
    let fields = value.as_object().unwrap().iter();
    fields
        .map(|(name, value)| format!("{} = {}\n", quoted(name), inline(value)))
        .collect()
}

fn inline(value: &Value) -> String {
    match value {
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(inline).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(name, value)| format!("{} = {}", quoted(name), inline(value)))
                .collect();
            format!("{{ {} }}", fields.join(", "))
        }
        other => other.to_string(),
    }
}

/// Texts of JSON are texts of TOML.
fn quoted(name: &str) -> String {
    Value::from(name).to_string()
}
