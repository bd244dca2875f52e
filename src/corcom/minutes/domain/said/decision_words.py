"""The words with which a body decides, and those that only sound like it."""

from __future__ import annotations

import re

from corcom.minutes.domain.text.cues import AnyOf, Cue

_BODY = (
    r"(?:coordinati(?:on|ng)\s+committee|management\s+committee|standing\s+committee|steering\s+committee|implementation\s+committee|committee|meeting|bureau|board|council|working\s+group|group"
    r"|conference(?:\s+of\s+(?:the\s+)?parties)?|members(?:\s+of\s+the\s+\w+)?|parties|participants|subgroup|troika|deputies|delegations)"
)
_ADVERBS = r"(?:(?:also|further|then|thus|therefore|accordingly|subsequently|unanimously|formally|provisionally|finally|generally|so|hereby|duly|gratefully|tacitly|now|in\s+principle|by\s+consensus|by\s+acclamation|has|have|had)\s+)*"
_VERBS = (
    r"(?:agreed|decided|adopted|approved|endorsed|resolved|accepted|concluded|confirmed|elected|appointed|designated|nominated|instructed|recommends|recommended|rejected|took\s+note|noted\s+with\s+approval|determined|ratified\s+the\s+decision"
    r"|requested|mandated|tasked|authori[sz]ed|entrusted|granted|set\s+up|established|reached\s+(?:an?\s+)?(?:\w+\s+)?(?:agreement|consensus|decision)|(?:was|were)\s+of\s+the\s+view|(?:was|were)\s+in\s+agreement|invited|asked\s+the|settled\s+on|opted\s+(?:for|to)|chose|took\s+(?:a|the)\s+decision|signed\s+off\s+on|expressed\s+(?:its|their)\s+(?:agreement|approval)|gave\s+(?:its|their)\s+(?:approval|consent|agreement|endorsement|go-ahead|blessing)|had\s+no\s+objections?)"
)
_BE = r"(?:was|were|is|are|stands?|stood|be|being|declared\s+the\s+\w+(?:\s+\w+){0,3})"
_ANSWERABLE = r"(?:offer|proposal|suggestion|request|candidature|amendment|nomination|recommendation|invitation|idea|plan|draft|text|approach)s?"

DECIDED = AnyOf(
    rf"\bit\s+(?:was|is|has\s+been)\s+{_ADVERBS}(?:agreed|decided|concluded|resolved|accepted|determined)\b",
    rf"\b(?:the\s+|all\s+)?(?P<body>{_BODY})\s+(?:as\s+a\s+whole\s+)?{_ADVERBS}{_VERBS}\b",
    rf"\b(?:the\s+)?(?P<body_later>(?:\w+\s+)?(?:committee|bureau|board|meeting|group))\s+(?!that\b|of\b|to\b|on\b|and\b|whether\b|members\b|had\b)[^.;:]{{3,70}}?,?\s+and(?:,[^,.;]{{3,60}},)?\s+{_ADVERBS}(?:agreed|decided|adopted|approved|endorsed|resolved|instructed|requested\s+the)\b",
    rf"\b(?:the\s+)?(?P<body_backs>(?:\w+\s+)?(?:committee|bureau|board|meeting))\s+{_ADVERBS}supported\s+(?:this|that|these|the)\b",
    r"\b(?:was|were|is|are|stands?|stood)\s+(?:(?:also|then|thus|therefore|formally|unanimously|duly|considered|declared|deemed|provisionally|tacitly|taken\s+as\s+read\s+and|hereby|accordingly)\s+(?:as\s+)?)*(?:approved|cancelled|adopted|agreed|endorsed|accepted\s+(?:without|as|by\s+(?:all|the\s+(?:committee|meeting|bureau)))|so\s+(?:decided|agreed)|elected|confirmed\s+as)\b",
    rf"\b{_ANSWERABLE}\b[^.;]{{0,60}}\b(?:was|were)\s+(?:\w+ly\s+)?(?:accepted|granted|agreed\s+to)\b",
    r"\bmet\s+with\s+(?:\w+\s+)?(?:agreement|consensus)\b",
    r"\bdeclared\s+(?:(?:the|its)\s+[^.;]{3,40}?|them|it)\s(?:adopted|approved|elected)\b",
    r"\b(?:minutes|agenda|record|report|summary)\b[^.;:]{0,60}:\s*(?:adopted|approved|agreed)\b",
    r"\bthere\s+was\s+(?:\w+\s+){0,2}(?:agreement|consensus)\s+(?:that|to|on|for|in|among)",
    r"\b(?:an?\s+)?(?:\w+\s+)?consensus\s+(?:emerged|was\s+(?:reached|found))",
    r"\b(?:agreement|consensus)\s+was\s+reached",
    r"\A\W*(?:(?:as|since)\s+)?(?:there\s+(?:was|were|being)|seeing|hearing|with|in\s+the\s+absence\s+of)\s+(?:no|any)\s+(?:\w+\s+)?objections?",
    r"\A\W*no\s+(?:\w+\s+)?objections?\s+(?:was|were)\s+(?:raised|made|received|voiced)",
    r"\bit\s+was\s+(?:felt|understood|considered)\b[^.;]{0,200}\b(?:therefore|hence|consequently|accordingly)\b",
    r"\b(?:meeting|session)\b[^.;]{0,30}\b(?:was|is|would\s+be|will\s+be)\s+(?:cancelled|postponed|rescheduled)",
    r"\b(?:co-?chairs?|chair(?:person|man|woman)?|president|presidency)\s+(?:\w+\s+)?concluded\s+that",
    r"\bnext\s+(?:\w+\s+){0,3}(?:meeting|one)\b[^.;]{0,60}?\b(?:(?:was|is|has\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:set|fixed|scheduled|confirmed|agreed)|(?:will|would|is\s+to)\s+take\s+place)\b(?=[^.;]{0,80}\d)",
    r"\b(?:were|was)\s+advised\s+that",
    r"\b(?:a|the|this)\s+decision\s+was\s+(?:taken|made|reached)\s+(?:to|that|on)\b",
    r"\b(?:chair|president)\s+ruled\b",
    r"\b(?:minutes|agenda|summary|record|report)\b[^.;]{0,80}\b(?:was|were)\s+(?:\w+ly\s+)?(?:accepted|confirmed|taken\s+as\s+read)\b",
    r"\A\W*(?:the\s+)?(?:draft\s+|provisional\s+|amended\s+|revised\s+)?(?:minutes|agenda|record|summary|report|analysis|budget|work\s+plan|letter|programme|calendar|paper|text|draft)\b(?:(?!\b(?:would|will|be|been|had|has|it|to|which|that)\b)[^.;:]){0,40}?\s(?:adopted|approved|agreed|endorsed)\b(?=\s*(?:with|without|as|subject|unanimously|by\s+consensus|[.;,]|\Z))",
    r"\b(?:so\s+)?(?:decided|agreed)\s*:",
    r"\A\W*(?:approved|adopted|agreed|endorsed)\b",
    r"\A\W*(?:all|everyone|everybody|those)\s+(?:present\s+)?(?:\w+ly\s+)?(?:agreed|decided)\b",
)
# "It also agreed to meet in May", after a sentence about the committee.
IT_DECIDED = Cue(
    rf"\W*it\s+{_ADVERBS}(?:agreed|decided|adopted|approved|endorsed|resolved|instructed|mandated|authori[sz]ed|took\s+note|recommended|requested\s+(?:the|that)|invited\s+the|asked\s+the)\b"
)
ABOUT_BODY = re.compile(
    r"\W*(?:[^,.;]{3,60},\s*)?(?:the\s+)?(?:\w+\s+){0,2}(?:committee|bureau|board|meeting|council|conference)\s+(?:\w+ly\s+)?(?!of\b)[a-z]+(?:ed|ook)\b"
)
HEAD = Cue(
    r"\W*(?:decisions?|conclusions?|resolutions?)\s*(?:no\.?\s*|nr\.?\s*)?(?:\d[\w/.-]*|[A-Z]{1,5}[\w/.-]*\d[\w/.-]*)?\s*[:\-\u2013\u2014]\s*(?=\S)",
    re.IGNORECASE,
)
OTHER_BODY = Cue(
    r"\b(?:\d{1,2}\s?(?:st|nd|rd|th)?\s?(?:MSP|RC|RevCon|CSP|COP)\b|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|(?:Eleven|Twelf|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twentie)th|\d+(?:st|nd|rd|th))\s+(?:Review\s+Conference|Meeting\s+of\s+(?:the\s+)?(?:States\s+)?Parties|Conference\s+of)"
    r"|General\s+Assembly|Review\s+Conference|Conference\s+of\s+(?:the\s+)?(?:States\s+)?Parties|Meeting\s+of\s+(?:the\s+)?States\s+Parties|States\s+Parties(?=\s+(?:had|have)\s+(?:\w+\s+)?(?:agreed|decided|adopted|approved|endorsed|welcomed)))"
)
_DECISION_OF = re.compile(
    r"\b(?:decisions?|directive|financial\s+decision)\b[^.;]{0,60}\b(?:adopted|taken|agreed|reached)\b"
)
_BY_IT = re.compile(
    r"\b(?:adopted|decided|agreed|established|mandated|approved|endorsed)\b[^.;]{0,120}\b(?:at|by|of|during)\s+(?:the\s+)?(?:closing\s+day\s+of\s+the\s+)?\Z"
)
_IT_DID = re.compile(
    r"[^.;]{0,60}\b(?:had\s+)?(?:adopted|decided|agreed|established|approved|mandated|endorsed|given)\b"
)
# What the committee itself decided some time ago.
EARLIER = Cue(
    rf"\b(?P<body>(?:\w+\s+)?{_BODY})\s+(?:had|has\s+previously|previously)\s+(?:\w+\s+)?(?:agreed|decided|adopted|approved|endorsed|resolved|requested|mandated|tasked)\b"
)
PAST = re.compile(
    r"\b(?:had\s+been|had\s+(?:agreed|decided|adopted|approved)|at\s+its\s+(?:\w+\s+)?(?:previous|last|first|second|third|fourth|fifth|sixth|seventh|eighth|\d+(?:st|nd|rd|th))\s+(?:meeting|session)|previously|earlier|in\s+(?:19|20)\d\d\s+the)\b"
)
NOT = re.compile(
    r"\b(?:not|never)\s+(?:\w+\s+)?(?:agreed|decided|adopted|approved|accepted|endorsed|yet)\b|\bno\s+(?:\w+\s+)?(?:decision|agreement|consensus)\b|\bany\s+agreed\b|\bif\s+(?:it\s+was\s+)?agreed\b|\bto\s+be\s+(?:agreed|decided|approved|adopted)\b|\bwhether\b[^.;]{0,60}\b(?:approved|adopted|agreed|decided|accepted)\b"
    r"|\bagreed\s+that\s+(?:the\s+|this\s+)?(?:\S+\s+){1,3}?(?:was|were|had|has|served)\b(?!\s+to\b)|\bwithdrawn\b[^.;]{0,10}\Z"
)
_OPINIONS = re.compile(
    r"\A[^.;]{0,40}\b(?:most|several|many|some|a\s+few|views?|positions?|opinions?|diverg\w*|delegations|members|no\s+agreement|not\s+yet|useful|fruitful|productive)\b"
)
# A decision that stands for what was said before it.
POINTS_BACK = re.compile(
    rf"\W*(?:(?:after|following)\s+[^.,;]{{3,40}},\s+)?(?:and\s+)?(?:it\s+was\s+so\s+(?:decided|agreed)|(?:the\s+)?{_BODY}\s+{_ADVERBS}(?:took\s+note|(?:so\s+)?(?:decided|agreed|concurred|approved)|(?:agreed\s+(?:to|with|on)|accepted|approved|endorsed|supported|adopted|took\s+note\s+of)\s+(?:this|it|these|that|(?:the|this|that|his|her|its)\s+{_ANSWERABLE}))(?:\s+(?:unanimously|by\s+consensus|accordingly|without\s+objection))?"
    rf"|there\s+(?:was|were|being)\s+no\s+objections?|no\s+objections?\s+(?:was|were)\s+(?:raised|made|voiced)|(?:this|that|(?:the|this|that|his|her)\s+{_ANSWERABLE})\s+(?:was|were)\s+(?:\w+ly\s+|so\s+)?(?:accepted|agreed(?:\s+to)?|approved|endorsed|adopted|granted|decided))\W*"
)
PROPOSED = re.compile(
    r"\b(?:propos|suggest|offer|request|recommend|ask|invit|call)\w*\b|\b(?:would|will|should)\b|\breport\w*\b"
)


def other_body(shadow: str, low: str) -> tuple[str, int, bool] | None:
    """The other body whose decision a sentence reports: its name, where it stands, and whether it stands with the verb."""
    body = OTHER_BODY.search(shadow)
    if not body:
        return None
    past = _BY_IT.search(low[: body.start()]) or _IT_DID.match(low[body.end() :])
    if not past and not _DECISION_OF.search(low):
        return None
    return " ".join(body[0].split()), body.start(), bool(past)


# "Peru reported that its project was approved", "once the text is approved", "approved by parliament": not here and now.
_REPORTED = re.compile(
    r"\b(?P<who>president|presidency|chair\w*)?\s*(?:\w+ly\s+|also\s+|then\s+|further\s+)?(?:(?P<telling>reported|informed|recalled|reminded|clarified|mentioned)|said|stated|explained|indicated|added|noted)\b[^.;]{0,100}?\bthat\b"
)
_CONDITION = re.compile(
    r"\b(?:once|when|if|until|unless|as\s+soon\s+as)\b[^.;,]{0,60}\Z|\b(?:after|before)\s+(?:it|they|this|the\s+\w+)\s+\Z"
)
_LAWS = re.compile(r"\b(?:bill|law|legislation|parliament|senate|cabinet|congress|national\s+assembly)\b")
_BY_OTHERS = re.compile(
    r"\s+(?:\w+ly\s+)?by\s+(?!(?:the\s+|all\s+|its\s+)?(?:\w+\s+)?(?:committee|meeting|bureau|board|council|group|members|participants|delegations|all|consensus|acclamation|correspondence|silence|agreement|parties|conference)\b)"
)


def is_elsewhere(low: str, found: re.Match[str]) -> bool:
    """Whether what was decided, with no body named, was decided by others, or will be."""
    if is_active(found):
        return False
    before = low[: found.start()]
    told = _REPORTED.search(before)
    if told and (told["telling"] or not told["who"]):
        return True
    return bool(_CONDITION.search(before) or _LAWS.search(low) or _BY_OTHERS.match(low, found.end()))


def is_active(found: re.Match[str]) -> bool:
    """Whether the words name the body that decides."""
    named = found.groupdict()
    return bool(named.get("body") or named.get("body_later") or named.get("body_backs"))


def is_weak(low: str, found: re.Match[str]) -> bool:
    """Words that sound like a decision and are none: "the meeting asked the coordinators whether"."""
    words, behind = found[0], low[found.end() :]
    if re.search(r"\b(?:invited|asked the|requested|tasked)\Z", words):
        return not re.match(r"\s+(?:the\s+)?(?:\w+\s+){0,4}?to\b|\s+that\b", behind)
    if words.endswith("confirmed") and re.match(r"\s+(?:its|their|his|her|that)\b", behind):
        return True
    if words.endswith("concluded that"):
        return bool(_OPINIONS.match(behind))
    if re.search(r"(?:took\s+note|noted)", words):
        return False
    if re.search(
        r"\b(?:group|members|participants|delegations|parties)\b.*\b(?:confirmed|accepted|requested|invited|chose)\b",
        words,
    ):
        return True
    if re.search(r"\b(?:was|were)\s+of\s+the\s+view\Z", words):
        return not re.search(r"\bcommittee\b|\bbureau\b|\bmeeting\b", words)
    return is_active(found) and words.endswith("agreed") and bool(re.match(r"\s+with\b", behind))
