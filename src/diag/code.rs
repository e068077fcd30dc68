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
    /// A page for the screen of which not all is shown.
    PDF_CROPPED = "pdf/cropped";
    /// A PDF that is damaged.
    PDF_DAMAGED = "pdf/damaged";
    /// A page with content that cannot be understood.
    PDF_DAMAGED_CONTENT = "pdf/damaged-content";
    /// A PDF whose tree of pages is none.
    PDF_DAMAGED_PAGE_TREE = "pdf/damaged-page-tree";
    /// A page for the screen with nothing on it.
    PDF_EMPTY_PAGE = "pdf/empty-page";
    /// A PDF for the screen that is encrypted.
    PDF_ENCRYPTED = "pdf/encrypted";
    /// A line for the press that is too thin to print.
    PDF_HAIRLINE = "pdf/hairline";
    /// A PDF for the screen that holds JavaScript.
    PDF_JAVASCRIPT = "pdf/javascript";
    /// A PDF that does not open without a password.
    PDF_LOCKED = "pdf/locked" fixed;
    /// A PDF without pages.
    PDF_NO_PAGES = "pdf/no-pages";
    /// Something that is no PDF.
    PDF_NO_PDF = "pdf/no-pdf" fixed;
    /// A PDF with more than is looked at.
    PDF_TOO_MUCH = "pdf/too-much";
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
    /// An annotation that is in no fitting tag.
    UA_ANNOTATION_NOT_TAGGED = "ua/annotation-not-tagged";
    /// An annotation that says nothing.
    UA_ANNOTATION_WITHOUT_DESCRIPTION = "ua/annotation-without-description";
    /// An artifact within tagged content.
    UA_ARTIFACT_IN_CONTENT = "ua/artifact-in-content";
    /// An attached file without a name.
    UA_ATTACHMENT_WITHOUT_NAME = "ua/attachment-without-name";
    /// Layers that switch by themselves.
    UA_AUTOMATIC_LAYERS = "ua/automatic-layers";
    /// A language that is no language.
    UA_BAD_LANGUAGE = "ua/bad-language";
    /// Tags that stand for each other.
    UA_CIRCULAR_ROLE = "ua/circular-role";
    /// Contents that are not built like contents.
    UA_CONTENTS_NESTING = "ua/contents-nesting";
    /// Tagged content within an artifact.
    UA_CONTENT_IN_ARTIFACT = "ua/content-in-artifact";
    /// A font whose program cannot be read.
    UA_DAMAGED_FONT = "ua/damaged-font";
    /// A form that is made only when it is opened.
    UA_DYNAMIC_FORM = "ua/dynamic-form";
    /// A structure tree that is no tree.
    UA_ENDLESS_TAGS = "ua/endless-tags";
    /// A field that does not say what to fill in.
    UA_FIELD_WITHOUT_DESCRIPTION = "ua/field-without-description";
    /// A figure without a text for who cannot see it.
    UA_FIGURE_WITHOUT_ALT = "ua/figure-without-alt";
    /// Headings that do not begin at the first level.
    UA_FIRST_HEADING_NOT_H1 = "ua/first-heading-not-h1";
    /// A font that is not in the file.
    UA_FONT_NOT_EMBEDDED = "ua/font-not-embedded";
    /// A formula without a text.
    UA_FORMULA_WITHOUT_ALT = "ua/formula-without-alt";
    /// Tagged content that is painted twice.
    UA_FORM_USED_TWICE = "ua/form-used-twice";
    /// The head of a table that does not say what it is the head of.
    UA_HEADER_WITHOUT_SCOPE = "ua/header-without-scope";
    /// A table with rows of different lengths.
    UA_IRREGULAR_TABLE = "ua/irregular-table";
    /// A setting of layers without a name.
    UA_LAYER_WITHOUT_NAME = "ua/layer-without-name";
    /// A link that does not say where it goes.
    UA_LINK_WITHOUT_CONTENTS = "ua/link-without-contents";
    /// A list that is not built like a list.
    UA_LIST_NESTING = "ua/list-nesting";
    /// Content whose number is in no tag.
    UA_LOST_CONTENT = "ua/lost-content";
    /// Sound or film without a description.
    UA_MEDIA_WITHOUT_ALTERNATIVE = "ua/media-without-alternative";
    /// Headings with and without numbers.
    UA_MIXED_HEADINGS = "ua/mixed-headings";
    /// A character that the font does not have.
    UA_NOTDEF = "ua/notdef";
    /// Two notes with the same id.
    UA_NOTE_ID_TWICE = "ua/note-id-twice";
    /// A note that nothing can refer to.
    UA_NOTE_WITHOUT_ID = "ua/note-without-id";
    /// A file that does not say that it is PDF/UA.
    UA_NOT_IDENTIFIED = "ua/not-identified";
    /// A file that does not say that it is tagged.
    UA_NOT_MARKED = "ua/not-marked";
    /// A font that does not say which glyphs are meant.
    UA_NO_GLYPH_MAP = "ua/no-glyph-map";
    /// Text without a language.
    UA_NO_LANGUAGE = "ua/no-language";
    /// A file without metadata.
    UA_NO_METADATA = "ua/no-metadata";
    /// A file without tags.
    UA_NO_STRUCTURE_TREE = "ua/no-structure-tree";
    /// A page whose content does not lead to its tags.
    UA_NO_STRUCT_PARENTS = "ua/no-struct-parents";
    /// A page whose links come in another order than its text.
    UA_NO_TAB_ORDER = "ua/no-tab-order";
    /// A document without a title.
    UA_NO_TITLE = "ua/no-title";
    /// Characters that mean nothing.
    UA_NO_UNICODE = "ua/no-unicode";
    /// Content that leads to another tag than the one that holds it.
    UA_PARENTS_DISAGREE = "ua/parents-disagree";
    /// A mark for the printer that is read aloud.
    UA_PRINTER_MARK_TAGGED = "ua/printer-mark-tagged";
    /// A form that stands for a page of another file.
    UA_REFERENCE_OBJECT = "ua/reference-object";
    /// Ruby or warichu that is not built like it.
    UA_RUBY_NESTING = "ua/ruby-nesting";
    /// Several headings without a number in one element.
    UA_SEVERAL_PLAIN_HEADINGS = "ua/several-plain-headings";
    /// A file that shuts out screen readers.
    UA_SHUT_TO_READERS = "ua/shut-to-readers";
    /// A level of headings that is left out.
    UA_SKIPPED_HEADING = "ua/skipped-heading";
    /// A standard tag that is to mean something else.
    UA_STANDARD_ROLE_REMAPPED = "ua/standard-role-remapped";
    /// A file that doubts its own tags.
    UA_SUSPECTS = "ua/suspects";
    /// A table that is not built like a table.
    UA_TABLE_NESTING = "ua/table-nesting";
    /// A title that no window shows.
    UA_TITLE_NOT_SHOWN = "ua/title-not-shown";
    /// Traps as an annotation.
    UA_TRAP_NET = "ua/trap-net";
    /// A TrueType font with an encoding that it must not have.
    UA_TRUETYPE_ENCODING = "ua/truetype-encoding";
    /// A font whose map of characters is elsewhere.
    UA_UNKNOWN_CHARACTER_MAP = "ua/unknown-character-map";
    /// A tag that stands for nothing known.
    UA_UNKNOWN_ROLE = "ua/unknown-role";
    /// Content that is neither tagged nor an artifact.
    UA_UNTAGGED_CONTENT = "ua/untagged-content";
    /// A list of glyphs that is not that of the font.
    UA_WRONG_GLYPH_LIST = "ua/wrong-glyph-list";
    /// Characters that mean what is no letter.
    UA_WRONG_UNICODE = "ua/wrong-unicode";
    /// A version of PDF for which the standard was not written.
    UA_WRONG_VERSION = "ua/wrong-version";
    /// Widths that are not those of the font.
    UA_WRONG_WIDTH = "ua/wrong-width";
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
    /// A file for print that does something when it is opened or used.
    X4_ACTION = "x4/action";
    /// A picture with another in reserve.
    X4_ALTERNATE_PICTURE = "x4/alternate-picture";
    /// An annotation where it would be printed.
    X4_ANNOTATION_IN_BLEED = "x4/annotation-in-bleed";
    /// Layers that switch by themselves.
    X4_AUTOMATIC_LAYERS = "x4/automatic-layers";
    /// A bleed beyond the sheet.
    X4_BLEED_OUTSIDE_MEDIA = "x4/bleed-outside-media";
    /// A profile of colours that cannot be read.
    X4_BROKEN_COLOUR_PROFILE = "x4/broken-colour-profile";
    /// A font whose program cannot be read.
    X4_DAMAGED_FONT = "x4/damaged-font";
    /// Inks that the output intent does not know.
    X4_DEVICE_CMYK = "x4/device-cmyk";
    /// Colours of a screen in a file for print.
    X4_DEVICE_RGB = "x4/device-rgb";
    /// A file for print that is encrypted.
    X4_ENCRYPTED = "x4/encrypted";
    /// Data that lie in another file.
    X4_EXTERNAL_STREAM = "x4/external-stream";
    /// Metadata that are packed.
    X4_FILTERED_METADATA = "x4/filtered-metadata";
    /// A font that is not in the file.
    X4_FONT_NOT_EMBEDDED = "x4/font-not-embedded";
    /// A file for print with fields to be filled in.
    X4_FORM_FIELDS = "x4/form-fields";
    /// Screens that the file brings itself.
    X4_HALFTONE = "x4/halftone";
    /// A layer that is not printed.
    X4_HIDDEN_LAYER = "x4/hidden-layer";
    /// Metadata that contradict each other.
    X4_INFO_DISAGREES = "x4/info-disagrees";
    /// Inks that are tagged with the profile of the output intent.
    X4_INTENT_AS_SOURCE = "x4/intent-as-source";
    /// An output intent without the name of its condition.
    X4_INTENT_WITHOUT_CONDITION = "x4/intent-without-condition";
    /// An output intent without its profile.
    X4_INTENT_WITHOUT_PROFILE = "x4/intent-without-profile";
    /// A file for print that runs scripts.
    X4_JAVASCRIPT = "x4/javascript";
    /// Several settings of layers.
    X4_LAYER_CONFIGURATIONS = "x4/layer-configurations";
    /// Streams packed with LZW.
    X4_LZW = "x4/lzw";
    /// Metadata that lack what the standard asks for.
    X4_MISSING_METADATA = "x4/missing-metadata";
    /// A character that the font does not have.
    X4_NOTDEF = "x4/notdef";
    /// A file that does not say by which standard it is made.
    X4_NOT_IDENTIFIED = "x4/not-identified";
    /// A file without identifiers.
    X4_NO_FILE_ID = "x4/no-file-id";
    /// A file that does not say for which printing condition it is made.
    X4_NO_OUTPUT_INTENT = "x4/no-output-intent";
    /// A file that does not say whether it is trapped.
    X4_NO_TRAPPED = "x4/no-trapped";
    /// A page that does not say where it is cut.
    X4_NO_TRIM_BOX = "x4/no-trim-box";
    /// A picture that stands for a finer one elsewhere.
    X4_OPI = "x4/opi";
    /// A piece of PostScript in a PDF.
    X4_POSTSCRIPT = "x4/postscript";
    /// Pages that are a show.
    X4_PRESENTATION_STEPS = "x4/presentation-steps";
    /// A form that stands for a page of another file.
    X4_REFERENCE_OBJECT = "x4/reference-object";
    /// Transparency that is mixed in the colours of a screen.
    X4_RGB_TRANSPARENCY = "x4/rgb-transparency";
    /// Pages that are plates.
    X4_SEPARATED_PAGES = "x4/separated-pages";
    /// A file that is meant for several printing conditions.
    X4_SEVERAL_OUTPUT_INTENTS = "x4/several-output-intents";
    /// One spot ink with two looks.
    X4_SPOT_INK_DIFFERS = "x4/spot-ink-differs";
    /// A file of an old standard with what only a later one allows.
    X4_TOO_NEW = "x4/too-new";
    /// Tone curves in the file.
    X4_TRANSFER_FUNCTION = "x4/transfer-function";
    /// A page that says in two ways where it ends.
    X4_TRIM_AND_ART_BOX = "x4/trim-and-art-box";
    /// A page that is cut outside of its bleed.
    X4_TRIM_OUTSIDE_BLEED = "x4/trim-outside-bleed";
    /// An output intent with a profile that cannot be meant.
    X4_WRONG_PROFILE = "x4/wrong-profile";
    /// A version that the standard does not know.
    X4_WRONG_VERSION = "x4/wrong-version";
    /// Widths that are not those of the font.
    X4_WRONG_WIDTH = "x4/wrong-width";
}
