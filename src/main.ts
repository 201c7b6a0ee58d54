#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// A command is over in a second or two, most of it spent reading code: what was read once is kept
// compiled, beside the packages because no other user may write there. Threads are told by the
// environment.
const folder = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
enableCompileCache(folder)
process.env.NODE_COMPILE_CACHE ??= folder
await import('./cli/main.ts')
