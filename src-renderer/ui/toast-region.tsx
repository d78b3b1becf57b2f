import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from '../data/store.ts';
import { useWords } from '../i18n/index.ts';
import { Button, IconButton } from './button.tsx';
import { cx } from './class-names.ts';
import css from './toast-region.module.css';
import { dismissToast, toasts, type Toast } from './toasts.ts';

const READING_MS = 6_000;

function ToastCard({ told }: { readonly told: Toast }) {
  const say = useWords('app');
  useEffect(() => {
    if (told.tone === 'danger') return undefined;
    const timer = setTimeout(() => dismissToast(told.id), READING_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const { action } = told;
  return (
    <div className={cx(css['toast'], told.tone !== 'plain' && css[told.tone])}>
      <p>{told.text}</p>
      {action && (
        <Button
          size="small"
          onPress={() => {
            dismissToast(told.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton size="small" label={say('dismiss')} icon={X} onPress={() => dismissToast(told.id)} />
    </div>
  );
}

/** Where passing news appears; a screen reader says it, errors at once. */
export function ToastRegion() {
  const say = useWords('app');
  const shown = useStore(toasts);
  return (
    <section className={css['region']} aria-label={say('news')} data-react-aria-top-layer="true">
      <div role="status" aria-live="polite">
        {shown
          .filter((told) => told.tone !== 'danger')
          .map((told) => (
            <ToastCard key={told.id} told={told} />
          ))}
      </div>
      <div role="alert">
        {shown
          .filter((told) => told.tone === 'danger')
          .map((told) => (
            <ToastCard key={told.id} told={told} />
          ))}
      </div>
    </section>
  );
}
