import { articleSection } from './html-article.ts';
import { claimCard } from './html-claim.ts';
import {
  colophon,
  correctionsSection,
  differingSection,
  leftOutSection,
  methodSection,
  notCheckedSection,
  referencesSection,
} from './html-closing.ts';
import { shapes } from './html-parts.ts';
import { PRINT_STYLE, runningHead } from './html-print-style.ts';
import { STYLE } from './html-style.ts';
import { summarySection } from './html-summary.ts';
import { type ReportInput, includes } from './input.ts';
import { type Html, constant, html as made, isolate, lines } from './markup.ts';
import { type Page, pageOf } from './page.ts';
import { type Summary, summaryOf } from './summary.ts';
import type { ReportWriter } from './writer.ts';

/** Nothing may run and nothing may be loaded: pictures only from the file itself. */
export const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** The whole report as one HTML file that opens without network and prints on A4. Same input, same text. */
export function writeHtml(input: ReportInput): string {
  const title = input.project.title || pageOf(input).words.report;
  const text = made`<!DOCTYPE html>
    <html lang="${input.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${constant(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${constant(reportStyle(title))}
        </style>
      </head>
      <body>
        ${reportBody(input)}
      </body>
    </html> `;
  return text.toString();
}

export const html: ReportWriter = { losses: () => [], write: writeHtml };

/** The style sheet of a report. @param title stands at the head of each printed page */
export function reportStyle(title: string): string {
  return STYLE + PRINT_STYLE + runningHead(title);
}

/** What a dossier says in other words than a report, and what it has after it. */
export type Around = { readonly kicker: string; readonly madeWith: string; readonly more: Html };

/** Everything that the page shows, for a file of its own or as a part of a dossier. */
export function reportBody(input: ReportInput, around?: Around): Html {
  const page = pageOf(input);
  const summary = summaryOf(input);
  const has = (part: Parameters<typeof includes>[1]) => includes(input, part);
  return made`${shapes()} ${cover(page, around?.kicker ?? page.words.report)}
    <main>
      ${has('summary') && summarySection(page, summary)} ${contents(page)}
      ${has('articles') && articles(page, summary)}
      <section aria-labelledby="claims">
        <h2 id="claims">${page.words.claims}</h2>
        ${input.claims.length === 0 ? made`<p>${page.words.noClaims}</p>` : input.claims.map((claim) => claimCard(page, claim))}
      </section>
      ${differingSection(page)} ${has('corrections') && correctionsSection(page)} ${has('references') && referencesSection(page)}
      ${has('method') && methodSection(page)} ${has('open') && notCheckedSection(page, summary)}
      ${leftOutSection(page)} ${around?.more}
    </main>
    ${colophon(page, around?.madeWith ?? page.words.madeWith)}`;
}

function cover(page: Page, kicker: string): Html {
  const { words, input } = page;
  const { name, logo, note } = input.team;
  const title = input.project.title || words.report;
  return made`<header class="top">
    ${
      logo &&
      made`<img
        class="logo"
        src="data:${logo.mediaType};base64,${logo.base64}"
        width="${logo.width}"
        height="${logo.height}"
        alt="${name === '' ? words.logo : name}"
      />`
    }
    <p class="kicker">${kicker}</p>
    <h1 dir="auto">${title}</h1>
    <p class="meta">
      ${name !== '' && made`${words.team} ${isolate(name)} · `}${words.generatedFrom}
      <time datetime="${input.generatedFrom}">${page.time(input.generatedFrom)}</time>
    </p>
    ${note !== '' && made`<aside class="note" aria-label="${words.cover}"><p dir="auto">${lines(note)}</p></aside>`}
  </header>`;
}

function articles(page: Page, summary: Summary): Html {
  return made`<section aria-labelledby="articles">
    <h2 id="articles">${page.words.articles}</h2>
    <ul class="key small">
      ${summary.byVerifiability.map(({ kind }) => made`<li><span class="m ${kind}">${page.terms.verifiability[kind]}</span></li>`)}
    </ul>
    ${page.input.articles.map((article, n) => articleSection(page, article, n + 1))}
  </section>`;
}

function contents({ words, input }: Page): Html {
  const item = (id: string, name: Html | string) => made`<li><a href="#${id}">${name}</a></li>`;
  const has = (part: Parameters<typeof includes>[1]) => includes(input, part);
  return made`<nav aria-labelledby="contents">
    <h2 id="contents">${words.contents}</h2>
    <ol>
      ${has('articles') && input.articles.map((article, n) => item(`article-${n + 1}`, isolate(article.title || words.article)))}
      ${item('claims', `${words.claims} (${input.claims.length})`)}
      ${input.differing.length > 0 && item('differing', words.differing)}
      ${has('corrections') && item('corrections', words.corrections)}
      ${has('references') && item('references', `${words.references} (${input.references.length})`)}
      ${has('method') && item('method', words.method)} ${has('open') && item('not-checked', words.notChecked)}
      ${item('colophon', words.colophon)}
    </ol>
  </nav>`;
}
