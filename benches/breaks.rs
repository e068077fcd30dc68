//! How the source text breaks, at four measures, ragged and flush, by this program, by a setter without foresight who has the
//! same hyphens, and by typst, where its Python package is installed (`benches/peers/run` installs it; without it that row
//! is missing, and nothing fails). Then how long paragraphs take that grow: a table for people, and nothing is asserted.
//!
//! All lines are measured in the same way, as text of our own setting, so that no tool's idea of a width colours the table.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a table for people is all that this makes; what is missing shows itself"
)]

use std::hint::black_box;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Instant;

use serde_json::{Value, json};

use faltwerk::assets::{self, Assets};
use faltwerk::content;
use faltwerk::diag::{Log, Reported};
use faltwerk::geom::Length;
use faltwerk::project::Project;
use faltwerk::story::{self, BlockKind, plain_text};
use faltwerk::style::{Align, Language, ParagraphStyle, Role, TextStyle};
use faltwerk::template;
use faltwerk::text::{Line, Paragraph, Prepared, Run, Setter};

/// The measures of the issue: a panel's half, a panel, a page of A5, a wide page.
const WIDTHS_MM: [i64; 4] = [50, 60, 85, 120];

/// Words of the paragraphs that are timed.
const WORDS: [usize; 3] = [1_000, 5_000, 20_000];

/// Odd, so that there is a median.
const RUNS: usize = 5;

/// How a text was broken.
struct Broken {
    by: &'static str,
    /// For each paragraph its lines: their bytes, and whether a hyphen was put in at their end.
    paragraphs: Vec<Vec<(Range<usize>, bool)>>,
}

fn main() {
    let Ok((texts, assets)) = source_text() else {
        eprintln!("the source text has errors: `faltwerk check` shows them");
        return;
    };
    let typst = typst_lines(&texts);
    println!(
        "{} paragraphs of the source text, Source Sans 3 at 12 pt; last lines count only in the last columns",
        texts.len()
    );
    for align in [Align::Start, Align::Justify] {
        println!();
        println!(
            "{:14}{:10}{:>7}{:>9}{:>8}{:>13}{:>7}{:>8}{:>7}{:>10}{:>11}{:>7}",
            if align == Align::Start { "ragged" } else { "flush" },
            "by",
            "lines",
            "hyphens",
            "ladder",
            "slack² (mm²)",
            "holes",
            "stairs",
            "tight",
            "last: min",
            "mean (mm)",
            "words"
        );
        for width in WIDTHS_MM {
            for broken in [
                ours("faltwerk", &texts, &assets, align, width, Prepared::break_lines),
                ours(
                    "first-fit",
                    &texts,
                    &assets,
                    align,
                    width,
                    Prepared::first_fit_lines,
                ),
            ]
            .into_iter()
            .chain(typst_at(&typst, &texts, align, width))
            {
                println!("{}", row(&broken, &texts, &assets, width));
            }
        }
    }
    println!();
    println!(
        "{:>8}{:>14}{:>12}{:>9}",
        "words", "prepare (ms)", "break (ms)", "lines"
    );
    for words in WORDS {
        println!("{}", times(&texts, &assets, words));
    }
}

/// The paragraphs and list items of the shipped document, and its fonts.
fn source_text() -> Result<(Vec<String>, Assets), Reported> {
    let mut log = Log::new();
    let mut project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).map_err(|_| Reported)?;
    let content = content::load(&mut project, "brochure", &mut log)?;
    let document = &content.document.value;
    let language = Language(document.language.value.as_str().into());
    let printer = document.printer.as_ref();
    let template = template::load(&mut project, &document.template, printer, &language, &mut log)?;
    let stories = story::bind(&content, &template, &mut log)?;
    let assets = assets::load(
        &project,
        faltwerk::wanted_profile(&template.printer),
        &[],
        &[],
        assets::Ready::default(),
        &mut log,
    )?;
    let blocks = stories.stories.iter().flat_map(|story| &story.blocks);
    let texts = blocks.flat_map(|block| match &block.kind {
        BlockKind::Paragraph(Role::Paragraph, inlines) => vec![plain_text(inlines)],
        BlockKind::List(list) => {
            let blocks = list.items.iter().flatten();
            blocks
                .map(|block| block.written_text().trim_end().to_owned())
                .collect()
        }
        _ => Vec::new(),
    });
    // Names and addresses are not broken, so they would only thin the figures.
    Ok((texts.filter(|text| text.ends_with(['.', ':'])).collect(), assets))
}

fn paragraph(text: &str, align: Align) -> Paragraph {
    let style = TextStyle {
        families: vec!["Source Sans 3".into()],
        size: Length::pt(12),
        language: Language("de-DE".into()),
        ..TextStyle::default()
    };
    Paragraph {
        runs: vec![Run {
            text: text.to_owned(),
            style: Arc::new(style),
            tag: 0,
        }],
        style: Arc::new(ParagraphStyle {
            align,
            ..ParagraphStyle::default()
        }),
    }
}

type Breaker = fn(&Prepared, &mut Setter<'_>, &dyn Fn(usize) -> Length) -> Vec<Line>;

/// The text broken by a way of ours.
fn ours(
    by: &'static str,
    texts: &[String],
    assets: &Assets,
    align: Align,
    width: i64,
    breaker: Breaker,
) -> Broken {
    let mut setter = Setter::new(assets);
    let paragraphs = texts.iter().map(|text| {
        let prepared = setter.prepare(&paragraph(text, align));
        let lines = breaker(&prepared, &mut setter, &|_| Length::mm(width));
        lines
            .into_iter()
            .map(|line| (line.text, line.hyphenated))
            .collect()
    });
    Broken {
        by,
        paragraphs: paragraphs.collect(),
    }
}

/// All that typst broke, or a note that it is not there.
fn typst_lines(texts: &[String]) -> Value {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let peers = std::env::var_os("FALTWERK_PEERS").map_or_else(
        || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/faltwerk-peers"),
        PathBuf::from,
    );
    let asked = json!({ "fonts": root.join("fonts"), "widths_mm": WIDTHS_MM, "paragraphs": texts });
    let answer = || -> Option<Value> {
        let mut python = Command::new(peers.join("venv/bin/python"))
            .arg(root.join("benches/peers/typst/lines.py"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        python
            .stdin
            .take()?
            .write_all(asked.to_string().as_bytes())
            .ok()?;
        serde_json::from_slice(&python.wait_with_output().ok()?.stdout).ok()
    };
    answer().unwrap_or_else(|| {
        println!("without typst: its Python package or `pdftotext` is missing (`benches/peers/run` installs the package)");
        Value::Null
    })
}

/// What typst made of the text at a measure; none when its lines are not there or not of this text.
fn typst_at(found: &Value, texts: &[String], align: Align, width: i64) -> Option<Broken> {
    let setting = found.as_array()?.iter().find(|setting| {
        setting["width_mm"] == json!(width) && setting["justify"] == json!(align == Align::Justify)
    })?;
    let paragraphs = texts.iter().zip(setting["lines"].as_array()?);
    let paragraphs = paragraphs.map(|(text, lines)| found_again(text, lines.as_array()?));
    Some(Broken {
        by: "typst",
        paragraphs: paragraphs.collect::<Option<_>>()?,
    })
}

/// Lines as a PDF's text has them, found again in the text that they are of.
fn found_again(text: &str, lines: &[Value]) -> Option<Vec<(Range<usize>, bool)>> {
    let (mut at, mut found) = (0, Vec::new());
    for line in lines {
        let line = line.as_str()?.trim_end();
        let (start, mut hyphenated) = (at, false);
        for (index, character) in line.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let rest = &text[at..];
            let inked = rest.trim_start();
            if inked.starts_with(character) {
                at += rest.len() - inked.len() + character.len_utf8();
            } else if index + character.len_utf8() == line.len() {
                hyphenated = true;
            } else {
                return None;
            }
        }
        at += text[at..].len() - text[at..].trim_start().len();
        found.push((start..at, hyphenated));
    }
    (at == text.len()).then_some(found)
}

/// A line of the table.
fn row(broken: &Broken, texts: &[String], assets: &Assets, width: i64) -> String {
    let mut setter = Setter::new(assets);
    let mut figures = Figures::default();
    for (text, lines) in texts.iter().zip(&broken.paragraphs) {
        let widths: Vec<f64> = lines
            .iter()
            .map(|(range, hyphenated)| width_of(&text[range.clone()], *hyphenated, &mut setter))
            .collect();
        figures.add(text, lines, &widths, width as f64);
    }
    let mean = figures.last.iter().sum::<f64>() / figures.last.len() as f64;
    let shortest = figures.last.iter().copied().fold(f64::INFINITY, f64::min);
    format!(
        "{:14}{:10}{:7}{:9}{:8}{:13.0}{:7}{:8}{:7}{:10.1}{:11.1}{:7}",
        format!("{width} mm"),
        broken.by,
        figures.lines,
        figures.hyphens,
        figures.ladder,
        figures.slack,
        figures.holes,
        figures.stairs,
        figures.tight,
        shortest,
        mean,
        figures.lone_words
    )
}

/// The width of a line as text of its own, in millimetres.
fn width_of(line: &str, hyphenated: bool, setter: &mut Setter<'_>) -> f64 {
    let shown = format!("{}{}", line.trim_end(), if hyphenated { "-" } else { "" });
    let lines = setter
        .prepare(&paragraph(&shown, Align::Start))
        .break_lines(setter, &|_| Length::MAX);
    lines.first().map_or(0.0, |line| line.natural.to_mm())
}

/// What is counted.
#[derive(Default)]
struct Figures {
    lines: usize,
    /// Lines that end in a hyphen that was put in.
    hyphens: usize,
    /// The most lines in a row that end in any hyphen.
    ladder: usize,
    slack: f64,
    /// Lines shorter than both neighbours by more than a sixth of the measure.
    holes: usize,
    /// Three lines of which each is shorter, or each longer, than the one before by more than a twenty-fourth of the measure.
    stairs: usize,
    /// Lines wider than the measure before their spaces shrink.
    tight: usize,
    last: Vec<f64>,
    /// Last lines of one word.
    lone_words: usize,
}

impl Figures {
    fn add(&mut self, text: &str, lines: &[(Range<usize>, bool)], widths: &[f64], measure: f64) {
        let Some((last, others)) = widths.split_last() else {
            return;
        };
        self.lines += lines.len();
        self.hyphens += lines.iter().filter(|(_, hyphenated)| *hyphenated).count();
        let mut row = 0;
        for (range, hyphenated) in lines {
            let ends_in_hyphen = *hyphenated || text[range.clone()].trim_end().ends_with('-');
            row = if ends_in_hyphen { row + 1 } else { 0 };
            self.ladder = self.ladder.max(row);
        }
        self.slack += others.iter().map(|width| (measure - width).powi(2)).sum::<f64>();
        self.tight += others.iter().filter(|width| **width > measure + 0.01).count();
        for three in others.windows(3) {
            let steps = [three[1] - three[0], three[2] - three[1]];
            let by = |share: f64, sign: f64, step: f64| step * sign > measure / share;
            self.holes += usize::from(by(6.0, -1.0, steps[0]) && by(6.0, 1.0, steps[1]));
            self.stairs += usize::from(
                [1.0, -1.0]
                    .iter()
                    .any(|sign| steps.iter().all(|step| by(24.0, *sign, *step))),
            );
        }
        if !others.is_empty() {
            self.last.push(*last);
            let words = text[lines[lines.len() - 1].0.clone()].split_whitespace().count();
            self.lone_words += usize::from(words < 2);
        }
    }
}

/// How long a paragraph of so many words takes.
fn times(texts: &[String], assets: &Assets, words: usize) -> String {
    let all: Vec<&str> = texts.iter().flat_map(|text| text.split(' ')).collect();
    let text: Vec<&str> = all.iter().copied().cycle().take(words).collect();
    let paragraph = paragraph(&text.join(" "), Align::Start);
    let mut setter = Setter::new(assets);
    let (mut prepares, mut breaks, mut count) = (Vec::new(), Vec::new(), 0);
    for _ in 0..RUNS {
        let start = Instant::now();
        let prepared = setter.prepare(&paragraph);
        prepares.push(start.elapsed());
        let start = Instant::now();
        count = black_box(prepared.break_lines(&mut setter, &|_| Length::mm(85))).len();
        breaks.push(start.elapsed());
    }
    let median = |mut times: Vec<std::time::Duration>| {
        times.sort_unstable();
        times[RUNS / 2].as_secs_f64() * 1000.0
    };
    format!(
        "{words:8}{:14.1}{:12.1}{count:9}",
        median(prepares),
        median(breaks)
    )
}
