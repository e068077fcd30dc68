//! Lines to places: stories run through their frames, grounds and figures lie behind them, running heads stand above. What comes out is a
//! finished scene.

mod column;
mod contents;
mod draw;
mod element;
mod furniture;
mod meaning;
mod overset;
mod paint;
mod sheet;
mod thread;
mod written;

use crate::assets::Assets;
use crate::diag::{Code, Log, Reported};
use crate::scene::{About, Page, Scene, Structure};
use crate::story::Story;
use crate::template::Template;
use crate::text::Setter;
use contents::Headings;

/// How often a document is set so that its contents show the right pages: once to learn of its headings, once with a line for each of
/// them, once to show where they came to stand. All but the last are drafts.
const MOST_PASSES: usize = 3;

/// Sets bound stories into a scene.
///
/// # Errors
/// When text does not fit, a glyph is missing, a font is not there, or a frame stands nowhere; all is in the log.
pub fn compose(
    about: &About,
    stories: &[Story],
    template: &Template,
    assets: &Assets,
    log: &mut Log,
) -> Result<Scene, Reported> {
    let mut setter = Setter::new(assets);
    let mut headings = Headings::default();
    let has_contents = contents::are_asked_for(stories);
    for number in 0..MOST_PASSES {
        let before = log.errors();
        let mut pass_log = Log::new();
        let mut pass = Pass {
            about,
            template,
            assets,
            setter: &mut setter,
            log: &mut pass_log,
            headings: &headings,
            is_draft: has_contents && number + 1 < MOST_PASSES,
            pages: sheet::pages(template),
            structure: Structure::new(),
            found: Headings::default(),
            drawn: 0,
        };
        let is_draft = pass.is_draft;
        if !is_draft {
            furniture::grounds(&mut pass);
            furniture::art(&mut pass);
        }
        for (story, section) in meaning::sections(stories, &mut pass.structure) {
            thread::run(story, section, &mut pass);
        }
        let (pages, structure, found) = pass.finish();
        let settled = found == headings || !has_contents;
        // What a draft complains of, the next pass does too.
        if !is_draft && (settled || pass_log.errors() > 0) {
            log.append(pass_log);
            log.stop_if_worse_than(before)?;
            return Ok(Scene {
                about: about.clone(),
                pages,
                structure,
            });
        }
        headings = found;
    }
    let contents = stories
        .iter()
        .find(|story| contents::are_asked_for(std::slice::from_ref(story)));
    let place = contents.map_or(template.span, |story| story.span);
    log.error(
        Code::BAD_VALUE,
        place,
        "the pages in these contents do not settle: each time they are set, a heading moves",
    )
    .help("give the contents a story and a frame of their own");
    Err(Reported)
}

/// One pass over a document: what is known and what grows.
struct Pass<'p, 'a> {
    about: &'p About,
    template: &'p Template,
    assets: &'a Assets,
    setter: &'p mut Setter<'a>,
    log: &'p mut Log,
    /// Where the headings stood in the pass before.
    headings: &'p Headings,
    /// Whether only the places of headings are wanted, and nothing is painted.
    is_draft: bool,
    pages: Vec<Page>,
    structure: Structure,
    /// Where they stand in this one.
    found: Headings,
    /// The squares of the dots of all figures so far.
    drawn: usize,
}

impl Pass<'_, '_> {
    fn finish(mut self) -> (Vec<Page>, Structure, Headings) {
        if !self.is_draft {
            furniture::running(&mut self);
        }
        (self.pages, self.structure, self.found)
    }
}
