"""Frame ranges such as "1-8", "1-9:2" or "1,5,7-8", and the files that frames are kept in."""

import re

_ELEMENT = re.compile(r"^\s*(-?\d+)\s*(?:-\s*(-?\d+)\s*(?::\s*(-?[1-9]\d*)\s*)?)?$")


def parse_frames(text):
    """Returns the frame numbers of a range expression in increasing order."""
    frames = set()
    for element in text.split(","):
        match = _ELEMENT.match(element)
        if not match:
            raise ValueError('"{}" is not a frame range: write it like 1-8, 1-9:2 or 1,5,7-8'.format(element))
        first = int(match.group(1))
        last = int(match.group(2)) if match.group(2) else first
        step = int(match.group(3) or 1)
        frames.add(first)
        frames.update(range(first, last + (1 if step > 0 else -1), step))
    return sorted(frames)


def frame_path(pattern, frame):
    """Puts the frame number in the place of the pattern's #### (as many digits as it has signs)."""
    return re.sub(r"#+", lambda signs: str(frame).zfill(len(signs.group())), pattern)
