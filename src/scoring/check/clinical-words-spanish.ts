import { type Topic, topic } from './clinical-topic.ts'

const CONDITIONS = topic(
  'ansiedad|ansios[oa]s?|depresion(?:es)?|depresiv[oa]s?|deprimid[oa]s?|esquizo\\w+|psicosis|psicotic[oa]s?|tept|traumas?|traumatic[oa]s?|toc|tdah|autis(?:mo|tas?)|panico|fobias?|trastornos?|anorexi[ac]\\w*|bulimi[ac]\\w*|insomnio|demencias?|manias?|maniac[oa]s?|duelo',
)
const SUBSTANCES = topic(
  'adiccion(?:es)?|adict\\w+|drogadic\\w+|drogas?|consumo de (?:sustancias|alcohol|drogas)|uso de sustancias|beber|bebida|opioides?|opiaceos?|heroina|fentanilo|cocaina|metanfetaminas?|marihuana|sobri[oa]s?|sobriedad|desintoxica\\w+|abstinencia|sobredosis|intoxica\\w+',
)
const MEDICATION = topic(
  'medicament\\w*|medicaciones|medicacion|farmac\\w+|recetas?|recetad[oa]s?|dosis|antidepresiv\\w+|litio|buprenorfina|metadona|naltrexona|naloxona|sertralina|ketamina',
)
const DANGER = topic(
  'suicid\\w*|autolesi\\w+|en crisis|desesperad[oa]s?|desesperanza|violen\\w+|abus[oa]\\w*|maltrat\\w+',
)
const FINDINGS = topic(
  'diagnostic\\w+|sintomas?|gravedad|comorbilidad\\w*|pronosticos?|enfermedad(?:es)?|enferm[oa]s?|necesidad medica|cie(?:-?10)?',
)
const MEDICINE = topic(
  'crisis|emergencias?|urgencias?|clinic[oa]s?|clinicamente|sever[oa]s?|agud[oa]s?|cronic[oa]s?|pacientes?|tratamientos?|mental(?:es|mente)?|psiquiatr\\w+|psicolog\\w+|hospitaliza\\w+|internamientos?|residencial(?:es)?|ambulatori[oa]s?|rehabilita\\w+',
  true,
)

/** What `clinical-words.ts` knows in English, in Spanish. */
export const SPANISH_TOPICS: readonly Topic[] = [
  CONDITIONS,
  SUBSTANCES,
  MEDICATION,
  DANGER,
  FINDINGS,
  MEDICINE,
]
