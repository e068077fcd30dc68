//! The colours of shadings, place by place (ISO 32000-2, 8.7.4.5).

use hayro::hayro_interpret::Function;
use hayro::hayro_syntax::object::{Array, Object, Rect as PdfRect, dict_or_stream};
use hayro::kurbo::{Affine, Point, Rect};

use super::coverage::Area;
use super::mesh::{self, Mesh};
use crate::verify::pdf::element::Shading;
use crate::verify::pdf::page::corners;

/// Functions of one shading: one for each component.
const FUNCTIONS: usize = 32;
/// Functions of which those of a shading are made, all together, and how deeply.
const PARTS: usize = 1_000;
const NESTED: usize = 4;
/// Bytes of a function's table or program.
const DATA: usize = 4 << 20;
/// What a table costs at most, in bytes: only what lies about a value is looked at.
const TABLE: usize = 64;
/// What asking for any colour costs, in pixels, and how many bytes more cost as much as a pixel.
const PLAIN: usize = 24;
const PER_PIXEL: usize = 4;

/// Tells the colour of a shading at each pixel.
pub(super) struct Shader {
    geometry: Geometry,
    functions: Vec<Function>,
    /// From pixels to the space of the shading.
    back: Affine,
    bounds: Option<Rect>,
    background: Option<Vec<f64>>,
    /// What it costs to ask for the colour of a pixel, in pixels.
    pub(super) costs: usize,
    /// What it cost to read it, in pixels.
    pub(super) made: usize,
}

enum Geometry {
    Function {
        domain: [f64; 4],
        back: Affine,
    },
    Axial {
        from: Point,
        to: Point,
        domain: (f64, f64),
        extend: [bool; 2],
    },
    Radial {
        circles: [f64; 6],
        domain: (f64, f64),
        extend: [bool; 2],
    },
    Mesh(Mesh),
}

impl Shader {
    /// For a shading whose space a matrix takes to pixels; none when it is damaged.
    pub(super) fn new(shading: &Shading<'_>, place: Affine, area: Area) -> Option<Self> {
        if place.determinant().abs() < 1e-12 {
            return None;
        }
        let dict = &shading.dict;
        let domain = dict
            .get::<[f64; 2]>("Domain")
            .map_or((0.0, 1.0), |[low, high]| (low, high));
        let extend = dict.get::<[bool; 2]>("Extend").unwrap_or([false, false]);
        let (functions, bytes) = functions(dict.get("Function"))?;
        let geometry = match shading.kind {
            1 => Geometry::Function {
                domain: dict.get("Domain").unwrap_or([0.0, 1.0, 0.0, 1.0]),
                back: dict
                    .get::<[f64; 6]>("Matrix")
                    .map(Affine::new)
                    .unwrap_or_default()
                    .inverse(),
            },
            2 => {
                let [x0, y0, x1, y1] = dict.get::<[f64; 4]>("Coords")?;
                Geometry::Axial {
                    from: Point::new(x0, y0),
                    to: Point::new(x1, y1),
                    domain,
                    extend,
                }
            }
            3 => Geometry::Radial {
                circles: dict.get("Coords")?,
                domain,
                extend,
            },
            4..=7 => Geometry::Mesh(mesh::read(shading, functions.is_empty(), place, area)?),
            _ => return None,
        };
        let needs_function = matches!(shading.kind, 1..=3);
        if needs_function && functions.is_empty() {
            return None;
        }
        let made = match &geometry {
            Geometry::Mesh(mesh) => mesh.made,
            _ => 0,
        };
        Some(Self {
            costs: PLAIN + bytes / PER_PIXEL,
            made: made + bytes,
            geometry,
            functions,
            back: place.inverse(),
            bounds: dict.get::<PdfRect>("BBox").map(corners),
            background: dict.get("Background"),
        })
    }

    /// The colour at the middle of a pixel, in the shading's space; none where it paints nothing. A pattern has its background there.
    pub(super) fn at(&self, x: usize, y: usize, is_pattern: bool) -> Option<Vec<f64>> {
        let point = self.back * Point::new(x as f64 + 0.5, y as f64 + 0.5);
        if self.bounds.is_some_and(|bounds| !bounds.contains(point)) {
            return None;
        }
        let background = || self.background.clone().filter(|_| is_pattern);
        self.colour(point, x, y).or_else(background)
    }

    fn colour(&self, point: Point, x: usize, y: usize) -> Option<Vec<f64>> {
        match &self.geometry {
            Geometry::Function { domain, back } => {
                let at = *back * point;
                let [x0, x1, y0, y1] = *domain;
                let is_within = (x0..=x1).contains(&at.x) && (y0..=y1).contains(&at.y);
                is_within.then(|| self.evaluated(&[at.x, at.y])).flatten()
            }
            Geometry::Axial {
                from,
                to,
                domain,
                extend,
            } => {
                let along = *to - *from;
                let part = (point - *from).dot(along) / along.hypot2();
                self.of_part(part, *domain, *extend)
            }
            Geometry::Radial {
                circles,
                domain,
                extend,
            } => self.of_part(radial(circles, point, *extend)?, *domain, *extend),
            Geometry::Mesh(mesh) => {
                let colour = mesh.at(x, y)?;
                if self.functions.is_empty() {
                    Some(colour)
                } else {
                    self.evaluated(colour.get(..1)?)
                }
            }
        }
    }

    /// The colour of a part of the way: 0 at its begin, 1 at its end.
    fn of_part(&self, part: f64, (low, high): (f64, f64), [before, after]: [bool; 2]) -> Option<Vec<f64>> {
        if part.is_nan() || (part < 0.0 && !before) || (part > 1.0 && !after) {
            return None;
        }
        self.evaluated(&[low + part.clamp(0.0, 1.0) * (high - low)])
    }

    fn evaluated(&self, input: &[f64]) -> Option<Vec<f64>> {
        let input: Vec<f32> = input.iter().map(|value| *value as f32).collect();
        let mut colour = Vec::new();
        for function in &self.functions {
            if function.num_inputs() != input.len() {
                return None;
            }
            let mut output = vec![0.0; function.num_outputs()];
            function.eval(&input, &mut output)?;
            colour.extend(output.into_iter().map(f64::from));
        }
        Some(colour)
    }
}

/// The functions of a shading, and how many bytes there are of them; none when those cannot be unpacked.
fn functions(written: Option<Object<'_>>) -> Option<(Vec<Function>, usize)> {
    let written: Vec<Object<'_>> = match written {
        Some(Object::Array(several)) => several.iter::<Object<'_>>().take(FUNCTIONS).collect(),
        other => other.into_iter().collect(),
    };
    let (mut bytes, mut left) = (0, PARTS);
    for function in &written {
        bytes += bytes_of(function, NESTED, &mut left)?;
    }
    Some((written.iter().filter_map(Function::new).collect(), bytes))
}

/// The bytes of a function and of those that it is made of. A program costs as much each time as it is long, and so at worst does a table.
fn bytes_of(function: &Object<'_>, depth: usize, left: &mut usize) -> Option<usize> {
    let depth = depth.checked_sub(1)?;
    *left = left.checked_sub(1)?;
    let (dict, stream) = dict_or_stream(function)?;
    let own = match stream {
        Some(stream) => crate::verify::pdf::unpack::unpack(stream, DATA)?.len(),
        None => 0,
    };
    let is_program = dict.get::<u8>("FunctionType") == Some(4);
    let mut all = if is_program {
        own * PER_PIXEL
    } else {
        own.min(TABLE)
    };
    if let Some(parts) = dict.get::<Array<'_>>("Functions") {
        for part in parts.iter::<Object<'_>>() {
            all += bytes_of(&part, depth, left)?;
        }
    }
    Some(all)
}

/// Which circle between two goes through a point: the one that is painted last, as a part of the way from the first to the second.
fn radial([x0, y0, r0, x1, y1, r1]: &[f64; 6], point: Point, [before, after]: [bool; 2]) -> Option<f64> {
    let (dx, dy, dr) = (x1 - x0, y1 - y0, r1 - r0);
    let (px, py) = (point.x - x0, point.y - y0);
    let a = dx * dx + dy * dy - dr * dr;
    let b = px * dx + py * dy + r0 * dr;
    let c = px * px + py * py - r0 * r0;
    let solutions = if a.abs() < 1e-12 {
        [(b.abs() > 1e-12).then(|| c / (2.0 * b)), None]
    } else {
        let root = b * b - a * c;
        if root < 0.0 {
            return None;
        }
        let root = root.sqrt();
        let (one, other) = ((b + root) / a, (b - root) / a);
        [Some(one.max(other)), Some(one.min(other))]
    };
    let is_painted =
        |part: &f64| r0 + part * dr >= 0.0 && (*part >= 0.0 || before) && (*part <= 1.0 || after);
    solutions.into_iter().flatten().find(is_painted)
}
