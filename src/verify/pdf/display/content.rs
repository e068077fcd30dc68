//! Reads content streams, operator by operator (ISO 32000-2, annex A).

use crate::wording::{Text, text};
use hayro::hayro_syntax::content::TypedIter;
use hayro::hayro_syntax::content::ops::TypedInstruction as Op;
use hayro::hayro_syntax::object::{Name, Number, Object};
use hayro::hayro_syntax::page::Resources;
use hayro::kurbo::{Affine, BezPath};

use super::marks::mark;
use super::painter::Painter;
use super::path::Drawing;
use super::state::State;
use crate::verify::pdf::element::{FillRule, Mark, Rendering};
use crate::verify::pdf::space::Space;

/// Graphics states that may wait for their `Q`.
const SAVED: usize = 2_000;
/// No number of a page is larger; what is would only overflow later.
const LARGEST: f64 = 1e8;

/// An operator that no content has, and that stands behind every content that is read: where it is not met the reader gave up before.
const END: &[u8] = b"\nfaltwerk-end-of-content";

/// What one content stream keeps for itself.
pub(super) struct Stretch<'f> {
    saved: Vec<State<'f>>,
    pub(super) drawing: Drawing,
    pub(super) text_matrix: Affine,
    pub(super) line_matrix: Affine,
    pub(super) text_clip: BezPath,
}

fn is_end(operator: &Op<'_, '_>) -> bool {
    matches!(operator, Op::Fallback(word) if word[..] == *END.trim_ascii_start())
}

/// Whether content has the last operator itself, so that meeting it says nothing.
fn holds_end(content: &[u8]) -> bool {
    let word = END.trim_ascii_start();
    content.windows(word.len()).any(|window| window == word)
}

impl<'f> Painter<'_, 'f> {
    /// Paints content; the state afterwards is what the content left.
    pub(super) fn content(&mut self, content: &[u8], resources: &Resources<'f>) {
        if self.depth > self.shared.file.limits().depth {
            self.shared.cut();
            return;
        }
        let mut stretch = Stretch {
            saved: Vec::new(),
            drawing: Drawing::default(),
            text_matrix: Affine::IDENTITY,
            line_matrix: Affine::IDENTITY,
            text_clip: BezPath::new(),
        };
        let whole = [content, END].concat();
        let mut operators = TypedIter::new(&whole);
        let mut is_read_to_its_end = false;
        while let Some(operator) = operators.next() {
            if !self.shared.work(1) {
                return;
            }
            if is_end(&operator) && !is_read_to_its_end {
                is_read_to_its_end = true;
            } else {
                self.operator(operator, resources, &mut stretch);
            }
        }
        if !is_read_to_its_end || holds_end(content) {
            self.shared.damaged(text!(
                "it breaks off at what is neither an operator nor an operand",
                "er bricht ab, wo weder ein Operator noch ein Operand steht"
            ));
        }
        if !stretch.saved.is_empty() {
            self.shared.damaged(text!("`q` without `Q`", "`q` ohne `Q`"));
        }
    }

    fn operator(&mut self, operator: Op<'_, '_>, resources: &Resources<'f>, stretch: &mut Stretch<'f>) {
        match operator {
            Op::SaveState(_) if stretch.saved.len() < SAVED => stretch.saved.push(self.state.clone()),
            Op::SaveState(_) => self.shared.cut(),
            Op::RestoreState(_) => match stretch.saved.pop() {
                Some(state) => self.state = state,
                None => self.shared.damaged(text!("`Q` without `q`", "`Q` ohne `q`")),
            },
            Op::Transform(m) => self.transform(Affine::new([m.0, m.1, m.2, m.3, m.4, m.5].map(number))),
            Op::LineWidth(width) => self.state.pen.width = number(width.0).abs(),
            Op::LineCap(cap) => self.state.pen.cap = small(cap.0),
            Op::LineJoin(join) => self.state.pen.join = small(join.0),
            Op::MiterLimit(limit) => self.state.pen.miter = number(limit.0),
            Op::DashPattern(dash) => {
                let dashes = dash.0.iter::<Number>().take(64);
                self.state.pen.dash = dashes.map(number).collect();
                self.state.pen.phase = number(dash.1);
            }
            Op::SetGraphicsState(name) => match resources.get_ext_g_state(name.0) {
                Some(dict) => self.graphics_state(&dict),
                None => self.missing(&text!("the graphics state", "der Grafikzustand"), name.0),
            },
            Op::XObject(name) => match resources.get_x_object(name.0) {
                Some(object) => self.object(&object, resources),
                None => self.missing(&text!("the object", "das Objekt"), name.0),
            },
            Op::InlineImage(image) => self.inline_image(image.0, resources),
            Op::Shading(name) => match resources.get_shading(name.0) {
                Some(shading) => self.shade(&shading, resources),
                None => self.missing(&text!("the shading", "der Verlauf"), name.0),
            },
            Op::Fallback(_) => self.shared.damaged(text!(
                "an operator that does not exist, or with the wrong operands",
                "ein Operator, den es nicht gibt oder der falsche Operanden hat"
            )),
            other => self.path_operator(other, resources, stretch),
        }
    }

    fn path_operator(&mut self, operator: Op<'_, '_>, resources: &Resources<'f>, stretch: &mut Stretch<'f>) {
        let drawing = &mut stretch.drawing;
        let at = self.state.matrix;
        match operator {
            Op::MoveTo(p) => drawing.move_to(at, [p.0, p.1].map(number)),
            Op::LineTo(p) => drawing.line_to(at, [p.0, p.1].map(number)),
            Op::CubicTo(p) => drawing.curve_to(at, [p.0, p.1, p.2, p.3, p.4, p.5].map(number)),
            Op::CubicStartTo(p) => drawing.curve_from_here(at, [p.0, p.1, p.2, p.3].map(number)),
            Op::CubicEndTo(p) => {
                let [x1, y1, x, y] = [p.0, p.1, p.2, p.3].map(number);
                drawing.curve_to(at, [x1, y1, x, y, x, y]);
            }
            Op::ClosePath(_) => drawing.close(),
            Op::RectPath(r) => drawing.rectangle(at, [r.0, r.1, r.2, r.3].map(number)),
            Op::ClipNonZero(_) => drawing.clip = Some(FillRule::NonZero),
            Op::ClipEvenOdd(_) => drawing.clip = Some(FillRule::EvenOdd),
            Op::EndPath(_) => self.paint_path(drawing, None, false),
            Op::StrokePath(_) => self.paint_path(drawing, None, true),
            Op::CloseAndStrokePath(_) => {
                drawing.close();
                self.paint_path(drawing, None, true);
            }
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) => {
                self.paint_path(drawing, Some(FillRule::NonZero), false);
            }
            Op::FillPathEvenOdd(_) => self.paint_path(drawing, Some(FillRule::EvenOdd), false),
            Op::FillAndStrokeNonZero(_) => self.paint_path(drawing, Some(FillRule::NonZero), true),
            Op::FillAndStrokeEvenOdd(_) => self.paint_path(drawing, Some(FillRule::EvenOdd), true),
            Op::CloseFillAndStrokeNonZero(_) => {
                drawing.close();
                self.paint_path(drawing, Some(FillRule::NonZero), true);
            }
            Op::CloseFillAndStrokeEvenOdd(_) => {
                drawing.close();
                self.paint_path(drawing, Some(FillRule::EvenOdd), true);
            }
            other => self.colour_operator(other, resources, stretch),
        }
    }

    fn colour_operator(
        &mut self,
        operator: Op<'_, '_>,
        resources: &Resources<'f>,
        stretch: &mut Stretch<'f>,
    ) {
        match operator {
            Op::ColorSpaceNonStroke(name) => self.choose_space(false, name.0, resources),
            Op::ColorSpaceStroke(name) => self.choose_space(true, name.0, resources),
            Op::NonStrokeColor(parts) => self.choose_colour(false, &parts.0, None, resources),
            Op::StrokeColor(parts) => self.choose_colour(true, &parts.0, None, resources),
            Op::NonStrokeColorNamed(parts) => self.choose_colour(false, &parts.0, parts.1, resources),
            Op::StrokeColorNamed(parts) => self.choose_colour(true, &parts.0, parts.1, resources),
            Op::NonStrokeColorDeviceGray(g) => {
                self.choose_device(false, Space::DeviceGray, &[g.0], resources)
            }
            Op::StrokeColorDeviceGray(g) => self.choose_device(true, Space::DeviceGray, &[g.0], resources),
            Op::NonStrokeColorDeviceRgb(c) => {
                self.choose_device(false, Space::DeviceRgb, &[c.0, c.1, c.2], resources);
            }
            Op::StrokeColorDeviceRgb(c) => {
                self.choose_device(true, Space::DeviceRgb, &[c.0, c.1, c.2], resources)
            }
            Op::NonStrokeColorCmyk(c) => {
                self.choose_device(false, Space::DeviceCmyk, &[c.0, c.1, c.2, c.3], resources);
            }
            Op::StrokeColorCmyk(c) => {
                self.choose_device(true, Space::DeviceCmyk, &[c.0, c.1, c.2, c.3], resources);
            }
            other => self.text_operator(other, resources, stretch),
        }
    }

    fn text_operator(&mut self, operator: Op<'_, '_>, resources: &Resources<'f>, stretch: &mut Stretch<'f>) {
        let text = &mut self.state.text;
        match operator {
            Op::BeginText(_) => stretch.place(Affine::IDENTITY),
            Op::EndText(_) => {
                let outline = std::mem::take(&mut stretch.text_clip);
                if !outline.is_empty() {
                    self.narrow(outline, FillRule::NonZero);
                }
            }
            Op::CharacterSpacing(space) => text.character_spacing = number(space.0),
            Op::WordSpacing(space) => text.word_spacing = number(space.0),
            Op::HorizontalScaling(scale) => text.scale = number(scale.0) / 100.0,
            Op::TextLeading(leading) => text.leading = number(leading.0),
            Op::TextRise(rise) => text.rise = number(rise.0),
            Op::TextRenderingMode(mode) => text.rendering = Rendering::of(mode.0.as_i64()),
            Op::TextFont(font) => {
                text.size = number(font.1);
                match resources.get_font(font.0) {
                    Some(dict) => {
                        let object = resources.fonts.get_ref(font.0).map(Into::into);
                        self.state.text.font = Some(self.shared.font(&dict, object));
                    }
                    None => {
                        text.font = None;
                        self.missing(&text!("the font", "die Schrift"), font.0);
                    }
                }
            }
            Op::NextLine(by) => stretch.next_line(number(by.0), number(by.1)),
            Op::NextLineAndSetLeading(by) => {
                text.leading = -number(by.1);
                stretch.next_line(number(by.0), number(by.1));
            }
            Op::NextLineUsingLeading(_) => stretch.next_line(0.0, -text.leading),
            Op::SetTextMatrix(m) => {
                stretch.place(Affine::new([m.0, m.1, m.2, m.3, m.4, m.5].map(number)));
            }
            Op::ShowText(string) => self.show(&[Object::String(string.0.clone())], resources, stretch),
            Op::ShowTexts(strings) => {
                let parts: Vec<Object<'_>> = strings.0.iter::<Object<'_>>().collect();
                self.show(&parts, resources, stretch);
            }
            Op::NextLineAndShowText(string) => {
                stretch.next_line(0.0, -text.leading);
                self.show(&[Object::String(string.0.clone())], resources, stretch);
            }
            Op::ShowTextWithParameters(with) => {
                text.word_spacing = number(with.0);
                text.character_spacing = number(with.1);
                stretch.next_line(0.0, -text.leading);
                self.show(&[Object::String(with.2.clone())], resources, stretch);
            }
            other => self.mark_operator(other, resources),
        }
    }

    fn mark_operator(&mut self, operator: Op<'_, '_>, resources: &Resources<'f>) {
        match operator {
            Op::BeginMarkedContent(tag) => {
                let tag = tag.0.as_str().to_owned();
                let plain = Mark {
                    tag,
                    forms: self.forms.len(),
                    ..Mark::default()
                };
                self.marks.open(plain, false);
            }
            Op::BeginMarkedContentWithProperties(list) => {
                let (mut mark, hides) = mark(list.0, list.1, resources, &self.shared.layers);
                mark.forms = self.forms.len();
                self.marks.open(mark, hides);
            }
            Op::EndMarkedContent(_) if !self.marks.close() => self
                .shared
                .damaged(text!("`EMC` without `BDC`", "`EMC` ohne `BDC`")),
            // Points in content, what rendering may do, glyph metrics of Type 3 fonts: nothing is painted.
            _ => {}
        }
    }

    pub(super) fn transform(&mut self, by: Affine) {
        let matrix = self.state.matrix * by;
        if matrix.as_coeffs().iter().all(|part| part.abs() <= LARGEST) {
            self.state.matrix = matrix;
        } else {
            self.shared.damaged(text!(
                "a matrix with numbers beyond all measure",
                "eine Matrix mit maßlosen Zahlen"
            ));
        }
    }

    pub(super) fn missing(&self, what: &Text, name: &Name<'_>) {
        let name: String = name.as_str().chars().take(64).collect();
        self.shared.damaged(text!(
            "{what} `{name}` is not among the resources, or contains itself",
            "{what} `{name}` fehlt unter den Ressourcen oder enthält sich selbst"; what
        ));
    }
}

impl Stretch<'_> {
    fn place(&mut self, matrix: Affine) {
        self.text_matrix = matrix;
        self.line_matrix = matrix;
    }

    fn next_line(&mut self, across: f64, up: f64) {
        let matrix = self.line_matrix * Affine::translate((across, up));
        if matrix.as_coeffs().iter().all(|part| part.abs() <= LARGEST) {
            self.place(matrix);
        }
    }
}

/// A number of the content, within what a page can use.
pub(super) fn number(number: Number) -> f64 {
    number.as_f64().clamp(-LARGEST, LARGEST)
}

/// A number that chooses one of a few.
pub(super) fn small(number: Number) -> u8 {
    u8::try_from(number.as_i64()).unwrap_or(0)
}
