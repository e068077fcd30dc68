//! The last look at what was made: each PDF is read back from its bytes and judged like a stranger's, as a printer's preflight and a reader's
//! assistive program would. What is found here is a fault of this program, or of a wish that it fulfilled.

use crate::diag::{Code, Log, Severity};
use crate::emit::{Edition, Product};
use crate::verify::pdf::gwg::Variant;
use crate::verify::pdf::{self, Purpose, basics, preflight};

/// What the printer's own figures in the TOML decide, and is judged by them on the finished scene, where it can be shown at its line.
const BY_THE_PRINTER: [Code; 10] = [
    Code::GWG_R0015,
    Code::GWG_R0016,
    Code::GWG_R0017,
    Code::GWG_R0018,
    Code::GWG_R0019,
    Code::GWG_R0020,
    Code::GWG_R0026,
    Code::GWG_R0031,
    Code::GWG_R0032,
    Code::PDF_HAIRLINE,
];

/// Judges the PDFs of an edition. The ink of their pages is not measured: that of every colour and picture is known before.
pub(crate) fn judge(edition: Edition, products: &[Product], log: &mut Log) {
    let purpose = match edition {
        Edition::Screen => Purpose::Screen,
        Edition::Press | Edition::Sheets => Purpose::Press(Variant::SheetCmyk),
        Edition::Preview => return,
    };
    for product in products {
        let mut found = log.beside();
        match pdf::open(&product.bytes) {
            Ok(file) => {
                preflight(&file, purpose, false, &product.name, &mut found);
            }
            Err(why) => basics::unreadable(why, &product.name, &mut found),
        }
        let passed_over = |code: Code| {
            // On a sheet its marks are what is printed, in registration colour.
            BY_THE_PRINTER.contains(&code) || edition == Edition::Sheets && code == Code::GWG_R0024
        };
        found.retain(|finding| finding.severity < Severity::Hint && !passed_over(finding.code));
        log.append(found);
    }
}
