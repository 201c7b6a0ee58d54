import { globSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { IMPORT_RULES } from './import-rules.ts'

const FOLDERS = ['src', 'connectors', 'jobs', 'sandbox']

describe('the folder tree is the architecture', () => {
  it('keeps every import inside what its folder may know', async () => {
    const files = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.ts`))

    const { output } = await cruise(FOLDERS, {
      ruleSet: { forbidden: IMPORT_RULES },
      validate: true,
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      enhancedResolveOptions: {
        exportsFields: ['exports'],
        conditionNames: ['import', 'node', 'default', 'types'],
        extensions: ['.ts', '.js', '.mjs', '.json'],
      },
    })

    if (typeof output === 'string') throw new Error('expected an object report')
    const own = output.modules.filter(({ source }) => !source.startsWith('node_modules'))
    expect(
      output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ).toEqual([])
    // A cruiser that cannot parse reads nothing and reports no violations.
    expect(own.filter(({ source }) => source.endsWith('.ts')).length).toBeGreaterThanOrEqual(
      files.length,
    )
  })
})
