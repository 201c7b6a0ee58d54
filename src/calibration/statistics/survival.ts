/** How long something was watched, in any unit, and how that ended; `undefined` is not yet. */
export interface Watched<Cause extends string> {
  readonly time: number
  readonly cause: Cause | undefined
}

/** What is known just after `time`. */
interface SurvivalStep<Cause extends string> {
  readonly time: number
  readonly atRisk: number
  readonly events: number
  /** Kaplan and Meier's share that nothing has happened to. */
  readonly survival: number
  /** Greenwood's. */
  readonly standardError: number
  /** Aalen and Johansen's share that this has happened to, by cause. */
  readonly incidence: ReadonlyMap<Cause, number>
}

/**
 * The course of events in time, with those still watched counted only while they were watched
 * (Kaplan and Meier, JASA 53, 1958), and of each cause among rivals (Aalen and Johansen 1978):
 * 1 − Kaplan-Meier of one cause alone would count the lost as if they could still be won.
 */
export function survivalSteps<Cause extends string>(
  watched: readonly Watched<Cause>[],
  causes: readonly Cause[],
): readonly SurvivalStep<Cause>[] {
  const sorted = watched.toSorted((a, b) => a.time - b.time)
  const steps: SurvivalStep<Cause>[] = []
  const incidence = new Map(causes.map((cause) => [cause, 0]))
  let survival = 1
  let greenwood = 0
  for (let at = 0; at < sorted.length; ) {
    const time = sorted[at]?.time ?? 0
    const atRisk = sorted.length - at
    const tied: Watched<Cause>[] = []
    for (let one = sorted[at]; one?.time === time; one = sorted[at]) {
      tied.push(one)
      at += 1
    }
    const events = tied.filter(({ cause }) => cause !== undefined)
    if (events.length === 0) continue
    for (const { cause } of events) {
      if (cause !== undefined) incidence.set(cause, (incidence.get(cause) ?? 0) + survival / atRisk)
    }
    survival *= 1 - events.length / atRisk
    greenwood += events.length / (atRisk * (atRisk - events.length))
    steps.push({
      time,
      atRisk,
      events: events.length,
      survival,
      standardError: survival === 0 ? 0 : survival * Math.sqrt(greenwood),
      incidence: new Map(incidence),
    })
  }
  return steps
}
