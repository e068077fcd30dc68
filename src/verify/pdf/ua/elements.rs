//! Elements one by one: what they stand for, and texts in the place of pictures and formulas.

use std::collections::BTreeSet;

use super::rules;
use crate::verify::pdf::entries::{has, says_something};
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::{Leads, Role, Structure};

pub(super) fn check(structure: &Structure<'_>, breaches: &mut Breaches) {
    roles(structure, breaches);
    for node in &structure.nodes {
        let is_replaced = has(&node.dict, "ActualText");
        let is_described = says_something(&node.dict, "Alt") || is_replaced;
        if node.role.is("Figure") && !is_described {
            breaches.of(&rules::FIGURE_WITHOUT_ALT).of_element(node);
        }
        if node.role.is("Formula") && !is_described {
            breaches.of(&rules::FORMULA_WITHOUT_ALT).of_element(node);
        }
    }
}

fn roles(structure: &Structure<'_>, breaches: &mut Breaches) {
    for (from, to) in structure.roles.entries() {
        if from == to {
            breaches.of(&rules::CIRCULAR_ROLE).named(from);
        } else if Role::is_standard(from) {
            breaches
                .of(&rules::STANDARD_ROLE_REMAPPED)
                .named(&format!("{from} → {to}"));
        }
    }
    let names: BTreeSet<&str> = structure.nodes.iter().map(|node| node.written.as_str()).collect();
    for name in names {
        match structure.roles.leads(name) {
            Leads::To(_) => {}
            Leads::Nowhere => {
                breaches.of(&rules::UNKNOWN_ROLE).named(name);
            }
            Leads::InACircle => {
                breaches.of(&rules::CIRCULAR_ROLE).named(name);
            }
        }
    }
}
