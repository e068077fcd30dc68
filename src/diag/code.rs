//! The codes of all findings. A code names the offence, not the remedy, and never changes once it was published.

/// Which kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    /// As it is shown: `overset-text`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $text:literal;)*) => {
        impl Code {
            $($(#[$meta])* pub const $name: Self = Self($text);)*

            /// All codes, in alphabetical order of their constants as written here.
            pub const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

codes! {
    /// A frame's geometry cannot be: negative, outside the page, on a panel that is not there.
    BAD_FRAME = "bad-frame";
    /// A value is of the right type and still makes no sense.
    BAD_VALUE = "bad-value";
    /// Pages that were added so that the sheets of a brochure are whole.
    BLANK_PAGES = "blank-pages";
    /// A font file cannot be used.
    BROKEN_FONT = "broken-font";
    /// A picture that cannot be used.
    BROKEN_PICTURE = "broken-picture";
    /// A document or printer asks for a profile that cannot be used.
    BROKEN_PROFILE = "broken-profile";
    /// TOML that cannot be read.
    BROKEN_TOML = "broken-toml";
    /// A file that cannot be written.
    CANNOT_WRITE = "cannot-write";
    /// A picture that has too few pixels for its size.
    COARSE_PICTURE = "coarse-picture";
    /// A figure without room for a dot of every record.
    CROWDED_FIGURE = "crowded-figure";
    /// An optional field that the office should fill.
    EMPTY_FIELD = "empty-field";
    /// A picture that should show what is below it, and cannot.
    FLATTENED_PICTURE = "flattened-picture";
    /// Two names of spot inks that seem to mean one ink.
    INK_SPELT_TWICE = "ink-spelt-twice";
    /// Content that is not in the finished document, though nothing was said to be overset: a fault of faltwerk itself.
    LOST_TEXT = "lost-text";
    /// A picture whose name ends like that of another kind of file.
    MISNAMED_PICTURE = "misnamed-picture";
    /// A figure without a text for who cannot see it.
    MISSING_ALT_TEXT = "missing-alt-text";
    /// Artwork at the edge of a page that does not run out over it.
    MISSING_BLEED = "missing-bleed";
    /// A font without something that a style asks of it.
    MISSING_FEATURE = "missing-feature";
    /// A required field is not there.
    MISSING_FIELD = "missing-field";
    /// A file that is named and not there.
    MISSING_FILE = "missing-file";
    /// A family of fonts that is named and not there.
    MISSING_FONT = "missing-font";
    /// A character that none of the style's fonts holds.
    MISSING_GLYPH = "missing-glyph";
    /// Something small that is printed where the sheet is folded.
    NEAR_FOLD = "near-fold";
    /// Something that stands so near to the fore-edge of a brochure that creep may cut it off.
    NEAR_FORE_EDGE = "near-fore-edge";
    /// A line wider than its measure.
    OVERFULL_LINE = "overfull-line";
    /// Text that does not fit its frames.
    OVERSET_TEXT = "overset-text";
    /// Panels whose widths do not sum to the open sheet.
    PANELS_DO_NOT_SUM = "panels-do-not-sum";
    /// Text in a black of several inks, which never lie exactly upon each other.
    RICH_BLACK_TEXT = "rich-black-text";
    /// A press's sheet that does not hold what is to be printed on it.
    SHEET_TOO_SMALL = "sheet-too-small";
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
    UNKNOWN_FIELD = "unknown-field";
    /// A drawing with something that a press cannot print as it is drawn.
    UNPRINTABLE_DRAWING = "unprintable-drawing";
    /// A name that refers to nothing: a story, style, swatch, template, figure, data path.
    UNKNOWN_NAME = "unknown-name";
    /// Quotation marks of another kind than the language has.
    WRONG_QUOTES = "wrong-quotes";
    /// A sign of the typewriter for another that is meant: an apostrophe, a dash, an ellipsis.
    WRONG_SIGN = "wrong-sign";
    /// A value of another type than wanted.
    WRONG_TYPE = "wrong-type";
}
