//! Content: every piece of it is in a tag or is an artifact, and its tag leads to it and back.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hayro::hayro_syntax::object::ObjectIdentifier;

use super::{language, rules};
use crate::verify::pdf::element::{Element, Kind, Mark};
use crate::verify::pdf::entries::has;
use crate::verify::pdf::file::File;
use crate::verify::pdf::page::Page;
use crate::verify::pdf::rule::Breaches;
use crate::verify::pdf::structure::Structure;

/// Numbers of content in forms that are told apart.
const MOST: usize = 200_000;

/// What was seen of the content.
pub(super) struct Content {
    /// Whether there is a tag for anything; where there is none, it is said once, not of each piece.
    is_tagged: bool,
    /// Whether the document states a language.
    has_language: bool,
    /// For each number of a form, on which page and in which place of it the form was first painted.
    forms: BTreeMap<(ObjectIdentifier, i64), (usize, usize)>,
    judged: BTreeSet<(usize, i64)>,
    /// Whether a text without a language was found on this page.
    lacks_language: bool,
    /// The marks that were judged last, and what stands in them.
    last: Option<Rc<[Mark]>>,
}

/// Where a number of content belongs.
struct Numbered {
    of: Option<ObjectIdentifier>,
    form: Option<ObjectIdentifier>,
    key: Option<i64>,
}

impl Content {
    pub(super) fn new(file: &File) -> Self {
        let catalog = file.catalog();
        Self {
            is_tagged: has(&catalog, "StructTreeRoot"),
            has_language: language::is_stated(file),
            forms: BTreeMap::new(),
            judged: BTreeSet::new(),
            lacks_language: false,
            last: None,
        }
    }

    pub(super) fn begin_page(&mut self) {
        self.judged.clear();
        self.lacks_language = false;
        self.last = None;
    }

    /// Judges the marks about an element. Appearances of annotations are judged with their annotations.
    pub(super) fn look<'f>(
        &mut self,
        page: &Page<'f>,
        element: &Element<'f>,
        structure: &Structure<'f>,
        breaches: &mut Breaches,
    ) {
        if element.annotation.is_some() {
            return;
        }
        self.language(page, element, structure, breaches);
        if !self.is_tagged {
            return;
        }
        let is_same = |marks: &Rc<[Mark]>| Rc::ptr_eq(marks, &element.marks) && !marks.is_empty();
        if self.last.as_ref().is_some_and(is_same) {
            return;
        }
        self.last = Some(Rc::clone(&element.marks));
        let artifact = element.marks.iter().position(Mark::is_artifact);
        let tagged = element.marks.iter().position(|mark| mark.mcid.is_some());
        let place = Some(element.visible.unwrap_or(element.bounds));
        match (artifact, tagged) {
            (None, None) => {
                breaches.of(&rules::UNTAGGED_CONTENT).at(page, place);
            }
            (Some(_), None) => {}
            (Some(artifact), Some(tagged)) => {
                let rule = if artifact > tagged {
                    &rules::ARTIFACT_IN_CONTENT
                } else {
                    &rules::CONTENT_IN_ARTIFACT
                };
                breaches.of(rule).at(page, place);
            }
            (None, Some(_)) => {
                for mark in element.marks.iter() {
                    if let Some(number) = mark.mcid {
                        self.numbered(page, element, mark, number, structure, breaches);
                    }
                }
            }
        }
    }

    /// Judges whether a number is in a tag, and whether the way there and the way back agree.
    fn numbered<'f>(
        &mut self,
        page: &Page<'f>,
        element: &Element<'f>,
        mark: &Mark,
        number: i64,
        structure: &Structure<'f>,
        breaches: &mut Breaches,
    ) {
        let numbered = Numbered::of(page, element, mark);
        if let Some(form) = numbered.form.filter(|_| mark.forms == element.forms.len()) {
            self.painted_again(page, element, form, number, breaches);
        }
        let judged = (mark.forms, number);
        if numbered.form.is_none() && !self.judged.insert(judged) {
            return;
        }
        let place = Some(element.visible.unwrap_or(element.bounds));
        let holder = numbered.of.and_then(|of| structure.holder(of, number));
        let Some(parents) = numbered.key.and_then(|key| structure.parents.at(key)) else {
            breaches.of(&rules::NO_STRUCT_PARENTS).at(page, place);
            return;
        };
        let says = parents.of_content(number).and_then(|id| structure.element(id));
        match (holder, says) {
            (None, _) => {
                breaches.of(&rules::LOST_CONTENT).at(page, place);
            }
            (Some(holder), Some(says)) if holder == says => {}
            (Some(_), _) => {
                breaches.of(&rules::PARENTS_DISAGREE).at(page, place);
            }
        }
    }

    /// Says when a form with a number is painted on a second page, or a second time on one.
    fn painted_again(
        &mut self,
        page: &Page<'_>,
        element: &Element<'_>,
        form: ObjectIdentifier,
        number: i64,
        breaches: &mut Breaches,
    ) {
        if self.forms.len() >= MOST {
            return;
        }
        // Each time a form is painted it stands in a list of its own.
        let now = (page.index, Rc::as_ptr(&element.forms).cast::<u8>().addr());
        let first = *self.forms.entry((form, number)).or_insert(now);
        if first != now {
            breaches
                .of(&rules::FORM_USED_TWICE)
                .at(page, Some(element.bounds));
        }
    }

    /// Without a language of the document, every text needs one from its marks or its tags.
    fn language<'f>(
        &mut self,
        page: &Page<'f>,
        element: &Element<'f>,
        structure: &Structure<'f>,
        breaches: &mut Breaches,
    ) {
        let marks = &element.marks;
        let speaks = matches!(element.kind, Kind::Text(_))
            || marks
                .iter()
                .any(|mark| mark.actual_text.is_some() || mark.alt.is_some());
        if self.has_language || self.lacks_language || !speaks || marks.iter().any(Mark::is_artifact) {
            return;
        }
        let holder = || {
            let (mark, number) = marks.iter().rev().find_map(|mark| Some((mark, mark.mcid?)))?;
            structure.holder(Numbered::of(page, element, mark).of?, number)
        };
        let of_marks = marks.iter().rev().find_map(|mark| mark.lang.as_ref());
        let is_stated = match of_marks {
            Some(stated) => !stated.is_empty(),
            None => holder().is_some_and(|holder| language::is_stated_about(structure, holder)),
        };
        if !is_stated {
            self.lacks_language = true;
            breaches.of(&rules::NO_LANGUAGE).on(page);
        }
    }
}

impl Numbered {
    fn of(page: &Page<'_>, element: &Element<'_>, mark: &Mark) -> Self {
        let form = mark
            .forms
            .checked_sub(1)
            .and_then(|at| element.forms.get(at))
            .filter(|form| form.struct_parents.is_some());
        match form {
            Some(form) => Self {
                of: form.object,
                form: form.object,
                key: form.struct_parents,
            },
            None => Self {
                of: page.object(),
                form: None,
                key: page.dict.get::<i64>("StructParents"),
            },
        }
    }
}
