import { writeFileSync } from 'node:fs';
import { bigReport } from './material.ts';

// A process that writes one report: node write.ts FORMAT CLAIMS OUT. It tells how long the writing took, in ms.
const [, , format, claims, out] = process.argv;
const input = bigReport(Number(claims));
const { writeHtml } = await import('#reports/html.ts');
const { writeMarkdown } = await import('#reports/markdown.ts');
const began = performance.now();
const text = format === 'md' ? writeMarkdown(input) : writeHtml(input);
process.stdout.write(String(performance.now() - began));
writeFileSync(out!, text);
