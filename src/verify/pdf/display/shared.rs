//! What the reading of all pages of a file shares: budgets, fonts, colour spaces, layers, and what was found damaged.

use crate::wording::Text;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hayro::hayro_syntax::object::{Dict, ObjectIdentifier};

use super::layers::Layers;
use crate::verify::pdf::file::File;
use crate::verify::pdf::font::{Font, Fonts};
use crate::verify::pdf::limits::Budget;
use crate::verify::pdf::paint::Pattern;
use crate::verify::pdf::space::Space;

/// A pattern by its object, and by the matrix of the space that it is placed in, bit by bit.
type PatternPlace = (ObjectIdentifier, [u64; 6]);

pub(super) struct Shared<'f> {
    pub(super) file: &'f File,
    pub(super) layers: Layers,
    pub(super) spaces: RefCell<BTreeMap<ObjectIdentifier, Rc<Space<'f>>>>,
    pub(super) patterns: RefCell<BTreeMap<PatternPlace, Rc<Pattern<'f>>>>,
    fonts: Fonts<'f>,
    budget: Budget,
    /// What is left for all pages.
    all: Budget,
    elements: Cell<usize>,
    spent: Cell<bool>,
    damage: RefCell<BTreeSet<Text>>,
}

/// Kinds of damage that are told of one page; a page that has more is damaged through and through.
const DAMAGE: usize = 50;

impl<'f> Shared<'f> {
    pub(super) fn new(file: &'f File) -> Self {
        Self {
            file,
            layers: Layers::read(&file.catalog()),
            spaces: RefCell::default(),
            patterns: RefCell::default(),
            fonts: Fonts::default(),
            budget: Budget::new(file.limits().steps),
            all: Budget::new(file.limits().all_steps),
            elements: Cell::new(0),
            spent: Cell::new(false),
            damage: RefCell::default(),
        }
    }

    /// Gives a page its own budget.
    pub(super) fn begin(&self) {
        self.budget.refill(self.file.limits().steps);
        self.elements.set(0);
        self.spent.set(false);
        self.damage.borrow_mut().clear();
    }

    /// Takes steps of work; false when the page has used up its own, or the pages before have used up all.
    pub(super) fn work(&self, steps: usize) -> bool {
        let enough = self.budget.take(steps as u64) && self.all.take(steps as u64);
        if !enough {
            self.spent.set(true);
        }
        enough && !self.spent.get()
    }

    /// Takes room for an element.
    pub(super) fn room(&self) -> bool {
        let count = self.elements.get() + 1;
        self.elements.set(count);
        if count > self.file.limits().elements {
            self.spent.set(true);
        }
        !self.spent.get()
    }

    /// Says that something is left out.
    pub(super) fn cut(&self) {
        self.spent.set(true);
    }

    pub(super) const fn is_spent(&self) -> bool {
        self.spent.get()
    }

    pub(super) fn damaged(&self, what: impl Into<Text>) {
        let mut damage = self.damage.borrow_mut();
        if damage.len() < DAMAGE {
            damage.insert(what.into());
        }
    }

    pub(super) fn damage(&self) -> Vec<Text> {
        self.damage.borrow().iter().cloned().collect()
    }

    pub(super) fn font(&self, dict: &Dict<'f>, object: Option<ObjectIdentifier>) -> Rc<Font<'f>> {
        self.fonts.get(self.file, dict, object)
    }
}
