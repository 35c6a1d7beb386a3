"""Laws of mending, over whatever happens to the files of Eksempelrådet.

What was only put in disorder comes back byte for byte. Mending twice is mending once. No file
stops it, and nothing but what was wrong is changed.
"""

from random import Random

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.fixing.conftest import Mend

from wp.checking.engine import check_repository
from wp.findings import Severity
from wp.fixing.mend import with_files
from wp.reading.repository import Repository

PATHS = [
    "content/one-pagers/effektmaaling.md",
    "content/one-pagers/naturkortet.md",
    "content/one-pagers/historiske-kort.md",
    "content/minutes/2026-06-11.md",
    "content/programme.md",
    "content/people.yml",
]
# Not shrunk: each example judges a whole council several times.
LAWS = settings(
    max_examples=15,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def shuffled_sections(text: str, random: Random) -> str:
    """Put the sections at level 2 in another order."""
    front, *parts = text.split("\n## ")
    if len(parts) < 2:
        return text
    parts[-1] = parts[-1].rstrip("\n") + "\n"
    random.shuffle(parts)
    return front + "".join(f"\n## {part}" for part in parts).rstrip("\n") + "\n"


def shuffled_fields(text: str, random: Random) -> str:
    """Put the fields at the top in another order, each with what is indented below it."""
    front, mark, rest = text.removeprefix("---\n").partition("\n---\n")
    pieces: list[str] = []
    for line in front.split("\n"):
        if line[:1] not in (" ", "#", "") or not pieces:
            pieces.append(line)
        else:
            pieces[-1] += "\n" + line
    random.shuffle(pieces)
    return "---\n" + "\n".join(pieces) + mark + rest


def spaced(text: str, random: Random) -> str:
    """Put a space at the end of some lines that hold text, where it can't mean anything."""
    return "\n".join(
        line + " " if line.strip() and random.random() < 0.1 else line for line in text.split("\n")
    )


DISORDERS = [
    lambda text, random: shuffled_sections(text, random),
    lambda text, random: shuffled_fields(text, random),
    lambda text, random: spaced(text, random),
    lambda text, random: text.rstrip("\n"),
    lambda text, random: text.replace("---\n", "–-\n", 2),
    lambda text, random: "\ufeff" + text,
    lambda text, random: text.replace("\n", "\r\n"),
]


@LAWS
@given(
    path=st.sampled_from(PATHS[:4]),
    which=st.sets(st.integers(0, len(DISORDERS) - 1), min_size=1, max_size=4),
    random=st.randoms(use_true_random=False),
)
def test_what_was_put_in_disorder_comes_back_byte_for_byte(
    council: Repository, mended: Mend, path: str, which: set[int], random: Random
) -> None:
    original = (council.root / path).read_bytes()
    text = original.decode()
    for number in sorted(which):
        text = DISORDERS[number](text, random)
    data, result = mended(path, text.encode())
    assert data.decode() == original.decode()
    assert (result.refused, result.left) == ((), ())


def damaged(data: bytes, random: Random) -> bytes:
    """Do to a file some of what editors, programs and accidents do."""
    lines = data.split(b"\n")
    for _ in range(random.randint(1, 6)):
        at = random.randrange(len(lines))
        line = lines[at]
        kind = random.randrange(9)
        place = random.randrange(len(line) + 1)
        if kind == 0:
            del lines[at]
        elif kind == 1:
            lines.insert(at, line)
        elif kind == 2:
            lines[at] = line[:place] + random.choice(b'x: -#"\t*|>&[]{}').to_bytes() + line[place:]
        elif kind == 3:
            lines[at] = line[:place] + line[place + 1 :]
        elif kind == 4:
            lines[at] = line + random.choice([b"\r", b" ", b"  ", b"\t", b"\x0b", b"\xc2\xa0"])
        elif kind == 5:
            lines[at] = line.replace(b"-", b"_").replace(b": ", b":")
        elif kind == 6:
            lines[at] = b"#" + line if line.startswith(b"#") else line.title()
        elif kind == 7:
            other = random.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = line[:place] + random.choice([b"\xff", b"\xe6", b"\x00", b"\xef\xbb\xbf"])
        lines = lines or [b""]
    return b"\n".join(lines)


@LAWS
@given(path=st.sampled_from(PATHS), random=st.randoms(use_true_random=False))
def test_mending_twice_is_mending_once_and_brings_no_error(
    council: Repository, mended: Mend, path: str, random: Random
) -> None:
    broken = damaged((council.root / path).read_bytes(), random)
    once, result = mended(path, broken)
    twice, again = mended(path, once)
    assert twice == once
    assert again.files == ()
    # what was read before and was without errors still is
    before = check_repository(with_files(council, {path: broken}))
    after = check_repository(with_files(council, {path: once}))
    if not any(item.severity is Severity.ERROR for item in before):
        assert not any(item.severity is Severity.ERROR for item in after)
    if result.files:
        assert result.files[0].mended >= 1
        assert once != broken


@LAWS
@given(data=st.binary(max_size=300), path=st.sampled_from(PATHS))
def test_no_bytes_stop_it(mended: Mend, path: str, data: bytes) -> None:
    once, _ = mended(path, data)
    assert mended(path, once)[0] == once


@LAWS
@given(path=st.sampled_from(PATHS), random=st.randoms(use_true_random=False))
def test_words_stay(council: Repository, mended: Mend, path: str, random: Random) -> None:
    """In a file where only the order and what nobody sees is wrong, every word stays."""
    text = (council.root / path).read_text(encoding="utf-8")
    text = spaced(shuffled_sections(shuffled_fields(text, random), random), random)
    at = random.randrange(len(text))
    text = f"{text[:at]} # {text[at:]}" if random.random() < 0.5 else text
    data, _ = mended(
        path,
        text.encode(),
        lambda finding: finding.rule.name in ("misplaced-section", "key-order", "trailing-space"),
    )
    assert sorted(data.decode().split()) == sorted(text.split())
