import { Check } from 'lucide-react';
import { useCommands } from '../app/commands.ts';
import { useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { FootnoteList, isOpen, type FootnotePlace } from '../inspector/footnote-list.tsx';
import { Button, EmptyState } from '../ui/index.ts';
import css from './references.module.css';

/** What the footnotes of all articles propose, article by article. */
export function ProposalList(props: {
  readonly onGoToPlace?: (article: string, place: FootnotePlace) => void;
}) {
  const { onGoToPlace } = props;
  const say = useWords('references');
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const { data } = useQueryCall('listFootnotes', {});
  const accept = useCommand('acceptFootnotes');
  const all = data?.footnotes ?? [];
  const open = all.filter(isOpen);
  const byArticle = Map.groupBy(all, (footnote) => footnote.article);

  const acceptAll = () => {
    if (open.length > 0) void accept.run({ ids: open.map((footnote) => footnote.id) });
  };
  useCommands({ 'accept-footnotes': acceptAll });

  if (!data) return <p className={css['centred']}>{say('loading')}</p>;
  if (all.length === 0) return <EmptyState title={say('proposals')}>{say('noProposals')}</EmptyState>;
  return (
    <div className={css['proposals']}>
      <div className={css['row']}>
        {open.length > 0 ? (
          <Button look="primary" icon={Check} isPending={accept.busy} onPress={acceptAll}>
            {say('acceptEvery', { count: open.length })}
          </Button>
        ) : (
          <p className={css['quiet']}>{say('proposalsDone')}</p>
        )}
      </div>
      {[...byArticle].map(([article, footnotes]) => (
        <section key={article} className={css['proposalGroup']}>
          <h3>{articles.find((one) => one.id === article)?.title ?? ''}</h3>
          <FootnoteList
            footnotes={footnotes}
            {...(onGoToPlace ? { onGo: (place: FootnotePlace) => onGoToPlace(article, place) } : {})}
          />
        </section>
      ))}
    </div>
  );
}
