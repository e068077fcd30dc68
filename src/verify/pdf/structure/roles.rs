//! What elements stand for: the standard structure types (ISO 32000-1, 14.8.4), and the names of a file's own that lead to them.

use std::collections::{BTreeMap, BTreeSet};

use hayro::hayro_syntax::object::{Dict, Name};

/// The standard structure types but the headings, which have numbers.
const STANDARD: &[&str] = &[
    "Annot",
    "Art",
    "BibEntry",
    "BlockQuote",
    "Caption",
    "Code",
    "Div",
    "Document",
    "Figure",
    "Form",
    "Formula",
    "H",
    "Index",
    "L",
    "LBody",
    "LI",
    "Lbl",
    "Link",
    "NonStruct",
    "Note",
    "P",
    "Part",
    "Private",
    "Quote",
    "RB",
    "RP",
    "RT",
    "Reference",
    "Ruby",
    "Sect",
    "Span",
    "TBody",
    "TD",
    "TFoot",
    "TH",
    "THead",
    "TOC",
    "TOCI",
    "TR",
    "Table",
    "WP",
    "WT",
    "Warichu",
];

/// Names of a file's own that are looked at.
const MOST: usize = 10_000;

/// What an element stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A standard type: `P`.
    Standard(&'static str),
    /// A heading with a number: `H1`.
    Heading(u32),
    /// None.
    Unknown,
}

impl Role {
    /// The role of a standard name; headings beyond `H6` count, since PDF/UA-1 (7.4.3) wants them.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        if let Some(known) = STANDARD.iter().find(|known| **known == name) {
            return Some(Self::Standard(known));
        }
        let level: u32 = name.strip_prefix('H')?.parse().ok()?;
        (level > 0 && name.len() <= 4 && !name.starts_with("H0")).then_some(Self::Heading(level))
    }

    /// Whether a name is one of the standard types of PDF 1.7, which have six levels of headings.
    #[must_use]
    pub fn is_standard(name: &str) -> bool {
        match Self::of(name) {
            Some(Self::Heading(level)) => level <= 6,
            known => known.is_some(),
        }
    }

    /// Whether it is that standard type.
    #[must_use]
    pub fn is(self, name: &str) -> bool {
        matches!(self, Self::Standard(own) if own == name)
    }

    /// Whether it is one of those standard types.
    #[must_use]
    pub fn is_of(self, names: &[&str]) -> bool {
        matches!(self, Self::Standard(own) if names.contains(&own))
    }
}

/// What a file's own names stand for.
#[derive(Clone, Debug, Default)]
pub struct RoleMap {
    to: BTreeMap<String, String>,
}

/// Where a name leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To a standard type.
    To(Role),
    /// To a name that is neither standard nor explained.
    Nowhere,
    /// To itself.
    InACircle,
}

impl RoleMap {
    pub(super) fn read(root: &Dict<'_>) -> Self {
        let map: Dict<'_> = root.get("RoleMap").unwrap_or_default();
        let mut to = BTreeMap::new();
        for (from, _) in map.entries().take(MOST) {
            if let Some(name) = map.get::<Name<'_>>(from.clone()) {
                to.insert(from.as_str().to_owned(), name.as_str().to_owned());
            }
        }
        Self { to }
    }

    /// The names that are explained, each with what explains it.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &str)> {
        self.to.iter().map(|(from, to)| (from.as_str(), to.as_str()))
    }

    /// Where a name leads.
    #[must_use]
    pub fn leads(&self, name: &str) -> Leads {
        let mut seen = BTreeSet::new();
        let mut at = name;
        loop {
            let is_explained = self.to.contains_key(at);
            if let Some(role) = Role::of(at).filter(|_| Role::is_standard(at) || !is_explained) {
                return Leads::To(role);
            }
            if !seen.insert(at) {
                return Leads::InACircle;
            }
            match self.to.get(at) {
                Some(next) => at = next,
                None => return Leads::Nowhere,
            }
        }
    }

    /// What a name stands for.
    #[must_use]
    pub fn role(&self, name: &str) -> Role {
        match self.leads(name) {
            Leads::To(role) => role,
            Leads::Nowhere | Leads::InACircle => Role::Unknown,
        }
    }
}
