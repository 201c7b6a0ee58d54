import { z } from 'zod'

/** Ids are strings in objects and numbers in associations; we keep strings. */
export const Id = z.union([z.string().min(1), z.number()]).transform(String)

/** Where a list goes on. */
export const Paging = z
  .object({ next: z.object({ after: Id }).optional().catch(undefined) })
  .nullish()
  .catch(undefined)

const HistoryEntry = z.object({
  value: z.unknown().optional(),
  timestamp: z.unknown().optional(),
})
type HistoryEntry = z.infer<typeof HistoryEntry>

/** One object as list, batch read and search give it; only what we use. */
export const CrmObject = z.object({
  id: Id,
  properties: z.record(z.string(), z.unknown()).nullish(),
  propertiesWithHistory: z.record(z.string(), z.array(HistoryEntry)).nullish().catch(undefined),
  createdAt: z.unknown().optional(),
  updatedAt: z.unknown().optional(),
  archived: z.boolean().nullish(),
  associations: z
    .record(
      z.string(),
      z.object({
        results: z.array(z.object({ id: Id, type: z.string().nullish() })).nullish(),
        paging: Paging,
      }),
    )
    .nullish(),
})
export type CrmObject = z.infer<typeof CrmObject>

/** A page of a list or a search. */
export const ObjectPage = z.object({ results: z.array(CrmObject), paging: Paging })

/** A batch read; ids that are gone are simply not among the results, whether the status is 200 or 207. */
export const BatchRead = z.object({
  results: z.array(CrmObject),
  errors: z.array(z.unknown()).nullish().catch(undefined),
})

export const AssociationBatch = z.object({
  results: z.array(
    z.object({
      from: z.object({ id: Id }),
      to: z
        .array(
          z
            .object({
              toObjectId: Id.optional(),
              id: Id.optional(),
              associationTypes: z
                .array(z.object({ typeId: z.number().nullish() }))
                .nullish()
                .catch(undefined),
            })
            .transform(({ toObjectId, id, associationTypes }) => ({
              id: toObjectId ?? id,
              typeIds: (associationTypes ?? []).map(({ typeId }) => typeId),
            })),
        )
        .nullish(),
      paging: Paging,
    }),
  ),
})

/** Epoch ms of a date on the wire: ISO text, or milliseconds as a number or as digits. */
export function epochMs(raw: unknown): number | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined
  if (typeof raw !== 'string' || raw === '') return undefined
  const ms = /^-?\d{5,}$/.test(raw) ? Number(raw) : Date.parse(raw)
  return Number.isNaN(ms) ? undefined : ms
}
