import { z } from 'zod'
import { ACTIVITY_TYPES, type ActivityType } from './paths.ts'

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

const POLLED_TYPES = ['contacts', 'companies', ...ACTIVITY_TYPES] as const
export type PolledType = 'contacts' | 'companies' | ActivityType
export type Cursor = Readonly<Record<PolledType, Position>>

const StoredCursor = z.record(z.string(), z.unknown()).catch({})

/** A part of the cursor that is not ours, or not there yet, starts at `sinceMs`. */
export function parseCursor(stored: unknown, sinceMs: number, nowMs: number): Cursor {
  const parts = StoredCursor.parse(stored)
  const start: Position = { since: sinceMs, reachedAt: nowMs, seen: [] }
  return Object.fromEntries(
    POLLED_TYPES.map((type) => {
      const position = Position.safeParse(parts[type])
      return [type, position.success ? position.data : start]
    }),
  ) as Record<PolledType, Position>
}
