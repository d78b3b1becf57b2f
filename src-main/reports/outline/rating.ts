import { shapeOf } from '#domain/scale.ts';
import { colourOf } from '../html-parts.ts';
import { type ReportVerdict, ratingOf } from '../input.ts';
import { type Page, ratingName } from '../page.ts';
import { type Badge, type Run, isolated } from './blocks.ts';

export function badgeOf(page: Page, verdict: ReportVerdict): Badge {
  const draft = verdict.state === 'draft';
  const name = isolated(ratingName(page, verdict)).text;
  return {
    label: draft ? `${name} (${page.words.draft.toLowerCase()})` : name,
    colour: colourOf(ratingOf(verdict, page.input.scales)),
    shape: shapeOf(verdict.rating),
    draft,
  };
}

export function iconOf({ input }: Page, verdict: ReportVerdict): Run {
  const colour = colourOf(ratingOf(verdict, input.scales));
  return { text: '', icon: { shape: shapeOf(verdict.rating), colour } };
}
