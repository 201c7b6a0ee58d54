#!/usr/bin/env node
import { enableCompileCache, getCompileCacheDir } from 'node:module'

// A command is over in a second or two, most of it spent reading code: what was read once is kept
// compiled in the temporary folder. Threads take the folder from the environment.
enableCompileCache()
process.env.NODE_COMPILE_CACHE ??= getCompileCacheDir()
await import('./cli/main.ts')
