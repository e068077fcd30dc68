//! Descriptions of figures: that there is one was checked when the content was bound; here, that it is none in name only (WCAG 2.1, 1.1.1).

use super::demands::Demands;
use super::passages::blocks;
use crate::diag::{Code, Diagnostic, Log, Text};
use crate::source::Words;
use crate::story::{BlockKind, Figure, Stories};
use crate::wording::text;

/// What people write when they mean to write more later, in small letters.
const PLACEHOLDERS: [&str; 26] = [
    "todo",
    "tbd",
    "fixme",
    "xxx",
    "alt",
    "alt text",
    "alttext",
    "alternativtext",
    "beschreibung",
    "bildbeschreibung",
    "bild",
    "foto",
    "grafik",
    "abbildung",
    "platzhalter",
    "image",
    "picture",
    "photo",
    "graphic",
    "figure",
    "placeholder",
    "description",
    "untitled",
    "unbenannt",
    "lorem ipsum",
    "test",
];

/// What a screen reader says by itself before a description, in small letters.
const OPENINGS: [&str; 16] = [
    "bild von ",
    "ein bild von ",
    "das bild von ",
    "foto von ",
    "ein foto von ",
    "abbildung von ",
    "grafik von ",
    "bild: ",
    "image of ",
    "an image of ",
    "picture of ",
    "a picture of ",
    "photo of ",
    "a photo of ",
    "graphic of ",
    "image: ",
];

/// Looks at the descriptions of all figures.
pub(super) fn check(stories: &Stories, demands: &Demands, log: &mut Log) {
    for block in blocks(stories) {
        if let BlockKind::Figure(figure) = &block.kind
            && let Some(alt) = &figure.alt
        {
            judge(figure, alt.trim(), demands, log);
        }
    }
}

fn judge(figure: &Figure, alt: &str, demands: &Demands, log: &mut Log) {
    let describe = || {
        text!(
            "say what is seen and what it means here, in a sentence or two",
            "in ein, zwei Sätzen sagen, was zu sehen ist und was es hier bedeutet"
        )
    };
    if let Some(message) = meaningless(figure, alt) {
        warn(Code::MEANINGLESS_ALT_TEXT, figure, alt, message, log).help(describe());
        return;
    }
    if figure
        .caption
        .as_ref()
        .is_some_and(|caption| plain(&caption.written_text()) == plain(alt))
    {
        let message = text!(
            "the description of this figure is its caption again",
            "die Beschreibung dieser Abbildung wiederholt ihre Bildunterschrift"
        );
        warn(Code::REPEATED_ALT_TEXT, figure, alt, message, log).help(text!(
            "say what is seen; the caption is read anyway",
            "sagen, was zu sehen ist; die Bildunterschrift wird ohnehin vorgelesen"
        ));
    }
    let small = alt.to_lowercase();
    if let Some(opening) = OPENINGS.iter().find(|opening| small.starts_with(**opening)) {
        let opening = alt.get(..opening.len()).unwrap_or(opening).trim_end();
        let message = text!(
            "a description begins with `{opening}`",
            "eine Beschreibung beginnt mit `{opening}`"
        );
        log.hint(Code::WORDY_ALT_TEXT, figure.described, message)
            .words(Words::alone(opening))
            .help(text!(
                "leave it out; screen readers say that it is a picture",
                "weglassen; Vorleseprogramme sagen selbst, dass es ein Bild ist"
            ));
    }
    let length = alt.chars().count();
    if let Some(most) = demands.longest_alt.filter(|most| length > *most) {
        let message = text!(
            "a description has {length} characters, and nobody listens to more than about {most} in one piece",
            "eine Beschreibung hat {length} Zeichen, mehr als etwa {most} hört niemand am Stück"
        );
        log.hint(Code::LONG_ALT_TEXT, figure.described, message)
            .words(Words::alone(first_words(alt)))
            .help(text!(
                "describe in short what is seen, and tell the rest in the text beside it",
                "kurz beschreiben, was zu sehen ist, und den Rest im Text daneben sagen"
            ));
    }
}

/// Why a description is none.
fn meaningless(figure: &Figure, alt: &str) -> Option<Text> {
    let small = alt.to_lowercase();
    let name = figure.name.to_lowercase();
    let file = name.rsplit('/').next().unwrap_or(&name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_file = |text: &str| {
        const ENDINGS: [&str; 8] = [".jpg", ".jpeg", ".png", ".svg", ".tif", ".tiff", ".webp", ".gif"];
        !text.contains(' ') && ENDINGS.iter().any(|ending| text.ends_with(ending))
    };
    if small == name || small == file || small == stem && figure.picture.is_some() || is_file(&small) {
        return Some(text!(
            "this figure is described by the name of its file",
            "diese Abbildung ist mit ihrem Dateinamen beschrieben"
        ));
    }
    if !alt.contains(char::is_alphanumeric) {
        return Some(text!(
            "this figure is described by signs alone",
            "diese Abbildung ist nur mit Zeichen beschrieben"
        ));
    }
    let bare = plain(alt);
    let is_placeholder = PLACEHOLDERS.contains(&bare.as_str()) || bare.starts_with("lorem ipsum");
    is_placeholder.then(|| {
        text!(
            "this figure is described by a placeholder",
            "diese Abbildung ist nur mit einem Platzhalter beschrieben"
        )
    })
}

/// In small letters, without signs around and doubled spaces.
fn plain(text: &str) -> String {
    let small = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_words(text: &str) -> String {
    text.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

fn warn<'l>(code: Code, figure: &Figure, alt: &str, message: Text, log: &'l mut Log) -> &'l mut Diagnostic {
    log.warning(code, figure.described, message)
        .words(Words::alone(alt))
}
