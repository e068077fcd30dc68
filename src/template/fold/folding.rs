//! Folding a sheet of paper-thin panels, step by step, and looking at it from above. It shows which panel comes to lie
//! where, and whether each goes into its host.

use std::cmp::Reverse;
use std::ops::Range;

use super::{FoldError, FoldKind, SAME};
use crate::geom::Length;

/// The sheet at a moment of folding, looked at from above.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stage {
    /// All panels, the lowest first. Panels that lie beside each other are in no particular order.
    pub layers: Vec<Layer>,
}

/// A panel as it lies at a moment of folding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Which, from 0, on the inside from left to right.
    pub panel: usize,
    /// Where its left edge lies, from the left edge of the open sheet.
    pub left: Length,
    /// Its width.
    pub width: Length,
    /// Whether its inside looks up.
    pub inside_up: bool,
}

impl Layer {
    /// Where its right edge lies.
    #[must_use]
    pub fn right(&self) -> Length {
        self.left + self.width
    }

    pub(super) fn top_face(&self) -> Face {
        Face {
            panel: self.panel,
            inside: self.inside_up,
        }
    }

    pub(super) fn bottom_face(&self) -> Face {
        Face {
            panel: self.panel,
            inside: !self.inside_up,
        }
    }
}

/// A panel's inside or outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Face {
    pub(super) panel: usize,
    pub(super) inside: bool,
}

/// One movement of the folder: panels are turned about creases and come to lie above or below the rest.
struct Step {
    /// What turns about which crease; crease `k` is the left edge of panel `k`, on the inside. Two layers that lie on
    /// each other turn in one step, the one outermost in the bend first.
    turned: Vec<(usize, Range<usize>)>,
    /// Whether the turned panels come to lie above the rest; below otherwise.
    over: bool,
}

impl Step {
    fn over(crease: usize, panels: Range<usize>) -> Self {
        Self {
            turned: vec![(crease, panels)],
            over: true,
        }
    }

    fn under(crease: usize, panels: Range<usize>) -> Self {
        Self {
            turned: vec![(crease, panels)],
            over: false,
        }
    }

    fn turns(&self, panel: usize) -> bool {
        self.turned.iter().any(|(_, panels)| panels.contains(&panel))
    }
}

/// The folder's movements, from a sheet that lies inside up. The last one brings the front to the top, with the spine at
/// its left.
fn steps(kind: FoldKind, count: usize) -> Vec<Step> {
    let cover = Step::over(1, 0..1);
    match kind {
        FoldKind::Half | FoldKind::Letter | FoldKind::Roll => {
            let rolled_in = (2..count).rev().map(|crease| Step::over(crease, crease..count));
            rolled_in.chain([cover]).collect()
        }
        FoldKind::Zigzag => {
            let to_and_fro = (2..count).rev().map(|crease| {
                if crease % 2 == 0 {
                    Step::under(crease, crease..count)
                } else {
                    Step::over(crease, crease..count)
                }
            });
            to_and_fro.chain([cover]).collect()
        }
        FoldKind::Gate => {
            let flaps = [Step::over(count - 1, count - 1..count), cover];
            let middle = (count == 4).then(|| Step::over(2, 0..2));
            flaps.into_iter().chain(middle).collect()
        }
        FoldKind::DoubleParallel => vec![
            Step::over(2, 2..4),
            Step {
                turned: vec![(1, 0..1), (3, 3..4)],
                over: true,
            },
        ],
    }
}

/// Folds a sheet of those panels; gives every stage, the open one first.
///
/// # Errors
/// When a panel reaches over the edge at which the panel below is to be folded, or two flaps over each other.
pub(super) fn fold_up(kind: FoldKind, widths: &[Length]) -> Result<Vec<Stage>, FoldError> {
    let mut stage = open_sheet(widths);
    let mut stages = vec![stage.clone()];
    for step in steps(kind, widths.len()) {
        stage = stage.folded(&step)?;
        stages.push(stage.clone());
    }
    if let (FoldKind::Gate, &[left, middle, right]) = (kind, widths) {
        let by = left + right - middle;
        if by > SAME {
            return Err(FoldError::TooWide { panel: 3, by });
        }
    }
    Ok(stages)
}

fn open_sheet(widths: &[Length]) -> Stage {
    let mut left = Length::ZERO;
    let mut layers = Vec::with_capacity(widths.len());
    for (panel, &width) in widths.iter().enumerate() {
        layers.push(Layer {
            panel,
            left,
            width,
            inside_up: true,
        });
        left += width;
    }
    Stage { layers }
}

impl Stage {
    fn folded(&self, step: &Step) -> Result<Self, FoldError> {
        let mut turned = Vec::new();
        let mut rest = Vec::new();
        for layer in &self.layers {
            let crease = step
                .turned
                .iter()
                .find(|(_, panels)| panels.contains(&layer.panel));
            match crease {
                Some((crease, panels)) => {
                    let line = self.crease(*crease, panels);
                    turned.push(Layer {
                        left: line + line - layer.right(),
                        inside_up: !layer.inside_up,
                        ..*layer
                    });
                }
                None => rest.push(*layer),
            }
        }
        turned.reverse();
        let layers = if step.over {
            rest.into_iter().chain(turned).collect()
        } else {
            turned.into_iter().chain(rest).collect()
        };
        let folded = Self { layers };
        self.check_clearance(step, &folded)?;
        Ok(folded)
    }

    /// Where a crease lies now: the edge that the turned panels share with the panel that stays.
    fn crease(&self, crease: usize, turned: &Range<usize>) -> Length {
        let staying = if turned.contains(&crease) {
            crease - 1
        } else {
            crease
        };
        let is_right_edge_on_the_inside = staying < crease;
        self.layers
            .iter()
            .find(|layer| layer.panel == staying)
            .map_or(Length::ZERO, |layer| {
                if layer.inside_up == is_right_edge_on_the_inside {
                    layer.right()
                } else {
                    layer.left
                }
            })
    }

    /// After folding, nothing may lie beyond the crease: it would have been bent, or it would show at the spine.
    fn check_clearance(&self, step: &Step, folded: &Self) -> Result<(), FoldError> {
        let Some((crease, panels)) = step.turned.first() else {
            return Ok(());
        };
        let line = self.crease(*crease, panels);
        let came_from_the_right = self
            .layers
            .iter()
            .any(|layer| step.turns(layer.panel) && layer.left + layer.width / 2 > line);
        let beyond = |layer: &Layer| {
            if came_from_the_right {
                layer.right() - line
            } else {
                line - layer.left
            }
        };
        match folded
            .layers
            .iter()
            .max_by_key(|layer| (beyond(layer), Reverse(layer.panel)))
        {
            Some(layer) if beyond(layer) > SAME => Err(FoldError::TooWide {
                panel: layer.panel + 1,
                by: beyond(layer),
            }),
            _ => Ok(()),
        }
    }

    /// The faces seen from above, from left to right. A face of which less than half shows, such as what a gate's flaps
    /// leave free between them, is not counted.
    pub(super) fn seen(&self) -> Vec<Face> {
        let mut seen: Vec<&Layer> = Vec::new();
        for (height, layer) in self.layers.iter().enumerate() {
            let mut above: Vec<(Length, Length)> = self.layers[height + 1..]
                .iter()
                .map(|cover| (cover.left.max(layer.left), cover.right().min(layer.right())))
                .filter(|(left, right)| left < right)
                .collect();
            above.sort_unstable();
            let mut covered = Length::ZERO;
            let mut reached = layer.left;
            for (left, right) in above {
                covered += (right - left.max(reached)).at_least_zero();
                reached = reached.max(right);
            }
            if covered * 2 < layer.width {
                seen.push(layer);
            }
        }
        seen.sort_by_key(|layer| layer.left);
        seen.into_iter().map(Layer::top_face).collect()
    }
}
