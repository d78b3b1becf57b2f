import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, remembered, withRecent } from '../../../src-main/host/electron/window-state.ts';

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: -1280, y: 0, width: 1280, height: 1024 },
];
const first = { bounds: { width: 1280, height: 800 }, maximised: false, recent: [] };

describe('what the desktop remembers', () => {
  it('comes back as it was', () => {
    const state = {
      bounds: { x: 10, y: 20, width: 900, height: 700 },
      maximised: true,
      recent: ['/a.assay'],
    };
    expect(remembered(JSON.stringify(state))).toEqual(state);
  });

  it.each([
    undefined,
    '',
    'null',
    '[]',
    '{',
    '"x"',
    '{"bounds":{"width":"wide","height":1}}',
    '{"bounds":{"x":1,"width":9,"height":9}}',
  ])('starts afresh on %j', (json) => {
    expect(remembered(json)).toEqual(first);
  });

  it('is never nonsense, whatever the file says', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const { bounds, recent } = remembered(json);
        expect(bounds.width > 0 && bounds.height > 0).toBe(true);
        expect(recent.every((file) => typeof file === 'string')).toBe(true);
      }),
    );
  });

  it('lists each project once, the newest first, ten at most', () => {
    expect(withRecent(['/a', '/b', '/c'], '/b')).toEqual(['/b', '/a', '/c']);
    const many = Array.from({ length: 10 }, (_, i) => `/${i}`);
    expect(withRecent(many, '/new')).toEqual(['/new', ...many.slice(0, 9)]);
  });
});

describe('where a window opens', () => {
  it('is where it was, while that screen is there', () => {
    const bounds = { x: -1200, y: 40, width: 900, height: 700 };
    expect(fitted(bounds, screens)).toEqual(bounds);
    expect(fitted(bounds, screens.slice(0, 1))).toEqual({ width: 900, height: 700 });
  });

  it('can always be taken hold of and never exceeds its screen', () => {
    const side = fc.integer({ min: -5_000, max: 5_000 });
    const size = fc.integer({ min: 1, max: 9_000 });
    let kept = 0;
    fc.assert(
      fc.property(side, side, size, size, (x, y, width, height) => {
        const at = fitted({ x, y, width, height }, screens);
        expect(at.width).toBeLessThanOrEqual(1920);
        expect(at.height).toBeLessThanOrEqual(1040);
        if (at.x === undefined || at.y === undefined) return;
        kept += 1;
        const held = screens.some(
          (s) => at.x! + at.width > s.x && at.x! < s.x + s.width && at.y! >= s.y && at.y! < s.y + s.height,
        );
        expect(held).toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect(kept).toBeGreaterThan(50);
  });
});
