//! What a schema says of a length: a number and its unit.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::Length;

/// Texts that [`Length`] reads, as a regular expression (ECMA-262). That no length is beyond 20 m it does not say: nobody could read it.
const LENGTH: &str = r"^\s*[+-]?[0-9]{1,9}(\.[0-9]{0,6})?\s*(mm|cm|pt|in)\s*$";

/// The same for lengths that are not below zero.
pub const LENGTH_FROM_ZERO: &str = r"^\s*\+?[0-9]{1,9}(\.[0-9]{0,6})?\s*(mm|cm|pt|in)\s*$";

impl JsonSchema for Length {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Length".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": LENGTH })
    }
}
