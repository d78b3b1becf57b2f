import { variableGuid, type QdaNode, type QdaVariable } from '#domain/refi-qda.ts';

export type Facts = Partial<Record<QdaVariable, string>>;

export const node = (
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  children: readonly (QdaNode | string | undefined)[] = [],
): QdaNode => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  ),
  children: children.filter((child) => child !== undefined).filter((child) => child !== ''),
});

export const listed = (name: string, children: readonly QdaNode[]): QdaNode | undefined =>
  children.length === 0 ? undefined : node(name, {}, children);
export const shortened = (text: string, length = 100) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1).toWellFormed()}…` : line;
};

/** The schema wants a date with time. */
export const time = (at: string) => (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(at) ? at : undefined);

export function facts(values: Facts): QdaNode[] {
  return (Object.entries(values) as [QdaVariable, string][])
    .filter(([, value]) => value !== '')
    .map(([name, value]) =>
      node('VariableValue', {}, [
        node('VariableRef', { targetGUID: variableGuid(name) }),
        node('TextValue', {}, [value]),
      ]),
    );
}
