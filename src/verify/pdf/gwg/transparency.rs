//! In which space transparency is mixed: in DeviceCMYK, and light masks in DeviceGray, too (R0030).

use std::collections::BTreeSet;
use std::rc::Rc;

use hayro::hayro_syntax::object::{Array, Dict, Name, Object};

use super::super::{Display, Element, Page, SoftMask, Space};
use super::faults::{Faults, Said};
use super::place::Place;
use super::requirements::Requirements;
use crate::diag::{Code, Text};
use crate::wording::text;

/// R0030.
pub(super) fn check(
    page: &Page<'_>,
    display: &Display<'_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let Some(limit) = requirements.limit("R0030") else {
        return;
    };
    let mut add = |kind: &'static str, space: &str, place: Place| {
        faults.add(Code::GWG_R0030, limit, kind, Some(place), || said(kind, space));
    };
    if let Some(space) = space_of_page(page).filter(|space| space != "DeviceCMYK") {
        add(PAGE, &space, Place::page(page));
    }
    let mut masks = Vec::new();
    groups(page, display, &mut masks, &mut add);
    let mut seen = BTreeSet::new();
    while let Some((mask, place)) = masks.pop() {
        if !seen.insert(Rc::as_ptr(&mask).addr()) {
            continue;
        }
        let is_grey_light = mask.luminosity && matches!(mask.space.as_deref(), Some(Space::DeviceGray));
        if let Some(space) = mask
            .space
            .as_deref()
            .filter(|space| !is_cmyk(space) && !is_grey_light)
        {
            add(MASK, space.family(), place);
        }
        groups(page, &mask.display, &mut masks, &mut add);
    }
}

const PAGE: &str = "page";
const GROUP: &str = "group";
const MASK: &str = "mask";

/// Looks at the groups of a display, and gathers the masks in it, each with where it is used.
fn groups<'f>(
    page: &Page<'f>,
    display: &Display<'f>,
    masks: &mut Vec<(Rc<SoftMask<'f>>, Place)>,
    add: &mut impl FnMut(&'static str, &str, Place),
) {
    for group in &display.groups {
        let within = display.elements.get(group.elements.clone()).unwrap_or_default();
        let place = place(page, within);
        if let Some(space) = group.space.as_deref().filter(|space| !is_cmyk(space)) {
            add(GROUP, space.family(), place);
        }
        masks.extend(group.soft_mask.iter().map(|mask| (Rc::clone(mask), place)));
    }
    for element in &display.elements {
        if let Some(mask) = &element.soft_mask {
            masks.push((Rc::clone(mask), place(page, std::slice::from_ref(element))));
        }
    }
}

/// Where several elements are, all together.
fn place(page: &Page<'_>, elements: &[Element<'_>]) -> Place {
    let areas = elements.iter().filter_map(|element| element.visible);
    match areas.reduce(|all, one| all.union(one)) {
        Some(area) => Place::of(page, area),
        None => Place::page(page),
    }
}

/// The space that the page itself is mixed in, where it says so.
fn space_of_page(page: &Page<'_>) -> Option<String> {
    let group: Dict<'_> = page.dict.get("Group")?;
    let name = |name: &Name<'_>| name.as_str().to_owned();
    match group.get::<Object<'_>>("CS")? {
        Object::Name(space) => Some(name(&space)),
        Object::Array(space) => Some(family(&space).map_or_else(String::new, |family| name(&family))),
        _ => Some(String::new()),
    }
}

fn family<'a>(space: &Array<'a>) -> Option<Name<'a>> {
    space.iter::<Name<'a>>().next()
}

const fn is_cmyk(space: &Space<'_>) -> bool {
    matches!(space, Space::DeviceCmyk)
}

fn said(kind: &str, space: &str) -> Said {
    let what: Text = match kind {
        PAGE => text!("the page", "die Seite"),
        GROUP => text!("a group", "eine Gruppe"),
        _ => text!("a mask", "eine Maske"),
    };
    Said {
        message: text!(
            "{what} mixes its transparency in `{space}`, not in DeviceCMYK",
            "{what} mischt ihre Transparenz in `{space}`, nicht in DeviceCMYK"; what
        ),
        note: text!(
            "what shines through is then converted from one space to another, and black text becomes grey of four inks",
            "was durchscheint, wird dann umgerechnet, und schwarzer Text wird zu Grau aus vier Farben"
        ),
        help: text!(
            "ask for the PDF with CMYK as the space in which transparency is mixed",
            "das PDF mit CMYK als Transparenzfarbraum verlangen"
        ),
    }
}
