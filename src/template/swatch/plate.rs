//! The names of spot inks. Each name becomes a plate, and the press knows an ink by its name alone: so a name must be one that PDF
//! leaves to us, the same ink must always look the same, and two spellings of it would be two plates.

use std::collections::BTreeMap;

use crate::color::Cmyk;
use crate::diag::{Code, Log};
use crate::source::{Span, Spanned};
use crate::wording::text;

/// Names of plates that are no spot inks: those of the process inks, and two with a meaning of their own (ISO 32000-1, 8.6.6.4 and
/// 8.6.6.5).
const RESERVED: [&str; 6] = ["All", "None", "Cyan", "Magenta", "Yellow", "Black"];

/// The longest name that every reader of PDF takes, in bytes (ISO 32000-1, Annex C).
const LONGEST: usize = 127;

/// What colour books put behind a name for the paper or the kind of print they show: the ink is the same (GWG 2022, R0021).
const SUFFIXES: [&str; 20] = [
    "c", "cp", "e", "k", "m", "n", "u", "up", "z", "cv", "cvu", "cvc", "hc", "pc", "tc", "tcx", "tp", "tpx",
    "xgc", "ec",
];

/// The spot inks of a template so far.
#[derive(Debug, Default)]
pub(super) struct Plates<'w> {
    equivalents: BTreeMap<&'w str, (&'w Spanned<String>, Cmyk)>,
    spellings: BTreeMap<String, &'w Spanned<String>>,
}

impl<'w> Plates<'w> {
    /// Takes in the ink of the swatch `name`, whose process equivalent stands at `place`.
    pub(super) fn add(
        &mut self,
        name: &'w Spanned<String>,
        plate: &'w Spanned<String>,
        cmyk: Cmyk,
        place: Span,
        log: &mut Log,
    ) {
        check_name(plate, log);
        let (first, known) = self.equivalents.entry(&plate.value).or_insert((name, cmyk));
        if *known != cmyk {
            let ink = &plate.value;
            log.error(
                Code::BAD_VALUE,
                place,
                text!(
                    "the spot ink `{ink}` has two different process equivalents",
                    "die Schmuckfarbe `{ink}` hat zwei verschiedene Entsprechungen in Prozessfarben"
                ),
            )
            .also(
                first.span,
                text!("the other stands here", "die andere steht hier"),
            )
            .help(text!(
                "give every swatch of this ink the same `cmyk`",
                "jedem Farbfeld dieser Druckfarbe dasselbe `cmyk` geben"
            ));
        }
        let first = self.spellings.entry(ink_meant(&plate.value)).or_insert(plate);
        if first.value != plate.value {
            let (one, other) = (&first.value, &plate.value);
            log.warning(
                Code::INK_SPELT_TWICE,
                plate.span,
                text!(
                    "`{one}` and `{other}` seem to be one ink, and get two plates",
                    "`{one}` und `{other}` sind wohl eine Druckfarbe und bekommen zwei Druckplatten"
                ),
            )
            .also(
                first.span,
                text!(
                    "the other spelling stands here",
                    "die andere Schreibweise steht hier"
                ),
            )
            .help(text!(
                "spell it the same everywhere; the letters at the end only say on which paper a colour book shows it",
                "überall gleich schreiben; die Buchstaben am Ende sagen nur, auf welchem Papier ein Farbfächer sie zeigt"
            ));
        }
    }
}

fn check_name(plate: &Spanned<String>, log: &mut Log) {
    let name = plate.value.as_str();
    let is_reserved = RESERVED
        .iter()
        .any(|reserved| reserved.eq_ignore_ascii_case(name.trim()));
    let wrong = if name.trim().is_empty() {
        text!("a spot ink has a name", "eine Schmuckfarbe hat einen Namen")
    } else if is_reserved {
        text!(
            "`{name}` is no name for a spot ink: PDF means something else by it",
            "`{name}` ist kein Name für eine Schmuckfarbe: PDF meint damit etwas anderes"
        )
    } else if name.len() > LONGEST {
        let bytes = name.len();
        text!(
            "this name of a spot ink has {bytes} bytes, the most are {LONGEST}",
            "dieser Name einer Schmuckfarbe hat {bytes} Bytes, höchstens {LONGEST} sind möglich"
        )
    } else if name.chars().any(char::is_control) {
        text!(
            "this name of a spot ink holds signs that cannot be seen",
            "dieser Name einer Schmuckfarbe enthält unsichtbare Zeichen"
        )
    } else if name.trim() != name {
        text!(
            "this name of a spot ink begins or ends with a space",
            "dieser Name einer Schmuckfarbe beginnt oder endet mit einem Leerzeichen"
        )
    } else {
        return;
    };
    log.error(Code::BAD_VALUE, plate.span, wrong).help(text!(
        "write the name as the maker of the ink does: `PANTONE 185 C`, `HKS 14 K`",
        "den Namen schreiben wie der Hersteller der Druckfarbe: `PANTONE 185 C`, `HKS 14 K`"
    ));
}

/// What a name means, however it is spelt: without regard to case, to how many spaces, and to the paper of the colour book.
fn ink_meant(name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words.split_last() {
        Some((last, before)) if !before.is_empty() && SUFFIXES.contains(last) => before.join(" "),
        _ => words.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::ink_meant;

    #[test]
    fn case_spaces_and_paper_do_not_make_another_ink() {
        for spelling in [
            "pantone 185 c",
            "PANTONE  185 U",
            "Pantone 185",
            "PANTONE 185 CVC",
        ] {
            assert_eq!(ink_meant(spelling), "pantone 185", "{spelling}");
        }
        assert_eq!(ink_meant("C"), "c");
        assert_ne!(ink_meant("PANTONE 186 C"), ink_meant("PANTONE 185 C"));
    }
}
