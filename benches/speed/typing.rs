//! How long a key takes until its frame is there, alone and while the book is being saved all the time.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use goodword::store::Save;

use super::seat::Seat;
use super::work::{book, in_a_file, two_versions};

/// So many keys are pressed.
const KEYS: usize = 2000;

/// Every so many keys one changes the book.
const CHANGES: usize = 100;

/// A hand rests so long between two keys.
const REST: Duration = Duration::from_millis(2);

/// Prints how long keys take with so many people.
pub(crate) fn tell(people: usize) -> Result<(), String> {
    let alone = press_all(people);
    let (_folder, mut file) = in_a_file(people)?;
    let mut versions = two_versions(people);
    let is_over = AtomicBool::new(false);
    let (saving, saves) = thread::scope(|scope| {
        let saver = scope.spawn(|| {
            let mut saves = 0;
            while !is_over.load(Ordering::Relaxed) {
                let version = versions.next().unwrap();
                assert!(matches!(file.save(&version), Save::Saved));
                saves += 1;
            }
            saves
        });
        let saving = press_all(people);
        is_over.store(true, Ordering::Relaxed);
        (saving, saver.join().unwrap())
    });
    println!("key to frame, {people} people:");
    println!("  alone            {}", shares(alone));
    println!("  during {saves:4} saves {}", shares(saving));
    Ok(())
}

/// The times of the keys: mostly the cursor on Promises, now and then a tick, which is a change of the book.
fn press_all(people: usize) -> Vec<Duration> {
    let mut seat = Seat::at(book(people), "3");
    let times = (0..KEYS).map(|n| {
        let key = match n % CHANGES {
            0 => "Space",
            50 => "u",
            n if n % 2 == 0 => "j",
            _ => "k",
        };
        thread::sleep(REST);
        let begun = Instant::now();
        seat.press(key);
        begun.elapsed()
    });
    times.collect()
}

fn shares(mut times: Vec<Duration>) -> String {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 1000];
    let (half, most, last) = (at(500), at(990), at(1000));
    format!("half within {half:.1?}, 99 of 100 within {most:.1?}, all within {last:.1?}")
}
