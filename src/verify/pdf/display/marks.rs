//! Marked content, reduced to what is asked of it.

use std::rc::Rc;

use hayro::hayro_syntax::object::{Dict, Name, Object, String as PdfString};
use hayro::hayro_syntax::page::Resources;

use super::layers::Layers;
use crate::verify::pdf::element::Mark;
use crate::verify::pdf::text_string::text_of;

/// Marks in marks that are kept; those beyond are counted only.
const DEEPEST: usize = 256;

/// The marks about what is painted now.
#[derive(Clone)]
pub(super) struct Marks {
    list: Rc<[Mark]>,
    /// For each mark whether it hides what is in it.
    hiding: Vec<bool>,
    /// Marks that are open and not kept.
    beyond: usize,
    /// Marks that were open when this content began; it may not close them.
    outer: usize,
}

impl Marks {
    pub(super) fn new() -> Self {
        Self {
            list: Rc::default(),
            hiding: Vec::new(),
            beyond: 0,
            outer: 0,
        }
    }

    /// For content within what is painted now.
    pub(super) fn within(&self) -> Self {
        Self {
            outer: self.list.len(),
            ..self.clone()
        }
    }

    pub(super) fn list(&self) -> Rc<[Mark]> {
        Rc::clone(&self.list)
    }

    pub(super) fn hide(&self) -> bool {
        self.hiding.contains(&true)
    }

    pub(super) fn open(&mut self, mark: Mark, hides: bool) {
        if self.list.len() >= DEEPEST {
            self.beyond += 1;
            return;
        }
        self.list = self.list.iter().cloned().chain([mark]).collect();
        self.hiding.push(hides);
    }

    /// Closes the innermost mark; false when none is open.
    pub(super) fn close(&mut self) -> bool {
        if self.beyond > 0 {
            self.beyond -= 1;
            return true;
        }
        let Some(rest) = self.list.len().checked_sub(1).filter(|rest| *rest >= self.outer) else {
            return false;
        };
        self.list = self.list.iter().take(rest).cloned().collect();
        self.hiding.truncate(rest);
        true
    }
}

/// A mark with its property list, and whether it hides what is in it.
pub(super) fn mark(
    tag: &Name<'_>,
    properties: &Object<'_>,
    resources: &Resources<'_>,
    layers: &Layers,
) -> (Mark, bool) {
    let named = match properties {
        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
        Object::Dict(dict) => Some(dict.clone()),
        _ => None,
    };
    let tag = tag.as_str().to_owned();
    let Some(list) = named else {
        return (
            Mark {
                tag,
                ..Mark::default()
            },
            false,
        );
    };
    let layer = match properties {
        Object::Name(name) if tag == "OC" => Some(name),
        _ => None,
    };
    let said = |key: &str| list.get::<PdfString<'_>>(key).map(|string| text_of(&string));
    let mut keys: Vec<String> = list.keys().map(|key| key.as_str().to_owned()).collect();
    keys.sort_unstable();
    let mark = Mark {
        mcid: list.get::<i64>("MCID"),
        lang: said("Lang"),
        actual_text: said("ActualText"),
        alt: said("Alt"),
        layer: layer
            .and_then(|name| resources.properties.get_ref(name))
            .map(Into::into),
        keys,
        forms: 0,
        tag,
    };
    (
        mark,
        layer.is_some_and(|name| layers.hides(&resources.properties, name)),
    )
}
