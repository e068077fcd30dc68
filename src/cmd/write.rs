//! Writing files, and what is said where that fails.

use std::path::Path;

use faltwerk::diag::{Code, Log, Reported};
use faltwerk::project::Project;
use faltwerk::wording::text;

/// Writes files that belong together into a folder, all or, as far as the system lets us, none.
pub(super) fn together(
    project: &Project,
    out: &Path,
    files: &[(&str, &[u8])],
    log: &mut Log,
) -> Result<(), Reported> {
    project.write(out, files).map_err(|error| {
        let path = out.join(&error.name).display().to_string();
        let help = match error.replaced.as_slice() {
            [] => text!(
                "what stood there before is untouched",
                "was vorher dort stand, ist unberührt"
            ),
            replaced => {
                let replaced = replaced.join("`, `");
                text!(
                    "of the files of this document only these are new: `{replaced}`; mend the fault and build again",
                    "von den Dateien dieses Dokuments sind nur diese neu: `{replaced}`; den Fehler beheben und noch einmal bauen"
                )
            }
        };
        let message = text!("`{path}` cannot be written: {reason}", "`{path}` lässt sich nicht schreiben: {reason}"; reason = error.reason);
        log.error_in_file(Code::CANNOT_WRITE, &path, message)
            .help(help);
        Reported
    })
}
