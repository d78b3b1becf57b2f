import { keepPreviousData, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { CallName, Caller, Input, Output } from '#contract/index.ts';
import { CallError } from '#contract/error.ts';
import { told } from '../i18n/index.ts';
import { toast } from '../ui/toasts.ts';
import { call } from './client.ts';

/** The link to the engine. Tests put another in its place. */
export const CallerContext = createContext<Caller>(call);

export function useCaller(): Caller {
  return useContext(CallerContext);
}

type QueryOptions = {
  readonly enabled?: boolean;
  /** Shows the last answer while the input changes, so that nothing jumps. */
  readonly keepLast?: boolean;
};

/** Asks a query and follows it: it is asked again when a table that it reads changes. */
export function useQueryCall<N extends CallName>(
  name: N,
  input: Input<N>,
  options: QueryOptions = {},
): UseQueryResult<Output<N>, Error> {
  const ask = useCaller();
  return useQuery<Output<N>, Error>({
    queryKey: [name, input],
    queryFn: ({ signal }) => ask(name, input, signal),
    enabled: options.enabled ?? true,
    ...(options.keepLast ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The sentence to show for an error of any kind, or for what an answer says of one thing that failed, in the window's language. */
export function sentenceOf(error: unknown): string {
  return told(
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error),
  );
}

export type CommandCall<N extends CallName> = {
  /** Runs the command. An error is shown as a toast and gives undefined. */
  readonly run: (input: Input<N>) => Promise<Output<N> | undefined>;
  /** Runs the command and lets an error through, for forms that show it themselves. */
  readonly attempt: (input: Input<N>) => Promise<Output<N>>;
  readonly busy: boolean;
};

/** A command of the contract. What it changes comes back through the notices. */
export function useCommand<N extends CallName>(name: N): CommandCall<N> {
  const ask = useCaller();
  const { mutateAsync, isPending } = useMutation<Output<N>, Error, Input<N>>({
    mutationFn: (input) => ask(name, input),
  });
  return {
    attempt: mutateAsync,
    busy: isPending,
    run: (input) =>
      mutateAsync(input).catch((error: unknown) => {
        if (!(error instanceof CallError && error.code === 'cancelled')) {
          toast({ tone: 'danger', text: sentenceOf(error) });
        }
        return undefined;
      }),
  };
}
