import { z } from 'zod'
import { ACTIVITY_TYPES, type ActivityType } from '../transport/paths.ts'

/** Up to where one object type was polled. */
const Position = z.object({
  /** Latest modification stamp seen; epoch ms, HubSpot's clock. */
  since: z.number(),
  /** When that stamp was first met; epoch ms, our clock. */
  reachedAt: z.number(),
  /** `id:stamp` of what was met within the overlap, for types whose every sighting costs calls. */
  seen: z.array(z.string()),
})
export type Position = z.infer<typeof Position>

/** How far the forms have been read. */
const FormsPosition = z.object({
  /** When a round was last begun; epoch ms, our clock. */
  readAt: z.number(),
  /** Where forms not met before begin; epoch ms. */
  from: z.number(),
  /** The form the next round begins with, by its place in the list. */
  next: z.number(),
  /** Latest submission seen, by form; epoch ms, HubSpot's clock. */
  since: z.record(z.string(), z.number()),
})
export type FormsPosition = z.infer<typeof FormsPosition>

/** Sources without a modification stamp of their own, polled by when something happened. */
const HAPPENING = ['attendance', 'visits'] as const
type Happening = (typeof HAPPENING)[number]

const POLLED_TYPES = ['contacts', 'companies', ...ACTIVITY_TYPES] as const
export type PolledType = 'contacts' | 'companies' | ActivityType
export type Cursor = Readonly<Record<PolledType | Happening, Position>> & {
  readonly forms: FormsPosition
}

const StoredCursor = z.record(z.string(), z.unknown()).catch({})

/** A part of the cursor that is not ours, or not there yet, starts at `sinceMs`. */
export function parseCursor(stored: unknown, sinceMs: number, nowMs: number): Cursor {
  const parts = StoredCursor.parse(stored)
  const start: Position = { since: sinceMs, reachedAt: nowMs, seen: [] }
  const positions = Object.fromEntries(
    [...POLLED_TYPES, ...HAPPENING].map((type) => {
      const position = Position.safeParse(parts[type])
      return [type, position.success ? position.data : start]
    }),
  ) as Record<PolledType | Happening, Position>
  const forms = FormsPosition.safeParse(parts['forms'])
  const fromHere: FormsPosition = { readAt: 0, from: sinceMs, next: 0, since: {} }
  return { ...positions, forms: forms.success ? forms.data : fromHere }
}
