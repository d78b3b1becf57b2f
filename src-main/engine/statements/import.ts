import { cells, type Intent } from '#domain/act.ts';
import { flatten } from '#domain/flat-text.ts';
import type { Node } from '#domain/document.ts';
import { identityOf } from '#domain/identity.ts';
import type { StatedArticle, StatedKept, Statements } from '#domain/statements.ts';
import type { exchangeFormats } from '#contract/exchange-formats.ts';
import type { Asked, Output } from '#contract/index.ts';
import { CallError } from '#contract/kit.ts';
import { keepBlob } from '#store/blobs.ts';
import { sha256 } from '#store/hash.ts';
import { receivedData } from '#store/received.ts';
import { rowOf } from '#store/rows.ts';
import { act, nowOf, parserOf, readOf, whole, writeOf, type Handlers, type Session } from '../session.ts';
import { Texts, type Anchored } from './anchor.ts';
import { planRows, planScales, type Aliases } from './plan.ts';
import { Tally } from './tally.ts';

export const exchangeFormatHandlers: Handlers<keyof typeof exchangeFormats> = {
  importClaims: async (session, asked, signal) => {
    const upload = session.uploads.get(asked.upload.token);
    if (!upload)
      throw new CallError('not-found', `The bytes of ${asked.upload.name} did not arrive; choose it again.`);
    const article = asked.article === undefined ? undefined : whole(session, 'article', asked.article);
    const parser = await parserOf(session);
    const { format, columns } = asked;
    const stated = await parser.readStatements(
      { bytes: upload.bytes, name: asked.upload.name },
      { format, columns },
      signal,
    );
    return importStatements(session, stated, article, asked);
  },
};

type Importing = Pick<Asked<'importClaims'>, 'dryRun' | 'upload' | 'tell'>;

function importStatements(
  session: Session,
  stated: Statements,
  article: string | undefined,
  asked: Importing,
): Output<'importClaims'> {
  const tally = new Tally(asked.tell);
  const aliases: Aliases = new Map();
  const texts = new Texts(session);
  const write = (): Intent[] => {
    const articles = planArticles(session, stated, tally, texts, asked.dryRun);
    const scales = planScales(session, stated);
    const rows = planRows(session, stated, tally, aliases);
    const places = planPlaces(session, stated, tally, texts, article, aliases);
    const notes = planNotes(session, stated, tally, texts, article, aliases);
    const tags = planTags(session, stated, tally);
    const kept = planKept(session, stated, tally, asked.dryRun);
    return [...articles, ...scales, ...rows, ...places, ...notes, ...tags, ...kept];
  };
  let written = false;
  if (asked.dryRun) write();
  else {
    writeOf(session).together(() => {
      const changes = write();
      written = changes.length > 0;
      if (written) act(session, 'importClaims', changes);
    });
    session.uploads.delete(asked.upload.token);
  }
  for (const { item, outcome, message } of stated.lines)
    if (outcome === 'skipped') tally.skip(item, message);
    else tally.note(item, message);
  return { format: stated.format, written, ...tally.said(), columns: columnsOf(stated) };
}

function columnsOf({ columns }: Statements): Output<'importClaims'>['columns'] {
  return columns && { ...columns, header: [...columns.header], fields: [...columns.fields] };
}

/** Texts that came with the file become articles; one that is there already is left alone. */
function planArticles(
  session: Session,
  stated: Statements,
  tally: Tally,
  texts: Texts,
  dryRun: boolean,
): Intent[] {
  return stated.articles.flatMap((article) => {
    const now = rowOf(readOf(session), 'article', article.id);
    if (now) {
      const known = readOf(session).one(
        'select 1 from revision where article = ? and sha256 = ? and present = 1',
        article.id,
        sha256(article.text),
      );
      if (!known) tally.note(article.title, 'Its text differs from the one in this project, which stays.');
      tally.count('article', 'same');
      return [];
    }
    tally.count('article', 'new');
    const revision = identityOf('revision', article.id, sha256(article.text));
    texts.add(article.id, revision, article.title, article.address, article.text);
    return dryRun ? [] : articleCells(session, article, revision);
  });
}

function articleCells(session: Session, article: StatedArticle, revision: string): Intent[] {
  const db = writeOf(session);
  const document = documentOf(article.text);
  const at = nowOf(session);
  const { id, title, author, publisher, address, published, language, text } = article;
  return [
    ...cells('article', id, {
      present: 1,
      title: title === '' ? 'Untitled' : title,
      author,
      publisher,
      address,
      published,
      language,
      original: keepBlob(db, new TextEncoder().encode(text)),
      original_name: title,
      format: 'text',
      encoding: 'utf-8',
      warnings: '[]',
      imported_at: at,
      imported_by: session.me.id,
    }),
    ...cells('revision', revision, {
      present: 1,
      article: id,
      document: keepBlob(db, new TextEncoder().encode(JSON.stringify(document))),
      sha256: sha256(flatten(document).text),
      person: session.me.id,
      reason: '',
      at,
    }),
  ];
}

/** One paragraph a line, so that the canonical text is the text itself and every offset holds. */
function documentOf(text: string): Node {
  return {
    type: 'doc',
    content: text.split('\n').map((line) => ({
      type: 'paragraph',
      ...(line === '' ? {} : { content: [{ type: 'text', text: line }] }),
    })),
  };
}

function planPlaces(
  session: Session,
  stated: Statements,
  tally: Tally,
  texts: Texts,
  article: string | undefined,
  aliases: Aliases,
): Intent[] {
  const labels = new Map(
    stated.rows.flatMap((row) =>
      row.table === 'claim' ? [[row.id, String(row.values['wording'] ?? row.id)]] : [],
    ),
  );
  const changes: Intent[] = [];
  const removed = (claim: string) => {
    const row = rowOf(readOf(session), 'claim', claim);
    return row !== undefined && row['present'] !== 1;
  };
  for (const place of stated.places) {
    if (removed(place.claim)) continue;
    const now = rowOf(readOf(session), 'occurrence', place.id);
    if (now && (now['present'] !== 1 || now['exact'] === place.exact || place.exact === '')) {
      tally.count('occurrence', 'same');
      continue;
    }
    const found = texts.find(place, article);
    if (!found) {
      tally.skip(labels.get(place.claim) ?? place.exact, whyUnplaced(place, texts, article));
      continue;
    }
    if (standsThere(session, place.claim, found)) {
      tally.count('occurrence', 'same');
      continue;
    }
    const isNew = now === undefined;
    tally.count('occurrence', isNew ? 'new' : 'changed');
    tally.part(place.claim, 'occurrence', isNew ? 'new' : 'changed');
    // marked by its position alone: its words are what stands there
    if (labels.get(place.claim) === place.claim && rowOf(readOf(session), 'claim', place.claim) === undefined)
      changes.push(...cells('claim', place.claim, { wording: found.exact.replaceAll(/\s+/g, ' ') }));
    changes.push(
      ...cells('occurrence', place.id, {
        present: 1,
        claim: place.claim,
        ...found,
        ...(isNew
          ? {
              made_at: place.madeAt === '' ? nowOf(session) : place.madeAt,
              made_by: place.madeBy === '' ? session.me.id : (aliases.get(place.madeBy) ?? place.madeBy),
            }
          : {}),
      }),
    );
  }
  return changes;
}

function whyUnplaced(place: Statements['places'][number], texts: Texts, article: string | undefined): string {
  if (article !== undefined || texts.named(place.source) !== undefined)
    return 'Its words were not found in the article; the claim has no place there.';
  const { address, title } = place.source;
  return `The text it stands in (${title || address || 'not named'}) is not in this project; the claim has no place.`;
}

function standsThere(session: Session, claim: string, { article, start, end }: Anchored): boolean {
  return (
    readOf(session).one(
      'select 1 from occurrence where claim = ? and article = ? and start = ? and "end" = ? and present = 1',
      claim,
      article,
      start,
      end,
    ) !== undefined
  );
}

/** Remarks about whole articles become comments on them. */
function planNotes(
  session: Session,
  stated: Statements,
  tally: Tally,
  texts: Texts,
  article: string | undefined,
  aliases: Aliases,
): Intent[] {
  return stated.notes.flatMap((note) => {
    if (rowOf(readOf(session), 'comment', note.id)) {
      tally.count('comment', 'same');
      return [];
    }
    const subject = article ?? texts.named(note.source);
    if (subject === undefined) {
      tally.skip(note.text, 'It is about a text that is not in this project.');
      return [];
    }
    tally.count('comment', 'new');
    return cells('comment', note.id, {
      present: 1,
      subject_kind: 'article',
      subject,
      text: note.text,
      person: aliases.get(note.person) ?? note.person,
      at: note.at === '' ? nowOf(session) : note.at,
    });
  });
}

/** Tags are only added: a file does not know which ones a team has taken away. */
function planTags(session: Session, stated: Statements, tally: Tally): Intent[] {
  const db = readOf(session);
  const made = new Map<string, string>();
  return stated.tags.flatMap(({ claim, names }) => {
    const has = new Set(
      db
        .all<{ name: string }>(
          'select t.name from tagging g join tag t on t.id = g.tag where g.claim = ? and g.present = 1',
          claim,
        )
        .map((tag) => tag.name),
    );
    return names.flatMap((name) => {
      const tagging = identityOf('tagging', claim, name);
      if (has.has(name) || rowOf(db, 'tagging', tagging)) return [];
      tally.part(claim, 'tag', 'new');
      const known =
        made.get(name) ??
        db.one<{ id: string }>('select id from tag where name = ? and present = 1 order by id limit 1', name)
          ?.id;
      const tag = known ?? identityOf('tag', name);
      made.set(name, tag);
      return [
        ...(known === undefined ? cells('tag', tag, { present: 1, name }) : []),
        ...cells('tagging', tagging, { present: 1, tag, claim }),
      ];
    });
  });
}

/** What a program said is kept anew only where it says something else about its claim. */
function planKept(session: Session, stated: Statements, tally: Tally, dryRun: boolean): Intent[] {
  return stated.kept.flatMap((kept) => {
    const known = receivedData(readOf(session), kept.id);
    if (known === kept.data) return [];
    if (
      kept.kind === 'claim' &&
      (tally.isDropped(kept.subject) || (known !== undefined && tally.outcomeOf(kept.subject) === 'same'))
    )
      return [];
    return cells('received', kept.id, {
      present: 1,
      format: stated.format,
      key: kept.key,
      subject_kind: kept.kind,
      subject: kept.subject === '' ? session.project.id : kept.subject,
      data: kept.data,
      bytes: dryRun ? undefined : bytesOf(session, stated, kept),
      received_at: nowOf(session),
      received_by: session.me.id,
    });
  });
}

function bytesOf(session: Session, stated: Statements, { file }: StatedKept): string | undefined {
  const bytes = file === null ? undefined : stated.files[file];
  return bytes && keepBlob(writeOf(session), bytes);
}
