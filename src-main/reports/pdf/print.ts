import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fonts } from './fonts.ts';

/** The template has the same place beside the sources (`src-main/reports/pdf`) and beside the bundle (`out/main`). */
export const TEMPLATE = resolve(import.meta.dirname, 'report.typ');

/** The compiler's own idea of where the files are; nothing of the machine is behind it. */
const ROOT = resolve('/assay-report');

/** What the template reads. `logo` is a PNG or JPEG. */
export type PrintJob = { readonly json: string; readonly logo: Uint8Array | undefined };

/** `lettering`: the document holds characters in a combination that no font can show. */
export type Printed =
  | { readonly pdf: Uint8Array }
  | { readonly failed: 'no-compiler' | 'lettering' | 'other'; readonly why: string };

/** Sets a report and gives its PDF. Takes seconds for hundreds of claims, so it runs in a thread of its own. */
export function print({ json, logo }: PrintJob): Printed {
  let compiler: NodeCompiler;
  try {
    const require = createRequire(import.meta.url);
    const typst = require('@myriaddreamin/typst-ts-node-compiler') as {
      NodeCompiler: typeof NodeCompiler;
    };
    compiler = typst.NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: fonts() }] });
  } catch (error) {
    return { failed: 'no-compiler', why: String(error) };
  }
  try {
    compiler.mapShadow(resolve(ROOT, 'report.typ'), readFileSync(TEMPLATE));
    compiler.mapShadow(resolve(ROOT, 'report.json'), Buffer.from(json));
    if (logo) compiler.mapShadow(resolve(ROOT, 'logo'), Buffer.from(logo));
    const done = compiler.compile({ mainFilePath: resolve(ROOT, 'report.typ') });
    if (!done.result) {
      const faults = done.takeError()?.shortDiagnostics ?? [];
      return { failed: 'other', why: JSON.stringify(faults) };
    }
    return { pdf: compiler.pdf(done.result, { pdfStandard: 'ua-1' }) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { failed: /could not be displayed|disallowed codepoint/.test(why) ? 'lettering' : 'other', why };
  } finally {
    compiler.evictCache(0);
  }
}
