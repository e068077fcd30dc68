//! Which plates a page needs: every ink that its content chooses, in what it holds as well as in itself.

use std::collections::BTreeSet;

use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction;
use hayro::hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro::hayro_syntax::page::{Page, Resources};

/// The process inks, in the order in which they are printed in words.
const PROCESS: [&str; 4] = ["Cyan", "Magenta", "Yellow", "Black"];

/// Content within content is followed so deep: a form in a form in a form.
const DEEPEST: usize = 8;

/// The plates of a page: process inks first, then spot inks in alphabetical order.
pub(super) fn of(page: &Page<'_>) -> Vec<String> {
    let mut needed = BTreeSet::new();
    gather(page.typed_operations(), page.resources(), DEEPEST, &mut needed);
    let process = PROCESS.iter().filter(|ink| needed.contains(**ink));
    let spots = needed.iter().filter(|ink| !PROCESS.contains(&ink.as_str()));
    process
        .map(|ink| (*ink).to_owned())
        .chain(spots.cloned())
        .collect()
}

fn gather(
    mut operations: TypedIter<'_>,
    resources: &Resources<'_>,
    depth: usize,
    needed: &mut BTreeSet<String>,
) {
    let (mut fill, mut stroke) = (Vec::new(), Vec::new());
    while let Some(operation) = operations.next() {
        match operation {
            TypedInstruction::NonStrokeColorCmyk(c) => process([c.0, c.1, c.2, c.3], needed),
            TypedInstruction::StrokeColorCmyk(c) => process([c.0, c.1, c.2, c.3], needed),
            TypedInstruction::NonStrokeColorDeviceGray(_) | TypedInstruction::StrokeColorDeviceGray(_) => {
                needed.insert("Black".to_owned());
            }
            TypedInstruction::ColorSpaceNonStroke(space) => fill = named_space(space.0, resources),
            TypedInstruction::ColorSpaceStroke(space) => stroke = named_space(space.0, resources),
            TypedInstruction::NonStrokeColor(parts) => used(&fill, &parts.0, needed),
            TypedInstruction::StrokeColor(parts) => used(&stroke, &parts.0, needed),
            TypedInstruction::NonStrokeColorNamed(parts) => used(&fill, &parts.0, needed),
            TypedInstruction::StrokeColorNamed(parts) => used(&stroke, &parts.0, needed),
            TypedInstruction::Shading(name) => {
                let shading = resources.get_shading(name.0).and_then(shading_space);
                needed.extend(shading.map(|space| inks(&space)).unwrap_or_default());
            }
            TypedInstruction::XObject(name) => {
                if let Some(object) = resources.get_x_object(name.0) {
                    within(&object, resources, depth, needed);
                }
            }
            _ => {}
        }
    }
}

/// The plates of a picture, or of the content of a form.
fn within(object: &Stream<'_>, around: &Resources<'_>, depth: usize, needed: &mut BTreeSet<String>) {
    let dict = object.dict();
    if dict
        .get::<Name<'_>>("Subtype")
        .is_some_and(|kind| kind.as_str() == "Image")
    {
        needed.extend(
            dict.get::<Object<'_>>("ColorSpace")
                .map(|space| inks(&space))
                .unwrap_or_default(),
        );
        return;
    }
    let (Some(depth), Ok(content)) = (depth.checked_sub(1), object.decoded()) else {
        return;
    };
    match dict.get::<Dict<'_>>("Resources") {
        Some(own) => gather(TypedIter::new(&content), &Resources::new(own), depth, needed),
        None => gather(TypedIter::new(&content), around, depth, needed),
    }
}

fn process(parts: [Number; 4], needed: &mut BTreeSet<String>) {
    let printed = PROCESS.iter().zip(parts).filter(|(_, part)| part.as_f64() > 0.0);
    needed.extend(printed.map(|(ink, _)| (*ink).to_owned()));
}

/// The inks of a space whose parts are more than nothing.
fn used(space: &[String], parts: &[Number], needed: &mut BTreeSet<String>) {
    let printed = space.iter().zip(parts).filter(|(_, part)| part.as_f64() > 0.0);
    needed.extend(printed.map(|(ink, _)| ink.clone()));
}

fn named_space(name: &Name<'_>, resources: &Resources<'_>) -> Vec<String> {
    match resources.get_color_space(name) {
        Some(space) => inks(&space),
        None => device(name.as_str()),
    }
}

fn shading_space(shading: Object<'_>) -> Option<Object<'_>> {
    let dict = match shading {
        Object::Dict(dict) => dict,
        Object::Stream(stream) => stream.dict().clone(),
        _ => return None,
    };
    dict.get("ColorSpace")
}

/// The inks of a colour space, in the order of its components.
fn inks(space: &Object<'_>) -> Vec<String> {
    match space {
        Object::Name(name) => device(name.as_str()),
        Object::Array(array) => of_array(array),
        _ => Vec::new(),
    }
}

fn of_array(array: &Array<'_>) -> Vec<String> {
    let mut entries = array.iter::<Object<'_>>();
    let Some(Object::Name(family)) = entries.next() else {
        return Vec::new();
    };
    let second = entries.next();
    match (family.as_str(), second) {
        ("Separation", Some(Object::Name(ink))) => vec![ink.as_str().to_owned()],
        ("DeviceN", Some(Object::Array(names))) => names
            .iter::<Name<'_>>()
            .map(|name| name.as_str().to_owned())
            .collect(),
        ("Indexed" | "Pattern", Some(base)) => inks(&base),
        (family, _) => device(family),
    }
}

fn device(family: &str) -> Vec<String> {
    match family {
        "DeviceCMYK" => PROCESS.map(str::to_owned).to_vec(),
        "DeviceGray" => vec!["Black".to_owned()],
        _ => Vec::new(),
    }
}
