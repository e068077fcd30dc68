//! How far copyfitting may go: a designer sets a text as it should look, and says within which limits it may be made to fit.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::FrameSpec;
use crate::diag::{Code, Log};
use crate::geom::Length;
use crate::source::{Span, Spanned};
use crate::wording::{Text, text};

/// The limits of copyfitting. They are those of the style that most of the story is set in; the others follow it in proportion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The smallest and the largest size of the letters.
    pub size: Option<(Length, Length)>,
    /// The least and the most from baseline to baseline. Left out, lines stay on the grid.
    pub leading: Option<(Length, Length)>,
    /// The tightest and the widest tracking, in thousandths of an em.
    pub tracking: Option<(i32, i32)>,
    /// Where this is written.
    pub span: Span,
}

/// The limits of copyfitting. They are those of the style that most of the story is set in; the others follow it in proportion.
#[derive(Debug, Deserialize, JsonSchema)]
#[schemars(extend("minProperties" = 1))]
pub(super) struct WrittenFit {
    /// The smallest and the largest size of the letters, from 1 pt to 400 pt.
    #[schemars(extend("examples" = [["10.5 pt", "12 pt"]]))]
    size: Option<Spanned<(Length, Length)>>,
    /// The least and the most from baseline to baseline, from 1 pt to 800 pt. Left out, lines stay on the grid.
    #[schemars(extend("examples" = [["13 pt", "15 pt"]]))]
    leading: Option<Spanned<(Length, Length)>>,
    /// The tightest and the widest tracking, in thousandths of the size, from -500 to 1000. Left out, it stays as the styles say.
    #[schemars(inner(range(min = -500, max = 1000)), extend("examples" = [[-10, 0]]))]
    tracking: Option<Spanned<(i32, i32)>>,
}

impl Fit {
    /// What is written, when it makes sense.
    pub(super) fn resolve(written: Spanned<WrittenFit>, log: &mut Log) -> Option<Self> {
        let before = log.errors();
        let Spanned { value, span } = written;
        if value.size.is_none() && value.leading.is_none() && value.tracking.is_none() {
            let message = text!("this `fit` has no limits", "dieses `fit` hat keine Grenzen");
            log.error(Code::MISSING_FIELD, span, message).help(text!(
                "add `size = [\"10.5 pt\", \"12 pt\"]`, and `leading` or `tracking` where they may move too",
                "`size = [\"10.5 pt\", \"12 pt\"]` ergänzen, und `leading` oder `tracking`, wo auch diese sich ändern dürfen"
            ));
        }
        let size = (
            Length::pt(1),
            Length::pt(400),
            text!(
                "letters are from 1 pt to 400 pt tall",
                "Buchstaben sind 1 pt bis 400 pt groß"
            ),
        );
        check("size", value.size.as_ref(), size, log);
        let rule = text!(
            "leading is from 1 pt to 800 pt",
            "der Zeilenabstand liegt zwischen 1 pt und 800 pt"
        );
        let leading = (Length::pt(1), Length::pt(800), rule);
        check("leading", value.leading.as_ref(), leading, log);
        let rule = text!(
            "tracking is from -500 to 1000 thousandths of an em",
            "die Laufweite liegt zwischen -500 und 1000 Tausendsteln eines Gevierts"
        );
        let tracking = (-500, 1000, rule);
        check("tracking", value.tracking.as_ref(), tracking, log);
        (log.errors() == before).then(|| Self {
            size: value.size.map(|limits| limits.value),
            leading: value.leading.map(|limits| limits.value),
            tracking: value.tracking.map(|limits| limits.value),
            span,
        })
    }

    /// Whether it asks for the same as another, wherever that is written.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        let limits = |fit: &Self| (fit.size, fit.leading, fit.tracking);
        limits(self) == limits(other)
    }
}

/// A thread is made to fit as a whole, so that its frames do not differ: they may not ask for different things.
pub(super) fn check_threads(frames: &[FrameSpec], log: &mut Log) {
    let mut first: BTreeMap<&str, &Fit> = BTreeMap::new();
    for frame in frames {
        let Some(fit) = &frame.fit else { continue };
        let story = frame.story.value.as_str();
        if let Some(runs_on) = frames
            .iter()
            .find_map(|frame| frame.runs_on.filter(|_| frame.story.value == story))
        {
            log.error(
                Code::BAD_VALUE,
                fit.span,
                text!(
                    "`{story}` runs on over as many pages as it needs, so there is nothing to make it fit",
                    "`{story}` läuft über so viele Seiten weiter, wie nötig sind; einzupassen ist daran nichts"
                ),
            )
            .also(runs_on, text!("it runs on here", "hier läuft der Text weiter"))
            .help(text!(
                "take `fit` or `run-on` out",
                "`fit` oder `run-on` herausnehmen"
            ));
        }
        let known = *first.entry(story).or_insert(fit);
        if !fit.agrees_with(known) {
            log.error(
                Code::BAD_VALUE,
                fit.span,
                text!(
                    "two frames of `{story}` name different limits",
                    "zwei Rahmen von `{story}` nennen verschiedene Grenzen"
                ),
            )
            .also(known.span, text!("the other limits", "die anderen Grenzen"))
            .help(text!(
                "a story is made to fit as a whole: name the limits once",
                "ein Text wird als Ganzes eingepasst: die Grenzen einmal nennen"
            ));
        }
    }
}

/// Limits are possible, and the lower one comes first.
fn check<T: Copy + PartialOrd>(
    what: &str,
    limits: Option<&Spanned<(T, T)>>,
    (least, most, rule): (T, T, Text),
    log: &mut Log,
) {
    let Some(Spanned {
        value: (lower, upper),
        span,
    }) = limits
    else {
        return;
    };
    if lower > upper {
        log.error(
            Code::BAD_VALUE,
            *span,
            text!(
                "the first limit of `{what}` is above the second",
                "die erste Grenze von `{what}` liegt über der zweiten"
            ),
        )
        .help(text!(
            "write the lower limit first",
            "die untere Grenze zuerst schreiben"
        ));
    }
    if *lower < least || *upper > most {
        log.error(Code::BAD_VALUE, *span, rule);
    }
}
