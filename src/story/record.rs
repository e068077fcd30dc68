//! Stories that are set for every record of a list, on pages that come once for each: the profile of every member, say. The stories are
//! written once; here they become as many as there are records, each with its record in scope.

use super::fill::list_at;
use super::{Record, Repeat, Story};
use crate::content::{self, Content, DataValue, PagesSpec, Scope};
use crate::diag::{Code, Log};
use crate::source::Spanned;
use crate::template::{Format, MOST_PAGES, Stand, Template};
use crate::wording::{Text, text};

/// A story as it is written, and what it may draw on.
pub(super) struct Told<'c> {
    pub(super) story: &'c content::Story,
    pub(super) scope: Scope<'c>,
    pub(super) record: Option<Record>,
}

/// All stories in reading order. Those of repeated pages come where the first of them is written: one record after the other, the stories
/// of each in the order of the file.
pub(super) fn told<'c>(content: &'c Content, log: &mut Log) -> Vec<Told<'c>> {
    let whole = Scope::new(&content.data);
    let mut told: Vec<Told<'c>> = Vec::new();
    let mut begun = vec![false; content.pages.len()];
    let mut number = 0;
    for story in &content.stories {
        let Some(index) = content.pages.iter().position(|pages| is_of(story, pages)) else {
            told.push(Told {
                story,
                scope: whole.clone(),
                record: None,
            });
            continue;
        };
        if std::mem::replace(&mut begun[index], true) {
            continue;
        }
        let pages = &content.pages[index];
        let members: Vec<&content::Story> = content
            .stories
            .iter()
            .filter(|story| is_of(story, pages))
            .collect();
        for (place, value) in records_of(pages, number, &whole, log).iter().enumerate() {
            let record = Record {
                number,
                name: name(value, place),
                span: value.span,
            };
            number += 1;
            told.extend(members.iter().map(|story| Told {
                story,
                scope: whole.with(value),
                record: Some(record.clone()),
            }));
        }
    }
    told
}

/// Which stories are repeated, and the records that say anything in them.
pub(super) fn repeats(content: &Content, stories: &[Story]) -> Vec<Repeat> {
    let repeat = |pages: &PagesSpec| {
        let names: Vec<String> = pages.stories.iter().map(|name| name.value.clone()).collect();
        let said = stories
            .iter()
            .filter(|story| !story.blocks.is_empty() && names.contains(&story.name));
        let mut records: Vec<usize> = said
            .filter_map(|story| Some(story.record.as_ref()?.number))
            .collect();
        records.dedup();
        Repeat {
            stories: names,
            records,
        }
    };
    content.pages.iter().map(repeat).collect()
}

fn is_of(story: &content::Story, pages: &PagesSpec) -> bool {
    pages.stories.iter().any(|name| name.value == story.name.value)
}

/// The records of repeated pages, after `before` others; none when they are more than could be stitched.
fn records_of<'c>(
    pages: &PagesSpec,
    before: usize,
    data: &Scope<'c>,
    log: &mut Log,
) -> &'c [Spanned<DataValue>] {
    let records = list_at(&pages.each, data, log).unwrap_or_default();
    let count = before + records.len();
    if count <= MOST_PAGES as usize {
        return records;
    }
    let path = &pages.each.value;
    log.error(
        Code::BAD_VALUE,
        pages.each.span,
        text!(
            "the records of `{path}` make it {count} pages, and no more than {MOST_PAGES} can be stitched",
            "mit den Datensätzen aus `{path}` werden es {count} Seiten, und mehr als {MOST_PAGES} lassen sich nicht heften"
        ),
    )
    .help(text!(
        "divide the records among several brochures",
        "die Datensätze auf mehrere Broschüren verteilen"
    ));
    &[]
}

/// What people call a record.
fn name(record: &Spanned<DataValue>, place: usize) -> Text {
    let named = match &record.value {
        DataValue::Record(fields) => fields.get("name").map(|name| &name.value),
        DataValue::Text(_) | DataValue::List(_) => Some(&record.value),
    };
    match named {
        Some(DataValue::Text(name)) if !name.trim().is_empty() => Text::verbatim(name.trim()),
        _ => {
            let number = place + 1;
            text!("record {number}", "Datensatz {number}")
        }
    }
}

/// Pages that are repeated belong to their stories alone, and need a template that has as many pages as are needed.
pub(super) fn check(content: &Content, template: &Template, log: &mut Log) {
    for pages in &content.pages {
        let path = &pages.each.value;
        if !template.format.is_automatic() {
            no_pages(pages, template, log);
            continue;
        }
        let names: Vec<&str> = pages.stories.iter().map(|name| name.value.as_str()).collect();
        let Some(repeated) = template.pages_of(&names) else {
            continue;
        };
        for frame in &template.frames {
            let Stand::Page(page) = frame.spot.stand else {
                continue;
            };
            let name = frame.story.value.as_str();
            if repeated.contains(&page) && !names.contains(&name) {
                log.error(
                    Code::BAD_FRAME,
                    frame.story.span,
                    text!(
                        "page {page} comes for each record of `{path}`, and the story `{name}` does not",
                        "Seite {page} kommt für jeden Datensatz aus `{path}`, der Text `{name}` nicht"
                    ),
                )
                .also(pages.each.span, text!("repeated here", "hier wiederholt"))
                .help(text!(
                    "give `{name}` another page, or name it in `stories` there",
                    "`{name}` auf eine andere Seite setzen oder dort unter `stories` nennen"
                ));
            }
        }
    }
}

/// Says why a template has no pages to repeat.
fn no_pages(pages: &PagesSpec, template: &Template, log: &mut Log) {
    let (reason, help) = match template.format {
        Format::Folded { .. } => (
            text!(
                "a folded sheet has no pages to repeat",
                "ein gefalzter Bogen hat keine Seiten, die sich wiederholen lassen"
            ),
            text!(
                "repeat blocks inside a story instead: a block with `each` and `blocks`",
                "stattdessen Blöcke in einem Text wiederholen: mit einem Block aus `each` und `blocks`"
            ),
        ),
        Format::Bound { .. } => (
            text!(
                "the number of its pages is fixed",
                "die Zahl ihrer Seiten ist festgelegt"
            ),
            text!(
                "write `pages = \"auto\"` in the template",
                "in der Vorlage `pages = \"auto\"` schreiben"
            ),
        ),
    };
    let path = &pages.each.value;
    log.error(
        Code::BAD_VALUE,
        pages.each.span,
        text!(
            "there are no pages for the records of `{path}`",
            "für die Datensätze aus `{path}` gibt es keine Seiten"
        ),
    )
    .also(template.span, reason)
    .help(help);
}
