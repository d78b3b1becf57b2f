import { writeFileSync } from 'node:fs';
import type { ReportInput } from '#reports/input.ts';
import { written, type HeavyFormat } from '#reports/written.ts';
import { bigReport } from './material.ts';

// A process that writes one report: node write.ts FORMAT CLAIMS OUT.
const [, , format = '', claims, out] = process.argv;
writeFileSync(out!, await report(format, bigReport(Number(claims))));

async function report(name: string, input: ReportInput): Promise<string | Uint8Array> {
  if (name === 'html') return (await import('#reports/html.ts')).writeHtml(input);
  if (name === 'md') return (await import('#reports/markdown.ts')).writeMarkdown(input);
  return written(name as HeavyFormat, input);
}
