import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { salesforceSource } from './salesforce-source.ts'

/** Writes fields and permission sets of the Salesforce package anew after their definitions changed. */
for (const { path, text } of salesforceSource()) {
  const file = join(import.meta.dirname, '../crm/salesforce', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  process.stdout.write(`${path}\n`)
}
