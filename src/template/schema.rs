//! What schemas say of templates and printers' files beyond what follows from the types alone: panels, pages, folds, optical margins.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::FoldKind;
use super::format::{WrittenPages, WrittenPanels};
use super::load::TemplateFile;
use super::printer::WrittenPrinter;
use super::protrusion::{Asked, MOST_SIGNS};
use super::sheet::MOST_PAGES;
use crate::geom::Length;

/// The schema of a template: a file in `templates/`.
#[must_use]
pub fn template_schema(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<TemplateFile>()
}

/// The schema of a printer's file: one in `templates/printers/`.
#[must_use]
pub fn printer_schema(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<WrittenPrinter>()
}

impl JsonSchema for FoldKind {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Fold".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let kinds: Vec<_> = Self::ALL
            .iter()
            .map(|kind| json_schema!({ "type": "string", "const": kind.name(), "description": kind.description() }))
            .collect();
        json_schema!({ "oneOf": kinds })
    }
}

impl JsonSchema for WrittenPanels {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Panels".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let counts = || FoldKind::ALL.iter().map(|kind| kind.panel_counts());
        let fewest = counts().map(|counts| *counts.start()).min();
        let most = counts().map(|counts| *counts.end()).max();
        json_schema!({
            "type": ["integer", "array"],
            "minimum": fewest,
            "maximum": most,
            "items": generator.subschema_for::<Length>(),
            "minItems": fewest,
            "maxItems": most,
        })
    }
}

impl JsonSchema for WrittenPages {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Pages".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["integer", "string"],
            "minimum": 4,
            "maximum": MOST_PAGES,
            "multipleOf": 4,
            "pattern": "^auto$",
        })
    }
}

impl JsonSchema for Asked {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Asked".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["boolean", "string"] })
    }
}

/// What hangs of each sign, by the sign.
pub(super) fn protrusions(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "object",
        "maxProperties": super::load::MOST_OF_A_KIND,
        "additionalProperties": {
            "description": "What hangs of each sign, `\".\" = [0, 65]`.",
            "type": "object",
            "maxProperties": MOST_SIGNS,
            "propertyNames": { "minLength": 1, "maxLength": 1 },
            "additionalProperties": {
                "description": "What hangs of the sign at the start and at the end of a line, each from 0 to 100 per cent of its width.",
                "type": "array",
                "items": { "type": "number", "minimum": 0, "maximum": 100 },
                "minItems": 2,
                "maxItems": 2,
            },
        },
    })
}
