//! What a schema says of what styles write in more than one way: fonts, sizes.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::letters::MOST_FAMILIES;
use super::written::{Fonts, WrittenSize};

/// A length that is not below zero, or a whole share with its sign.
const SIZE: &str = r"^\s*\+?([0-9]{1,9}(\.[0-9]{0,6})?\s*(mm|cm|pt|in)|[0-9]{2,3}\s*%)\s*$";

impl JsonSchema for Fonts {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Fonts".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "array"],
            "items": { "type": "string" },
            "maxItems": MOST_FAMILIES,
        })
    }
}

impl JsonSchema for WrittenSize {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Size".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": SIZE })
    }
}
