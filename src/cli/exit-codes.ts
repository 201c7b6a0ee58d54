/** What a command's end means to a script. */
export const EXIT = {
  ok: 0,
  /** Something failed; the message says what to do. */
  failed: 1,
  /** The command line, the configuration or an input file is wrong. */
  usage: 2,
  /** Finished, but not everything could be done: rows skipped, records refused. */
  incomplete: 3,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
