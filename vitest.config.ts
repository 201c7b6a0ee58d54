import { defineConfig } from 'vitest/config'

const shared = {
  setupFiles: ['test/seed-properties.ts'],
  // Real servers and child processes: slow machines need room, and no test waits for luck.
  testTimeout: 180_000,
  hookTimeout: 180_000,
}
const STATEFUL_UNITS = 'test/unit/connectors/**'

export default defineConfig({
  test: {
    // Half of the time is spent waiting for servers, so two files at once suit two cores.
    maxWorkers: 2,
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
          include: [STATEFUL_UNITS, 'test/integration/**', 'test/e2e/**'].map(
            (folder) => `${folder}/*.test.ts`,
          ),
          globalSetup: ['test/services.ts'],
        },
      },
    ],
  },
})
