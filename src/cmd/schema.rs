//! `faltwerk schema`: JSON Schemas of the files that people write, for their editors: written into the project, printed, or looked at whether
//! those in the project are current.

use std::path::Path;

use clap::Args;

use faltwerk::diag::{Code, Log, Severity};
use faltwerk::project::{Project, ReadError};
use faltwerk::schema::{FOLDER, Kind};
use faltwerk::wording::{Text, text};

use super::{Common, Outcome, report, write};

/// What `schema` takes.
#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Print the schema of this kind of file; without a name, all are written into `templates/schemas/`
    #[arg(value_enum)]
    kind: Option<Wanted>,
    /// Only say which schemas of the project are missing or no longer current; write nothing
    #[arg(long)]
    check: bool,
}

/// A kind of file as the command line knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted(Kind);

impl clap::ValueEnum for Wanted {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self(Kind::Content),
            Self(Kind::Data),
            Self(Kind::Hyphenation),
            Self(Kind::Template),
            Self(Kind::Printer),
            Self(Kind::Settings),
            Self(Kind::Findings),
        ]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.name()).help(self.0.description()))
    }
}

/// Writes, prints or checks schemas.
pub(super) fn run(schema: &Schema, common: &Common, project: &mut Project) -> Outcome {
    let named = schema.kind.map(|wanted| wanted.0);
    let mut log = Log::new();
    match (named, schema.check) {
        (Some(kind), false) => report::data(kind.schema().trim_end()),
        (None, false) => {
            let schemas = Kind::ALL.map(|kind| (kind.file(), kind.schema()));
            let files: Vec<(&str, &[u8])> = schemas
                .iter()
                .map(|(name, schema)| (name.as_str(), schema.as_bytes()))
                .collect();
            if write::together(project, Path::new(FOLDER), &files, &mut log).is_ok() {
                Kind::ALL.iter().for_each(|kind| report::data(&path(*kind)));
            }
        }
        (named, true) => {
            for kind in Kind::ALL
                .into_iter()
                .filter(|kind| named.is_none_or(|named| named == *kind))
            {
                check(kind, project, &mut log);
            }
        }
    }
    let outcome = report::show(&log, Severity::Hint, &[], &project.sources, common);
    if schema.check && log.errors() == 0 && common.format.is_for_people() {
        let current = text!(
            "the schemas are those of this version",
            "die Schemata sind die dieser Version"
        );
        eprintln!("{}", current.in_lang(common.lang()));
    }
    outcome
}

fn path(kind: Kind) -> String {
    format!("{FOLDER}/{}", kind.file())
}

fn check(kind: Kind, project: &mut Project, log: &mut Log) {
    let path = path(kind);
    let (code, message): (Code, Text) = match project.read_text(&path) {
        Ok(id) if *project.sources.file(id).text == *kind.schema() => return,
        Ok(_) => (
            Code::STALE_SCHEMA,
            text!(
                "`{path}` is not the schema of this version",
                "`{path}` ist nicht das Schema dieser Version"
            ),
        ),
        Err(ReadError::Missing) => (
            Code::MISSING_FILE,
            text!("there is no `{path}`", "es gibt kein `{path}`"),
        ),
        Err(error) => (
            Code::STALE_SCHEMA,
            text!(
                "`{path}` cannot be read: {reason}",
                "`{path}` lässt sich nicht lesen: {reason}";
                reason = error.text()
            ),
        ),
    };
    log.error_in_file(code, &path, message).help(text!(
        "`faltwerk schema` writes it anew",
        "`faltwerk schema` schreibt es neu"
    ));
}
