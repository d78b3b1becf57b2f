import { codeGuid, MARKED_HERE, ROOT_CODE, type QdaNode } from '#domain/refi-qda.ts';
import { ratingLabel } from '#domain/scale.ts';
import { builtInScale } from '#domain/scales.ts';
import { ALL_CLAIM_TYPES, STANCES, VERIFIABILITIES } from '#domain/words.ts';
import { rulingOf, type StandardClaim, type StandardsInput } from './input.ts';
import { node } from './qdpx-nodes.ts';

/** How a claim is judged, as GUIDs of codes. */
export function codesOf(claim: StandardClaim): string[] {
  const ruling = rulingOf(claim);
  return [
    codeGuid('verifiability', claim.verifiability),
    ...claim.types.map((type) => codeGuid('type', type)),
    ...(ruling ? [codeGuid('verdict', ruling.scale, ruling.rating)] : []),
    ...claim.tags.map((tag) => codeGuid('tag', tag)),
  ];
}

/** Every code that Assay's judgements can be, and those of the project's own tags and ratings. */
export function codeBook(input: StandardsInput, claims: readonly StandardClaim[]): QdaNode {
  const code = (guid: string, name: string, children: readonly QdaNode[] = [], color?: string) =>
    node('Code', { guid, name, isCodable: children.length === 0 ? 'true' : 'false', color }, children);
  const ratings = new Map<string, QdaNode>();
  for (const claim of claims) {
    for (const verdict of claim.verdicts) {
      const scale = input.scales.find(({ id }) => id === verdict.scale) ?? builtInScale(verdict.scale);
      const rating = scale?.ratings.find(({ id }) => id === verdict.rating);
      const guid = codeGuid('verdict', verdict.scale, verdict.rating);
      ratings.set(guid, code(guid, rating ? ratingLabel(rating, 'en') : verdict.rating, [], rating?.colour));
    }
  }
  const tags = [...new Set(claims.flatMap((claim) => claim.tags))].toSorted((a, b) => (a < b ? -1 : 1));
  const group = (name: string, children: readonly QdaNode[]) =>
    children.length === 0 ? [] : [code(codeGuid('group', name), name, children)];
  return code(ROOT_CODE, 'Assay', [
    code(MARKED_HERE, 'marked'),
    ...group(
      'Verifiability',
      VERIFIABILITIES.map((word) => code(codeGuid('verifiability', word), word)),
    ),
    ...group(
      'Claim type',
      ALL_CLAIM_TYPES.map((word) => code(codeGuid('type', word), word)),
    ),
    ...group('Verdict', [...ratings.values()]),
    ...group(
      'Stance',
      STANCES.map((word) => code(codeGuid('stance', word), word)),
    ),
    ...group(
      'Tag',
      tags.map((tag) => code(codeGuid('tag', tag), tag)),
    ),
  ]);
}
