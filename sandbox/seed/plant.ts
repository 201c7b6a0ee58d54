/**
 * Called for each seeded record at each place where a portal may hold somebody's words; what it gives
 * back is woven into the value there. `undefined` leaves the value as it is.
 */
export type Plant = (place: string, recordIndex: number) => string | undefined

/** How a token gets into a value without spoiling its form. */
export type Weave = 'text' | 'phone' | 'email' | 'host' | 'url-path' | 'url-query'

/** A place and the field of a record it stands for. */
export interface PlantPlace {
  readonly place: string
  /** Object type as the CRM calls it. */
  readonly type: string
  readonly field: string
  readonly weave: Weave
}

/** Nothing is planted. */
export const PLANT_NOTHING: Plant = () => undefined

export function weaveIn(weave: Weave, value: string | undefined, token: string): string {
  switch (weave) {
    case 'text':
      return value === undefined || value === '' ? token : `${value} ${token}`
    case 'phone':
      return `${value ?? '+1-202-555-0100'} x${token}`
    case 'email':
      return (value ?? 'someone@mail.example').replace('@', `.${token}@`)
    case 'host':
      return `${token}.${value ?? 'somewhere.example'}`
    case 'url-path':
    case 'url-query':
      return withToken(new URL(value ?? 'https://www.harbor-example-care.example'), weave, token)
  }
}

function withToken(url: URL, weave: 'url-path' | 'url-query', token: string): string {
  if (weave === 'url-query') url.searchParams.append('q', token)
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/${token}`
  return url.href
}

/** The values that change when a record is planted. */
export function plantedFields(
  places: readonly PlantPlace[],
  record: { type: string; index: number; value: (field: string) => string | undefined },
  plant: Plant,
): Record<string, string> {
  const planted: Record<string, string> = {}
  for (const { place, type, field, weave } of places) {
    if (type !== record.type) continue
    const token = plant(place, record.index)
    if (token === undefined) continue
    planted[field] = weaveIn(weave, planted[field] ?? record.value(field), token)
  }
  return planted
}
