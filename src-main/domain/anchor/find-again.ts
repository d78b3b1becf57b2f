import type { Selector } from '../selector.ts';
import { Finder, outOfPair, worth, type Sighting } from './finder.ts';
import {
  ambiguous,
  MOST_CANDIDATES,
  orphan,
  PERHAPS,
  sureness,
  type Anchored,
  type Candidate,
} from './states.ts';
import { tokensOf, Vocabulary } from './tokens.ts';

/** How much better one place must fit than the next for it to be taken as the one that was meant. */
const MARGIN = 0.12;
/** Words that are found without anything of what stood around them may be a look-alike. */
const SOME_CONTEXT = 0.2;
/** How much of a quote must stand at a place that nothing but its words leads to. */
const FOUND = 0.65;
/** With less than this in common a place is not even worth showing. */
const HARDLY = 0.2;
const MUCH_CONTEXT = 0.5;
/** A shorter quote is no evidence by itself. */
const SPEAKING_LENGTH = 16;

/**
 * Finds quotes on a text by their selectors alone, where the text they were taken from is not at hand. What cannot be
 * told apart is ambiguous; what is found without its surroundings is offered, never taken.
 */
export function findAgain(text: string, selectors: readonly Selector[]): Anchored[] {
  const finder = finderOf(text);
  return selectors.map((selector) => decide(finder.sightings(selector), selector, text));
}

let last: { readonly text: string; readonly finder: Finder } | undefined;

/** Who asks for one quote after another on one text pays for its index once. */
function finderOf(text: string): Finder {
  if (last?.text !== text) {
    const words = new Vocabulary();
    last = { text, finder: new Finder(tokensOf(text, words), words) };
  }
  return last.finder;
}

/** Takes the place that is meant, if one is clearly. */
export function decide(seen: readonly Sighting[], selector: Selector, text: string): Anchored {
  const [best, rival] = seen;
  const point = outOfPair(text, Math.max(0, Math.min(selector.start, text.length)), -1);
  if (!best || best.share < PERHAPS)
    return orphan(
      point,
      seen
        .filter((one) => one.share >= HARDLY)
        .slice(0, MOST_CANDIDATES)
        .map(candidateOf),
    );
  const stays = best.start === selector.start && best.verbatim;
  const clear = rival === undefined || worth(best) - worth(rival) >= MARGIN;
  const candidates = seen.filter((one) => one.share >= PERHAPS).map(candidateOf);
  if (!clear && !(stays && (best.context ?? 1) >= 0.99)) return ambiguous(candidates);

  const speaking = selector.exact.length >= SPEAKING_LENGTH;
  const known =
    best.context === undefined ? speaking : best.context >= (speaking ? SOME_CONTEXT : MUCH_CONTEXT);
  if (best.share < FOUND || !(known || (stays && rival === undefined && best.context === undefined)))
    return ambiguous(candidates);
  const confidence = confidenceOf(best, clear);
  if (confidence < 0.6) return ambiguous(candidates);
  const { start, end } = best;
  return { state: stays ? 'exact' : 'moved', confidence, start, end, candidates: [] };
}

function confidenceOf(best: Sighting, clear: boolean): number {
  const context = best.context ?? 0.6;
  const around = 0.75 + 0.25 * Math.min(1, context / 0.6);
  const sure = best.verbatim ? 0.99 : sureness(best.share, best.firm);
  return round(
    Math.min(sure * around, clear ? 1 : 0.85) + (best.verbatim && context >= 0.99 && clear ? 0.01 : 0),
  );
}

function candidateOf(sighting: Sighting): Candidate {
  return {
    start: sighting.start,
    end: sighting.end,
    confidence: round(Math.min(0.55, worth(sighting) * 0.55)),
  };
}

export function round(confidence: number): number {
  return Math.round(Math.min(1, confidence) * 1000) / 1000;
}
