import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { importDropped } from './choose-files.ts';
import css from './drop-target.module.css';

const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
/** A place that takes files itself, such as a reference's archived copies. */
const hasOwnUse = (event: DragEvent) =>
  event.target instanceof Element && event.target.closest('[data-takes-files]') !== null;

/** Files may be dropped anywhere on the window; while they hover, it says so. */
export function DropTarget() {
  const say = useWords('library');
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setOver(!hasOwnUse(event));
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!bringsFiles(event)) return;
      // Even where the files are of no use: else the browser would leave the page to show them.
      event.preventDefault();
      if (!hasOwnUse(event) && event.dataTransfer) void importDropped(event.dataTransfer);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className={css['target']} aria-hidden>
      <FileDown size={36} strokeWidth={1.4} />
      <p>{say('dropHere')}</p>
      <p>{say('dropHint')}</p>
    </div>
  );
}
