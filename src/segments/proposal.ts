import { createHash } from 'node:crypto'
import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import { canonicalJson } from '#src/ledger/canonical-json.ts'
import type { PortalId, SegmentDefinition } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'

const CURSOR = 'segments-proposed'

const Feature = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('audience'), name: z.string() }),
  z.object({ kind: z.literal('rule'), name: z.string() }),
  z.object({
    kind: z.literal('fact'),
    name: z.string(),
    values: z.array(z.string()),
    thirds: z.tuple([z.number(), z.number()]).nullable(),
  }),
])
const Proposed = z.object({
  /** Names exactly these segments, so that nobody names other ones than they looked at. */
  id: z.string(),
  /** Epoch ms. */
  at: z.number(),
  looked: z.number(),
  segments: z.array(
    z.object({
      key: z.string(),
      records: z.number(),
      /** What sets it apart, in words. */
      traits: z.array(z.string()).readonly(),
      /** Shares are 0–1. */
      closing: z.object({
        count: z.number(),
        of: z.number(),
        rate: z.number(),
        low: z.number(),
        high: z.number(),
      }),
    }),
  ),
  definition: z.object({
    features: z.array(Feature),
    modes: z.array(z.object({ key: z.string().nullable(), values: z.array(z.string()) })),
  }),
})
export type ProposedSegments = z.infer<typeof Proposed>

type Cursors = Pick<Store, 'cursors'>

/** What a report says of segments, and what places people in them. */
interface ReportedSegments {
  readonly at: number
  readonly looked: number
  readonly kept: readonly Readonly<ProposedSegments['segments'][number]>[]
  readonly definition: SegmentDefinition
}

/** Keeps what a report proposed until a person has named it, or another report proposes anew. */
export async function keepProposal(
  { cursors }: Cursors,
  portal: PortalId,
  { at, looked, kept: segments, definition }: ReportedSegments,
): Promise<void> {
  await cursors.set(portal, CURSOR, { id: idOf(definition), at, looked, segments, definition })
}

/** `undefined` where none was proposed yet, or by a version that kept it otherwise. */
export async function proposalOf(
  { cursors }: Cursors,
  portal: PortalId,
): Promise<ProposedSegments | undefined> {
  return Proposed.safeParse(await cursors.get(portal, CURSOR)).data
}

/** Throws PermanentError `segments-outdated` where something else was proposed since. */
export async function requireProposal(
  store: Cursors,
  portal: PortalId,
  id: string,
): Promise<ProposedSegments> {
  const proposed = await proposalOf(store, portal)
  if (proposed?.id === id) return proposed
  throw new PermanentError(
    'segments-outdated',
    'These segments are not the ones proposed last.',
    `Look at what is: leadwell segments ${portal}`,
  )
}

function idOf(definition: SegmentDefinition): string {
  return createHash('sha256').update(canonicalJson(definition)).digest('hex').slice(0, 8)
}
