//! What a description says beyond the documentation of a field: which words may stand there, what is meant when it is left out, an example.
//! Editors show descriptions and little else, so it has to stand there.

use std::fmt::Write;

use serde_json::Value;

use super::Object;

/// Completes the description of a schema, where it has one.
pub(super) fn say(schema: &mut Object) {
    if schema.contains_key("$ref") {
        // What stands beside a reference is not read.
        schema.retain(|key, _| key == "$ref");
        return;
    }
    let Some(written) = schema.get("description").and_then(Value::as_str) else {
        return;
    };
    let mut said = in_one_line(written);
    said.push_str(&words(schema));
    if let Some(default) = schema.get("default") {
        let _ = write!(said, "\n\nLeft out: `{}`", toml(default));
    }
    if let Some(Value::Array(examples)) = schema.get("examples") {
        let examples: Vec<String> = examples
            .iter()
            .map(|example| format!("`{}`", toml(example)))
            .collect();
        let _ = write!(said, "\n\nFor example: {}", examples.join(" or "));
    }
    schema.insert("description".to_owned(), said.into());
}

/// Documentation is broken into lines as source is; an editor breaks it as its window is.
fn in_one_line(written: &str) -> String {
    let lines: Vec<&str> = written.lines().map(str::trim).collect();
    lines.join(" ")
}

/// The words that may stand there or in the list there, each with what it means.
fn words(schema: &Object) -> String {
    let of = match schema.get("items") {
        Some(Value::Object(items)) => items,
        _ => schema,
    };
    let explained = of
        .get("x-taplo")
        .and_then(|hints| hints.pointer("/docs/enumValues"))
        .and_then(Value::as_array);
    let (Some(Value::Array(words)), Some(explained)) = (of.get("enum"), explained) else {
        return String::new();
    };
    let mut list = String::from("\n");
    for (word, about) in words.iter().zip(explained) {
        let _ = write!(list, "\n- `{}`", toml(word));
        if let Some(about) = about.as_str() {
            let _ = write!(list, ": {}", in_one_line(about));
        }
    }
    list
}

/// A value as TOML writes it within a line.
fn toml(value: &Value) -> String {
    match value {
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(toml).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Object(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(name, value)| format!("{name} = {}", toml(value)))
                .collect();
            format!("{{ {} }}", fields.join(", "))
        }
        // Texts, numbers and truth values are written alike in both.
        other => other.to_string(),
    }
}
