//! The command line in German: its help, from a table of its own, and its mistakes. clap knows English alone, so everything that it would add of
//! itself, headings and defaults, is said here instead.

mod mistakes;
mod table;

pub(super) use mistakes::said;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};

use table::{ARGUMENTS, COMMANDS, PLACEHOLDERS, VALUES};

/// The same command line, with German help.
pub(super) fn translated(command: Command) -> Command {
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help("Die Version zeigen")
        .help_heading("Optionen");
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .global(true)
        .action(ArgAction::Help)
        .help("Die Hilfe zeigen (`-h` in Kürze)")
        .help_heading("Optionen");
    let command = described(command, "")
        .disable_version_flag(true)
        .disable_help_flag(true)
        .arg(help)
        .arg(version);
    let mut built = command.clone();
    built.build();
    with_usage(command, &mut built)
}

/// With what a command, its arguments and its own commands are for.
fn described(command: Command, path: &str) -> Command {
    let about = COMMANDS.iter().find(|(known, _)| *known == path);
    let command = match about {
        Some((_, german)) => command.about(*german),
        None => command,
    };
    let name = |sub: &Command| format!("{path} {}", sub.get_name()).trim().to_owned();
    command
        .subcommand_value_name("BEFEHL")
        .subcommand_help_heading("Befehle")
        .help_template("{about-with-newline}\nAufruf: {usage}\n\n{all-args}")
        .mut_args(|arg| argument(arg, path))
        .mut_subcommands(|sub| {
            let path = name(&sub);
            described(sub, &path)
        })
}

fn argument(arg: Arg, path: &str) -> Arg {
    let row = ARGUMENTS
        .iter()
        .find(|(command, known, _)| *command == path && *known == arg.get_id().as_str());
    let heading = if arg.is_positional() {
        "Argumente"
    } else {
        "Optionen"
    };
    let has_value = arg.get_action().takes_values();
    let arg = arg
        .help_heading(heading)
        .hide_default_value(has_value)
        .hide_possible_values(has_value);
    let Some((_, _, german)) = row else { return arg };
    let short = [Some((*german).to_owned()), values_in_short(&arg), default(&arg)];
    let long = [Some((*german).to_owned()), values_at_length(&arg), default(&arg)];
    let is_longer = values_at_length(&arg).is_some();
    let arg = placeholder(arg).help(short.into_iter().flatten().collect::<Vec<_>>().join(" "));
    if is_longer {
        arg.long_help(long.into_iter().flatten().collect::<Vec<_>>().join("\n\n"))
    } else {
        arg
    }
}

fn placeholder(arg: Arg) -> Arg {
    let id = arg.get_id().as_str().to_uppercase();
    let named = arg.get_value_names().and_then(|names| names.first());
    let written = named.map_or(id, ToString::to_string);
    let german = PLACEHOLDERS.iter().find(|(english, _)| *english == written);
    match german.filter(|_| arg.get_action().takes_values()) {
        Some((_, german)) => arg.value_name(*german),
        None => arg,
    }
}

/// The values that an argument can have, none where it can have any.
fn values(arg: &Arg) -> Vec<PossibleValue> {
    if arg.get_action().takes_values() {
        arg.get_possible_values()
    } else {
        Vec::new()
    }
}

/// `[mögliche Werte: de, en]`.
fn values_in_short(arg: &Arg) -> Option<String> {
    let values = values(arg);
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    (!names.is_empty()).then(|| format!("[mögliche Werte: {}]", names.join(", ")))
}

/// The values, each in a line with what it means.
fn values_at_length(arg: &Arg) -> Option<String> {
    let lines: Vec<String> = values(arg)
        .iter()
        .map(|value| {
            let name = value.get_name();
            match meaning(arg, name) {
                Some(german) => format!("- {name}: {german}"),
                None => format!("- {name}"),
            }
        })
        .collect();
    (!lines.is_empty()).then(|| format!("Mögliche Werte:\n{}", lines.join("\n")))
}

fn meaning(arg: &Arg, value: &str) -> Option<&'static str> {
    let id = arg.get_id().as_str();
    let row = VALUES
        .iter()
        .find(|(known, name, _)| *known == id && *name == value);
    row.map(|(_, _, german)| *german)
}

/// `[Vorgabe: output]`.
fn default(arg: &Arg) -> Option<String> {
    let values = arg.get_default_values().iter();
    let values: Vec<String> = values.map(|value| value.to_string_lossy().into_owned()).collect();
    let has_one = arg.get_action().takes_values() && !values.is_empty();
    has_one.then(|| format!("[Vorgabe: {}]", values.join(",")))
}

/// With the way that each command is called: clap's own, whose word for options it has no other word for.
fn with_usage(command: Command, built: &mut Command) -> Command {
    let usage = built.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let usage = usage.replace("[OPTIONS]", "[OPTIONEN]");
    command.override_usage(usage).mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        match built.find_subcommand_mut(&name) {
            Some(built) => with_usage(sub, built),
            None => sub,
        }
    })
}

#[cfg(test)]
mod tests;
