import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { realWorld, type Engine } from '#engine/engine.ts';
import { joinProject } from '#engine/join.ts';
import { ARTICLE } from './text.ts';
import type { Workbench } from './workbench.ts';

const HOURS_AHEAD = 5;
const QUOTE = 'The spillway was inspected in March';

export type ThreePeople = {
  readonly ada: Engine;
  readonly bea: Engine;
  /** The claim that all three have worded, each in their own way. */
  readonly claim: string;
  /** Paths of the bundles that lie before Ada: Bea's by a clock that is hours ahead, and one of Cem's that lacks some of his acts. */
  readonly bundles: readonly [fromBea: string, fromCem: string];
  readonly close: () => void;
};

/**
 * Ada in her workbench, Bea and Cem each at a computer of their own, with real files and keys. They have changed the same
 * claim apart from one another, and two bundles lie before Ada that she has not merged yet.
 */
export async function threePeople({ engine: ada, folder }: Workbench): Promise<ThreePeople> {
  await ada.call('setPreferences', { name: 'Ada' });
  const { token } = ada.receive(new TextEncoder().encode(ARTICLE), 'dam.txt');
  const { articles } = await ada.call('importArticles', { uploads: [{ token, name: 'dam.txt' }] });
  const article = articles[0]!.id;
  const { claim } = await ada.call('mark', { article, quote: QUOTE, as: 'verifiable' });
  const at = (name: string) => join(folder, `${name}.assaypack`);
  await ada.packTo(at('ada'), {});

  const joined = async (person: string, aheadMs: number) => {
    const world = realWorld(join(folder, `home-${person}`));
    const { engine } = await joinProject(
      join(folder, `${person}.assay`),
      [at('ada')],
      { ...world, now: () => world.now() + aheadMs },
      { person },
    );
    return engine;
  };
  const bea = await joined('Bea', HOURS_AHEAD * 3_600_000);
  const cem = await joined('Cem', 0);

  await cem.call('editClaim', { id: claim.id, claimedWhere: 'At the town hall' });
  await cem.packTo(at('cem-first'), {});
  await bea.call('editClaim', {
    id: claim.id,
    wording: 'The spillway was inspected in March 2025.',
    claimant: 'The council',
    status: 'in-review',
  });
  await bea.call('addReferences', { url: 'https://example.org/inspection', title: 'Inspection report' });
  await bea.call('mark', { article, quote: 'Two hours earlier it had said four', as: 'verifiable' });
  await bea.call('addComment', {
    subject: { kind: 'claim', id: claim.id },
    text: 'The report is dated 14 March.',
  });
  await bea.packTo(at('bea'), {});

  // Cem knows that Bea has his first acts, so what he writes for her is not whole for Ada
  await bea.call('mergeBundles', { bundles: [bea.receiveFile(at('cem-first'))] });
  await bea.packTo(at('bea-again'), {});
  await cem.call('mergeBundles', { bundles: [cem.receiveFile(at('bea-again'))] });
  await cem.call('editClaim', { id: claim.id, wording: 'Someone looked at the spillway in March.' });
  await cem.packTo(at('cem'), { for: 'Bea' });
  cem.close();

  await ada.call('editClaim', {
    id: claim.id,
    wording: 'An inspection of the spillway took place in March.',
    claimant: 'The city council',
    status: 'in-progress',
  });
  return {
    ada,
    bea,
    claim: claim.id,
    bundles: [at('bea'), at('cem')],
    close: () => bea.close(),
  };
}

/** A project of its own for whoever begins with a bundle; gone when the work is done. */
export async function merged<T>(
  bundle: string,
  home: string,
  look: (engine: Engine) => Promise<T>,
): Promise<T> {
  const file = `${bundle}.assay`;
  const { engine } = await joinProject(file, [bundle], realWorld(home));
  try {
    return await look(engine);
  } finally {
    engine.close();
    rmSync(file);
  }
}
