import { Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete } from 'react-aria-components/Autocomplete';
import { Input } from 'react-aria-components/Input';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { SearchField } from 'react-aria-components/SearchField';
import { fuzzyScore } from '../app/fuzzy.ts';
import { focusPane } from '../app/panes.ts';
import { useQueryCall } from '../data/use-call.ts';
import { formatDay } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { cx } from '../ui/class-names.ts';
import css from './reading.module.css';

/** Chooses the article to be read beside the first: type some letters, go with the arrow keys, Enter. */
export function SecondChooser(props: {
  readonly first: string;
  readonly onChoose: (article: string) => void;
  readonly onCancel: () => void;
}) {
  const say = useWords('reading');
  const [text, setText] = useState('');
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const others = articles.filter((one) => one.id !== props.first);
  const found = others
    .map((article) => ({ article, score: fuzzyScore(text.trim(), `${article.title} ${article.publisher}`) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ article }) => article);
  const choose = (id: string) => {
    props.onChoose(id);
    focusSecond();
  };
  const cancel = () => {
    props.onCancel();
    requestAnimationFrame(() => focusPane('pane-middle'));
  };
  return (
    <div className={css['chooser']}>
      <h2>{say('secondWhich')}</h2>
      <Autocomplete inputValue={text} onInputChange={setText} disableAutoFocusFirst={false}>
        <SearchField aria-label={say('secondFind')} autoFocus className={cx(css['search'])}>
          <Search size={14} aria-hidden />
          <Input
            placeholder={say('secondFind')}
            onKeyDownCapture={(event) => {
              if (event.key === 'Escape') cancel();
              // who types fast need not wait for the list to point at the first
              const isPointed = event.currentTarget.hasAttribute('aria-activedescendant');
              if (event.key === 'Enter' && !isPointed && found[0]) choose(found[0].id);
            }}
          />
        </SearchField>
        <ListBox
          aria-label={say('secondWhich')}
          className={cx(css['chooserList'])}
          items={found}
          renderEmptyState={() => <p>{say(others.length === 0 ? 'secondOnly' : 'secondNone')}</p>}
        >
          {(article) => (
            <ListBoxItem
              id={article.id}
              textValue={article.title}
              className={cx(css['chooserItem'])}
              onAction={() => choose(article.id)}
            >
              <span dir="auto">{article.title}</span>
              <small>{[article.publisher, formatDay(article.published)].filter(Boolean).join(' · ')}</small>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </div>
  );
}

/** The second article's text, as soon as it is there. */
function focusSecond(frames = 60): void {
  requestAnimationFrame(() => {
    const text = document.querySelector('#pane-second [data-reading="true"]');
    if (text instanceof HTMLElement) text.focus();
    else if (frames > 0) focusSecond(frames - 1);
  });
}
