"""The verbs with which a committee promises: each form of each, and how plainly it names a thing to be done."""

from __future__ import annotations

import re
from functools import cache

# Verbs that name something one can see done: a paper sent, a meeting held, a State written to.
_PLAIN = """
lead let moderate represent cover dispatch place limit acknowledge divide respond participate wire sponsor
circulate send distribute prepare draft submit report organize organise convene host finalize finalise share
provide present update contact write consult meet inform brief publish post upload issue deposit collect compile
collate produce develop establish form create appoint nominate arrange schedule invite revise amend redraft
review examine explore analyse analyze assess study discuss raise reply respond answer revert return translate
sign announce confirm communicate convey notify transmit forward deliver hand release disseminate print
coordinate engage liaise conduct undertake complete launch lobby co-sponsor cosponsor hold give make keep seek
identify map monitor verify check compare include mail email e-mail pay transfer recruit hire advertise
elaborate clarify call telephone phone list record initiate start begin resume advance refine set follow look
get come take finish file ask request remind approach visit propose introduce register edit consolidate
summarize summarise incorporate integrate reflect outline sketch gather survey interview train chair open close
address settle decide ratify accede adopt reissue telephone ring instruct commission contract negotiate conclude
speak talk thank ensure attempt bring put move add attach append design build maintain fund finance sponsor
donate allocate reimburse redistribute correct replace rework rewrite nominate second explain enquire inquire
research enter remove merge split extend reschedule postpone cancel rotate evaluate test pilot customize
customise digitize devise enable help assist support contribute encourage promote continue work consider
cooperate collaborate facilitate attend participate implement mobilize mobilise strengthen intensify reinforce
pursue plan aim do join carry exchange convince persuade meet reconsider reach step urge advocate highlight
focus further tell supply travel pass show fill lend table learn name turn request remind redistribute meet
reword telephone draw
""".split()

# Verbs of the list above that promise little unless something else in the sentence does.
_WEAK = set(
    """
make take give do get come put bring move support help assist encourage promote continue work consider
contribute attend participate implement pursue strengthen reinforce join carry further reach enable ensure
include reflect call open close begin start speak talk adopt focus highlight plan aim add fund finance address
record release thank exchange decide chair look follow keep step have be ratify return form extend explain
advance attempt set conclude raise present hold introduce clarify facilitate cooperate collaborate
""".split()
)

_IRREGULAR = {
    "send": ("sent", "sent"),
    "write": ("wrote", "written"),
    "meet": ("met", "met"),
    "hold": ("held", "held"),
    "give": ("gave", "given"),
    "make": ("made", "made"),
    "keep": ("kept", "kept"),
    "seek": ("sought", "sought"),
    "pay": ("paid", "paid"),
    "begin": ("began", "begun"),
    "set": ("set", "set"),
    "get": ("got", "got"),
    "come": ("came", "come"),
    "take": ("took", "taken"),
    "put": ("put", "put"),
    "bring": ("brought", "brought"),
    "undertake": ("undertook", "undertaken"),
    "build": ("built", "built"),
    "speak": ("spoke", "spoken"),
    "do": ("did", "done"),
    "tell": ("told", "told"),
    "lead": ("led", "led"),
    "let": ("let", "let"),
    "show": ("showed", "shown"),
    "lend": ("lent", "lent"),
    "rewrite": ("rewrote", "rewritten"),
    "ring": ("rang", "rung"),
    "split": ("split", "split"),
    "draw": ("drew", "drawn"),
}
_DOUBLED = {"submit", "set", "get", "put", "begin", "map", "plan", "step", "transmit", "refer", "split", "transfer"}

# What can be done to a thing so that a passive names a commitment: "will be circulated".
DELIVERED = frozenset(
    """
dispatch table deposit explain lead host test cover place limit moderate represent
circulate send distribute prepare draft submit organize organise convene finalize finalise share provide present
update publish post upload issue collect compile collate produce develop establish create appoint arrange
schedule revise amend redraft translate announce confirm communicate convey notify transmit forward deliver
release disseminate print pay draw look negotiate conduct undertake complete make hold set record write contact invite consult engage
follow explore review examine inform brief reissue mail include identify incorporate consolidate reflect
reschedule telephone ask request remind nominate hand file elaborate discuss raise initiate resume correct sign
settle host rework advertise fill tell supply gather mobilize mobilise give put keep formulate consider
""".split()
)


def _forms(base: str) -> dict[str, str]:
    """Each form of a verb with what it is: base, third, ing, past, participle."""
    stem = base.removesuffix("e")
    if base in _DOUBLED:
        stem = base + base[-1]
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    ing, past = stem + "ing", stem + "ed"
    if base.endswith("y") and base[-2] not in "aeiou":
        third, past, ing = base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    simple, participle = _IRREGULAR.get(base, (past, past))
    last = "participle" if base in _IRREGULAR else "past"
    # "Set", "put" and "come" are all of these; as a bare word the base form is meant.
    return {participle: last, simple: "past", third: "third", ing: "ing", base: "base"}


def is_participle(word: str) -> bool:
    """Whether a word can follow "be" as what is done: "circulated", "set".

    >>> is_participle("set"), is_participle("send")
    (True, False)
    """
    base, kind = forms().get(word, ("", ""))
    return kind in {"past", "participle"} or (kind == "base" and _IRREGULAR.get(base, ("", ""))[1] == word)


@cache
def forms() -> dict[str, tuple[str, str]]:
    """Word form → (base, kind of form)."""
    known: dict[str, tuple[str, str]] = {}
    for base in dict.fromkeys([*_PLAIN, "have", "formulate"]):
        for form, kind in (_forms(base) if base != "have" else {"have": "base", "having": "ing"}).items():
            known.setdefault(form, (base, kind))
    return known


# Words that can stand behind "will" and name no deed: states, outcomes, feelings.
_STATES = frozenset(
    """
be have need like love welcome appreciate prefer think remain seem mean require benefit become depend allow expire
wait await end cost exist apply matter know believe feel expect want wish hope fall lose suffer differ last total amount
consist comprise contain entail imply constitute involve result coincide overlap run stay appear occur happen
increase decrease rise grow drop affect prevent hamper hinder delay suffice serve refrain oppose object agree
disagree regret enjoy accept understand recall note stress emphasise emphasize concur see hear gain elapse undermine
jeopardise jeopardize harm live rest rely belong lack risk fail succeed improve enhance complicate permit enter
constrain mark welcome bear care encounter face count total underline reiterate retire leave depart arrive win stand
sit lie hurt ease save spend afford reduce lower raise require remember forget tend vary begin cease dare shape
""".split()
)
# What stands behind "will" or "to" and is no verb at all.
_NO_VERBS = frozenset(
    """
the a an this that these those its their his her our all any some no each every another such both either neither
one two three four moment department environment document five six seven eight nine ten first second third next last more most less least very too so as
at by for from in into of on onto over than through to under until upon with without within about above after
against among around before behind below between beyond during since toward towards via per and or nor but if
when while where which who whom whose why how what whether because although though unless once now then there here
he she it they we you i him them us me not never ever also already just only even still yet again soon later
perhaps maybe however therefore thus hence instead otherwise often always sometimes together apart aside ahead
available ready able willing present due open likely unable possible necessary important useful good better best
rather see hear reaffirm reiterate guide proposal reconvene indeed well much many few little otherwise moreover furthermore meanwhile alone forthwith henceforth regardless
him herself himself itself themselves ourselves will would shall should can could may might must
""".split()
)
_NO_BASE = re.compile(r"(?:ing|ed|ly|tion|ness|ity|ous|ful|ive|able|[^s]s)\Z")


def base_form(word: str, *, asked: bool = False) -> str | None:
    """The base form that a word behind "will" or "to" is, where it can name a deed; a verb need not be known for that.

    Of somebody who was `asked` or who offered to, every verb names one.

    >>> base_form("circulate"), base_form("doublecheck"), base_form("welcome"), base_form("circulated")
    ('circulate', 'doublecheck', None, None)
    """
    base, kind = forms().get(word, ("", ""))
    if base:
        return base if kind == "base" else None
    if len(word) < 3 or word in _NO_VERBS or _NO_BASE.search(word):
        return None
    return word if asked or word not in _STATES else None


def base_of(word: str) -> str | None:
    """The base form of a word if it is a form of a known verb.

    >>> base_of("circulated"), base_of("submitting"), base_of("paper")
    ('circulate', 'submit', None)
    """
    found = forms().get(word)
    return found[0] if found else None


def is_weak(base: str) -> bool:
    """Whether a verb promises little by itself ("support", "continue")."""
    return base in _WEAK
