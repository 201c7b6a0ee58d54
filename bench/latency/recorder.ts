import type { Metrics } from '#src/metrics-port.ts'

interface Span {
  readonly from: number
  readonly to: number
}

interface CallSpan extends Span {
  readonly kind: string
}

/** When webhooks came and which calls were made to the CRM, in ms of one clock. */
export interface Recorder {
  readonly metrics: Metrics
  /** Forgets what was before. */
  begin(): void
  webhookAt(): number | undefined
  calls(): readonly CallSpan[]
}

export function createRecorder(): Recorder {
  let webhookAt: number | undefined
  let calls: CallSpan[] = []
  const now = (): number => performance.now()
  const nothing = (): void => undefined
  return {
    begin: () => {
      webhookAt = undefined
      calls = []
    },
    webhookAt: () => webhookAt,
    calls: () => calls,
    metrics: {
      calls: () => (kind) => {
        const from = now()
        return () => void calls.push({ kind, from, to: now() })
      },
      requests: (route) => {
        if (route.startsWith('/webhooks/')) webhookAt ??= now()
        return nothing
      },
      jobs: () => nothing,
      webhooks: nothing,
      marks: nothing,
      decided: nothing,
      markAge: nothing,
      writes: nothing,
      writeLag: nothing,
    },
  }
}

/** Ms of `whole` in which at least one of the spans ran. */
export function coveredMs(whole: Span, spans: readonly Span[]): number {
  let covered = 0
  let until = whole.from
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(from, until)
    const end = Math.min(to, whole.to)
    if (end > start) covered += end - start
    until = Math.max(until, end)
  }
  return covered
}
