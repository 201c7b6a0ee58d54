import { mostEngagement, mostFit } from './attainable.ts'
import type { Finding } from './finding.ts'
import type { Lint, LintContext } from './lint.ts'

/** Tiers and grades that no record can reach, or that every record has. */
export const thresholds: Lint = (context) => [
  ...outOfReach(context),
  ...gradesOutOfReach(context),
  ...asksForLittle(context),
]

interface Most {
  readonly fit: number
  readonly engagement: number
  readonly score: number
}

function mostOf(context: LintContext): Most {
  const fit = mostFit(context) ?? 0
  const engagement = mostEngagement(context)
  return { fit, engagement, score: Math.min(100, fit + engagement) }
}

function outOfReach(context: LintContext): readonly Finding[] {
  const most = mostOf(context)
  const { tiers } = context.model
  return (['sales-ready', 'nurture'] as const).flatMap((tier) =>
    (['score', 'fit', 'engagement'] as const).flatMap((what): Finding[] => {
      const needed = tiers[tier][what] ?? 0
      if (needed <= most[what]) return []
      return [
        {
          code: 'threshold-out-of-reach',
          severity: 'error',
          path: ['tiers', tier, what],
          message: `No record can be ${tier}: its least ${what} is ${needed}, and the most there can be is ${most[what]}`,
          fix: 'Lower the threshold, or raise points and caps.',
        },
      ]
    }),
  )
}

function gradesOutOfReach(context: LintContext): readonly Finding[] {
  const most = mostOf(context)
  const { fit, engagement } = context.model.grades
  const grades = [
    { path: ['fit', 'A'], least: fit.A, most: most.fit },
    { path: ['fit', 'B'], least: fit.B, most: most.fit },
    { path: ['engagement', 1], least: engagement[1], most: most.engagement },
    { path: ['engagement', 2], least: engagement[2], most: most.engagement },
  ]
  return (
    grades
      // An axis that gives nothing at all is not used, and neither are its grades.
      .filter(({ least, most: highest }) => highest > 0 && least > highest)
      .map(({ path, least, most: highest }) => ({
        code: 'grade-out-of-reach',
        severity: 'error',
        path: ['grades', ...path],
        message: `No record can be graded ${path[1]}: it begins at ${least}, and the most ${path[0]} there can be is ${highest}`,
        fix: 'Lower where the grade begins.',
      }))
  )
}

function asksForLittle(context: LintContext): readonly Finding[] {
  const ready = context.model.tiers['sales-ready']
  const findings: Finding[] = []
  if (ready.fit === 0) {
    findings.push({
      code: 'fit-not-needed',
      severity: 'warning',
      path: ['tiers', 'sales-ready', 'fit'],
      message: 'Somebody who is no match at all can be sales-ready by activity alone',
      fix: 'Ask for some fit.',
    })
  }
  if (ready.engagement === 0 && mostEngagement(context) > 0) {
    findings.push({
      code: 'engagement-not-needed',
      severity: 'warning',
      path: ['tiers', 'sales-ready', 'engagement'],
      message: 'Somebody who never showed interest can be sales-ready by match alone',
      fix: 'Ask for some engagement.',
    })
  }
  return findings
}
