//! Links are listed by screen readers without the text around them, and on paper cannot be clicked: their words have to say where they go
//! (WCAG 2.1, 2.4.4 and 2.4.9).

use std::collections::BTreeMap;

use super::passages::{Passage, passages};
use crate::diag::{Code, Log};
use crate::source::Span;
use crate::story::{LinkTo, Sense, SenseKind, Stories};
use crate::text::is_address;
use crate::wording::text;

/// Words that say nothing of where a link goes, in small letters.
const VAGUE: [&str; 30] = [
    "hier",
    "da",
    "dort",
    "mehr",
    "weiter",
    "weiterlesen",
    "mehr lesen",
    "mehr erfahren",
    "mehr informationen",
    "mehr infos",
    "weitere informationen",
    "details",
    "link",
    "hier klicken",
    "klicken sie hier",
    "klick hier",
    "dieser link",
    "diese seite",
    "here",
    "click here",
    "click",
    "more",
    "read more",
    "learn more",
    "more information",
    "continue",
    "this link",
    "this page",
    "go",
    "see more",
];

/// The longest address to be typed from paper, in characters: more than a line of a panel, and nobody types it without a mistake.
const LONGEST_ADDRESS: usize = 50;

/// A link.
struct Link<'p, 's> {
    passage: &'p Passage<'s>,
    to: &'s LinkTo,
    text: String,
    at: usize,
}

/// Looks at the words of all links.
pub(super) fn check(stories: &Stories, log: &mut Log) {
    let mut known: BTreeMap<String, (LinkTo, Span)> = BTreeMap::new();
    for passage in passages(stories) {
        for link in links(&passage) {
            let plain = plain(&link.text);
            if VAGUE.contains(&plain.as_str()) {
                vague(&link, log);
                continue;
            }
            long(&link, log);
            let place = passage.place(&link.text);
            match known.get(&plain) {
                Some((to, first)) if to != link.to => ambiguous(&link, *first, log),
                Some(_) => {}
                None => {
                    known.insert(plain, (link.to.clone(), place));
                }
            }
        }
    }
}

/// The links of a passage that have words of their own; stretches that share what is said of them are one.
fn links<'p, 's>(passage: &'p Passage<'s>) -> Vec<Link<'p, 's>> {
    let mut links: Vec<(Link<'p, 's>, &Sense)> = Vec::new();
    let mut at = 0;
    for inline in passage.inlines {
        let sense = inline.senses.iter().find_map(|sense| match &sense.kind {
            SenseKind::Link(to) => Some((sense, to)),
            _ => None,
        });
        if let Some((sense, to)) = sense {
            match links.last_mut() {
                Some((link, last)) if *last == sense => link.text.push_str(&inline.text),
                _ => links.push((
                    Link {
                        passage,
                        to,
                        text: inline.text.clone(),
                        at,
                    },
                    sense,
                )),
            }
        }
        at += inline.text.len();
    }
    let links = links.into_iter().map(|(link, _)| link);
    links.filter(|link| !link.text.trim().is_empty()).collect()
}

fn plain(text: &str) -> String {
    let small = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn vague(link: &Link<'_, '_>, log: &mut Log) {
    let words = &link.text;
    log.warning(
        Code::VAGUE_LINK_TEXT,
        link.passage.place(words),
        text!(
            "the link `{words}` does not say where it goes",
            "der Link `{words}` sagt nicht, wohin er führt"
        ),
    )
    .words(link.passage.words(link.at, words.len()))
    .help(text!(
        "link the words that name what is found there, as in `[the annual report](https://...)`",
        "die Wörter verlinken, die das Ziel nennen, wie in `[der Jahresbericht](https://...)`"
    ));
}

fn long(link: &Link<'_, '_>, log: &mut Log) {
    let length = link.text.chars().count();
    let is_bare = matches!(link.to, LinkTo::Address(address) if address.contains(link.text.trim()))
        || is_address(link.text.trim());
    if !is_bare || length <= LONGEST_ADDRESS {
        return;
    }
    log.hint(
        Code::LONG_ADDRESS,
        link.passage.place(&link.text),
        text!(
            "an address of {length} characters is read out sign by sign, and nobody types it from paper",
            "eine Adresse mit {length} Zeichen wird Zeichen für Zeichen vorgelesen, und niemand tippt sie vom Papier ab"
        ),
    )
    .words(link.passage.words(link.at, link.text.len()))
    .help(text!(
        "give the link words of its own, or print a shorter address, and a QR code with `qr = true`",
        "dem Link eigene Wörter geben oder eine kürzere Adresse drucken, dazu einen QR-Code mit `qr = true`"
    ));
}

fn ambiguous(link: &Link<'_, '_>, first: Span, log: &mut Log) {
    let words = &link.text;
    let place = link.passage.place(words);
    let finding = log.warning(
        Code::AMBIGUOUS_LINK_TEXT,
        place,
        text!(
            "two links are called `{words}` and go to different places",
            "zwei Links heißen `{words}` und führen an verschiedene Stellen"
        ),
    );
    finding.words(link.passage.words(link.at, words.len()));
    if first != place {
        finding.also(first, text!("the other one", "der andere"));
    }
    finding.help(text!(
        "give each the words that tell it from the other",
        "jedem die Wörter geben, die ihn vom anderen unterscheiden"
    ));
}
