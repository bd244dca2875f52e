"""The stages on the way to joining a convention, by the words that tell them."""

from __future__ import annotations

import re

from corcom.minutes.domain.reading import Stage
from corcom.minutes.domain.said.any_of import any_of
from corcom.minutes.domain.text.cues import Cue, with_words_in

_HOUSES = r"(?:parliament|(?<!general\s)assembly|house\s+of\s+\w+|house|senate|congress|chambers?(?:\s+of\s+\w+)?|landtag|bundestag|knesset|diet|duma|majlis|legislature|legislators|lawmakers)"
_DRAFT = r"(?:bills?|(?:draft\s+)?laws?|legislation|matter|file|convention|treaty|protocol|ratification|accession|request|proposal|package|documents?|it)"
_JOIN = r"(?:ratif(?:y|ying|ication)\b|acced(?:e|ing)\b|accession\b|join(?:ing)?\b|deposit(?:ing)?\b|adhere(?:nce)?\b|becom(?:e|ing)\s+(?:a\s+)?(?:state\s+)?party|membership)"
_TREATY = r"(?:the\s+)?(?:convention|treaty|protocol|agreement|ccm|apmbc|att|bwc|mine\s+ban)"
_HAVE = (
    r"(?:has|have|had|having)\s+(?:(?:now|already|recently|since|also|finally|just|both|all|formally|meanwhile)\s+)*"
)
_SIGNING = r"(?:signature|signing|promulgation|royal\s+assent|presidential\s+assent)"

# In this order: what is said of a later stage goes before what is said of an earlier one, and a vote that is still to
# come in one house before the vote that was taken in the other.
_STAGES: tuple[tuple[Stage, Cue], ...] = (
    ("deposited", any_of(
        rf"\b{_HAVE}(?:deposited|ratified(?!\s+the\s+minutes)|acceded|(?:submitted|handed\s+over|lodged)\s+(?:their|its|an|the)\s+instruments?|consented\s+to\s+be\s+bound)\b",
        rf"\b(?:{_HAVE})?(?:joined|become|became)\s+(?:{_TREATY}|in\s+(?:\w+\s+)?(?:19|20)\d\d|as\s+(?:the|a)\b|(?:an?\s+|the\s+)?(?:\S+\s+)?(?:new\s+)?(?:states?[\s-])?part(?:y|ies)\b|(?:its|the)\s+\S+\s+member)",
        r"\b(?:deposited|submitted|handed\s+over|lodged)\s+(?:its|their|his|her|an?|the)\s+instruments?\b",
        r"\binstruments?\b[^.;]{0,40}\b(?:was|were|been)\s+(?:deposited|received\s+by\s+the\s+depositary|lodged)\b",
        r"\bdeposited\s*(?:(?:on|in|at|with)\b|\d|[.,;]|\Z)",
        r"\bdeposit\s+of\s+(?:its|their)\s+instruments?(?:\s+of\s+\w+)?\s+(?:on|in)\s+\d",
        rf"\bratified\s+(?:{_TREATY}|it\b|on\b|in\b|last\b|this\b)",
        r"\bratified\s*(?:[.,;)]|\Z)",
        r"\bacceded\b",
        r"\b(?:accession|ratification|membership)\b[^.;]{0,20}\b(?:(?:was|is)\s+to\s+take|took|takes|will\s+take|would\s+take)\s+effect\b",
        r"\bwith\s+(?:its|their)\s+(?:accession|ratification)\s+(?:in|on)\b",
        r"\bbrought\s+(?:the\s+)?(?:total\s+)?(?:number|total|membership|count)\b",
        r"\b(?:was|were|is|being|been)\s+the\s+(?:last|latest|most\s+recent|newest)\b(?!\s+(?:to\s+speak|speaker))",
        r"\bas\s+(?:the\s+|a\s+|an\s+|its\s+)?(?:\S+\s+)?(?:new(?:est)?|latest|\d+(?:st|nd|rd|th))\s+(?:states?|member|part)",
        r"\b(?:is|are)\s+now\s+(?:a\s+)?(?:states?\s+)?part(?:y|ies)\b",
        r"\A\s*(?:on|upon|for)\s+(?:its|their)\s+(?:recent\s+)?(?:ratification|accession)\b",
    )),
    ("blocked", any_of(
        r"\b(?:disagreements?|complicated|delay(?:ed|s)|blocked|hesitant|reluctan(?:t|ce)|no\s+intention)\b",
        r"\b(?:(?:not|never)\s+inten(?:d|ded|ding)|(?<!no\s)obstacles?|(?<!no\s)barriers?)\b",
        r"\b(?:not\s+(?:a\s+|an?\s+immediate\s+)?(?:high\s+)?priority|no\s+priority)\b",
        r"\bother\s+(?:\w+\s+)?(?:priorities|had\s+priority|has\s+priority)\b",
        r"\b(?:had|has|have|took)\s+(?:priority|precedence)\b",
        rf"\b(?:(?:could|can|would|will)\s*not\s+(?:be\s+able\s+to\s+)?{_JOIN}|cannot\s+{_JOIN})\b",
        rf"\b(?:(?:not|un)\s*(?:yet\s+|currently\s+)?(?:in\s+a\s+position|ready|able|willing|prepared)\s+to\s+{_JOIN}|opposed)\b",
        r"\b(?:stalled|suspended|on\s+hold|put\s+off|postponed|shelved|withdrawn|rejected|deadlock|stuck|standstill)\b",
        r"\b(?:no\s+progress|no\s+movement|no\s+change\s+of\s+(?:position|policy))\b",
        r"\b(?:position|policy)\s+(?:had\s+|has\s+)?(?:not\s+changed|remain(?:ed|s)\s+(?:unchanged|the\s+same)|(?:was|is)\s+unchanged)\b",
        r"\b(?:nothing\s+had\s+moved|lack\s+of\s+(?:a\s+)?(?:quorum|political\s+will)|held\s+(?:\w+\s+)?up\b|slowed\b)\b",
        r"\b(?:returned\s+to\s+the|sent\s+back|waiting\s+for\s+(?:each\s+other|one\s+another))\b",
        r"\b(?:(?:security|political|military)\s+(?:situation|concerns|considerations)|dissol(?:ved|ution)|ruled\s+out)\b",
        r"\b(?:not\s+on\s+(?:its|the|their)\s+agenda|linked\s+(?:its|the|their)|conditional\s+on)\b",
        r"\bmade\s+(?:its|their)\s+\w+\s+depend\w*",
    )),
    ("instrument_signed", any_of(
        r"\bsigned\s+(?:the|its|their)\s+(?:instruments?|law|bill|act|decree)",
        r"\binstruments?\b[^.;]{0,60}?\b(?<!to\sbe\s)(?:was|were|been|had\s+been|is|now)\s+signed\b",
        r"\bsigned\s+instruments?\b",
        r"\binstruments?\b[^.;]{0,60}\b(?:on\s+(?:its|the)\s+way|in\s+transit|sent|forwarded|transmitted)\b",
        r"\bgood\s+news\b[^.;]{0,120}\bsigned\b",
        r"\bpromulgated\b",
    )),
    ("before_parliament", any_of(
        rf"\bvotes?\b[^.;]{{0,40}}\b{_HOUSES}\b[^.;]{{0,20}}\b(?:pending|outstanding|awaited|expected|to\s+follow|due)\b",
        r"\bbefore\s+the\s+(?:constitutional|supreme)\s+court\b",
        r"\b(?:still\s+had\s+to|had\s+still\s+to|had\s+yet\s+to|remained\s+to)\s+(?:be\s+)?(?:pass|vot|approv|adopt)\w*",
    )),
    ("procedure_completed", any_of(
        r"\b(?:finali[sz]ed|completed|concluded|finished)\s+(?:\w+\s+)?(?:the|its|their|all|his|her)?\s*(?:\w+\s+)?(?:domestic|internal|national|parliamentary|constitutional|legal|ratification|accession|procedures?)\b",
        r"\b(?:ratification|accession|procedures?|process)\b[^.;]{0,30}\b(?:has|have|had|was|were)\s+(?:been\s+)?(?:now\s+)?(?:completed|concluded|finali[sz]ed)\b",
        rf"\b{_HOUSES}\s+(?:had\s+|has\s+|have\s+)?(?:now\s+|already\s+|unanimously\s+|just\s+|recently\s+|since\s+)?(?:approved|adopted|voted\s+(?:for|in\s+favou?r|on)|ratified|passed|authori[sz]ed|endorsed|cleared)\b",
        rf"\b(?:approved|adopted|passed|cleared|authori[sz]ed)\s+(?:\w+\s+)?by\s+(?:the\s+|its\s+|both\s+|their\s+)?(?:houses|{_HOUSES})\b",
        r"\b(?:approved|passed|adopted)\s+(?:its|the|their)\s+(?:\w+\s+)?(?:bill|law|act)\b",
        r"\b(?:bill|law|act|legislation)\s+(?:had\s+|has\s+)?(?:been\s+)?(?:passed|adopted|enacted)\b",
        r"\b(?:cabinet|government)\s+(?:had\s+|has\s+)?(?:approved|decided\s+on|agreed\s+to)\s+(?:the\s+)?(?:accession|ratification)\b",
        r"\b(?:final|last)\s+(?:stages?|phases?|steps?)\b",
        rf"\b(?:await|for|only|lack|miss|need)\w*\b[^.;]{{0,40}}\b{_SIGNING}\b",
        rf"\b{_SIGNING}\b[^.;]{{0,40}}\b(?:was|is|remained)\s+(?:missing|outstanding|awaited|pending|lacking|expected)\b",
        r"\b(?:only|merely|just)\s+the\s+(?:deposit|instrument)\b",
        r"\b(?:deposit|instrument)\b[^.;]{0,20}\b(?:alone|only)\s+(?:remain|was\s+missing)",
        r"\b(?:instruments?|law|bill)\b[^.;]{0,40}\bto\s+be\s+signed\b",
        r"\breceived\s+(?:the\s+)?(?:royal|presidential)\s+assent\b",
        r"\bmatter\s+of\s+(?:days|weeks)\b",
        r"\bready\s+(?:for|to)\s+(?:be\s+)?(?:deposit|sign)",
    )),
    ("announced", any_of(
        rf"\b(?:promised|pledged|undertook|intend(?:s|ed)?|plan(?:s|ned)?|hoped|hopes)\s+to\s+(?:put|submit|present|table|introduce|bring|send)\b[^.;]{{0,60}}\b(?:parliament|{_HOUSES})\b",
    )),
    ("before_parliament", any_of(
        rf"\b(?:before|in|with|to|by|at)\s+(?:the\s+|its\s+|their\s+|both\s+|a\s+)?(?:\w+\s+){{0,2}}{_HOUSES}\b",
        rf"\b{_DRAFT}\b[^.;]{{0,80}}\b(?:tabled|first\s+reading|second\s+reading|third\s+reading|in\s+committee|gazett\w*|debated|{_HOUSES})\b",
        rf"\b{_HOUSES}\b[^.;]{{0,80}}\b(?:ratif\w*|bill|votes?|voting|accession|consider\w*|take\s+up|matter|debat\w*|agenda|convention|hearing|scrutin\w*)\b",
        r"\bparliamentary\s+(?:approval|procedure|process|committee|debate|consideration)\b",
        r"\bprocess(?:es)?\s+(?:\w+\s+)?under\s*way\b",
        r"\bratification\s+process\b",
        r"\b(?:well|far)\s+advanced\b",
        r"\bin\s+the\s+process\s+of\s+(?:ratifying|acceding|joining)\b",
        r"\b(?:ratification|accession|procedures?)\b[^.;]{0,30}\b(?:under\s*way|ongoing|in\s+progress|in\s+train|advanc(?:ed|ing)|proceeding|pending)\b",
        r"\bfirst\s+reading",
        r"\bsecond\s+reading",
    )),
    ("announced", any_of(
        rf"\b(?:would|will|shall|should|could\s+soon|intend(?:s|ed)?\s+to|intention\s+to|expect(?:s|ed)?\s+to|plan(?:s|ned)?\s+to|hop(?:es|ed|ing)\s+to|aim(?:s|ed)?\s+to|wish(?:es|ed)?\s+to|commit(?:s|ted)\s+to|commitment\s+to|promised\s+to|pledged\s+to|undertook\s+to|ready\s+to|prepar(?:ed|ing)\s+to|about\s+to|decided\s+to|due\s+to|likely\s+to|next\s+step|on\s+track\s+to|determined\s+to|(?:was|were|is|are)\s+to)\b[^.;]{{0,60}}\b(?:{_JOIN}|sign|complete\w*|take\s+up|discuss\s+the\s+(?:file|matter|bill))\b",
        r"\b(?:high\s+probability|imminent)\b",
        rf"\b(?:{_JOIN}\s+(?:(?:was|is|were)\s+)?(?:\w+\s+)?(?:expected|foreseen|anticipated|planned|envisaged|likely|near|close))\b",
        r"\b(?:deposit\b[^.;]{0,30}\b(?:expected|foreseen|anticipated|planned|imminent|to\s+take\s+place))\b",
        r"\b(?:expect\w*\s+(?:\w+\s+)?(?:deposit|ratification|accession))\b",
        rf"\b(?:{_JOIN}\b[^.;]{{0,25}}\b(?:will|would)\s+(?:be\s+completed|follow|take\s+place|happen))\b",
        r"\b(?:(?:will|would)\s+(?:soon\s+)?be\s+(?:deposited|ratified|completed))\b",
        rf"\b(?:goal|aim|intention|hope)\s+of\s+{_JOIN}",
        r"\b(?:about\s+to|would|will)\s+(?:soon\s+)?follow(?=\s*(?:[.,;)]|\Z|soon\b|shortly\b|suit\b|in\b|by\b))",
        rf"\bclose\s+to\s+(?:\w+\s+)?{_JOIN}",
        r"\binstruments?\s+(?:would|will)\s+be\s+ready\b",
        r"\b(?:promised|pledged|foresaw|foresees|confirmed)\s+(?:its\s+|the\s+|early\s+)?(?:accession|ratification)\b",
        r"\b(?:approved|authori[sz]ed|endorsed|decided\s+on|agreed\s+to)\s+(?:the\s+|its\s+)?(?:accession|ratification)\b",
        r"\bannounced\s+(?:its|the|their)\s+(?:forthcoming\s+|imminent\s+)?(?:ratification|accession)\b",
    )),
    ("considering", any_of(
        rf"\b(?:consider|stud|examin|review|explor|weigh|assess|discuss)\w*\b[^.;]{{0,40}}\b(?:{_JOIN}|signature)",
        r"\b(?:still\s+)?(?:had|has|have)\s+not\s+(?:yet\s+)?(?:joined|acceded|ratified|signed)\b",
        rf"\b(?:had|has|have)\s+(?:yet|still)\s+to\s+{_JOIN}",
        r"\bsigned\s+but\s+(?:had\s+|has\s+)?not\s+(?:yet\s+)?ratified\b",
        r"\bupdate\s+on\s+the\s+ratification\b",
        r"\bundecided\b",
        rf"\b{_JOIN}\b[^.;]{{0,30}}\b(?:under\s+(?:active\s+)?(?:consideration|review|study|discussion))\b",
        rf"\b(?:may|might|could)\s+(?:be\s+in\s+a\s+position\s+to\s+)?{_JOIN}\b",
        r"\b(?:start|beg[aiu]n|launch|initiat)\w*\s+(?:its|their|the)\s+(?:\w+\s+)?(?:procedure|process|consultation)s?\b",
    )),
)  # fmt: skip
# Said of a State where the text speaks of joining anyway; elsewhere such words mean anything.
_LEANING = any_of(
    r"\b(?:interest(?:ed)?(?=\s+in\s+(?:the\s+(?:convention|treaty)|joining|accession|acced|ratif|becom)|\s*[.,;]|\s+but|\s*\Z))\b",
    r"\b(?:interest\b(?!\s+in\b)|positive(?:ly)?|favourabl[ey]|sympathetic)\b",
    r"\b(?:open\s+to\s+(?:accession|joining|ratif\w+|the\s+(?:idea|convention|treaty)))\b",
    r"\b(?:(?:(?:asked|asks|ask)\s+for|request(?:ed|s)|needs?|needed|sought|seeks)\s+(?:\w+\s+){0,2}(?:help|assistance|advice|support|briefing|(?:model\s+)?(?:law|legislation)|information|guidance|translation|expert\w*|visit))\b",
    r"\b(?:(?:a)?waiting\s+(?:for\s+)?(?:instructions|a\s+reply|guidance))\b",
    r"\b(?:no\s+(?:\w+\s+)?(?:mandate|instructions)|in\s+touch)\b",
    r"\b(?:(?:look(?:ing|ed)\s+(?:at|into)|(?:stud(?:y|ied|ying)|examin(?:ing|ed)|reflect(?:ing|ed)\s+on|explor(?:ing|ed)))\s+(?:the\s+|its\s+|this\s+)?(?:convention|treaty|text|matter|question|issue|subject|possibilit\w+|implications?|obligations|option|accession|ratification))\b",
    r"\b(?:file\b|on\s+(?:its|their|the)\s+agenda|gap\s+analysis|inter-?ministerial|inter-?agency)\b",
    r"\bconsultations?\b[^.;]{0,30}\b(?:on-?going|under\s*way|continu\w+)\b",
    r"\b(?:internal\s+consultations?|consulting|carr(?:ying|ied)\s+out\s+(?:\w+\s+)?consultations)\b",
    r"\b(?:draft(?:ing)?\s+(?:\w+\s+)?(?:legislation|law|bill)|cabinet|council\s+of\s+ministers)\b",
    r"\b(?:attorney[\s-]general|under\s+(?:review|consideration|study)|considering|translat(?:ed|ion))\b",
    r"\b(?:legal\s+(?:review|analysis|advice)|undecided|domestic\s+procedures?|internal\s+procedures?)\b",
)
# Whoever goes "to support the ratification" says nothing of how far it is, nor who speaks of "States that had not joined".
_IN_ORDER_TO = re.compile(
    r"\b(?:to|of|for)\s+(?:support|encourag|promot|discuss|assist|help|facilitat|urg|rais|press|invit|advanc|accelerat|speed|follow|ask|explor)\w*\b[^.;]{0,60}\Z|\b(?:invited|encouraged|urged|asked)\s+to\s+\Z|\b(?:states|signatories|countries|governments|those)\s+(?:which|that|who)\s+\Z"
)
_NOT_YET = re.compile(
    r"\b(?:not|never|yet\s+to|still\s+to|nor|if|once|until|unless|whether|before|would|will|could|may|might|to\s+be)\b[^,;]{0,20}\Z|\bto\s+\Z"
)

_PATTERNS = tuple(pattern for _, pattern in _STAGES)


def stage_of(said: str, *, on_joining: bool) -> tuple[Stage, int] | None:
    """The stage that lower-case words tell of, and where they do; `on_joining`: the text around speaks of joining."""
    worth = with_words_in(said, _PATTERNS)
    for stage, pattern in _STAGES:
        if pattern not in worth:
            continue
        for found in pattern.finditer(said):
            before = said[max(0, found.start() - 90) : found.start()]
            if not (_IN_ORDER_TO.search(before) or (stage == "deposited" and _NOT_YET.search(before[-30:]))):
                return stage, found.start()
    if on_joining and (found_leaning := _LEANING.search(said)):
        return "considering", found_leaning.start()
    return None
