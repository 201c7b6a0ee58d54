/**
 * Contacts scored per CPU-second on one core, against the rule engines a team might take instead: 20
 * fit and 12 engagement rules over 20,000 contacts with 15 activities, reasons included. Rounds
 * alternate between the engines; results are checked equal first. The last line is one JSON object.
 *
 * What is asked of each is the same: from a contact as it is stored (facts and activities) to score,
 * fit, engagement, grade, tier and the rules that counted with whole points. A rule is data in the
 * engine's own language wherever that language can say it. What none of them can say — decay, caps
 * that show in the points, points that add up, grade and tier — the peers get from hand-written code
 * for this one model, inside the measured time as it is for Leadwell.
 */
import { isDeepStrictEqual } from 'node:util'
import type { Subject } from '#src/scoring/score.ts'
import type { Contender, Outcome } from './engines/contender.ts'
import { createJsonLogicEngine } from './engines/json-logic-engine.ts'
import { createJsonRulesEngine } from './engines/json-rules-engine.ts'
import { comparable, createLeadwell } from './engines/leadwell.ts'
import { measureRound, median } from './engines/measure.ts'
import { createSubjects, NOW } from './engines/subjects.ts'
import { createBatchedZenEngine, createZenEngine } from './engines/zen-engine.ts'

const CONTACTS = 20_000
const ROUNDS = 9
/** Contacts whose results are compared; the slowest engine takes about ten seconds for them. */
const COMPARED: Readonly<Record<string, number>> = {
  'json-rules-engine': 4_000,
  'zen-engine': 8_000,
}

async function outcomesOf(contender: Contender, some: readonly Subject[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  await contender.scoreAll(some, NOW, (outcome) => outcomes.push(comparable(outcome)))
  return outcomes
}

/** How many contacts were found equal; throws at the first that is not. */
async function checkEqual(peer: Contender, ours: readonly Outcome[]): Promise<number> {
  const theirs = await outcomesOf(peer, subjects.slice(0, COMPARED[peer.name] ?? CONTACTS))
  theirs.forEach((outcome, index) => {
    if (isDeepStrictEqual(outcome, ours[index])) return
    const shown = JSON.stringify({ contact: index, leadwell: ours[index], [peer.name]: outcome })
    throw new Error(`${peer.name} and leadwell differ: ${shown}`)
  })
  return theirs.length
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const subjects = createSubjects(CONTACTS)
const leadwell = createLeadwell()
const peers = [createJsonRulesEngine(), createZenEngine(), createJsonLogicEngine()]
// All are called with one contact; this shows what calling with many would bring.
const others = [createBatchedZenEngine()]

const ours = await outcomesOf(leadwell, subjects)
const compared: Record<string, number> = {}
for (const peer of [...peers, ...others]) {
  compared[peer.name] = await checkEqual(peer, ours)
  say(`${peer.name}: the same result for ${compared[peer.name]} contacts`)
}

const contenders = [leadwell, ...peers, ...others]
const rounds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
// The first round warms up and is not counted.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const contender of contenders) {
    const rate = await measureRound(contender, subjects)
    if (round > 0) rounds.get(contender.name)?.push(rate)
  }
}

/** Ours over theirs, round by round, so that a slow minute of the machine weighs on both. */
function ratioTo(name: string): number {
  const each = (rounds.get(name) ?? []).map(
    (theirs, round) => (rounds.get('leadwell')?.[round] ?? 0) / theirs,
  )
  return Math.round(median(each) * 10) / 10
}

const rateOf = (name: string): number => Math.round(median(rounds.get(name) ?? []))
const namesOf = (some: readonly Contender[]): readonly string[] => some.map(({ name }) => name)
const ratesOf = (some: readonly Contender[]): Record<string, number> =>
  Object.fromEntries(namesOf(some).map((name) => [name, rateOf(name)]))
const ratiosTo = (some: readonly Contender[]): Record<string, number> =>
  Object.fromEntries(namesOf(some).map((name) => [name, ratioTo(name)]))

say('contacts per CPU-second, medians:')
for (const { name } of contenders) {
  const times = name === 'leadwell' ? '' : `   leadwell is ${ratioTo(name)} times as fast`
  say(`${name.padEnd(34)}${rateOf(name).toLocaleString('en').padStart(10)}${times}`)
}
const result = {
  bench: 'scoring',
  contacts: CONTACTS,
  rounds: ROUNDS,
  compared,
  rates: ratesOf([leadwell, ...peers]),
  ratios: ratiosTo(peers),
  alsoMeasured: { rates: ratesOf(others), ratios: ratiosTo(others) },
}
say(JSON.stringify(result))
