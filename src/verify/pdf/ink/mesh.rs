//! Shadings that are meshes of triangles and patches. Patches are cut into triangles by the library that reads PDF for the screen.

use hayro::hayro_interpret::shading::{CoonsPatch, TensorProductPatch, Triangle};
use hayro::kurbo::{Affine, Point, Rect, Triangle as Corners};

use super::coverage::Area;
use crate::verify::pdf::element::Shading;

/// Vertices and patches that are read.
const VERTICES: usize = 200_000;
const PATCHES: usize = 2_000;
/// Pixels that all triangles of a mesh may be looked for in.
const PIXELS: usize = 50_000_000;
/// Bytes of the data.
const DATA: usize = 64 << 20;

/// The colours of a mesh, as they lie on the pixels.
pub(super) struct Mesh {
    area: Area,
    components: usize,
    colours: Vec<f32>,
    is_painted: Vec<bool>,
    /// What it cost to lay it, in pixels.
    pub(super) made: usize,
}

#[derive(Clone)]
struct Vertex {
    point: Point,
    colour: Vec<f32>,
}

impl Mesh {
    pub(super) fn at(&self, x: usize, y: usize) -> Option<Vec<f64>> {
        let (column, row) = (x.checked_sub(self.area.x)?, y.checked_sub(self.area.y)?);
        let place = row * self.area.width + column;
        if column >= self.area.width || !*self.is_painted.get(place)? {
            return None;
        }
        let colour = self
            .colours
            .get(place * self.components..(place + 1) * self.components)?;
        Some(colour.iter().map(|part| f64::from(*part)).collect())
    }

    fn paint(&mut self, corners: [&Vertex; 3], left: &mut usize) {
        let [a, b, c] = corners;
        let bounds = Rect::from_points(a.point, b.point).union_pt(c.point);
        let Some(area) = Area::of(bounds, self.area) else {
            return;
        };
        let Some(rest) = left.checked_sub(area.pixels()) else {
            *left = 0;
            return;
        };
        *left = rest;
        let whole = Corners::new(a.point, b.point, c.point).area();
        if whole.abs() < 1e-12 {
            return;
        }
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                let point = Point::new(x as f64 + 0.5, y as f64 + 0.5);
                let part = |one: Point, other: Point| Corners::new(one, other, point).area() / whole;
                let (of_a, of_b) = (part(b.point, c.point), part(c.point, a.point));
                let of_c = 1.0 - of_a - of_b;
                if of_a < 0.0 || of_b < 0.0 || of_c < 0.0 {
                    continue;
                }
                let place = (y - self.area.y) * self.area.width + (x - self.area.x);
                if let Some(painted) = self.is_painted.get_mut(place) {
                    *painted = true;
                }
                let own = self
                    .colours
                    .iter_mut()
                    .skip(place * self.components)
                    .take(self.components);
                let parts = a.colour.iter().zip(&b.colour).zip(&c.colour);
                for (own, ((of_first, of_second), of_third)) in own.zip(parts) {
                    *own = of_a as f32 * of_first + of_b as f32 * of_second + of_c as f32 * of_third;
                }
            }
        }
    }
}

/// Reads a mesh and lays it on the pixels; `coloured` when its vertices have colours and not values of a function.
pub(super) fn read(shading: &Shading<'_>, coloured: bool, place: Affine, area: Area) -> Option<Mesh> {
    let stream = shading.stream.as_ref()?;
    let data = crate::verify::pdf::unpack::unpack(stream, DATA)?;
    let dict = &shading.dict;
    let components = if coloured { shading.space.components() } else { 1 };
    let decode = dict.get::<Vec<f64>>("Decode")?;
    let mut bits = Bits {
        data: &data,
        at: 0,
        coordinate: dict.get("BitsPerCoordinate")?,
        component: dict.get("BitsPerComponent")?,
        flag: dict.get("BitsPerFlag").unwrap_or(0),
        decode: &decode,
        components,
        place,
    };
    if components == 0 || decode.len() < 4 + components * 2 {
        return None;
    }
    let mut mesh = Mesh {
        area,
        components,
        colours: vec![0.0; area.pixels() * components],
        is_painted: vec![false; area.pixels()],
        made: 0,
    };
    let mut left = PIXELS;
    match shading.kind {
        4 => free_triangles(&mut bits, |corners| mesh.paint(corners, &mut left)),
        5 => lattice(&mut bits, dict.get("VerticesPerRow")?, |corners| {
            mesh.paint(corners, &mut left)
        }),
        kind => patches(&mut bits, kind == 7, |corners| mesh.paint(corners, &mut left))?,
    }
    mesh.made = (PIXELS - left) * 4 + area.pixels() * components + data.len() * 8;
    Some(mesh)
}

struct Bits<'d> {
    data: &'d [u8],
    at: usize,
    coordinate: u32,
    component: u32,
    flag: u32,
    decode: &'d [f64],
    components: usize,
    place: Affine,
}

impl Bits<'_> {
    fn take(&mut self, count: u32) -> Option<u64> {
        if count > 32 {
            return None;
        }
        let mut value = 0;
        for _ in 0..count {
            let byte = self.data.get(self.at / 8)?;
            value = value << 1 | u64::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(value)
    }

    fn decoded(&mut self, bits: u32, pair: usize) -> Option<f64> {
        let largest = ((1_u64 << bits) - 1).max(1);
        let value = self.take(bits)? as f64 / largest as f64;
        let (low, high) = (self.decode.get(pair * 2)?, self.decode.get(pair * 2 + 1)?);
        Some(low + value * (high - low))
    }

    fn point(&mut self) -> Option<Point> {
        let x = self.decoded(self.coordinate, 0)?;
        let y = self.decoded(self.coordinate, 1)?;
        Some(self.place * Point::new(x, y))
    }

    fn colour(&mut self) -> Option<Vec<f32>> {
        (0..self.components)
            .map(|part| self.decoded(self.component, 2 + part).map(|value| value as f32))
            .collect()
    }

    fn vertex(&mut self) -> Option<Vertex> {
        Some(Vertex {
            point: self.point()?,
            colour: self.colour()?,
        })
    }

    fn align(&mut self) {
        self.at = self.at.div_ceil(8) * 8;
    }
}

fn free_triangles(bits: &mut Bits<'_>, mut paint: impl FnMut([&Vertex; 3])) {
    let mut last: Vec<Vertex> = Vec::new();
    for _ in 0..VERTICES {
        let Some(flag) = bits.take(bits.flag) else { return };
        let Some(vertex) = bits.vertex() else { return };
        bits.align();
        match flag & 3 {
            1 if last.len() == 3 => {
                last.remove(0);
            }
            2 if last.len() == 3 => {
                last.remove(1);
            }
            _ if last.len() == 3 => last.clear(),
            _ => {}
        }
        last.push(vertex);
        if let [a, b, c] = last.as_slice() {
            paint([a, b, c]);
        }
    }
}

fn lattice(bits: &mut Bits<'_>, across: usize, mut paint: impl FnMut([&Vertex; 3])) {
    if !(2..=VERTICES).contains(&across) {
        return;
    }
    let mut above: Vec<Vertex> = Vec::new();
    for _ in 0..VERTICES / across {
        let mut row = Vec::new();
        for _ in 0..across {
            let Some(vertex) = bits.vertex() else { return };
            bits.align();
            row.push(vertex);
        }
        for (upper, lower) in above.windows(2).zip(row.windows(2)) {
            if let ([a, b], [c, d]) = (upper, lower) {
                paint([a, b, c]);
                paint([b, c, d]);
            }
        }
        above = row;
    }
}

fn patches(bits: &mut Bits<'_>, tensor: bool, mut paint: impl FnMut([&Vertex; 3])) -> Option<()> {
    let whole = if tensor { 16 } else { 12 };
    let mut points: Vec<Point> = Vec::new();
    let mut colours: Vec<Vec<f32>> = Vec::new();
    for _ in 0..PATCHES {
        let Some(flag) = bits.take(bits.flag) else { break };
        // A patch that joins the one before takes over an edge of it.
        let edge = match flag & 3 {
            1 => Some(([3, 4, 5, 6], [1, 2])),
            2 => Some(([6, 7, 8, 9], [2, 3])),
            3 => Some(([9, 10, 11, 0], [3, 0])),
            _ => None,
        };
        let (mut own, mut shades) = (Vec::new(), Vec::new());
        if let Some((places, corners)) = edge {
            own.extend(places.iter().filter_map(|place| points.get(*place).copied()));
            shades.extend(corners.iter().filter_map(|corner| colours.get(*corner).cloned()));
        }
        while own.len() < whole {
            let Some(point) = bits.point() else {
                return Some(());
            };
            own.push(point);
        }
        while shades.len() < 4 {
            let Some(colour) = bits.colour() else {
                return Some(());
            };
            shades.push(colour);
        }
        bits.align();
        (points, colours) = (own, shades);
        let corners: [Vec<f32>; 4] = colours.clone().try_into().ok()?;
        let corners = corners.map(|colour| colour.into_iter().collect());
        let mut triangles: Vec<Triangle> = Vec::new();
        if tensor {
            TensorProductPatch {
                control_points: points.as_slice().try_into().ok()?,
                colors: corners,
            }
            .to_triangles(&mut triangles);
        } else {
            CoonsPatch {
                control_points: points.as_slice().try_into().ok()?,
                colors: corners,
            }
            .to_triangles(&mut triangles);
        }
        for triangle in &triangles {
            let vertices = [&triangle.p0, &triangle.p1, &triangle.p2].map(|vertex| Vertex {
                point: vertex.point,
                colour: vertex.colors.to_vec(),
            });
            let [a, b, c] = &vertices;
            paint([a, b, c]);
        }
    }
    Some(())
}
