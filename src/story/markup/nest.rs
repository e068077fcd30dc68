//! Blocks in blocks while CommonMark is read: lists have items, items and block quotes have blocks of any kind. What is nested beyond any
//! use is not kept, so that no input makes the blocks deeper than others can walk.

use super::Marked;

/// Lists and block quotes may stand in each other so deep. Lists of more than three levels are hard to follow; twice as many leave room
/// for quotes.
const DEEPEST: usize = 6;

/// Blocks as they are read, the open ones innermost last.
#[derive(Debug, Default)]
pub(super) struct Nest {
    whole: Vec<Marked>,
    open: Vec<Open>,
    /// So many are open that were too deep to be kept.
    refused: usize,
}

/// A block that others may still go into.
#[derive(Debug)]
enum Open {
    List(Option<u64>, Vec<Vec<Marked>>),
    Quote(Vec<Marked>),
}

impl Nest {
    /// Whether a list or a block quote is open.
    pub(super) const fn is_within(&self) -> bool {
        !self.open.is_empty()
    }

    /// Opens a list; false when it is too deep.
    pub(super) fn open_list(&mut self, start: Option<u64>) -> bool {
        self.open(Open::List(start, Vec::new()))
    }

    /// Opens a block quote; false when it is too deep.
    pub(super) fn open_quote(&mut self) -> bool {
        self.open(Open::Quote(Vec::new()))
    }

    /// Begins the next item of the innermost list.
    pub(super) fn open_item(&mut self) {
        if let (0, Some(Open::List(_, items))) = (self.refused, self.open.last_mut()) {
            items.push(Vec::new());
        }
    }

    /// Closes what is innermost.
    pub(super) fn close(&mut self) {
        if self.refused > 0 {
            self.refused -= 1;
            return;
        }
        let whole = self.open.pop().map(|open| match open {
            Open::List(start, items) => Marked::List { start, items },
            Open::Quote(blocks) => Marked::Quote(blocks),
        });
        if let Some(whole) = whole {
            self.push(whole);
        }
    }

    /// Puts a block into what is innermost.
    pub(super) fn push(&mut self, block: Marked) {
        match self.open.last_mut() {
            None => self.whole.push(block),
            Some(Open::Quote(blocks)) => blocks.push(block),
            Some(Open::List(_, items)) => match items.last_mut() {
                Some(item) => item.push(block),
                None => items.push(vec![block]),
            },
        }
    }

    /// All blocks, when none is open any more.
    pub(super) fn finish(self) -> Vec<Marked> {
        self.whole
    }

    fn open(&mut self, open: Open) -> bool {
        if self.refused > 0 || self.open.len() >= DEEPEST {
            self.refused += 1;
            return false;
        }
        self.open.push(open);
        true
    }
}
