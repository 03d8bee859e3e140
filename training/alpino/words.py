"""Word lists for what the treebank's coarse parts of speech leave open, in lower case.

Closed classes only; the choices are those of the Dutch treebanks of Universal Dependencies
(https://universaldependencies.org/nl/).
"""


def listed(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


POSSESSIVES = listed(
    "mijn mijne m'n jouw je uw zijn zijne z'n zijner zijns haar ons onze hun hunne mijner onzer harer "
    "zijn/haar ieders iedereens andermans elkaars niemands "
)
DETERMINERS = listed(
    "de het een 'n 't der des den dezer deze dit die dat dien geen elk elke ieder iedere alle al "
    "allerlei enig enige enkele enkel sommige beide beider menig menige meerdere verscheidene ettelijke "
    "zo'n zulk zulke dezelfde hetzelfde eenzelfde diezelfde datzelfde welk welke wat veel weinig meer "
    "minder voldoende onvoldoende genoeg evenveel hoeveel zoveel diens wiens wier dergelijke "
)
PRONOUNS = listed(
    "ik mij me mijzelf mezelf jij je jou jezelf u uzelf hij hem 'm ie zij ze haar het 't wij we ons "
    "onszelf jullie gij hen hun zich zichzelf zelf men die dat deze dit wie wat welke welk hetgeen "
    "degene degenen diegene diegenen iets niets niks iemand niemand iedereen ieder elk alles allen "
    "beiden beide elkaar elkander mekaar velen sommigen enkelen weinigen veel weinig meer minder genoeg "
    "zoiets enige enigen menigeen geen wiens wier dezulken eenieder alle sommige zoveel evenveel "
    "hoeveel één-en-ander hemzelf haarzelf henzelf hunzelf zo'n ettelijken dezelfde hetzelfde al "
    "datgene ene "
)
PLACE_PRONOUNS = listed("er daar hier waar ergens nergens overal")
PREPOSITIONS = listed(
    "aan achter af behalve behoudens beneden bij binnen boven buiten conform dankzij door gedurende "
    "halverwege heen in inzake langs met mee middels na naar naast namens nabij om omstreeks omtrent "
    "ondanks onder op over per plus rond rondom sedert sinds te tegen tegenover ten ter tijdens toe tot "
    "tussen uit van vanaf vanuit vanwege via volgens voor voorbij wegens zonder neer ingevolge qua "
    "benevens ongeacht terzake jegens alvorens krachtens onverminderd kontra contra versus à a "
)
COORDINATORS = listed(
    "en of maar want doch noch dus alsmede zowel hetzij etc. enz. enzovoort enzovoorts e.d. resp. "
    "respectievelijk en/of ofwel oftewel tot t/m annex alias plus "
)
ARTICLES = listed("de het een 't 'n der des den")
NAME_LINKS = listed("van de der den het 't ter ten te la le les du von zu da di el al op in aan bij en ")
MONTHS = listed("januari februari maart april mei juni juli augustus september oktober november december ")
WEEKDAYS = listed("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag")
NUMERALS = listed(
    "een één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig "
    "honderd duizend anderhalf honderden duizenden tientallen "
)
INTERJECTIONS = listed(
    "ja nee neen jazeker och ach nou he hé hè hoor sjonge hup wee ha o oh ah tja goh hallo pardon jawel "
    "bravo "
)
ABBREVIATIONS = listed("o.a. o.m. d.w.z. m.a.w. nl. a.s. jl. nr. ca. zgn. m.n. d.i. v.h. i.p.v. e.a. a.u.b. ")
ADVERBS_AS_ADJECTIVES = listed(
    "geleden vele meeste weinige meest meer minder veel weinig even eens anders samen alleen zo"
)
ADJECTIVES_AS_ADVERBS = listed(
    "heel juist voornamelijk vlak zeker vroeger destijds later eigenlijk natuurlijk direct kort ongelukkig "
    "gewoon uiterst gezamenlijk uitsluitend nogmaals "
)
NOUNS_AS_ADVERBS = listed("eind begin midden uur")
ADVERBS_AS_NOUNS = listed(
    "gisteravond gistermiddag gisterochtend gistermorgen vanavond vanmorgen vanmiddag vannacht gisternacht "
    "morgenavond morgenmiddag morgenochtend overmorgen eergisteren "
)
LOCATIONS = listed("binnen boven beneden buiten achter voor onder neer over op af aan tegen bij door mee toe")
SYMBOLS = listed("flo % km m cm mm kg & + = x / ° f")
TITLES = listed("dr. drs. mr. ir. prof. ds. mej. mevr. ing. mgr. jhr. pater st. sint")
ADJECTIVES_LIKE_PARTICIPLES = listed(
    "bekend bekende verschillend verschillende voldoende gewond geheel gehele zogenaamd zogenaamde "
    "zogeheten genaamd uitsluitend geliefd geliefde beroemd beroemde berucht gezond gezonde uitstekend "
    "uitstekende spannend spannende treffend woedend woedende daaropvolgende indrukwekkend "
    "indrukwekkende verbazingwekkend verliefd bereid tevreden onbekend onbekende dringend dringende "
    "verleden gemeen gering geringe gelijk gewoon gewone gemakkelijk bevoegd gebaat gerust getal "
    "gedurende genoeg verend gedeeltelijk begaafd begaafde gegoed ongetwijfeld "
)
COLLECTIVES = listed("miljoen miljard")
AUXILIARY_ROOTS = listed("heb ben kan moet mag zal")
