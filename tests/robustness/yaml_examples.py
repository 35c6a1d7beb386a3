"""YAML 1.2 by example: every construct of the specification, and the value that it has.

Values are those of the core schema (YAML 1.2.2, section 10.3), with two of `wp`'s own rules: keys
are text, as in JSON, and what the core schema has no plain form for (dates, times, 0o and 0x aside)
is text. `STOPS` are texts that YAML allows and `wp` doesn't, or that aren't YAML, with their fault.
"""

from typing import Any

# (construct, YAML, value)
VALUES: list[tuple[str, str, Any]] = [
    # 5 Characters
    ("an empty text", "", None),
    ("a comment alone", "# kun en bemærkning\n", None),
    ("a comment after a value", "a: b # c\n", {"a": "b"}),
    ("a hash inside a word", "a: b#c\n", {"a": "b#c"}),
    ("printable characters of all planes", "a: æøå € 😀\n", {"a": "æøå € 😀"}),
    ("escapes of one letter", r'a: "\0\a\b\t\n\v\f\r\e\"\/\\\N\_\L\P"', {
        "a": '\0\a\b\t\n\v\f\r\x1b"/\\\x85\xa0\u2028\u2029'}),
    ("escapes by number", r'a: "\x41\u00e6\U0001F600"', {"a": "Aæ😀"}),
    ("an escaped space and line break", 'a: "b\\ \\\n  c"\n', {"a": "b c"}),
    # 6 Structure
    ("tabs between key and value", "a:\tb\n", {"a": "b"}),
    ("an indentation of one", "a:\n b: c\n", {"a": {"b": "c"}}),
    ("an indentation that grows", "a:\n      b: c\n", {"a": {"b": "c"}}),
    ("comments at any indentation", "a:\n    # x\n  b: c\n# y\n", {"a": {"b": "c"}}),
    ("empty lines anywhere", "\n\na: b\n\n\nc: d\n\n", {"a": "b", "c": "d"}),
    # 7 Flow styles
    ("a plain text", "a: en to tre\n", {"a": "en to tre"}),
    ("a plain text over lines", "a: en\n  to\n\n  tre\n", {"a": "en to\ntre"}),
    ("a plain text with marks inside", "a: b?c:d-e,f[g]{h}\n", {"a": "b?c:d-e,f[g]{h}"}),
    ("a plain text that begins with a dash", "a: -b\n", {"a": "-b"}),
    ("a colon without a space", "a: http://x.dk\n", {"a": "http://x.dk"}),
    ("single quotation marks", "a: 'b: #c'\n", {"a": "b: #c"}),
    ("a single quotation mark, doubled", "a: 'b''c'\n", {"a": "b'c"}),
    ("single quotation marks over lines", "a: 'en\n  to\n\n  tre'\n", {"a": "en to\ntre"}),
    ("double quotation marks", 'a: "b: #c"\n', {"a": "b: #c"}),
    ("double quotation marks over lines", 'a: "en\n  to\n\n  tre"\n', {"a": "en to\ntre"}),
    ("an empty text in quotation marks", "a: ''\nb: \"\"\n", {"a": "", "b": ""}),
    ("a key in quotation marks", "'a b': c\n\"d\\te\": f\n", {"a b": "c", "d\te": "f"}),
    ("a flow sequence", "[a, b, c]\n", ["a", "b", "c"]),
    ("a flow sequence with a comma at its end", "[a, b, ]\n", ["a", "b"]),
    ("a flow sequence over lines", "[\n  a,\n  b\n]\n", ["a", "b"]),
    ("an empty flow sequence and mapping", "a: []\nb: {}\n", {"a": [], "b": {}}),
    ("a flow mapping", "{a: b, c: d}\n", {"a": "b", "c": "d"}),
    ("a flow mapping without values", "{a, b: }\n", {"a": None, "b": None}),
    ("JSON", '{"a":"b","c":[1,true,null]}\n', {"a": "b", "c": [1, True, None]}),
    ("a single pair in a sequence", "[a: b, c]\n", [{"a": "b"}, "c"]),
    ("an explicit key in flow", "{? a : b}\n", {"a": "b"}),
    ("flow inside flow", "[{a: [b]}, [[]]]\n", [{"a": ["b"]}, [[]]]),
    ("an alias", "a: &x b\nc: *x\n", {"a": "b", "c": "b"}),
    ("an alias of a collection", "a: &x [b]\nc: *x\n", {"a": ["b"], "c": ["b"]}),
    ("an anchor that is used anew", "a: &x b\nc: &x d\ne: *x\n", {"a": "b", "c": "d", "e": "d"}),
    ("an anchor of nothing", "a: &x\nb: *x\n", {"a": None, "b": None}),
    # 8 Block styles
    ("a literal text", "a: |\n  en\n   to\n\n  tre\n", {"a": "en\n to\n\ntre\n"}),
    ("a literal text, stripped", "a: |-\n  en\n\n", {"a": "en"}),
    ("a literal text, kept", "a: |+\n  en\n\nb: c\n", {"a": "en\n\n", "b": "c"}),
    ("a literal text with its indentation said", "a: |2\n    en\n  to\n", {"a": "  en\nto\n"}),
    ("a literal text with a comment", "a: | # x\n  # y\n", {"a": "# y\n"}),
    ("a folded text", "a: >\n  en\n  to\n\n  tre\n", {"a": "en to\ntre\n"}),
    ("a folded text with lines further in", "a: >\n  en\n    to\n  tre\n", {
        "a": "en\n  to\ntre\n"}),
    ("a folded text, stripped", "a: >-\n  en\n  to\n", {"a": "en to"}),
    ("an empty block text", "a: |\nb: c\n", {"a": "", "b": "c"}),
    ("a block sequence", "- a\n- b\n", ["a", "b"]),
    ("a block sequence below its key, not further in", "a:\n- b\n- c\n", {"a": ["b", "c"]}),
    ("sequences in a sequence on one line", "- - a\n  - b\n- - c\n", [["a", "b"], ["c"]]),
    ("mappings in a sequence on one line", "- a: b\n  c: d\n- e: f\n", [
        {"a": "b", "c": "d"}, {"e": "f"}]),
    ("an item without a value", "-\n- a\n", [None, "a"]),
    ("an explicit key", "? a\n: b\n", {"a": "b"}),
    ("an explicit key without a value", "? a\n? b\n", {"a": None, "b": None}),
    ("a key without a value", "a:\nb: c\n", {"a": None, "b": "c"}),
    ("a key that is no text", "2027: a\ntrue: b\n~: c\n", {"2027": "a", "true": "b", "~": "c"}),
    # 9 Documents
    ("a document's start", "---\na: b\n", {"a": "b"}),
    ("a document's end", "a: b\n...\n", {"a": "b"}),
    ("a directive", "%YAML 1.2\n---\na: b\n", {"a": "b"}),
    ("a tag's handle", "%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 7\n", {"a": "7"}),
    # 10 Schemas
    ("null", "[null, Null, NULL, ~, nUll]", [None, None, None, None, "nUll"]),
    ("true and false", "[true, True, TRUE, false, False, FALSE]", [True] * 3 + [False] * 3),
    ("what YAML 1.1 took for true and false", "[yes, no, on, off, y, n]", [
        "yes", "no", "on", "off", "y", "n"]),
    ("integers", "[0, 7, -19, +12, 007, 0o14, 0x3A]", [0, 7, -19, 12, 7, 12, 58]),
    ("numbers with a point", "[0.5, .5, 1., 1e3, -1.5E-2]", [0.5, 0.5, 1.0, 1000.0, -0.015]),
    ("what YAML 1.1 took for numbers", "[12:05, 1_000, 0b1]", ["12:05", "1_000", "0b1"]),
    ("dates and times are text", "[2027-03-02, 10:00, 2027-03-02T10:00:00Z]", [
        "2027-03-02", "10:00", "2027-03-02T10:00:00Z"]),
    ("a number in quotation marks is text", "['7', \"true\", '']", ["7", "true", ""]),
]  # fmt: skip

# (construct, YAML, fault, line)
STOPS = [
    ("a second document", "a: b\n---\nc: d\n", "yaml-document", 2),
    ("an unknown alias", "a: *b\n", "yaml-alias", 1),
    ("an alias inside its own anchor", "a: &b [*b]\n", "yaml-alias", 1),
    ("a tag of one's own", "a: !own b\n", "yaml-tag", 1),
    ("a binary value", "a: !!binary aGVq\n", "yaml-tag", 1),
    ("a set", "a: !!set {b, c}\n", "yaml-tag", 1),
    ("a collection as a key", "? [a, b]\n: c\n", "yaml-key", 1),
    ("a value without its key", ": a\n", "yaml-indent", 1),
    ("a doubled key", "a: b\na: c\n", "doubled-key", 2),
    ("a tab as indentation", "a:\n\tb: c\n", "yaml-tab", 2),
    ("quotation marks left open", "a: 'b\n", "yaml-quote", 1),
    ("a bracket left open", "a: [b\n", "yaml-bracket", 1),
    ("an unknown escape", 'a: "\\q"\n', "yaml-escape", 1),
    ("a reserved character", "a: @b\n", "yaml-character", 1),
    ("a colon too many", "a: b: c\n", "yaml-colon", 1),
    ("a dash after a key", "a: - b\n", "yaml-dash", 1),
    ("an indentation that fits nothing", "a:\n    b: c\n  d: e\n", "yaml-indent", 3),
]
