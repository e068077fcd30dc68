//! From what serde's types give to what an editor can use: no null, which TOML does not have; tables that are closed, since a field that nothing
//! reads is a mistake; words as one list, each explained; and in every description what people ask next: the words, what is meant when the
//! field is left out, an example.

mod say;

use schemars::Schema;
use schemars::transform::transform_subschemas;
use serde_json::{Map, Value, json};

/// A schema, with all that it holds.
type Object = Map<String, Value>;

/// Makes a schema and all that it holds plain, the innermost first.
pub(super) fn plain(schema: &mut Schema) {
    transform_subschemas(&mut plain, schema);
    let Some(schema) = schema.as_object_mut() else {
        return;
    };
    without_null(schema);
    one_list_of_words(schema);
    range_of_format(schema);
    tuple_of_one_kind(schema);
    close(schema);
    say::say(schema);
    describe_named(schema);
}

/// Options may be null for serde; in TOML they are left out.
fn without_null(schema: &mut Object) {
    if schema.get("default").is_some_and(Value::is_null) {
        schema.remove("default");
    }
    for list in ["type", "enum"] {
        if let Some(Value::Array(values)) = schema.get_mut(list) {
            values.retain(|value| !value.is_null() && value != "null");
            if let ("type", [one]) = (list, values.as_slice()) {
                let one = one.clone();
                schema.insert(list.to_owned(), one);
            }
        }
    }
    let null = json!({ "type": "null" });
    if let Some(Value::Array(either)) = schema.get_mut("anyOf")
        && either.len() == 2
        && either.contains(&null)
    {
        either.retain(|alternative| *alternative != null);
        let only = either.pop();
        schema.remove("anyOf");
        if let Some(Value::Object(only)) = only {
            for (key, value) in only {
                // What is said of the field goes before what is said of its type.
                schema.entry(key).or_insert(value);
            }
        }
    }
}

/// Words that are each explained come as alternatives. An editor wants one list, and says then which words there are.
fn one_list_of_words(schema: &mut Object) {
    let Some(Value::Array(alternatives)) = schema.get("oneOf") else {
        return;
    };
    let mut words = Vec::new();
    let mut explained = Vec::new();
    for alternative in alternatives {
        let about = alternative.get("description").cloned().unwrap_or_default();
        match (alternative.get("const"), alternative.get("enum")) {
            (Some(word), _) => {
                words.push(word.clone());
                explained.push(about);
            }
            (None, Some(Value::Array(several))) => {
                words.extend(several.iter().cloned());
                explained.extend(several.iter().map(|_| Value::Null));
            }
            _ => return,
        }
    }
    schema.remove("oneOf");
    schema.insert("type".to_owned(), "string".into());
    schema.insert("enum".to_owned(), words.into());
    schema.insert(
        "x-taplo".to_owned(),
        json!({ "docs": { "enumValues": explained } }),
    );
}

/// What a Rust number can hold, as a range: the names of Rust's numbers mean nothing elsewhere.
fn range_of_format(schema: &mut Object) {
    let format = schema.remove("format");
    let (least, most): (i64, Option<i64>) = match format.as_ref().and_then(Value::as_str) {
        Some("uint8") => (0, Some(u8::MAX.into())),
        Some("uint16") => (0, Some(u16::MAX.into())),
        Some("uint32") => (0, Some(u32::MAX.into())),
        // TOML has no greater numbers than those of 64 bits with a sign.
        Some("uint64" | "uint") => (0, None),
        Some("int32") => (i32::MIN.into(), Some(i32::MAX.into())),
        _ => return,
    };
    schema.entry("minimum").or_insert(least.into());
    if let Some(most) = most {
        schema.entry("maximum").or_insert(most.into());
    }
}

/// Pairs of lengths and the like: all of one kind, so that one schema says it.
fn tuple_of_one_kind(schema: &mut Object) {
    if let Some(Value::Array(items)) = schema.remove("prefixItems")
        && let Some(first) = items.first()
    {
        schema.insert("items".to_owned(), first.clone());
    }
}

/// Fields that nothing reads are mistakes.
fn close(schema: &mut Object) {
    let is_table = match schema.get("type") {
        Some(Value::Array(types)) => types.contains(&"object".into()),
        Some(only) => only == "object",
        None => false,
    };
    if is_table && schema.contains_key("properties") {
        schema.entry("additionalProperties").or_insert(false.into());
    }
}

/// What is said of a table of named values is said of each of them, where nothing else is: people point at a name.
fn describe_named(schema: &mut Object) {
    let Some(said) = schema.get("description").cloned() else {
        return;
    };
    if let Some(Value::Object(named)) = schema.get_mut("additionalProperties")
        && !named.contains_key("$ref")
    {
        named.entry("description").or_insert(said);
    }
}
