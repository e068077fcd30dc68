//! How much a document may say: `each` in `each` multiplies, and a page of TOML could ask for more than any sheet holds.

use crate::diag::{Code, Log};
use crate::source::Span;
use crate::wording::text;

/// Blocks, items and records of `each` that a document may come to. The fullest stitched brochure has 128 pages
/// of some fifty lines; but `each` in `each` multiplies, and a page of TOML can ask for more than there are atoms.
const MOST_BLOCKS: usize = 20_000;

/// Bytes of text that a document may come to, twice what the fullest stitched brochure holds.
const MOST_TEXT: usize = 1 << 20;

/// What a document has come to so far.
#[derive(Default)]
pub(super) struct Room {
    blocks: usize,
    text: usize,
}

impl Room {
    /// Takes so many blocks and bytes of text; false, and said once, when there is no room for them.
    pub(super) fn take(&mut self, blocks: usize, text: usize, at: Span, log: &mut Log) -> bool {
        let had_room = self.has_some();
        self.blocks = self.blocks.saturating_add(blocks);
        self.text = self.text.saturating_add(text);
        if had_room && !self.has_some() {
            let most_text = MOST_TEXT >> 10;
            log.error(
                Code::BAD_VALUE,
                at,
                text!(
                    "from here on the document says more than a stitched brochure can hold",
                    "von hier an enthält das Dokument mehr, als in eine geheftete Broschüre passt"
                ),
            )
            .help(text!(
                "a document comes to at most {MOST_BLOCKS} blocks, items and records of `each`, and {most_text} KiB of text",
                "ein Dokument hat höchstens {MOST_BLOCKS} Blöcke, Listenpunkte und Datensätze aus `each` und {most_text} KiB Text"
            ));
        }
        self.has_some()
    }

    pub(super) const fn has_some(&self) -> bool {
        self.blocks <= MOST_BLOCKS && self.text <= MOST_TEXT
    }
}
