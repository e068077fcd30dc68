//! Optical margins as a designer writes them: a table for each manner, with what hangs of each sign at the start and at the end
//! of a line, in per cent of its width. A style asks for one by its name, or with `true` for the standard one.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

use super::load::at_most;
use crate::diag::{Code, Log};
use crate::source::{Named, Spanned, Words};
use crate::style::{Hang, Protrusion};
use crate::wording::{number, text};

/// The table that is there without being written.
const STANDARD: &str = "standard";

/// Signs of one table; a font has some hundred that anybody would let hang.
pub(super) const MOST_SIGNS: usize = 500;

/// A `[protrusion.…]` as it is written: for each sign what hangs at the start and at the end.
pub(super) type WrittenProtrusion = Named<Spanned<[f64; 2]>>;

/// What a style asks for: the standard table or none, or one by its name.
#[derive(Clone, Debug)]
pub(super) enum Asked {
    Standard(bool),
    Named(String),
}

impl<'de> Deserialize<'de> for Asked {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameOrNot;
        impl serde::de::Visitor<'_> for NameOrNot {
            type Value = Asked;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let wanted = text!(
                    "the name of a protrusion, `true` or `false`",
                    "der Name eines Randausgleichs, `true` oder `false`"
                );
                f.write_str(&wanted.packed())
            }
            fn visit_bool<E>(self, standard: bool) -> Result<Asked, E> {
                Ok(Asked::Standard(standard))
            }
            fn visit_str<E>(self, name: &str) -> Result<Asked, E> {
                Ok(Asked::Named(name.to_owned()))
            }
        }
        deserializer.deserialize_any(NameOrNot)
    }
}

/// The tables of a template, and the standard one.
pub(super) struct Protrusions(Vec<(String, Arc<Protrusion>)>);

impl Protrusions {
    /// Checks and takes over what is written; a table of the name `standard` goes before ours.
    pub(super) fn resolve(written: &Named<WrittenProtrusion>, log: &mut Log) -> Self {
        let mut tables: Vec<(String, Arc<Protrusion>)> = written
            .iter()
            .map(|(name, signs)| (name.value.clone(), Arc::new(table(name, signs, log))))
            .collect();
        tables.push((STANDARD.to_owned(), Arc::new(Protrusion::standard())));
        Self(tables)
    }

    /// What a style asks for, or an error at the place where it asks.
    pub(super) fn find(&self, asked: &Spanned<Asked>, log: &mut Log) -> Option<Arc<Protrusion>> {
        let name = match &asked.value {
            Asked::Standard(false) => return None,
            Asked::Standard(true) => STANDARD,
            Asked::Named(name) => name,
        };
        let found = self.0.iter().find(|(held, _)| held == name);
        if found.is_none() {
            log.error(
                Code::UNKNOWN_NAME,
                asked.span,
                text!(
                    "there is no protrusion `{name}`",
                    "den Randausgleich `{name}` gibt es nicht"
                ),
            )
            .suggest(name, self.0.iter().map(|(held, _)| held.as_str()));
        }
        found.map(|(_, protrusion)| Arc::clone(protrusion))
    }
}

fn table(name: &Spanned<String>, signs: &WrittenProtrusion, log: &mut Log) -> Protrusion {
    let count = signs.iter().count();
    let has = text!(
        "this protrusion names {count} signs",
        "dieser Randausgleich nennt {count} Zeichen"
    );
    at_most(MOST_SIGNS, &has, count, name.span, log);
    signs
        .iter()
        .take(MOST_SIGNS)
        .filter_map(|(sign, hang)| Some((one_sign(sign, log)?, checked(hang, log)?)))
        .collect()
}

/// A name that is a single character.
fn one_sign(name: &Spanned<String>, log: &mut Log) -> Option<char> {
    let mut characters = name.value.chars();
    match (characters.next(), characters.next()) {
        (Some(sign), None) => Some(sign),
        _ => {
            let written = &name.value;
            log.error(
                Code::BAD_VALUE,
                name.span,
                text!(
                    "`{written}` is not one sign",
                    "`{written}` ist kein einzelnes Zeichen"
                ),
            )
            .words(Words::alone(name.value.clone()))
            .help(text!(
                "write a line for each sign: `\".\" = [0, 65]`",
                "für jedes Zeichen eine Zeile schreiben: `\".\" = [0, 65]`"
            ));
            None
        }
    }
}

/// Shares from nothing to all of a sign.
fn checked(hang: &Spanned<[f64; 2]>, log: &mut Log) -> Option<Hang> {
    let [start, end] = hang.value;
    let wrong = hang.value.iter().find(|share| !(0.0..=100.0).contains(*share));
    if let Some(share) = wrong {
        log.error(
            Code::BAD_VALUE,
            hang.span,
            text!(
                "a sign cannot hang by {share} % of its width",
                "ein Zeichen kann nicht um {share} % seiner Breite über den Rand ragen";
                share = number(*share)
            ),
        )
        .help(text!(
            "what hangs at the start and at the end of a line is each from 0 to 100",
            "was am Anfang und am Ende einer Zeile über den Rand ragt, liegt je zwischen 0 und 100"
        ));
        return None;
    }
    Some(Hang {
        start: start.round() as u8,
        end: end.round() as u8,
    })
}
