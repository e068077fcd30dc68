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
    /// Two links with the same words that go to different places.
    AMBIGUOUS_LINK_TEXT = "ambiguous-link-text";
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
    /// A heading that says nothing.
    EMPTY_HEADING = "empty-heading";
    /// A fact that is written in two places, which will not both be changed.
    FACT_WRITTEN_TWICE = "fact-written-twice";
    /// A figure of which most is hard to tell from what lies under it.
    FAINT_FIGURE = "faint-figure";
    /// A picture that should show what is below it, and cannot.
    FLATTENED_PICTURE = "flattened-picture";
    /// A date that the calendar does not have.
    IMPOSSIBLE_DATE = "impossible-date";
    /// Two names of spot inks that seem to mean one ink.
    INK_SPELT_TWICE = "ink-spelt-twice";
    /// Words that were to be replaced before anybody reads them.
    LEFTOVER_PLACEHOLDER = "leftover-placeholder";
    /// An address that is too long to be read out or typed.
    LONG_ADDRESS = "long-address";
    /// A description of a figure that is too long to listen to.
    LONG_ALT_TEXT = "long-alt-text";
    /// Content that is not in the finished document, though nothing was said to be overset: a fault of faltwerk itself.
    LOST_TEXT = "lost-text" fixed;
    /// Text that is hard to tell from what lies under it.
    LOW_CONTRAST = "low-contrast";
    /// A description of a figure that is none: the name of a file, signs alone, a placeholder.
    MEANINGLESS_ALT_TEXT = "meaningless-alt-text";
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
    /// Headings, and none of level 1 among them.
    NO_MAIN_HEADING = "no-main-heading";
    /// A gender sign other than the star.
    OTHER_GENDER_SIGN = "other-gender-sign";
    /// A line wider than its measure.
    OVERFULL_LINE = "overfull-line" fixed;
    /// Text that does not fit its frames.
    OVERSET_TEXT = "overset-text" fixed;
    /// Panels whose widths do not sum to the open sheet.
    PANELS_DO_NOT_SUM = "panels-do-not-sum" fixed;
    /// A description of a figure that is its caption again.
    REPEATED_ALT_TEXT = "repeated-alt-text";
    /// Text in a black of several inks, which never lie exactly upon each other.
    RICH_BLACK_TEXT = "rich-black-text";
    /// More than one heading of level 1.
    SEVERAL_MAIN_HEADINGS = "several-main-headings";
    /// More than one sentence in a line of plain language.
    SEVERAL_SENTENCES = "several-sentences";
    /// A press's sheet that does not hold what is to be printed on it.
    SHEET_TOO_SMALL = "sheet-too-small";
    /// A heading that leaves out a level.
    SKIPPED_HEADING = "skipped-heading";
    /// Letters that are too small on paper.
    SMALL_X_HEIGHT = "small-x-height";
    /// Text or a line too small or too thin to be printed well.
    TOO_FINE = "too-fine";
    /// More spot inks than the printer takes.
    TOO_MANY_INKS = "too-many-inks";
    /// Artwork that bleeds less than its sheet creeps.
    TOO_MUCH_CREEP = "too-much-creep";
    /// A colour that lays down more ink than the printer takes.
    TOO_MUCH_INK = "too-much-ink";
    /// An abbreviation that is nowhere explained.
    UNEXPLAINED_ABBREVIATION = "unexplained-abbreviation";
    /// A language that no screen reader could choose a voice for.
    UNKNOWN_LANGUAGE = "unknown-language";
    /// A passage in another language that is not marked so.
    UNMARKED_LANGUAGE = "unmarked-language";
    /// Content that no frame shows.
    UNPLACED_CONTENT = "unplaced-content";
    /// A field that nothing reads.
    UNKNOWN_FIELD = "unknown-field" fixed;
    /// A style that is not set as plain language has to be.
    UNPLAIN_SETTING = "unplain-setting";
    /// A drawing with something that a press cannot print as it is drawn.
    UNPRINTABLE_DRAWING = "unprintable-drawing" fixed;
    /// A name that refers to nothing: a story, style, swatch, template, figure, data path.
    UNKNOWN_NAME = "unknown-name" fixed;
    /// A link that does not say where it goes.
    VAGUE_LINK_TEXT = "vague-link-text";
    /// A description of a figure that begins by saying that it is a picture.
    WORDY_ALT_TEXT = "wordy-alt-text";
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
