//! JSON Schemas of the files that people write, so that an editor completes, explains and checks while they type, and of the findings that programs read. They are generated from the
//! very types that the files are decoded into; what is said of a field in a schema is what its documentation says.
//!
//! They are of draft 7, the newest that the editors' TOML extensions read (taplo and Even Better TOML, which reads `x-taplo`, too). A file
//! names its schema in its first line: `#:schema ../templates/schemas/content.schema.json`.

mod plain;

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;

use crate::{checks, content, diag, template};

/// Where schemas lie in a project.
pub const FOLDER: &str = "templates/schemas";

/// A kind of file that people write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A document: a file in `content/` with a `[document]` table.
    Content,
    /// Data that documents draw on: any other file in `content/`.
    Data,
    /// `content/hyphenation.toml`.
    Hyphenation,
    /// A template: a file in `templates/`.
    Template,
    /// A printer's file: one in `templates/printers/`.
    Printer,
    /// How a project wants to be judged: `faltwerk.toml`.
    Settings,
    /// A finding, as `--format json` has it: nothing that people write, but programs read.
    Findings,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Content,
        Self::Data,
        Self::Hyphenation,
        Self::Template,
        Self::Printer,
        Self::Settings,
        Self::Findings,
    ];

    /// Its name, as the command line has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::Data => "data",
            Self::Hyphenation => "hyphenation",
            Self::Template => "template",
            Self::Printer => "printer",
            Self::Settings => "settings",
            Self::Findings => "findings",
        }
    }

    /// What it is, in a phrase.
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Content => "Documents: files in `content/` with a `[document]` table",
            Self::Data => "Data that documents draw on: other files in `content/`",
            Self::Hyphenation => "Words that divide otherwise: `content/hyphenation.toml`",
            Self::Template => "Templates: files in `templates/`",
            Self::Printer => "What printers ask for: files in `templates/printers/`",
            Self::Settings => "How a project wants to be judged: `faltwerk.toml`",
            Self::Findings => "Findings, as `--format json` has them",
        }
    }

    /// The name of its schema's file.
    #[must_use]
    pub fn file(self) -> String {
        format!("{}.schema.json", self.name())
    }

    /// Its schema as text, the same on every machine.
    #[must_use]
    pub fn schema(self) -> String {
        let of = match self {
            Self::Content => content::document_schema,
            Self::Data => content::data_schema,
            Self::Hyphenation => content::hyphenation_schema,
            Self::Template => template::template_schema,
            Self::Printer => template::printer_schema,
            Self::Settings => checks::settings_schema,
            Self::Findings => diag::finding_schema,
        };
        let mut schema = of(self.generator()).to_value();
        // Whether objects are sorted already depends on what else is compiled in.
        schema.sort_all_objects();
        // Numbers, texts, lists and objects with texts for keys can always be written.
        let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        text.push('\n');
        text
    }
}

impl Kind {
    /// Everything stands where it is used: editors do not look behind a reference for what is said of a field.
    fn generator(self) -> SchemaGenerator {
        let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
        if self == Self::Findings {
            // JSON, not TOML: what is not there is null, and later versions may say more.
            return settings.into_generator();
        }
        settings
            .with(|settings| settings.transforms.clear())
            .with_transform(plain::plain)
            .into_generator()
    }
}
