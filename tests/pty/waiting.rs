//! Waiting for what no terminal tells of: a file, the end of a process. No test sleeps.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

/// How long something may take on a machine that has much else to do.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The most time between two looks at what no terminal tells of: a file, the end of a process.
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// Waits until something is so that no terminal tells of.
pub(crate) fn await_sign(what: &str, is_so: impl FnMut() -> bool) {
    assert!(comes_within(PATIENCE, is_so), "no {what}");
}

/// Whether something becomes so in a time.
pub(crate) fn comes_within(patience: Duration, mut is_so: impl FnMut() -> bool) -> bool {
    let begun = Instant::now();
    let never = (Mutex::new(()), Condvar::new());
    while !is_so() {
        if begun.elapsed() >= patience {
            return false;
        }
        let held = never.0.lock().unwrap();
        drop(never.1.wait_timeout(held, BETWEEN_LOOKS).unwrap());
    }
    true
}
