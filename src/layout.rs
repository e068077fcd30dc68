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

use crate::assets::Assets;
use crate::diag::{Log, Reported};
use crate::scene::{About, Page, Scene, Structure};
use crate::story::Story;
use crate::template::Template;
use crate::text::Setter;
use contents::Headings;

/// How often a document is set so that its contents show the right pages: once to learn them, once to show them, once more
/// should a longer number have moved something.
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
    for _ in 0..MOST_PASSES {
        let before = log.errors();
        let mut pass_log = Log::new();
        let mut pass = Pass {
            about,
            template,
            assets,
            setter: &mut setter,
            log: &mut pass_log,
            headings: &headings,
            pages: sheet::pages(template),
            structure: Structure::new(),
            found: Headings::default(),
            drawn: 0,
        };
        furniture::grounds(&mut pass);
        furniture::art(&mut pass);
        for (story, section) in meaning::sections(stories, &mut pass.structure) {
            thread::run(story, section, &mut pass);
        }
        let (pages, structure, found) = pass.finish();
        let settled = found == headings || !contents::are_asked_for(stories);
        if settled || pass_log.errors() > 0 {
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
    pages: Vec<Page>,
    structure: Structure,
    /// Where they stand in this one.
    found: Headings,
    /// The squares of the dots of all figures so far.
    drawn: usize,
}

impl Pass<'_, '_> {
    fn finish(mut self) -> (Vec<Page>, Structure, Headings) {
        furniture::running(&mut self);
        (self.pages, self.structure, self.found)
    }
}
