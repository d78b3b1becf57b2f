import {
  bareGuid,
  childNamed,
  childrenNamed,
  isNode,
  QDA_NAMESPACE,
  textIn,
  variableGuid,
  type QdaNode,
} from '#domain/refi-qda.ts';
import { sha256Hex, uuidIn } from '#domain/identity.ts';
import { timeFrom } from '#domain/reviews.ts';
import type { Statements } from '#domain/statements.ts';
import { decode } from '../decode.ts';
import { ImportError } from '../import-error.ts';
import { readXml, type XmlElement } from '../xml.ts';
import { openZip, type Zip } from '../zip.ts';
import { Collected, plainText, short } from './collect.ts';
import { readOwnProject, withoutOwn } from './qdpx-own.ts';
import { readPositions, type SourceText } from './qdpx-positions.ts';

type Source = { readonly bytes: Uint8Array; readonly name: string };

/** A REFI-QDA project: an archive with `project.qde` and its sources. */
export function readQdpx(source: Source): Statements {
  const zip = openZip(source.bytes, source.name);
  const project =
    zip.names.find((name) => /(^|\/)project\.qde$/i.test(name)) ??
    zip.names.find((name) => /\.qde$/i.test(name));
  if (project === undefined)
    throw new ImportError('unreadable', `“${source.name}” is an archive without a REFI-QDA project in it.`);
  return readProject(source.name, zip.read(project), zip, project);
}

/** The description of a project alone, without its sources. */
export function readQde(source: Source): Statements {
  return readProject(source.name, source.bytes, undefined, '');
}

function readProject(name: string, xml: Uint8Array, zip: Zip | undefined, path: string): Statements {
  const root = asNode(readXml(xml, { file: name, prefixes: { [QDA_NAMESPACE]: '' } }));
  if (root.name === 'CodeBook')
    throw new ImportError(
      'unsupported',
      `“${name}” is a codebook alone: there are no texts and no selections in it.`,
    );
  if (root.name !== 'Project') throw new ImportError('unreadable', `“${name}” is no REFI-QDA project.`);
  const found = new Collected('qdpx');
  for (const user of childrenNamed(childNamed(root, 'Users'), 'User'))
    found.person(user.attributes['name'] ?? user.attributes['id'] ?? '', bareGuid(user.attributes['guid']));
  const isOwn = childrenNamed(childNamed(root, 'Variables'), 'Variable').some(
    (variable) => bareGuid(variable.attributes['guid']) === variableGuid('claim'),
  );
  const texts = readTexts(found, root, zip);
  const foreign = isOwn ? withoutOwn(root) : root;
  readSelections(found, foreign, texts, zip);
  if (isOwn) readOwnProject(found, root, texts);
  if (!isOwn || hasContent(foreign)) keepProject(found, foreign, zip, path, isOwn ? root : undefined);
  return found.done();
}

function asNode(element: XmlElement): QdaNode {
  return {
    name: element.name,
    attributes: Object.fromEntries(
      [...element.attributes]
        .filter(([key]) => !key.startsWith('{'))
        .map(([key, value]) => [key, plainText(value)]),
    ),
    // blanks between elements say nothing
    children: element.children.flatMap((child): (QdaNode | string)[] =>
      typeof child !== 'string' ? [asNode(child)] : isBlank(element, child) ? [] : [plainText(child)],
    ),
  };
}

function isBlank(element: XmlElement, text: string): boolean {
  return (
    text.trim() === '' &&
    (text.trim() !== text || text === '') &&
    element.children.some((child) => typeof child !== 'string')
  );
}

function hasContent(root: QdaNode): boolean {
  return ['CodeBook', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs'].some(
    (name) => childNamed(root, name) !== undefined,
  );
}

/** The texts of a project by their GUID: text sources, what stands for a PDF, and transcripts; one file once. */
function readTexts(found: Collected, root: QdaNode, zip: Zip | undefined): Map<string, SourceText> {
  const texts = new Map<string, SourceText>();
  const paths = new Set<string>();
  const visit = (node: QdaNode, owner: string): void => {
    if (['TextSource', 'Representation', 'Transcript', 'TextDescription'].includes(node.name)) {
      const guid = bareGuid(node.attributes['guid']);
      const label = node.attributes['name'] ?? owner;
      const path = node.attributes['plainTextPath'];
      const raw = textOf(node, path, zip);
      const isRepeated = path !== undefined && paths.has(path);
      if (path !== undefined) paths.add(path);
      const hasSelections = childrenNamed(node, 'PlainTextSelection').length > 0;
      if (raw === undefined) {
        if (!isRepeated || hasSelections)
          found.skip(
            label,
            `Its text ${path === undefined ? 'is not in the file' : `(${path.replace(/^\w+:\/+/, '')}) is missing from the archive`}; its selections are kept as they are.`,
          );
      } else if (!texts.has(guid) && uuidIn(guid) !== undefined && (!isRepeated || hasSelections)) {
        const positions = readPositions(raw, childrenNamed(node, 'PlainTextSelection'));
        if (positions.odd !== '') found.note(label, positions.odd);
        texts.set(guid, { node, guid, text: positions.text, positions });
      }
    }
    for (const child of node.children) if (isNode(child)) visit(child, node.attributes['name'] ?? owner);
  };
  for (const source of childNamed(root, 'Sources')?.children ?? [])
    if (isNode(source)) visit(source, source.name);
  return texts;
}

function textOf(node: QdaNode, path: string | undefined, zip: Zip | undefined): string | undefined {
  const content = childNamed(node, 'PlainTextContent');
  if (content) return textIn(content);
  const entry = path === undefined ? undefined : entryOf(path, zip);
  if (entry === undefined) return undefined;
  return plainText(decode(zip!.read(entry), false).text.replace(/^\uFEFF/, ''));
}

/** `internal://x.txt`, `sources/x.txt`, `Sources\x.txt` and `x.txt` all name the same part. */
function entryOf(path: string, zip: Zip | undefined): string | undefined {
  const bare = decodeURIComponentSafely(path.replace(/^\w+:\/+/, ''))
    .replaceAll('\\', '/')
    .toLowerCase();
  const file = bare.split('/').at(-1)!;
  return zip?.names.find((name) => {
    const lower = name.toLowerCase();
    return (
      lower === bare ||
      lower === `sources/${bare}` ||
      lower.endsWith(`/sources/${file}`) ||
      lower === `sources/${file}`
    );
  });
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Selections of other programs: what somebody marked is a claim to be judged, its codes are tags, its memos comments. */
function readSelections(
  found: Collected,
  root: QdaNode,
  texts: ReadonlyMap<string, SourceText>,
  zip: Zip | undefined,
): void {
  const codes = new Map<string, string>();
  const nameCodes = (node: QdaNode | undefined): void => {
    for (const code of childrenNamed(node, 'Code')) {
      codes.set(bareGuid(code.attributes['guid']), code.attributes['name'] ?? '');
      nameCodes(code);
    }
  };
  nameCodes(childNamed(childNamed(root, 'CodeBook'), 'Codes'));
  const notes = new Map(
    childrenNamed(childNamed(root, 'Notes'), 'Note').map((note) => [bareGuid(note.attributes['guid']), note]),
  );
  const links = childrenNamed(childNamed(root, 'Links'), 'Link').map(({ attributes }) => ({
    from: bareGuid(attributes['originGUID']),
    to: bareGuid(attributes['targetGUID']),
  }));
  // some programs draw a link from the note, others to it
  const linked = Map.groupBy(
    [...links, ...links.map(({ from, to }) => ({ from: to, to: from }))],
    ({ to }) => to,
  );
  const noteNamed = (guid: string | undefined) => {
    const note = notes.get(bareGuid(guid));
    return note ? noteText(note, zip) : '';
  };
  const stated = new Set(sourceGuids(root));
  for (const { node, guid, text, positions } of texts.values()) {
    if (!stated.has(guid)) continue;
    found.articles.push({
      id: guid,
      title: short(node.attributes['name'] ?? '', 500) || 'Untitled',
      address: '',
      author: '',
      publisher: '',
      published: '',
      language: '',
      text,
    });
    const selections = childrenNamed(sourceIn(root, guid), 'PlainTextSelection');
    for (const selection of selections) {
      const own = bareGuid(selection.attributes['guid']);
      const at = positions.at(selection);
      if (uuidIn(own) === undefined || !at) {
        found.skip(
          selection.attributes['name'] ?? own,
          'Its place lies outside its text; it is kept as it is.',
        );
        continue;
      }
      const claim = found.identity('claim', own);
      const made = timeFrom(selection.attributes['creationDateTime'] ?? '');
      const by = bareGuid(selection.attributes['creatingUser']);
      const wording = text.slice(at.start, at.end).replaceAll(/\s+/g, ' ').trim();
      found.row(
        'claim',
        claim,
        claim,
        { present: 1, wording },
        {
          verifiability: 'undecided',
          status: 'open',
          priority: 'normal',
          ...(made === '' ? {} : { made_at: made }),
        },
      );
      found.places.push({
        id: own,
        claim,
        source: { id: guid },
        exact: text.slice(at.start, at.end),
        prefix: '',
        suffix: '',
        ...at,
        unit: 'utf-16',
        madeAt: made,
        madeBy: uuidIn(by) ?? '',
      });
      found.tag(
        claim,
        childrenNamed(selection, 'Coding').map(
          (coding) => codes.get(bareGuid(childNamed(coding, 'CodeRef')?.attributes['targetGUID'])) ?? '',
        ),
      );
      const remarks = [
        textIn(childNamed(selection, 'Description')),
        ...[selection, ...childrenNamed(selection, 'Coding')].flatMap((one) =>
          childrenNamed(one, 'NoteRef').map((ref) => noteNamed(ref.attributes['targetGUID'])),
        ),
        ...(linked.get(own) ?? []).map((link) => noteNamed(link.from)),
      ].filter((remark, n, all) => remark.trim() !== '' && all.indexOf(remark) === n);
      if (remarks.length > 0)
        found.row('comment', found.identity('comment', own), claim, {
          present: 1,
          subject_kind: 'claim',
          subject: claim,
          text: remarks.join('\n\n'),
          ...(uuidIn(by) ? { person: by } : {}),
          ...(made === '' ? {} : { at: made }),
        });
    }
  }
}

/** What a note says: in the description of the project, or in a file of its own. */
function noteText(note: QdaNode, zip: Zip | undefined): string {
  const said = textOf(note, note.attributes['plainTextPath'], zip) ?? '';
  return said.trim() === '' ? textIn(childNamed(note, 'Description')) : said;
}

function* nodesIn(node: QdaNode | undefined): Generator<QdaNode> {
  for (const child of node?.children ?? [])
    if (isNode(child)) {
      yield child;
      yield* nodesIn(child);
    }
}

function sourceGuids(root: QdaNode): string[] {
  return [...nodesIn(childNamed(root, 'Sources'))].map((node) => bareGuid(node.attributes['guid']));
}

function sourceIn(root: QdaNode, guid: string): QdaNode | undefined {
  return [...nodesIn(childNamed(root, 'Sources'))].find((node) => bareGuid(node.attributes['guid']) === guid);
}

/** The whole project is kept, with its files, so that it can be given back with what was added to it. */
function keepProject(
  found: Collected,
  root: QdaNode,
  zip: Zip | undefined,
  path: string,
  whole: QdaNode | undefined,
): void {
  const { name = '', origin = '', creationDateTime = '' } = root.attributes;
  const key = JSON.stringify([name, origin, creationDateTime]);
  const keepFile = (own: string, bytes: Uint8Array): void => {
    found.files.push(bytes);
    found.keep('project', '', own, sha256Hex(bytes), found.files.length - 1);
  };
  keepFile(`project ${key}`, new TextEncoder().encode(JSON.stringify(root)));
  const ours = new Set(whole ? ownPaths(whole, root) : []);
  for (const part of zip?.names ?? [])
    if (part !== path && !ours.has(part.toLowerCase())) keepFile(`file ${key} ${part}`, zip!.read(part));
}

/** The files that belong to what Assay itself wrote into a project. */
function ownPaths(whole: QdaNode, foreign: QdaNode): string[] {
  const paths = (root: QdaNode) =>
    [...nodesIn(childNamed(root, 'Sources'))].flatMap((node) => node.attributes['plainTextPath'] ?? []);
  const theirs = new Set(paths(foreign));
  return paths(whole)
    .filter((path) => !theirs.has(path))
    .map((path) => `sources/${path.replace(/^\w+:\/+/, '')}`.toLowerCase());
}
