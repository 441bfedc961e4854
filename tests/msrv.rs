//! The declared `rust-version` is no lower than what any crate of the graph asks for.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it says"
)]

use std::process::Command;

use serde_json::Value;

/// A version as its numbers; "1.89" is 1.89.0.
fn version(text: &str) -> [u64; 3] {
    let mut numbers = text.split('.').map(|number| number.parse().unwrap());
    std::array::from_fn(|_| numbers.next().unwrap_or(0))
}

/// The crates that ask for a newer Rust than the one called `own` declares.
fn too_new(metadata: &Value, own: &str) -> Vec<String> {
    let packages = metadata.get("packages").and_then(Value::as_array).unwrap();
    let asks = |package: &Value| package["rust_version"].as_str().map(version);
    let declared = packages.iter().find(|package| package["name"] == own);
    let declared = asks(declared.unwrap()).unwrap();
    let newer = packages
        .iter()
        .filter(|package| asks(package) > Some(declared));
    newer
        .map(|package| format!("{} asks for {}", package["name"], package["rust_version"]))
        .collect()
}

/// What cargo knows of the crates built on this machine: all of them are here already, so that nothing is fetched.
fn metadata() -> Value {
    let cargo = || {
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(env!("CARGO_MANIFEST_DIR"));
        command
    };
    let about = cargo().arg("-vV").output().unwrap().stdout;
    let about = String::from_utf8(about).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    let output = cargo()
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(["--filter-platform", host.unwrap()])
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn no_crate_asks_for_a_newer_rust_than_is_declared() {
    let metadata = metadata();
    assert!(
        metadata
            .get("packages")
            .and_then(Value::as_array)
            .unwrap()
            .len()
            > 50
    );
    assert_eq!(
        too_new(&metadata, env!("CARGO_PKG_NAME")),
        Vec::<String>::new()
    );
}

#[test]
fn a_crate_that_asks_for_more_is_named() {
    let metadata = serde_json::json!({"packages": [
        {"name": "own", "rust_version": "1.89"},
        {"name": "silent", "rust_version": null},
        {"name": "older", "rust_version": "1.9.3"},
        {"name": "same", "rust_version": "1.89.0"},
        {"name": "newer", "rust_version": "1.89.1"},
    ]});
    assert_eq!(
        too_new(&metadata, "own"),
        [r#""newer" asks for "1.89.1""#.to_owned()]
    );
}
