"""Classes of words that the frames of claims are made of, as pieces of verbose patterns."""

from __future__ import annotations

ADV = (
    r"(?:(?:[a-z]+ly|also|still|now|already|then|just|even|once|often|soon|again|long|thus|very|too|so|quite|rather"
    r"|more|most|in\ part|in\ turn|at\ least|of\ course)\ ){0,2}"
)
BE = r"(?:is|are|was|were|be|been|being|[’']s|[’']re)"
COPULA = rf"(?:{BE}|becomes?|became|become|remains?|remained|proves?|proved|seems?|seemed|looks?|looked)"
OPENS = r"(?:\A|\n|[.!?][”\"’')]?\s)"
BREAK = r"(?:[,;:]\ |\ [-–—]\ |[–—])"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# By what, where it is no person, no day, no number and no vehicle.
AGENT = (
    rf"by\ (?!\d|(?:{MONTH}|\w+day|now|then|hand|himself|herself|itself|him|her|them|me|us|you|police|voters"
    rf"|members)\b"
    r"|(?:Mr|Mrs|Ms|Dr|Sir|Lord|Judge)\b|[A-Z][\w’'-]+(?:,|\.|\ [A-Z]|\ (?:and|in|at|on|who|when|after|to)\b)"
    r"|(?:an?\ |the\ |his\ |her\ |its\ )?(?:[\w-]+\ ){0,2}(?:cars?|bus|train|lorry|truck|van|vehicle|bullets?|ball|tram"
    r"|taxi|cyclist|motorcyclist|driver|bicycle|rocket|missiles?|shells?|drones?|strikes?|stone|bottle|engine|motor"
    r"|battery|steam|man|woman|men|women|attackers?|gunm[ae]n|lightning|tree|explosions?|blasts?|bombs?"
    r"|bombings?|quakes?"
    r"|earthquakes?|formulas?|desire|ambition|greed|curiosity|aftershocks?|storms?|hurricanes?|typhoons?"
    r"|floods?|fires?|isotopes?|waves?|wind|winds)\b)"
)
OBJECT = (
    r"\ (?!(?:by|in|to|at|from|on|off|out|of|when|after|before|and|or|but|him|her|them|me|us|it|that|for|with|as|under"
    r"|over|into|through|during|against|a\ (?:stir|scene|goal|penalty|corner))\b)[a-z]"
)
THING = (
    r"\ (?:[\w-]+[’']s?\ )?(?:an?\ |the\ |its\ |their\ )?(?:[\w-]+\ ){0,2}?(?:prices?|profits?|sales|demand|growth"
    r"|confidence|sentiment|costs?|revenues?|shares?|stocks?|markets?|investors|dollar|pound|euro|yen|hopes"
    r"|morale|exports"
    r"|imports|output|spending|investment|earnings|margins|wages|hiring|econom(?:y|ies)|supply|supplies|trade|tourism"
    r"|recovery|popularity|ratings|credibility|reputation|trust|legitimacy|standing|chances|prospects|businesses)\b"
)
SCOPE = (
    r"(?:since|ever|on\ record|of\ all\ time|(?:in|for)\ (?:living\ memory|history|(?:more\ than\ |over"
    r"\ |at\ least\ |nearly\ |almost\ |about\ )?(?:an?\ |the\ |its\ |their\ )?(?:[\w’'-]+\ )?"
    r"(?:years|decades?|century|centuries|generations?"
    r"|world|country|nation|region|state|city|county|province|continent|hemisphere|industry|sector|history|area"
    r"|district"
    r"|town)|[A-Z][a-z]+)|of\ (?:its\ kind|the\ (?:19|20)\d\ds|the\ (?:year|decade|century|war|crisis)|(?:any|all)\b)"
    r"|worldwide|nationwide|globally|anywhere|to\ date|surviving|living|known|recorded)"
)
# What a directory or an office has in order of size.
IN_A_LIST = (
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
MEASURE = (
    r"(?!(?:\ [\w-]+){1,8}?\ (?:by|in\ terms\ of)\ (?:assets|revenues?|sales|market|volume|population|area"
    r"|number|size|output"
    r"|production|GDP|membership|value|turnover|passengers?|circulation|land|weight)\b)"
)
POSSESSOR = (
    r"(?P<from>(?:(?<![\w’'])(?!(?:it|that|he|she|what|there|here|who|how|where|let|today|tonight|tomorrow"
    r"|yesterday|year"
    r"|week|weekend|month|day|season|night|morning|evening|afternoon|man|woman|one|everyone|everybody|people|life|child"
    r"|party|team|club|side)[’'])[\w.-]+(?:[’']s|s[’'])|(?<!\w)(?:its|their)))"
)
CHANGE = (
    r"(?:die|vanish|disappear|survive|thrive|flourish|run\ out|go\ (?:under|bust)|be\ lost|prevail|backfire|haunt"
    r"|struggle|suffer|fail|collapse|worsen|deteriorate|rise|fall|drop|grow|shrink|soar|plunge|plummet|surge|spread"
    r"|escalate|intensify|lead\ to|result\ in|cause|trigger|spark|fuel|damage|destroy|hurt|harm|undermine|weaken"
    r"|strengthen|boost|benefit|limit|hamper|threaten|jeopardi[sz]e|endanger|affect|drive|force|deter"
    r"|discourage|prevent"
    r"|solve|wipe\ out|cripple|cost|dominate|prove|tilt|tip|reshape|transform|derail|complicate|delay|revive|reignite"
    r"|anger|infuriate|alienate|embolden|make\ it\ (?:harder|easier|more|difficult)|find\ it\ (?:hard|difficult)"
    r"|have\ (?:a|an|little|no|far-reaching|serious|devastating)\ [\w ]{0,20}(?:impact|effect|consequences)"
    r"|be\ (?:felt|hard|difficult|impossible|worse|forced|remembered|devastating|disastrous|costly|painful|unable))\b"
)
OFFICE = (
    r"(?:authorities|government|police|regulators?|officials|ministers|council|ministry|guards|troops|army|company|firm"
    r"|[A-Z][a-z]+)"
)

# What many people have a share in, so that whoever says how it fares has looked at more than one of them.
COMMON = (
    r"(?:industr(?:y|ies)|econom(?:y|ies)|communit(?:y|ies)|towns?|cit(?:y|ies)|villages?|countr(?:y|ies)|nations?"
    r"|regions?|"
    r"part(?:y|ies)|markets?|trust|confidence|morale|lives|livelihoods|famil(?:y|ies)|business(?:es)?|environment|rivers?"
    r"|land|soil|relations?|relationship|tensions|trade|tourism|health|services?|schools?|hospitals?|reputation|peace"
    r"|careers?|public|societ(?:y|ies)|voters|opinion|debate|politics|system|sector|farms?|farmers|workers|crops"
    r"|harvests?|wildlife|landscape|seas?|oceans?|lakes?|bay|forests?|air|stocks|water|jobs|coast|streets|neighbou?rhoods?|fears|anger|hopes|doubts|calls|questions|alarm"
    r"|divisions|credibility|image|standing|authority|democracy|stability|security|growth|demand|supply|supplies"
    r"|finances|income|sales|profits?|costs|bills|prices|rents|crisis|shortages?|unrest|violence|resentment|game|sport)\b"
)
TREND = (
    r"(?:soar(?:ed|ing)|ris(?:en|ing)|fallen|falling|plummet(?:ed|ing)|plung(?:ed|ing)|worsen(?:ed|ing)"
    r"|deteriorat(?:ed|ing)|collaps(?:ed|ing)|sour(?:ed|ing)|spiral(?:led|ed|ling|ing)|surg(?:ed|ing)|declin(?:ed|ing)"
    r"|dwindl(?:ed|ing)|evaporat(?:ed|ing)|ebb(?:ed|ing)|wan(?:ed|ing)|grown|growing|mount(?:ed|ing)|spread(?:ing)?"
    r"|escalat(?:ed|ing)|intensif(?:ied|ying)|deepen(?:ed|ing)|eas(?:ed|ing)|improv(?:ed|ing)|increas(?:ed|ing)"
    r"|doubled|rocketed|turned\ (?:against|sour)|mushroomed|crumbled|crumbling|hardened|shifted|frayed"
    r"|vanish(?:ed|ing)|disappear(?:ed|ing)|dried\ up|run\ out|melted\ away|died\ (?:out|away)|halved|trebled|stalled"
    r"|broken\ down|become\ (?:more|less|worse))\b"
)
# Bodies that have a duty: what they failed to do is a charge.
DUTY = (
    r"(?:hospital|council|government|ministry|department|police|force|school|trust|company|firm|bank|landlord|operator"
    r"|regulator|watchdog|agency|authorit(?:y|ies)|officials|ministers|managers|bosses|doctors|officers|prosecutors"
    r"|developer|airline|club|board|church|diocese|army|state|union|university|charity|insurer|contractor|owners?"
    r"|minister|mayor|bishop|governor|firms|banks|utility|supplier|prison|lender|landlords|troops|soldiers|guards)"
)
PAST = r"(?!.*ing(?:\ \w+)?$).*(?:ed|[a-z]t|en|own|ew|ung|un|ove|et|ade)(?:\ \w+)?"
ING = r".*ing(?:\ \w+)?"
