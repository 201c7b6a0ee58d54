import type { DriftResult, ModelDrift } from '#src/analysis/results.ts'
import type { Finding } from '#src/calibration/figures.ts'
import { counted, inNumbers } from '#src/scoring/document/plain-words.ts'
import type { AnalysisDocument, Section } from '../document.ts'
import { driftSections } from './drift-sections.ts'
import { dayInWords, timeInWords } from './subject-words.ts'

const LEVELS = ['alarm', 'note', 'ok'] as const satisfies readonly Finding['level'][]
const IN_WORDS = { alarm: 'alarm', note: 'note', ok: 'held' } as const

export function driftDocument({ portal, at, models }: DriftResult): AnalysisDocument {
  const findings = models.flatMap((model) => model.findings)
  const alarms = ofLevel(findings, 'alarm').length
  const notes = ofLevel(findings, 'note').length
  return {
    title: 'Whether the models still fit',
    facts: [
      ['Portal', portal],
      ['Models', models.map(({ model }) => model).join(', ')],
      ['Made', timeInWords(at)],
    ],
    tone: toneOf(alarms, notes),
    headline: headlineOf(models, alarms, notes),
    reasons: models.flatMap(({ model, findings: own }) =>
      ofLevel(own, 'alarm').map(({ what }) => `${model}: ${what}`),
    ),
    sections: models.flatMap(modelSections),
  }
}

function toneOf(alarms: number, notes: number): AnalysisDocument['tone'] {
  if (alarms > 0) return 'alarm'
  return notes > 0 ? 'notice' : 'good'
}

function headlineOf(models: readonly ModelDrift[], alarms: number, notes: number): string {
  if (models.length === 0) return 'There is no model to look at'
  if (models.every(({ baselineAt }) => baselineAt === undefined)) {
    return 'There is nothing to compare with yet'
  }
  if (alarms > 0) return `${counted(alarms, 'alarm')}: somebody should act`
  return notes > 0 ? `No alarm, ${counted(notes, 'note')}` : 'Everything held'
}

function modelSections(drift: ModelDrift): readonly Section[] {
  const { model, audience, baselineAt, records, findings } = drift
  const title = `${model}, ${audience}`
  const seen = `${inNumbers(records)} records were looked at`
  if (baselineAt === undefined) {
    return [{ title, sentences: [`${seen}.`, ...findings.map(({ what }) => what)] }]
  }
  const rows = LEVELS.flatMap((level) =>
    ofLevel(findings, level).map(({ what, todo }) => [IN_WORDS[level], what, todo ?? '']),
  )
  return [
    {
      title,
      sentences: [`${seen}, against the baseline of ${dayInWords(baselineAt)}.`],
      table: { head: ['Level', 'What was found', 'What to do'], rows },
    },
    ...driftSections(findings, model),
  ]
}

function ofLevel(findings: readonly Finding[], level: Finding['level']): readonly Finding[] {
  return findings.filter((finding) => finding.level === level)
}
