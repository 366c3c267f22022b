"""Frames in which a word asks for a source: “was driven by”, “the world's biggest”, “a boon for”, “, angry at”.

A frame is what has to stand before the word and behind it, in the same sentence; the words are the list
`claim-frames`, each with the frames that it asks in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from hedgelint.annotate.claims.classes import (
    ADV,
    AGENT,
    BE,
    BREAK,
    CHANGE,
    COMMON,
    COPULA,
    DUTY,
    IN_A_LIST,
    ING,
    MEASURE,
    OBJECT,
    OFFICE,
    OPENS,
    PAST,
    POSSESSOR,
    SCOPE,
    THING,
    TREND,
)
from hedgelint.annotate.claims.deeds import DEEDS
from hedgelint.annotate.claims.figures import ASKED
from hedgelint.annotate.claims.frame import Frame
from hedgelint.annotate.claims.triggers import Trigger
from hedgelint.annotate.phrases import Hit
from hedgelint.annotate.senses import SensedTerms
from hedgelint.lexicon import Lexicons
from hedgelint.patterns import pattern_of
from hedgelint.span import Span

OWNER = "lexicon:claim-frames"
_BEFORE, _BEHIND = 80, 120  # code points looked at on either side


FRAMES: Mapping[str, Frame] = {
    "by-passive": Frame("effect", rf"(?P<from>\b{BE})\ {ADV}", rf"\ (?:[a-z]+\ )?{ADV}{AGENT}", PAST),
    "by-reduced": Frame(
        "effect",
        rf"(?<![\w’'])(?!(?:{BE}|has|have|had|not|to|and|or|get|got|he|she|they|it|who|which"
        rf"|that)\b)[a-z][\w’'-]+,?\ {ADV}",
        rf"\ (?:[a-z]+\ )?{ADV}{AGENT}",
        PAST,
    ),
    "active": Frame(
        "effect",
        r"(?<!\bto\ )(?<!\bnot\ )(?<!\bthe\ )(?<!\ba\ )(?<!\ban\ )(?<!\bof\ )(?<!\bby\ )(?<!n[’']t\ )(?<!\bis\ )"
        r"(?<!\bare\ )(?<!\bwas\ )"
        r"(?<!\bwere\ )(?<!\bbeen\ )(?<!\bbeing\ )(?<!\bbe\ )[\w’'”\",)]\ ",
        OBJECT,
        PAST,
    ),
    "result": Frame("effect", rf"{BREAK}(?:thereby\ |further\ |in\ the\ process\ )?{ADV}", OBJECT, ING),
    "moves": Frame("effect", r"(?<!\bto\ )(?<!\bnot\ )(?<!\bwas\ )(?<!\bwere\ )(?<!\bbeen\ )[a-z%\d]\ ", THING, PAST),
    "inference": Frame(
        "judgement",
        rf"(?:{BREAK}{ADV}|(?:{OPENS}(?:But\ |And\ |Yet\ )?(?:(?:This|That|It)\ |(?:The|His|Her|Their|Its)\ "
        rf"(?:[\w’'-]+\ ){{1,4}})"
        rf"|,\ which\ |,\ a\ (?:move|decision|result|fact)\ that\ )(?P<from>{ADV}))",
        r"\ (?:how|that|why|the|an?|what|just|both|growing|its|their|his|her|deep|wider|broader|[a-z]+\ [a-z])",
    ),
    "inference-that": Frame(
        "judgement",
        rf"(?:{BREAK}{ADV}|,\ which\ |\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\ "
        rf"(?:[\w’'-]+\ ){{1,12}}?(?P<from>(?:also\ |strongly\ )?))",
        r"\ (?:that\ |the\ |there\ |it\ |how\ |[a-z]+(?:ing)?\ (?:is|are|was|were|has|have|will|may|might|could)\b)",
    ),
    "sign": Frame(
        "judgement", rf"(?:{BREAK}|\bin\ |{COPULA}\ {ADV}|\bas\ )", r"\ (?:that|of\ (?!life\b|relief\b)|how|to)\b"
    ),
    "stands-as": Frame("effect", rf"(?:{BREAK}|\b{COPULA}\ |\bas\ ){ADV}", r""),
    "opens": Frame("effect", rf"{OPENS}(?:But\ |And\ |Yet\ )?", r",?\ \w"),
    "links": Frame("effect", rf"(?:{OPENS}(?:But\ |And\ )?|{BREAK})", r"\ \w"),
    "listed": Frame(
        "superlative",
        rf"{POSSESSOR}\ (?:(?:own|single|second|third|fourth|fifth|very|few|two|three|other|\d+)[\ -])?",
        rf"{MEASURE}\ (?!and\b)(?:[\w-]+\ ){{0,3}}?{IN_A_LIST}",
    ),
    "of-its-place": Frame(
        "superlative",
        rf"{POSSESSOR}\ (?:(?:own|single|second|third|fourth|fifth|very|few|two|three|other|\d+)\ )?(?:[a-z-]+(?:,"
        rf"|\ and)\ )?",
        rf"{MEASURE}\ (?:and\ (?:[\w-]+\ ){{1,2}})?[a-z]",
        soft=False,
    ),
    "one-of": Frame("superlative", r"\b(?P<from>[Oo]ne\ of|[Aa]mong)\ the\ (?:[a-z]+\ )?", r"\ [a-z][\w-]+"),
    "scoped": Frame(
        "superlative",
        r"\b(?P<from>the|an?|its|their)\ (?:(?:second|third|fourth|fifth|single|joint|[a-z]+ly"
        r"|[a-z]+\ and)[-\ ]){0,2}",
        rf"(?:[\ -][\w’'-]+){{0,6}}?,?\ {SCOPE}\b",
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
        rf"(?P<from>\b(?:{COPULA}|represents?|represented|marks|marked|dealt|amounts?\ to|amounted\ to|came\ as"
        rf"|comes\ as"
        rf"|serves?\ as|served\ as)\ {ADV}(?:an?|the|another|yet\ another|such\ an?|nothing\ short\ of\ an?))\ "
        rf"(?:[a-z-]+\ ){{0,2}}",
        r"(?:\ (?:for|of|to|in|on|that|when|because|as|after|with|and|but)\b|[.,;:!?–—]|\ -|\Z)",
    ),
    "verdict-adjective": Frame(
        "judgement",
        rf"(?P<from>\b{COPULA})\ {ADV}",
        r"(?:\ (?:for|to|in|and|but|because|as|that|given|of)\b|[.,;:–—]|\ -|\Z)",
    ),
    "it-is": Frame(
        "judgement",
        rf"(?P<from>\b(?:[Ii]t|[Tt]here)\ (?:{COPULA}|has\ been|would\ be|will\ be)|\b[Ii]t[’']s)\ {ADV}"
        rf"(?:perhaps\ |hardly\ )?",
        r"\ (?:that|to|how|why|the|they|he|she|it|there|this|these|what|from|also)\b",
    ),
    "it-is-likely": Frame(
        "prediction",
        rf"(?P<from>\b[Ii]t\ (?:{COPULA}|has\ been|would\ be|will\ be)|\b[Ii]t[’']s)\ {ADV}",
        r"\ (?!to\b|as\b)[a-z]",
    ),
    "compared": Frame(
        "superlative",
        r"(?P<from>\b(?:more|less|fewer|faster|slower|higher|lower|[a-z]{2,}[a-z]er)\b)[^.;:,]{0,40}\ ",
        r"\b",
    ),
    "state": Frame(
        "judgement",
        rf"(?P<from>\b{COPULA})\ {ADV}",
        r"(?:\ (?:from|by|of|for|as|after|because|over|in)\b|[.,;:]|\ [-–—]|\Z)",
    ),
    "has-been": Frame(
        "judgement", r"(?P<from>\b(?:has|have|had))\ ", r"\ (?!(?:in|at|on|to|a\ (?:member|fan))\b)[a-z]"
    ),
    "has": Frame(
        "judgement",
        r"(?P<from>\b(?:has|have|had|[Tt]here\ (?:is|are|was|were|remains?)|enjoys?|enjoyed|share|shared))\ "
        r"(?:[a-z]+ly\ )?",
        r"\b",
    ),
    "hedged-passive": Frame("cause", rf"(?P<from>\b{BE})\ ", r"\ [a-z]+(?:ed|en|it)\ by\b", soft=False),
    "anywhere": Frame("judgement", "", ""),
    "feels": Frame(
        "thought",
        rf"(?P<from>(?<!\bI)(?<!\b[Ww]e)(?<!\b[Yy]ou)(?<!\bif)\ (?:{COPULA}|grew|felt|feels?|appears?"
        rf"|appeared))\ {ADV}",
        r"(?:\ (?:with|about|at|over|that|to|by|of|for|and|because)\b|[.,;:–—]|\Z)",
    ),
    "feeling": Frame(
        "thought",
        rf"(?:{BREAK}|{OPENS}|\band\ ){ADV}(?:clearly\ |apparently\ |perhaps\ )?",
        r"\ (?:with|about|at|over|that|to|by|of|for|the|an?|it|they|he|she|their|his)\b",
    ),
    "forecast": Frame(
        "prediction", r"(?<!\bI)(?<!\b[Ww]e)(?<!\b[Yy]ou)\ ", rf"\ {ADV}(?:only\ |not\ |never\ )?{CHANGE}"
    ),
    "forecast-continues": Frame("prediction", r"(?P<from>\b(?:will|would|could|may|might))\ ", r"\ [a-z]+"),
    "may-be": Frame("prediction", rf"(?P<from>\b(?:may|might|could|will|would)\ be|\b{BE})\ {ADV}", r"\ [a-z]"),
    "is-set": Frame("prediction", rf"(?P<from>\b{COPULA})\ {ADV}", r"\ [a-z]"),
    "done-to": Frame(
        "accusation",
        rf"(?P<from>\b{BE})\ {ADV}",
        r"(?!\ (?:[\w’'-]+\ ){0,5}by\b)(?:\b"
        r"|[.,])",
        soft=True,
    ),
    "let-happen": Frame(
        "accusation",
        rf"(?P<from>\b{OFFICE}\ (?:have\ |has\ |had\ |also\ |repeatedly\ )*)",
        r"(?:\ [\w,’'-]+){1,5}\ to\ [a-z]",
    ),
    "has-changed": Frame(
        "effect",
        r"(?<![\w’'])(?!(?:he|she|they|it|we|you|who|and|i)\ )(?:[a-z]|(?<=[.!?\n]\ )[A-Z]"
        r"|(?<=\n)[A-Z])[\w’'-]+\ (?P<from>(?:has|have|had)\ "
        r"(?:[a-z]+ly\ |also\ |already\ |long\ )?)",
        rf"\ (?:(?:the|its|their|an?|many|some|whole|entire|local|public)\ )?(?:[\w’'-]+\ ){{0,4}}?{COMMON}",
    ),
    "trend": Frame(
        "judgement",
        rf"(?:{OPENS}(?:But\ |And\ |Yet\ |Meanwhile,\ )?(?:The\ |Its\ |Their\ )?|\b(?:and|but|as|while|where)\ |,\ )"
        rf"(?:[\w’'-]+\ ){{0,2}}?",
        rf"(?:\ (?:in|of|over|about|with|between|among|against|for|on)\ (?:[\w’'-]+\ ){{1,6}}?|\ )"
        rf"(?:has|have|had|is|are)"
        rf"\ (?:been\ )?(?:all\ but\ )?{ADV}{TREND}(?!\ (?:by\ )?(?:[$£€]?\d|to\ \d|from\ \d))",
    ),
    "at-risk": Frame(
        "effect",
        r"(?<!\bto\ )(?<!\bnot\ )[\w’'”\",)]\ ",
        r"\ (?:[\w,’'-]+\ ){1,7}?(?:at\ (?:(?:serious|great|greater|grave)\ )?risk|in\ (?:danger|jeopardy|limbo|peril"
        r"|poverty|debt|the\ dark)|under\ (?:pressure|strain|threat)|vulnerable|worse\ off|destitute|exposed\ to)\b",
    ),
    "reason-why": Frame(
        "cause",
        r"\b(?P<from>(?:died|lost|left|quit|resigned|withdrew|defected|failed|fell|collapsed|closed|rose|slumped"
        r"|suffered|sank|crashed|dropped|soared|late|low"
        r"|high|scarce|delayed|cancelled|bankrupt|out\ of\ money))\b[^.;:“”\"]{0,60}\ (?:only\ |simply\ )?",
        r"\ (?!(?:he|she|they)\ (?:said|was\ told)\b)[a-z]+\ [a-z]",
    ),
    "for-doing": Frame(
        "accusation",
        rf"(?P<from>\b{BE})\ {ADV}",
        r"\ (?:simply\ |merely\ )?for\ (?!(?:violating|breaching|failing|causing|killing|having|being|driving"
        r"|allegedly|poor)\b)[a-z]+ing\b",
    ),
    "duty-missed": Frame(
        "accusation",
        rf"\b(?P<from>(?:[Tt]he|[Ii]ts|[Tt]heir)\ (?:[\w-]+\ ){{0,2}}{DUTY}\ (?:has|have|had|repeatedly|also|still"
        rf"|then|\ ){{0,3}}\ ?)",
        r"\ (?!(?:score|win|reach|qualify|agree|convince|secure|attract|make\ (?:the|it)|sell|beat|comment|break|stop"
        r"|find)\b)[a-z]+",
    ),
    "crowd": Frame(
        "statistic",
        r"(?<!\bif\ )(?<!\bof\ )",
        r"(?:\ of\ (?:[\w’'-]+\ ){0,3}?[\w’'-]+|\ more)?(?:,\ [^,.]{1,40},)?"
        r"\ (?:(?:have|had|were|are|has)\ )?(?:been\ |also\ )?"
        r"(?:marched|marching|protested|rallied|demonstrated|fled|fleeing|displaced|killed|died|dying|starved"
        r"|starving"
        r"|stranded|turned\ out|took\ to\ the\ streets|evacuated|forced\ (?:from|out\ of|to\ flee)|left\ homeless"
        r"|without\ (?:power|water|electricity|a\ home)|lost\ (?:their|his|her)\ (?:jobs|homes|lives|savings)"
        r"|arrested"
        r"|detained|injured|wounded|hurt|massacred|imprisoned|missing|unemployed|living\ (?:in|on|below))\b",
    ),
    "deed-by": Frame(
        "accusation",
        r"\b(?:attacks?|killings?|murders?|massacres?|bombings?|raids?|atrocit\w+|abuses|crimes?|assassinations?"
        r"|shootings?|rapes?|thefts?|coup|fires?|sabotage|hack|leak|campaign|violence|unrest"
        r"|riots?)\b[^.;:,]{0,40}\ ",
        r"(?:\ by)?\ (?!(?:an?|two|three|four|five|six|\d+)\ (?:lone\ )?"
        r"(?:m[ae]n|wom[ae]n|gunm[ae]n|masked|people)\b)\w",
    ),
    "aims": Frame(
        "thought",
        rf"\b(?P<from>(?:decision|move|visit|plan|law|bill|attack|strike|statement|ban|speech|campaign|threat|letter"
        rf"|gesture|offer|timing|leak|ruling|policy|message|arrest|arrests|trial|vote|reform|advert|purge|raid|raids)"
        rf"\ (?:{BE}|seems|appears)\ {ADV})",
        r"\ [a-z]",
    ),
    "motive": Frame(
        "thought",
        r"\b(?!(?:struggled|tried|failed|sought|managed|wanted|hoped|refused|decided|helped|agreed|needed|used|vowed"
        r"|promised|pledged|continued|attempted|learned|asked|urged|told|allowed|required|expected|supposed)\b)"
        r"[a-z]+(?:ed|ew|ent|old|ave|ook|ade|eft|ept)\b[^.;:“”\"]{1,70}[a-z]\ "
        r"(?:in\ order\ |so\ as\ |only\ |merely\ )?",
        r"\ (?:the|an?|his|her|its|their|any|more|public|voters|[a-z]+)\b",
    ),
    "is-doing": Frame(
        "effect",
        rf"(?<![\w’'])(?!(?:he|she|they|it|we|you|who|and|i|police|officers|drivers|troops)\ )(?:[a-z]"
        rf"|(?<=[.!?\n]\ )[A-Z]|(?<=\n)[A-Z])[\w’'-]+"
        rf"\ (?P<from>(?:is|are|was|were)\ {ADV})",
        r"\ (?!(?:to|for|with|back|ahead|more|less|slowly|quickly|lessons|cars?|lorr(?:y|ies)|buses"
        r"|trains)\b)(?:up\ |down\ |out\ )?[a-z]",
        ING,
    ),
    "none-like": Frame(
        "superlative",
        rf"{OPENS}(?:But\ |And\ |Yet\ )?",
        r"\ (?:\w+ly\ )?(?:has|have|had|is|are|was|were|does|do|did|can)\b",
    ),
    "says-share": Frame("statistic", r"", r"\ (?!(?:chance|chances|of\ (?:the|his|her|them))\b)[a-z]"),
    "made-it": Frame(
        "effect",
        r"(?<![\w’'])(?!(?:he|she|they|we|you|who|and|i|to|not|by)\ )(?:[a-z]|(?<=[.!?\n]\ )[A-Z]"
        r"|(?<=\n)[A-Z])[\w’'-]+\ "
        r"(?P<from>(?:(?:has|have|had|is|are)\ )?)",
        r"\ (?:it|life|things|matters|them|many|people|him|her)\ "
        r"(?:(?:much|far|even|all|increasingly|more|less)\ ){0,2}"
        r"(?:(?:more|less)\ [a-z]+|harder|easier|worse|tougher|costlier|riskier|safer|cheaper|dearer|impossible"
        r"|difficult|unaffordable|poorer|richer|sicker|angrier)\b",
    ),
    "reason-is": Frame("cause", OPENS + r"(?:But\ |And\ |Yet\ )?", r"\ [^.;:“”\"]{3,70}\ (?:is|was|are|were|lies)\b"),
    "by-forces": Frame(
        "accusation",
        r"\b(?P<from>(?i:troops|soldiers|warplanes|jets|forces|police|guards|army|militias?|militiamen|rebels"
        r"|militants"
        r"|gunmen|drones|fighters|settlers|rioters|airstrikes|missiles|rockets|artillery|gunships|officers"
        r"|warders|wardens|bailiffs|bulldozers|raiders|agents)\ "
        r"(?:stationed\ [^.,;]{3,40}?\ )?(?:(?:have|has|had|also|then|again|repeatedly|later)\ ){0,2})",
        r"\ (?!(?:by|a\ (?:deal|blow|snag))\b)[\w]",
    ),
    "and-hurt": Frame(
        "toll",
        r",\ (?:also\ )?",
        r"\ (?:at\ least\ |more\ than\ |about\ |nearly\ |some\ |up\ to\ |as\ many\ as\ |an\ estimated\ )?"
        r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands|several)\b",
        ING,
    ),
    "broke-out": Frame(
        "cause",
        r"\b(?P<from>(?i:fire|blaze|explosion|row|fight|dispute|violence|unrest|clashes|protests?|riots?"
        r"|shooting|trouble"
        r"|argument|brawl|feud|rift|stampede|panic)\ (?:had\ )?)",
        r"\ (?:when|after|because|over)\b",
    ),
    "after-threat": Frame(
        "accusation",
        r"\b(?P<from>(?:shot|shoot|shoots|fired|opened\ fire|killed|tasered|wounded|arrested|tackled|restrained)\b"
        r"[^.;:“”\"]{1,60}\b(?:after|when|as|who)\ (?:he|she|they|(?:the|a|an)\ [a-z]+|had)?\ ?(?:had\ "
        r"|allegedly\ )?)",
        r"\b",
    ),
    "doing-wrong": Frame(
        "accusation",
        r"(?<![\w’'])(?!(?:he|she|they|it|we|you|who|i)\ )[\w’'-]+\ "
        r"(?P<from>(?:is|are|was|were|been)\ (?:also\ |still\ |now\ "
        r"|secretly\ |openly\ )?)",
        r"\ (?:the|its|their|an?|both|rebels|militants|militias|terrorists|separatists|arms|weapons|money"
        r"|millions|[A-Z])",
    ),
    "all-think": Frame(
        "thought",
        OPENS + r"(?:But\ |And\ |Yet\ )?",
        r"(?:\ (?:in|at|on|of|here|there|around|across)(?:\ [\w’'-]+){1,4}?)?\ "
        r"(?:\w+ly\ |still\ |also\ )?(?:wants?|trusts?"
        r"|supports?|opposes?|agrees?|expects?|cares?|likes?|hates?|resents?|knows?|remembers?|blames?|loves?"
        r"|welcomes?|(?:is|are|were|was)\ (?:against|in\ favour|in\ favor|behind|opposed|tired|sick|fed\ up)"
        r"|(?:has|have|had)\ lost\ (?:faith|patience|trust|hope|confidence|interest))\b",
    ),
    "under-way": Frame(
        "report",
        r"(?<!\bI)(?<!\b[Ww]e)\ (?P<from>(?:is|are|was|were|has\ been|have\ been)\ (?:also\ |now\ |still\ |already\ "
        r"|actively\ |reportedly\ |quietly\ |privately\ )?)",
        r"\ (?:to|with|on|about|over|an?|the|its|his|her|their|[a-z]+ing|[a-z]+s)\b",
    ),
    "whose-deed": Frame(
        "accusation", r"(?P<from>[\w.-]+(?:[’']s|s[’'])|\b(?:its|their))\ (?:[a-z-]+\ ){0,2}", r"\ [a-z]"
    ),
    **DEEDS,
}


@lru_cache(maxsize=128)
def _patterns(name: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    frame = FRAMES[name]
    form = pattern_of(frame.form, re.VERBOSE) if frame.form else None
    return pattern_of(rf"(?:{frame.before})\Z", re.VERBOSE), pattern_of(frame.behind, re.VERBOSE), form


class FrameFinder:
    def __init__(self, lexicons: Lexicons) -> None:
        self._terms = SensedTerms(lexicons, "claim-frames")

    def phrases(self) -> Mapping[str, Sequence[str]]:
        return {OWNER: self._terms.phrases()}

    def find(self, text: str, hits: Mapping[str, Sequence[Hit]]) -> Iterator[Trigger]:
        """A word in the first of its frames that holds, whichever entries have it."""
        told: Hit | None = None
        for hit, entry in self._terms.true_hits(text, hits.get(OWNER, ()), every=True):
            if hit is told:
                continue
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
                while text[start].isspace():
                    start += 1
                yield Trigger(
                    Span(start, hit.end), str(entry.get("reason", frame.reason)), ASKED, name, soft=frame.soft
                )
                told = hit
                break
