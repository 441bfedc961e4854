//! Ended from outside: the change is in the file, the terminal is given back, and quickly so.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use super::books::{BOOK, DELIVERED};
use super::terminal::{Terminal, World};

const SECOND: Duration = Duration::from_secs(1);

/// The orderly way has longer than this before the watchdog takes over.
const ORDERLY: Duration = Duration::from_millis(700);

/// What a terminal that is closed sends: the shell to its jobs, then the system to what is in front of it.
const CLOSED: &str = "HUP HUP CONT";

/// A change in an open dashboard.
fn changed(world: &World) -> Terminal {
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.assert_taken();
    terminal.send("3 ");
    terminal.await_text("0 open");
    terminal
}

fn assert_in_the_book(world: &World) {
    assert!(
        world.book_text().contains(DELIVERED),
        "{}",
        world.book_text()
    );
    assert!(world.emergencies().is_empty());
}

/// How long the program takes to its end after these signals.
fn ended_by(signals: &str, numbers: &[u32]) -> Duration {
    let world = World::with_book(BOOK);
    let mut terminal = changed(&world);
    let begun = Instant::now();
    terminal.signal(signals);
    let code = terminal.await_end();
    assert!(numbers.contains(&(code - 128)), "{code}");
    let took = begun.elapsed();
    terminal.assert_restored();
    assert_in_the_book(&world);
    took
}

/// The window of the terminal is closed.
fn closed() -> Duration {
    let world = World::with_book(BOOK);
    let terminal = changed(&world);
    terminal.await_text("✓ saved");
    let mut process = terminal.hang_up();
    let begun = Instant::now();
    assert_eq!(process.await_end(), 129);
    let took = begun.elapsed();
    assert_in_the_book(&world);
    took
}

/// The same below a shell that is told of it and does not care: no signal comes.
fn closed_without_a_signal() -> Duration {
    let world = World::with_book(BOOK);
    let mut terminal = world.open_shell("-c", "trap '' HUP; $GOODWORD; echo $? > code");
    terminal.await_text("Waiting for you");
    terminal.send("3 ");
    terminal.await_text("0 open");
    terminal.await_text("✓ saved");
    let mut shell = terminal.hang_up();
    let begun = Instant::now();
    assert_eq!(shell.await_end(), 0);
    let took = begun.elapsed();
    assert_eq!(fs::read_to_string(world.file("code")).unwrap(), "129\n");
    assert_in_the_book(&world);
    took
}

/// The terminal takes nothing more, and is told to close.
fn closed_while_frozen() -> Duration {
    let world = World::with_book(BOOK);
    let mut terminal = changed(&world);
    terminal.await_text("✓ saved");
    terminal.freeze();
    // Drawing this waits for ever.
    terminal.send("1");
    let begun = Instant::now();
    terminal.signal("HUP");
    terminal.signal("HUP CONT");
    assert_eq!(terminal.await_end(), 129);
    let took = begun.elapsed();
    // Twice the same is how terminals are closed, and no reason to leave before what is under way had its time.
    assert!(took > ORDERLY, "{took:?}");
    assert!(terminal.has_its_modes());
    assert_in_the_book(&world);
    took
}

fn signalled_twice_while_frozen() -> Duration {
    let world = World::with_book(BOOK);
    let mut terminal = changed(&world);
    terminal.await_text("✓ saved");
    terminal.freeze();
    terminal.send("1");
    let begun = Instant::now();
    terminal.signal("TERM INT");
    assert!([130, 143].contains(&terminal.await_end()));
    let took = begun.elapsed();
    assert!(terminal.has_its_modes());
    assert_in_the_book(&world);
    took
}

/// That an end is within a second. A time or two may be held up by what else the machine does.
fn soon(end: impl Fn() -> Duration) {
    let took = [(); 3].map(|()| end());
    assert!(took.iter().any(|took| *took < SECOND), "{took:?}");
}

#[test]
fn the_terminal_hangs_up() {
    soon(|| ended_by("HUP", &[1]));
}

#[test]
fn the_terminal_hangs_up_twice_as_terminals_do() {
    soon(|| ended_by(CLOSED, &[1]));
}

#[test]
fn somebody_interrupts() {
    soon(|| ended_by("INT", &[2]));
}

#[test]
fn somebody_quits_it() {
    soon(|| ended_by("QUIT", &[3]));
}

#[test]
fn the_machine_shuts_down() {
    soon(|| ended_by("TERM", &[15]));
    // A session that ends: which of the two is heard first is not known.
    soon(|| ended_by("TERM HUP", &[1, 15]));
}

#[test]
fn the_window_is_closed() {
    soon(closed);
}

#[test]
fn the_window_is_closed_and_nobody_says_so() {
    soon(closed_without_a_signal);
}

#[test]
fn the_window_is_closed_that_takes_nothing_more() {
    soon(closed_while_frozen);
}

#[test]
fn what_is_not_saved_is_put_aside_even_where_nothing_can_be_drawn() {
    let world = World::with_book(BOOK);
    fs::set_permissions(world.book(), Permissions::from_mode(0o400)).unwrap();
    let mut terminal = changed(&world);
    terminal.await_text("not saved");
    terminal.freeze();
    terminal.send("1");
    terminal.signal(CLOSED);
    assert_eq!(terminal.await_end(), 129);
    assert!(terminal.has_its_modes());
    let copies = world.emergencies();
    assert_eq!(copies.len(), 1);
    let copy = fs::read_to_string(copies.first().unwrap()).unwrap();
    assert!(copy.contains(DELIVERED), "{copy}");
}

/// Ends an open book in which nothing was changed, after this happened to its file.
fn ended_after(harm: impl Fn(&World), said: &str) {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    terminal.await_text("✓ saved");
    harm(&world);
    terminal.await_text("! not saved");
    terminal.await_text(said);
    terminal.signal("TERM");
    assert_eq!(terminal.await_end(), 143);
    terminal.assert_restored();
    let copies = world.emergencies();
    assert_eq!(copies.len(), 1, "the only whole one");
    let copy = fs::read_to_string(copies.first().unwrap()).unwrap();
    assert!(copy.contains("Send the slides"), "{copy}");
}

#[test]
fn an_open_book_whose_file_is_broken_or_gone_is_put_aside() {
    let cut = |world: &World| fs::write(world.book(), BOOK.split_at(200).0).unwrap();
    ended_after(cut, "cannot be read");
    ended_after(|world| fs::remove_file(world.book()).unwrap(), "is gone");
}

#[test]
fn what_was_put_aside_by_hand_is_not_put_aside_twice_and_comes_back() {
    let world = World::with_book(BOOK);
    fs::set_permissions(world.book(), Permissions::from_mode(0o400)).unwrap();
    let mut terminal = changed(&world);
    terminal.await_text("not saved");
    terminal.send("qj\r");
    terminal.await_text("is put aside");
    terminal.signal("TERM");
    assert_eq!(terminal.await_end(), 143);
    assert_eq!(world.emergencies().len(), 1);

    fs::set_permissions(world.book(), Permissions::from_mode(0o600)).unwrap();
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("was put aside once");
    terminal.send("\r");
    // What the copy was made of is not known: where it says something else, both stand until somebody chooses.
    terminal.await_text("two values");
    terminal.send("q");
    assert_eq!(terminal.await_end(), 0);
    assert!(world.book_text().contains("Delivered"));
    assert!(world.emergencies().is_empty());
}

#[test]
fn the_last_word_says_why_and_not_only_that_time_ran_out() {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 200, 30);
    terminal.await_text("Waiting for you");
    fs::write(world.book(), "(version: 1, ").unwrap();
    terminal.send("3 ");
    terminal.await_text("! not saved");
    terminal.signal("TERM");
    assert_eq!(terminal.await_end(), 143);
    terminal.assert_restored();
    terminal.await_text("goodword: Not saved: ");
    terminal.await_text("cannot be read");
    let said = terminal.text();
    assert!(!said.contains("no more time"), "{said}");
    assert_eq!(world.emergencies().len(), 1);
}

#[test]
fn who_signals_twice_waits_no_longer() {
    // A time or two may be held up by what else the machine does.
    let took = [(); 3].map(|()| signalled_twice_while_frozen());
    assert!(took.iter().any(|took| *took < ORDERLY), "{took:?}");
}

/// The control of all these: what they look for is not there by itself.
#[test]
fn a_program_that_does_none_of_it_is_seen() {
    let world = World::new();
    let takes = r"stty raw -echo; printf '\033[?1049h\033[?25l\033[?2004hmine'";
    let mut terminal = world.open_shell("-c", &format!("{takes}; exit 7"));
    assert_eq!(terminal.await_end(), 7);
    assert!(!terminal.is_restored_within(Duration::from_millis(500)));
    assert!(!terminal.has_its_modes());

    let mut terminal = world.open_shell("-c", &format!("trap '' HUP; {takes}; exec sleep 1000"));
    terminal.await_text("mine");
    terminal.signal("HUP");
    assert!(!terminal.process.ends_within(SECOND));
}

#[test]
fn half_a_key_holds_nothing_up() {
    let world = World::with_book(BOOK);
    let mut terminal = world.open(&[], 100, 30);
    terminal.await_text("Waiting for you");
    // Alt+[ begins what the arrows send, and no more comes.
    terminal.send("3 \u{1b}[");
    world.await_book(DELIVERED);
    terminal.await_text("u undoes");
    // The notice goes after six seconds by itself: the loop goes round all the while.
    terminal.await_screen("end of the notice", |screen| {
        !screen.contents().contains("u undoes")
    });
    // The rest of the arrow.
    terminal.send("A");
    terminal.send("2");
    terminal.await_text("Dana Reyes");
    terminal.send("\u{1b}[");
    terminal.signal("TERM");
    assert_eq!(terminal.await_end(), 143);
    terminal.assert_restored();
}

/// The figure: `cargo test --test pty how_soon -- --ignored --nocapture`, with nothing beside it on the machine;
/// `GOODWORD_ROUNDS` asks for more than 20 times each.
#[test]
#[ignore = "it measures, and other tests beside it would be measured too"]
fn how_soon_each_end_is() {
    let rounds = std::env::var("GOODWORD_ROUNDS").map_or(20, |rounds| rounds.parse().unwrap());
    let ends: [(&str, &dyn Fn() -> Duration); 9] = [
        ("SIGHUP", &|| ended_by("HUP", &[1])),
        ("SIGINT", &|| ended_by("INT", &[2])),
        ("SIGQUIT", &|| ended_by("QUIT", &[3])),
        ("SIGTERM", &|| ended_by("TERM", &[15])),
        ("HUP HUP CONT", &|| ended_by(CLOSED, &[1])),
        ("closed", &closed),
        ("closed, no signal", &closed_without_a_signal),
        ("closed while frozen", &closed_while_frozen),
        ("frozen, TERM INT", &signalled_twice_while_frozen),
    ];
    for (name, end) in ends {
        let mut took: Vec<Duration> = (0..rounds).map(|_| end()).collect();
        took.sort();
        let middle = *took.get(took.len() / 2).unwrap();
        let last = *took.last().unwrap();
        println!("{name:20} {rounds} times: half within {middle:?}, all within {last:?}");
        assert!(last < SECOND, "{name}");
    }
}
