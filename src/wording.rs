//! What people are told, in English and in German. A [`Text`] always holds both, so nothing can be said in one language only; which of them is
//! shown is decided where it is shown. The two are written side by side at the place that has something to say, by the macro `text!`: a catalogue
//! of keys would part each sentence from its reason, and nobody would notice when the two no longer agree.

mod number;

pub use number::{apart, counted, decimal, number};

/// A language that people are told things in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its tag (BCP 47): `en`, `de`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The language of a locale as POSIX writes it, `de_DE.UTF-8`, or of a tag, `de-AT`; none where it is neither of ours.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let language = locale.split(['_', '-', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|known| known.tag().eq_ignore_ascii_case(language))
    }
}

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    english: String,
    german: String,
}

/// Parts the two languages where only one string can be handed on; no text that is shown holds it.
const BETWEEN: char = '\u{1f}';

impl Text {
    /// A text in both languages.
    #[must_use]
    pub fn new(english: impl Into<String>, german: impl Into<String>) -> Self {
        Self {
            english: english.into(),
            german: german.into(),
        }
    }

    /// What is the same in both languages: a name, a path, a piece of TOML, what another program said.
    #[must_use]
    pub fn verbatim(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            english: text.clone(),
            german: text,
        }
    }

    /// Several texts one after another, with `between` between them.
    #[must_use]
    pub fn joined<'t>(texts: impl IntoIterator<Item = &'t Self>, between: &str) -> Self {
        let mut texts = texts.into_iter();
        let mut all = texts.next().cloned().unwrap_or_default();
        for text in texts {
            for (whole, part) in [(&mut all.english, &text.english), (&mut all.german, &text.german)] {
                whole.push_str(between);
                whole.push_str(part);
            }
        }
        all
    }

    /// The text in one language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::English => &self.english,
            Lang::German => &self.german,
        }
    }

    /// Whether it says nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.english.is_empty() && self.german.is_empty()
    }

    /// The same change of both languages.
    #[must_use]
    pub fn map(self, change: impl Fn(String) -> String) -> Self {
        Self {
            english: change(self.english),
            german: change(self.german),
        }
    }

    /// Both languages in one string, for the errors of `serde`, which know nothing but strings. [`Self::unpacked`] undoes it.
    #[must_use]
    pub fn packed(&self) -> String {
        format!("{}{BETWEEN}{}", self.english, self.german)
    }

    /// A text from what [`Self::packed`] gave; any other string is the same in both languages.
    #[must_use]
    pub fn unpacked(packed: &str) -> Self {
        match packed.split_once(BETWEEN) {
            Some((english, german)) => Self::new(english, german),
            None => Self::verbatim(packed),
        }
    }
}

impl From<&Self> for Text {
    fn from(text: &Self) -> Self {
        text.clone()
    }
}

#[doc(hidden)]
#[macro_export]
macro_rules! __text {
    ($english:literal, $german:literal $(,)?) => {
        $crate::wording::Text::new(::std::format!($english), ::std::format!($german))
    };
    ($english:literal, $german:literal; $($name:ident $(= $value:expr)?),+ $(,)?) => {{
        $(let $name = $crate::__text!(@value $name $(= $value)?);)+
        $crate::wording::Text::new(
            {
                $(let $name = $name.in_lang($crate::wording::Lang::English);)+
                ::std::format!($english)
            },
            {
                $(let $name = $name.in_lang($crate::wording::Lang::German);)+
                ::std::format!($german)
            },
        )
    }};
    (@value $name:ident) => { $name.to_owned() };
    (@value $name:ident = $value:expr) => { $crate::wording::Text::from($value) };
}

/// A [`Text`] from an English and a German pattern, as `format!` has them. What stands in braces is a variable that reads the same in both
/// languages; what differs, another `Text` or a number with a comma in it, is named after a semicolon, as it is or with what it means:
///
/// ```
/// use faltwerk::wording::{Lang, decimal, text};
///
/// let frame = "goals";
/// let said = text!("`{frame}` is {width} mm wide", "`{frame}` ist {width} mm breit"; width = decimal(99.5, 1));
/// assert_eq!(said.in_lang(Lang::English), "`goals` is 99.5 mm wide");
/// assert_eq!(said.in_lang(Lang::German), "`goals` ist 99,5 mm breit");
/// ```
pub use __text as text;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_the_same_in_both_and_named_texts_are_not() {
        let story = "goals";
        let what = text!("a line", "eine Linie");
        let said = text!("{what} in `{story}` is {width} pt", "{what} in `{story}` hat {width} pt"; what, width = decimal(0.25, 2));
        assert_eq!(said.in_lang(Lang::English), "a line in `goals` is 0.25 pt");
        assert_eq!(said.in_lang(Lang::German), "eine Linie in `goals` hat 0,25 pt");
    }

    #[test]
    fn a_packed_text_comes_back_whole_and_a_foreign_string_is_said_in_both() {
        let said = text!("a length", "eine Länge");
        assert_eq!(Text::unpacked(&said.packed()), said);
        assert_eq!(Text::unpacked("invalid key"), Text::verbatim("invalid key"));
    }

    #[test]
    fn texts_are_joined_language_by_language() {
        let all = [text!("one", "eins"), text!("two", "zwei")];
        assert_eq!(Text::joined(&all, ", "), Text::new("one, two", "eins, zwei"));
        assert_eq!(Text::joined(&[], ", "), Text::default());
    }

    #[test]
    fn the_language_of_a_locale_is_its_first_part() {
        assert_eq!(Lang::of_locale("de_DE.UTF-8"), Some(Lang::German));
        assert_eq!(Lang::of_locale("de-AT"), Some(Lang::German));
        assert_eq!(Lang::of_locale("EN"), Some(Lang::English));
        assert_eq!(Lang::of_locale("C.UTF-8"), None);
        assert_eq!(Lang::of_locale("den_CA"), None);
    }
}
