import type { Output } from '#contract/index.ts';
import { useQueryCall } from '../data/use-call.ts';
import { useLanguage } from '../i18n/index.ts';

/** Every reference of the project; citations come in the language of the window. */
export function useReferences() {
  return useQueryCall('listReferences', { tell: useLanguage() }, { keepLast: true });
}

/** The same as a list, empty until it is there. */
export function useReferenceList(): Output<'listReferences'>['references'] {
  return useReferences().data?.references ?? [];
}
