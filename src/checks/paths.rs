//! Folders outside of the project that files may be read from: `[paths]` in `faltwerk.toml`. A project is read from its own folder and from no
//! other, unless it names one here. Only reading is allowed there; what is written goes where the command line says.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::{Code, Log};
use crate::project::{NotAllowed, Project};
use crate::source::Spanned;
use crate::wording::text;

/// No project needs more folders than these; each is looked at for every file.
const MOST_FOLDERS: usize = 32;

#[derive(Debug, Default, Deserialize, JsonSchema)]
pub(super) struct WrittenPaths {
    /// Folders outside of the project that pictures, fonts, profiles, data and printers' files may be read from, with all that lies below them:
    /// absolute, or from the project folder, `../common`. Files there are named by such a path, or by a link in the project that leads to them.
    #[serde(default)]
    allow: Vec<Spanned<String>>,
}

/// Has the project read from these folders, too, and says of each that cannot be allowed why.
pub(super) fn allow(paths: &WrittenPaths, project: &mut Project, log: &mut Log) {
    if let Some(beyond) = paths.allow.get(MOST_FOLDERS) {
        log.error(
            Code::BAD_VALUE,
            beyond.span,
            text!(
                "at most {MOST_FOLDERS} folders can be allowed",
                "höchstens {MOST_FOLDERS} Ordner lassen sich erlauben"
            ),
        )
        .help(text!(
            "name the folder that holds several of them",
            "den Ordner nennen, in dem mehrere von ihnen liegen"
        ));
    }
    let wanted = || paths.allow.iter().take(MOST_FOLDERS);
    let outcomes = project.allow(wanted().map(|folder| folder.value.as_str()));
    for (folder, outcome) in wanted().zip(outcomes) {
        if let Err(why) = outcome {
            refuse(folder, why, log);
        }
    }
}

fn refuse(folder: &Spanned<String>, why: NotAllowed, log: &mut Log) {
    let named = &folder.value;
    let (code, message, help) = match why {
        NotAllowed::Missing => (
            Code::MISSING_FILE,
            text!(
                "there is no folder `{named}`",
                "einen Ordner `{named}` gibt es nicht"
            ),
            text!(
                "it is absolute, or meant from the project folder: `../common` lies beside that",
                "er ist absolut oder vom Projektordner aus gemeint: `../gemeinsam` liegt neben diesem"
            ),
        ),
        NotAllowed::HoldsProject => (
            Code::BAD_VALUE,
            text!(
                "the folder `{named}` holds the project, and with it everything beside the project would be allowed",
                "im Ordner `{named}` liegt das Projekt, und mit ihm wäre alles neben dem Projekt erlaubt"
            ),
            text!(
                "name the folder that is needed, such as `../common`",
                "den Ordner nennen, der gebraucht wird, etwa `../gemeinsam`"
            ),
        ),
        NotAllowed::Link(there) => {
            let there = there.display();
            (
                Code::BAD_VALUE,
                text!(
                    "`{named}` is a link that leads out of the project",
                    "`{named}` ist eine Verknüpfung, die aus dem Projekt hinausführt"
                ),
                text!(
                    "name the folder that it leads to, so that everybody sees what is read: `{there}`",
                    "den Ordner nennen, in den sie führt, damit jeder sieht, was gelesen wird: `{there}`"
                ),
            )
        }
        NotAllowed::NoName => (
            Code::BAD_VALUE,
            text!(
                "the name of a folder holds no backslash and no control character",
                "der Name eines Ordners enthält keinen umgekehrten Schrägstrich und kein Steuerzeichen"
            ),
            text!("divide folders by `/`", "Ordner mit `/` trennen"),
        ),
    };
    log.error(code, folder.span, message).help(help);
}
