"""Frames of whole clauses: who did what to whom, by the class of the verb, its tense and the class of its object.

“The head bullied staff”, “the tax drove two hundred people out of the valley”, “the ban has left thousands without a
doctor”, “screens are making children ill”, “he died after police held him down”.
"""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.annotate.claims.classes import ADV, BE, COMMON, COPULA, ING, OPENS, PAST
from hedgelint.annotate.claims.frame import Frame

_ABOUT = (
    r"(?:(?:at\ least|more\ than|over|nearly|almost|about|around|some|up\ to|as\ many\ as|an\ estimated|most|many"
    r"|all\ but)\ )?"
)
_PEOPLE = (
    r"(?:people|persons|men|women|children|girls|boys|teenagers|youngsters|young(?:\ people)?|families|households|couples"
    r"|parents|mothers|fathers|pensioners|residents|villagers|islanders|locals|neighbours|neighbors|tenants|renters"
    r"|homeowners"
    r"|landlords|migrants|refugees|pupils|students|teachers|nurses|doctors|patients|staff|workers|labourers|laborers"
    r"|employees|miners|fishermen|fishers|drivers|passengers|commuters|motorists|cyclists|customers|shoppers|savers"
    r"|borrowers|investors|taxpayers|voters|members|fans|players|farmers|growers|herders|pastoralists|ranchers|hawkers"
    r"|vendors|traders|shopkeepers|retailers|shops|pubs|businesses|firms|companies|suppliers|communities|villages|towns"
    r"|victims|survivors|inmates|prisoners|detainees|protesters|citizens|addicts|gamblers|millions|thousands|hundreds"
    r"|dozens|scores)"
)
_WORD = r"(?!(?:to|of|for|in|by|with|from|at|on|that|and|or|as|it|than)\b)[\w’',-]+"
_OF_PEOPLE = (
    rf"{_ABOUT}(?:(?:(?:tens|hundreds)\ of\ )?(?:dozens|scores|hundreds|thousands|millions)\ of\ )?(?:the\ )?"
    rf"(?:{_WORD}\ ){{0,3}}?{_PEOPLE}"
)
# Behind a verb: its object, and no particle, no preposition and no joint.
_THING = (
    r"\ (?!(?:by|in|to|at|from|on|off|out|of|when|after|before|and|or|but|that|for|with|as|under|over|into|through"
    r"|during|against|until|while|if|because|more|less|often|well|back|up|down|away|around|him|herself|himself|itself|themselves|is|was|were"
    r"|are|has|had|last|this|yesterday)\b)[\w£$€“\"‘]"
)
_HAVE = r"(?:(?:has|have|had|also|then|later|allegedly|[a-z]+ly)\ )"
# Who does it: not the reader, and not whom nobody has found yet.
_DOER = (
    r"(?<![\w’'])(?!(?:I|i|we|We|you|You|who|whom|that|which|to|not|never|of|by|[Tt]he|[Aa]n?|feels?|felt|his|her|its|their|is|are|was|were"
    r"|be|been|being|get|got|thieves|burglars|robbers|raiders|vandals|gunm[ae]n|attackers|hackers|pirates|or|other|some"
    r"|two|three|four|more|any|no|no-one|nobody|with|for|from|in|on|as|at)\ )"
)
# What does it: a thing. A blaze, a flood or a shell that destroys a town is the event itself.
_CAUSER = (
    r"(?<![\w’'])(?!(?:he|she|they|we|you|who|which|that|and|or|i|to|not|by|of|is|are|was|were|be|been|being|the|an?"
    r"|its|his|her|their|fires?|blaze|flames|floods?|flooding|water|quakes?|earthquakes?|storms?|cyclones?|hurricanes?|typhoons?"
    r"|tornado(?:es)?|tsunami|landslides?|lightning|winds?|bombs?|bombings?|bombers?|explosions?|blasts?|shells?|shelling"
    r"|missiles?|rockets?|drones?|airstrikes?|strikes?|troops|forces|soldiers|gunmen|police|officers|firefighters"
    r"|judges?|court|mps|voters|crash|collision|have|has|had)\ )"
)
_THING_DOES = (
    rf"(?:{_CAUSER}[a-z][\w’'-]+\ |\b(?:in|near|at|of|on|from)\ (?:[A-Z][\w’'-]+\ ){{1,3}})"
    r"(?P<from>(?:(?:has|have|had|will|would|could|may|can|also|already|all\ but|[a-z]+ly)\ ){0,3})"
)
_ILL = (
    r"(?:ill|sick|sicker|unwell|anxious|depressed|unhappy|miserable|lonely|lonelier|fat|fatter|obese|violent|aggressive|angry"
    r"|angrier|poor|poorer|hungry|hungrier|homeless|jobless|infertile|addicted|dependent|stupid|lazy|blind|deaf|afraid|scared|fearful"
    r"|nervous|stressed|tired|vulnerable|destitute|worse(?:\ off)?|better\ off|worse\ at\ [a-z]+|better\ at\ [a-z]+|safer|less"
    r"\ [a-z]+|more\ [a-z]+|happier|healthier|richer|smarter|cleverer|sleepless|breathless|forgetful|restless|short-sighted"
    r"|dizzy|feel\ [a-z]+|sleep\ [a-z]+|eat\ [a-z]+|lose\ [a-z]+|give\ up|think\ twice)\b"
)
_WITHOUT = (
    r"(?:without|with\ (?:no|nothing|little|nowhere|only|a\ choice)|unable|homeless|jobless|stranded|hungry|destitute|in\ (?:debt|limbo"
    r"|fear|pain|poverty|tears|the\ cold|the\ dark|despair|arrears|agony)|out\ of\ (?:pocket|work|reach)|worse\ off|struggling"
    r"|facing|afraid|too\ (?:afraid|scared|ill|sick|poor)|waiting|fighting\ for|penniless|bankrupt|vulnerable|at\ risk|trapped"
    r"|isolated|scarred|traumati[sz]ed|sick|ill|dependent|exposed\ to|to\ (?:fend|pick\ up|die|rot|starve))\b"
)
_AWAY = (
    r"(?:out\ (?:of|to)|off\ (?:the|their)\ (?:land|farms?|streets|roads?|register|rolls)|from\ (?:the|their|its)|away|abroad|elsewhere|overseas|underground|into\ (?:debt|poverty|exile|hunger"
    r"|homelessness|hiding|bankruptcy|ruin|despair|the\ (?:arms|hands|red))|to\ (?:the\ (?:wall|brink|edge|limit|cities|margins)"
    r"|despair|suicide|drink|drugs|ruin|crime|bankruptcy|quit|leave|close|flee|sell|move|shut|steal|skip|give\ up|choose|work"
    r"|cut|borrow|rely))\b"
)
_IN_BODY = (
    r"(?:blood\ (?:pressure|sugar)|cholesterol|diabetes|cancers?|tumou?rs?|dementia|alzheimer[’']?s|immun(?:e|ity)(?:\ systems?)?|brains?|lungs?|hearts?"
    r"|livers?|kidneys?|bones?|gut|skin|eyesight|hearing|memory|mood|anxiety|depression|stress|pain|arthritis|asthma|infections?"
    r"|fever|malaria|flu|covid|colds?|inflammation|insomnia|ageing|aging|fertility|infertility|sperm\ counts?|miscarriages?"
    r"|birth\ defects|metabolism|appetite|addiction|autism|migraines?|obesity|strokes?|heart\ (?:attacks?|disease)|life\ expectancy"
    r"|patients|sufferers|(?:the\ )?(?:risk|risks|chance|chances|odds|likelihood)\ of\ [a-z]+)\b"
)
_HARMED = (
    r"(?:police|officers?|guards?|wardens|warders|soldiers|troops|doctors?|nurses?|medics|paramedics|staff|surgeons?|midwives|carers"
    r"|hospital|hospitals|clinic|prison|social\ workers|bailiffs|teachers|security|deputies|agents|ambulance)"
)
_TREATED = (
    r"(?:given|taking|having|being|receiving|refused|denied|left|sent|turned|told|restrained|tasered|shocked|injected|prescribed"
    r"|waiting|drinking|eating|using|swallowing|forced|kept|held|beaten|put)"
)

DEEDS: Mapping[str, Frame] = {
    # Charges: a verb of wrong, in a tense that says it was done, with an object.
    "wrongs": Frame(
        "accusation",
        rf"{_DOER}[\w’'.-]+\ (?P<from>{_HAVE}{{0,3}})",
        _THING,
        rf"(?!.*ing\b){PAST}|.*[aiou]d|s[ao]ld|took|.*ok",
    ),
    "wronging": Frame(
        "accusation",
        rf"(?<!\bI\ )(?<!\b[Ww]e\ )(?P<from>\b(?:is|are|was|were|been)\ (?:(?:also|still|now|not\ only|[a-z]+ly)\ ){{0,2}})",
        _THING,
        ING,
    ),
    "by-wrong": Frame("accusation", r"\bby\ (?P<from>(?:[a-z]+ly\ )?)", _THING, ING),
    # Causes and effects on people and on what they share.
    "drives-out": Frame(
        "cause",
        rf"(?<!\bto\ )(?<!\bnot\ )(?<!police\ )(?<!officers\ )(?<!troops\ )[\w,’']\ (?:[a-z]+ly\ )?",
        rf"\ {_OF_PEOPLE}(?:\ (?!said\b)[\w’'-]+){{0,3}}?\ {_AWAY}",
    ),
    "leaves-without": Frame(
        "effect",
        r"(?<!\bto\ )(?<!\bnot\ )[\w,’']\ (?:[a-z]+ly\ )?",
        rf"\ {_OF_PEOPLE}(?:\ [\w’'-]+){{0,4}}?\ {_WITHOUT}",
    ),
    "makes-so": Frame("cause", r"(?<!\bto\ )(?<!\bnot\ )[\w,’']\ (?:[a-z]+ly\ )?", rf"\ {_OF_PEOPLE}\ {ADV}{_ILL}"),
    "changes": Frame(
        "effect",
        _THING_DOES,
        rf"\ (?!(?:by|between|in|on|at|from|over|along|into|with|for|of|to|as|since|after|when|and|or|that)\b)(?:(?:the|its|their|an?|many|some|whole|entire|local|public|small|dozens\ of|hundreds\ of|thousands\ of)\ )?"
        rf"(?:[\w’'-]+\ ){{0,3}}?(?:{COMMON}|fishing|wells|fields|homes|houses|rivals|universities|colleges|nightlife|retail"
        r"|charities|museums|libraries|clinics|clubs|bees|birds|fish|reefs?|trees|beaches|soils?|pastures?|cattle|herds"
        r"|childhoods?|marriages?|habits|culture|high\ streets?|housing|rainfall)\b",
        r"(?!.*ing(?:\ \w+)?$).*",
    ),
    "costs-so": Frame(
        "statistic",
        r"(?<!\bto\ )(?<!\bnot\ )(?<!will\ )[\w,’']\ (?:[a-z]+ly\ )?",
        r"\ (?:the\ |its\ |their\ |our\ )?(?:[\w’'-]+\ ){1,4}?(?:up\ to\ |an\ estimated\ |more\ than\ |about\ |nearly\ |at\ least\ |tens\ of\ |hundreds\ of\ )?"
        r"(?:billions|millions|thousands|dearly|dear|lives)\b",
    ),
    # What killed somebody.
    "died-after": Frame(
        "accusation",
        r"(?<!\bhave\ )",
        rf"\ (?:[\w’'-]+\ ){{0,4}}?(?:after|following|when|because|while|as)\ (?:an?\ |the\ |two\ |three\ )?"
        rf"(?:(?:[\w’'-]+\ ){{0,3}}?{_HARMED}\ (?!said\b|found\b|were\ called|was\ called|arrived|confirmed|believe|say\b|"
        r"tried\ to\ save|were\ unable|could)[a-z]|(?:he|she|they)\ (?:was|were|had\ been|had)\ (?:not\ )?"
        rf"{_TREATED}\b|(?:routine\ |minor\ |botched\ )(?:[a-z]+\ )?(?:operation|surgery|procedure)|(?:taking|having|receiving|being\ (?:given"
        r"|denied|refused|restrained|tasered|turned\ away|held|injected|sent))\b|waiting\b)",
    ),
    "died-from": Frame(
        "accusation",
        r"",
        r"\ (?:from|of|because\ of|through|due\ to|as\ a\ result\ of)\ (?:[a-z-]+\ )?(?:neglect|negligence|poor\ (?:care|treatment|conditions)"
        r"|lack\ of\ [a-z]+|medical\ errors?|mistreatment|ill-treatment|torture|abuse|overwork|thirst\ and|starvation|hunger|the\ (?:jab|vaccine|drug|pill"
        r"|treatment|cold)|(?:his|her|their)\ treatment|contaminated\ [a-z]+|poisoning|pollution|toxic\ [a-z]+|preventable\ [a-z]+"
        r"|delays?)\b",
    ),
    # What goes on in a head.
    "inwardly": Frame(
        "thought",
        r"(?<!\bI\ )(?<!\b[Ww]e\ )(?P<from>\b(?!(?:to|who)\ )[\w’'-]+\ )",
        r"\ (?:wants?|wanted|hopes?|hoped|fears?|feared|believes?|believed|thinks?|thought|wishes|wished|loathes?|loathed|hates?"
        r"|hated|despises?|despised|admires?|admired|resents?|resented|knows?|knew|regrets?|regretted|prefers?|preferred|agrees?"
        r"|blames?|blamed|doubts?|doubted|craves?|craved|relishes|relished|worr(?:ies|ied|y)|backs?|favou?rs?|accepts?|accepted"
        r"|concedes?|longs?|longed|delighted|pleased|furious|seething|relieved)\b",
    ),
    # Verdicts by how it was done, by what ought to have been, by what somebody is owed.
    "done-so": Frame(
        "judgement",
        rf"(?P<from>\b(?:{COPULA}|(?:has|have|had)\ been)\ (?:(?:so|very|too|quite|often|always|never|not|been)\ )?)",
        r"[\ -](?:managed|run|planned|designed|handled|maintained|organi[sz]ed|led|governed|drafted|written|executed|executed"
        r"|advised|treated|served|supervised|policed|regulated|coached|cast|staged|funded|resourced|equipped|prepared|built|timed|judged"
        r"|thought[\ -](?:out|through)|conceived|spent|misjudged|communicated|explained|argued|staffed|let\ down)\b",
    ),
    "ought": Frame(
        "judgement",
        r"(?<!\bI\ )(?<!\b[Ww]e\ )(?<!\b[Yy]ou\ )(?P<from>\b(?!(?:who|they)\ )[\w’'-]+\ )",
        r"\ (?:(?:long\ ago|never|also|surely|at\ least)\ )*(?:have|never\ have)\ (?:(?:also|never|already)\ )?"
        r"(?:been\ [a-z]+|(?!been\b|had\b|arrived\b|started\b|begun\b|opened\b|left\b|expired\b)[a-z]+)",
    ),
    "owed": Frame(
        "judgement",
        r"(?<!\bI\ )(?<!\b[Ww]e\ )(?<!who\ )(?<!to\ )[a-z’']\ (?:richly\ |surely\ |also\ |fully\ |hardly\ )?",
        r"\ (?:better|more|less|nothing|an?|the|to|no|every|far|their|his|her|its|credit|praise|respect)\b",
    ),
    # What heals and what harms, in a tense that says it always does.
    "heals": Frame(
        "health",
        r"(?<!\bto\ )(?<!\bnot\ )(?<!\bthe\ )(?<!\bof\ )(?<!\b[Hh]e\ )(?<!\b[Ss]he\ )(?<!\bI\ )[\w,’']\ (?:[a-z]+ly\ |also\ |can\ |will\ )?",
        rf"\ (?:(?:the|a|an|most|many|some|all|children[’']s|people[’']s|men[’']s|women[’']s|[a-z]+)\ ){{0,3}}?{_IN_BODY}",
    ),
    # The first, the only one of a place that nobody has gone through.
    "first-of": Frame(
        "superlative",
        r"\b(?P<from>the|its|an?)\ (?:very\ )?",
        r"\ (?!(?:time|day|night|week|month|year|half|game|match|round|quarter|stop|visit|trip|place|stage|leg|test|one|person|thing|goal|line"
        r"|minister|lady|of|two|three|few|stop|to|in|leg|floor|step|case|edition|class|published|known)\b)(?:[\w’'-]+\ ){1,5}?(?:in|on|across)\ (?:the\ (?:world|country"
        r"|nation|state|region|county|continent|city|district|province|industry|islands?|state|southern\ hemisphere|North|South|East|West)|(?:(?:West|East|North|South|Southern|Central|Latin|sub-Saharan|Northern)\ )?(?:Africa|Asia|Europe|Britain|England|Scotland|Wales|Ireland|India|Australia|New\ Zealand|Canada|America|Queensland|Kerala|Nigeria|Kenya|Ghana|Texas|California))"
        r"(?:\ (?:to|that|with|where|and|which)\b|[.,;])",
    ),
    "none-has": Frame(
        "superlative",
        OPENS + r"(?:But\ |And\ |Yet\ )?",
        r"\ (?:other\ |single\ |one\ )?(?:[\w-]+\ ){1,3}?(?:in\ [^.,;]{2,40}?\ )?(?:has|have|had|is|are|was|were|does|do|did|can|could)\ (?:ever\ )?(?:[a-z]+\ ){0,2}?(?:more|so|as|better|worse|such"
        r"|bigger|larger|longer|harder|faster|nearer|closer|safer)\b",
    ),
    # Nothing shows it, and the claim is wrong: somebody has looked, or has not.
    "nothing-shows": Frame(
        "judgement",
        OPENS + r"(?:But\ |And\ |Yet\ |[Tt]here\ (?:is|was)\ )?",
        r"\ (?:(?:has|have|had)\ )?(?:ever\ |yet\ |so\ far\ )?(?:shown?|showed|proved|proven|found|suggests?|suggested|establish\w+|confirmed|demonstrated|to\ (?:suggest|show"
        r"|prove|support|link))\b",
    ),
    "is-untrue": Frame(
        "judgement",
        rf"\b(?:claims?|allegations?|accusations?|rumou?rs?|suggestions?|assertions?|stor(?:y|ies)|theor(?:y|ies)|reports?|post|posts|video|charges?|figures?)"
        rf"(?:\ (?:that|of|about|against)\ [^.;:]{{3,60}}?)?\ (?P<from>{COPULA}|(?:has|have)\ (?:long\ |since\ )?been)\ {ADV}",
        r"(?:[.,;:]|\ (?:and|but|by|as|because)\b|\Z)",
    ),
    # What will be lost, and who will go hungry.
    "forecast-loss": Frame(
        "prediction",
        r"(?<!\bI)(?<!\b[Ww]e)(?<!\b[Yy]ou)\ ",
        rf"\ {ADV}(?:soon\ |never\ |not\ |only\ |one\ day\ )?(?:lose\ (?:their|its|thousands|hundreds|millions|half|most|many|much|more|votes|jobs|money|out)"
        r"|be\ (?:dead|gone|extinct|ruined|poorer|richer|worse|better|hungrier|safer|hotter|obsolete|unrecogni[sz]able|too\ late|underwater|under\ water|uninhabitable|unaffordable"
        r"|wiped|swept|flooded\ out|forgotten|finished|out\ of\ work|priced\ out|forced|lost|worse\ off|better\ off|hit\ hard(?:est)?|driven|cut\ off)\b"
        r"|replace\ (?:half|most|many|much|all|thousands|millions|human|workers|teachers|doctors|jobs)|go\ (?:hungry|bust|under|bankrupt|without|broke|extinct)"
        r"|have\ (?:no|little|nowhere|nothing|to\ choose)\b|pay\ (?:more|dearly|the\ price|a\ heavy)|face\ (?:hunger|famine|ruin|higher|years|shortages|starvation|eviction|extinction)"
        r"|run\ (?:dry|short|out)|recover\b|forgive|starve|double|halve|outlive|outgrow|overtake|win\ back|wipe|kill\ (?:off|thousands|hundreds|jobs|trade)|tear|bring\ (?:chaos|misery|jobs|prosperity)"
        r"|end\ in|turn\ (?:into|against)|become\ (?:more|less|un[a-z]+|too)\b|mean\ (?:more|fewer|less|higher|lower|longer|the\ end)|spell)\b",
    ),
}
