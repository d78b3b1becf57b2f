import { reportBody } from '../html.ts';
import { type ReportInput, includes } from '../input.ts';
import { type Html, html, isolate } from '../markup.ts';
import { type Page, pageOf } from '../page.ts';
import type { Form } from './dossier.ts';
import { DOSSIER_WORDS } from './words.ts';

export type Held = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly isHeld: boolean;
};

export type Logged = {
  readonly time: string;
  readonly person: string;
  readonly deed: string;
  readonly hash: string;
};

/** What people read: the report, then the files, the forms for machines and the history. */
export function dossierBody(
  input: ReportInput,
  files: readonly Held[],
  forms: readonly Form[],
  log: readonly Logged[],
): string {
  const page = pageOf(input);
  const words = DOSSIER_WORDS[input.language];
  const more = html`${fileSection(page, files)} ${formSection(page, forms)} ${logSection(page, log)}`;
  return reportBody(input, { kicker: words.kicker, madeWith: words.madeWith, more }).toString();
}

function fileSection(page: Page, files: readonly Held[]): Html {
  const words = DOSSIER_WORDS[page.input.language];
  const absent = files.filter(({ isHeld }) => !isHeld).length;
  return html`<section aria-labelledby="files">
    <h2 id="files">${words.files}</h2>
    <p>${words.sealNote}</p>
    ${!includes(page.input, 'files') ? html`<p>${words.withoutFiles}</p>` : absent > 0 && html`<p>${words.absent(absent)}</p>`}
    <div class="scroll">
      <table class="held">
        <thead>
          <tr>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.kind}</th>
            <th scope="col">${words.size}</th>
            <td></td>
          </tr>
        </thead>
        <tbody>
          ${files.map(
            ({ id, name, kind, bytes, sha256, isHeld }) =>
              html`<tr>
                <td>${isolate(name)}<br /><span class="hash">${sha256}</span></td>
                <td>${kind}</td>
                <td>${bytes > 0 && page.size(bytes)}</td>
                <td data-part="${isHeld ? id : ''}">
                  ${!isHeld && html`<span class="small">${words.notHeld}</span>`}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function formSection(page: Page, forms: readonly Form[]): Html {
  const words = DOSSIER_WORDS[page.input.language];
  return html`<section aria-labelledby="forms">
    <h2 id="forms">${words.forms}</h2>
    <table class="held">
      <tbody>
        ${forms.map(
          ({ id, name, content }) =>
            html`<tr>
              <td>${name}</td>
              <td></td>
              <td>${page.size(Buffer.byteLength(content))}</td>
              <td data-part="${id}"></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function logSection(page: Page, log: readonly Logged[]): Html {
  const words = DOSSIER_WORDS[page.input.language];
  const named = log.some(({ person }) => person !== '');
  return html`<section aria-labelledby="log">
    <h2 id="log">${words.history} (${page.number(log.length)})</h2>
    <p>${words.historyNote}</p>
    ${!includes(page.input, 'acts') && html`<p>${words.withoutActs}</p>`}
    <div class="scroll">
      <table class="log">
        <thead>
          <tr>
            <th scope="col">${words.time}</th>
            ${named && html`<th scope="col">${words.person}</th>`}
            <th scope="col">${words.deed}</th>
            <th scope="col">${words.hash}</th>
          </tr>
        </thead>
        <tbody>
          ${log.map(
            ({ time, person, deed, hash }) =>
              html`<tr>
                <td>${page.time(time)}</td>
                ${named && html`<td>${isolate(person)}</td>`}
                <td>${deed}</td>
                <td class="hash">${hash.slice(0, 16)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}
