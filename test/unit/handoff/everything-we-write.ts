import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { PROPERTIES, PROPERTY_GROUP } from '#connectors/hubspot/provisioning/properties.ts'
import { FIELDS } from '#connectors/salesforce/provisioning/properties.ts'
import { contactHours } from '#src/consent/contact-hours.ts'
import { fill } from '#src/handoff/fill.ts'
import { hoursLine } from '#src/handoff/hours-line.ts'
import { noteDate, withinWords } from '#src/handoff/note-date.ts'
import type { NoteTexts } from '#src/handoff/texts/note-texts.ts'
import { TEXTS_IN } from '#src/handoff/texts/texts-in.ts'
import { LANGUAGES, NOW } from './note-input.ts'

const ROOT = new URL('../../../', import.meta.url)
const MODEL_FILES = readdirSync(new URL('models/', ROOT)).filter((name) => name.endsWith('.yaml'))

/** Every string the product can put before a rep, with where it comes from. */
export function everythingWeWrite(): readonly (readonly [from: string, text: string])[] {
  const from = (place: string, texts: readonly string[]) =>
    [...new Set(texts)].map((text) => [place, text] as const)
  return [
    ...LANGUAGES.flatMap((language) => from(`notes (${language})`, filledTemplates(language))),
    ...MODEL_FILES.flatMap((name) => from(`models/${name}`, modelTexts(name, SHOWN))),
    ...MODEL_FILES.flatMap((name) => from(`because of models/${name}`, modelTexts(name, WHY))),
    ...from('HubSpot properties', hubspotTexts()),
    ...from('Salesforce fields', stringsIn(FIELDS)),
    ...[...sourcesUnder('src/cli/').filter(isOfScores), ...sourcesUnder('src/scoring/')].flatMap(
      (file) => from(file, literalsIn(file)),
    ),
  ]
}

function hubspotTexts(): readonly string[] {
  const definitions = Object.values(PROPERTIES).flat()
  return stringsIn([
    PROPERTY_GROUP,
    definitions.map(({ name, label, description, options }) => [name, label, description, options]),
  ])
}

/** Each template as it is and with its slots filled by whatever may stand in them. */
function filledTemplates(language: (typeof LANGUAGES)[number]): readonly string[] {
  const texts = TEXTS_IN[language]
  const { activities, about, ...happened } = texts.happened
  const told = Object.values(activities).flatMap((template) =>
    Object.values(about).map((topic) => fill(template, { about: topic })),
  )
  const sentences = told.flatMap((what) =>
    [happened.once, happened.often].map((template) =>
      fill(template, { date: noteDate(NOW, language), what, times: '3' }),
    ),
  )
  const rest = Object.values(texts.rest).flatMap((template) =>
    ['+5', '-12'].map((points) => fill(template, { points, count: '3' })),
  )
  return [
    ...stringsIn(texts),
    ...sentences,
    ...rest,
    ...consentTexts(texts),
    ...nextTexts(language),
  ]
}

function consentTexts(texts: NoteTexts): readonly string[] {
  const { channels, closed, closedBecause, closedUnsaid, anyChannel, withCare, allowed } =
    texts.consent
  const names = [...Object.values(channels), Object.values(channels).join(', '), anyChannel]
  const states = ['CA', 'RI', 'TX', 'UT', 'AK', 'HI', undefined]
  return [
    ...names.flatMap((name) =>
      [...Object.values(closedBecause), closedUnsaid].map((why) =>
        fill(closed, { channels: name, why }),
      ),
    ),
    ...names.flatMap((name) => [withCare, allowed].map((one) => fill(one, { channels: name }))),
    ...states.flatMap((state) => hoursLine(contactHours(state), ['phone', 'sms'], texts) ?? []),
  ]
}

function nextTexts(language: (typeof LANGUAGES)[number]): readonly string[] {
  const { actions, conversation } = TEXTS_IN[language]
  const times = [30, 240, 2_880].map((minutes) => ` ${withinWords(minutes, language)}`)
  return [
    ...Object.values(actions).flatMap((action) => times.map((within) => fill(action, { within }))),
    ...Object.values(conversation.questions).map((asked) =>
      fill(conversation.ask, { questions: Object.values(asked).join('; ') }),
    ),
  ]
}

/** What of a model reaches reps, and what only who reads its document. */
const SHOWN = ['id', 'reason', 'label', 'theme', 'description', 'spanish']
const WHY = ['because']

function modelTexts(name: string, keys: readonly string[]): readonly string[] {
  const model: unknown = parse(readFileSync(new URL(`models/${name}`, ROOT), 'utf8'))
  return textsAt(model, keys)
}

function textsAt(node: unknown, keys: readonly string[]): readonly string[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, value]) =>
    keys.includes(key) ? stringsIn(value) : textsAt(value, keys),
  )
}

/** Values at any depth, and names: those of properties travel as well. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

/** Other commands are for administrators and speak of fields, users and servers, not of people. */
function isOfScores(file: string): boolean {
  return /^src\/cli\/(?:csv\/|explain|model-|score|what-if)/.test(file)
}

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/^check\/.*words/.test(name))
    .map((name) => folder + name)
}

const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm
const LITERALS = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g

function literalsIn(file: string): readonly string[] {
  const code = readFileSync(new URL(file, ROOT), 'utf8').replace(COMMENTS, '')
  return [...code.matchAll(LITERALS)]
    .map(([, single, double, template]) => single ?? double ?? template ?? '')
    .map((text) => text.replace(/\$\{[^}]*\}/g, '…'))
    .filter((text) => /[a-z]/i.test(text) && !/^[#.]|^node:/.test(text))
}
