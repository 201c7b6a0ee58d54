import fc from 'fast-check'

/**
 * Property tests draw the same cases in every run, so that a failure is never luck. To look further:
 * `FAST_CHECK_SEED=$RANDOM npx vitest run test/unit`.
 */
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_261_121) })
