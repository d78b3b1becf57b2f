/** The few parts of citation-js that Assay uses; the packages bring no types. */
declare module '@citation-js/core' {
  type Register<T> = { get(name: string): T; add(name: string, value: T): void; has(name: string): boolean };
  export const plugins: {
    readonly input: {
      chain(
        input: unknown,
        options: { readonly forceType?: string; readonly generateGraph: false },
      ): Record<string, unknown>[];
    };
    readonly output: {
      format(
        name: 'bibliography',
        items: readonly object[],
        options: Readonly<Record<string, unknown>>,
      ): string;
    };
    readonly config: {
      get(name: '@csl'): { readonly locales: Register<string>; readonly styles: Register<string> };
      get(name: '@bibtex'): { readonly format: { asciiOnly: boolean } };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module '@citation-js/plugin-csl';
