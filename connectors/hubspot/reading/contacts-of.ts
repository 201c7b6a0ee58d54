import type { ActivityType } from '../transport/paths.ts'
import type { ReadDeps } from './activity-reader.ts'
import { readAssociations } from './associations.ts'

/** Ids of the contacts these activity objects hang on. */
export async function contactsOf(
  { transport, sources }: Pick<ReadDeps, 'transport' | 'sources'>,
  type: ActivityType,
  ids: readonly string[],
): Promise<string[]> {
  const found = await readAssociations(transport, sources, { from: type, to: 'contacts', ids })
  return [...new Set([...found.values()].flat().map(({ id }) => id))]
}
