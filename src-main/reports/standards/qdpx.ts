import { bareGuid, isNode, type QdaNode } from '#domain/refi-qda.ts';
import { packed } from '../package.ts';
import { type Received, type StandardFile, type StandardsInput } from './input.ts';
import { Losses } from './losses.ts';
import { merged } from './qdpx-merge.ts';
import { ownProject } from './qdpx-project.ts';
import { xmlOf } from './qdpx-xml.ts';

/** A REFI-QDA project: what came from other programs as it came, with what Assay knows laid over it. */
export function writeQdpx(input: StandardsInput): StandardFile {
  const bases = input.received.flatMap(baseOf);
  const theirs = new Set(bases.flatMap(({ root }) => guidsIn(root)));
  const own = ownProject(input, theirs);
  const root = bases.reduce((whole, { root: base }) => merged(base, whole), own.root);
  const ordered = bases.length === 0 ? root : { ...root, attributes: bases[0]!.root.attributes };
  const files: Record<string, Uint8Array> = { 'project.qde': new TextEncoder().encode(xmlOf(ordered)) };
  for (const { files: theirFiles } of bases) Object.assign(files, theirFiles);
  for (const [guid, text] of own.texts) files[`sources/${guid}.txt`] ??= new TextEncoder().encode(text);
  return {
    bytes: packed(files),
    mediaType: 'application/x-qdpx',
    claims: input.claims.length,
    losses: lossesOf(input),
  };
}

type Base = { readonly root: QdaNode; readonly files: Readonly<Record<string, Uint8Array>> };

/** A project that was imported, with its files in the places that they had. */
function baseOf(row: Received, _at: number, all: readonly Received[]): Base[] {
  if (row.kind !== 'project' || !row.key.startsWith('project ') || !row.bytes) return [];
  const key = row.key.slice('project '.length);
  const prefix = `file ${key} `;
  const files = Object.fromEntries(
    all.flatMap((file) =>
      file.key.startsWith(prefix) && file.bytes
        ? [[file.key.slice(prefix.length), file.bytes()] as const]
        : [],
    ),
  );
  return [{ root: JSON.parse(new TextDecoder().decode(row.bytes())) as QdaNode, files }];
}

function guidsIn(node: QdaNode): string[] {
  const guid = bareGuid(node.attributes['guid']);
  return [
    ...(guid === '' ? [] : [guid]),
    ...node.children.flatMap((child) => (isNode(child) ? guidsIn(child) : [])),
  ];
}

function lossesOf(input: StandardsInput): readonly string[] {
  const losses = new Losses(input.options.tell);
  const claims = input.claims;
  losses.add(
    'lostLeftOut',
    claims.flatMap(({ occurrences }) => occurrences).filter(({ state }) => state === 'orphaned').length,
  );
  losses.add(
    'sureness',
    claims
      .flatMap(({ occurrences }) => occurrences)
      .filter(({ state }) => state === 'moved' || state === 'ambiguous').length,
  );
  losses.add('articleLooks', input.articles.filter(({ formatted }) => formatted).length);
  losses.add(
    'formatting',
    claims
      .flatMap(({ verdicts }) => verdicts)
      .filter(({ justification }) =>
        (justification?.content ?? []).some(
          (node) =>
            node.type !== 'paragraph' || (node.content ?? []).some((part) => part.marks !== undefined),
        ),
      ).length,
  );
  losses.add(
    'locators',
    claims.flatMap(({ evidence }) => evidence).filter(({ locator }) => locator !== '').length,
  );
  losses.add('assignments', claims.filter(({ assignee }) => assignee !== null).length);
  losses.add('articleComments', input.articles.flatMap(({ comments }) => comments).length);
  const used = new Set(
    claims.flatMap((claim) => [
      ...claim.evidence.map(({ reference }) => reference),
      ...claim.questions.flatMap(({ answers }) => answers.flatMap(({ reference }) => reference ?? [])),
    ]),
  );
  losses.add('unusedReferences', input.references.filter(({ id }) => !used.has(id)).length);
  losses.add('copiesByQuote', input.references.flatMap(({ captures }) => captures).length);
  losses.say('restQdpx');
  return losses.all;
}
