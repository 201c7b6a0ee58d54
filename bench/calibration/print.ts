import type { Backtest } from '#src/calibration/backtest/backtest.ts'
import type { Judged } from '#src/calibration/backtest/judge-split.ts'
import type { Measured } from '#src/calibration/backtest/measure-scorers.ts'
import type { Card } from '#src/calibration/learn/card.ts'
import type { PooledCard } from '#src/calibration/learn/card-pool.ts'
import { conditionInWords } from '#src/calibration/learn/condition-words.ts'
import { isSafeCount } from '#src/calibration/small-cells.ts'
import type { Table } from '#src/calibration/table/dataset-builder.ts'

type Say = (text: string) => void

export function printColumns(
  { data, leftOut, calendar, timeColumn, withoutOutcome }: Table,
  say: Say,
) {
  const used = data.columns.map(({ name }) => name).filter((name) => !calendar.includes(name))
  say(`learned from: ${used.join(', ')}`)
  for (const { column, why } of leftOut) {
    if (why !== 'calendar') say(`left out: ${column} (${why})`)
  }
  if (calendar.length > 0) {
    say(
      `calendar, in the first random split only, never in a draft: ${calendar.join(', ')} (they tell when, not who)`,
    )
  }
  say(timeColumn === undefined ? 'order of time: as in the file' : `order of time: ${timeColumn}`)
  if (withoutOutcome > 0) say(`${withoutOutcome} rows without an outcome are not counted`)
}

export function printBacktest({ randomWithCalendar, random, time, leaks }: Backtest, say: Say) {
  printJudged('random split, 70/30', randomWithCalendar, say)
  if (random !== randomWithCalendar)
    printJudged('random split without calendar columns', random, say)
  printJudged('order of time, first 70 % → last 30 %, without calendar columns', time, say)
  for (const { kind, what } of leaks) say(`${kind === 'leak' ? 'LEAK' : 'look'}: ${what}`)
}

function printJudged(title: string, judged: Judged | undefined, say: Say): void {
  if (judged === undefined) {
    say(`\n${title}: one of the parts has no wins or no losses`)
    return
  }
  const { trainRows, trainWins, testRows, testWins } = judged
  const parts = [trainRows, trainWins, testRows, testWins].map((count) =>
    count.toLocaleString('en'),
  )
  say(`\n${title}: ${parts[0]} rows (${parts[1]} won) → ${parts[2]} rows (${parts[3]} won)`)
  say('                AUC    (95 % interval)    AP     lift   Brier')
  const { card, shortCard, naiveBayes, constant, present } = judged
  for (const one of [card, shortCard, naiveBayes, constant, ...(present ? [present] : [])]) {
    say(line(one))
  }
}

function line({ name, auc, aucInterval, ap, lift, brier }: Measured): string {
  const interval = `(${aucInterval.low.toFixed(3)} to ${aucInterval.high.toFixed(3)})`
  const numbers = [auc.toFixed(4), interval.padEnd(18), ap.toFixed(3), lift.toFixed(2).padStart(5)]
  return `  ${name.padEnd(13)} ${numbers.join(' ')}  ${brier?.toFixed(4) ?? ''}`
}

export function printCard(title: string, { rules }: Card, say: Say): void {
  say(`\n${title}`)
  for (const { column, conditions, points, rows, wins } of rules) {
    const from = isSafeCount(wins) && isSafeCount(rows - wins) ? `${wins} of ${rows} won` : ''
    const sign = points > 0 ? `+${points}` : String(points)
    say(
      `  ${sign.padStart(4)}  ${column} ${conditions.map(conditionInWords).join(' or ')}  ${from}`,
    )
  }
}

export function printPool(pool: readonly PooledCard[], say: Say): void {
  say(`\n${pool.length} cards explain these records about equally well:`)
  for (const { loss, instead } of pool) {
    const change =
      instead === undefined ? 'this one' : `without ${instead.of}, with more of ${instead.by}`
    say(`  ${loss.toFixed(4)} nats a record  ${change}`)
  }
}
