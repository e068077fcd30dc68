//! Which elements may stand in which: lists, tables, contents, ruby and warichu (ISO 32000-1, tables 333 and 336 to 338).

use super::rules;
use crate::verify::pdf::rule::{Breaches, Rule};
use crate::verify::pdf::structure::{Node, Role, Structure};

/// What may stand in an element, and in what that element may stand.
struct Place {
    role: &'static str,
    rule: &'static Rule,
    /// None where anything may.
    holds: Option<&'static [&'static str]>,
    /// None where it may stand anywhere.
    stands_in: Option<&'static [&'static str]>,
}

const PLACES: &[Place] = &[
    Place {
        role: "L",
        rule: &rules::LIST_NESTING,
        holds: Some(&["Caption", "L", "LI"]),
        stands_in: None,
    },
    Place {
        role: "LI",
        rule: &rules::LIST_NESTING,
        holds: Some(&["LBody", "Lbl"]),
        stands_in: Some(&["L"]),
    },
    Place {
        role: "LBody",
        rule: &rules::LIST_NESTING,
        holds: None,
        stands_in: Some(&["LI"]),
    },
    Place {
        role: "Table",
        rule: &rules::TABLE_NESTING,
        holds: Some(&["Caption", "TBody", "TFoot", "THead", "TR"]),
        stands_in: None,
    },
    Place {
        role: "THead",
        rule: &rules::TABLE_NESTING,
        holds: Some(&["TR"]),
        stands_in: Some(&["Table"]),
    },
    Place {
        role: "TBody",
        rule: &rules::TABLE_NESTING,
        holds: Some(&["TR"]),
        stands_in: Some(&["Table"]),
    },
    Place {
        role: "TFoot",
        rule: &rules::TABLE_NESTING,
        holds: Some(&["TR"]),
        stands_in: Some(&["Table"]),
    },
    Place {
        role: "TR",
        rule: &rules::TABLE_NESTING,
        holds: Some(&["TD", "TH"]),
        stands_in: Some(&["TBody", "TFoot", "THead", "Table"]),
    },
    Place {
        role: "TH",
        rule: &rules::TABLE_NESTING,
        holds: None,
        stands_in: Some(&["TR"]),
    },
    Place {
        role: "TD",
        rule: &rules::TABLE_NESTING,
        holds: None,
        stands_in: Some(&["TR"]),
    },
    Place {
        role: "TOC",
        rule: &rules::CONTENTS_NESTING,
        holds: Some(&["Caption", "TOC", "TOCI"]),
        stands_in: None,
    },
    Place {
        role: "TOCI",
        rule: &rules::CONTENTS_NESTING,
        holds: None,
        stands_in: Some(&["TOC"]),
    },
    Place {
        role: "Ruby",
        rule: &rules::RUBY_NESTING,
        holds: Some(&["RB", "RP", "RT"]),
        stands_in: None,
    },
    Place {
        role: "RB",
        rule: &rules::RUBY_NESTING,
        holds: None,
        stands_in: Some(&["Ruby"]),
    },
    Place {
        role: "RT",
        rule: &rules::RUBY_NESTING,
        holds: None,
        stands_in: Some(&["Ruby"]),
    },
    Place {
        role: "RP",
        rule: &rules::RUBY_NESTING,
        holds: None,
        stands_in: Some(&["Ruby"]),
    },
    Place {
        role: "Warichu",
        rule: &rules::RUBY_NESTING,
        holds: Some(&["WP", "WT"]),
        stands_in: None,
    },
    Place {
        role: "WT",
        rule: &rules::RUBY_NESTING,
        holds: None,
        stands_in: Some(&["Warichu"]),
    },
    Place {
        role: "WP",
        rule: &rules::RUBY_NESTING,
        holds: None,
        stands_in: Some(&["Warichu"]),
    },
];

pub(super) fn check(structure: &Structure<'_>, breaches: &mut Breaches) {
    for node in &structure.nodes {
        let Some(place) = PLACES.iter().find(|place| node.role.is(place.role)) else {
            continue;
        };
        let above = structure.above(node);
        if let Some(allowed) = place.stands_in
            && !above.is_some_and(|above| above.role.is_of(allowed))
        {
            let above = above.map_or("-", name);
            breaches
                .of(place.rule)
                .of_element(node)
                .named(&format!("{above} > {}", name(node)));
        }
        let inside = structure.elements_in(node);
        if let Some(allowed) = place.holds {
            for inside in inside.iter().filter(|inside| !inside.role.is_of(allowed)) {
                // What may stand nowhere else is said where it stands.
                let is_said = PLACES
                    .iter()
                    .any(|place| inside.role.is(place.role) && place.stands_in.is_some());
                if !is_said {
                    breaches.of(place.rule).of_element(node).named(&format!(
                        "{} > {}",
                        name(node),
                        name(inside)
                    ));
                }
            }
        }
        if node.role.is("Table") {
            parts_of_table(node, &inside, breaches);
        }
        if node.role.is_of(&["L", "Table", "TOC"]) {
            caption(place.rule, node, &inside, breaches);
        }
    }
}

/// One head and one foot at most, and then rows in bodies.
fn parts_of_table(table: &Node<'_>, inside: &[&Node<'_>], breaches: &mut Breaches) {
    let count = |role: &str| inside.iter().filter(|inside| inside.role.is(role)).count();
    for part in ["THead", "TFoot"] {
        if count(part) > 1 {
            breaches
                .of(&rules::TABLE_NESTING)
                .of_element(table)
                .named(&format!("Table > {part}, {part}"));
        }
        if count(part) > 0 && count("TBody") == 0 {
            breaches
                .of(&rules::TABLE_NESTING)
                .of_element(table)
                .named(&format!("Table > {part}"));
        }
    }
}

/// A caption comes first, under a table also last.
fn caption(rule: &'static Rule, node: &Node<'_>, inside: &[&Node<'_>], breaches: &mut Breaches) {
    let places = inside
        .iter()
        .enumerate()
        .filter(|(_, inside)| inside.role.is("Caption"));
    let places: Vec<usize> = places.map(|(place, _)| place).collect();
    let is_well = match places.as_slice() {
        [] => true,
        [place] => *place == 0 || (node.role.is("Table") && *place + 1 == inside.len()),
        _ => false,
    };
    if !is_well {
        breaches.of(rule).of_element(node).named("Caption");
    }
}

fn name<'n>(node: &'n Node<'_>) -> &'n str {
    match node.role {
        Role::Standard(name) => name,
        _ => node.written.as_str(),
    }
}
