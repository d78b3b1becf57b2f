import { useQueryClient } from '@tanstack/react-query';
import type { Input, Output } from '#contract/index.ts';
import { useCommand } from '../data/use-call.ts';

export type ClaimFields = Omit<Input<'editClaim'>, 'id'>;
/** Changes a claim; what the person sees follows at once. Throws a CallError. */
export type EditClaim = (fields: ClaimFields) => Promise<void>;

export function useEditClaim(id: string): EditClaim {
  const queries = useQueryClient();
  const { attempt } = useCommand('editClaim');
  return async (fields) => {
    const { claim } = await attempt({ id, ...fields });
    queries.setQueryData<Output<'getClaim'>>(['getClaim', { id }], (now) => now && { ...now, claim });
  };
}
