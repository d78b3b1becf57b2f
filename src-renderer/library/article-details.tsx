import { useState } from 'react';
import type { Article } from '#contract/nouns.ts';
import { closeDialog } from '../app/dialogs.ts';
import { usePlace } from '../app/place.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import css from './article-details.module.css';

const FIELDS = ['title', 'author', 'publisher', 'address', 'published', 'language'] as const;
type Field = (typeof FIELDS)[number];

/** What is known about the open article, and the way to change it. */
export function ArticleDetails() {
  const { article: id } = usePlace();
  const article = useQueryCall('listArticles', {}).data?.articles.find((one) => one.id === id);
  return article ? <DetailsForm key={article.id} article={article} /> : null;
}

function DetailsForm({ article }: { readonly article: Article }) {
  const say = useWords('library');
  const app = useWords('app');
  const describeArticle = useCommand('describeArticle');
  const [draft, setDraft] = useState<Record<Field, string>>(article);
  const [error, setError] = useState<string>();
  const set = (field: Field) => (value: string) => setDraft({ ...draft, [field]: value });
  const badDay = draft.published !== '' && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(draft.published);
  const hasNoTitle = draft.title.trim() === '';

  const save = () => {
    if (badDay || hasNoTitle) return;
    const changes = Object.fromEntries(
      FIELDS.filter((field) => draft[field].trim() !== article[field]).map((field) => [
        field,
        draft[field].trim(),
      ]),
    );
    if (Object.keys(changes).length === 0) return closeDialog();
    describeArticle.attempt({ id: article.id, ...changes }).then(closeDialog, (failure: unknown) => {
      setError(sentenceOf(failure));
    });
  };

  return (
    <Dialog
      title={say('details.title')}
      size="wide"
      onClose={closeDialog}
      foot={
        <>
          <Button onPress={closeDialog}>{app('cancel')}</Button>
          <Button look="primary" isDisabled={badDay || hasNoTitle || describeArticle.busy} onPress={save}>
            {app('save')}
          </Button>
        </>
      }
    >
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={say('details.articleTitle')}
          autoFocus
          value={draft.title}
          onChange={set('title')}
          error={hasNoTitle ? say('details.titleMissing') : undefined}
        />
        <TextField label={say('details.author')} value={draft.author} onChange={set('author')} />
        <TextField label={say('details.publisher')} value={draft.publisher} onChange={set('publisher')} />
        <TextField
          label={say('details.published')}
          hint={say('details.publishedHint')}
          value={draft.published}
          onChange={set('published')}
          error={badDay ? say('details.badDay') : undefined}
        />
        <TextField
          label={say('details.language')}
          hint={say('details.languageHint')}
          value={draft.language}
          onChange={set('language')}
        />
        <div className={css['wide']}>
          <TextField label={say('details.address')} value={draft.address} onChange={set('address')} />
        </div>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
      {error && <p role="alert">{error}</p>}
      <dl className={css['facts']}>
        <dt>{say('details.original')}</dt>
        <dd>{article.originalName}</dd>
        <dt>{say('details.encoding')}</dt>
        <dd>{article.encoding}</dd>
        <dt>{say('details.sha256')}</dt>
        <dd>
          <code>{article.original}</code>
        </dd>
        <dt>{say('details.importedAt')}</dt>
        <dd>{[formatTime(article.importedAt), article.importedBy?.name].filter(Boolean).join(', ')}</dd>
      </dl>
    </Dialog>
  );
}
