import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(resolve(import.meta.dirname, '../../src-renderer/styles/tokens.css'), 'utf8');

function block(selector: string): Map<string, string> {
  const from = css.indexOf(`${selector} {`);
  expect(from, `tokens.css has ${selector}`).toBeGreaterThan(-1);
  const body = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  return new Map([...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}

const base = block(':root');
const contrast = block(":root[data-theme='contrast']");
const askedFor = block("  :root[data-theme='system']");

/** A token's colour in one theme, `#rrggbb`. */
function colour(name: string, theme: 'light' | 'dark', more: boolean): string {
  const value = (more ? contrast.get(name) : undefined) ?? base.get(name) ?? '';
  const pair = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value);
  expect(pair, `${name}: ${value}`).not.toBeNull();
  return pair![theme === 'light' ? 1 : 2]!;
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function ratio(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const SURFACES = ['--page', '--pane', '--raised', '--sunken', '--hover', '--chosen'];
const STATES = ['--verifiable', '--unverifiable', '--undecided', '--not-a-claim'];
const RATINGS = [...base.keys()].filter((name) => name.startsWith('--rating-'));

/** Pairs of text and ground that occur in the window, and what WCAG AA asks of them. */
const pairs: [string, string, number][] = [
  ...SURFACES.flatMap((ground): [string, string, number][] => [
    ['--ink', ground, 7],
    ['--ink-soft', ground, 4.5],
    ['--focus', ground, 3],
  ]),
  ...['--page', '--pane', '--raised', '--sunken'].map((ground): [string, string, number] => [
    '--edge',
    ground,
    3,
  ]),
  ...[...STATES, ...RATINGS, '--danger', '--warning', '--good', '--accent'].flatMap((ink) =>
    ['--page', '--pane', '--raised', '--hover', '--chosen'].map((ground): [string, string, number] => [
      ink,
      ground,
      4.5,
    ]),
  ),
  ...[...STATES, '--danger', '--warning', '--good'].map((ink): [string, string, number] => [
    ink,
    `${ink}-back`,
    4.5,
  ]),
  ['--ink-on-accent', '--accent', 4.5],
  ['--ink-on-accent', '--accent-hover', 4.5],
  ['--ink', '--match', 4.5],
];

test.each([
  ['light', false],
  ['dark', false],
  ['light', true],
  ['dark', true],
] as const)('every pair of ink and ground is legible in %s (more contrast: %s)', (theme, more) => {
  const weak = pairs
    .map(([ink, ground, least]) => ({
      pair: `${ink} on ${ground}`,
      least: more && least === 4.5 ? 7 : least,
      found: ratio(colour(ink, theme, more), colour(ground, theme, more)),
    }))
    .filter(({ found, least }) => found < least)
    .map(({ pair, found, least }) => `${pair}: ${found.toFixed(2)} < ${least}`);
  expect(weak).toEqual([]);
});

test('the contrast theme is the same chosen or asked for by the system', () => {
  expect([...askedFor]).toEqual([...contrast]);
});
