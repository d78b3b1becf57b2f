import { cells } from '#domain/act.ts';
import type { Output } from '#contract/index.ts';
import { preferences as preferenceSchema, type Preferences, type project } from '#contract/project.ts';
import { listPeople } from '#store/people.ts';
import { searchText, type Kind } from '#store/search.ts';
import { verify } from '#store/verify.ts';
import { listActs, steps, takeBack } from './history.ts';
import { act, readOf, type Handlers, type Session } from './session.ts';

export const projectHandlers: Handlers<keyof typeof project> = {
  getProject: (session) => {
    const { undo, redo } = steps(session);
    return {
      project: {
        ...described(session),
        file: session.project.file,
        readOnly: session.project.db === undefined,
      },
      me: session.me,
      people: listPeople(readOf(session)),
      counts: counts(session),
      canUndo: undo?.deed ?? null,
      canRedo: redo?.deed ?? null,
    };
  },

  describeProject: (session, asked) => {
    const changes = cells('project', session.project.id, asked);
    if (changes.length > 0) act(session, 'describeProject', changes);
    return { project: described(session) };
  },

  getPreferences: (session) => ({ preferences: preferencesOf(session) }),

  setPreferences: (session, asked) => {
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    const preferences = { ...preferencesOf(session), ...given };
    session.home.remember('preferences', preferences);
    if (
      asked.name !== undefined &&
      session.project.db &&
      session.me.id === session.home.person &&
      session.me.name !== asked.name
    ) {
      session.me.name = asked.name;
      act(session, 'nameMyself', cells('person', session.me.id, { present: 1, name: asked.name }));
    }
    session.say({ kind: 'changed', tables: ['preferences'] });
    return { preferences };
  },

  listActs: (session, asked) => listActs(session, asked),

  undo: (session) => takeBack(session, 'undo'),

  redo: (session) => takeBack(session, 'redo'),

  search: (session, asked) => {
    const kinds: readonly Kind[] = asked.in === 'all' ? ['article', 'claim', 'reference'] : [KINDS[asked.in]];
    const hits = searchText(readOf(session), asked.query, kinds, asked.limit);
    return {
      hits: hits.map((hit) => ({
        ...hit,
        title: titleOf(hit),
        start: hit.kind === 'article' ? hit.start : null,
      })),
    };
  },

  verifyProject: (session) => {
    const { checked, problems, notes } = verify(readOf(session));
    return { ok: problems.length === 0, checked, problems, notes };
  },

  cancelJob: (session, asked) => {
    const job = session.jobs.get(asked.job);
    job?.abort();
    return { cancelled: job !== undefined };
  },

  listLicences: async () => {
    const { listLicences } = await import('./licences.ts');
    return listLicences();
  },
};

/** What was chosen, and for all else what Assay would choose; a damaged file counts as none. */
function preferencesOf(session: Session): Preferences {
  const kept = preferenceSchema.safeParse(session.home.recall('preferences') ?? {});
  return kept.success ? kept.data : preferenceSchema.parse({});
}

const KINDS = { articles: 'article', claims: 'claim', references: 'reference' } as const;

/** A claim is known by its wording, which is its body. */
function titleOf(hit: { kind: Kind; title: string; snippet: string }): string {
  return hit.kind === 'claim' ? hit.snippet : hit.title;
}

function described(session: Session): Output<'describeProject'>['project'] {
  const { id } = session.project;
  const row = readOf(session).one<{ title: string | null; method: string | null }>(
    'select title, method from project where id = ?',
    id,
  );
  return { id, title: row?.title ?? '', method: row?.method ?? '' };
}

function counts(session: Session): Output<'getProject'>['counts'] {
  return readOf(session).one<Output<'getProject'>['counts']>(
    `select (select count(*) from article where present = 1) as articles,
       (select count(*) from claim where present = 1) as claims,
       (select count(*) from reference where present = 1) as "references",
       (select count(*) from evidence where present = 1) as evidence,
       (select count(*) from verdict where present = 1) as verdicts,
       (select count(*) from conflict) as conflicts,
       (select count(*) from placed p join occurrence o on o.id = p.occurrence and o.present = 1
          join claim c on c.id = o.claim and c.present = 1 join article a on a.id = o.article and a.present = 1
        where p.state in ('ambiguous', 'orphaned'))
       + (select count(*) from occurrence o join claim c on c.id = o.claim and c.present = 1
            join article a on a.id = o.article and a.present = 1
          where o.state in ('ambiguous', 'orphaned') and o.present = 1
            and not exists (select 1 from placed p where p.occurrence = o.id)) as attention,
       (select count(*) from act) as acts`,
  )!;
}
