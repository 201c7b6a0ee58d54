import { SingleBar } from 'cli-progress'

/** Told how many bytes of the input were read. */
export interface Progress {
  advance(bytes: number): void
  stop(): void
}

/** A bar by bytes on a terminal; silent anywhere else. */
export function createProgress(
  stderr: NodeJS.WritableStream & { isTTY?: boolean },
  totalBytes: number,
  doing: 'scoring' | 'reading',
): Progress {
  if (stderr.isTTY !== true) return { advance: () => undefined, stop: () => undefined }
  const bar = new SingleBar({
    format: '{doing} {bar} {percentage} % · {eta_formatted} left',
    stream: stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  bar.start(totalBytes, 0, { doing })
  return { advance: (bytes) => bar.increment(bytes), stop: () => bar.stop() }
}
