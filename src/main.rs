//! The command line of faltwerk: reads the arguments, calls one command, ends with its exit code.

mod cmd;

use std::process::ExitCode;

fn main() -> ExitCode {
    cmd::run()
}
