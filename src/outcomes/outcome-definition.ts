import { createHash } from 'node:crypto'
import { stringify } from 'yaml'
import { z } from 'zod'
import { actorOf } from '../ledger/actor-of.ts'
import { AUDIENCES, type Audience, type PortalId } from '../ports.ts'
import { readYaml } from '../scoring/read-yaml.ts'
import type { Store } from '../store/store.ts'
import { Signal } from './signal.ts'

const ends = {
  won: z.array(Signal).min(1),
  lost: z.array(Signal),
  booked: z.array(Signal),
  contacted: z.array(Signal),
}

/** By what a portal knows that somebody was won, lost, booked or contacted; any signal is enough. */
const Ends = z.strictObject(ends)
export type Ends = z.output<typeof Ends>

/** What counts in a portal: for everyone, and in place of that for single audiences. */
export const OutcomeDefinition = z.strictObject({
  everyone: Ends.default(() => DEFAULT_OUTCOMES.everyone),
  audiences: z.partialRecord(z.enum(AUDIENCES), Ends.partial()).default({}),
})
export type OutcomeDefinition = z.output<typeof OutcomeDefinition>

const BOOKED: Signal = { activity: ['meeting-booked', 'demo-booked', 'consult-booked'] }

/** What the CRMs' own deals, stages and statuses say, until a portal says otherwise. */
export const DEFAULT_OUTCOMES: OutcomeDefinition = {
  everyone: {
    won: [
      { activity: ['deal-won'] },
      { fact: 'outcome', values: ['won'], at: 'outcomeAt' },
      { fact: 'lifecycle', values: ['customer'] },
    ],
    lost: [
      { activity: ['deal-lost'] },
      { fact: 'outcome', values: ['lost'], at: 'outcomeAt' },
      { fact: 'leadStatus', values: ['unqualified'] },
    ],
    booked: [BOOKED],
    contacted: [
      { activity: ['call-connected', 'call-no-answer', 'meeting-attended', 'demo-attended'] },
      BOOKED,
    ],
  },
  audiences: {
    individual: { booked: [{ activity: ['consult-booked', 'meeting-booked'] }] },
  },
}

export function endsFor({ everyone, audiences }: OutcomeDefinition, audience: Audience): Ends {
  const own = audiences[audience]
  return {
    won: own?.won ?? everyone.won,
    lost: own?.lost ?? everyone.lost,
    booked: own?.booked ?? everyone.booked,
    contacted: own?.contacted ?? everyone.contacted,
  }
}

/** Throws PermanentError `outcomes-invalid` listing every problem with its line. YAML or JSON. */
export function parseOutcomes(text: string, file: string): OutcomeDefinition {
  return readYaml({ text, file, code: 'outcomes-invalid', schema: OutcomeDefinition })
}

/** As a person edits it. */
export function writeOutcomes(definition: OutcomeDefinition): string {
  return stringify(definition, { aliasDuplicateObjects: false })
}

const CURSOR = 'outcomes'
/** Every version that was ever in force, the first first, and whose it is. */
const Kept = z.object({
  versions: z.array(z.object({ by: z.string(), definition: OutcomeDefinition })),
})
type Versions = z.output<typeof Kept>['versions']

/** The definition of a portal, or the default. */
export async function outcomesOf(
  store: Pick<Store, 'cursors'>,
  portal: PortalId,
): Promise<OutcomeDefinition> {
  return (await keptVersions(store, portal)).at(-1)?.definition ?? DEFAULT_OUTCOMES
}

/** Keeps it as the next version, whose number it returns; the ledger says who did and names its text. */
export function saveOutcomes(
  store: Pick<Store, 'transaction'>,
  portal: PortalId,
  definition: OutcomeDefinition,
  by: string,
): Promise<number> {
  return store.transaction(async ({ cursors, ledger }) => {
    const versions = [...(await keptVersions({ cursors }, portal)), { by, definition }]
    await cursors.set(portal, CURSOR, { versions })
    const text = JSON.stringify(definition)
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 32)
    const detail = { version: versions.length, text: `sha256:${hash}` }
    const action = 'outcomes-defined'
    await ledger.append(portal, { kind: 'admin', actor: actorOf(by), action, detail })
    return versions.length
  })
}

async function keptVersions(store: Pick<Store, 'cursors'>, portal: PortalId): Promise<Versions> {
  const kept = await store.cursors.get(portal, CURSOR)
  return kept === undefined ? [] : Kept.parse(kept).versions
}
