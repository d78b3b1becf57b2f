import type { CommandId } from '#contract/commands.ts';
import { useLanguage } from '../i18n/index.ts';
import { Button, Keys } from '../ui/index.ts';
import { commandOf, keysOf, runCommand } from './commands.ts';

/** A command as a button with its key: what to do next, in a place that has nothing to show. */
export function CommandButton({ command }: { readonly command: CommandId }) {
  const language = useLanguage();
  const keys = keysOf(command);
  return (
    <Button onPress={() => runCommand(command)}>
      {commandOf(command)[language]}
      {keys && <Keys keys={keys} />}
    </Button>
  );
}
