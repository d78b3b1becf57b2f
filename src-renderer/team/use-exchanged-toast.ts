import { useEffect } from 'react';
import { goTo } from '../app/place.ts';
import { exchanged } from '../data/notices.ts';
import { useWords } from '../i18n/index.ts';
import { toast } from '../ui/toasts.ts';

/** Says when team mates' work came in through the exchange folder by itself. */
export function useExchangedToast(): void {
  const say = useWords('team');
  useEffect(
    () =>
      exchanged.listen(() => {
        const news = exchanged.get();
        if (!news) return;
        const people = news.people.join(', ') || say('somebody');
        toast({ tone: 'plain', text: say('folder.came', { count: news.acts, people }) });
        if (news.conflicts > 0) {
          toast({
            tone: 'danger',
            text: say('merge.conflicts', { count: news.conflicts }),
            action: { label: say('conflicts.title'), run: () => goTo('conflicts') },
          });
        }
      }),
    [say],
  );
}
