//! The words of ticket and report, in German and in English. Printers in German-speaking countries get German papers with German
//! documents; everybody else English ones.

use super::facts::Product;
use crate::scene::page_called;
use crate::style::Language;
use crate::wording::Lang;

/// A language that papers are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    German,
    English,
}

impl Tongue {
    /// That of a document in `language`.
    pub(super) fn of(language: &Language) -> Self {
        let primary = language.0.split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("de") {
            Self::German
        } else {
            Self::English
        }
    }

    /// The language that findings are told in.
    pub(super) const fn lang(self) -> Lang {
        match self {
            Self::German => Lang::German,
            Self::English => Lang::English,
        }
    }

    /// As BCP 47 has it.
    pub(super) const fn tag(self) -> &'static str {
        match self {
            Self::German => "de-DE",
            Self::English => "en-GB",
        }
    }

    /// The one of two texts that is in this language.
    pub(super) const fn say<'t>(self, german: &'t str, english: &'t str) -> &'t str {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }

    /// A number with at most three decimals.
    pub(super) fn number(self, number: f64) -> String {
        let digits = format!("{number:.3}");
        let short = digits.trim_end_matches('0').trim_end_matches('.');
        match self {
            Self::German => short.replace('.', ","),
            Self::English => short.to_owned(),
        }
    }

    pub(super) fn millimetres(self, length: f64) -> String {
        format!("{} mm", self.number(length))
    }

    /// Width by height.
    pub(super) fn size(self, [width, height]: [f64; 2]) -> String {
        format!("{} × {}", self.number(width), self.millimetres(height))
    }

    /// One length where all edges have the same, else each by its edge.
    pub(super) fn edges(self, edges: [f64; 4]) -> String {
        if edges.iter().all(|edge| *edge == edges[0]) {
            return self.millimetres(edges[0]);
        }
        let names = [
            self.say("oben", "top"),
            self.say("rechts", "right"),
            self.say("unten", "bottom"),
            self.say("links", "left"),
        ];
        let said = names
            .iter()
            .zip(edges)
            .map(|(name, edge)| format!("{name} {}", self.millimetres(edge)));
        said.collect::<Vec<_>>().join(", ")
    }

    /// Some words with commas between them, or that there are none.
    pub(super) fn listed<S: AsRef<str>>(self, words: impl IntoIterator<Item = S>) -> String {
        let words: Vec<String> = words.into_iter().map(|word| word.as_ref().to_owned()).collect();
        if words.is_empty() {
            self.say("keine", "none").to_owned()
        } else {
            words.join(", ")
        }
    }

    /// A kind of fold as folders call it.
    pub(super) fn fold(self, name: &str, product: &Product) -> &'static str {
        let pages = match product {
            Product::Folded { pages, .. } | Product::Bound { pages, .. } => *pages,
        };
        match (name, pages) {
            ("half", _) => self.say("Einbruchfalz", "half fold"),
            ("letter", _) => self.say("Zweibruch-Wickelfalz", "letter fold"),
            ("zigzag", _) => self.say("Zickzackfalz (Leporello)", "zigzag fold (accordion)"),
            ("gate", 8) => self.say("Altarfalz (geschlossener Fensterfalz)", "closed gate fold"),
            ("gate", _) => self.say("Fensterfalz", "gate fold"),
            ("double-parallel", _) => self.say("Doppelparallelfalz", "double parallel fold"),
            _ => self.say("Wickelfalz", "roll fold"),
        }
    }

    /// A mark as printers call it.
    pub(super) fn mark(self, name: &str) -> &'static str {
        match name {
            "crop" => self.say("Schnittmarken", "crop marks"),
            "fold" => self.say("Falzmarken", "fold marks"),
            "registration" => self.say("Passkreuze", "registration marks"),
            "bar" => self.say("Farbkontrollstreifen", "colour bar"),
            _ => self.say("Infozeile", "slug line"),
        }
    }

    /// A plate as printers call it; a spot ink keeps its name.
    pub(super) fn plate(self, name: &str) -> &str {
        match name {
            "Yellow" => self.say("Gelb", "Yellow"),
            "Black" => self.say("Schwarz", "Black"),
            "All" => self.say("alle", "all"),
            other => other,
        }
    }

    /// A page of a scene as printers call it.
    pub(super) fn page(self, name: &str) -> String {
        page_called(name).in_lang(self.lang()).to_owned()
    }

    /// How bad a finding is.
    pub(super) fn severity(self, name: &str) -> &'static str {
        match name {
            "error" => self.say("Fehler", "error"),
            "warning" => self.say("Warnung", "warning"),
            _ => self.say("Hinweis", "hint"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tongue;
    use crate::style::Language;

    #[test]
    fn a_german_document_has_german_papers_and_any_other_english_ones() {
        for (tag, tongue) in [
            ("de", Tongue::German),
            ("de-AT", Tongue::German),
            ("den", Tongue::English),
            ("tr", Tongue::English),
            ("en-GB", Tongue::English),
        ] {
            assert_eq!(Tongue::of(&Language(tag.into())), tongue, "{tag}");
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        assert_eq!(Tongue::German.millimetres(98.5), "98,5 mm");
        assert_eq!(Tongue::English.size([297.0, 210.0]), "297 × 210 mm");
        assert_eq!(Tongue::German.edges([3.0; 4]), "3 mm");
        assert_eq!(
            Tongue::English.edges([3.0, 0.0, 3.0, 3.0]),
            "top 3 mm, right 0 mm, bottom 3 mm, left 3 mm"
        );
        assert_eq!(Tongue::German.listed(Vec::<String>::new()), "keine");
    }
}
