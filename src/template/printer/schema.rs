//! What a schema says of what printers' files write in more than one way: the bleed, the size of a sheet.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::written::{WrittenBleed, WrittenEdges, WrittenSheetSize};
use crate::geom::{LENGTH_FROM_ZERO, Length};

/// Names of sheets, which are read in any case.
const SHEET: &str = "^([Ss][Rr])?[Aa][234]$";

impl JsonSchema for WrittenBleed {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Bleed".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = WrittenEdges::json_schema(generator);
        schema.insert("type".to_owned(), ["string", "object"].as_slice().into());
        schema.insert("pattern".to_owned(), LENGTH_FROM_ZERO.into());
        schema
    }
}

impl JsonSchema for WrittenSheetSize {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "SheetSize".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "array"],
            "pattern": SHEET,
            "items": generator.subschema_for::<Length>(),
            "minItems": 2,
            "maxItems": 2,
        })
    }
}
