import { Crosshair } from 'lucide-react';
import { useState } from 'react';
import { useCommands } from '../app/commands.ts';
import { goTo } from '../app/place.ts';
import { useStore } from '../data/store.ts';
import { useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Keys, toast } from '../ui/index.ts';
import { picking, selectionIn } from './picking.ts';
import css from './attention-view.module.css';

/** Stands above the article while the words of a lost mark are selected in it. */
export function PickingBar({ article }: { readonly article: string }) {
  const picked = useStore(picking);
  return picked?.article === article ? <Picking {...picked} /> : null;
}

function Picking(picked: { readonly occurrence: string; readonly article: string; readonly words: string }) {
  const { occurrence, article, words } = picked;
  const say = useWords('revisions');
  const reattach = useCommand('reattach');
  const [hint, setHint] = useState('');
  const stop = () => picking.set(null);
  const attach = () => {
    const place = selectionIn(article);
    if (!place || place.start === place.end) {
      setHint(say('attention.nothingSelected'));
      return;
    }
    void reattach.run({ occurrence, start: place.start, end: place.end }).then((done) => {
      if (!done) return;
      toast({ tone: 'good', text: say('attention.attached', { text: done.occurrence.exact }) });
      stop();
      goTo('attention');
    });
  };
  useCommands({ 'add-occurrence': attach }, true);
  return (
    <div className={css['picking']} role="status">
      <Crosshair size={15} aria-hidden />
      <span>{hint || say('attention.picking', { text: words })}</span>
      <Button size="small" onPress={stop}>
        {say('attention.stop')}
      </Button>
      <Button size="small" look="primary" isDisabled={reattach.busy} onPress={attach}>
        {say('attention.attach')}
        <Keys keys="KeyA" />
      </Button>
    </div>
  );
}
