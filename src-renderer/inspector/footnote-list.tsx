import { Check, MapPin, Undo2, X } from 'lucide-react';
import type { Footnote } from '#contract/nouns.ts';
import { useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Badge, Button, IconButton } from '../ui/index.ts';
import { CopyButton } from './copy-button.tsx';
import css from './inspector.module.css';

export type FootnotePlace = Footnote['places'][number];

/** Whether a note still proposes a reference. */
export const isOpen = (footnote: Footnote) => footnote.reference === null && !footnote.dismissed;

/** The numbered notes of an article: each proposes a reference until it is accepted or set aside. */
export function FootnoteList(props: {
  readonly footnotes: readonly Footnote[];
  readonly onGo?: (place: FootnotePlace, footnote: Footnote) => void;
}) {
  const { footnotes, onGo } = props;
  const say = useWords('inspector');
  const accept = useCommand('acceptFootnotes');
  const dismiss = useCommand('dismissFootnotes');
  const open = footnotes.filter(isOpen);
  const accepted = footnotes.filter((footnote) => footnote.reference !== null);
  const dismissed = footnotes.filter((footnote) => footnote.reference === null && footnote.dismissed);

  const acceptAll = () => {
    if (open.length > 0) void accept.run({ ids: open.map((footnote) => footnote.id) });
  };

  const card = (footnote: Footnote) => (
    <FootnoteCard
      key={footnote.id}
      footnote={footnote}
      {...(onGo ? { onGo } : {})}
      onAccept={() => void accept.run({ ids: [footnote.id] })}
      onDismiss={(is) => void dismiss.run({ ids: [footnote.id], dismissed: is })}
    />
  );

  if (footnotes.length === 0) return <p className={css['quiet']}>{say('noFootnotes')}</p>;
  return (
    <>
      {open.length === 0 ? (
        <p className={css['quiet']}>{say('allFootnotesDone')}</p>
      ) : (
        <div className={css['row']}>
          <Button size="small" icon={Check} isPending={accept.busy} onPress={acceptAll}>
            {say('acceptAll', { count: open.length })}
          </Button>
        </div>
      )}
      <ul className={css['items']}>{open.map(card)}</ul>
      {accepted.length > 0 && (
        <details className={css['earlier']}>
          <summary>{say('acceptedCount', { count: accepted.length })}</summary>
          <ul className={css['items']}>{accepted.map(card)}</ul>
        </details>
      )}
      {dismissed.length > 0 && (
        <details className={css['earlier']}>
          <summary>{say('dismissed', { count: dismissed.length })}</summary>
          <ul className={css['items']}>{dismissed.map(card)}</ul>
        </details>
      )}
    </>
  );
}

function FootnoteCard(props: {
  readonly footnote: Footnote;
  readonly onGo?: (place: FootnotePlace, footnote: Footnote) => void;
  readonly onAccept: () => void;
  readonly onDismiss: (dismissed: boolean) => void;
}) {
  const { footnote, onGo } = props;
  const say = useWords('inspector');
  const [place] = footnote.places;
  const label = footnote.label;
  return (
    <li className={css['item']}>
      <div className={css['itemHead']}>
        <Badge>{label}</Badge>
        <span className={css['quiet']}>{say('places', { count: footnote.places.length })}</span>
        <span className={css['gap']} />
        {place && onGo && (
          <IconButton
            size="small"
            icon={MapPin}
            label={say('goPlace', { label })}
            onPress={() => onGo(place, footnote)}
          />
        )}
        {footnote.address !== '' && <CopyButton label={say('copyAddress')} text={footnote.address} />}
      </div>
      <p className={css['address']}>{footnote.address || footnote.text}</p>
      {footnote.address !== '' && footnote.text !== footnote.address && (
        <p className={css['noteText']}>{footnote.text}</p>
      )}
      <div className={css['itemFoot']}>
        {footnote.reference !== null ? (
          <Badge tone="good">{say('accepted')}</Badge>
        ) : footnote.dismissed ? (
          <Button size="small" look="quiet" icon={Undo2} onPress={() => props.onDismiss(false)}>
            {say('takeUp')}
          </Button>
        ) : (
          <>
            <Button size="small" icon={Check} onPress={props.onAccept}>
              {say('accept')}
            </Button>
            <Button size="small" look="quiet" icon={X} onPress={() => props.onDismiss(true)}>
              {say('dismiss')}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
