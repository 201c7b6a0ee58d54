import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { fastFolder } from './test/fast-folder.ts'

// What tests put into temporary folders is gone after them: it need not touch a disk.
const folder = fastFolder()
if (folder !== undefined) process.env['TMPDIR'] ??= folder
// Every file gets a process of its own, which need not compile the same packages again.
process.env['NODE_COMPILE_CACHE'] ??= new URL(
  'node_modules/.cache/compiled',
  import.meta.url,
).pathname

const shared = {
  setupFiles: ['test/seed-properties.ts'],
  // Real servers and child processes: slow machines need room, and no test waits for luck.
  testTimeout: 180_000,
  hookTimeout: 180_000,
}
const STATEFUL_UNITS = 'test/unit/connectors/**'

export default defineConfig({
  test: {
    // A third of the time is spent waiting for servers.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        // Pure code keeps nothing between tests: one process reads it once for all of them.
        test: {
          ...shared,
          name: 'pure',
          include: ['test/unit/**/*.test.ts'],
          exclude: [STATEFUL_UNITS],
          isolate: false,
        },
      },
      {
        test: {
          ...shared,
          name: 'parts',
          isolate: false,
          include: [STATEFUL_UNITS, 'test/integration/**', 'test/e2e/**'].map(
            (folder) => `${folder}/*.test.ts`,
          ),
          globalSetup: ['test/services.ts'],
        },
      },
    ],
  },
})
