import { ChevronDown, ChevronUp, Layers, Search, Trash2 } from 'lucide-react';
import { Toolbar } from 'react-aria-components/Toolbar';
import type { CommandId } from '#contract/commands.ts';
import { VERIFIABILITIES } from '#domain/words.ts';
import { keysOf, type Handlers } from '../app/commands.ts';
import { useWords } from '../i18n/index.ts';
import { VerifiabilityShape } from '../ui/badge.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { Keys } from '../ui/kbd.tsx';
import css from './article-pane.module.css';

const STEPS = [
  ['previous-claim', ChevronUp],
  ['next-claim', ChevronDown],
  ['cycle-overlap', Layers],
  ['remove-mark', Trash2],
  ['find', Search],
] as const;

/** The signs show which bracket of the mark goes which way. */
const BOUNDS = [
  ['extend-start', '‹['],
  ['shrink-start', '[›'],
  ['shrink-end', '‹]'],
  ['extend-end', ']›'],
] as const;

/** The acts of marking with their keys. A press leaves the selection in the article as it is. */
export function MarkToolbar(props: { readonly handlers: Handlers; readonly hasChosen: boolean }) {
  const say = useWords('editor');
  const run = (id: CommandId) => () => props.handlers[id]?.();
  return (
    <div className={css['toolbar']}>
      <Toolbar aria-label={say('marking')} className={css['tools'] ?? ''}>
        {VERIFIABILITIES.map((as) => (
          <Button key={as} look="quiet" onPress={run(`mark-${as}`)} preventFocusOnPress>
            <VerifiabilityShape value={as} />
            <span className={css['word']}>{say(`as.${as}`)}</span>
            <Keys keys={keysOf(`mark-${as}`) ?? ''} />
          </Button>
        ))}
        <span className={css['divider']} aria-hidden />
        {STEPS.map(([id, icon]) => (
          <IconButton
            key={id}
            icon={icon}
            label={say(`do.${id}`)}
            keys={keysOf(id)}
            onPress={run(id)}
            preventFocusOnPress
            isDisabled={id === 'remove-mark' && !props.hasChosen}
          />
        ))}
        <span className={css['bounds']}>
          <span className={css['divider']} aria-hidden />
          {BOUNDS.map(([id, sign]) => (
            <Button
              key={id}
              look="quiet"
              size="small"
              aria-label={say(`do.${id}`)}
              onPress={run(id)}
              isDisabled={!props.hasChosen}
              preventFocusOnPress
            >
              <span aria-hidden>{sign}</span>
            </Button>
          ))}
        </span>
      </Toolbar>
    </div>
  );
}
