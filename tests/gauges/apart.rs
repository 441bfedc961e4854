//! That the comparison of two lunches cannot read the gauges: no source of it names them. That it does not do so by a
//! detour is tried in the laws of the comparison.

use std::fs;
use std::path::Path;

#[test]
fn no_source_of_the_comparison_names_a_gauge() {
    let domain = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain");
    let files = fs::read_dir(domain.join("comparison")).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    assert!(files.len() > 5);
    files.push(domain.join("conflict.rs"));
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for gauge in ["trust::", "balance", "orientation", "Seen", "exchanges"] {
            assert!(!text.contains(gauge), "{} names {gauge}", file.display());
        }
    }
}
