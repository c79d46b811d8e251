#!/usr/bin/env python3
"""Writes src/OpenJd.Expressions/Syntax/CharacterNames.gz: the names of Unicode's characters, for \\N{...} in texts.

The file is gzip-compressed ASCII: one line a name, sorted by name, each `NAME;HEX CODE`. Names that follow a rule
(CJK unified ideographs and Hangul syllables) are left out. The data is that of Python's unicodedata.
"""

import gzip
import itertools
import pathlib
import string
import unicodedata

RULES = ("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")
ALIASES = (
    "NULL|START OF HEADING|START OF TEXT|END OF TEXT|END OF TRANSMISSION|ENQUIRY|ACKNOWLEDGE|ALERT|BACKSPACE|"
    "CHARACTER TABULATION|HORIZONTAL TABULATION|LINE FEED|NEW LINE|END OF LINE|LINE TABULATION|VERTICAL TABULATION|"
    "FORM FEED|CARRIAGE RETURN|SHIFT OUT|LOCKING-SHIFT ONE|SHIFT IN|LOCKING-SHIFT ZERO|DATA LINK ESCAPE|"
    "DEVICE CONTROL ONE|DEVICE CONTROL TWO|DEVICE CONTROL THREE|DEVICE CONTROL FOUR|NEGATIVE ACKNOWLEDGE|"
    "SYNCHRONOUS IDLE|END OF TRANSMISSION BLOCK|CANCEL|END OF MEDIUM|SUBSTITUTE|ESCAPE|FILE SEPARATOR|"
    "INFORMATION SEPARATOR FOUR|GROUP SEPARATOR|INFORMATION SEPARATOR THREE|RECORD SEPARATOR|"
    "INFORMATION SEPARATOR TWO|UNIT SEPARATOR|INFORMATION SEPARATOR ONE|DELETE|PADDING CHARACTER|HIGH OCTET PRESET|"
    "BREAK PERMITTED HERE|NO BREAK HERE|INDEX|NEXT LINE|START OF SELECTED AREA|END OF SELECTED AREA|"
    "CHARACTER TABULATION SET|CHARACTER TABULATION WITH JUSTIFICATION|LINE TABULATION SET|PARTIAL LINE FORWARD|"
    "PARTIAL LINE DOWN|PARTIAL LINE BACKWARD|PARTIAL LINE UP|REVERSE LINE FEED|REVERSE INDEX|SINGLE SHIFT TWO|"
    "SINGLE SHIFT THREE|DEVICE CONTROL STRING|PRIVATE USE ONE|PRIVATE USE TWO|SET TRANSMIT STATE|CANCEL CHARACTER|"
    "MESSAGE WAITING|START OF GUARDED AREA|END OF GUARDED AREA|START OF STRING|SINGLE GRAPHIC CHARACTER INTRODUCER|"
    "SINGLE CHARACTER INTRODUCER|CONTROL SEQUENCE INTRODUCER|STRING TERMINATOR|OPERATING SYSTEM COMMAND|"
    "PRIVACY MESSAGE|APPLICATION PROGRAM COMMAND|BYTE ORDER MARK|LATIN CAPITAL LETTER GHA|LATIN SMALL LETTER GHA"
).split("|")


def entries():
    for code in range(0x110000):
        name = unicodedata.name(chr(code), "")
        if name and not name.startswith(RULES):
            yield name, code
    letters = string.ascii_uppercase + string.digits
    short = ("".join(word) for length in (2, 3, 4) for word in itertools.product(letters, repeat=length))
    for alias in itertools.chain(ALIASES, short):
        try:
            found = unicodedata.lookup(alias)
        except KeyError:
            continue
        if len(found) == 1:
            yield alias, ord(found)


lines = sorted({f"{name};{code:X}" for name, code in entries()}, key=lambda line: line.split(";")[0])
target = pathlib.Path(__file__).parent.parent / "src/OpenJd.Expressions/Syntax/CharacterNames.gz"
target.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode("ascii"), 9, mtime=0))
print(f"{len(lines)} names of Unicode {unicodedata.unidata_version}, {target.stat().st_size} bytes")
