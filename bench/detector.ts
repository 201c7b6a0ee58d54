/**
 * Megabytes of inquiry text a second in which one core finds identifiers and terms. The text is made
 * up here, of templates with names, numbers and days in them; no peer that finds either in
 * JavaScript is installed. The last line is one JSON object.
 */
import { detect } from '#src/privacy/detector/detect.ts'
import { createDetectStream } from '#src/privacy/detector/detect-stream.ts'
import { findIdentifiers } from '#src/privacy/detector/find-identifiers.ts'
import { findTerms } from '#src/privacy/detector/terms/find-terms.ts'
import { median } from './engines/measure.ts'

const BYTES = 4_000_000
const ROUNDS = 9
const CHUNK = 4_096

const TEMPLATES: readonly string[] = [
  'Hello, my name is {name} and I am looking for help for my {relative}. We live near {city} and have {carrier}, member ID {member}. Please call me at {phone} after 5, I work during the day.\n\nThank you,\n{name}\n\n',
  'Call note {day}: spoke with {name} about the intensive outpatient program. She asked what it costs, whether evenings are possible and how soon an assessment can be scheduled. Left my number and sent the forms to {email}.\n\n',
  'I have been struggling with anxiety and not sleeping for months, and my doctor suggested that I try therapy before changing my medication. I would prefer a video visit. Do you have openings next week, and do you take my insurance? You can reach me at {email}.\n\n',
  'We are a company of 450 people comparing employee assistance programs for next year. Could you send pricing, the size of your network and how quickly an employee gets a first appointment? Our benefits team meets every second week and would like to decide soon.\n\n',
  'Source: website form\nProgram of interest: residential\nPreferred contact: text message\nBest time: mornings\nComments: I am calling for my {relative} who came home from the hospital and needs a place to go. He says he is ready this time. What do we have to bring and how long is the wait?\n\n',
]
const WORDS: Readonly<Record<string, readonly string[]>> = {
  name: ['Maria Okafor', 'James Whitfield', 'Priya Natarajan', 'Daniel Kowalski', 'Grace Lee'],
  relative: ['son', 'daughter', 'brother', 'husband', 'mother'],
  city: ['Tulsa', 'Boise', 'Chattanooga', 'San Antonio', 'Worcester'],
  carrier: ['Aetna', 'Cigna', 'Blue Cross', 'Humana'],
  member: ['W204418276', 'U77120934', 'XEK771029384'],
  phone: ['(512) 555-0142', '303-555-0158', '+1 646 555 0183'],
  day: ['March 3', '10/14/2026', '2026-04-02'],
  email: ['m.okafor@example.com', 'jw1988@example.org'],
}

const pick = (words: readonly string[], index: number): string => words[index % words.length] ?? ''

function makeText(): string {
  const parts: string[] = []
  for (let index = 0, size = 0; size < BYTES; index += 1) {
    const template = pick(TEMPLATES, index)
    const part = template.replace(/\{(\w+)\}/g, (_, word: string) =>
      pick(WORDS[word] ?? [], index * 7 + template.length),
    )
    parts.push(part)
    size += part.length
  }
  return parts.join('')
}

function streamed(text: string): number {
  const stream = createDetectStream()
  let found = 0
  for (let at = 0; at < text.length; at += CHUNK)
    found += stream.push(text.slice(at, at + CHUNK)).length
  return found + stream.end().length
}

const text = makeText()
/** What the detector is mostly asked: one inquiry at a time. */
const inquiries = text.split('\n\n')

const SUBJECTS: Readonly<Record<string, () => number>> = {
  detect: () => detect(text).length,
  'detect, one inquiry at a time': () =>
    inquiries.reduce((found, inquiry) => found + detect(inquiry).length, 0),
  'detect, streamed': () => streamed(text),
  'identifiers only': () => findIdentifiers(text).length,
  'terms only': () => findTerms(text).length,
}

function megabytesPerSecond(run: () => number): number {
  const begin = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(begin)
  return text.length / (user + system)
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const rates = new Map<string, number[]>(Object.keys(SUBJECTS).map((name) => [name, []]))
// The first round warms up and is not counted.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, run] of Object.entries(SUBJECTS)) {
    const rate = megabytesPerSecond(run)
    if (round > 0) rates.get(name)?.push(rate)
  }
}

const rateOf = (name: string): number => Math.round(median(rates.get(name) ?? []) * 10) / 10
say('megabytes per CPU-second, medians:')
for (const name of Object.keys(SUBJECTS))
  say(`${name.padEnd(34)}${String(rateOf(name)).padStart(8)}`)
say(
  JSON.stringify({
    bench: 'detector',
    bytes: text.length,
    inquiries: inquiries.length,
    rounds: ROUNDS,
    found: SUBJECTS['detect']?.(),
    megabytesPerSecond: Object.fromEntries(
      Object.keys(SUBJECTS).map((name) => [name, rateOf(name)]),
    ),
  }),
)
