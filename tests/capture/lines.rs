//! What each kind of line says back before it is kept.

use super::{answer, answer_on, book};

#[test]
fn talks() {
    for (line, says) in [
        ("met bob", "You met Bob Reyes, today (Thu 24 Sep)."),
        ("MET Bob", "You met Bob Reyes, today (Thu 24 Sep)."),
        ("met with bob", "You met Bob Reyes, today (Thu 24 Sep)."),
        (
            "met bob, dana yesterday: pricing",
            "You met Bob Reyes and Dana Liu, yesterday (Wed 23 Sep): pricing.",
        ),
        (
            "met bob and dana on tue: pricing; the stand",
            "\"the\" is no verb: a semicolon ends what was said",
        ),
        (
            "met bob & dana & max 1 sep",
            "You met Bob Reyes, Dana Liu and Max Lindqvist, 3 weeks ago (Tue 1 Sep).",
        ),
        (
            "met bob at the harbour yesterday: cranes",
            "You met Bob Reyes, yesterday (Wed 23 Sep), at the harbour: cranes.",
        ),
        (
            "called dana last monday: the audit at 12:30",
            "You called Dana Liu, 3 days ago (Mon 21 Sep): the audit at 12:30.",
        ),
        (
            "wrote to dana: asked about the audit",
            "You wrote to Dana Liu, today (Thu 24 Sep): asked about the audit. Their pace goes on until both of you spoke.",
        ),
        (
            "mailed dana",
            "You wrote to Dana Liu, today (Thu 24 Sep). Their pace goes on until both of you spoke.",
        ),
        (
            "heard from dana: the audit is through",
            "You and Dana Liu wrote, today (Thu 24 Sep): the audit is through.",
        ),
        (
            "had lunch with max on tue: the first hire",
            "You had lunch with Max Lindqvist, 2 days ago (Tue 22 Sep): the first hire.",
        ),
        (
            "had coffee with max on tue: the first hire",
            "You met Max Lindqvist, 2 days ago (Tue 22 Sep): the first hire.",
        ),
        (
            "had breakfast with max, dana",
            "You met Max Lindqvist and Dana Liu, today (Thu 24 Sep).",
        ),
        (
            "had dinner with max yesterday: x",
            "You met Max Lindqvist, yesterday (Wed 23 Sep): x.",
        ),
        ("met bob tomorrow", "Fri 25 Sep has not come yet"),
        (
            "met bob fryday",
            "\"fryday\" is no day that I know; somebody new is written with capitals",
        ),
        ("met", "Whom is it about? A part of the name is enough"),
        (
            "met yesterday: x",
            "Whom is it about? A part of the name is enough",
        ),
    ] {
        assert_eq!(answer(line), says, "{line}");
    }
}

#[test]
fn promises() {
    for (line, says) in [
        (
            "promise eve intro to Max by fri",
            "You promise Eve Park: intro to Max, by Fri 25 Sep (tomorrow). Keeping it brings an introduction.",
        ),
        (
            "promise to eve: a list of names by end of month",
            "You promise Eve Park: a list of names, by Wed 30 Sep (in 6 days).",
        ),
        (
            "promise eve stand by her by eoq",
            "You promise Eve Park: stand by her, by Wed 30 Sep (in 6 days).",
        ),
        (
            "promise eve deck",
            "You promise Eve Park: deck, no day is set.",
        ),
        (
            "promise eve deck by fryday",
            "You promise Eve Park: deck by fryday, no day is set (\"fryday\" is none that I know).",
        ),
        (
            "promise eve deck by 31 feb",
            "\"31 feb\" is not in the calendar",
        ),
        (
            "promise eve deck by 5/6",
            "\"5/6\" could be Sat 5 Jun 2027 or Thu 6 May 2027: write the one you mean",
        ),
        (
            "promise eve deck by in 99999 years",
            "\"in 99999 years\" is too far away to plan for",
        ),
        (
            "promise eve deck by yesterday",
            "Wed 23 Sep is over: by when?",
        ),
        ("promise eve", "What is promised? promise eve deck by fri"),
        (
            "try eve advice on hiring by fri noon",
            "You tell Eve Park you'll try: advice on hiring (12:00), by Fri 25 Sep (tomorrow). Keeping it brings advice. What Eve heard stands open on Today.",
        ),
        (
            "eve promised deck by mon",
            "Eve Park promises you: deck, by Mon 28 Sep (in 4 days).",
        ),
        (
            "done cleo deck yesterday",
            "You kept your promise to Cleo Ito: Comments on her deck, yesterday (Wed 23 Sep). It adds advice.",
        ),
        (
            "done cleo",
            "You kept your promise to Cleo Ito: Comments on her deck, today (Thu 24 Sep). It adds advice.",
        ),
        (
            "done cleo invoice",
            "No open promise says \"invoice\": \"Comments on her deck\" (Thu 24 Sep)",
        ),
        ("done bob", "You owe Bob nothing that is open"),
        (
            "done cleo deck 1 sep",
            "It was promised on Tue 15 Sep, and not kept before",
        ),
        ("done cleo tomorrow", "Fri 25 Sep has not come yet"),
        (
            "tried eve: mailed Max, no answer",
            "You tried, today (Thu 24 Sep), \"Introduce her to Max\": mailed Max, no answer. Eve does not know yet.",
        ),
        (
            "tried eve yesterday: mailed Max",
            "You tried, yesterday (Wed 23 Sep), \"Introduce her to Max\": mailed Max. Eve does not know yet.",
        ),
        ("told eve", "Behind a colon: what?"),
        (
            "bob delivered the figures",
            "Bob owes you nothing that is open",
        ),
    ] {
        assert_eq!(answer(line), says, "{line}");
    }
    assert!(answer("told eve: still chasing Max").starts_with(
        "You told Eve Park, today (Thu 24 Sep), \"Introduce her to Max\": still chasing Max. With it Eve knows of "
    ));
}

#[test]
fn value_aims_and_introductions() {
    for (line, says) in [
        (
            "gave bob advice: pricing model",
            "You gave Bob Reyes advice (small), today (Thu 24 Sep): pricing model.",
        ),
        (
            "gave bob large knowledge yesterday: the tender",
            "You gave Bob Reyes knowledge (large), yesterday (Wed 23 Sep): the tender.",
        ),
        (
            "gave advice to bob: pricing model",
            "You gave Bob Reyes advice (small), today (Thu 24 Sep): pricing model.",
        ),
        (
            "gave bob advice, medium: pricing",
            "You gave Bob Reyes advice (medium), today (Thu 24 Sep): pricing.",
        ),
        (
            "gave lea an intro to Bob yesterday",
            "You gave Lea Novak an introduction (small), yesterday (Wed 23 Sep): to Bob.",
        ),
        (
            "got intro from dana: Max",
            "Dana Liu gave you an introduction (small), today (Thu 24 Sep): Max.",
        ),
        ("gave bob a book", "What of: knowledge, advice or intro?"),
        ("gave bob advice tomorrow", "Fri 25 Sep has not come yet"),
        (
            "bob wants to open a second office",
            "Bob Reyes wants to: open a second office (they said so).",
        ),
        (
            "bob is solving churn in Q4",
            "Bob Reyes is solving: churn in Q4 (they said so).",
        ),
        (
            "bob is solving: churn (my guess)",
            "Bob Reyes is solving: churn (your guess).",
        ),
        ("bob is solving", "What is it, in their words?"),
        (
            "intro lea to dana: both look for millers",
            "An introduction to make: Lea Novak to Dana Liu: both look for millers. Nobody is asked yet.",
        ),
        ("intro lea to lea", "Both names are the same person"),
        ("intro lea", "To whom? intro lee to ana: why"),
        (
            "note bob: prefers mornings",
            "Note on Bob Reyes: prefers mornings.",
        ),
        ("note bob", "Behind a colon: what is there to note?"),
    ] {
        assert_eq!(answer(line), says, "{line}");
    }
}

#[test]
fn invites_and_answers() {
    for (line, says) in [
        (
            "lunch bob wed 12:30 at Lumen",
            "Lunch with Bob Reyes, Wed 30 Sep, in 6 days, 12:30 to 13:30, at Lumen. Bob asks; you have not answered.",
        ),
        (
            "lunch bob wed",
            "Lunch with Bob Reyes, Wed 30 Sep, in 6 days, 12:30 to 13:30. Bob asks; you have not answered.",
        ),
        (
            "lunch with bob on wed at 12:30 at Lumen, 10 min away",
            "Lunch with Bob Reyes, Wed 30 Sep, in 6 days, 12:30 to 13:30, at Lumen, 10 min away. Bob asks; you have not answered.",
        ),
        (
            "lunch max fri 12:30",
            "Lunch with Max Lindqvist, Fri 25 Sep, tomorrow, 12:30 to 13:30. Max asks; you have not answered. That hour is wanted by lunch with Bob Reyes (12:30) and lunch with Dana Liu (12:30, has your word) too.",
        ),
        (
            "coffee max next tue 15:00-15:30",
            "Coffee with Max Lindqvist, Tue 29 Sep, in 5 days, 15:00 to 15:30. Max asks; you have not answered.",
        ),
        (
            "coffee max next tue",
            "At what time? 15:00, noon, 7pm, 15:00-16:30",
        ),
        (
            "invited max to lunch in 2 weeks",
            "Lunch with Max Lindqvist, Thu 8 Oct, in 14 days, 12:30 to 13:30. You ask Max.",
        ),
        (
            "lunch bob",
            "On which day? fri, next tue 12:30, 25 sep noon",
        ),
        (
            "lunch bob 12:30",
            "On which day? fri, next tue 12:30, 25 sep noon",
        ),
        (
            "lunch bob 25:99",
            "\"25:99\" is no time of day: 0:00 to 23:59",
        ),
        (
            "lunch bob 12",
            "\"12\" could be an hour or a day: 12:00, or 12 with its month",
        ),
        (
            "lunch bob yesterday 12:30",
            "Wed 23 Sep is over: had lunch with … notes what has been",
        ),
        (
            "yes bob lunch fri 12:30",
            "You say yes: lunch with Bob Reyes, Fri 25 Sep, tomorrow, 12:30 to 13:30. That hour is wanted by lunch with Dana Liu (12:30, has your word) too.",
        ),
        (
            "no dana",
            "You say no: lunch with Dana Liu, Fri 25 Sep, tomorrow, 12:30 to 13:30.",
        ),
        (
            "maybe dana fri",
            "You say maybe: lunch with Dana Liu, Fri 25 Sep, tomorrow, 12:30 to 13:30. That hour is wanted by lunch with Bob Reyes (12:30) too.",
        ),
        (
            "yes dana lunch wed 12:30",
            "Lunch with Dana Liu, Wed 30 Sep, in 6 days, 12:30 to 13:30. New: Dana asked you to lunch, and you said yes.",
        ),
        (
            "no dana lunch wed",
            "No invite of Dana fits that day and hour",
        ),
        (
            "moved dana lunch to tue 12:30",
            "Lunch with Dana Liu moves from Fri 25 Sep 12:30 to Tue 29 Sep, in 5 days, 12:30 to 13:30; both said yes.",
        ),
        (
            "moved dana fri to tue 13:00",
            "Lunch with Dana Liu moves from Fri 25 Sep 12:30 to Tue 29 Sep, in 5 days, 13:00 to 14:00; both said yes.",
        ),
        (
            "moved dana lunch tue 12:30",
            "Lunch with Dana Liu moves from Fri 25 Sep 12:30 to Tue 29 Sep, in 5 days, 12:30 to 13:30; both said yes.",
        ),
        ("moved dana", "To when? tue, next tue 12:30, 29 sep noon"),
    ] {
        assert_eq!(answer(line), says, "{line}");
    }
}

#[test]
fn several_facts_in_a_line_are_about_its_first_person() {
    for (line, says) in [
        (
            "met lea: she is solving the lost tender; gave advice pricing; promise intro to Max by fri",
            "You met Lea Novak, today (Thu 24 Sep). Lea Novak is solving: the lost tender (they said so). You gave Lea Novak advice (small), today (Thu 24 Sep): pricing. You promise Lea Novak: intro to Max, by Fri 25 Sep (tomorrow). Keeping it brings an introduction.",
        ),
        (
            "met lea, bob: pricing; gave bob advice: the list; wants to grow",
            "You met Lea Novak and Bob Reyes, today (Thu 24 Sep): pricing. You gave Bob Reyes advice (small), today (Thu 24 Sep): the list. Lea Novak wants to: grow (they said so).",
        ),
        (
            "met lea; promised the figures by mon; got intro from max: Kim",
            "You met Lea Novak, today (Thu 24 Sep). Lea Novak promises you: the figures, by Mon 28 Sep (in 4 days). Max Lindqvist gave you an introduction (small), today (Thu 24 Sep): Kim.",
        ),
        (
            "met lea: gave advice pricing",
            "You met Lea Novak, today (Thu 24 Sep). You gave Lea Novak advice (small), today (Thu 24 Sep): pricing.",
        ),
        (
            "called lea: told me of the mill; note her: prefers mornings",
            "You called Lea Novak, today (Thu 24 Sep): told me of the mill. Note on Lea Novak: prefers mornings.",
        ),
        ("met lea: x; ", "Go on: a verb, then whom it is about"),
        (
            "eve",
            "What of eve? promised, wants to, is solving, delivered, or a verb before the name",
        ),
    ] {
        assert_eq!(answer(line), says, "{line}");
    }
}

#[test]
fn the_same_line_on_other_days() {
    for (today, line, says) in [
        (
            "2026-09-27",
            "promise eve deck by fri",
            "You promise Eve Park: deck, by Fri 2 Oct (in 5 days).",
        ),
        (
            "2026-09-30",
            "promise eve deck by eom",
            "You promise Eve Park: deck, by Wed 30 Sep (today).",
        ),
        (
            "2026-12-31",
            "promise eve deck by fri",
            "You promise Eve Park: deck, by Fri 1 Jan 2027 (tomorrow).",
        ),
        (
            "2028-02-29",
            "promise eve deck by in 1 year",
            "You promise Eve Park: deck, by Wed 28 Feb 2029 (in 12 months).",
        ),
        (
            "2028-02-28",
            "promise eve deck by tomorrow",
            "You promise Eve Park: deck, by Tue 29 Feb (tomorrow).",
        ),
        (
            "2027-01-01",
            "met bob thu",
            "You met Bob Reyes, yesterday (Thu 31 Dec 2026).",
        ),
        (
            "2026-09-25",
            "met bob fri",
            "You met Bob Reyes, today (Fri 25 Sep).",
        ),
        (
            "2026-10-31",
            "lunch max next tue",
            "Lunch with Max Lindqvist, Tue 3 Nov, in 3 days, 12:30 to 13:30. Max asks; you have not answered.",
        ),
    ] {
        let said = answer_on(today.parse().unwrap(), &book(), line);
        assert_eq!(said, says, "{line} on {today}");
    }
}

/// A promise has a day alone: a time of day stays in its words, and is seen there before it is kept.
#[test]
fn the_hour_of_a_promise_stays_in_its_words() {
    for (line, says) in [
        (
            "promise eve deck by fri 15:00",
            "You promise Eve Park: deck (15:00), by Fri 25 Sep (tomorrow).",
        ),
        (
            "try eve deck by noon fri",
            "You tell Eve Park you'll try: deck (12:00), by Fri 25 Sep (tomorrow). What Eve heard stands open on Today.",
        ),
        (
            "eve promised deck by fri 15:00-16:30",
            "Eve Park promises you: deck (15:00-16:30), by Fri 25 Sep (tomorrow).",
        ),
    ] {
        assert_eq!(answer(line), says, "{line}");
    }
}
