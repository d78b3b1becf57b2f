import { articleSection } from './html-article.ts';
import { claimCard } from './html-claim.ts';
import { colophon, methodSection, notCheckedSection, referencesSection } from './html-closing.ts';
import { type Page, pageOf } from './page.ts';
import { STYLE } from './html-style.ts';
import { summarySection } from './html-summary.ts';
import type { ReportInput } from './input.ts';
import { type Html, constant, html as made, isolate } from './markup.ts';
import { summaryOf } from './summary.ts';
import type { ReportWriter } from './writer.ts';

/** Nothing may run and nothing may be loaded: pictures only from the file itself. */
export const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** The whole report as one HTML file that opens without network and prints on A4. Same input, same text. */
export function writeHtml(input: ReportInput): string {
  const page = pageOf(input);
  const { words } = page;
  const summary = summaryOf(input);
  const title = input.project.title || words.report;
  const text = made`<!DOCTYPE html>
    <html lang="${input.language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${constant(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${constant(STYLE)}
        </style>
      </head>
      <body>
        <header>
          <p class="kicker">${words.report}</p>
          <h1 dir="auto">${title}</h1>
          <p class="meta">
            ${words.generatedFrom}
            <time datetime="${input.generatedFrom}">${page.time(input.generatedFrom)}</time>
          </p>
        </header>
        <main>
          ${summarySection(page, summary)} ${contents(page)}
          <section aria-labelledby="articles">
            <h2 id="articles">${words.articles}</h2>
            <ul class="key small">
              ${summary.byVerifiability.map(({ kind }) => made`<li><span class="m ${kind}">${page.terms.verifiability[kind]}</span></li>`)}
            </ul>
            ${input.articles.map((article, n) => articleSection(page, article, n + 1))}
          </section>
          <section aria-labelledby="claims">
            <h2 id="claims">${words.claims}</h2>
            ${input.claims.length === 0 ? made`<p>${words.noClaims}</p>` : input.claims.map((claim) => claimCard(page, claim))}
          </section>
          ${referencesSection(page)} ${methodSection(page)} ${notCheckedSection(page, summary)}
        </main>
        ${colophon(page)}
      </body>
    </html> `;
  return text.toString();
}

export const html: ReportWriter = { losses: () => [], write: writeHtml };

function contents({ words, input }: Page): Html {
  const item = (id: string, name: Html | string) => made`<li><a href="#${id}">${name}</a></li>`;
  return made`<nav aria-labelledby="contents">
    <h2 id="contents">${words.contents}</h2>
    <ol>
      ${input.articles.map((article, n) => item(`article-${n + 1}`, isolate(article.title || words.article)))}
      ${item('claims', `${words.claims} (${input.claims.length})`)}
      ${item('references', `${words.references} (${input.references.length})`)}
      ${item('method', words.method)} ${item('not-checked', words.notChecked)}
      ${item('colophon', words.colophon)}
    </ol>
  </nav>`;
}
