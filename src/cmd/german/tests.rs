//! The German help is whole, and says something else than the English.

use clap::{ArgAction, CommandFactory};

use super::*;
use crate::cmd::Arguments;

/// Every command with its path: `build`, the program itself with none.
fn commands(command: &Command, path: &str) -> Vec<(String, Command)> {
    let mut found = vec![(path.to_owned(), command.clone())];
    for sub in command.get_subcommands() {
        found.extend(commands(sub, format!("{path} {}", sub.get_name()).trim()));
    }
    found
}

/// What clap adds of itself.
fn is_claps_own(arg: &Arg) -> bool {
    matches!(
        arg.get_action(),
        ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version
    )
}

#[track_caller]
fn assert_translated(what: &str, english: Option<String>, german: Option<&str>) {
    let english = english.unwrap_or_else(|| panic!("{what} has no English help"));
    let german = german.unwrap_or_else(|| panic!("{what} has no German help: add a row to german/table.rs"));
    assert_ne!(english, german, "{what} has English help in German");
    assert!(
        !german.trim().is_empty() && !german.ends_with('.'),
        "{what}: {german}"
    );
}

#[test]
fn every_command_argument_and_value_has_german_help() {
    for (path, command) in commands(&Arguments::command(), "") {
        let row = COMMANDS.iter().find(|(known, _)| *known == path);
        let english = command.get_about().map(ToString::to_string);
        assert_translated(
            &format!("the command `{path}`"),
            english,
            row.map(|(_, german)| *german),
        );
        for arg in command.get_arguments().filter(|arg| !is_claps_own(arg)) {
            let id = arg.get_id().as_str();
            let what = format!("the argument `{id}` of `{path}`");
            let row = ARGUMENTS
                .iter()
                .find(|(known, name, _)| *known == path && *name == id);
            let english = arg.get_help().map(ToString::to_string);
            assert_translated(&what, english, row.map(|(_, _, german)| *german));
            for value in values(arg) {
                let english = value.get_help().map(ToString::to_string);
                let name = value.get_name();
                assert_translated(&format!("`{name}` of {what}"), english, meaning(arg, name));
            }
        }
    }
}

#[test]
fn no_german_help_is_about_something_that_is_gone() {
    let commands = commands(&Arguments::command(), "");
    let argument = |path: Option<&str>, id: &str| {
        let mut commands = commands
            .iter()
            .filter(|(known, _)| path.is_none_or(|path| known == path));
        commands.find_map(|(_, command)| command.get_arguments().find(|arg| arg.get_id() == id).cloned())
    };
    for (path, _) in COMMANDS {
        assert!(commands.iter().any(|(known, _)| known == path), "{path}");
    }
    for (path, id, _) in ARGUMENTS {
        assert!(argument(Some(path), id).is_some(), "{id} of `{path}`");
    }
    for (id, value, _) in VALUES {
        let there =
            argument(None, id).is_some_and(|arg| values(&arg).iter().any(|known| known.get_name() == *value));
        assert!(there, "{value} of {id}");
    }
}

#[test]
fn nothing_that_clap_says_is_left_in_german_help() {
    let mut german = translated(Arguments::command());
    german.build();
    for (path, command) in commands(&german, "") {
        for help in [command.clone().render_help(), command.clone().render_long_help()] {
            let help = help.to_string();
            for english in [
                "Usage",
                "Options",
                "OPTIONS",
                "Commands",
                "COMMAND",
                "Arguments",
                "default",
                "possible",
                "Print",
            ] {
                assert!(!help.contains(english), "`{path}` says {english}:\n{help}");
            }
            assert!(
                help.contains(&format!("Aufruf: faltwerk {path}").trim_end().to_owned()),
                "{help}"
            );
        }
    }
}

#[test]
fn german_and_english_read_the_same_arguments() {
    use clap::FromArgMatches;
    let line = [
        "faltwerk",
        "build",
        "flyer",
        "--edition",
        "screen,press",
        "--lang",
        "de",
        "--deny-warnings",
    ];
    let read = |command: Command| {
        let matches = command.try_get_matches_from(line).unwrap();
        format!("{:?}", Arguments::from_arg_matches(&matches).unwrap())
    };
    assert_eq!(read(translated(Arguments::command())), read(Arguments::command()));
}
