//! Lines that were written down elsewhere: what can be read is in the book, and the rest waits on Today.

use super::desk::Desk;

#[test]
fn what_can_be_read_is_one_step_and_the_rest_waits_to_be_mended() {
    let mut desk = Desk::kept_demo();
    let talks = desk.book().interactions.len();
    desk.finds_in_inbox(&[
        "met bob: the offer",
        "zzz whatever",
        "called max yesterday: his train",
    ])
    .sees("from the inbox: 2 lines; 1 waits on Today · u undoes");
    assert_eq!(desk.book().interactions.len(), talks + 2);
    assert_eq!(desk.model.inbox.state().1, ["zzz whatever"]);

    desk.keys("G").sees("\"zzz whatever\"").keys("Enter");
    desk.retypes("met bob: whatever").keys("Enter");
    assert_eq!(desk.book().interactions.len(), talks + 3);
    assert_eq!(desk.model.inbox.state().1, Vec::<String>::new());
    desk.keys("g g").sees_not("zzz whatever");

    desk.keys("u u")
        .sees("undid: from the inbox, 2 lines · U does it again");
    assert_eq!(desk.book().interactions.len(), talks);
    desk.reopen();
    assert_eq!(desk.book().interactions.len(), talks);
}

#[test]
fn a_line_that_waits_is_left_or_dropped_but_never_ticked_or_put_off() {
    let mut desk = Desk::kept_demo();
    desk.finds_in_inbox(&["zzz whatever"])
        .sees("1 line of your inbox waits to be mended, on Today")
        .keys("G Enter")
        .sees("zzz whatever")
        .keys("Esc")
        .sees("Your inbox")
        .keys("Enter");
    desk.retypes("").keys("Enter").sees("Your inbox");
    for (key, said) in [
        ("Space", "A line is mended, not ticked"),
        ("z", "It waits until it is mended"),
        ("p", "this row is about none"),
    ] {
        desk.keys(key).sees(said);
    }
    desk.keys("d").sees("Drop this line?").keys("Enter");
    assert_eq!(desk.model.inbox.state().1.len(), 1);
    desk.keys("d j Enter")
        .sees("Dropped")
        .sees_not("Your inbox");
    assert_eq!(desk.model.inbox.state().1, Vec::<String>::new());
    desk.keys("g g d")
        .sees("Only a line of the inbox is dropped here");
}

#[test]
fn a_name_that_is_a_question_waits_with_it() {
    let mut desk = Desk::kept_demo();
    desk.finds_in_inbox(&["promise nobodyknown the deck"]);
    desk.keys("G").sees("inbox").sees("nobodyknown");
    assert_eq!(desk.model.inbox.state().1.len(), 1);
    // Once the book knows more, so does the row.
    desk.keys("a")
        .types("Nobodyknown Smith, Acme: the fair")
        .keys("Enter G")
        .sees("see first whether your book has it already")
        .keys("Enter Enter");
    assert_eq!(desk.model.inbox.state().1, Vec::<String>::new());
}

#[test]
fn no_word_of_the_inbox_is_seen_while_names_are_hidden() {
    let mut desk = Desk::kept_demo();
    desk.finds_in_inbox(&["zzz secretive", "met bob: hush"])
        .keys("H G");
    desk.sees("a line that waits to be mended")
        .sees_not("secretive");
    for key in ["Enter", "d", "e", "Space", "z", "i"] {
        desk.keys(key).sees_not("secretive");
    }
    assert_eq!(desk.model.inbox.state().1, ["zzz secretive"]);
    desk.keys("H").sees("secretive");
}

#[test]
fn the_first_lines_may_come_by_the_inbox() {
    let mut desk = Desk::empty();
    desk.finds_in_inbox(&["zzz whatever"])
        .sees("1 line of your inbox waits to be mended")
        .sees("Your inbox");
    desk.finds_in_inbox(&["Ana Silva, Nordwind: pricing"]);
    assert_eq!(desk.book().contacts.len(), 1);
    desk.reopen();
    assert_eq!(desk.book().contacts.len(), 1);
}

#[test]
fn what_is_typed_stays_typed_while_lines_arrive() {
    let mut desk = Desk::empty();
    desk.keys("a").types("met zo");
    desk.finds_in_inbox(&["Zoe Park, Acme: the fair"])
        .sees("met zo")
        .types("e")
        .keys("Enter");
    assert_eq!(desk.book().contacts.len(), 1);
    assert_eq!(desk.book().interactions.len(), 2);
}

#[test]
fn the_demo_gives_way_to_the_own_book_and_gets_none_of_its_lines() {
    let mut desk = Desk::empty();
    desk.keys("j j Enter").sees("Nothing of this book is kept");
    desk.finds_in_inbox(&["Zoe Park, Acme: the fair", "zzz whatever"]);
    assert_eq!(desk.book().contacts.len(), 1);
    desk.sees("Your inbox").reopen();
    assert_eq!(desk.book().contacts.len(), 1);
}
