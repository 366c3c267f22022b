"""Frames of whole clauses: who did what to whom, by the class of the verb, its tense and the class of its object.

“The head bullied staff”, “the tax drove two hundred people out of the valley”, “the ban has left thousands without a
doctor”, “screens are making children ill”, “he died after police held him down”.
"""

from __future__ import annotations

from collections.abc import Mapping

from hedgelint.annotate.claims.classes import ADV, COMMON, COPULA, ING, OPENS, PAST
from hedgelint.annotate.claims.frame import Frame

_ABOUT = (
    r"(?:(?:at\ least|more\ than|over|nearly|almost|about|around|some|up\ to|as\ many\ as|an\ estimated|most|many"
    r"|all\ but)\ )?"
)
_PEOPLE = (
    r"(?:people|persons|men|women|children|girls|boys|teenagers|youngsters|young(?:\ people)?|families"
    r"|households|couples"
    r"|parents|mothers|fathers|pensioners|residents|villagers|islanders|locals|neighbours|neighbors|tenants|renters"
    r"|homeowners"
    r"|landlords|migrants|refugees|pupils|students|teachers|nurses|doctors|patients|staff|workers|labourers|laborers"
    r"|employees|miners|fishermen|fishers|drivers|passengers|commuters|motorists|cyclists|customers|shoppers|savers"
    r"|borrowers|investors|taxpayers|voters|members|fans|players|farmers|growers|herders|pastoralists|ranchers"
    r"|hawkers"
    r"|vendors|traders|shopkeepers|retailers|shops|pubs|businesses|firms|companies|suppliers|communities"
    r"|villages|towns"
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
    r"|during|against|until|while|if|because|more|less|often|well|back|up|down|away|around|him|herself|himself"
    r"|itself|themselves|is|was|were"
    r"|are|has|had|last|this|yesterday)\b)[\w£$€“\"‘]"
)
_HAVE = r"(?:(?:has|have|had|also|then|later|allegedly|[a-z]+ly)\ )"
# Who does it: not the reader, and not whom nobody has found yet.
_DOER = (
    r"(?<![\w’'])(?!(?:I|i|we|We|you|You|who|whom|that|which|to|not|never|of|by|[Tt]he|[Aa]n?|feels?|felt|his"
    r"|her|its|their|is|are|was|were"
    r"|be|been|being|get|got|thieves|burglars|robbers|raiders|vandals|gunm[ae]n|attackers|hackers|pirates|or"
    r"|other|some"
    r"|two|three|four|more|any|no|no-one|nobody|with|for|from|in|on|as|at)\ )"
)
# What does it: a thing. A blaze, a flood or a shell that destroys a town is the event itself.
_CAUSER = (
    r"(?<![\w’'])(?!(?:he|she|they|we|you|who|which|that|and|or|i|to|not|by|of|is|are|was|were|be|been|being|the|an?"
    r"|its|his|her|their|fires?|blaze|flames|floods?|flooding|water|quakes?|earthquakes?|storms?|cyclones?"
    r"|hurricanes?|typhoons?"
    r"|tornado(?:es)?|tsunami|landslides?|lightning|winds?|bombs?|bombings?|bombers?|explosions?|blasts?|shells?"
    r"|shelling"
    r"|missiles?|rockets?|drones?|airstrikes?|strikes?|troops|forces|soldiers|gunmen|police|officers|firefighters"
    r"|judges?|court|mps|voters|crash|collision|have|has|had)\ )"
)
_THING_DOES = (
    rf"(?:{_CAUSER}(?:[a-z]|(?<=\n)[A-Z]|(?<=[.!?]\ )[A-Z])[\w’'-]+\ |\b(?:in|near|at|of|on"
    rf"|from)\ (?:[A-Z][\w’'-]+\ ){{1,3}})"
    r"(?P<from>(?:(?:has|have|had|will|would|could|may|can|also|already|all\ but|[a-z]+ly)\ ){0,3})"
)
_ILL = (
    r"(?:ill|sick|sicker|unwell|anxious|depressed|unhappy|miserable|lonely|lonelier|fat|fatter|obese|violent"
    r"|aggressive|angry"
    r"|angrier|poor|poorer|hungry|hungrier|homeless|jobless|infertile|addicted|dependent|stupid|lazy|blind|deaf"
    r"|afraid|scared|fearful"
    r"|nervous|stressed|tired|vulnerable|destitute|worse(?:\ off)?|better\ off|worse\ at\ [a-z]+"
    r"|better\ at\ [a-z]+|safer|less"
    r"\ [a-z]+|more\ [a-z]+|happier|healthier|richer|smarter|cleverer|sleepless|breathless|forgetful|restless"
    r"|short-sighted"
    r"|dizzy|feel\ [a-z]+|sleep\ [a-z]+|eat\ [a-z]+|lose\ [a-z]+|give\ up|think\ twice)\b"
)
_WITHOUT = (
    r"(?:without|with\ (?:no|nothing|little|nowhere|only|a\ choice)|unable|homeless|jobless|stranded|hungry"
    r"|destitute|in\ (?:debt|limbo"
    r"|fear|pain|poverty|tears|the\ cold|the\ dark|despair|arrears|agony)|out\ of\ (?:pocket|work|reach)"
    r"|worse\ off|struggling"
    r"|facing|afraid|too\ (?:afraid|scared|ill|sick|poor)|waiting|fighting\ for|penniless|bankrupt|vulnerable"
    r"|at\ risk|trapped"
    r"|isolated|scarred|traumati[sz]ed|sick|ill|dependent|exposed\ to|to\ (?:fend|pick\ up|die|rot|starve))\b"
)
_AWAY = (
    r"(?:out\ (?:of|to)|off\ (?:the|their)\ (?:land|farms?|streets|roads?|register|rolls)|from\ (?:the|their"
    r"|its)|away|abroad|elsewhere|overseas|underground|into\ (?:debt|poverty|exile|hunger"
    r"|homelessness|hiding|bankruptcy|ruin|despair|the\ (?:arms|hands|red))|to\ (?:the\ (?:wall|brink|edge|limit"
    r"|cities|margins)"
    r"|despair|suicide|drink|drugs|ruin|crime|bankruptcy|quit|leave|close|flee|sell|move|shut|steal|skip"
    r"|give\ up|choose|work"
    r"|cut|borrow|rely))\b"
)
_IN_BODY = (
    r"(?:blood\ (?:pressure|sugar)|cholesterol|diabetes|cancers?|tumou?rs?|dementia|alzheimer[’']?s|immun(?:e"
    r"|ity)(?:\ systems?)?|brains?|lungs?|hearts?"
    r"|livers?|kidneys?|bones?|gut|skin|eyesight|hearing|memory|mood|anxiety|depression|stress|pain|arthritis"
    r"|asthma|infections?"
    r"|fever|malaria|flu|covid|colds?|inflammation|insomnia|ageing|aging|fertility|infertility|sperm\ counts?"
    r"|miscarriages?"
    r"|birth\ defects|metabolism|appetite|addiction|autism|migraines?|obesity|strokes?|heart\ (?:attacks?"
    r"|disease)|life\ expectancy"
    r"|patients|sufferers|(?:the\ )?(?:risk|risks|chance|chances|odds|likelihood)\ of\ [a-z]+)\b"
)
_HARMED = (
    r"(?:police|officers?|guards?|wardens|warders|soldiers|troops|doctors?|nurses?|medics|paramedics|staff"
    r"|surgeons?|midwives|carers"
    r"|hospital|hospitals|clinic|prison|social\ workers|bailiffs|teachers|security|deputies|agents|ambulance)"
)
_TREATED = (
    r"(?:given|taking|having|being|receiving|refused|denied|left|sent|turned|told|restrained|tasered|shocked"
    r"|injected|prescribed"
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
        r"(?<!\bI\ )(?<!\b[Ww]e\ )(?P<from>\b(?:is|are|was|were|been)\ (?:(?:also|still|now|not\ only"
        r"|[a-z]+ly)\ ){0,2})",
        _THING,
        ING,
    ),
    "by-wrong": Frame("accusation", r"\bby\ (?P<from>(?:[a-z]+ly\ )?)", _THING, ING),
    # Causes and effects on people and on what they share.
    "drives-out": Frame(
        "cause",
        r"(?<!\bto\ )(?<!\bnot\ )(?<!police\ )(?<!officers\ )(?<!troops\ )[\w,’']\ (?:[a-z]+ly\ )?",
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
        rf"\ (?!(?:by|between|in|on|at|from|over|along|into|with|for|of|to|as|since|after|when|and|or"
        rf"|that)\b)(?:(?:the|its|their|an?|many|some|whole|entire|local|public|small|dozens\ of|hundreds\ of"
        rf"|thousands\ of)\ )?"
        rf"(?:[\w’'-]+\ ){{0,3}}?(?:{COMMON}|fishing|wells|fields|homes|houses|rivals|universities|colleges"
        rf"|nightlife|retail"
        r"|charities|museums|libraries|clinics|clubs|bees|birds|fish|reefs?|trees|beaches|soils?|pastures?"
        r"|cattle|herds"
        r"|childhoods?|marriages?|habits|culture|high\ streets?|housing|rainfall)\b",
        r"(?!.*ing(?:\ \w+)?$).*",
    ),
    "costs-so": Frame(
        "statistic",
        r"(?<!\bto\ )(?<!\bnot\ )(?<!will\ )[\w,’']\ (?:[a-z]+ly\ )?",
        r"\ (?:the\ |its\ |their\ |our\ )?(?:[\w’'-]+\ ){1,4}?(?:up\ to\ |an\ estimated\ |more\ than\ |about\ "
        r"|nearly\ |at\ least\ |tens\ of\ |hundreds\ of\ )?"
        r"(?:billions|millions|thousands|dearly|dear|lives)\b",
    ),
    # A thing does something to people, bodies or what they share: by what does it and to what, whatever the verb.
    "thing-works": Frame(
        "effect",
        rf"(?:{OPENS}(?:But\ |And\ |Yet\ )?|[,;]\ (?:and\ |but\ |while\ )?|\b(?:because|while"
        rf"|although)\ )(?:(?!(?:to|of|in|on|at|by|from|for|with|if|as|after|before|said|says)\ )[\w’'-]+\ ){{0,3}}",
        rf"(?:\ (?:of|from|in|on|at|near)\ (?:[\w’'-]+\ ){{0,3}}?[\w’'-]+)?\ (?:(?:(?:has|have|is|are|also|still"
        rf"|now|often|[a-z]+ly)\ ){{0,3}}"
        r"(?!(?:was|were|has|have|had|includes?|included|covers?|covered|applies|applied|serves?|served"
        r"|requires?|required|allows?|allowed|lets|offers?|offered"
        r"|provides?|provided|employs?|employed|houses|features?|featured|contains?|contained|involves?|involved"
        r"|links?|linked|connects?|carries|carried|uses|used|needs|needed"
        r"|comes|came|goes|went|takes|took|begins|began|ended|ends|starts?|started|opens|opened|runs|ran|happens"
        r"|happened|includes|shows?|showed|says|said|gets|got|does|did|attracts?|attracted|invites?|invited"
        r"|asks?|asked|urges?|honou?rs?|marks?|sees|saw)\b)"
        r"(?:[a-z]{3,}(?:s|es|ed|en|ing)|cut|cost|hit|hurt|put|led|left|made|drove|broke|tore|took|kept|gave"
        r"|brought|sent))\ "
        rf"(?:(?:the|a|an|its|their|many|most|some|more|so|young|old|poor|small|[a-z]+)\ ){{0,2}}(?:{_PEOPLE}"
        rf"|{_IN_BODY}|lives|livelihoods|headaches|rashes|crops|lungs|sleep|jobs|prices|costs|bills|traffic"
        rf"|pollution)\b",
    ),
    # A round number of people, whatever they did: somebody has reckoned it.
    "round-crowd": Frame(
        "statistic",
        r"(?<!\bif\ )(?<!\bfor\ )(?<!\bto\ )(?<!\bholds\ )(?<!\bup\ to\ )",
        r"\ (?:of\ )?(?:[a-z-]+\ ){0,2}?(?:mourners|protesters|protestors|demonstrators|marchers|worshippers"
        r"|pilgrims|supporters|migrants|refugees|people|families|households|civilians|villagers"
        r"|residents|workers|farmers|women|children|men|students|patients|prisoners|animals|birds|jobs|homes"
        r"|devotees|revellers|spectators|fans|voters|deaths)\b",
    ),
    # What killed somebody.
    "died-after": Frame(
        "accusation",
        r"(?<!\bhave\ )",
        rf"\ (?:[\w’'-]+\ ){{0,4}}?(?:after|following|when|because|while|as)\ (?:an?\ |the\ |two\ |three\ )?"
        rf"(?:(?:[\w’'-]+\ ){{0,3}}?{_HARMED}\ (?!said\b|found\b|were\ called|was\ called|arrived|confirmed"
        rf"|believe|say\b|"
        r"tried\ to\ save|were\ unable|could)[a-z]|(?:he|she|they)\ (?:was|were|had\ been|had)\ (?:not\ )?"
        rf"{_TREATED}\b|(?:routine\ |minor\ |botched\ )(?:[a-z]+\ )?(?:operation|surgery|procedure)|(?:taking"
        rf"|having|receiving|being\ (?:given"
        r"|denied|refused|restrained|tasered|turned\ away|held|injected|sent))\b|waiting\b)",
    ),
    "died-from": Frame(
        "accusation",
        r"",
        r"\ (?:from|of|because\ of|through|due\ to|as\ a\ result\ of)\ (?:[a-z-]+\ )?(?:neglect|negligence"
        r"|poor\ (?:care|treatment|conditions)"
        r"|lack\ of\ [a-z]+|medical\ errors?|mistreatment|ill-treatment|torture|abuse|overwork|thirst\ and"
        r"|starvation|hunger|the\ (?:jab|vaccine|drug|pill"
        r"|treatment|cold)|(?:his|her|their)\ treatment|contaminated\ [a-z]+|poisoning|pollution|toxic\ [a-z]+"
        r"|preventable\ [a-z]+"
        r"|delays?)\b",
    ),
    # What goes on in a head.
    "inwardly": Frame(
        "thought",
        r"(?<!\bI\ )(?<!\b[Ww]e\ )(?P<from>\b(?!(?:to|who)\ )[\w’'-]+\ )",
        r"\ (?:wants?|wanted|hopes?|hoped|fears?|feared|believes?|believed|thinks?|thought|wishes|wished"
        r"|loathes?|loathed|hates?"
        r"|hated|despises?|despised|admires?|admired|resents?|resented|knows?|knew|regrets?|regretted|prefers?"
        r"|preferred|agrees?"
        r"|blames?|blamed|doubts?|doubted|craves?|craved|relishes|relished|worr(?:ies|ied|y)|backs?|favou?rs?"
        r"|accepts?|accepted"
        r"|concedes?|longs?|longed|delighted|pleased|furious|seething|relieved)\b",
    ),
    # Verdicts by how it was done, by what ought to have been, by what somebody is owed.
    "done-so": Frame(
        "judgement",
        rf"(?P<from>\b(?:{COPULA}|(?:has|have|had)\ been)\ (?:(?:so|very|too|quite|often|always|never|not|been)\ )?)",
        r"[\ -](?:managed|run|planned|designed|handled|maintained|organi[sz]ed|led|governed|drafted|written"
        r"|executed|executed"
        r"|advised|treated|served|supervised|policed|regulated|coached|cast|staged|funded|resourced|equipped"
        r"|prepared|built|timed|judged"
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
        r"(?<!\bto\ )(?<!\bnot\ )(?<!\bthe\ )(?<!\bof\ )(?<!\b[Hh]e\ )(?<!\b[Ss]he\ )(?<!\bI\ )[\w,’']\ "
        r"(?:[a-z]+ly\ |also\ |can\ |will\ )?",
        rf"\ (?:(?:the|a|an|most|many|some|all|children[’']s|people[’']s|men[’']s|women[’']s"
        rf"|[a-z]+)\ ){{0,3}}?{_IN_BODY}",
    ),
    # The first, the only one of a place that nobody has gone through.
    "first-of": Frame(
        "superlative",
        r"\b(?P<from>the|its|an?)\ (?:very\ )?",
        r"\ (?!(?:time|day|night|week|month|year|half|game|match|round|quarter|stop|visit|trip|place|stage|leg"
        r"|test|one|person|thing|goal|line"
        r"|minister|lady|of|two|three|few|stop|to|in|leg|floor|step|case|edition|class|published"
        r"|known)\b)(?:[\w’'-]+\ ){1,5}?(?:in|on|across)\ (?:the\ (?:world|country"
        r"|nation|state|region|county|continent|city|district|province|industry|islands?|state"
        r"|southern\ hemisphere|North|South|East|West)|(?:(?:West|East|North|South|Southern|Central|Latin"
        r"|sub-Saharan|Northern)\ )?(?:Africa|Asia|Europe|Britain|England|Scotland|Wales|Ireland|India|Australia"
        r"|New\ Zealand|Canada|America|Queensland|Kerala|Nigeria|Kenya|Ghana|Texas|California))"
        r"(?:\ (?:to|that|with|where|and|which)\b|[.,;])",
    ),
    "none-has": Frame(
        "superlative",
        OPENS + r"(?:But\ |And\ |Yet\ )?",
        r"\ (?:other\ |single\ |one\ )?(?:[\w-]+\ ){1,3}?(?:in\ [^.,;]{2,40}?\ )?(?:has|have|had|is|are|was|were"
        r"|does|do|did|can|could)\ (?:ever\ )?(?:[a-z]+\ ){0,2}?(?:more|so|as|better|worse|such"
        r"|bigger|larger|longer|harder|faster|nearer|closer|safer)\b",
    ),
    # Nothing shows it, and the claim is wrong: somebody has looked, or has not.
    "nothing-shows": Frame(
        "judgement",
        OPENS + r"(?:But\ |And\ |Yet\ |[Tt]here\ (?:is|was)\ )?",
        r"\ (?:(?:has|have|had)\ )?(?:ever\ |yet\ |so\ far\ )?(?:shown?|showed|proved|proven|found|suggests?"
        r"|suggested|establish\w+|confirmed|demonstrated|to\ (?:suggest|show"
        r"|prove|support|link))\b",
    ),
    "none-found": Frame(
        "judgement",
        OPENS + r"(?:But\ |And\ |Yet\ )?",
        r"\ (?:with|between|to|of|that)\ [^.;:]{3,60}?\ (?:has|have|had|was|were|is)\ (?:ever\ |yet\ "
        r"|so\ far\ )?(?:been\ )?(?:found|shown|proved|proven|established|demonstrated|identified)\b",
    ),
    "told-false": Frame(
        "judgement",
        OPENS + r"(?:But\ |And\ |Yet\ )?",
        rf"\ [^.;:]{{3,60}}?\ {COPULA}\ {ADV}(?:wide\ of\ the\ mark|false|untrue|baseless|unfounded|groundless"
        rf"|nonsense|overblown|exaggerated|premature|a\ (?:lie|myth|hoax|fantasy)|fanciful"
        r"|far-fetched|misplaced|wrong|mistaken|without\ (?:foundation|merit|basis))\b",
    ),
    "is-untrue": Frame(
        "judgement",
        rf"\b(?:claims?|allegations?|accusations?|rumou?rs?|suggestions?|assertions?|stor(?:y|ies)|theor(?:y"
        rf"|ies)|reports?|post|posts|video|charges?|figures?)"
        rf"(?:\ (?:that|of|about|against)\ [^.;:]{{3,60}}?)?\ (?P<from>{COPULA}|(?:has|have)\ (?:long\ "
        rf"|since\ )?been)\ {ADV}",
        r"(?:[.,;:]|\ (?:and|but|by|as|because)\b|\Z)",
    ),
    # What will be lost, and who will go hungry.
    "forecast-loss": Frame(
        "prediction",
        r"(?<!\bI)(?<!\b[Ww]e)(?<!\b[Yy]ou)\ ",
        rf"\ {ADV}(?:soon\ |never\ |not\ |only\ |one\ day\ )?(?:lose\ (?:their|its|thousands|hundreds|millions"
        rf"|half|most|many|much|more|votes|jobs|money|out)"
        r"|be\ (?:dead|gone|extinct|ruined|poorer|richer|worse|better|hungrier|safer|hotter|obsolete"
        r"|unrecogni[sz]able|too\ late|underwater|under\ water|uninhabitable|unaffordable"
        r"|wiped|swept|flooded\ out|forgotten|finished|out\ of\ work|priced\ out|forced|lost|worse\ off"
        r"|better\ off|hit\ hard(?:est)?|driven|cut\ off)\b"
        r"|replace\ (?:half|most|many|much|all|thousands|millions|human|workers|teachers|doctors|jobs)"
        r"|go\ (?:hungry|bust|under|bankrupt|without|broke|extinct)"
        r"|have\ (?:no|little|nowhere|nothing|to\ choose)\b|pay\ (?:more|dearly|the\ price|a\ heavy)"
        r"|face\ (?:hunger|famine|ruin|higher|years|shortages|starvation|eviction|extinction)"
        r"|run\ (?:dry|short|out)|recover\b|forgive|starve|double|halve|outlive|outgrow|overtake|win\ back|wipe"
        r"|kill\ (?:off|thousands|hundreds|jobs|trade)|tear|bring\ (?:chaos|misery|jobs|prosperity)"
        r"|end\ in|turn\ (?:into|against)|become\ (?:more|less|un[a-z]+|too)\b|mean\ (?:more|fewer|less|higher"
        r"|lower|longer|the\ end)|spell)\b",
    ),
}
