//! The command line of faltwerk.

fn main() {}
