//! Where the files stand. A process of its own asks, because the environment of this one cannot be changed safely.

use std::process::Command;

use goodword::store::paths;

const ASKED: &str = "GOODWORD_TEST_ASKS_FOR_PATHS";

#[test]
fn the_files_stand_in_the_folders_of_xdg() {
    if std::env::var_os(ASKED).is_some() {
        let (book, config) = (paths::book().unwrap(), paths::config().unwrap());
        println!("[{}|{}]", book.display(), config.display());
        return;
    }
    assert_eq!(
        asked(&[]),
        "/home/dana/.local/share/goodword/book.ron|/home/dana/.config/goodword/config.ron"
    );
    assert_eq!(
        asked(&[("XDG_DATA_HOME", "/data"), ("XDG_CONFIG_HOME", "/config")]),
        "/data/goodword/book.ron|/config/goodword/config.ron"
    );
    // The standard has relative ones ignored.
    assert_eq!(
        asked(&[("XDG_DATA_HOME", "data")]),
        "/home/dana/.local/share/goodword/book.ron|/home/dana/.config/goodword/config.ron"
    );
}

fn asked(environment: &[(&str, &str)]) -> String {
    let output = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "places::the_files_stand_in_the_folders_of_xdg",
            "--nocapture",
        ])
        .env_clear()
        .env("HOME", "/home/dana")
        .env(ASKED, "1")
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let (_, rest) = text.split_once('[').unwrap();
    rest.split_once(']').unwrap().0.to_owned()
}
