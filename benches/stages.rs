//! How long each stage of a build takes for the shipped documents: `cargo bench --bench stages`. Prints medians and asserts nothing, since
//! a machine has slow days. Reads the project through `faltwerk::project` like everybody else, and writes no file.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a table for people is all that this makes"
)]

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use faltwerk::diag::{Log, Reported};
use faltwerk::emit::{Edition, products};
use faltwerk::project::Project;
use faltwerk::style::Language;
use faltwerk::{assets, content, impose, layout, story, template};

/// Odd, so that there is a median.
const RUNS: usize = 15;

/// The stages in their order, as a column each.
const STAGES: [&str; 10] = [
    "load", "bind", "assets", "compose", "unfold", "impose", "screen", "press", "sheets", "preview",
];

const DOCUMENTS: [&str; 2] = ["flyer", "brochure"];

fn main() -> ExitCode {
    println!("Milliseconds, medians of {RUNS} runs");
    println!("{:10}{}", "", STAGES.map(|stage| format!("{stage:>9}")).concat());
    for name in DOCUMENTS {
        let mut log = Log::new();
        let runs: Result<Vec<_>, Reported> = (0..RUNS).map(|_| stages(name, &mut log)).collect();
        let Ok(runs) = runs else {
            eprintln!("`{name}` has errors: `faltwerk check {name}` shows them");
            return ExitCode::FAILURE;
        };
        let medians = (0..STAGES.len()).map(|stage| {
            let mut times: Vec<Duration> = runs.iter().map(|run| run[stage]).collect();
            times.sort_unstable();
            format!("{:9.2}", times[RUNS / 2].as_secs_f64() * 1000.0)
        });
        println!("{name:10}{}", medians.collect::<String>());
    }
    ExitCode::SUCCESS
}

/// Builds a document once; gives how long each stage took.
fn stages(name: &str, log: &mut Log) -> Result<[Duration; STAGES.len()], Reported> {
    let mut project = Project::open(Path::new(env!("CARGO_MANIFEST_DIR"))).map_err(|_| Reported)?;
    let mut clock = Clock::start();

    let content = content::load(&mut project, name, log)?;
    let about = story::about(&content, log);
    let document = &content.document.value;
    let language = Language(document.language.value.as_str().into());
    let printer = document.printer.as_ref();
    let template = template::load(&mut project, &document.template, printer, &language, log)?;
    let load = clock.lap();

    let stories = story::bind(&content, &template, log)?;
    let bind = clock.lap();

    let assets = assets::load(
        &project,
        faltwerk::wanted_profile(&template.printer),
        &[],
        &[],
        assets::Ready::default(),
        log,
    )?;
    let load_assets = clock.lap();

    let scene = layout::compose(&about, &stories, &template, &assets, log)?.scene;
    let compose = clock.lap();

    black_box(impose::unfold(&scene));
    let unfold = clock.lap();

    if let Ok(Some(imposition)) = impose::imposition(&scene, &template.printer) {
        let marks = template.printer.sheets.marks;
        black_box(impose::sheets(&scene, &imposition, marks, &assets));
    }
    let impose = clock.lap();

    let mut write = |edition| -> Result<Duration, Reported> {
        black_box(products(&scene, &assets, &template.printer, edition, log)?);
        Ok(clock.lap())
    };
    let screen = write(Edition::Screen)?;
    let press = write(Edition::Press)?;
    let sheets = write(Edition::Sheets)?;
    let preview = write(Edition::Preview)?;
    Ok([
        load,
        bind,
        load_assets,
        compose,
        unfold,
        impose,
        screen,
        press,
        sheets,
        preview,
    ])
}

/// A stopwatch.
struct Clock(Instant);

impl Clock {
    fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start or the last lap.
    fn lap(&mut self) -> Duration {
        let now = Instant::now();
        let lap = now - self.0;
        self.0 = now;
        lap
    }
}
