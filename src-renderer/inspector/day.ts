/** Why a text is no date as people know it: `2022`, `2022-01` or `2022-01-05`. No date at all is fine. */
export function refuseDay(text: string, why: string): string | undefined {
  if (text === '') return undefined;
  const parts = /^\d{4}(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!parts) return why;
  const [, month, day] = parts;
  const inYear = month === undefined || (Number(month) >= 1 && Number(month) <= 12);
  const inMonth = day === undefined || (Number(day) >= 1 && Number(day) <= 31);
  return inYear && inMonth ? undefined : why;
}

/** The calendar day of a moment where the reader is: `2022-01-05`. */
export function dayOf(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
