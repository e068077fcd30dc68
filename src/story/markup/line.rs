//! The words of one paragraph or item while CommonMark is read: each stretch with the marks around it, the outermost first.

use std::sync::Arc;

/// A stretch of text with the same marks around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::story) struct Stretch {
    pub(in crate::story) text: String,
    /// The outermost first.
    pub(in crate::story) marks: Vec<Mark>,
}

/// A mark around words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::story) struct Mark {
    pub(in crate::story) kind: MarkKind,
    /// Which of the marks of this line it is: two links to one place are two.
    pub(in crate::story) opening: u32,
}

/// What a mark is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::story) enum MarkKind {
    Strong,
    Emphasis,
    /// A link, with its destination as it is meant: where it leads, or what is said of the words.
    Link(Arc<str>),
    /// A destination that says something of the words and has spaces in it, which CommonMark allows between angle brackets only.
    Bare(Arc<str>),
}

impl MarkKind {
    /// Whether it is written as a link is.
    pub(super) const fn has_destination(&self) -> bool {
        matches!(self, Self::Link(_) | Self::Bare(_))
    }
}

/// Marks may stand in each other so deep; there are not as many kinds of them.
const DEEPEST: usize = 16;

/// A line that is being read.
#[derive(Debug, Default)]
pub(super) struct Line {
    stretches: Vec<Stretch>,
    open: Vec<Mark>,
    opened: u32,
    /// So many are open that were too deep to be kept.
    refused: usize,
}

impl Line {
    /// Opens a mark; false when it is too deep.
    pub(super) fn open(&mut self, kind: MarkKind) -> bool {
        if self.open.len() >= DEEPEST {
            self.refused += 1;
            return false;
        }
        self.opened += 1;
        self.open.push(Mark {
            kind,
            opening: self.opened,
        });
        true
    }

    /// Closes the innermost mark that is of such a kind. A link that has no words is kept, so that it can be told.
    pub(super) fn close(&mut self, is_meant: impl Fn(&MarkKind) -> bool) {
        if self.refused > 0 {
            self.refused -= 1;
            return;
        }
        let Some(at) = self.open.iter().rposition(|mark| is_meant(&mark.kind)) else {
            return;
        };
        let opening = self.open[at].opening;
        let holds = |stretch: &Stretch| stretch.marks.iter().any(|mark| mark.opening == opening);
        if self.open[at].kind.has_destination() && !self.stretches.last().is_some_and(holds) {
            self.stretches.push(Stretch {
                text: String::new(),
                marks: self.open.clone(),
            });
        }
        self.open.remove(at);
    }

    /// Adds words inside of all marks that are open.
    pub(super) fn push(&mut self, text: &str) {
        match self.stretches.last_mut() {
            Some(last) if last.marks == self.open && !last.text.is_empty() => last.text.push_str(text),
            _ => self.stretches.push(Stretch {
                text: text.to_owned(),
                marks: self.open.clone(),
            }),
        }
    }

    /// The stretches of a line that ends here.
    pub(super) fn take(&mut self) -> Vec<Stretch> {
        std::mem::take(self).stretches
    }
}

impl Stretch {
    /// Words without a mark.
    pub(in crate::story) fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            marks: Vec::new(),
        }
    }

    /// Words that lead somewhere.
    pub(in crate::story) fn linked(text: impl Into<String>, destination: Arc<str>) -> Self {
        Self {
            text: text.into(),
            marks: vec![Mark {
                kind: MarkKind::Link(destination),
                opening: 0,
            }],
        }
    }
}
