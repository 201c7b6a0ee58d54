import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/services.ts'],
    setupFiles: ['test/seed-properties.ts'],
    // Real servers and child processes: slow machines need room, and no test waits for luck.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
