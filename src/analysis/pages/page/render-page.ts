import { createHash } from 'node:crypto'
import type { AnalysisDocument, Section } from '../document.ts'
import { typeset } from '../plain-text.ts'
import { asHtml, type Html, html } from './html.ts'
import { ANALYSIS_STYLE } from './page-style.ts'
import { tableOf } from './render-table.ts'

const STYLE_HASH = createHash('sha256').update(ANALYSIS_STYLE).digest('base64')

/** The page needs nothing but its own style, wherever it is kept or served. */
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/** `figures` are the drawn charts of each section. */
export function renderPage(
  document: AnalysisDocument,
  figures: readonly (readonly Html[])[],
): string {
  const { title, sections } = document
  const contents = sections.map(
    (section, at) => html`<li><a href="#s${at + 1}">${typeset(section.title)}</a></li>`,
  )
  const body = sections.map((section, at) => renderSection(section, at + 1, figures[at] ?? []))
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title} · Leadwell</title>
<style>${asHtml(ANALYSIS_STYLE)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<main id="content">
${opening(document)}
<nav aria-label="Contents">
<ul>
${contents}
</ul>
</nav>
${body}
</main>
<footer>
<p>Made by Leadwell for people to read and decide: nothing is changed by this page. Counts of fewer than eleven records are never shown by themselves.</p>
</footer>
</body>
</html>
`.html
}

function opening({ title, facts, tone, headline, reasons }: AnalysisDocument): Html {
  const told = facts.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${typeset(value)}</dd></div>`,
  )
  const why = reasons.map((reason) => html`<li>${typeset(reason)}</li>`)
  return html`<header>
<h1>${title}</h1>
<dl>
${told}
</dl>
</header>
<section class="answer ${tone}" aria-labelledby="answer">
<h2 id="answer">${typeset(headline)}</h2>
${why.length === 0 ? undefined : html`<ul>\n${why}\n</ul>`}
</section>`
}

function renderSection(section: Section, number: number, figures: readonly Html[]): Html {
  const { title, sentences, table } = section
  const name = typeset(title)
  return html`<section aria-labelledby="s${number}">
<h2 id="s${number}">${name}</h2>
${sentences.map((sentence) => html`<p>${typeset(sentence)}</p>`)}
${figures}
${table && tableOf(table, `${name}: the figures`)}
</section>`
}
