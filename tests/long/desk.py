"""A book, the programs beside it, and what each of them says."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(sys.executable).parent
TODAY = "2026-09-24"


def check(condition, sentence):
    """Says what holds, and ends with what does not."""
    if not condition:
        sys.exit(f"NOT SO: {sentence}")
    print(f"  {sentence}")


class Desk:
    """A home of its own, so that nothing of this machine's user is read or written."""

    def __init__(self, goodword, work):
        self.goodword = goodword
        self.work = work
        self.env = {
            "HOME": str(work),
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "XDG_CONFIG_HOME": str(work / "config"),
            "VDIRSYNCER_CONFIG": str(work / "config/vdirsyncer/config"),
        }

    def run(self, *command, feed=None, refused=False):
        """What a program prints. It must end well, unless it is to refuse."""
        done = subprocess.run(
            [str(part) for part in command], env=self.env, input=feed, capture_output=True, text=True
        )
        said = done.stdout + done.stderr
        if (done.returncode != 0) != refused:
            sys.exit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{said}")
        return done.stdout

    def book(self, name, *words, **how):
        """Goodword on the book of this name."""
        return self.run(self.goodword, "--today", TODAY, "--book", self.work / name, *words, **how)

    def people(self, name):
        """The people of a book who are not archived, in the order of their names; two may have the same."""
        told = json.loads(self.book(name, "export", "json"))
        return sorted(told["items"][0]["contacts"], key=lambda person: (person["name"], person["id"]))

    def write(self, path, text):
        path = self.work / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def program(self, name):
        return BIN / name


class Server:
    """Radicale on loopback: anybody may be anybody, and all that they keep is their own."""

    def __init__(self, desk):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        config = desk.write(
            "config/radicale",
            f"[server]\nhosts = 127.0.0.1:{self.port}\n[auth]\ntype = none\n"
            f"[storage]\nfilesystem_folder = {desk.work}/server\n[logging]\nlevel = warning\n",
        )
        self.log = open(desk.work / "radicale.log", "w")
        self.process = subprocess.Popen(
            [desk.program("radicale"), "--config", config], env=desk.env, stdout=self.log, stderr=self.log
        )
        self.url = f"http://127.0.0.1:{self.port}/"

    def __enter__(self):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.1)
        sys.exit("Radicale did not begin to listen within 30 s")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
