"""Frames in which a word asks for a source: “was driven by”, “the world's biggest”, “a boon for”, “, angry at”.

A frame is what has to stand before the word and behind it, in the same sentence; the words are the list
`claim-frames`, each with the frames that it asks in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from hedgelint.annotate.claims.figures import ASKED
from hedgelint.annotate.claims.triggers import Trigger
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

OWNER = "lexicon:claim-frames"
_BEFORE, _BEHIND = 80, 120  # code points looked at on either side

_ADV = (
    r"(?:(?:[a-z]+ly|also|still|now|already|then|just|even|once|often|soon|again|long|thus|very|too|so|quite|rather"
    r"|more|most|in\ part|in\ turn|at\ least|of\ course)\ ){0,2}"
)
_BE = r"(?:is|are|was|were|be|been|being|[’']s|[’']re)"
_COPULA = rf"(?:{_BE}|becomes?|became|become|remains?|remained|proves?|proved|seems?|seemed|looks?|looked)"
_OPENS = r"(?:\A|\n|[.!?][”\"’')]?\s)"
_BREAK = r"(?:[,;:]\ |\ [-–—]\ |[–—])"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# By what, where it is no person, no day, no number and no vehicle.
_AGENT = (
    rf"by\ (?!\d|(?:{_MONTH}|\w+day|now|then|hand|himself|herself|itself|him|her|them|me|us|you|police|voters"
    rf"|members)\b"
    r"|(?:Mr|Mrs|Ms|Dr|Sir|Lord|Judge)\b|[A-Z][\w’'-]+(?:,|\.|\ [A-Z]|\ (?:and|in|at|on|who|when|after|to)\b)"
    r"|(?:an?\ |the\ |his\ |her\ |its\ )?(?:[\w-]+\ ){0,2}(?:cars?|bus|train|lorry|truck|van|vehicle|bullets?|ball|tram"
    r"|taxi|cyclist|motorcyclist|driver|bicycle|rocket|missiles?|shells?|drones?|strikes?|stone|bottle|engine|motor"
    r"|battery|steam|man|woman|men|women|attackers?|gunm[ae]n|lightning|tree|explosions?|blasts?|bombs?"
    r"|bombings?|quakes?"
    r"|earthquakes?|formulas?|desire|ambition|greed|curiosity|aftershocks?|storms?|hurricanes?|typhoons?"
    r"|floods?|fires?|isotopes?|waves?|wind|winds)\b)"
)
_OBJECT = (
    r"\ (?!(?:by|in|to|at|from|on|off|out|of|when|after|before|and|or|but|him|her|them|me|us|it|that|for|with|as|under"
    r"|over|into|through|during|against|a\ (?:stir|scene|goal|penalty|corner))\b)[a-z]"
)
_THING = (
    r"\ (?:[\w-]+[’']s?\ )?(?:an?\ |the\ |its\ |their\ )?(?:[\w-]+\ ){0,2}?(?:prices?|profits?|sales|demand|growth"
    r"|confidence|sentiment|costs?|revenues?|shares?|stocks?|markets?|investors|dollar|pound|euro|yen|hopes"
    r"|morale|exports"
    r"|imports|output|spending|investment|earnings|margins|wages|hiring|econom(?:y|ies)|supply|supplies|trade|tourism"
    r"|recovery|popularity|ratings|credibility|reputation|trust|legitimacy|standing|chances|prospects|businesses)\b"
)
_SCOPE = (
    r"(?:since|ever|on\ record|of\ all\ time|in\ (?:living\ memory|history|(?:more\ than\ |over\ |at\ least\ |nearly\ "
    r"|almost\ |about\ )?(?:an?\ |the\ |its\ |their\ )?(?:[\w’'-]+\ )?(?:years|decades?|century|centuries|generations?"
    r"|world|country|nation|region|state|city|county|province|continent|hemisphere|industry|sector|history|area"
    r"|district"
    r"|town)|[A-Z][a-z]+)|of\ (?:its\ kind|the\ (?:19|20)\d\ds|the\ (?:year|decade|century|war|crisis)|(?:any|all)\b)"
    r"|worldwide|nationwide|globally|anywhere|to\ date|surviving|living|known|recorded)"
)
# What a directory or an office has in order of size.
_IN_A_LIST = (
    r"(?:[a-z]*(?:maker|brewer|builder|grower)s?|[a-z]*er(?:y|ies)|retailers?|lenders?|banks?|airlines?|carriers?|operators?"
    r"|producers?|exporters?"
    r"|importers?|manufacturers?|suppliers?|insurers?|grocers?|supermarkets?|chains?|firms?|compan(?:y|ies)"
    r"|groups?|networks?"
    r"|providers?|miners?|economy|economies|cit(?:y|ies)|towns?|islands?|lakes?|rivers?|mountains?|counties"
    r"|county|states?"
    r"|ports?|airports?|unions?|part(?:y|ies)|newspapers?|broadcasters?|employers?|markets?|hospitals?"
    r"|universit(?:y|ies)"
    r"|stadiums?|bridges?|buildings?|dams?|mines?|refiner(?:y|ies)|plants?|trading\ partners?|areas|regions?"
    r"|sectors?)\b"
)
_MEASURE = (
    r"(?!(?:\ [\w-]+){1,8}?\ (?:by|in\ terms\ of)\ (?:assets|revenues?|sales|market|volume|population|area"
    r"|number|size|output"
    r"|production|GDP|membership|value|turnover|passengers?|circulation|land|weight)\b)"
)
_POSSESSOR = (
    r"(?P<from>(?:(?<![\w’'])(?!(?:it|that|he|she|what|there|here|who|how|where|let|today|tonight|tomorrow"
    r"|yesterday|year"
    r"|week|weekend|month|day|season|night|morning|evening|afternoon|man|woman|one|everyone|everybody|people|life|child"
    r"|party|team|club|side)[’'])[\w.-]+(?:[’']s|s[’'])|(?<!\w)(?:its|their)))"
)
_CHANGE = (
    r"(?:struggle|suffer|fail|collapse|worsen|deteriorate|rise|fall|drop|grow|shrink|soar|plunge|plummet|surge|spread"
    r"|escalate|intensify|lead\ to|result\ in|cause|trigger|spark|fuel|damage|destroy|hurt|harm|undermine|weaken"
    r"|strengthen|boost|benefit|limit|hamper|threaten|jeopardi[sz]e|endanger|affect|drive|force|deter"
    r"|discourage|prevent"
    r"|solve|wipe\ out|cripple|cost|dominate|prove|tilt|tip|reshape|transform|derail|complicate|delay|revive|reignite"
    r"|anger|infuriate|alienate|embolden|make\ it\ (?:harder|easier|more|difficult)|find\ it\ (?:hard|difficult)"
    r"|have\ (?:a|an|little|no|far-reaching|serious|devastating)\ [\w ]{0,20}(?:impact|effect|consequences)"
    r"|be\ (?:felt|hard|difficult|impossible|worse|forced|remembered|devastating|disastrous|costly|painful|unable))\b"
)
_OFFICE = (
    r"(?:authorities|government|police|regulators?|officials|ministers|council|ministry|guards|troops|army|company|firm"
    r"|[A-Z][a-z]+)"
)

# What many people have a share in, so that whoever says how it fares has looked at more than one of them.
_COMMON = (
    r"(?:industr(?:y|ies)|econom(?:y|ies)|communit(?:y|ies)|towns?|cit(?:y|ies)|villages?|countr(?:y|ies)|nations?"
    r"|regions?|"
    r"part(?:y|ies)|markets?|trust|confidence|morale|lives|livelihoods|famil(?:y|ies)|business(?:es)?|environment|rivers?"
    r"|land|soil|relations?|relationship|tensions|trade|tourism|health|services?|schools?|hospitals?|reputation|peace"
    r"|careers?|public|societ(?:y|ies)|voters|opinion|debate|politics|system|sector|farms?|farmers|workers|crops"
    r"|harvests?|wildlife|landscape|coast|streets|neighbou?rhoods?|fears|anger|hopes|doubts|calls|questions|alarm"
    r"|divisions|credibility|image|standing|authority|democracy|stability|security|growth|demand|supply|supplies"
    r"|finances|income|sales|profits?|costs|bills|prices|rents|crisis|shortages?|unrest|violence|resentment|game|sport)\b"
)
_TREND = (
    r"(?:soar(?:ed|ing)|ris(?:en|ing)|fallen|falling|plummet(?:ed|ing)|plung(?:ed|ing)|worsen(?:ed|ing)"
    r"|deteriorat(?:ed|ing)|collaps(?:ed|ing)|sour(?:ed|ing)|spiral(?:led|ed|ling|ing)|surg(?:ed|ing)|declin(?:ed|ing)"
    r"|dwindl(?:ed|ing)|evaporat(?:ed|ing)|ebb(?:ed|ing)|wan(?:ed|ing)|grown|growing|mount(?:ed|ing)|spread(?:ing)?"
    r"|escalat(?:ed|ing)|intensif(?:ied|ying)|deepen(?:ed|ing)|eas(?:ed|ing)|improv(?:ed|ing)|increas(?:ed|ing)"
    r"|doubled|rocketed|turned\ (?:against|sour)|mushroomed|crumbled|crumbling|hardened|shifted|frayed"
    r"|broken\ down|become\ (?:more|less|worse))\b"
)
# Bodies that have a duty: what they failed to do is a charge.
_DUTY = (
    r"(?:hospital|council|government|ministry|department|police|force|school|trust|company|firm|bank|landlord|operator"
    r"|regulator|watchdog|agency|authorit(?:y|ies)|officials|ministers|managers|bosses|doctors|officers|prosecutors"
    r"|developer|airline|club|board|church|diocese|army|state|union|university|charity|insurer|contractor|owners?)"
)


class Frame(NamedTuple):
    """What stands `before` the word and `behind` it (patterns; a group `from` is where the words begin that are asked
    about), which `form` it has, and the reason unless the entry gives one. A `soft` one asks less than others."""

    reason: str
    before: str
    behind: str
    form: str = ""
    soft: bool = True


_PAST = r"(?!.*ing(?:\ \w+)?$).*(?:ed|[a-z]t|en|own|ew|ung|un|ove|et|ade)(?:\ \w+)?"
_ING = r".*ing(?:\ \w+)?"
FRAMES: Mapping[str, Frame] = {
    "by-passive": Frame("effect", rf"(?P<from>\b{_BE})\ {_ADV}", rf"\ (?:[a-z]+\ )?{_ADV}{_AGENT}", _PAST),
    "by-reduced": Frame(
        "effect",
        rf"(?<![\w’'])(?!(?:{_BE}|has|have|had|not|to|and|or|get|got|he|she|they|it|who|which"
        rf"|that)\b)[a-z][\w’'-]+,?\ {_ADV}",
        rf"\ (?:[a-z]+\ )?{_ADV}{_AGENT}",
        _PAST,
    ),
    "active": Frame(
        "effect",
        r"(?<!\bto\ )(?<!\bnot\ )(?<!\bthe\ )(?<!\ba\ )(?<!\ban\ )(?<!\bof\ )(?<!\bby\ )(?<!n[’']t\ )(?<!\bis\ )"
        r"(?<!\bare\ )(?<!\bwas\ )"
        r"(?<!\bwere\ )(?<!\bbeen\ )(?<!\bbeing\ )(?<!\bbe\ )[\w’'”\",)]\ ",
        _OBJECT,
        _PAST,
    ),
    "result": Frame("effect", rf"{_BREAK}(?:thereby\ |further\ |in\ the\ process\ )?{_ADV}", _OBJECT, _ING),
    "moves": Frame("effect", r"(?<!\bto\ )(?<!\bnot\ )(?<!\bwas\ )(?<!\bwere\ )(?<!\bbeen\ )[a-z%\d]\ ", _THING, _PAST),
    "inference": Frame(
        "judgement",
        rf"(?:{_BREAK}{_ADV}|(?:{_OPENS}(?:But\ |And\ |Yet\ )?(?:This|That|It|(?:The|His|Her|Their|Its)\ "
        rf"(?:[\w’'-]+\ ){{1,4}})"
        rf"|,\ which\ |,\ a\ (?:move|decision|result|fact)\ that\ )(?P<from>{_ADV}))",
        r"\ (?:how|that|why|the|an?|what|just|both|growing|its|their|his|her|deep|wider|broader|[a-z]+\ [a-z])",
    ),
    "inference-that": Frame(
        "judgement",
        rf"(?:{_BREAK}{_ADV}|,\ which\ |\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\ "
        rf"(?:[\w’'-]+\ ){{1,12}}?(?P<from>(?:also\ |strongly\ )?))",
        r"\ (?:that\ |the\ |there\ |it\ |how\ |[a-z]+(?:ing)?\ (?:is|are|was|were|has|have|will|may|might|could)\b)",
    ),
    "sign": Frame(
        "judgement", rf"(?:{_BREAK}|\bin\ |{_COPULA}\ {_ADV}|\bas\ )", r"\ (?:that|of\ (?!life\b|relief\b)|how|to)\b"
    ),
    "stands-as": Frame("effect", rf"(?:{_BREAK}|\b{_COPULA}\ |\bas\ ){_ADV}", r""),
    "opens": Frame("effect", rf"{_OPENS}(?:But\ |And\ |Yet\ )?", r",?\ \w"),
    "links": Frame("effect", rf"(?:{_OPENS}(?:But\ |And\ )?|{_BREAK})", r"\ \w"),
    "listed": Frame(
        "superlative",
        rf"{_POSSESSOR}\ (?:(?:own|single|second|third|fourth|fifth|very|few|two|three|other|\d+)[\ -])?",
        rf"{_MEASURE}\ (?!and\b)(?:[\w-]+\ ){{0,3}}?{_IN_A_LIST}",
    ),
    "of-its-place": Frame(
        "superlative",
        rf"{_POSSESSOR}\ (?:(?:own|single|second|third|fourth|fifth|very|few|two|three|other|\d+)\ )?(?:[a-z-]+(?:,"
        rf"|\ and)\ )?",
        rf"{_MEASURE}\ (?:and\ (?:[\w-]+\ ){{1,2}})?[a-z]",
        soft=False,
    ),
    "one-of": Frame("superlative", r"\b(?P<from>one\ of|among)\ the\ (?:[a-z]+\ )?", r"\ [a-z][\w-]+"),
    "scoped": Frame(
        "superlative",
        r"\b(?P<from>the|an?|its|their)\ (?:(?:second|third|fourth|fifth|single|joint|[a-z]+ly|[a-z]+\ and)[-\ ]){0,2}",
        rf"(?:[\ -][\w’'-]+){{0,6}}?,?\ {_SCOPE}\b",
        soft=False,
    ),
    "ranked": Frame(
        "superlative", r"\b(?P<from>second|third|fourth|fifth)[-\ ]", r"(?:\ [a-z]+){0,2}\ (?:in|of|on)\b", soft=False
    ),
    "one-of-few": Frame("superlative", r"\b(?P<from>one\ of)\ the\ (?:very\ )?", r"\ (?!of\b|to\b)[a-z]"),
    "most-of-all": Frame(
        "superlative", r"\b(?P<from>(?:the\ )?(?:most|highest|lowest|biggest|largest))\b[^.;,]{1,40}\ ", r"", soft=False
    ),
    "verdict-noun": Frame(
        "judgement",
        rf"(?P<from>\b(?:{_COPULA}|represents?|represented|marks|marked|dealt|amounts?\ to|amounted\ to|came\ as"
        rf"|comes\ as"
        rf"|serves?\ as|served\ as)\ {_ADV}(?:an?|the|another|yet\ another|such\ an?|nothing\ short\ of\ an?))\ "
        rf"(?:[a-z-]+\ ){{0,2}}",
        r"(?:\ (?:for|of|to|in|on|that|when|because|as|after|with)\b|[.,;:!?–—]|\ -|\Z)",
    ),
    "verdict-adjective": Frame(
        "judgement",
        rf"(?P<from>\b{_COPULA})\ {_ADV}",
        r"(?:\ (?:for|to|in|and|but|because|as|that|given|of)\b|[.,;:–—]|\ -|\Z)",
    ),
    "it-is": Frame(
        "judgement",
        rf"(?P<from>\b(?:[Ii]t|[Tt]here)\ (?:{_COPULA}|has\ been|would\ be|will\ be)|\b[Ii]t[’']s)\ {_ADV}"
        rf"(?:perhaps\ |hardly\ )?",
        r"\ (?:that|to|how|why|the|they|he|she|it|there|this|these|what|from|also)\b",
    ),
    "it-is-likely": Frame(
        "prediction",
        rf"(?P<from>\b[Ii]t\ (?:{_COPULA}|has\ been|would\ be|will\ be)|\b[Ii]t[’']s)\ {_ADV}",
        r"\ (?!to\b|as\b)[a-z]",
    ),
    "compared": Frame(
        "superlative",
        r"(?P<from>\b(?:more|less|fewer|faster|slower|higher|lower|[a-z]{2,}[a-z]er)\b)[^.;:,]{0,40}\ ",
        r"\b",
    ),
    "state": Frame(
        "judgement",
        rf"(?P<from>\b{_COPULA})\ {_ADV}",
        r"(?:\ (?:from|by|of|for|as|after|because|over|in)\b|[.,;:]|\ [-–—]|\Z)",
    ),
    "has-been": Frame(
        "judgement", r"(?P<from>\b(?:has|have|had))\ ", r"\ (?!(?:in|at|on|to|a\ (?:member|fan))\b)[a-z]"
    ),
    "has": Frame(
        "judgement",
        r"(?P<from>\b(?:has|have|had|there\ (?:is|are|was|were)|enjoys?|enjoyed|share|shared))\ (?:[a-z]+ly\ )?",
        r"\b",
    ),
    "hedged-passive": Frame("cause", rf"(?P<from>\b{_BE})\ ", r"\ [a-z]+(?:ed|en|it)\ by\b", soft=False),
    "anywhere": Frame("judgement", "", ""),
    "feels": Frame(
        "thought",
        rf"(?P<from>(?<!\bI)(?<!\b[Ww]e)(?<!\b[Yy]ou)(?<!\bif)\ (?:{_COPULA}|grew|felt|feels?|appears?"
        rf"|appeared))\ {_ADV}",
        r"(?:\ (?:with|about|at|over|that|to|by|of|for|and|because)\b|[.,;:–—]|\Z)",
    ),
    "feeling": Frame(
        "thought",
        rf"(?:{_BREAK}|{_OPENS}|\band\ ){_ADV}(?:clearly\ |apparently\ |perhaps\ )?",
        r"\ (?:with|about|at|over|that|to|by|of|for|the|an?|it|they|he|she|their|his)\b",
    ),
    "forecast": Frame(
        "prediction", r"(?<!\bI)(?<!\b[Ww]e)(?<!\b[Yy]ou)\ ", rf"\ {_ADV}(?:only\ |not\ |never\ )?{_CHANGE}"
    ),
    "forecast-continues": Frame("prediction", r"(?P<from>\b(?:will|would|could|may|might))\ ", r"\ [a-z]+"),
    "may-be": Frame("prediction", rf"(?P<from>\b(?:may|might|could|will|would)\ be|\b{_BE})\ {_ADV}", r"\ [a-z]"),
    "is-set": Frame("prediction", rf"(?P<from>\b{_COPULA})\ {_ADV}", r"\ [a-z]"),
    "done-to": Frame(
        "accusation", rf"(?P<from>\b{_BE})\ {_ADV}", r"(?!\ (?:[\w’'-]+\ ){0,5}by\b)(?:\b|[.,])", soft=True
    ),
    "let-happen": Frame(
        "accusation",
        rf"(?P<from>\b{_OFFICE}\ (?:have\ |has\ |had\ |also\ |repeatedly\ )*)",
        r"(?:\ [\w,’'-]+){1,5}\ to\ [a-z]",
    ),
    "has-changed": Frame(
        "effect",
        r"(?<![\w’'])(?!(?:he|she|they|it|we|you|who|and|i)\ )[a-z][\w’'-]+\ (?P<from>(?:has|have|had)\ "
        r"(?:[a-z]+ly\ |also\ |already\ |long\ )?)",
        rf"\ (?:(?:the|its|their|an?|many|some|whole|entire|local|public)\ )?(?:[\w’'-]+\ ){{0,4}}?{_COMMON}",
    ),
    "trend": Frame(
        "judgement",
        rf"(?:{_OPENS}(?:But\ |And\ |Yet\ |Meanwhile,\ )?(?:The\ |Its\ |Their\ )?|\b(?:and|but|as|while|where)\ |,\ )"
        rf"(?:[\w’'-]+\ ){{0,2}}?",
        rf"(?:\ (?:in|of|over|about|with|between|among|against|for|on)\ (?:[\w’'-]+\ ){{1,6}}?|\ )"
        rf"(?:has|have|had|is|are)"
        rf"\ (?:been\ )?{_ADV}{_TREND}(?!\ (?:by\ )?(?:[$£€]?\d|to\ \d|from\ \d))",
    ),
    "at-risk": Frame(
        "effect",
        r"(?<!\bto\ )(?<!\bnot\ )[\w’'”\",)]\ ",
        r"\ (?:[\w,’'-]+\ ){1,7}?(?:at\ (?:(?:serious|great|greater|grave)\ )?risk|in\ (?:danger|jeopardy|limbo|peril"
        r"|poverty|debt|the\ dark)|under\ (?:pressure|strain|threat)|vulnerable|worse\ off|destitute|exposed\ to)\b",
    ),
    "reason-why": Frame(
        "cause",
        r"\b(?P<from>(?:died|lost|failed|fell|collapsed|closed|rose|slumped|suffered|sank|crashed|dropped|soared|late|low"
        r"|high|scarce|delayed|cancelled|bankrupt|out\ of\ money))\b[^.;:“”\"]{0,60}\ (?:only\ |simply\ )?",
        r"\ (?!(?:he|she|they)\ (?:said|was\ told)\b)[a-z]+\ [a-z]",
    ),
    "for-doing": Frame(
        "accusation",
        rf"(?P<from>\b{_BE})\ {_ADV}",
        r"\ (?:simply\ |merely\ )?for\ (?!(?:violating|breaching|failing|causing|killing|having|being|driving"
        r"|allegedly|poor)\b)[a-z]+ing\b",
    ),
    "duty-missed": Frame(
        "accusation",
        rf"\b(?P<from>(?:[Tt]he|[Ii]ts|[Tt]heir)\ (?:[\w-]+\ ){{0,2}}{_DUTY}\ (?:has|have|had|repeatedly|also|still"
        rf"|then|\ ){{0,3}}\ ?)",
        r"\ (?!(?:score|win|reach|qualify|agree|convince|secure|attract|make\ (?:the|it)|sell|beat|comment|break|stop"
        r"|find)\b)[a-z]+",
    ),
    "crowd": Frame(
        "statistic",
        r"(?<!\bif\ )(?<!\bof\ )",
        r"(?:\ of\ (?:[\w’'-]+\ ){0,3}?[\w’'-]+|\ more)?(?:,\ [^,.]{1,40},)?"
        r"\ (?:(?:have|had|were|are|has)\ )?(?:been\ |also\ )?"
        r"(?:marched|marching|protested|rallied|demonstrated|fled|fleeing|displaced|killed|died|dying|starved|starving"
        r"|stranded|turned\ out|took\ to\ the\ streets|evacuated|forced\ (?:from|out\ of|to\ flee)|left\ homeless"
        r"|without\ (?:power|water|electricity|a\ home)|lost\ (?:their|his|her)\ (?:jobs|homes|lives|savings)|arrested"
        r"|detained|injured|wounded|hurt|massacred|imprisoned|missing|unemployed|living\ (?:in|on|below))\b",
    ),
    "deed-by": Frame(
        "accusation",
        r"\b(?:attacks?|killings?|murders?|massacres?|bombings?|raids?|atrocit\w+|abuses|crimes?|assassinations?"
        r"|shootings?|rapes?|thefts?|coup|fires?|sabotage|hack|leak|campaign|violence|unrest|riots?)\b[^.;:,]{0,40}\ ",
        r"(?:\ by)?\ (?!(?:an?|two|three|four|five|six|\d+)\ (?:lone\ )?"
        r"(?:m[ae]n|wom[ae]n|gunm[ae]n|masked|people)\b)\w",
    ),
    "says-share": Frame("statistic", r"", r"\ (?!(?:chance|chances|of\ (?:the|his|her|them))\b)[a-z]"),
    "whose-deed": Frame(
        "accusation", r"(?P<from>[\w.-]+(?:[’']s|s[’'])|\b(?:its|their))\ (?:[a-z-]+\ ){0,2}", r"\ [a-z]"
    ),
}


@lru_cache(maxsize=128)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    frame = FRAMES[name]
    form = pattern_of(frame.form, re.VERBOSE) if frame.form else None
    return pattern_of(rf"(?:{frame.before})\Z", re.VERBOSE), pattern_of(frame.behind, re.VERBOSE), form


class FrameFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = SensedTerms(lexicons["claim-frames"].entries)

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {OWNER: self._terms.terms}

    def find(self, text: str, hits: Mapping[str, tuple[Hit, ...]]) -> Iterator[Trigger]:
        """A word in the first of its frames that holds."""
        for hit, entry in self._terms.true_hits(text, hits.get(OWNER, ())):
            word = text[hit.start : hit.end].lower()
            low, high = max(0, hit.start - _BEFORE), hit.end + _BEHIND
            for name in entry["frames"]:
                left, right, form = _patterns(name)
                if form is not None and not form.fullmatch(word):
                    continue
                led = left.search(text, low, hit.start) if right.match(text, hit.end, high) else None
                if led is None:
                    continue
                frame = FRAMES[name]
                start = led.start("from") if led.groupdict().get("from") else hit.start
                yield Trigger(
                    Span(start, hit.end), str(entry.get("reason", frame.reason)), ASKED, name, soft=frame.soft
                )
                break
