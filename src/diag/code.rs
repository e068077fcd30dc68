//! The codes of all findings. A code names the offence, not the remedy, and never changes once it was published. What stands in a rule book of
//! others carries that book before its name: `gwg/R0017`. Each has an explanation in both languages in `explain/`.

use crate::wording::Lang;

/// Which kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    /// As it is shown: `overset-text`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The code of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.0 == name)
    }

    /// What it says in a few words: the title of its explanation.
    #[must_use]
    pub fn title(self, lang: Lang) -> &'static str {
        let title = self.explanation(lang).lines().next().unwrap_or_default();
        title.trim_start_matches('#').trim()
    }
}

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $text:literal $($fixed:ident)?;)*) => {
        impl Code {
            $($(#[$meta])* pub const $name: Self = Self($text);)*

            /// All codes, in alphabetical order of their constants as written here.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Why it matters, an example, and what to do instead, in Markdown.
            #[must_use]
            pub fn explanation(self, lang: Lang) -> &'static str {
                match (self.0, lang) {
                    $(
                        ($text, Lang::English) => include_str!(concat!("explain/en/", $text, ".md")),
                        ($text, Lang::German) => include_str!(concat!("explain/de/", $text, ".md")),
                    )*
                    _ => "",
                }
            }

            /// Whether nobody can judge it otherwise: with such a fault there is no document to go on with.
            #[must_use]
            pub fn is_fixed(self) -> bool {
                match self.0 {
                    $($($text => codes!(@$fixed),)?)*
                    _ => false,
                }
            }
        }
    };
    (@fixed) => { true };
}

codes! {
    /// A frame's geometry cannot be: negative, outside the page, on a panel that is not there.
    BAD_FRAME = "bad-frame" fixed;
    /// A value is of the right type and still makes no sense.
    BAD_VALUE = "bad-value" fixed;
    /// Pages that were added so that the sheets of a brochure are whole.
    BLANK_PAGES = "blank-pages";
    /// A font file cannot be used.
    BROKEN_FONT = "broken-font" fixed;
    /// A picture that cannot be used.
    BROKEN_PICTURE = "broken-picture" fixed;
    /// A document or printer asks for a profile that cannot be used.
    BROKEN_PROFILE = "broken-profile" fixed;
    /// TOML that cannot be read.
    BROKEN_TOML = "broken-toml" fixed;
    /// A file that cannot be written.
    CANNOT_WRITE = "cannot-write" fixed;
    /// A picture that has too few pixels for its size.
    COARSE_PICTURE = "coarse-picture";
    /// A figure without room for a dot of every record.
    CROWDED_FIGURE = "crowded-figure";
    /// An optional field that the office should fill.
    EMPTY_FIELD = "empty-field";
    /// A fact that is written in two places, which will not both be changed.
    FACT_WRITTEN_TWICE = "fact-written-twice";
    /// A picture that should show what is below it, and cannot.
    FLATTENED_PICTURE = "flattened-picture";
    /// GWG 2022: page scaling.
    GWG_R0002 = "gwg/R0002";
    /// GWG 2022: visible page area.
    GWG_R0003 = "gwg/R0003";
    /// GWG 2022: same page size and orientation.
    GWG_R0004 = "gwg/R0004";
    /// GWG 2022: empty page.
    GWG_R0005 = "gwg/R0005";
    /// GWG 2022: overprinting white text.
    GWG_R0007 = "gwg/R0007";
    /// GWG 2022: overprinting white paths.
    GWG_R0008 = "gwg/R0008";
    /// GWG 2022: overprinting pure black text.
    GWG_R0009 = "gwg/R0009";
    /// GWG 2022: overprinting pure black thin lines.
    GWG_R0010 = "gwg/R0010";
    /// GWG 2022: overprinting pure black small text in DeviceGray.
    GWG_R0011 = "gwg/R0011";
    /// GWG 2022: overprinting pure black thin lines in DeviceGray.
    GWG_R0012 = "gwg/R0012";
    /// GWG 2022: overprinting device gray.
    GWG_R0013 = "gwg/R0013";
    /// GWG 2022: use of the Courier font.
    GWG_R0014 = "gwg/R0014";
    /// GWG 2022: rich black text.
    GWG_R0015 = "gwg/R0015";
    /// GWG 2022: registration problems with small white text.
    GWG_R0016 = "gwg/R0016";
    /// GWG 2022: registration problems with small multi-channel text.
    GWG_R0017 = "gwg/R0017";
    /// GWG 2022: registration problems with thin white lines.
    GWG_R0018 = "gwg/R0018";
    /// GWG 2022: registration problems with thin multi-channel lines.
    GWG_R0019 = "gwg/R0019";
    /// GWG 2022: use of spot colours.
    GWG_R0020 = "gwg/R0020";
    /// GWG 2022: registration colour.
    GWG_R0024 = "gwg/R0024";
    /// GWG 2022: average ink coverage of CMYK separations.
    GWG_R0026 = "gwg/R0026";
    /// GWG 2022: early binding mode.
    GWG_R0027 = "gwg/R0027";
    /// GWG 2022: intermediate binding mode.
    GWG_R0028 = "gwg/R0028";
    /// GWG 2022: transparency blend colour space.
    GWG_R0030 = "gwg/R0030";
    /// GWG 2022: image resolution for grayscale and colour images.
    GWG_R0031 = "gwg/R0031";
    /// GWG 2022: image resolution for 1-bit images.
    GWG_R0032 = "gwg/R0032";
    /// GWG 2022: output intent colour space.
    GWG_R0035 = "gwg/R0035";
    /// A date that the calendar does not have.
    IMPOSSIBLE_DATE = "impossible-date";
    /// Two names of spot inks that seem to mean one ink.
    INK_SPELT_TWICE = "ink-spelt-twice";
    /// Words that were to be replaced before anybody reads them.
    LEFTOVER_PLACEHOLDER = "leftover-placeholder";
    /// Content that is not in the finished document, though nothing was said to be overset: a fault of faltwerk itself.
    LOST_TEXT = "lost-text" fixed;
    /// A picture whose name ends like that of another kind of file.
    MISNAMED_PICTURE = "misnamed-picture";
    /// A document that does not say who publishes it.
    MISSING_IMPRINT = "missing-imprint";
    /// A figure without a text for who cannot see it.
    MISSING_ALT_TEXT = "missing-alt-text" fixed;
    /// Artwork at the edge of a page that does not run out over it.
    MISSING_BLEED = "missing-bleed";
    /// A font without something that a style asks of it.
    MISSING_FEATURE = "missing-feature";
    /// A required field is not there.
    MISSING_FIELD = "missing-field" fixed;
    /// A file that is named and not there.
    MISSING_FILE = "missing-file" fixed;
    /// A family of fonts that is named and not there.
    MISSING_FONT = "missing-font" fixed;
    /// A character that none of the style's fonts holds.
    MISSING_GLYPH = "missing-glyph" fixed;
    /// Something small that is printed where the sheet is folded.
    NEAR_FOLD = "near-fold";
    /// Something that stands so near to the fore-edge of a brochure that creep may cut it off.
    NEAR_FORE_EDGE = "near-fore-edge";
    /// A line wider than its measure.
    OVERFULL_LINE = "overfull-line" fixed;
    /// Text that does not fit its frames.
    OVERSET_TEXT = "overset-text" fixed;
    /// Panels whose widths do not sum to the open sheet.
    PANELS_DO_NOT_SUM = "panels-do-not-sum" fixed;
    /// Text in a black of several inks, which never lie exactly upon each other.
    RICH_BLACK_TEXT = "rich-black-text";
    /// A press's sheet that does not hold what is to be printed on it.
    SHEET_TOO_SMALL = "sheet-too-small";
    /// A schema in the project that is not that of this version of the program.
    STALE_SCHEMA = "stale-schema";
    /// Text or a line too small or too thin to be printed well.
    TOO_FINE = "too-fine";
    /// More spot inks than the printer takes.
    TOO_MANY_INKS = "too-many-inks";
    /// Artwork that bleeds less than its sheet creeps.
    TOO_MUCH_CREEP = "too-much-creep";
    /// A colour that lays down more ink than the printer takes.
    TOO_MUCH_INK = "too-much-ink";
    /// Content that no frame shows.
    UNPLACED_CONTENT = "unplaced-content";
    /// A field that nothing reads.
    UNKNOWN_FIELD = "unknown-field" fixed;
    /// A drawing with something that a press cannot print as it is drawn.
    UNPRINTABLE_DRAWING = "unprintable-drawing" fixed;
    /// A name that refers to nothing: a story, style, swatch, template, figure, data path.
    UNKNOWN_NAME = "unknown-name" fixed;
    /// A date in a form that is not usual.
    WRONG_DATE_FORM = "wrong-date-form";
    /// A telephone number in a form that is not usual.
    WRONG_PHONE_FORM = "wrong-phone-form";
    /// Quotation marks of another kind than the language has.
    WRONG_QUOTES = "wrong-quotes";
    /// A sign of the typewriter for another that is meant: an apostrophe, a dash, an ellipsis.
    WRONG_SIGN = "wrong-sign";
    /// A value of another type than wanted.
    WRONG_TYPE = "wrong-type" fixed;
}
