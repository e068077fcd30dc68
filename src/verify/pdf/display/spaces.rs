//! Reads colour spaces, and chooses colours in them (ISO 32000-2, 8.6).

use crate::wording::text;
use std::rc::Rc;

use hayro::hayro_interpret::Function;
use hayro::hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};
use hayro::hayro_syntax::page::Resources;

use super::painter::Painter;
use super::state::Colour;
use crate::verify::pdf::space::{Space, Tint};

/// Spaces in spaces: an indexed one over one of inks over one of a profile.
const DEEPEST: usize = 8;
/// Inks of one space (ISO 32000-2, annex C).
const INKS: usize = 32;

impl<'f> Painter<'_, 'f> {
    /// `cs` and `CS`: the colour is then the first of the space.
    pub(super) fn choose_space(&mut self, strokes: bool, name: &Name<'_>, resources: &Resources<'f>) {
        if self.uncoloured {
            return;
        }
        let space = self.named_space(name, resources);
        let components = space.initial();
        let colour = self.colour(strokes);
        colour.space = space;
        colour.components = components;
        colour.pattern = None;
    }

    /// `sc`, `scn` and those for strokes.
    pub(super) fn choose_colour(
        &mut self,
        strokes: bool,
        parts: &[Number],
        pattern: Option<&Name<'_>>,
        resources: &Resources<'f>,
    ) {
        if self.uncoloured {
            return;
        }
        let components: Vec<f64> = parts
            .iter()
            .take(INKS)
            .map(|part| super::content::number(*part))
            .collect();
        let known = match pattern {
            None => None,
            Some(name) => {
                let found = resources.get_pattern(name);
                if found.is_none() {
                    self.missing(&text!("the pattern", "das Muster"), name);
                }
                self.colour(strokes).components.clone_from(&components);
                let object = resources.patterns.get_ref(name).map(ObjectIdentifier::from);
                found.map(|found| self.pattern(&found, object, strokes, resources))
            }
        };
        let colour = self.colour(strokes);
        colour.components = components;
        colour.pattern = known;
    }

    /// The operators that choose a device space and a colour at once.
    pub(super) fn choose_device(
        &mut self,
        strokes: bool,
        device: Space<'f>,
        parts: &[Number],
        resources: &Resources<'f>,
    ) {
        if self.uncoloured {
            return;
        }
        let space = self.device(device, resources);
        let colour = self.colour(strokes);
        colour.space = space;
        colour.components = parts.iter().map(|part| super::content::number(*part)).collect();
        colour.pattern = None;
    }

    fn colour(&mut self, strokes: bool) -> &mut Colour<'f> {
        if strokes {
            &mut self.state.stroke
        } else {
            &mut self.state.fill
        }
    }

    /// A space by its name: one of the device's, or one of the resources.
    pub(super) fn named_space(&self, name: &Name<'_>, resources: &Resources<'f>) -> Rc<Space<'f>> {
        if let Some(device) = device_named(name.as_str()) {
            return self.device(device, resources);
        }
        let id = resources.color_spaces.get_ref(name).map(ObjectIdentifier::from);
        if let Some(known) = id.and_then(|id| self.shared.spaces.borrow().get(&id).cloned()) {
            return known;
        }
        let Some(written) = resources.get_color_space(name) else {
            self.missing(&text!("the colour space", "der Farbraum"), name);
            return Rc::new(Space::Unknown(name.as_str().into()));
        };
        let space = self.space(&written, resources);
        if let Some(id) = id {
            self.shared.spaces.borrow_mut().insert(id, Rc::clone(&space));
        }
        space
    }

    /// A space as it is written.
    pub(super) fn space(&self, written: &Object<'f>, resources: &Resources<'f>) -> Rc<Space<'f>> {
        self.space_within(written, resources, DEEPEST)
    }

    /// A space that a picture in the content names: of its own, there may be only a table of colours.
    pub(super) fn inline_space(&self, written: &Object<'_>, resources: &Resources<'f>) -> Rc<Space<'f>> {
        match written {
            Object::Name(name) => self.inline_name(name, resources),
            Object::Array(array) => {
                let mut parts = array.iter::<Object<'_>>();
                let (_, base, highest, table) = (parts.next(), parts.next(), parts.next(), parts.next());
                match (base, highest, table) {
                    (
                        Some(Object::Name(base)),
                        Some(Object::Number(highest)),
                        Some(Object::String(table)),
                    ) => Rc::new(Space::Indexed {
                        base: self.inline_name(&base, resources),
                        highest: super::content::small(highest),
                        table: table.as_bytes().into(),
                    }),
                    _ => Rc::new(Space::Unknown("".into())),
                }
            }
            _ => Rc::new(Space::Unknown("".into())),
        }
    }

    fn inline_name(&self, name: &Name<'_>, resources: &Resources<'f>) -> Rc<Space<'f>> {
        let device = match name.as_str() {
            "G" => Space::DeviceGray,
            "RGB" => Space::DeviceRgb,
            "CMYK" => Space::DeviceCmyk,
            _ => return self.named_space(name, resources),
        };
        self.device(device, resources)
    }

    /// A device space, or the space that the resources put in its place (ISO 32000-2, 8.6.5.6).
    fn device(&self, device: Space<'f>, resources: &Resources<'f>) -> Rc<Space<'f>> {
        let key = match device {
            Space::DeviceGray => "DefaultGray",
            Space::DeviceRgb => "DefaultRGB",
            Space::DeviceCmyk => "DefaultCMYK",
            _ => return Rc::new(device),
        };
        match resources.color_spaces.get::<Object<'f>>(key) {
            // Within it, device spaces mean the device.
            Some(written) => self.space_within(&written, &Resources::new(Dict::empty()), DEEPEST),
            None => Rc::new(device),
        }
    }

    fn space_within(&self, written: &Object<'f>, resources: &Resources<'f>, depth: usize) -> Rc<Space<'f>> {
        let Some(depth) = depth.checked_sub(1) else {
            self.shared.damaged(text!(
                "colour spaces within colour spaces, too many",
                "zu viele Farbräume in Farbräumen"
            ));
            return Rc::new(Space::Unknown("".into()));
        };
        match written {
            Object::Name(name) => match device_named(name.as_str()) {
                Some(device) => self.device(device, resources),
                None => self.named_again(name, resources, depth),
            },
            Object::Array(array) => self.family(array, resources, depth).unwrap_or_else(|| {
                self.shared.damaged(text!(
                    "a colour space that is written wrongly",
                    "ein falsch geschriebener Farbraum"
                ));
                Rc::new(Space::Unknown("".into()))
            }),
            _ => Rc::new(Space::Unknown("".into())),
        }
    }

    fn named_again(&self, name: &Name<'_>, resources: &Resources<'f>, depth: usize) -> Rc<Space<'f>> {
        match resources.get_color_space(name) {
            Some(written) => self.space_within(&written, resources, depth),
            None => Rc::new(Space::Unknown(name.as_str().into())),
        }
    }

    fn family(&self, array: &Array<'f>, resources: &Resources<'f>, depth: usize) -> Option<Rc<Space<'f>>> {
        let parts: Vec<Object<'f>> = array.iter::<Object<'f>>().take(6).collect();
        let Some(Object::Name(family)) = parts.first() else {
            return None;
        };
        let within = |part: usize| Some(self.space_within(parts.get(part)?, resources, depth));
        let space = match family.as_str() {
            "CalGray" => Space::CalGray,
            "CalRGB" => Space::CalRgb,
            "Lab" => {
                let range = parts
                    .get(1)
                    .cloned()
                    .and_then(Object::into_dict)?
                    .get::<[f64; 4]>("Range");
                Space::Lab(range.unwrap_or([-100.0, 100.0, -100.0, 100.0]))
            }
            "ICCBased" => {
                let profile = parts.get(1).cloned().and_then(Object::into_stream)?;
                let alternate: Option<Object<'f>> = profile.dict().get("Alternate");
                Space::Icc {
                    components: profile.dict().get::<usize>("N").filter(|n| *n <= INKS)?,
                    alternate: alternate.map(|written| self.space_within(&written, resources, depth)),
                    profile,
                }
            }
            "Indexed" => Space::Indexed {
                base: within(1)?,
                highest: parts.get(2).cloned().and_then(Object::into_u8)?,
                table: self.table(parts.get(3)?)?,
            },
            "Separation" => Space::Separation {
                name: parts.get(1).cloned().and_then(Object::into_name)?.as_str().into(),
                tint: Tint {
                    alternate: within(2)?,
                    transform: parts.get(3).and_then(Function::new),
                },
            },
            "DeviceN" => {
                let names = parts.get(1).cloned().and_then(Object::into_array)?;
                let names = names.iter::<Name<'f>>().take(INKS);
                let attributes = parts.get(4).cloned().and_then(Object::into_dict);
                Space::DeviceN {
                    names: names.map(|name| name.as_str().to_owned()).collect(),
                    n_channel: attributes.is_some_and(|attributes| {
                        super::layers::is_named(&attributes, "Subtype", "NChannel")
                    }),
                    tint: Tint {
                        alternate: within(2)?,
                        transform: parts.get(3).and_then(Function::new),
                    },
                }
            }
            "Pattern" => Space::Pattern(within(1)),
            other => return device_named(other).map(|device| self.device(device, resources)),
        };
        Some(Rc::new(space))
    }

    fn table(&self, written: &Object<'f>) -> Option<Rc<[u8]>> {
        match written {
            Object::String(string) => Some(string.as_bytes().into()),
            Object::Stream(stream) => self.unpacked_table(stream),
            _ => None,
        }
    }

    fn unpacked_table(&self, stream: &Stream<'f>) -> Option<Rc<[u8]>> {
        // 256 colours of as many inks as there may be.
        const LARGEST: usize = 256 * INKS;
        let bytes = self.shared.file.unpacked(stream)?;
        Some(bytes.get(..LARGEST).unwrap_or(&bytes).into())
    }
}

fn device_named<'f>(name: &str) -> Option<Space<'f>> {
    Some(match name {
        "DeviceGray" => Space::DeviceGray,
        "DeviceRGB" => Space::DeviceRgb,
        "DeviceCMYK" => Space::DeviceCmyk,
        "CalGray" => Space::CalGray,
        "CalRGB" => Space::CalRgb,
        "Pattern" => Space::Pattern(None),
        _ => return None,
    })
}
