"""Damaged documents: bytes flipped, cut, spliced, renamed, re-encoded; the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Damaged:
    """A document that something happened to.

    Attributes:
        how: Name of the damage.
    """

    name: str
    data: bytes
    how: str


def flip(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    changed = bytearray(data)
    for _ in range(rng.choice([1, 20, 500])):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return name, bytes(changed)


def cut(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    start = rng.choice([0, rng.randrange(len(data))])
    return name, data[start : start + rng.randrange(len(data) - start)]


def splice(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    at, taken = rng.randrange(len(data)), rng.randrange(len(data))
    return name, data[:at] + data[taken : taken + rng.randrange(20_000)] + data[at:]


def repeat(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    at = rng.randrange(len(data))
    piece = data[at : at + rng.choice([1, 3, 40])]
    return name, data[:at] + piece * rng.choice([500, 20_000]) + data[at:]


def rename(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    names = [
        "report.txt",
        "..txt",
        "incsr-9999-zzz.txt",
        "mem-6-per.txt",
        "incsr-2018-.txt",
        "x" * 200 + ".txt",
        "caf\u00e9 \u202e.txt",
        name.replace(".txt", ".pdf"),
        name.replace(".txt", ".html"),
        name.replace(".txt", ""),
        name.replace(".txt", ".exe"),
    ]
    return rng.choice(names), data


def reencode(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    text = data.decode("utf-8", "replace")
    codec = rng.choice(["utf-16", "utf-16-le", "utf-32", "cp1252", "cp037", "utf-8-sig", "utf-7"])
    return name, text.encode(codec, "replace")


def controls(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    text = data.decode("utf-8", "replace")
    odd = ["\x00", "\x1b[2J", "\u202e", "\ufeff", "\u2028", "\r", "\ud7ff", "\U0010ffff", "\u0301"]
    for _ in range(rng.choice([1, 50])):
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice(odd) + text[at:]
    return name, text.encode()


def wrap(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    heads = [
        b"%PDF-1.7\n",
        b"<!doctype html><table>",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"{",
        b"\xff\xfe",
    ]
    return name, rng.choice(heads) + data


def shuffle(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    lines = data.split(b"\n")
    rng.shuffle(lines)
    return name, b"\n".join(lines)


def empty(rng: random.Random, name: str, data: bytes) -> tuple[str, bytes]:
    return name, rng.choice([b"", b" \n", data[:1], b"7" * 50_000, b"7," * 50_000])


DAMAGES: tuple[Callable[[random.Random, str, bytes], tuple[str, bytes]], ...] = (
    flip,
    cut,
    splice,
    repeat,
    rename,
    reencode,
    controls,
    wrap,
    shuffle,
    empty,
)


def damaged(originals: dict[str, bytes], count: int, seed: int) -> list[Damaged]:
    """`count` damaged copies of `originals`, each kind of damage as often.

    Args:
        originals: Bytes by file name.
        count: How many.
        seed: The same seed gives the same bytes.
    """
    rng = random.Random(seed)  # noqa: S311 - damage, not secrets
    made = []
    for number in range(count):
        name = rng.choice(sorted(originals))
        damage = DAMAGES[number % len(DAMAGES)]
        made.append(Damaged(*damage(rng, name, originals[name]), damage.__name__))
    return made
