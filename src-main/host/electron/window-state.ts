export type Bounds = {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
};
/** What the desktop remembers between starts. */
export type Remembered = {
  readonly bounds: Bounds;
  readonly maximised: boolean;
  /** Project files, newest first. */
  readonly recent: readonly string[];
};

const FIRST: Remembered = { bounds: { width: 1280, height: 800 }, maximised: false, recent: [] };
const SMALLEST = { width: 640, height: 480 };
const MOST_RECENT = 10;
/** So much of a window must be on a screen that a person can take hold of it, px. */
const GRIP = 64;

/** Reads what was remembered; whatever does not make sense is as on the first start. */
export function remembered(json: string | undefined): Remembered {
  try {
    const { bounds, maximised, recent } = JSON.parse(json ?? '') as Partial<Record<string, unknown>>;
    return {
      bounds: isBounds(bounds) ? bounds : FIRST.bounds,
      maximised: maximised === true,
      recent: Array.isArray(recent)
        ? recent.filter((file) => typeof file === 'string').slice(0, MOST_RECENT)
        : [],
    };
  } catch {
    return FIRST;
  }
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Record<string, unknown>;
  const whole = [x ?? 0, y ?? 0, width, height].every(Number.isSafeInteger);
  return whole && (x === undefined) === (y === undefined) && Number(width) > 0 && Number(height) > 0;
}

/** Bounds that fit the screens there are now; a window of a screen that is gone comes to the middle of the first. */
export function fitted(bounds: Bounds, screens: readonly Required<Bounds>[]): Bounds {
  const { x, y } = bounds;
  const screen = screens.find(
    (s) =>
      x !== undefined &&
      y !== undefined &&
      x + Math.min(bounds.width, s.width) >= s.x + GRIP &&
      x <= s.x + s.width - GRIP &&
      y >= s.y &&
      y <= s.y + s.height - GRIP,
  );
  const room = screen ?? screens[0] ?? SMALLEST;
  const side = (side: 'width' | 'height') => Math.min(Math.max(bounds[side], SMALLEST[side]), room[side]);
  const size = { width: side('width'), height: side('height') };
  return screen && x !== undefined && y !== undefined ? { x, y, ...size } : size;
}

export function withRecent(recent: readonly string[], file: string): string[] {
  return [file, ...recent.filter((other) => other !== file)].slice(0, MOST_RECENT);
}
