/**
 * Points learned from a file of records with outcomes, judged on records they were not learned from:
 * `npm run bench -- calibrate [--csv FILE --outcome COLUMN [--positive VALUE] [--exclude "A,B"] [--time COLUMN]]`.
 * Without a file: the public bank-marketing campaign without `duration`. Seed 7, 70/30. The last line is
 * one JSON object; `card` and `short_card` are of a random split, `time_order` of the earlier records
 * against the later ones and without calendar columns, which is the figure to go by.
 */
import { backtest } from '#src/calibration/backtest/backtest.ts'
import type { Judged } from '#src/calibration/backtest/judge-split.ts'
import { learnCards } from '#src/calibration/backtest/learn-cards.ts'
import type { Measured } from '#src/calibration/backtest/measure-scorers.ts'
import { countWins, rowRange } from '#src/calibration/dataset.ts'
import type { Card } from '#src/calibration/learn/card.ts'
import { cardPool } from '#src/calibration/learn/card-pool.ts'
import { readTable } from '#src/cli/csv/read-table.ts'
import { PermanentError } from '#src/errors.ts'
import { readArguments } from './calibration/arguments.ts'
import { printBacktest, printCard, printColumns, printPool } from './calibration/print.ts'

const SEED = 7
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const secondsSince = (startMs: number): number => Math.round(performance.now() - startMs) / 1000
const rounded = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : Math.round(value * 1e5) / 1e5

function figures(measured: Measured | undefined, card?: Card) {
  return {
    auc: rounded(measured?.auc),
    ap: rounded(measured?.ap),
    lift: rounded(measured?.lift),
    brier: rounded(measured?.brier),
    rules: card?.rules.length ?? null,
    auc_interval: [rounded(measured?.aucInterval.low), rounded(measured?.aucInterval.high)],
  }
}

const fullOf = (judged: Judged | undefined) => figures(judged?.card, judged?.learned.full.card)
const shortOf = (judged: Judged | undefined) =>
  figures(judged?.shortCard, judged?.learned.short.card)

async function run(): Promise<void> {
  const asked = readArguments(process.argv.slice(3))
  const start = performance.now()
  const warn = (text: string): void => void process.stderr.write(text)
  const table = await readTable(asked.file, asked, { warn })
  const { data, calendar, leftOut } = table
  const wins = countWins(data, rowRange(0, data.rows))
  say(
    `${data.rows.toLocaleString('en')} rows, ${wins.toLocaleString('en')} won, read in ${secondsSince(start)} s`,
  )
  printColumns(table, say)
  const result = backtest(data, { seed: SEED, calendar })
  printBacktest(result, say)
  const { usable, verdict, leaks, randomWithCalendar, random, time } = result
  if (verdict.recommend) {
    const draft = learnCards(usable, rowRange(0, usable.rows))
    printCard('the short card a draft would have, from all records:', draft.short.card, say)
    printPool(cardPool(draft.table, draft.short.card), say)
  }
  say(`\n${verdict.recommend ? 'recommended' : 'NOT recommended'}:`)
  for (const reason of verdict.reasons) say(`  ${reason}`)
  const answer = {
    bench: 'calibrate',
    card: fullOf(randomWithCalendar),
    short_card: shortOf(randomWithCalendar),
    time_order: fullOf(time),
    recommend: verdict.recommend,
    reasons: verdict.reasons,
    wins_missing: verdict.winsMissing,
    time_order_short_card: shortOf(time),
    without_calendar: fullOf(random),
    without_calendar_short_card: shortOf(random),
    naive_bayes: figures(randomWithCalendar?.naiveBayes),
    time_order_naive_bayes: figures(time?.naiveBayes),
    constant: figures(randomWithCalendar?.constant),
    left_out: leftOut,
    leaks,
    order_of_time: table.timeColumn ?? 'as in the file',
    rows: data.rows,
    columns: data.columns.length,
    wins,
    seed: SEED,
    seconds: secondsSince(start),
    cpu_seconds: Math.round(process.cpuUsage().user / 1e4) / 100,
    rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
  say(JSON.stringify(answer))
}

try {
  await run()
} catch (error) {
  if (!(error instanceof PermanentError)) throw error
  process.stderr.write(`${error.message}\n${error.hint ?? ''}\n`)
  process.exitCode = 2
}
