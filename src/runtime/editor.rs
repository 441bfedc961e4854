//! The user's own editor for long text: `$VISUAL`, else `$EDITOR`, else vi. The text lies in a file of its own meanwhile,
//! in a folder that only its owner can look into.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, ExitStatus};

use tempfile::{Builder, NamedTempFile};

use crate::store::disk::{Disk, RealDisk};
use crate::store::paths;

/// Where nothing names another.
const USUAL: &str = "vi";

/// Lets the editor have the text. Gives back what it made of it, or why the text stands as it was.
pub(super) fn edit(text: &str) -> Result<String, String> {
    let words = words(&named())?;
    let folder = paths::editing().map_err(|error| error.to_string())?;
    run(&words, &folder, text)
}

/// The editor, as the user names it.
fn named() -> String {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    set("VISUAL")
        .or_else(|| set("EDITOR"))
        .unwrap_or_else(|| USUAL.to_owned())
}

/// The words of its name, quoted as in a shell: "code --wait".
fn words(named: &str) -> Result<Vec<String>, String> {
    match shell_words::split(named) {
        Ok(words) if !words.is_empty() => Ok(words),
        _ => Err(format!(
            "No editor can be made out of {named:?} ($VISUAL, $EDITOR)"
        )),
    }
}

fn run(words: &[String], folder: &Path, text: &str) -> Result<String, String> {
    let file = written(folder, text)
        .map_err(|error| format!("No file for your editor in {}: {error}", folder.display()))?;
    let (program, arguments) = words.split_first().ok_or("no editor")?;
    let ended = Command::new(program)
        .args(arguments)
        .arg(file.path())
        .status();
    let why = match ended {
        Ok(status) if status.success() => {
            return fs::read(file.path())
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
                .map_err(|error| format!("What {program} wrote cannot be read: {error}"));
        }
        Ok(status) => ending(program, status),
        Err(error) => format!("{program} cannot be started: {error}"),
    };
    Err(format!(
        "{why}; your text stands as it was{}",
        left_behind(file, text)
    ))
}

fn ending(program: &str, status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("{program} ended with {code}"),
        None => format!("{program} was ended ({status})"),
    }
}

fn written(folder: &Path, text: &str) -> io::Result<NamedTempFile> {
    RealDisk.create_folder(folder)?;
    // For nobody but the owner from its first moment (0600).
    let mut file = Builder::new()
        .prefix("goodword-")
        .suffix(".txt")
        .tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")?;
    file.flush()?;
    Ok(file)
}

/// What an editor saved before it ended badly is not thrown away.
fn left_behind(file: NamedTempFile, text: &str) -> String {
    let saved = fs::read(file.path()).unwrap_or_default();
    if String::from_utf8_lossy(&saved).trim_end() == text.trim_end() {
        return String::new();
    }
    match file.keep() {
        Ok((_, path)) => format!("; what it saved is in {}", path.display()),
        Err(_) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn edited(script: &str) -> (Result<String, String>, tempfile::TempDir) {
        let world = tempfile::tempdir().unwrap();
        let named = format!("sh -c '{script}' editor");
        let result = run(
            &words(&named).unwrap(),
            &world.path().join("editing"),
            "one",
        );
        (result, world)
    }

    fn left(world: &tempfile::TempDir) -> usize {
        fs::read_dir(world.path().join("editing")).unwrap().count()
    }

    #[test]
    fn what_the_editor_wrote_comes_back_and_nothing_stays() {
        let (result, world) = edited("echo two >> \"$1\"");
        assert_eq!(result.unwrap(), "one\ntwo\n");
        assert_eq!(left(&world), 0);
        let mode = fs::metadata(world.path().join("editing"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o700);
        let (result, _world) = edited("stat -c %a \"$1\" > \"$1\".mode; cat \"$1\".mode > \"$1\"");
        assert_eq!(result.unwrap().trim(), "600");
    }

    #[test]
    fn an_editor_that_fails_leaves_the_text_and_what_it_saved() {
        let (result, world) = edited("exit 3");
        assert!(
            result
                .unwrap_err()
                .contains("ended with 3; your text stands as it was")
        );
        assert_eq!(left(&world), 0);
        let (result, world) = edited("echo half >> \"$1\"; kill -9 $$");
        assert!(result.unwrap_err().contains("what it saved is in"));
        assert_eq!(left(&world), 1);
        let none = run(&["goodword-no-such-editor".to_owned()], world.path(), "one");
        assert!(none.unwrap_err().contains("cannot be started"));
        assert!(words("\"").is_err() && words(" ").is_err());
    }
}
