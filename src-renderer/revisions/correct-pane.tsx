import { EditorContent } from '@tiptap/react';
import { PencilLine } from 'lucide-react';
import { useRef, useState } from 'react';
import { runCommand, useCommands } from '../app/commands.ts';
import { goTo } from '../app/place.ts';
import '../editor/article-text.css';
import { useKeys } from '../editor/use-keys.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, Dialog } from '../ui/index.ts';
import css from './correct-pane.module.css';
import { CorrectTools } from './correct-tools.tsx';
import type { Begun } from './correct-view.tsx';
import { sayCounts } from './follow-counts.ts';
import { SaveDialog } from './save-dialog.tsx';
import { useCorrection } from './use-correction.ts';

/** The article for writing. The bar says what mode this is, what is kept, and where the marks are. */
export function CorrectPane({ begun }: { readonly begun: Begun }) {
  const say = useWords('revisions');
  const app = useWords('app');
  const correction = useCorrection(begun, say('correct.label', { title: begun.title }));
  const { editor, isChanged, keptAt, counts } = correction;
  const [asking, setAsking] = useState<'save' | 'throw' | null>(null);
  const pane = useRef<HTMLElement>(null);

  const back = () => {
    goTo('article');
    requestAnimationFrame(() => runCommand('go-article'));
  };
  const leave = () => {
    void (isChanged ? correction.keepNow() : correction.drop()).then(back);
  };
  const save = () => setAsking('save');
  const closed = () => {
    setAsking(null);
    requestAnimationFrame(() => editor.view.focus());
  };
  useCommands({ 'correct-text': save });
  useKeys(pane, (event) => {
    if (event.key !== 'Escape' || event.isComposing || asking !== null) return false;
    leave();
    return true;
  });

  const state = !isChanged
    ? say('correct.unchanged')
    : keptAt === null
      ? say('correct.changed')
      : say('correct.kept', { time: formatTime(keptAt) });
  return (
    <section ref={pane} className={css['pane']} aria-label={say('correct.mode')}>
      <header className={css['bar']}>
        <PencilLine size={16} aria-hidden />
        <div className={css['mode']}>
          <strong>{say('correct.mode')}</strong>
          <span>
            {begun.kept
              ? say('correct.restored', { time: formatTime(begun.kept.keptAt) })
              : say('correct.explain')}
          </span>
          {!begun.isNewest && <span className={css['warning']}>{say('correct.otherParent')}</span>}
        </div>
        <Button onPress={leave}>{isChanged ? say('correct.leave') : say('correct.close')}</Button>
        {isChanged && (
          <Button look="danger" onPress={() => setAsking('throw')}>
            {say('correct.throwAway')}
          </Button>
        )}
        <Button look="primary" isDisabled={!isChanged} onPress={save}>
          {say('correct.save')}
        </Button>
      </header>
      <CorrectTools editor={editor} />
      <div className={css['scroll']} data-scroller>
        <div className={css['page']}>
          <EditorContent editor={editor} />
        </div>
      </div>
      <div className={css['foot']} role="status">
        <span>{state}</span>
        {counts && <span>{sayCounts(say, counts)}</span>}
      </div>
      {asking === 'save' && (
        <SaveDialog
          begun={begun}
          document={correction.documentNow()}
          onClose={closed}
          onSaved={() => void correction.drop().then(back)}
        />
      )}
      {asking === 'throw' && (
        <Dialog
          title={say('throw.title')}
          role="alertdialog"
          onClose={closed}
          foot={
            <>
              <Button onPress={closed}>{app('cancel')}</Button>
              <Button look="danger" autoFocus onPress={() => void correction.drop().then(back)}>
                {say('throw.do')}
              </Button>
            </>
          }
        >
          <p>{say('throw.explain')}</p>
        </Dialog>
      )}
    </section>
  );
}
