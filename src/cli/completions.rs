//! `goodword completions`: what a shell needs to finish commands, options and names of files.

use std::process::ExitCode;

use clap::{Arg, Command, CommandFactory, ValueHint};
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
    let mut program = Cli::command();
    clap_complete::generate(args.shell, &mut program, "goodword", &mut script);
    let script = String::from_utf8_lossy(&script);
    print(&if args.shell == Shell::Bash {
        with_files(&script, &program)
    } else {
        script.into_owned()
    })
}

/// The script for bash, which offers options only, with names of files wherever a command takes one without an option:
/// where nothing else is offered, bash itself offers them.
fn with_files(script: &str, program: &Command) -> String {
    const NEXT: &str = "            ;;\n";
    const OPTIONS: &str =
        "COMPREPLY=( $(compgen -W \"${opts}\" -- \"${cur}\") )\n            return 0\n";
    let is_path = |arg: &Arg| {
        let hint = arg.get_value_hint();
        [ValueHint::AnyPath, ValueHint::FilePath, ValueHint::DirPath].contains(&hint)
    };
    let takes_a_path = |command: &&Command| command.get_positionals().any(is_path);
    let mut whole = script.to_owned();
    for command in program.get_subcommands().filter(takes_a_path) {
        let begin = format!("        goodword__subcmd__{})\n", command.get_name());
        let Some((before, rest)) = whole.split_once(&begin) else {
            continue;
        };
        let Some((inside, after)) = rest.split_once(&format!("\n{NEXT}")) else {
            continue;
        };
        let inside = format!("{inside}\n")
            .replace("|| ${COMP_CWORD} -eq 2 ]]", "]]")
            .replace(
                &format!("esac\n            {OPTIONS}"),
                "esac\n            COMPREPLY=()\n            return 0\n",
            );
        whole = format!("{before}{begin}{inside}{NEXT}{after}");
    }
    whole
}
