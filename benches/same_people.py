"""The people, talks and promises of a book, as Goodword exports it in JSON, for other programs."""
import json
import os
import subprocess
import uuid


def talks_of(book):
    talks = {}
    for talk in book["interactions"]:
        said = f"{talk['on']} {talk['kind']}: {talk.get('note', '')}"
        talks.setdefault(talk["with"][0], []).append(said)
    return talks


def for_abook(book, path):
    talks = talks_of(book)
    with open(path, "w") as file:
        file.write("[format]\nprogram=abook\nversion=0.6.1\n\n")
        for at, one in enumerate(book["contacts"]):
            notes = " / ".join([one.get("notes", "")] + talks.get(one["id"], []))
            file.write(f"\n[{at}]\nname={one['name']}\nemail={','.join(one['emails'])}\n"
                       f"workphone={one['phones'][0]}\ngroups={','.join(one['tags'])}\n"
                       f"notes={one['organisation']}, {one['role']}: {notes}\n\n")


def for_khard(book, folder):
    talks = talks_of(book)
    os.makedirs(folder)
    for one in book["contacts"]:
        given, last = one["name"].rsplit(" ", 1)
        notes = "\\n".join([one.get("notes", "")] + talks.get(one["id"], [])).replace(",", "\\,")
        card = ["BEGIN:VCARD", "VERSION:3.0", f"UID:{one['id']}", f"FN:{one['name']}", f"N:{last};{given};;;",
                f"ORG:{one['organisation']}", "TITLE:" + one["role"].replace(",", "\\,"),
                f"EMAIL:{one['emails'][0]}", f"TEL:{one['phones'][0]}", f"CATEGORIES:{','.join(one['tags'])}",
                f"NOTE:{notes}", "REV:20260101T000000Z", "END:VCARD", ""]
        with open(f"{folder}/{one['id']}.vcf", "w", newline="") as file:
            file.write("\r\n".join(card))


def for_calcurse(book, folder):
    names = {one["id"]: one["name"] for one in book["contacts"]}
    american = lambda day: f"{day[5:7]}/{day[8:10]}/{day[:4]}"
    os.makedirs(folder)
    open(f"{folder}/conf", "w").close()
    with open(f"{folder}/apts", "w") as file:
        # In the order of time, as calcurse itself keeps them.
        for talk in sorted(book["interactions"], key=lambda talk: talk["on"]):
            day = american(talk["on"])
            file.write(f"{day} @ 12:00 -> {day} @ 13:00 |{names[talk['with'][0]]}: {talk.get('note', '')}\n")
    with open(f"{folder}/todo", "w") as file:
        for promise in book["promises"]:
            done = "" if is_open(promise) else "-"
            file.write(f"[{done}3] {promise['text']} (due {promise.get('due')})\n")


def is_open(promise):
    return promise.get("state", "Open") == "Open"


def for_task(book, folder, task):
    os.makedirs(folder)
    with open(f"{folder}/rc", "w") as rc:
        rc.write(f"data.location={folder}\nconfirmation=off\nrecurrence=off\nverbose=nothing\nnews.version=9.9.9\n")
    at_noon = lambda day: day.replace("-", "") + "T120000Z"
    tasks = []
    for at, promise in enumerate(book["promises"]):
        one = {"uuid": str(uuid.UUID(int=at + 1)), "description": promise["text"], "entry": at_noon(promise["made"]),
               "project": "promises", "status": "pending" if is_open(promise) else "completed"}
        if promise.get("due"):
            one["due"] = at_noon(promise["due"])
        if not is_open(promise):
            one["end"] = at_noon(promise["made"])
        tasks.append(one)
    subprocess.run([task, "import", "-"], input=json.dumps(tasks), text=True, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(os.environ, TASKRC=f"{folder}/rc"))
