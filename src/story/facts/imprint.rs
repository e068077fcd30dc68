//! The imprint: who publishes a flyer must stand on it (in Berlin § 7 BlnPrG), and readers want to know whom to ask.

use super::super::{Block, BlockKind};
use super::super::{Story, plain_text};
use crate::content::{Content, Scope};
use crate::diag::{Code, Log};
use crate::wording::text;

/// Fields that hold the publisher; one that is empty is told of by itself.
const FIELDS: [&str; 6] = [
    "publisher",
    "imprint",
    "herausgeber",
    "herausgeberin",
    "herausgegeben",
    "impressum",
];

/// Words by which a text names the publisher.
const WORDS: [&str; 9] = [
    "herausgeber",
    "herausgegeben",
    "herausgibt",
    "impressum",
    "v. i. s. d. p.",
    "v.i.s.d.p.",
    "visdp",
    "verantwortlich im sinne",
    "verantwortlich für den inhalt",
];

/// Says so where a German document names nobody who publishes it.
pub(in crate::story) fn check(content: &Content, stories: &[Story], log: &mut Log) {
    let document = &content.document;
    let language = &document.value.language.value;
    if !language.to_ascii_lowercase().starts_with("de") {
        return;
    }
    let data = Scope::new(&content.data);
    let has_field = FIELDS.iter().any(|field| data.get(field).is_ok());
    if has_field || stories.iter().any(names_publisher) {
        return;
    }
    log.hint(
        Code::MISSING_IMPRINT,
        document.span,
        text!(
            "nobody is named who publishes this document",
            "es steht nirgends, wer dieses Dokument herausgibt"
        ),
    )
    .help(text!(
        "add `publisher = \"...\"` to `[fields]`, and a text that draws on it: `Herausgegeben von {{publisher}}`",
        "`publisher = \"...\"` in `[fields]` ergänzen, und einen Text, der darauf zugreift: `Herausgegeben von {{publisher}}`"
    ));
}

fn names_publisher(story: &Story) -> bool {
    if story.name == "imprint" || story.name == "impressum" {
        return true;
    }
    let blocks = story.blocks.iter().flat_map(Block::with_inner);
    blocks.into_iter().any(|block| match &block.kind {
        BlockKind::Paragraph(_, inlines) => {
            let text = plain_text(inlines).to_lowercase();
            WORDS.iter().any(|word| text.contains(word))
        }
        _ => false,
    })
}
