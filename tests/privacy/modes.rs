//! Whatever the umask says, what Goodword makes is for its owner's eyes only, and what stands there becomes no wider.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use goodword::store::disk::RealDisk;
use goodword::store::{Backups, Before, BookFile, Save, demo, emergency, export, letter};

use super::home::{below, mode};

/// Where the child that stands under another umask is to write.
const FOLDER: &str = "GOODWORD_MODES_FOLDER";
const UMASKS: [&str; 6] = ["000", "002", "022", "027", "077", "0177"];
const MODES: [u32; 7] = [0o600, 0o640, 0o644, 0o604, 0o660, 0o666, 0o400];

/// Makes one of every file that the program makes; a test only for the child that [`made_under`] starts.
#[test]
fn child_makes_one_of_each() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let book = demo::book(demo::ANCHOR).unwrap();
    let path = folder.join("data/goodword/book.ron");
    for _ in 0..2 {
        let mut opened = BookFile::open(&path).unwrap();
        opened
            .book
            .contacts
            .put_shared(book.contacts.iter().next().unwrap().clone());
        opened.book.promises.put_shared(
            book.promises
                .iter()
                .nth(opened.book.promises.len())
                .unwrap()
                .clone(),
        );
        assert!(matches!(opened.file.save(&opened.book), Save::Saved));
    }
    let backups = Backups::of(&folder.join("state/goodword/backups"), &path, || {
        demo::ANCHOR
    });
    backups
        .before_event(Before::Day, &fs::read(&path).unwrap())
        .unwrap();
    letter::write(
        &RealDisk,
        &folder.join("state/goodword/messages"),
        "Ana",
        "x",
        demo::ANCHOR,
    )
    .unwrap();
    let emergency = folder.join("state/goodword/emergency");
    emergency::write(&RealDisk, &emergency, &path, 4711, &book).unwrap();
    export::write(&RealDisk, &folder.join("data/goodword/person.txt"), "x").unwrap();
    // The control: what a plain write makes of the umask.
    fs::write(folder.join("control"), "x").unwrap();
}

/// Everything that the child made under a umask, the control apart.
fn made_under(umask: &str, folder: &Path) -> Vec<PathBuf> {
    let child = Command::new("sh")
        .args(["-c", "umask \"$0\"; exec \"$@\"", umask])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "modes::child_makes_one_of_each"])
        .env(FOLDER, folder)
        .output()
        .unwrap();
    assert!(
        child.status.success(),
        "{}",
        String::from_utf8_lossy(&child.stdout)
    );
    let mut made = below(folder);
    made.retain(|path| !path.ends_with("control"));
    made
}

fn is_wide(path: &Path) -> bool {
    mode(path) & 0o077 != 0
}

#[test]
fn what_is_made_is_for_its_owner_only_under_every_umask() {
    let mut wide_controls = 0;
    for umask in UMASKS {
        let folder = tempfile::tempdir().unwrap();
        let made = made_under(umask, folder.path());
        let files = made.iter().filter(|path| path.is_file()).count();
        assert!(files >= 6, "{umask}: {made:?}");
        for path in &made {
            let wanted = if path.is_dir() { 0o700 } else { 0o600 };
            // A umask may take more away, and never gives.
            assert_eq!(
                mode(path) & !wanted,
                0,
                "{umask}: {} is {:o}",
                path.display(),
                mode(path)
            );
            assert!(!is_wide(path));
        }
        wide_controls += usize::from(is_wide(&folder.path().join("control")));
    }
    assert!(wide_controls >= 4, "a plain write is seen to be wide");
}

#[test]
fn a_book_that_stands_there_keeps_its_mode_under_every_umask() {
    for umask in UMASKS {
        for before in MODES {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("data/goodword/book.ron");
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(
                &path,
                export::text(&goodword::domain::Book::default()).unwrap(),
            )
            .unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(before)).unwrap();
            if before & 0o200 == 0 {
                continue;
            }
            made_under(umask, folder.path());
            assert_eq!(mode(&path), before, "umask {umask}");
            // What was taken out of a book that others may read is not for them.
            let aside = path.with_file_name(".book.ron.previous");
            assert!(!is_wide(&aside), "umask {umask}: {before:o}");
        }
    }
}
