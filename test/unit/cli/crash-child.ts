import { endOnCrash } from '#src/cli/on-crash.ts'

endOnCrash(process.stderr, (code) => process.exit(code))
const error = Object.assign(new Error('Jane Doe, 219-09-9999'), { code: 'ECONNRESET' })
if (process.argv[2] === 'rejection') void Promise.reject(error)
else {
  setImmediate(() => {
    throw error
  })
}
setTimeout(() => undefined, 10_000)
