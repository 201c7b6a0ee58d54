import { z } from 'zod'
import { AUDIENCES } from '#src/ports.ts'
import type { AnalysisRequest } from './analysis-services.ts'

/** Sources as they are coded. */
const Source = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)
const MOST_SPENT = 1_000_000_000_000

const Options = z.strictObject({
  audience: z.enum(AUDIENCES).optional(),
  conversationsAWeek: z.number().positive().max(1_000_000).optional(),
  since: z.int().min(0).max(8_640_000_000_000_000).optional(),
  spend: z.record(Source, z.number().min(0).max(MOST_SPENT)).optional(),
})
type Option = keyof z.output<typeof Options>

const OPTIONS_OF: Readonly<Record<AnalysisRequest['kind'], readonly Option[]>> = {
  calibration: ['audience', 'conversationsAWeek'],
  report: ['since', 'spend'],
}

/** One object rather than one for each kind, so that its fields can be told in the docs. */
export const AskedAnalysis = z
  .strictObject({
    kind: z.enum(['calibration', 'report']),
    options: Options.default({}),
  })
  .superRefine(({ kind, options }, context) => {
    const refuse = (name: string, message: string): void =>
      context.addIssue({ code: 'custom', path: ['options', name], message })
    for (const name of Object.keys(options)) {
      if (!OPTIONS_OF[kind].some((one) => one === name)) refuse(name, `is not of a ${kind}`)
    }
    if (kind === 'calibration' && options.audience === undefined) refuse('audience', 'is missing')
  })

/** Options of the other kind were refused before. */
export function requestOf({ kind, options }: z.output<typeof AskedAnalysis>): AnalysisRequest {
  const { audience, conversationsAWeek, since, spend } = options
  if (kind === 'report' || audience === undefined) return { kind: 'report', since, spend }
  return { kind, audience, conversationsAWeek }
}
