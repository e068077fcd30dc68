//! An outline of a drawing: filled, stroked or both, with the overprint that its ink and its thickness ask for.

use super::super::number::ten_thousandths;
use super::super::thin::{THIN, is_thin};
use super::Painter;
use super::gradient;
use super::resources::Graphics;
use crate::assets::drawing::{Cap, Fill, Join, Line, Opacity, Outline, Paint, Rule};
use crate::geom::Path;

impl Painter<'_, '_> {
    pub(super) fn outline(&mut self, outline: &Outline) {
        let path = self.scale.path(&outline.path);
        let fill = outline.fill.as_ref().filter(|fill| fill.opacity > Opacity::NONE);
        let line = outline
            .stroke
            .as_ref()
            .filter(|line| line.opacity > Opacity::NONE);
        match (fill, line) {
            (Some(fill), Some(line)) if outline.stroke_first => {
                self.stroke(&path, line);
                self.fill(&path, outline.rule, fill);
            }
            // Filled and stroked at once, a line would not lie upon what it covers half of (ISO 32000-1, 11.7.4.4).
            (fill, line) => {
                if let Some(fill) = fill {
                    self.fill(&path, outline.rule, fill);
                }
                if let Some(line) = line {
                    self.stroke(&path, line);
                }
            }
        }
    }

    fn fill(&mut self, path: &Path, rule: Rule, fill: &Fill) {
        let Some(bounds) = path.bounds() else { return };
        let overprints = match &fill.paint {
            Paint::Color(color) => {
                self.look.prints()
                    && color.overprints()
                    && fill.opacity == Opacity::FULL
                    && is_thin(path, bounds)
            }
            Paint::Gradient(_) => false,
        };
        self.graphics(Graphics {
            overprint: (overprints, self.state.graphics.overprint.1),
            opacity: (fill.opacity, self.state.graphics.opacity.1),
        });
        match &fill.paint {
            Paint::Color(color) => {
                let parts = self.look.parts(color);
                if self.state.fill.as_ref() != Some(&parts) {
                    self.operators
                        .op(&parts, if parts.len() == 4 { "k" } else { "rg" });
                    self.state.fill = Some(parts);
                }
            }
            Paint::Gradient(gradient) => {
                let pattern = gradient::embed(gradient, self.scale, self.look, self.file);
                let name = self.used.pattern(pattern);
                self.operators.named("Pattern", "cs");
                self.operators.named(&name, "scn");
                self.state.fill = None;
            }
        }
        self.path(path);
        self.operators
            .op(&[], if rule == Rule::EvenOdd { "f*" } else { "f" });
    }

    fn stroke(&mut self, path: &Path, line: &Line) {
        let width = self.scale.x(line.width);
        let overprints =
            self.look.prints() && line.color.overprints() && width < THIN && line.opacity == Opacity::FULL;
        self.graphics(Graphics {
            overprint: (self.state.graphics.overprint.0, overprints),
            opacity: (self.state.graphics.opacity.0, line.opacity),
        });
        let parts = self.look.parts(&line.color);
        if self.state.stroke.as_ref() != Some(&parts) {
            self.operators
                .op(&parts, if parts.len() == 4 { "K" } else { "RG" });
            self.state.stroke = Some(parts);
        }
        self.form_of(line, ten_thousandths(width));
        self.path(path);
        self.operators.op(&[], "S");
    }

    /// Chooses width, ends, corners and dashes.
    fn form_of(&mut self, line: &Line, width: i64) {
        if self.state.width != Some(width) {
            self.operators.op(&[width], "w");
            self.state.width = Some(width);
        }
        let cap = match line.cap {
            Cap::Butt => 0,
            Cap::Round => 10_000,
            Cap::Square => 20_000,
        };
        if self.state.cap != cap {
            self.operators.op(&[cap], "J");
            self.state.cap = cap;
        }
        let (join, miter) = match line.join {
            Join::Miter(thousandths) => (0, i64::from(thousandths) * 10),
            Join::Round => (10_000, self.state.miter),
            Join::Bevel => (20_000, self.state.miter),
        };
        if self.state.join != join {
            self.operators.op(&[join], "j");
            self.state.join = join;
        }
        if self.state.miter != miter {
            self.operators.op(&[miter], "M");
            self.state.miter = miter;
        }
        let lengths = line
            .dash
            .iter()
            .map(|length| ten_thousandths(self.scale.x(*length)));
        let dash = (
            lengths.collect::<Vec<i64>>(),
            ten_thousandths(self.scale.x(line.phase)),
        );
        // All dashes and gaps nothing at this size: PDF forbids that, and the eye sees a line.
        let dash = if dash.0.iter().any(|length| *length > 0) {
            dash
        } else {
            (Vec::new(), 0)
        };
        if self.state.dash != dash {
            self.operators.dash(&dash.0, dash.1);
            self.state.dash = dash;
        }
    }

    /// Chooses what overprints and what shines through.
    pub(super) fn graphics(&mut self, graphics: Graphics) {
        if self.state.graphics != graphics {
            let name = self.used.graphics(graphics);
            self.operators.named(&name, "gs");
            self.state.graphics = graphics;
        }
    }
}
