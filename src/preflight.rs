//! The last look at what was made: each PDF is read back from its bytes and judged like a stranger's, as a printer's preflight and a reader's
//! assistive program would. What is found here is a fault of this program, or of a wish that it fulfilled.

use std::collections::BTreeSet;

use crate::diag::{Code, Log, Severity};
use crate::emit::{Edition, Product};
use crate::template::{Limits, Printer};
use crate::verify::pdf::{self, Purpose, basics, preflight};

/// Findings of a written file, each with that of the finished scene for the same fault by the same figures. The scene's is shown at the line of
/// TOML that has to be changed, so the file's is said only where the scene has nothing of the kind, as with a filled bar in a drawing.
const TOLD_AT_A_LINE: [(Code, Code); 9] = [
    (Code::GWG_R0015, Code::RICH_BLACK_TEXT),
    (Code::GWG_R0016, Code::TOO_FINE),
    (Code::GWG_R0017, Code::TOO_FINE),
    (Code::GWG_R0018, Code::TOO_FINE),
    (Code::GWG_R0019, Code::TOO_FINE),
    (Code::GWG_R0020, Code::TOO_MANY_INKS),
    (Code::GWG_R0031, Code::COARSE_PICTURE),
    (Code::GWG_R0032, Code::COARSE_PICTURE),
    (Code::PDF_HAIRLINE, Code::TOO_FINE),
];

/// Judges the PDFs of an edition by the printer's figures; `told` is what was found of the scene. The ink of their pages is not measured: that
/// of every colour and picture is known before.
pub(crate) fn judge(
    edition: Edition,
    printer: &Printer,
    told: &BTreeSet<Code>,
    products: &[Product],
    log: &mut Log,
) {
    let purpose = match edition {
        Edition::Screen => Purpose::Screen,
        Edition::Press | Edition::Sheets => Purpose::Printer(limits(printer)),
        Edition::Preview => return,
    };
    let is_told = |code: Code| {
        let mut pairs = TOLD_AT_A_LINE.iter();
        pairs.any(|(of_file, of_scene)| *of_file == code && told.contains(of_scene))
    };
    for product in products {
        let mut found = log.beside();
        match pdf::open(&product.bytes) {
            Ok(file) => {
                preflight(&file, purpose, false, &product.name, &mut found);
            }
            Err(why) => basics::unreadable(why, &product.name, &mut found),
        }
        found.retain(|finding| finding.severity < Severity::Hint && !is_told(finding.code));
        log.append(found);
    }
}

/// The printer's figures for a file. A printer who asks for a layer of creases knows that it comes with an ink of its own.
fn limits(printer: &Printer) -> Limits {
    let creases = u32::from(printer.marks.crease);
    Limits {
        spots: printer.limits.spots.map(|most| most.saturating_add(creases)),
        ..printer.limits
    }
}
