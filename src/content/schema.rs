//! What schemas say of content beyond what follows from the types alone: what a text or a list may stand for, and which fields of a block
//! go together.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use super::block::Written;
use super::document::DocumentFile;
use super::hyphenation::WrittenLanguage;
use super::{Block, DataValue, ListSource, TableSource};
use crate::source::{Named, Spanned};

/// The schema of a file in `content/` with a `[document]` table.
#[must_use]
pub fn document_schema(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<DocumentFile>()
}

/// The schema of a file in `content/` that documents draw on.
#[must_use]
pub fn data_schema(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<DataFile>()
}

/// The schema of `content/hyphenation.toml`.
#[must_use]
pub fn hyphenation_schema(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<HyphenationFile>()
}

/// Data that documents draw on: a file in `content/` without a `[document]` table. A document names it in `data`; the key `founded` in the
/// table `[vielfalt]` of `networks.toml` is then drawn on as `{networks.vielfalt.founded}`. Names are free; values are texts, numbers,
/// dates, lists and tables.
#[derive(JsonSchema)]
#[schemars(title = "faltwerk: shared data")]
#[expect(dead_code, reason = "stands for any table, for its schema alone")]
struct DataFile(Named<Spanned<DataValue>>);

/// Words that divide otherwise than the dictionary has it: `content/hyphenation.toml`, a table for each language.
#[derive(JsonSchema)]
#[schemars(
    title = "faltwerk: words that divide otherwise",
    extend("propertyNames" = { "pattern": "^[a-z]{2,3}$" })
)]
#[expect(dead_code, reason = "stands for any table, for its schema alone")]
struct HyphenationFile(Named<Spanned<WrittenLanguage>>);

impl JsonSchema for DataValue {
    fn schema_name() -> Cow<'static, str> {
        "DataValue".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<Self>();
        json_schema!({
            "description": "A text, a number, a date, a list or a table: drawn on by its path.",
            "type": ["string", "number", "boolean", "array", "object"],
            "items": value,
            "additionalProperties": value,
        })
    }
}

impl JsonSchema for ListSource {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "ListSource".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "array"], "items": { "type": "string" } })
    }
}

impl JsonSchema for TableSource {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "TableSource".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["string", "array"],
            "items": { "type": "array", "items": { "type": "string" } },
        })
    }
}

impl JsonSchema for Block {
    fn schema_name() -> Cow<'static, str> {
        "Block".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = Written::json_schema(generator);
        let kinds = Written::default().kinds();
        let one: Vec<_> = kinds
            .iter()
            .map(|(kind, ..)| json!({ "required": [kind] }))
            .collect();
        schema.insert("oneOf".to_owned(), one.into());
        schema.insert("dependencies".to_owned(), fields_of_kinds());
        // Who cannot see a figure is told what it shows, unless it only adorns.
        let adorns = json!({ "required": ["decorative"], "properties": { "decorative": { "const": true } } });
        schema.insert("if".to_owned(), json!({ "required": ["figure"], "not": adorns }));
        schema.insert("then".to_owned(), json!({ "required": ["alt"] }));
        schema
    }
}

/// Which kind of block each field needs: `level` one with `heading`, `caption` one with `table` or `figure`.
fn fields_of_kinds() -> serde_json::Value {
    let kinds = Written::default().kinds();
    let mut needs = serde_json::Map::new();
    for field in kinds.iter().flat_map(|(.., fields)| *fields) {
        let having = kinds.iter().filter(|(.., fields)| fields.contains(field));
        let mut either: Vec<_> = having.map(|(kind, ..)| json!({ "required": [kind] })).collect();
        if matches!(*field, "columns" | "blocks") {
            // Where there is none of them, it is as if the field were not there.
            either.push(json!({ "properties": { *field: { "maxItems": 0 } } }));
        }
        let need = if either.len() == 1 {
            either.swap_remove(0)
        } else {
            json!({ "anyOf": either })
        };
        needs.insert((*field).to_owned(), need);
    }
    needs.insert(
        "start".to_owned(),
        json!({ "required": ["list", "numbered"], "properties": { "numbered": { "const": true } } }),
    );
    needs.into()
}
