import type { en } from './en/index.ts';

/** i18next picks `key_one`, `key_few`, … by the number called `count`. */
type PluralForm = 'one' | 'few' | 'many' | 'other';

type Stem<K> = K extends `${infer S}_${PluralForm}` ? S : K;

export type Area = keyof typeof en;
/** What a component may ask an area for: its keys, plural forms folded into one. */
export type Key<A extends Area> = Stem<keyof (typeof en)[A]> & string;

/** The same keys in Russian, where a plural has four forms. */
export type Russian<E> = {
  readonly [
    K in keyof E as K extends `${infer S}_other`
      ? `${S}_${PluralForm}`
      : K extends `${string}_one`
        ? never
        : K
  ]: string;
};
