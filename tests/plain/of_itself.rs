//! What the program says of itself: completions for a shell, and the manual.

use std::fs;
use std::process::Command;

use clap::CommandFactory;
use goodword::cli::Cli;

use super::examples::subcommands;
use super::shell::Shell;

#[test]
fn every_shell_can_complete_every_command_and_option() {
    let shell = Shell::new();
    for name in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = shell.says(&["completions", name]);
        for command in subcommands() {
            assert!(script.contains(&command), "{name}: {command}");
        }
        for option in ["with-bad-faith", "dry-run", "install", "counts"] {
            assert!(script.contains(option), "{name}: {option}");
        }
    }
    assert!(!shell.path("data").exists() && !shell.path("state").exists());
}

/// As bash itself does where Tab is pressed.
#[test]
fn bash_completes_what_is_typed() {
    let shell = Shell::new();
    fs::write(
        shell.path("goodword.bash"),
        shell.says(&["completions", "bash"]),
    )
    .unwrap();
    let completed = |words: &str, at: usize| {
        let typed = format!(
            "source goodword.bash; COMP_WORDS=({words}); COMP_CWORD={at}; \
             _goodword goodword \"${{COMP_WORDS[{at}]}}\" \"${{COMP_WORDS[{at}-1]}}\"; echo \"${{COMPREPLY[@]}}\""
        );
        let bash = Command::new("bash")
            .args(["-c", &typed])
            .current_dir(shell.path("."))
            .output();
        let bash = bash.unwrap();
        assert_eq!(String::from_utf8_lossy(&bash.stderr), "");
        String::from_utf8(bash.stdout).unwrap().trim().to_owned()
    };
    assert_eq!(completed("goodword ex", 1), "export");
    assert_eq!(completed("goodword export --with-b", 2), "--with-bad-faith");
    assert_eq!(completed("goodword export mark", 2), "markdown");
    assert_eq!(completed("goodword completions fi", 2), "fish");
}

#[test]
fn there_is_a_page_for_every_command_and_it_says_what_help_says() {
    let shell = Shell::new();
    assert_eq!(shell.says(&["man", "--to", "pages"]), "");
    let pages = fs::read_dir(shell.path("pages")).unwrap().count();
    assert_eq!(
        pages,
        subcommands().len() + 1,
        "a page a command, and that of goodword"
    );
    let program = Cli::command();
    let one_page = fs::read_to_string(shell.path("pages/goodword.1")).unwrap();
    assert_eq!(shell.says(&["man"]), one_page);
    for command in program.get_subcommands() {
        let name = command.get_name();
        let page = fs::read_to_string(shell.path(&format!("pages/goodword-{name}.1"))).unwrap();
        assert_eq!(shell.says(&["man", name]), page);
        assert!(
            one_page.contains(&format!("goodword\\-{}(1)", name.replace('-', "\\-"))),
            "{name}"
        );
        // Signs of roff within the text are escaped: words alone are compared.
        let plain = page.replace("\\*(Aq", "'").replace('\\', "");
        let help = command.get_after_help().unwrap().to_string();
        for line in help.lines().filter(|line| line.starts_with("  goodword ")) {
            assert!(plain.contains(line), "{name}: {line}\n{plain}");
        }
        for option in command.get_arguments().filter_map(clap::Arg::get_long) {
            assert!(plain.contains(&format!("--{option}")), "{name} --{option}");
        }
    }
}

/// Where a package is built, nobody is at home.
#[test]
fn neither_needs_a_home() {
    let shell = Shell::new();
    for words in [&["completions", "bash"][..], &["man"]] {
        let output = shell.command(words).env_clear().output().unwrap();
        assert!(
            output.status.success() && !output.stdout.is_empty(),
            "{words:?}"
        );
    }
}
