//! `goodword completions`: what a shell needs to finish commands, options and names of files.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, print};

/// What `goodword completions --help` says below its options.
const RULES: &str = "\
Examples:
  mkdir -p ~/.local/share/bash-completion/completions
  goodword completions bash > ~/.local/share/bash-completion/completions/goodword
  mkdir -p ~/.zfunc
  goodword completions zsh > ~/.zfunc/_goodword
  mkdir -p ~/.config/fish/completions
  goodword completions fish > ~/.config/fish/completions/goodword.fish

For zsh the folder stands in $fpath before compinit is called. A new shell knows them. Names of people are not completed: \
no shell reads your book.

Exit code: 0; 2 usage. No book is read.";

/// What `goodword completions` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = RULES)]
pub struct Args {
    /// The shell.
    pub shell: Shell,
}

/// Prints them.
#[must_use]
pub fn run(args: &Args) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "goodword", &mut script);
    print(&String::from_utf8_lossy(&script))
}
