import { type AvoidRow, avoidRow as row } from './avoid-row.ts'

/** Endings of number and gender, and what is written to leave gender open. */
const OA = '(?:[oaex]|@)s?'
const OR = '(?:or|ora|ores|oras)'
const SUBSTANCES = '(?:sustancias?|drogas?|alcohol|opioides|opiaceos|medicamentos|farmacos)'

/**
 * The table of `avoid-use-table.ts` in Spanish, row by row. After NIDA, "Las palabras importan"
 * (nida.nih.gov/es), and guides in Spanish to speaking safely of suicide; what has no source there is
 * what the English row says.
 */
export const SPANISH_AVOID_USE_TABLE: readonly AvoidRow[] = [
  row(
    'former-addict',
    `ex[ -]?(?:(?:drog)?adict|alcoholic|toxicoman)${OA}|adict${OA} (?:rehabilitad|reformad|recuperad)${OA}`,
    'persona en recuperación',
  ),
  row(
    'addict',
    `(?:drog)?adict${OA}|(?:toxico|cocaino|heroino)man${OA}|drogat${OA}|drogotas?|yonquis?|marihuanos?|usuari${OA}|consumid${OR} de ${SUBSTANCES}|abusad${OR}`,
    'persona con un trastorno por uso de sustancias; persona que usa …',
  ),
  row(
    'alcoholic',
    `(?<!bebidas? )alcoholic${OA}|borrach${OA}|ebri${OA}`,
    'persona con un trastorno por uso de alcohol',
  ),
  row(
    'substance-abuse',
    `(?:abuso|abusar|mal uso|dependencia|habito) del? ${SUBSTANCES}|dependencia (?:al?|quimica|fisica)|(?:farmaco|drogo)dependencia|(?:farmaco|drogo)dependientes?|drogadiccion|toxicomanias?|vici(?:os?|os[oa]s?)`,
    'uso de sustancias; trastorno por uso de sustancias; uso no saludable',
  ),
  row('clean-dirty', `limpi${OA}|suci${OA}`, 'resultado negativo o positivo; en recuperación'),
  row(
    'relapse',
    'reca(?:idas?|er|en?|igo|yo|yeron|ido|yendo)',
    'volvió a usar; tuvo un contratiempo',
  ),
  row(
    'intoxication',
    `drogad${OA}|se drog(?:an?|o|aron|aban?)|(?:esta|estan|estaba|iba|va) (?:colocad|trabad|volad|puest)${OA}|pasad${OA} de copas`,
    'bajo los efectos de una sustancia; en abstinencia; usa',
  ),
  row(
    'replacement-therapy',
    `(?:terapia|tratamiento)s? (?:de|con) (?:sustitucion|reemplazo|sustitutos)|(?:terapia|tratamiento)s? sustitutiv${OA}|(?:sustitucion|reemplazo) (?:de|con) (?:opioides|opiaceos)`,
    'medicación para el trastorno por uso de opioides',
  ),
  row(
    'committed-suicide',
    'comet(?:er|e|en|io|ieron|ido|iendo) (?:un )?suicidio|se mat(?:o|aron)',
    'murió por suicidio',
  ),
  row(
    'suicide-attempt',
    `(?:intentos?(?: de suicidio)?|suicidios?) (?:fallid|fracasad|exitos|frustrad|consumad|lograd|completad|malograd)${OA}`,
    'murió por suicidio; intento de suicidio',
  ),
  row(
    'suicide-drama',
    '(?:epidemia|ola) de suicidios?|(?:se )?(?:dispar(?:an?|aron|ado)) (?:los )?suicidios?|suicidios? se dispar(?:an?|aron)|por las nubes',
    'palabras neutras; omítalo',
  ),
  row(
    'condition-as-person',
    `esquizofrenic${OA}|psicotic${OA}|(?:una?|el|la|l[oa]s|es|son|eran?) (?:bipolar(?:es)?|borderline|anorexic${OA}|bulimic${OA}|depresiv${OA}|maniac${OA})|enferm${OA} mental(?:es)?|loc${OA}`,
    'persona que vive con …; en nuestros textos, omita la condición',
  ),
  row(
    'blame',
    `incumplid${OR}|incumpl(?:e|en|io|ieron|imientos?)|no (?:cumpl(?:e|en|io|ieron)|se present(?:an?|o|aron))|no[ -]shows?|se (?:nego|negaron|niegan?)|rehus(?:an?|o|aron|ando)|rechaz(?:an?|o|aron|ando)|resistentes?|renuentes?`,
    'no pudo asistir a la cita; prefirió no hacerlo',
  ),
  row(
    'judgement',
    `manipulad${OR}|llam(?:an?|ar|ando) la atencion|busca(?:n|ndo)? drogas|buscad${OR} de drogas|conflictiv${OA}|pacientes? (?:dificil(?:es)?|problematic${OA})`,
    'describa la necesidad; omítalo',
  ),
  row(
    'suffering',
    `sufr(?:e|en|ia|ian|io|ieron|ir|ido|iendo) de|padec(?:e|en|ia|ian|io|ieron|er|ido|iendo)|victimas? de|aquejad${OA}|afligid${OA} por`,
    'persona con …; vivió …',
  ),
  row(
    'whats-wrong',
    'que (?:le|les|te) pasa|que tienes? de malo|que (?:anda|esta) mal (?:con|en) (?:usted|ti|el|ella)|cual es su problema',
    '¿qué le pasó?; ¿cómo se siente?',
  ),
  row(
    'orders',
    '(?:tienen?|tienes) que|deb(?:e|es|en|eras?|eran|erias?|erian)|(?:usted|tu) necesitas?|es (?:necesario|preciso|obligatorio) que',
    'puede …; si lo desea, puede …',
  ),
  row(
    'false-comfort',
    `confi[ea] en mi|creame|ya esta (?:a salvo|segur${OA})|podemos (?:arreglar|solucionar)(?:l[oa])?|se (?:exactamente |perfectamente )?como se siente|calm(?:ese|ate)|tranquil(?:icese|izate)`,
    'haremos lo posible; estoy aquí para escuchar',
  ),
  row(
    'urgency',
    `ultim${OA} (?:oportunidad(?:es)?|plazas?|lugar(?:es)?|cupos?)|(?:actue|actua|llame|llama) (?:ya|ahora|hoy)|no (?:esperes?|demores?|pierdas?|(?:lo )?dejes? pasar|se lo pierda)|dese prisa|apurese|apurate|(?:plazas?|cupos?|lugares|camas|tiempo|oferta|espacios?) limitad${OA}|antes de que sea (?:demasiado )?tarde|solo quedan? [a-z0-9]+ (?:camas?|lugar(?:es)?|plazas?|cupos?)|se (?:agotan?|acaban?)|cuanto antes|lo antes posible`,
    'disponibilidad, como es',
  ),
  row(
    'promise',
    `garanti(?:zan?|zamos|zar|zad${OA}|as?)|cur(?:an?|as|ar|arse|ara|aran|amos|aciones|acion|ad${OA})|100 ?(?:%|por ciento) [a-z]+|(?:completa|total|absoluta)mente confidencial(?:es)?|(?:conformes?|cumplen?|cumplimos) (?:al?|con)(?: la)? (?:ley )?hipaa|sin (?:ningun )?riesgos?|prometemos|le prometo|con toda seguridad`,
    'ninguna promesa',
  ),
  row(
    'coverage-promise',
    `(?:esta|estan|estara|estaran|queda|quedan|totalmente|completamente) cubiert${OA}|(?:seguro|plan|aseguradora) (?:se )?(?:lo )?(?:cubre|cubrira|paga|pagara)`,
    'los beneficios se están verificando; los beneficios están verificados',
  ),
  row(
    'sales-talk',
    `prospect${OA}|leads? (?:calientes?|fri${OA}|muert${OA}|basura|mal${OA}|perdid${OA})|clientes? potencial(?:es)?|(?:cerrar|cierre|cierra|cerro|cerrando)(?:(?: (?:el|la|un|una|est[ea]|es[ea]))? (?:ventas?|tratos?|negocios?|leads?|clientes?|pacientes?)|l[oa])|enganch(?:ar|e|a|arl[oa])|capt(?:ar|e|a) (?:clientes|pacientes)`,
    'consulta; persona que busca ayuda; dar seguimiento; no corresponde, referir',
  ),
]
