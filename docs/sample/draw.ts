/**
 * Draws the two binary captures of the sample project: `node docs/sample/draw.ts`. Run by hand when their words
 * change; the results are committed, because a PDF is never the same bytes twice.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../../tests/support/chromium.ts';

const captures = resolve(import.meta.dirname, '../../src-main/engine/sample/captures');

/** River level at Kemekala bridge by hour, cm: the same figures as in bulletin 102. */
const LEVELS = [431, 472, 548, 655, 742, 781, 793, 786];
const FIRST_HOUR = 23;
const FLOOD_LEVEL = 640;

const left = (hour: number) => 64 + hour * 76;
const top = (level: number) => 300 - (level - 400) * 0.6;

function chart(): string {
  const line = LEVELS.map((level, hour) => `${left(hour)},${top(level)}`).join(' ');
  const hours = LEVELS.map(
    (_, hour) =>
      `<text x="${left(hour)}" y="324" text-anchor="middle">${String((FIRST_HOUR + hour) % 24).padStart(2, '0')}:00</text>`,
  );
  const grid = [400, 500, 600, 700, 800].map(
    (level) =>
      `<path d="M64 ${top(level)}H596" stroke="#ddd"/><text x="56" y="${top(level) + 4}" text-anchor="end">${level}</text>`,
  );
  const points = LEVELS.map(
    (level, hour) => `<circle cx="${left(hour)}" cy="${top(level)}" r="3.5" fill="#0a3f80"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="344" font-family="DejaVu Sans" font-size="12">
    <rect width="640" height="344" fill="#fff"/>
    <text x="20" y="24" font-size="14">River level at Kemekala bridge, cm, 11 to 12 April 2025</text>
    ${grid.join('')}${hours.join('')}
    <path d="M64 ${top(FLOOD_LEVEL)}H596" stroke="#aa1e1e" stroke-dasharray="6 4"/>
    <text x="68" y="${top(FLOOD_LEVEL) - 6}" fill="#aa1e1e">640: Port Street is flooded</text>
    <polyline points="${line}" fill="none" stroke="#0a3f80" stroke-width="2"/>${points.join('')}
  </svg>`;
}

const browser = await chromium.launch(await chromiumLaunch());
try {
  const page = await browser.newPage({ viewport: { width: 640, height: 344 } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${chart()}`);
  await writeFile(resolve(captures, 'gauge-kemekala-bridge.png'), await page.screenshot());
  await page.setContent(await readFile(resolve(import.meta.dirname, 'audit-note.html'), 'utf8'));
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  await writeFile(resolve(captures, 'audit-note-7-2025.pdf'), pdf);
} finally {
  await browser.close();
}
