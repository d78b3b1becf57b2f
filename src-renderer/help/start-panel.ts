import { useQueryClient } from '@tanstack/react-query';
import { useCommand, useQueryCall } from '../data/use-call.ts';

/** Whether the "Getting started" list is shown; it is a preference, so it stays hidden once hidden. */
export function useStartPanel(): {
  readonly isShown: boolean;
  readonly show: () => void;
  readonly hide: () => void;
} {
  const queries = useQueryClient();
  const preferences = useQueryCall('getPreferences', {}).data?.preferences;
  const setPreferences = useCommand('setPreferences');
  const set = (gettingStarted: boolean) => {
    void setPreferences.run({ gettingStarted }).then((answer) => {
      if (answer) queries.setQueryData(['getPreferences', {}], answer);
    });
  };
  return {
    isShown: preferences?.gettingStarted ?? false,
    show: () => set(true),
    hide: () => set(false),
  };
}
