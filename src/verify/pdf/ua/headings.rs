//! Headings: from the first level on, none skipped on the way down, with numbers or without.

use super::rules;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::{Role, Structure};

pub(super) fn check(structure: &Structure<'_>, breaches: &mut Breaches) {
    let mut before: Option<u32> = None;
    for node in &structure.nodes {
        let Role::Heading(level) = node.role else { continue };
        match before {
            None if level != 1 => {
                breaches
                    .of(&rules::FIRST_HEADING_NOT_H1)
                    .of_element(node)
                    .named(&format!("H{level}"));
            }
            Some(before) if level > before + 1 => {
                breaches
                    .of(&rules::SKIPPED_HEADING)
                    .of_element(node)
                    .named(&format!("H{before} → H{level}"));
            }
            _ => {}
        }
        before = Some(level);
    }
    let plain = |role: Role| role.is("H");
    let has_plain = structure.nodes.iter().any(|node| plain(node.role));
    breaches.when(has_plain && before.is_some(), &rules::MIXED_HEADINGS);
    for node in &structure.nodes {
        let inside = structure.elements_in(node);
        let several = inside.iter().filter(|inside| plain(inside.role)).count() > 1;
        if several {
            breaches.of(&rules::SEVERAL_PLAIN_HEADINGS).of_element(node);
        }
    }
}
