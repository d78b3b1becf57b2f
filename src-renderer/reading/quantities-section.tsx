import { useState } from 'react';
import type { Output } from '#contract/index.ts';
import { openArticle } from '../app/place.ts';
import { useQueryCall } from '../data/use-call.ts';
import { formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Section } from '../inspector/section.tsx';
import { Button } from '../ui/button.tsx';
import css from './reading.module.css';
import { sayQuantity } from './say-quantity.ts';

const FIRST = 25;
type Listed = Output<'listQuantities'>;
type Goer = (place: { readonly start: number; readonly end: number }) => void;

/** The numbers, amounts, dates and times of the article, where else they are said, and where the same claim differs. */
export function QuantitiesSection(props: {
  readonly article: string;
  readonly text: string;
  readonly onGo: Goer;
}) {
  const say = useWords('reading');
  const { data } = useQueryCall('listQuantities', { article: props.article }, { keepLast: true });
  const count = data?.quantities.length;
  return (
    <Section
      name="quantities"
      title={say('quantities')}
      startsFolded
      {...(count === undefined ? {} : { count })}
    >
      {data && <Quantities {...props} {...data} />}
    </Section>
  );
}

function Quantities(props: Listed & { readonly text: string; readonly onGo: Goer }) {
  const { quantities, differing, text, onGo } = props;
  const say = useWords('reading');
  const [all, setAll] = useState(false);
  const shown = all ? quantities : quantities.slice(0, FIRST);
  return (
    <>
      {differing.length > 0 && <p className={css['levels']}>{say('differing')}</p>}
      {differing.map(({ claim, wording, here, there }) => (
        <p
          key={`${claim} ${here.start} ${there.article} ${there.start}`}
          className={css['differs']}
          title={wording}
        >
          <button type="button" onClick={() => onGo(here)}>
            <bdi>{here.text}</bdi>
          </button>{' '}
          {say('differsFrom', { title: there.title })}{' '}
          <button type="button" onClick={() => openArticle(there.article, there)}>
            <bdi>{there.text}</bdi>
          </button>
        </p>
      ))}
      {quantities.length === 0 && <p className={css['levels']}>{say('quantitiesNone')}</p>}
      <ul className={css['quantities']}>
        {shown.map((one) => (
          <li key={one.start}>
            <button type="button" onClick={() => onGo(one)}>
              {sayQuantity(one)}
              <small dir="auto">{text.slice(one.sentence.start, one.sentence.end)}</small>
            </button>
            {one.also.map((other) => (
              <button
                key={other.article}
                type="button"
                className={css['also']}
                onClick={() => openArticle(other.article, other)}
              >
                {say('alsoIn', { title: other.title })}
              </button>
            ))}
          </li>
        ))}
      </ul>
      {shown.length < quantities.length && (
        <Button size="small" onPress={() => setAll(true)}>
          {say('showAllQuantities', { total: formatNumber(quantities.length) })}
        </Button>
      )}
    </>
  );
}
