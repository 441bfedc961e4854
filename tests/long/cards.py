"""People to a server, to another client's folder, and back."""

import vobject

from desk import check

PHOTO = "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8Q"


def configure(desk, server):
    """Goodword's folder and a phone's, each a vdir, both against one address book on the server."""
    pairs = "".join(
        f"""
[pair {name}]
a = "{name}_here"
b = "{name}_server"
collections = ["friends"]
conflict_resolution = {wins}
[storage {name}_here]
type = "filesystem"
path = "{desk.work}/{name}"
fileext = ".vcf"
[storage {name}_server]
type = "carddav"
url = "{server.url}"
username = "me"
password = "me"
"""
        # A phone writes to the server at once. Where it changed a card that the book changed too, the server's card comes into
        # Goodword's folder: Goodword still knows what it wrote.
        for name, wins in (("mine", '"b wins"'), ("phone", "null"))
    )
    desk.write("config/vdirsyncer/config", f'[general]\nstatus_path = "{desk.work}/status"\n{pairs}')
    for name in ("mine", "phone"):
        (desk.work / name / "friends").mkdir(parents=True)
    desk.run(desk.program("vdirsyncer"), "discover", feed="y\n" * 20)


def sync(desk):
    """There and back: what either wrote reaches the other."""
    for name in ("phone", "mine", "phone"):
        desk.run(desk.program("vdirsyncer"), "sync", name)


def cards(folder):
    return sorted(path for path in folder.glob("*.vcf"))


def names(folder):
    """Every card as vobject reads it; one that breaks a rule of its version ends the run."""
    found = []
    for path in cards(folder):
        for card in vobject.readComponents(path.read_text()):
            card.validate(raiseException=True)
            found.append(card.fn.value)
    return sorted(found)


def lines(folder):
    """What every card says, in whatever order; a server may write it in another one."""
    found = {}
    for path in cards(folder):
        card = vobject.readOne(path.read_text())
        said = sorted((line.name, str(sorted(line.params.items())), str(line.value)) for line in card.getChildren())
        found[card.uid.value] = said
    return found


def edit(folder, name, change):
    """What a phone does: it reads the card, changes it, and writes all of it anew in its own way."""
    for path in cards(folder):
        card = vobject.readOne(path.read_text())
        if card.fn.value == name:
            change(card)
            path.write_text(card.serialize())
            return path
    raise KeyError(name)


def called(people):
    return [person["name"] for person in people]


def by_name(people):
    """Those whose name nobody else has."""
    names = called(people)
    return {person["name"]: person for person in people if names.count(person["name"]) == 1}


def story(desk, server):
    mine, phone = desk.work / "mine/friends", desk.work / "phone/friends"
    before = desk.people("book.ron")
    configure(desk, server)
    print(desk.book("book.ron", "export", "vcard3", "--to", f"{mine}/").strip())
    sync(desk)
    check(names(phone) == called(before), f"all {len(before)} people reached the phone through the server")
    said = desk.book("book.ron", "import", mine)
    check("people: 0 new, 0 changed" in said, "what came back from the server changes nothing")
    check(desk.people("book.ron") == before, "and not a word of the book differs")
    before = by_name(before)
    a, b, c, d, e = list(before)[:5]
    changed_on_the_phone(desk, phone, a, b, c)
    changed_in_the_book(desk, mine, before, a, d)
    back(desk, mine, phone, before, (a, b, c, d, e))
    khard(desk, mine)


def changed_on_the_phone(desk, phone, a, b, c):
    def ring(card):
        card.add("tel").value = "+1 555 0100"
        card.tel_list[-1].type_param = "CELL"
        photo = card.add("photo")
        photo.value, photo.encoding_param, photo.type_param = PHOTO.encode(), "b", "JPEG"
        card.add("x-phonetic-last-name").value = "As it sounds"

    def move(card):
        for name in ("org", "title"):
            for line in list(card.contents.get(name, [])):
                card.remove(line)
        card.add("org").value = ["Moved Ltd", "Boats"]

    edit(phone, a, ring)
    edit(phone, b, move)
    gone = edit(phone, c, lambda card: None)
    gone.unlink()
    (phone / "new.vcf").write_text(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:new-1\r\nFN:Nell New\r\nN:New;Nell;;;\r\n"
        "EMAIL;TYPE=WORK:nell@new.example\r\nEND:VCARD\r\n"
    )


def changed_in_the_book(desk, mine, before, a, d):
    """Meanwhile: a tag for one whom the phone changed too, and one whom it did not, by a card as import takes it."""
    lines = "".join(
        f"BEGIN:VCARD\nVERSION:3.0\nUID:{before[name].get('source_uid') or before[name]['id']}\nFN:{name}\n"
        f"CATEGORIES:long run\nEND:VCARD\n"
        for name in (a, d)
    )
    desk.book("book.ron", "import", desk.write("meanwhile.vcf", lines))
    print(desk.book("book.ron", "export", "vcard3", "--to", f"{mine}/").strip())


def back(desk, mine, phone, before, named):
    a, b, c, d, e = named
    names_before = called(desk.people("book.ron"))
    sync(desk)
    said = desk.book("book.ron", "import", mine)
    print(said.strip())
    everybody = desk.people("book.ron")
    after = by_name(everybody)
    check(called(everybody) == sorted([*names_before, "Nell New"]), "one person is new, nobody is doubled and nobody gone")
    check("+1 555 0100" in after[a]["phones"], f"{a}: the phone's number came in")
    check("long run" in after[a]["tags"], f"{a}: the book's own tag stayed")
    check(after[b]["organisation"] == "Moved Ltd" and not after[b].get("role"), f"{b}: moved, and no role any more")
    check(f"{c}: the card has gone" in said and after[c] == before[c], f"{c}: gone from the phone, kept in the book")
    check(after[e] == before[e], f"{e}: nobody changed a thing, nothing changed")
    check("The book stays as it is." in desk.book("book.ron", "import", mine), "the second import changes nothing")
    print(desk.book("book.ron", "export", "vcard3", "--to", f"{mine}/").strip())
    sync(desk)
    check(lines(mine) == lines(phone), "both folders hold the same cards, line by line")
    all_cards = b"".join(path.read_bytes() for path in cards(mine)).replace(b"\r\n ", b"")
    check(b"PHOTO" in all_cards and b"As it sounds" in all_cards, "the photograph and the phone's own field are on it still")
    check(b"Moved Ltd;Boats" in all_cards, "and so is the department that the book does not keep")
    check(c not in names(phone), f"{c} was not forced back onto the phone")
    there = desk.book("book.ron", "export", "vcard3", "--to", f"{mine}/")
    check("0 new, 0 changed" in there, "then nothing is left to write")


def khard(desk, mine):
    desk.write(
        "config/khard/khard.conf",
        f"[addressbooks]\n[[friends]]\npath = {mine}\n[general]\ndefault_action = list\n",
    )
    listed = desk.run(desk.program("khard"), "list", "--parsable").splitlines()
    check(len(listed) == len(cards(mine)), f"khard lists all {len(listed)} cards")
    shown = "\n".join(listed)
    check(all(name in shown for name in names(mine)), "and calls each as the book does")
    found = desk.run(desk.program("khard"), "email", "--parsable", "nell@new.example")
    check("Nell New" in found, "khard finds an address")


def single_file(desk):
    """Both versions in one file, read card by card."""
    people = called(desk.people("book.ron"))
    for version in ("vcard", "vcard3"):
        text = desk.book("book.ron", "export", version)
        found = []
        for card in vobject.readComponents(text):
            card.validate(raiseException=True)
            found.append(card.fn.value)
        check(sorted(found) == people, f"vobject reads all {len(found)} cards of `export {version}`")
        back = desk.write(f"{version}.vcf", text)
        said = desk.book("book.ron", "import", back)
        check("people: 0 new, 0 changed" in said, "which bring the book nothing new")
        # The first time it was noted what the file tells.
        check("The book stays as it is." in desk.book("book.ron", "import", back), "and change nothing the second time")
        desk.book(f"{version}.ron", "import", back)
        check(called(desk.people(f"{version}.ron")) == people, "and an empty book everybody")
