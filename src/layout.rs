//! Lines to places: stories run through their frames, grounds and figures lie behind them, running heads stand above. What comes out is a
//! finished scene.

mod abilities;
mod adornment;
mod aside;
mod column;
mod contents;
mod copyfit;
mod crowded;
mod draw;
mod element;
mod furniture;
mod meaning;
mod overset;
mod paint;
mod picture;
mod plan;
mod references;
mod room;
mod sheet;
mod table;
mod thread;
mod underline;
mod written;

pub use copyfit::Choice;
pub use element::Grade;
pub use room::FrameFill;

use crate::assets::Assets;
use crate::diag::{Code, Log, Reported};
use crate::scene::{About, Page, Scene, Structure};
use crate::story::{Stories, Story};
use crate::template::Template;
use crate::text::Setter;
use crate::wording::text;
use contents::Headings;
use plan::{Plan, Turns};
use references::Places;

/// How often a document is set as a draft, so that its contents show the right pages and its threads have the pages they need: once to
/// learn of headings and threads, once with a line for each heading, and once more where those lines took a page.
const MOST_DRAFTS: usize = 5;

/// A document that was set.
#[derive(Debug)]
pub struct Set {
    /// The finished document.
    pub scene: Scene,
    /// How full its frames are, in the order of the stories.
    pub fills: Vec<FrameFill>,
}

/// Sets bound stories into a scene.
///
/// # Errors
/// When text does not fit, a glyph is missing, a font is not there, or a frame stands nowhere; all is in the log.
pub fn compose(
    about: &About,
    stories: &Stories,
    template: &Template,
    assets: &Assets,
    log: &mut Log,
) -> Result<Set, Reported> {
    let document = Document {
        about,
        stories,
        template,
        assets,
    };
    let mut setter = Setter::new(assets).with_exceptions(stories.divisions.clone());
    let known = document.settle(&mut setter, log)?;
    let before = log.errors();
    let (set, learned) = document.pass(&known, false, &mut setter, log);
    log.stop_if_worse_than(before)?;
    // A page more or less, or a heading elsewhere, would make the contents wrong.
    if document.plan(&learned, log)? != known.plan
        || (document.looks_ahead()
            && (&learned.headings, &learned.places) != (&known.headings, &known.places))
    {
        return Err(document.unsettled(log));
    }
    known.plan.report_blank(template, log);
    Ok(set)
}

/// What is set.
struct Document<'a> {
    about: &'a About,
    stories: &'a Stories,
    template: &'a Template,
    assets: &'a Assets,
}

/// What a pass is set by: what the pass before learned.
struct Known {
    plan: Plan,
    headings: Headings,
    places: Places,
}

/// What a pass learns.
struct Learned {
    turns: Turns,
    headings: Headings,
    places: Places,
}

impl<'a> Document<'a> {
    /// Whether it shows pages of what is set later.
    fn looks_ahead(&self) -> bool {
        looks_ahead(&self.stories.stories)
    }

    fn runs_on(&self) -> bool {
        self.template.frames.iter().any(|frame| frame.runs_on.is_some())
    }

    /// Sets drafts until one learns nothing new.
    fn settle(&self, setter: &mut Setter<'a>, log: &mut Log) -> Result<Known, Reported> {
        let mut learned = Learned {
            turns: Turns::default(),
            headings: Headings::default(),
            places: Places::default(),
        };
        let mut known = self.known(learned, log)?;
        if !self.looks_ahead() && !self.runs_on() {
            return Ok(known);
        }
        for _ in 0..MOST_DRAFTS {
            // What a draft complains of, the last pass does too.
            learned = self.pass(&known, true, setter, &mut Log::new()).1;
            let next = self.known(learned, log)?;
            let settled = next.plan == known.plan
                && next.headings.stand_like(&known.headings)
                && next.places.stand_like(&known.places);
            known = next;
            if settled || !self.looks_ahead() {
                return Ok(known);
            }
        }
        Err(self.unsettled(log))
    }

    fn known(&self, learned: Learned, log: &mut Log) -> Result<Known, Reported> {
        Ok(Known {
            plan: self.plan(&learned, log)?,
            headings: learned.headings,
            places: learned.places,
        })
    }

    fn plan(&self, learned: &Learned, log: &mut Log) -> Result<Plan, Reported> {
        Plan::new(self.template, &self.stories.repeats, &learned.turns).map_err(|too_many| {
            too_many.report(self.template, &learned.turns, log);
            Reported
        })
    }

    /// Sets the document once; a draft paints nothing.
    fn pass(&self, known: &Known, is_draft: bool, setter: &mut Setter<'a>, log: &mut Log) -> (Set, Learned) {
        let mut pass = Pass {
            about: self.about,
            template: self.template,
            assets: self.assets,
            setter,
            log,
            plan: &known.plan,
            headings: &known.headings,
            places: &known.places,
            found_places: Places::default(),
            is_draft,
            pages: sheet::pages(self.template, &known.plan),
            structure: Structure::new(),
            found: Headings::default(),
            turns: Turns::fewest(self.template, &self.stories.repeats),
            fills: Vec::new(),
            drawn: 0,
            told: abilities::Told::new(),
        };
        pass.run(&self.stories.stories);
        let set = Set {
            scene: Scene {
                about: self.about.clone(),
                pages: pass.pages,
                structure: pass.structure,
            },
            fills: pass.fills,
        };
        let learned = Learned {
            turns: pass.turns,
            headings: pass.found,
            places: pass.found_places,
        };
        (set, learned)
    }

    fn unsettled(&self, log: &mut Log) -> Reported {
        let stories = &self.stories.stories;
        let of_kind = |is_of: fn(&[Story]) -> bool| {
            let mut stories = stories.iter();
            stories.find(|story| is_of(std::slice::from_ref(story)))
        };
        let (story, message, help) = if let Some(story) = of_kind(contents::are_asked_for) {
            (
                Some(story),
                text!(
                    "the pages in these contents do not settle: each time they are set, a heading moves",
                    "die Seitenzahlen in diesem Inhaltsverzeichnis kommen nicht zur Ruhe: bei jedem Setzen verschiebt sich eine Überschrift"
                ),
                text!(
                    "give the contents a story and a frame of their own",
                    "dem Inhaltsverzeichnis einen eigenen Text und einen eigenen Rahmen geben"
                ),
            )
        } else {
            (
                of_kind(references::are_made),
                text!(
                    "the pages that this text refers to do not settle: each time their numbers are set, a place moves",
                    "die Seiten, auf die dieser Text verweist, kommen nicht zur Ruhe: bei jedem Setzen ihrer Zahlen verschiebt sich eine Stelle"
                ),
                text!(
                    "write the sentence with `[](#...)` so that a digit more or less makes no line more, or let the place begin a page",
                    "den Satz mit `[](#...)` so schreiben, dass eine Ziffer mehr oder weniger keine Zeile mehr ergibt, oder die Stelle eine Seite beginnen lassen"
                ),
            )
        };
        let place = story.map_or(self.template.span, |story| story.span);
        log.error(Code::BAD_VALUE, place, message).help(help);
        Reported
    }
}

fn looks_ahead(stories: &[Story]) -> bool {
    contents::are_asked_for(stories) || references::are_made(stories)
}

/// One pass over a document: what is known and what grows.
struct Pass<'p, 'a> {
    about: &'p About,
    template: &'p Template,
    assets: &'a Assets,
    setter: &'p mut Setter<'a>,
    log: &'p mut Log,
    /// Its pages.
    plan: &'p Plan,
    /// Where the headings stood in the pass before.
    headings: &'p Headings,
    /// Where the places that links lead to stood in it.
    places: &'p Places,
    /// Where they stand in this one.
    found_places: Places,
    /// Whether only the places of headings and the length of threads are wanted, and nothing is painted.
    is_draft: bool,
    pages: Vec<Page>,
    structure: Structure,
    /// Where the headings stand in this one.
    found: Headings,
    /// How often pages of the template must come.
    turns: Turns,
    /// How full frames are.
    fills: Vec<FrameFill>,
    /// The squares of the dots of all figures so far.
    drawn: usize,
    /// What was told of fonts that lack what styles ask.
    told: abilities::Told,
}

impl Pass<'_, '_> {
    fn run(&mut self, stories: &[Story]) {
        if !self.is_draft {
            furniture::grounds(self);
            furniture::art(self);
        }
        for (story, section) in meaning::sections(stories, &mut self.structure) {
            thread::run(story, section, self);
        }
        if !self.is_draft {
            furniture::running(self);
        }
    }
}
