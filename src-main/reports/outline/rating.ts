import { shapeOf } from '#domain/scale.ts';
import { colourOf } from '../html-parts.ts';
import { type ReportVerdict, ratingOf } from '../input.ts';
import { type Page, ratingName } from '../page.ts';
import { type Badge, type Run, type Tone, isolated } from './blocks.ts';

export function badgeOf(page: Page, verdict: ReportVerdict): Badge {
  const draft = verdict.state === 'draft';
  const name = isolated(ratingName(page, verdict)).text;
  const label = draft ? `${name} (${page.words.draft.toLowerCase()})` : name;
  return { ...toneOf(page, verdict), label, draft };
}

export function toneOf({ input }: Page, verdict: ReportVerdict): Tone {
  return { shape: shapeOf(verdict.rating), colour: colourOf(ratingOf(verdict, input.scales)) };
}

/** The verdict in a running line: its shape and its word. */
export function ratingRuns(page: Page, verdict: ReportVerdict): Run[] {
  return [{ text: '', icon: toneOf(page, verdict) }, isolated(ratingName(page, verdict))];
}
