"""What people call their columns, in bokmål, nynorsk, English, German, Swedish and Danish.

Each word stands under one target only; a test holds that.
"""

import re

from knutepunkt.collect.formats.table.longer_names import told_in

WORDS = {
    "id": "id|guid|uuid|slug|record id|løpenummer|import id|group code|kennung",
    "name": "name|navn|namn|group name|gruppenavn|gruppenamn|title|tittel|meeting name|møtenavn|"
    "møtenamn|navn på gruppe|navn på gruppa|navn på gruppen|namn på gruppa|navn på tilbud|tilbud|"
    "tilbod|resource|resource name|service name|name der gruppe|gruppenname|bezeichnung|titel|"
    "gruppnamn|gruppens namn|gruppens navn",
    "group": "group|gruppe|home group|selvhjelpsgruppe|sjølvhjelpsgruppe|support group|self help "
    "group|selbsthilfegruppe|møtegruppe",
    "group_id": "group id|gruppe id|gruppenummer",
    "organisation": "organisation|organization|organisasjon|forening|lag|foreining|organisation "
    "name|organization name|organisasjonsnavn|organisasjonsnamn|run by|drives av|blir driven av|"
    "arrangør|tilbyder|tilbydar|provider|carrier|träger|verein|eier|eigar|ansvarlig organisasjon",
    "organisation_id": "organisation id|organization id|org id|organisasjon id",
    "organisation_number": "organisation number|organization number|organisasjonsnummer|"
    "organisasjonsnr|orgnr|org nr|org nummer|org number|legal id|tax id|charity number|"
    "registered charity number|vereinsregisternummer",
    "organisation_words": "about the organisation|organisation description|"
    "organization description|om organisasjonen|om foreningen",
    "organisation_url": "organisation website|organization website|organisasjonens nettside",
    "parent_organisation": "parent organisation|parent organization|parent|hovedorganisasjon|"
    "moderorganisasjon|overordnet enhet|overordna eining|dachverband",
    "own_words": "description|beskrivelse|beskriving|omtale|about|about the group|about us|om oss|"
    "om gruppa|om gruppen|om gruppe|own words|egne ord|eigne ord|summary|beschreibung|kurztext|"
    "presentasjon|innhold|innhald|skildring|beskrivning|beskrivelse af gruppen|om gruppens arbeid",
    "theme": "theme|themes|tema|temaer|emne|topic|topics|category|categories|kategori|kategorier|"
    "thema|themen|diagnose|diagnosis|issue|problem|focus|kategorie|stichwort|stichworte|keywords|"
    "emneord|stikkord|ämne|ämnen|ämnesområde|emner|emneområde|temaområde|diagnoser|diagnos|"
    "diagnosen|"
    "problemområde|sykdom|sjukdom",
    "target_group": "target group|target groups|målgruppe|målgrupper|audience|who is it for|"
    "for whom|for hvem|for kven|hvem er det for|zielgruppe|zielgruppen|eligibility|client group|"
    "målgrupp|"
    "for hvem er gruppa|hvem passer det for|för vem|för vilka|für wen|til hvem",
    "working_form": "working form|arbeidsform|arbeidsmåte|method|metode|methods|how we work|"
    "arbeitsweise|type of group|group type|gruppetype|type gruppe|type tilbud",
    "organisation_form": "organisation form|drift|how it is run|ledelse",
    "format": "format|formats|møteform|møtemåte|form|attendance|attendance option|venue type|"
    "delivery|delivery method|fysisk digital|fysisk eller digitalt|digitalt fysisk|"
    "online in person|online or in person|in person or online|teilnahmeform|mötesform|mødeform|"
    "møtetype digital fysisk",
    "language": "language|languages|språk|spoken languages|sprache|sprachen|languages spoken|sprog",
    "openness": "openness|open|åpenhet|åpen|openheit|open or closed|åpen lukket|åpen eller lukket|"
    "ope eller lukka|who can attend|hvem kan komme|kven kan komme|open closed|offen|"
    "offen geschlossen",
    "accessibility": "accessibility|tilgjengelighet|tilgjenge|universell utforming|access|"
    "wheelchair access|barrierefreiheit|barrierefrei|tilrettelegging|"
    "tillgänglighet|tilgængelighed",
    "minimum_age": "minimum age|min age|age from|alder fra|frå alder|nedre aldersgrense|"
    "aldersgrense|mindestalter",
    "maximum_age": "maximum age|max age|age to|alder til|øvre aldersgrense|höchstalter",
    "state": "state of group|status|group status|tilstand|aktiv|active|is active|stand",
    "schedule": "schedule|when|når|møtetid|møtetider|tidspunkt|tid og dag|dag og tid|dag tid|"
    "meeting time|meeting times|meeting schedule|meets|tidsplan|timeplan|wann|treffen|termine|"
    "zeiten|opening hours|opening hours text|åpningstid|åpningstider|opningstider|öffnungszeiten|"
    "hours|day and time|days and times|date and time|dato og tid|tid og sted|mötestid|mødetid|"
    "tidpunkt|møtetidspunkt",
    "weekday": "weekday|week day|day|days|dag|dager|dagar|ukedag|vekedag|day of week|"
    "day of the week|meeting day|møtedag|wochentag|tag|tage|day s|veckodag|veckodagar|ugedag|"
    "ugedage|mötesdag|mødedag",
    "every": "every|frequency|hyppighet|hyppigheit|hvor ofte|kor ofte|how often|recurrence|"
    "frekvens|intervall|interval|häufigkeit|rhythmus|turnus|gjentas|gjentar seg|uke|week",
    "date": "date|dates|dato|datoer|datoar|datum|next date|neste møte|next meeting",
    "time": "time|start time|klokkeslett|kl|klokka|klokken|tid|starttid|start|begin|beginn|begins|"
    "from|fra|frå|uhrzeit|starts at|time start|opens at|startzeit|fra kl|frå kl",
    "end_time": "end time|end|slutt|sluttid|sluttidspunkt|to|til|ends|ende|ends at|closes at|"
    "time end|til kl|endzeit",
    "minutes": "minutes|duration|varighet|lengd|length|dauer|minutter|minutt|varigheit",
    "season_start": "first date|første møte|first meeting|oppstart|oppstartsdato|start dato|"
    "season start|sesongstart|start date|startdato|valid from|from date|fra dato|"
    "frå dato|startdatum|gyldig fra",
    "season_end": "season end|sesongslutt|end date|sluttdato|valid to|until|to date|til dato|"
    "enddatum|gyldig til",
    "except_on": "exceptions|except|unntak|unnatak|not on|ikke møte|ikkje møte|cancelled dates|"
    "ausnahmen|ferier",
    "also_on": "also on|extra dates|ekstra datoer|ekstra møte",
    "timezone": "timezone|time zone|tidssone|zeitzone",
    "place": "venue|place|location|location name|venue name|sted|stad|lokale|lokal|møtested|"
    "møtestad|meeting place|building|bygning|ort der treffen|treffpunkt|veranstaltungsort",
    "address": "address|adresse|street|street address|gateadresse|gate|formatted address|address 1|"
    "address1|address line 1|besøksadresse|postadresse|straße|strasse|anschrift|full address|"
    "veiadresse|forretningsadresse adresse|adr",
    "postal_code": "postal code|postalcode|postcode|post code|zip|zip code|zipcode|postnummer|"
    "postnr|plz|postleitzahl|forretningsadresse postnummer",
    "city": "city|town|by|poststed|poststad|tettsted|by sted|by tettsted|ort|stadt|postort|"
    "municipality or "
    "city|forretningsadresse poststed|town city",
    "municipality": "municipality|kommune|kommun|kommunenavn|kommunenamn|gemeinde|local authority|"
    "forretningsadresse kommune",
    "county": "county|fylke|region|state|province|state territory|state province|state or province|"
    "landkreis|bundesland|district council|fylkesnavn",
    "area": "area|district|bydel|sub region|neighborhood|neighbourhood|neighborhood region|"
    "neighbourhood region|stadtteil|bezirk|område|borough",
    "country": "country|land|country code|landkode|staat",
    "latitude": "latitude|lat|breddegrad|breddegradar|breitengrad|geo lat|y",
    "longitude": "longitude|lng|lon|long|lengdegrad|längengrad|geo lng|geo lon|x",
    "coordinates": "coordinates|koordinater|lat lng|lat long|lat lon|latlng|geo|koordinaten|"
    "position|posisjon",
    "area_only": "approximate|approximate address|omtrentlig adresse",
    "place_notes": "location notes|directions|veibeskrivelse|vegskildring|hvordan finne fram|"
    "how to find us|how to get there|anfahrt|romnummer|room|rom|etasje|floor|raum",
    "what_3_words": "what3words|what 3 words|what three words|w3w|what3 words|what 3words",
    "online_url": "online url|online link|conference url|zoom|zoom link|zoom url|meeting link|"
    "møtelenke|møtelenkje|lenke til møte|lenke digitalt møte|digital lenke|videolenke|teams link|"
    "virtual meeting link|teamslenke|zoomlenke|zoom lenke|video link",
    "online_notes": "online notes|conference url notes|zoom notes|meeting id|møte id",
    "dial_in": "dial in|conference phone|dial in number|ring inn|innringing|einwahl",
    "fee": "fee|fees|cost|costs|price|pris|kostnad|kontingent|egenandel|eigendel|kosten|gebühr|"
    "avgift|koster|koster det noe|hva koster det|kva kostar det|hvad koster det|vad kostar det|"
    "betaling|"
    "deltakeravgift|deltakaravgift|deltagaravgift|pris per gang",
    "how_to_join": "how to join|how to apply|application process|påmelding|hvordan bli med|"
    "korleis bli med|hvordan melde seg på|registration|sign up|joining|oppstart og påmelding|"
    "anmeldung|deltakelse|ta kontakt",
    "url": "url|website|web|web page|webpage|homepage|home page|nettside|nettsted|nettstad|"
    "hjemmeside|heimeside|link|lenke|lenkje|webseite|internet|web address|nettadresse|webside|"
    "webbplats|hemsida",
    "updated": "updated|last updated|updated at|oppdatert|sist oppdatert|modified|last modified|"
    "sist endret|sist endra|changed|endret|aktualisiert|date modified|date updated|opening hours "
    "last updated|stand der daten",
    "confirmed": "confirmed|verified|last verified|bekreftet|sist bekreftet|stadfesta|sist "
    "stadfesta|assured date|last checked|sist sjekket|kontrollert|sist kontrollert|geprüft|"
    "last contact|date checked|checked",
    "contact": "contact|contacts|kontakt|kontaktinfo|kontaktinformasjon|contact details|"
    "contact info|contact information|kontaktopplysninger|kontaktdaten|social contact",
    "contact_name": "contact name|contact person|kontaktperson|kontaktpersonar|kontaktpersoner|"
    "leder|leiar|gruppeleder|gruppeleiar|leader|facilitator|ansprechpartner|ansprechpartnerin|"
    "ansprechperson|igangsetter|igangsetjar|organiser|organizer|kontaktnavn|navn kontaktperson",
    "contact_email": "email|e mail|mail|epost|e post|epostadresse|e postadresse|contact email|"
    "contact e mail|email address|e mail address|admin emails|kontakt epost|kontakt e post",
    "contact_phone": "phone|telephone|telefon|tlf|tel|mobil|mobile|phone number|telephone number|"
    "telefonnummer|mobilnummer|contact phone|hotline|helpline|kontakttelefon|"
    "contact number|mobiltelefon",
    "notes": "notes|note|merknad|merknader|notat|notater|kommentar|kommentarer|comments|comment|"
    "anmerkung|anmerkungen|bemerkung|bemerkungen|other information|annet|anna|meeting notes|"
    "remarks|tilleggsinfo|tilleggsinformasjon|andre opplysninger",
    "term": "types|meeting type|meeting types|tags|tag s|merkelapper|etiketter",
}
BY_WORD = {word: target for target, words in WORDS.items() for word in words.split("|")}
CAMEL = re.compile(r"(?<=[a-zæøåäöü])(?=[A-ZÆØÅÄÖÜ])")
BRACKETS = re.compile(r"\([^)]*\)")
# "location_address_1": the words before the name of a part of an address.
PLACES = frozenset(["location", "venue", "place", "meeting", "sted", "stad"])
OF_PLACES = frozenset(
    "address postal_code city municipality county country latitude longitude".split()
)
AROUND = "parent."
BREAKS = re.compile(r"[^\w]+|_+")
LANGUAGES = {
    "nb": "nb|bokmål|norsk|norwegian|no", "nn": "nn|nynorsk", "en": "en|eng|english|engelsk",
    "de": "de|deutsch|tysk|german", "se": "se|nordsamisk|northern sami|davvisámegiella|samisk",
    "uk": "uk|ukrainsk|ukrainian", "ar": "ar|arabisk|arabic", "pl": "pl|polsk|polish",
}  # fmt: skip
LANGUAGE_BY_WORD = {word: code for code, words in LANGUAGES.items() for word in words.split("|")}


def folded_name(name: str) -> str:
    """A column's name in lower case with single spaces: "PostalCode", "postal_code" are alike."""
    return BREAKS.sub(" ", CAMEL.sub(" ", name.strip())).strip().lower()


def target_of(name: str) -> str:
    """The target that a column's name means, or "".

    Words in brackets are tried with and without; of a dotted path the last part counts too.
    What stands around an object in JSON is not what the object is.
    ``own_words`` gets the language behind the name: "Beskrivelse (nynorsk)" is ``own_words_nn``.
    """
    if name.startswith(AROUND):
        return ""
    for form in (name, BRACKETS.sub(" ", name), name.rpartition(".")[2]):
        if target := BY_WORD.get(folded_name(form), ""):
            if target == "own_words" and form != name and language_behind(name):
                return f"own_words_{language_behind(name)}"
            return target
    before, _, rest = folded_name(name).partition(" ")
    if before in PLACES and BY_WORD.get(rest) in OF_PLACES:
        return BY_WORD[rest]
    words, _, last = folded_name(name).rpartition(" ")
    if BY_WORD.get(words) == "own_words" and last in LANGUAGE_BY_WORD:
        return f"own_words_{LANGUAGE_BY_WORD[last]}"
    return told_in(folded_name(name))


def language_behind(name: str) -> str:
    """The language in brackets behind a column's name, or ""."""
    inside = name.partition("(")[2].partition(")")[0]
    return LANGUAGE_BY_WORD.get(folded_name(inside), "")
