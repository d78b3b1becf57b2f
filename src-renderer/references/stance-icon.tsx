import { CircleAlert, CircleCheck, CircleX, Info } from 'lucide-react';
import type { Stance } from '#domain/words.ts';
import css from './stance.module.css';

const ICONS = { supports: CircleCheck, refutes: CircleX, qualifies: CircleAlert, context: Info } as const;

/** A stance's own icon, in its own colour. */
export function StanceIcon({ stance, size = 15 }: { readonly stance: Stance; readonly size?: number }) {
  const Icon = ICONS[stance];
  return (
    <span className={css['icon']} data-stance={stance}>
      <Icon size={size} aria-hidden />
    </span>
  );
}
