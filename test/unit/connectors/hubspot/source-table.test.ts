import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SOURCE_TABLE, type SourceEntry } from '#connectors/hubspot/sources/source-table.ts'

const GUIDE = new URL('../../../../docs/guides/hubspot-sources.md', import.meta.url)
const rows = readFileSync(GUIDE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))

test.each(Object.entries<SourceEntry>(SOURCE_TABLE))(
  'the guide says what %s needs',
  (name, { scopes, tells }) => {
    const row = rows.find((line) => line.startsWith(`| \`${name}\``))

    expect(row).toContain(tells)
    for (const scope of scopes) expect(row).toContain(`\`${scope}\``)
  },
)
