import { Circle, CircleCheck, X } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#contract/index.ts';
import { usePlace } from '../app/place.ts';
import { useStore } from '../data/store.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { cx } from '../ui/class-names.ts';
import { hasReported } from './has-reported.ts';
import css from './start-panel.module.css';
import { useStartPanel } from './start-panel.ts';

const STEPS = ['open', 'verifiable', 'unverifiable', 'evidence', 'verdict', 'report'] as const;
type Step = (typeof STEPS)[number];

/** In a project larger than this nobody is new, and watching every claim would cost too much. */
const MOST_CLAIMS = 2_000;

type Seen = {
  readonly claims: Output<'listClaims'>['claims'];
  readonly me: string;
  readonly hasOpened: boolean;
  readonly hasReported: boolean;
};

/** What this person has really done; the work of others in the project does not count. */
export function stepsDone({ claims, me, hasOpened, hasReported: isReported }: Seen): Set<Step> {
  const mine = claims.filter((claim) => claim.madeBy?.id === me);
  const does: Record<Step, boolean> = {
    open: hasOpened,
    verifiable: mine.some((claim) => claim.verifiability === 'verifiable'),
    unverifiable: mine.some((claim) => claim.verifiability === 'unverifiable' && claim.reason !== null),
    evidence: claims.some((claim) => claim.evidence.some((one) => one.linkedBy?.id === me)),
    verdict: claims.some((claim) => claim.verdicts.some((one) => one.person?.id === me)),
    report: isReported,
  };
  return new Set(STEPS.filter((step) => does[step]));
}

/** The loop of the work as a list that ticks itself off. */
export function StartPanel() {
  const { isShown, hide } = useStartPanel();
  return isShown ? <StartList onHide={hide} /> : null;
}

function StartList({ onHide }: { readonly onHide: () => void }) {
  const say = useWords('help');
  const { article } = usePlace();
  const reported = useStore(hasReported);
  const [opened, setOpened] = useState(false);
  const project = useQueryCall('getProject', {}).data;
  const isSmall = project !== undefined && project.counts.claims <= MOST_CLAIMS;
  const claims = useQueryCall('listClaims', {}, { enabled: isSmall }).data?.claims ?? [];
  const isEmpty = project?.counts.articles === 0;
  const me = project?.me;
  const hasOpened = opened || article !== null;
  if (hasOpened && !opened) setOpened(true);
  const done = stepsDone({
    claims,
    me: me?.id ?? '',
    hasOpened,
    hasReported: reported,
  });
  const next = STEPS.find((step) => !done.has(step));

  return (
    <section className={css['panel']} aria-label={say('start.title')}>
      <div className={css['head']}>
        <h2>{say('start.title')}</h2>
        <span className={css['progress']}>
          {say('start.progress', { done: done.size, total: STEPS.length })}
        </span>
        <IconButton size="small" icon={X} label={say('start.hide')} onPress={onHide} />
      </div>
      <ol className={css['steps']}>
        {STEPS.map((step) => {
          const isDone = done.has(step);
          const Sign = isDone ? CircleCheck : Circle;
          return (
            <li
              key={step}
              className={cx(css['step'], step === next && css['next'])}
              data-done={isDone || undefined}
            >
              <Sign size={15} aria-hidden />
              <span>{say(`start.${step}`)}</span>
              {step === next && (
                <span className={css['how']}>
                  {say(step === 'open' && isEmpty ? 'start.importHow' : `start.${step}How`)}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {next === undefined && <p>{say('start.done')}</p>}
      {me?.name === 'Me' && <NameField />}
    </section>
  );
}

function NameField() {
  const say = useWords('help');
  const setPreferences = useCommand('setPreferences');
  const [name, setName] = useState('');
  const save = () => {
    if (name.trim() !== '') void setPreferences.run({ name: name.trim() });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={say('start.name')}
        placeholder={say('start.nameHint')}
        value={name}
        onChange={setName}
        onBlur={save}
      />
    </form>
  );
}
