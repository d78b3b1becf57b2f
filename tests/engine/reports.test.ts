import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { REPORT_PARTS, USUAL_REPORT, type ReportPart } from '#domain/report-options.ts';
import type { Input } from '#contract/index.ts';
import { openEngine, realWorld, type Engine } from '#engine/engine.ts';
import { createSample } from '#engine/sample/create.ts';
import type { ReportInput } from '#reports/input.ts';
import { openFile } from '#store/open.ts';
import { readText } from '#store/blobs.ts';
import { temporaryEngine, importText } from '../support/engine.ts';
import { temporaryFolder } from '../support/project.ts';

let made: string;
beforeAll(async () => {
  // not of one test: a folder that goes with the process
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  made = mkdtempSync(join(tmpdir(), 'assay-reports-'));
  (await createSample(join(made, 'p.assay'), realWorld(join(made, 'home')))).close();
  return () => rmSync(made, { recursive: true, force: true });
}, 120_000);

/** The sample project, in a folder of its own. */
function sample(): { engine: Engine; file: string } {
  const folder = temporaryFolder();
  cpSync(made, folder, { recursive: true });
  const file = join(folder, 'p.assay');
  const engine = openEngine(file, realWorld(join(folder, 'home')), { strict: true });
  onTestFinished(() => engine.close());
  return { engine, file };
}

type Options = Partial<Omit<Input<'writeReport'>, 'format'>>;

async function written(engine: Engine, format: Input<'writeReport'>['format'], options: Options = {}) {
  const { report } = await engine.call('writeReport', { format, ...options });
  return new TextDecoder().decode(engine.fileOf(report.token)!.bytes);
}

/** The model behind a report, as a dossier holds it. */
async function modelOf(engine: Engine, options: Options = {}): Promise<ReportInput> {
  const text = await written(engine, 'dossier', options);
  return JSON.parse(/id="form-report">(.*?)<\/script>/.exec(text)![1]!) as ReportInput;
}

const without = (...parts: ReportPart[]) => USUAL_REPORT.include.filter((part) => !parts.includes(part));

describe('the numbers of a report', () => {
  it('are those of an independent count in the project file', async () => {
    const { engine, file } = sample();
    const model = await modelOf(engine);
    const html = await written(engine, 'html');
    engine.close();
    const project = openFile(file, { now: 0 });
    onTestFinished(() => project.close());
    const one = (sql: string) => project.read.one<{ n: number }>(sql)!.n;
    expect(model.claims).toHaveLength(
      one(`select count(*) as n from claim where present = 1 and verifiability <> 'not-a-claim'`),
    );
    expect(model.leftOut.notClaims).toBe(
      one(`select count(*) as n from claim where present = 1 and verifiability = 'not-a-claim'`),
    );
    expect(model.claims.flatMap(({ evidence }) => evidence)).toHaveLength(
      one(
        `select count(*) as n from evidence e join claim c on c.id = e.claim and c.present = 1 where e.present = 1`,
      ),
    );
    expect(model.references).toHaveLength(
      one(`select count(distinct e.reference) as n from evidence e join claim c on c.id = e.claim and c.present = 1
           where e.present = 1`),
    );
    const counted = project.read.all<{ label: string; n: number }>(
      `with best as (
         select v.claim, v.scale, v.rating, row_number() over
           (partition by v.claim order by v.state = 'final' desc, v.at desc, v.id desc) as place
         from verdict v where v.present = 1 and v.state in ('final', 'draft')
       )
       select r.value ->> '$.label.en' as label, count(b.claim) as n
       from scale s, json_each(s.ratings) r
       left join best b on b.place = 1 and b.scale = s.id and b.rating = r.value ->> '$.id'
         and b.claim in (select id from claim where present = 1 and verifiability <> 'not-a-claim')
       group by s.id, r.key`,
    );
    expect(counted.reduce((sum, { n }) => sum + n, 0)).toBeGreaterThan(20);
    const rows = [...html.matchAll(/<th scope="row">([\s\S]*?)<\/th>\s*<td>([^<]*)<\/td>/g)].map(
      ([, name, n]) => [name!.replaceAll(/<[^>]*>|\([^)]*\)/g, '').trim(), n],
    );
    for (const { label, n } of counted) expect(rows, label).toContainEqual([label, String(n)]);
  });

  it('and every quote stands in its archived copy at its place', async () => {
    const { engine, file } = sample();
    const model = await modelOf(engine);
    const quoted = model.claims
      .flatMap(({ evidence }) => evidence)
      .filter(({ quoteFound }) => quoteFound !== null);
    expect(quoted.length).toBeGreaterThan(20);
    expect(quoted.filter(({ quoteFound }) => !quoteFound)).toEqual([]);
    engine.close();
    const project = openFile(file, { now: 0 });
    onTestFinished(() => project.close());
    for (const { id, quote } of quoted) {
      const { text, place } = project.read.one<{ text: string; place: string }>(
        'select c.text, e.place from evidence e join capture c on c.id = e.capture where e.id = ?',
        id,
      )!;
      const { start, end } = JSON.parse(place) as { start: number; end: number };
      expect(readText(project.read, text).slice(start, end)).toBe(quote);
    }
    for (const article of model.articles) {
      for (const { id, start, end } of article.marks) {
        const row = project.read.one<{ exact: string }>('select exact from occurrence where id = ?', id)!;
        expect(article.text.slice(start, end)).toBe(row.exact);
      }
    }
  });

  it('answers who, when and from what for every sentence: each id is a row of the project', async () => {
    const { engine, file } = sample();
    const model = await modelOf(engine);
    engine.close();
    const project = openFile(file, { now: 0 });
    onTestFinished(() => project.close());
    const known = (
      table: 'claim' | 'evidence' | 'verdict' | 'reference' | 'occurrence' | 'article',
      ids: readonly string[],
    ) => {
      const found = project.read.all<{ id: string }>(
        `select id from ${table} where present = 1 and id in (select value from json_each(?))`,
        JSON.stringify(ids),
      );
      expect(found, table).toHaveLength(new Set(ids).size);
    };
    known(
      'claim',
      model.claims.map(({ id }) => id),
    );
    known(
      'evidence',
      model.claims.flatMap(({ evidence }) => evidence.map(({ id }) => id)),
    );
    known(
      'verdict',
      model.claims.flatMap(({ verdicts }) => verdicts.map(({ id }) => id)),
    );
    known(
      'reference',
      model.references.map(({ id }) => id),
    );
    known(
      'article',
      model.articles.map(({ id }) => id),
    );
    known(
      'occurrence',
      model.articles.flatMap(({ marks }) => marks.map(({ id }) => id)),
    );
  });
});

describe('the options of a report', () => {
  it('leave nothing of an excluded part in the model', async () => {
    const { engine } = sample();
    const bare = await modelOf(engine, { include: [] });
    expect(bare.references).toEqual([]);
    for (const claim of bare.claims) {
      expect(claim).toMatchObject({ evidence: [], comments: [], questions: [], elsewhere: [] });
      expect(claim.verifiability).not.toBe('unverifiable');
      for (const verdict of claim.verdicts)
        expect(verdict).toMatchObject({ person: '', justification: null });
      expect(claim.verdicts.filter(({ state }) => state === 'void' || state === 'corrected')).toEqual([]);
    }
    expect(bare.leftOut.unverifiable).toBeGreaterThan(20);
    const whole = await modelOf(engine, { include: [...REPORT_PARTS] });
    expect(whole.claims.some(({ comments }) => comments.length > 0)).toBe(true);
    expect(whole.claims.some(({ verdicts }) => verdicts.some(({ state }) => state === 'void'))).toBe(true);
  });

  it('print no name of the team where names are left out', async () => {
    const { engine } = sample();
    const { people } = await engine.call('getProject', {});
    const names = people.map(({ name }) => name).filter((name) => name.length > 4);
    const usual = await written(engine, 'html');
    expect(names.filter((name) => usual.includes(name)).length).toBeGreaterThan(1);
    for (const format of ['html', 'md', 'csv', 'dossier'] as const) {
      const text = await written(engine, format, { include: without('people', 'comments') });
      expect(
        names.filter((name) => text.includes(name)),
        format,
      ).toEqual([]);
    }
  });

  it('order the claims and number them without gaps', async () => {
    const { engine } = sample();
    const worst = await modelOf(engine, { order: 'rating' });
    const orders = worst.claims.map(({ verdicts }) => {
      const ruling =
        verdicts.findLast(({ state }) => state === 'final') ??
        verdicts.findLast(({ state, current }) => state === 'draft' && current);
      return worst.scales[0]!.ratings.find(({ id }) => id === ruling?.rating)?.order ?? 99;
    });
    expect(orders).toEqual(orders.toSorted((a, b) => a - b));
    expect(worst.claims.map(({ number }) => number)).toEqual(worst.claims.map((_, n) => n + 1));
    const urgent = await modelOf(engine, { order: 'priority' });
    const places = urgent.claims.map(({ priority }) => ['urgent', 'high', 'normal', 'low'].indexOf(priority));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('map ratings onto a chosen scale and say what each was', async () => {
    const { engine } = sample();
    const model = await modelOf(engine, { scale: 'averitec' });
    const verdicts = model.claims.flatMap((claim) => claim.verdicts);
    expect(verdicts.length).toBeGreaterThan(20);
    expect(verdicts.every(({ scale, mappedFrom }) => scale === 'averitec' && mappedFrom !== null)).toBe(true);
    expect(await written(engine, 'html', { scale: 'averitec' })).toContain(
      '“Mostly false” on the scale Assay',
    );
    await expect(engine.call('writeReport', { format: 'html', scale: 'nope' })).rejects.toThrow(
      'There is no scale nope',
    );
  });

  it('restrict it to articles or to a question, and say what is not in it', async () => {
    const { engine } = sample();
    const { articles } = await engine.call('listArticles', {});
    const two = articles.slice(0, 2).map(({ id }) => id);
    const model = await modelOf(engine, { scope: { articles: two } });
    expect(model.articles.map(({ id }) => id)).toEqual(two);
    expect(model.leftOut.articles).toBe(4);
    expect(model.claims.length + model.leftOut.claims + model.leftOut.notClaims).toBe(79);
    expect(model.claims.some(({ elsewhere }) => elsewhere.length > 0)).toBe(true);

    const claim = model.claims.find(({ parts }) => parts.length > 0)!;
    const { question } = await engine.call('askQuestion', {
      claim: claim.id,
      text: 'When did it begin?',
      answer: { text: 'At two.', type: 'abstractive' },
    });
    const about = await modelOf(engine, { scope: { questions: [question.id] } });
    expect(about.claims).toHaveLength(1 + claim.parts.length);
    expect(await written(engine, 'html', { scope: { questions: [question.id] } })).toContain(
      'When did it begin?',
    );
    await expect(
      engine.call('writeReport', { format: 'html', scope: { articles: ['nope'] } }),
    ).rejects.toThrow('There is no article nope');
  });

  it('are kept under a name, replaced by it and removed', async () => {
    const engine = temporaryEngine();
    const options = { ...USUAL_REPORT, language: 'kk' as const, team: 'Desk' };
    await engine.call('saveReportPreset', { name: 'Monthly', options });
    await engine.call('saveReportPreset', { name: 'Monthly', options: { ...options, style: 'gost' } });
    const { presets } = await engine.call('listReportPresets', {});
    expect(presets).toMatchObject([
      { name: 'Monthly', options: { language: 'kk', style: 'gost', team: 'Desk' } },
    ]);
    await engine.call('removeReportPreset', { id: presets[0]!.id });
    expect((await engine.call('listReportPresets', {})).presets).toEqual([]);
    await engine.call('undo', {});
    expect((await engine.call('listReportPresets', {})).presets).toHaveLength(1);
  });

  it('tell what a format loses before it is written, in the language of who asks', async () => {
    const { engine } = sample();
    const { plan } = await engine.call('planReport', { format: 'csv', language: 'kk', tell: 'en' });
    expect(plan).toMatchObject({ claims: 73, articles: 6, references: 12, files: 0 });
    const { report } = await engine.call('writeReport', { format: 'csv', language: 'kk', tell: 'en' });
    expect(report.losses).toEqual(plan.losses);
    expect(plan.losses.join(' ')).toContain('are left out');
    const dossier = await engine.call('planReport', { format: 'dossier' });
    expect(dossier.plan.files).toBeGreaterThan(20_000);
  });
});

it('says nothing of the machine, of what was taken back, or of comments that nobody asked for', async () => {
  const folder = temporaryFolder();
  const engine = temporaryEngine(folder);
  const article = await importText(engine, 'It is known that the bridge fell at noon. Nobody saw it.');
  const { claim } = await engine.call('mark', {
    article,
    quote: 'the bridge fell at noon',
    as: 'verifiable',
  });
  await engine.call('addComment', { subject: { kind: 'claim', id: claim.id }, text: 'canary-comment' });
  await engine.call('editClaim', { id: claim.id, wording: 'canary-wording' });
  await engine.call('editClaim', { id: claim.id, wording: 'The bridge fell.' });
  await engine.call('rateClaim', { claim: claim.id, rating: 'false', justification: 'canary-undone' });
  await engine.call('undo', {});
  const { hostname, userInfo } = await import('node:os');
  const forbidden = [
    'canary',
    folder,
    hostname(),
    process.cwd(),
    ...(userInfo().username === 'root' ? [] : [userInfo().username]),
  ];
  for (const format of ['html', 'md', 'csv', 'dossier'] as const) {
    const text = await written(engine, format);
    expect(
      forbidden.filter((word) => text.includes(word)),
      format,
    ).toEqual([]);
  }
  // asked for, the exact acts hold it
  expect(await written(engine, 'dossier', { include: ['acts'] })).toContain('canary-wording');
});

it('gives the same bytes twice, from a copy in another folder too, with every set of options', async () => {
  const [a, b] = [sample(), sample()];
  const sets: Options[] = [
    {},
    { language: 'kk', style: 'gost', order: 'rating', scale: 'averitec' },
    { language: 'uk', style: 'chicago', include: [...REPORT_PARTS], team: 'Desk', note: 'Note' },
  ];
  for (const options of sets) {
    for (const format of ['html', 'md', 'csv', 'dossier'] as const) {
      const first = await written(a.engine, format, options);
      expect(await written(a.engine, format, options), format).toBe(first);
      expect(await written(b.engine, format, options), format).toBe(first);
    }
  }
});
