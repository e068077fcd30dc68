//! Copyfitting: a text that does not fit its thread is set a little smaller, one that leaves much of it empty a little larger, within the
//! limits that the template gives. Size, leading and tracking move together, from the designer's wish to the limit, for the whole thread
//! at once, so that its frames do not differ. The least step that does it is found by halving, so few layouts are made.

use super::Pass;
use super::column::{self, Cursor, Filled, Frame, Placed, Register};
use super::element::{Element, ElementKind, Grade, Scale, TextElement};
use super::room::{self, Room};
use crate::diag::Code;
use crate::geom::Length;
use crate::template::Fit;
use crate::text::Setter;
use crate::wording::{Text, text};

/// A thread that was set, in the grade that was chosen for it.
pub(super) struct Fitted {
    pub(super) elements: Vec<Element>,
    pub(super) filled: Filled,
    /// From baseline to baseline of what keeps to the grid.
    pub(super) step: Length,
    /// What copyfitting chose, where it was asked.
    pub(super) choice: Option<Choice>,
}

/// What copyfitting chose for a thread, said of the style that most of it is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What the style says.
    pub wish: Grade,
    /// What was chosen, within the limits of the template.
    pub chosen: Grade,
}

impl Choice {
    /// Whether it differs from the wish.
    #[must_use]
    pub fn moved(&self) -> bool {
        self.wish != self.chosen
    }

    /// Wish and choice as the trade writes them, with what moved and no more: `12/15 pt`, `12 pt, tracking -10`.
    #[must_use]
    pub fn said(&self) -> (Text, Text) {
        (self.grade_said(self.wish), self.grade_said(self.chosen))
    }

    fn grade_said(&self, grade: Grade) -> Text {
        let points = |length: Length| Text::from(length).map(|said| said.trim_end_matches(" pt").to_owned());
        let (wish, chosen) = (self.wish, self.chosen);
        let mut said = Vec::new();
        if wish.leading != chosen.leading {
            let (size, leading) = (points(grade.size), points(grade.leading));
            said.push(text!("{size}/{leading} pt", "{size}/{leading} pt"; size, leading));
        } else if wish.size != chosen.size || wish.tracking == chosen.tracking {
            said.push(Text::from(grade.size));
        }
        if wish.tracking != chosen.tracking {
            let tracking = grade.tracking;
            said.push(text!("tracking {tracking}", "Laufweite {tracking}"));
        }
        Text::joined(&said, ", ")
    }

    /// The limit that a text gains most from, of those that it went to.
    pub(super) fn first_to_move(&self) -> &'static str {
        let (wish, chosen) = (self.wish, self.chosen);
        if wish.leading != chosen.leading && wish.size == chosen.size {
            "leading"
        } else if wish.tracking != chosen.tracking && wish.size == chosen.size {
            "tracking"
        } else {
            "size"
        }
    }
}

/// A text may grow when more than one part in so many of its thread stays empty: up to a tenth reads as air at the foot, and larger letters
/// would be noticed sooner than that.
const MUCH_EMPTY: usize = 10;

/// Sets a thread, and makes it fit where its template allows that.
pub(super) fn run(
    elements: Vec<Element>,
    frames: &[Frame],
    fit: Option<&Fit>,
    pass: &mut Pass<'_, '_>,
) -> Fitted {
    let wished = Fitted::new(elements, pass.template.grid.baseline, frames, pass);
    let Some(limits) = fit.and_then(|fit| Limits::of(fit, &wished.elements, pass)) else {
        return wished;
    };
    let wished = Fitted {
        choice: Some(limits.choice(limits.wish)),
        ..wished
    };
    let grows = wished.is_whole();
    if grows && !is_rather_empty(&wished, frames, pass) {
        return wished;
    }
    let path = Path {
        wish: limits.wish,
        limit: if grows { limits.most } else { limits.least },
    };
    let steps = path.steps();
    if steps == 0 {
        return wished;
    }
    // What grows must not grow until words stick out of their lines.
    let sticking_out = wished.lines_sticking_out(frames, pass.setter);
    let fits_well = |fitted: &Fitted, setter: &mut Setter<'_>| {
        fitted.is_whole() && (!grows || fitted.lines_sticking_out(frames, setter) <= sticking_out)
    };
    let at_limit = wished.at(path.grade(steps), limits.wish, frames, pass);
    // At the limit, a text that is too long either fits or never will; one that is too short has either grown as far as it may or too far.
    if fits_well(&at_limit, pass.setter) == grows {
        return at_limit;
    }
    let mut best = None;
    let (mut fits, mut fails) = (0, steps);
    if !grows {
        (best, fits, fails) = (Some(at_limit), steps, 0);
    }
    while fits.abs_diff(fails) > 1 {
        let middle = fits.midpoint(fails);
        let fitted = wished.at(path.grade(middle), limits.wish, frames, pass);
        if fits_well(&fitted, pass.setter) {
            (best, fits) = (Some(fitted), middle);
        } else {
            fails = middle;
        }
    }
    best.unwrap_or(wished)
}

impl Fitted {
    fn new(elements: Vec<Element>, step: Length, frames: &[Frame], pass: &mut Pass<'_, '_>) -> Self {
        let register = Register {
            grid: &pass.template.grid,
            step,
        };
        let filled = column::fill(&elements, Cursor::default(), frames, &register, pass.setter);
        Self {
            elements,
            filled,
            step,
            choice: None,
        }
    }

    fn is_whole(&self) -> bool {
        self.filled.rest.is_none()
    }

    fn lines_sticking_out(&self, frames: &[Frame], setter: &mut Setter<'_>) -> usize {
        let sticking_out = |piece: &Placed| match piece {
            Placed::Line { line, .. } => usize::from(line.overfull.is_some()),
            Placed::Row { element, frame, .. } => match &self.elements[*element].kind {
                ElementKind::Row(row) => row.sticking_out(frames[*frame].rect.size.width, setter),
                _ => 0,
            },
            Placed::Box { .. } => 0,
        };
        self.filled.placed.iter().map(sticking_out).sum()
    }

    /// This thread as it was wished, in another grade.
    fn at(&self, chosen: Grade, wish: Grade, frames: &[Frame], pass: &mut Pass<'_, '_>) -> Self {
        let scale = Scale { wish, chosen };
        let elements = scale.elements(&self.elements, pass.setter);
        // Lines that leave the grid leave it together: the step of the whole thread goes with them.
        let step = scale.with_leading(self.step);
        Self {
            choice: Some(Choice { wish, chosen }),
            ..Self::new(elements, step, frames, pass)
        }
    }
}

fn is_rather_empty(fitted: &Fitted, frames: &[Frame], pass: &Pass<'_, '_>) -> bool {
    let all: Room = room::of(fitted, frames, &pass.template.grid).into_iter().sum();
    all.free * MUCH_EMPTY > all.capacity
}

/// The text that most of a story is set in, headings aside: the first of the style that has the most letters.
pub(super) fn base(elements: &[Element]) -> Option<(&Element, &TextElement)> {
    let mut styles: Vec<(&str, usize, (&Element, &TextElement))> = Vec::new();
    for element in elements {
        let ElementKind::Text(text) = &element.kind else {
            continue;
        };
        if text.heading.is_some() {
            continue;
        }
        let name = &*element.style.name;
        match styles.iter_mut().find(|(known, ..)| *known == name) {
            Some((_, letters, _)) => *letters += text.text.len(),
            None => styles.push((name, text.text.len(), (element, text))),
        }
    }
    let most = styles.iter().map(|(_, letters, _)| *letters).max()?;
    let found = styles.into_iter().find(|(_, letters, _)| *letters == most);
    found.map(|(_, _, first)| first)
}

/// The limits of a thread, and the wish between them.
#[derive(Clone, Copy)]
struct Limits {
    wish: Grade,
    least: Grade,
    most: Grade,
}

impl Limits {
    /// None when there is nothing that could be scaled, or the wish lies beyond the limits; that is logged.
    fn of(fit: &Fit, elements: &[Element], pass: &mut Pass<'_, '_>) -> Option<Self> {
        let (element, text) = base(elements)?;
        let wish = Grade::of(element, text);
        let name = &*element.style.name;
        let size = fit.size.unwrap_or((wish.size, wish.size));
        let leading = fit.leading.unwrap_or((wish.leading, wish.leading));
        let tracking = fit.tracking.unwrap_or((wish.tracking, wish.tracking));
        let beyond = [
            (!(size.0..=size.1).contains(&wish.size)).then(|| ("size", Text::from(wish.size))),
            (!(leading.0..=leading.1).contains(&wish.leading)).then(|| ("leading", Text::from(wish.leading))),
            (!(tracking.0..=tracking.1).contains(&wish.tracking))
                .then(|| ("tracking", Text::verbatim(wish.tracking.to_string()))),
        ];
        let before = pass.log.errors();
        for (field, wished) in beyond.into_iter().flatten() {
            let message = text!(
                "the style `{name}` is beyond the limits of `{field}`: it has {wished}",
                "der Stil `{name}` liegt außerhalb der Grenzen von `{field}`: er hat {wished}"; wished
            );
            let finding = pass.log.error(Code::BAD_VALUE, fit.span, message);
            finding.help(text!(
                "let the limits of `{field}` hold what the style says; copyfitting begins there",
                "die Grenzen von `{field}` so weit fassen, dass sie einschließen, was der Stil sagt; dort beginnt das Einpassen"
            ));
            if let Some(style) = pass.template.styles.get(name) {
                finding.also(
                    style.span,
                    text!(
                        "most of the story is set in this style",
                        "in diesem Stil ist der größte Teil des Textes gesetzt"
                    ),
                );
            }
        }
        (pass.log.errors() == before).then_some(Self {
            wish,
            least: Grade {
                size: size.0,
                leading: leading.0,
                tracking: tracking.0,
            },
            most: Grade {
                size: size.1,
                leading: leading.1,
                tracking: tracking.1,
            },
        })
    }

    const fn choice(&self, chosen: Grade) -> Choice {
        Choice {
            wish: self.wish,
            chosen,
        }
    }
}

/// From the wish to a limit.
struct Path {
    wish: Grade,
    limit: Grade,
}

/// Sizes and leadings are chosen in tenths of a point, so that they can be said, and written into a style.
const TENTHS: i64 = 10;

fn in_tenths(length: Length) -> i64 {
    length.ratio(TENTHS, Length::pt(1).units()).units()
}

impl Path {
    /// As many as the one of the three needs that has the farthest to go.
    fn steps(&self) -> i64 {
        let size = in_tenths(self.limit.size - self.wish.size).abs();
        let leading = in_tenths(self.limit.leading - self.wish.leading).abs();
        let tracking = i64::from(self.limit.tracking.abs_diff(self.wish.tracking));
        size.max(leading).max(tracking)
    }

    /// The grade after so many steps; the last is the limit itself.
    fn grade(&self, step: i64) -> Grade {
        let steps = self.steps();
        if step >= steps {
            return self.limit;
        }
        let part = |from: Length, to: Length| {
            let tenths = in_tenths((to - from).ratio(step, steps));
            from + Length::pt(tenths).ratio(1, TENTHS)
        };
        let tracking = i64::from(self.limit.tracking - self.wish.tracking) * step / steps;
        Grade {
            size: part(self.wish.size, self.limit.size),
            leading: part(self.wish.leading, self.limit.leading),
            tracking: self.wish.tracking + tracking as i32,
        }
    }
}
