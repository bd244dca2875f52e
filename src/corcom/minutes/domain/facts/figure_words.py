"""What figures are made of, and what they count: number words, units, and the nouns of the field."""

from __future__ import annotations

import re

from corcom.minutes.domain.dates.date_words import SMALL_NUMBERS, number_of
from corcom.minutes.domain.dates.words_before import word_set

_UNITS = "|".join(sorted((word for word, value in SMALL_NUMBERS.items() if 1 <= value < 20), key=len, reverse=True))
_TENS = "|".join(word for word, value in SMALL_NUMBERS.items() if value >= 20)
_ONES = "|".join(word for word, value in SMALL_NUMBERS.items() if 1 <= value < 10)
_BELOW_HUNDRED = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES})\b)?|(?:{_UNITS}))"
WORD_NUMBER = re.compile(
    rf"(?P<hundreds>(?:a|one|two|three|four|five|six|seven|eight|nine) {{1,9}}hundred)(?:(?: {{1,9}}and)? {{1,9}}(?P<rest>{_BELOW_HUNDRED}))?\b"
    rf"|(?P<small>{_BELOW_HUNDRED})\b(?P<hundred> {{1,9}}hundred)?|(?P<dozen>(?:a|two|three|half {{1,3}}a) {{1,9}}dozen)\b",
    re.IGNORECASE,
)
NUMBER_TRIGGERS = (
    *(
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fifteen",
    ),
    *("twenty", "thirty", "forty", "fifty", "hundred", "dozen"),
)
"""What all number words above one begin with: "sixteen" and "sixty" with "six"."""
CAPITAL_NUMBER = re.compile(
    r"[TFSEN](?:(?<=T)(?:wo|hree|en|welve|hirteen|wenty|hirty)|(?<=F)(?:our|ive|ifteen|orty|ifty)|(?<=S)(?:ix|even)"
    r"|(?<=E)(?:ight|leven)|(?<=N)ine)"
)

NUMERAL = re.compile(
    r"\d{1,3}(?:(?:[,'.]\d{3})+(?!\d)|(?: \d{3})+(?!\d))(?:[.,]\d{1,2}(?!\d))?(?:\.-)?|\d+(?:\.\d+|,\d{1,2}(?= {0,2}(?:%|per|km|m²|m2|ha\b|hect|million|billion|[mM](?:n|io)?\b|bn\b|k\b)))?",
    re.ASCII,
)
SCALE = re.compile(r" {1,3}(?P<scale>million|billion|thousand|m|bn|k)\b")
PERCENT = re.compile(r" {0,3}(?:%|(?:per {1,3}cent|percent)\b)")
AREA = re.compile(
    r" {0,3}(?P<scale>million {1,3})?(?P<unit>km²|km2|m²|m2|sq\.? {0,3}(?:km|m)\b|square {1,3}(?:kilo)?met(?:re|er)s?\b|hectares?\b|ha\b)"
)
WEIGHT = re.compile(r" {0,3}(?P<unit>tonnes?|tons?|kg|kilogram(?:me)?s?)\b")
LASTING = re.compile(r"(?:-| )(?P<unit>year|month|week|day)(?P<plural>s?)(?P<own>'?)(?:-| )(?P<noun>[a-z]{3,20})")
"""A term that is a figure in itself: "10-year timeframe"."""

APPROXIMATELY = re.compile(
    r"\b(?P<words>(?:nearly|almost|over|about|around|approximately|roughly|some|more {1,3}than|less {1,3}than|at {1,3}least|up {1,3}to|only|circa)) {1,3}\Z",
    re.IGNORECASE,
)

COUNTED = word_set(
    """
    state states party parties country countries signatory signatories delegation delegations government
    governments mission missions capital capitals report reports request requests ratification ratifications
    accession accessions instrument instruments deposit deposits letter letters response responses reply
    replies answer answers contribution contributions donation donations pledge pledges invoice invoices
    invitation invitations registration registrations participant participants delegate delegates
    representative representatives people persons person victim victims survivor survivors casualty
    casualties mine mines munition munitions submunition submunitions bomb bombs bomblets stockpile
    stockpiles cluster expert experts candidate candidates candidature candidatures member members observer
    observers organisation organisations organization organizations ngo ngos operators donors donor minister
    ministers sponsor sponsors co-sponsor co-sponsors cosponsors sponsorship signature signatures vote votes
    abstention abstentions project projects area areas site sites hectares vacancy vacancies seat seats post
    posts case cases incident incidents allegation allegations responsibilities copies items units tonnes
    documents activities debtors applications applicants beneficiaries workshops
    deminers students staff nominees nominations
    """
)
"""Nouns whose number a reader of minutes wants to know, also where it is written out."""

TRIVIAL = word_set(
    """
    day days week weeks month months year years hour hours minute minutes second seconds page pages option
    options question questions issue issues matter matters element elements component components point
    points topic topics part parts way ways session sessions step steps word words paragraph paragraphs time
    times floor pm am hrs decade decades language languages theme themes format formats model models group
    groups idea ideas version versions o'clock block blocks hall room building street avenue
    """
)
"""Nouns that belong to the inside of a discussion: their number is left out."""

LABELS = word_set(
    """
    article articles art arts agenda item items paragraph paragraphs para paras room no nos number numbers
    annex annexes action actions form forms part parts section sections page pages resolution resolutions
    decision decisions option options phase phases protocol protocols chapter chapters table figure tel fax
    phone slide version goal objective pillar day step question hall doc level sdg sdgs cop csp wp track
    group
    """
)
"""Words that make the number behind them a label."""

STOPS = word_set(
    """
    of in at to for on by and or that with from was were is are has had have be been will would should could
    may might can must did do does who which whom whose as than but if while when where before after during
    until since because so not still yet already also remained remain owed owe submitted received attended
    participated joined needed need took under over into through between among within without per via due
    took said took the their its this these those
    """
)
VERBS = word_set(
    """
    was were is are has had have will would should could may might can must did do does still already
    remained remain owed owe submitted attended participated joined needed took said yet
    """
)


def word_value(found: re.Match[str]) -> int:
    """The value of a number in words.

    >>> word_value(WORD_NUMBER.match("one hundred and twenty-one")), word_value(WORD_NUMBER.match("a dozen"))
    (121, 12)
    """
    if found["dozen"]:
        first = found["dozen"].split()[0].lower()
        return 6 if first == "half" else 12 * (number_of(first) or 1)
    if found["small"]:
        return (number_of(found["small"]) or 0) * (100 if found["hundred"] else 1)
    hundreds = number_of(found["hundreds"].split()[0]) or 1
    return 100 * hundreds + ((number_of(found["rest"]) or 0) if found["rest"] else 0)
