"""A program until its first useful screen, on a pseudo-terminal of 200 columns and 60 rows, or as a whole process."""
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from dataclasses import dataclass, field

PATIENCE = 60


@dataclass
class Run:
    """A program to be measured."""

    group: str
    name: str
    command: list
    sees: bytes = b""  # what stands on the first useful screen; nothing for a whole process
    typed: str = ""  # a file that it reads
    env: dict = field(default_factory=dict)
    found: list = field(default_factory=list)


@dataclass
class Figures:
    wall: float  # seconds
    cpu: float  # seconds
    memory: float  # MiB, the most it had; nothing for a whole process


def measured(run):
    return on_a_terminal(run) if run.sees else as_a_whole(run)


def as_a_whole(run):
    stdin = open(run.typed or os.devnull, "rb")
    begun = time.perf_counter()
    child = subprocess.Popen(run.command, stdin=stdin, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=run.env)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    stdin.close()
    if child.returncode:
        sys.exit(f"{run.name} ended with {child.returncode}: {' '.join(run.command)}")
    return Figures(time.perf_counter() - begun, used.ru_utime + used.ru_stime, 0)


def on_a_terminal(run):
    with Terminal(run) as terminal:
        return Figures(terminal.until_seen(), *terminal.used())


class Terminal:
    """A program on a pseudo-terminal of 200 columns and 60 rows, until it is ended."""

    def __init__(self, run):
        self.run = run
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 200, 0, 0))
        self.begun = time.perf_counter()
        # Nothing is run between fork and exec, so that no copy of this process is made, which would be measured too.
        self.child = subprocess.Popen(run.command, stdin=theirs, stdout=theirs, stderr=theirs, env=run.env,
                                      start_new_session=True)
        os.close(theirs)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.child.returncode is None:
            self.used()
        os.close(self.ours)

    def until_seen(self):
        """Seconds from exec until what is useful stands there."""
        shown = b""
        while time.perf_counter() - self.begun < PATIENCE:
            new = self.read(1)
            shown += new
            if self.run.sees in shown:
                return time.perf_counter() - self.begun
            if b"\x1b[6n" in new:  # where is the cursor?
                os.write(self.ours, b"\x1b[1;1R")
            if b"\x1b[c" in new:  # what are you?
                os.write(self.ours, b"\x1b[?62;c")
        raise TimeoutError(f"{self.run.name} did not show {self.run.sees!r} within {PATIENCE} s")

    def read(self, seconds):
        """What it writes within this time; nothing where it is quiet."""
        return os.read(self.ours, 1 << 16) if select.select([self.ours], [], [], seconds)[0] else b""

    def rests(self, seconds):
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            self.read(left)

    def memory(self, what):
        """MiB; VmHWM is the most it had so far, VmRSS what it has."""
        with open(f"/proc/{self.child.pid}/status") as status:
            line = next(line for line in status if line.startswith(what))
        return int(line.split()[1]) / 1024

    def wake_ups(self):
        """How often its threads have waited for something so far."""
        count = 0
        for thread in os.listdir(f"/proc/{self.child.pid}/task"):
            with open(f"/proc/{self.child.pid}/task/{thread}/status") as status:
                count += sum(int(line.split()[1]) for line in status if line.startswith("voluntary"))
        return count

    def used(self):
        """Ends it: its CPU seconds, and the most MiB it had."""
        memory = self.memory("VmHWM")
        os.killpg(self.child.pid, signal.SIGKILL)
        _, _, used = os.wait4(self.child.pid, 0)
        self.child.returncode = -signal.SIGKILL
        return used.ru_utime + used.ru_stime, memory


def at_rest(run, book):
    """What the dashboard takes while nobody touches it, and then for a change until it is on the disk."""
    with Terminal(run) as terminal:
        terminal.until_seen()
        terminal.rests(2)
        memory, before = terminal.memory("VmRSS"), terminal.wake_ups()
        terminal.rests(3)
        wake_ups = (terminal.wake_ups() - before) / 3
        stood, begun = os.stat(book).st_ino, time.perf_counter()
        os.write(terminal.ours, b"3 ")  # the first promise is ticked
        while os.stat(book).st_ino == stood and time.perf_counter() - begun < PATIENCE:
            terminal.read(0.001)
        took = time.perf_counter() - begun
        return (f"At rest: {memory:.1f} MiB, {wake_ups:.1f} wake-ups a second. A tick stood in the file after "
                f"{took * 1000:.0f} ms, and the most memory by then was {terminal.memory('VmHWM'):.1f} MiB.")
