//! `faltwerk schema`: JSON Schemas of the files that people write, for their editors: written into the project, printed, or looked at whether
//! those in the project are current.

use std::path::Path;

use clap::Args;

use faltwerk::diag::{Code, Log, Severity};
use faltwerk::project::{Project, ReadError};
use faltwerk::schema::{FOLDER, Kind};

use super::{Common, Format, Outcome, report};

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
            for kind in Kind::ALL {
                write(kind, project, &mut log);
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
    let outcome = report::show(&log, Severity::Hint, &project.sources, common);
    if schema.check && common.format == Format::Human {
        eprintln!(
            "{}",
            report::counts(&log).unwrap_or_else(|| "all schemas are current".to_owned())
        );
    }
    outcome
}

fn path(kind: Kind) -> String {
    format!("{FOLDER}/{}", kind.file())
}

fn write(kind: Kind, project: &Project, log: &mut Log) {
    let path = path(kind);
    match project.write(Path::new(FOLDER), &kind.file(), kind.schema().as_bytes()) {
        Ok(()) => report::data(&path),
        Err(error) => {
            log.error_in_file(
                Code::CANNOT_WRITE,
                &path,
                format!("`{path}` cannot be written: {error}"),
            )
            .help("what stood there before is untouched");
        }
    }
}

fn check(kind: Kind, project: &mut Project, log: &mut Log) {
    let path = path(kind);
    let (code, message) = match project.read_text(&path) {
        Ok(id) if *project.sources.file(id).text == *kind.schema() => return,
        Ok(_) => (
            Code::STALE_SCHEMA,
            format!("`{path}` is not what this version of faltwerk reads"),
        ),
        Err(ReadError::Missing) => (Code::MISSING_FILE, format!("there is no `{path}`")),
        Err(error) => (Code::STALE_SCHEMA, format!("`{path}` cannot be read: {error}")),
    };
    log.error_in_file(code, &path, message)
        .help("`faltwerk schema` writes it anew");
}
