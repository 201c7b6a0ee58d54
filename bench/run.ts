/** `npm run bench -- <name>` runs bench/<name>.ts; its last line is one JSON object. */
import { existsSync, readdirSync } from 'node:fs'

const name = process.argv[2] ?? ''
const folder = new URL('./', import.meta.url)
const file = new URL(`${name}.ts`, folder)

if (/^[a-z-]+$/.test(name) && name !== 'run' && existsSync(file)) {
  await import(file.href)
} else {
  const names = readdirSync(folder)
    .filter((entry) => entry.endsWith('.ts') && entry !== 'run.ts')
    .map((entry) => entry.replace('.ts', ''))
  process.stderr.write(`There is no bench "${name}". Benches: ${names.join(', ')}\n`)
  process.exitCode = 1
}
