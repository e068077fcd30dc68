//! Can everybody read it? Judges a finished document for people who see badly, who listen to it, or who find reading hard, by the demands of a
//! profile. What cannot be judged by a machine is left to people: whether a description says what is seen, whether a sentence is plain.

mod abbreviations;
mod alt;
mod contrast;
mod demands;
mod gender;
mod headings;
mod language;
mod letters;
mod links;
mod passages;
mod plain;

use crate::assets::Assets;
use crate::checks::Profile;
use crate::diag::Log;
use crate::scene::Scene;
use crate::source::Span;
use crate::story::Stories;
use crate::template::Template;

/// A finished document, and what it was made from.
#[derive(Clone, Copy, Debug)]
pub struct Finished<'a> {
    /// As it is painted and read.
    pub scene: &'a Scene,
    /// As it was written.
    pub stories: &'a Stories,
    /// Its styles and inks.
    pub template: &'a Template,
    /// Its fonts, pictures and printer's profile.
    pub assets: &'a Assets,
    /// Where its language is written.
    pub language: Span,
}

/// Looks for what shuts people out, at the lines of TOML that it comes from. What a standard demands and a program can decide is an error;
/// what the source of a demand leaves exceptions for, such as logotypes, is a warning; what a source recommends, and what a program can only
/// guess, is a hint. `docs/checks.md` has the table.
pub fn access(document: Finished<'_>, profile: Profile, log: &mut Log) {
    let demands = demands::of(profile);
    let Finished {
        scene,
        stories,
        template,
        assets,
        language,
    } = document;
    contrast::check(scene, template, assets, demands, log);
    letters::check(scene, assets, demands, log);
    alt::check(stories, demands, log);
    links::check(stories, log);
    headings::check(stories, demands, log);
    language::check(&scene.about.language, language, stories, log);
    if demands.gender_star {
        gender::check(stories, log);
    }
    if demands.abbreviations {
        abbreviations::check(stories, log);
    }
    if let Some(plain) = &demands.plain {
        plain::check(stories, plain, log);
    }
}
