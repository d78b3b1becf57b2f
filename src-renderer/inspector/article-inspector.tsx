import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Input, Output } from '#contract/index.ts';
import type { Article } from '#contract/nouns.ts';
import { useCommands } from '../app/commands.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { formatDate } from '../i18n/format.ts';
import { told, useWords } from '../i18n/index.ts';
import { AddReferencesDialog } from '../references/add-references-dialog.tsx';
import { HiddenSection } from '../reading/hidden-section.tsx';
import { QuantitiesSection } from '../reading/quantities-section.tsx';
import { CopyButton } from './copy-button.tsx';
import { CommentList } from './comment-list.tsx';
import { refuseDay } from './day.ts';
import { FootnoteList, isOpen, type FootnotePlace } from './footnote-list.tsx';
import css from './inspector.module.css';
import { SavedArea, SavedText } from './saved-text.tsx';
import { Section } from './section.tsx';
import { ShownText } from '../reading/shown-text.tsx';

type Props = {
  readonly articleId: string;
  readonly onGoToPlace: (place: FootnotePlace) => void;
};

/** What is known about an article, for the right pane while no claim is chosen. */
export function ArticleInspector({ articleId, onGoToPlace }: Props) {
  const say = useWords('inspector');
  const { data, error } = useQueryCall('getArticle', { id: articleId }, { keepLast: true });
  const [isAdding, setIsAdding] = useState(false);
  const accept = useCommand('acceptFootnotes');
  const open = (data?.footnotes ?? []).filter(isOpen);
  useCommands({
    'add-reference': () => setIsAdding(true),
    'accept-footnotes': () => {
      if (open.length > 0) void accept.run({ ids: open.map((footnote) => footnote.id) });
    },
  });
  if (error) return <p className={css['waiting']}>{sentenceOf(error)}</p>;
  if (!data) return <p className={css['waiting']}>{say('loading')}</p>;
  const { article, footnotes, warnings, comments } = data;
  const about = [
    say('words', { count: article.words }),
    say('claims', { count: article.claims }),
    say('revisions', { count: article.revisions }),
  ];
  return (
    <div className={css['inspector']} key={article.id}>
      <header className={css['head']}>
        <h2 className="unseen">{say('article')}</h2>
        <span className={css['quiet']}>{about.join(' · ')}</span>
      </header>
      <Section name="details" title={say('details')}>
        <ArticleDetails article={article} />
      </Section>
      <Section name="footnotes" title={say('footnotes')} count={footnotes.length}>
        <FootnoteList footnotes={footnotes} onGo={onGoToPlace} />
      </Section>
      <QuantitiesSection article={article.id} text={data.text} onGo={onGoToPlace} />
      <HiddenSection text={data.text} onGo={onGoToPlace} />
      <Section name="original" title={say('original')}>
        <Original article={article} warnings={warnings} />
      </Section>
      <Section name="article-comments" title={say('comments')} count={comments.length}>
        <CommentList subject={{ kind: 'article', id: article.id }} comments={comments} />
      </Section>
      {isAdding && <AddReferencesDialog onClose={() => setIsAdding(false)} />}
    </div>
  );
}

function ArticleDetails({ article }: { readonly article: Article }) {
  const say = useWords('inspector');
  const word = useWords('words');
  const queries = useQueryClient();
  const { attempt } = useCommand('describeArticle');
  const describe = async (about: Omit<Input<'describeArticle'>, 'id'>) => {
    const { article: described } = await attempt({ id: article.id, ...about });
    queries.setQueryData<Output<'getArticle'>>(
      ['getArticle', { id: article.id }],
      (now) => now && { ...now, article: described },
    );
  };
  return (
    <>
      <SavedArea
        label={say('articleTitle')}
        rows={1}
        value={article.title}
        refuse={(text) => (text === '' ? say('titleEmpty') : undefined)}
        save={(title) => describe({ title })}
      />
      <SavedText label={say('author')} value={article.author} save={(author) => describe({ author })} />
      <SavedText
        label={say('publisher')}
        value={article.publisher}
        save={(publisher) => describe({ publisher })}
      />
      <SavedText label={say('address')} value={article.address} save={(address) => describe({ address })} />
      <div className={css['pair']}>
        <SavedText
          label={say('published')}
          value={article.published}
          placeholder={word('datePattern')}
          refuse={(text) => refuseDay(text, say('dateForm'))}
          save={(published) => describe({ published })}
        />
        <SavedText
          label={say('language')}
          value={article.language}
          save={(language) => describe({ language })}
        />
      </div>
    </>
  );
}

function Original(props: { readonly article: Article; readonly warnings: readonly string[] }) {
  const say = useWords('inspector');
  const word = useWords('words');
  const { article, warnings } = props;
  const formats: Readonly<Record<string, string>> = {
    text: say('format.text'),
    markdown: 'Markdown',
    html: 'HTML',
    docx: 'Word (DOCX)',
    odt: 'OpenDocument (ODT)',
    rtf: 'RTF',
    epub: 'EPUB',
    pdf: 'PDF',
    mhtml: say('format.mhtml'),
    webarchive: say('format.webarchive'),
    warc: say('format.warc'),
    wacz: say('format.wacz'),
    eml: say('format.eml'),
  };
  return (
    <>
      <dl className={css['facts']}>
        <dt>{say('fileName')}</dt>
        <dd>
          <ShownText text={article.originalName || '–'} />
        </dd>
        <dt>{say('format')}</dt>
        <dd>{formats[article.format] ?? article.format}</dd>
        <dt>{say('encoding')}</dt>
        <dd>{article.encoding || '–'}</dd>
        <dt>{say('hash')}</dt>
        <dd className={css['hash']}>
          <code title={article.original}>{article.original.slice(0, 12)}…</code>
          <CopyButton label={say('copyHash')} text={article.original} />
        </dd>
      </dl>
      <p className={css['quiet']}>
        {say('originalUnchanged', {
          person: article.importedBy?.name ?? word('unknownPerson'),
          day: formatDate(article.importedAt),
        })}
      </p>
      <p className={css['label']}>{say('warnings')}</p>
      {warnings.length === 0 ? (
        <p className={css['quiet']}>{say('noWarnings')}</p>
      ) : (
        <ul className={css['warnings']}>
          {warnings.map((warning) => (
            <li key={warning}>{told(warning)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
