//! What the program says of itself: completions for a shell, the manual, and which build it is.

use std::fs;
use std::process::Command;

use clap::CommandFactory;
use goodword::cli::Cli;

use super::build;
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

#[test]
fn the_version_says_which_build_it_is() {
    let shell = Shell::new();
    let said = shell.says(&["--version"]);
    let begin = concat!("goodword ", env!("CARGO_PKG_VERSION"), " (");
    let build = said.strip_prefix(begin).unwrap().strip_suffix(")\n");
    // A release out of its repository names the commit before.
    let target = build.unwrap().rsplit(", ").next().unwrap();
    assert!(target.starts_with(std::env::consts::ARCH), "{said}");
    assert!(target.contains(std::env::consts::OS), "{said}");
    assert_eq!(shell.says(&["-V"]), said);
    let page = shell.says(&["man"]);
    assert!(page.contains(concat!("\nv", env!("CARGO_PKG_VERSION"), "\n")));
    assert!(!page.contains(target), "a page is the same for every build");
}

#[test]
fn a_build_names_the_commit_it_is_of() {
    let shell = Shell::new();
    let (repository, unpacked) = (shell.path("own"), shell.path("own/unpacked"));
    fs::create_dir_all(repository.join("src")).unwrap();
    fs::create_dir_all(&unpacked).unwrap();
    assert_eq!(build::commit(&repository), None);
    let git = |words: &[&str]| {
        let mut command = Command::new("git");
        command.args(["-c", "user.name=me", "-c", "user.email=me@example.org"]);
        command.env("GIT_COMMITTER_DATE", "2026-09-24T12:00:00Z");
        let output = command.args(words).current_dir(&repository).output();
        assert!(output.unwrap().status.success(), "{words:?}");
    };
    git(&["init", "--quiet"]);
    fs::write(repository.join("src/main.rs"), "fn main() {}\n").unwrap();
    git(&["add", "src"]);
    git(&["commit", "--quiet", "--message=begin"]);
    let said = build::commit(&repository).unwrap();
    let (commit, day) = said.split_once(", ").unwrap();
    assert!(commit.len() == 12 && commit.chars().all(|sign| sign.is_ascii_hexdigit()));
    assert_eq!(day, "2026-09-24");
    assert_eq!(build::commit(&unpacked), None, "another's commit");
    fs::write(repository.join("notes.txt"), "no source\n").unwrap();
    assert_eq!(build::commit(&repository).unwrap(), said);
    fs::write(repository.join("src/main.rs"), "fn main() { }\n").unwrap();
    let changed = format!("{commit} and changes, {day}");
    assert_eq!(build::commit(&repository).unwrap(), changed);
}

/// Where a package is built, nobody is at home.
#[test]
fn none_needs_a_home() {
    let shell = Shell::new();
    for words in [&["completions", "bash"][..], &["man"], &["--version"]] {
        let output = shell.command(words).env_clear().output().unwrap();
        assert!(
            output.status.success() && !output.stdout.is_empty(),
            "{words:?}"
        );
    }
}
