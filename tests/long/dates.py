"""Lunches and promises to a calendar on a server, to another calendar, and back."""

from icalendar import Calendar

from desk import check


def configure(desk, server):
    """Two calendars, each one file, against one on the server."""
    pairs = "".join(
        f"""
[pair {name}_dates]
a = "{name}_dates_here"
b = "{name}_dates_server"
collections = ["dates"]
[storage {name}_dates_here]
type = "singlefile"
path = "{desk.work}/{name}-%s.ics"
[storage {name}_dates_server]
type = "caldav"
url = "{server.url}"
username = "me"
password = "me"
"""
        for name in ("mine", "other")
    )
    config = desk.work / "config/vdirsyncer/config"
    config.write_text(config.read_text() + pairs)
    desk.run(desk.program("vdirsyncer"), "discover", "mine_dates", "other_dates", feed="y\n" * 20)


def read(text):
    """Every event and task, by its identity, as icalendar reads it."""
    calendar = Calendar.from_ical(text)
    check(not calendar.errors, "icalendar reads the whole calendar")
    found = {}
    for one in calendar.walk():
        if one.errors:
            raise ValueError(one.errors)
        if one.name in ("VEVENT", "VTODO"):
            begins = one.get("dtstart") or one.get("due")
            found[str(one["uid"])] = (one.name, str(one.get("summary")), begins and begins.to_ical())
    return found


def story(desk, server):
    text = desk.book("book.ron", "export", "ics")
    written = read(text)
    kinds = [kind for kind, _, _ in written.values()]
    check("VEVENT" in kinds and "VTODO" in kinds, f"{kinds.count('VEVENT')} events and {kinds.count('VTODO')} tasks")
    desk.write("mine-dates.ics", text)
    said = desk.book("book.ron", "import", desk.work / "mine-dates.ics")
    check("The book stays as it is." in said, "which bring the book nothing new")
    configure(desk, server)
    for name in ("mine_dates", "other_dates"):
        desk.run(desk.program("vdirsyncer"), "sync", name)
    other = desk.work / "other-dates.ics"
    check(read(other.read_text()) == written, "the server gave all of it to another calendar")
    said = desk.book("book.ron", "import", other)
    check("The book stays as it is." in said, "and what comes back from there changes nothing")
