/** Original prose in Markdown for round trips through other programs: headings, lists, tables, notes, links, scripts. */
const SENTENCES = [
  'The water rose for three hours before anybody in the lower streets was told to leave.',
  'Nobody in the town had seen the dam since the engineers went home in the autumn.',
  'Three of the twelve witnesses remembered a noise that was louder than the wind.',
  'The commission found that the warnings had been written down and then forgotten.',
  'A pump that was bought in the spring stood in its box beside the office door.',
  'Вода поднялась на два метра за один час, и никто не успел вынести вещи.',
  'Комиссия опросила шестьдесят свидетелей и не нашла ни одного, кто слышал сирену.',
  'Су басу түнде басталды, тұрғындар үйлерінен жалаңаяқ шықты.',
  'What was repaired afterwards cost more than the whole valley earns in ten years.',
  'The well-known hydrologist had asked twice for money, and twice she was refused.',
];

/** The Nth article, always the same: about `paragraphs` × 45 words. */
export function articleSource(n: number, paragraphs = 30): string {
  const sentence = (i: number) => SENTENCES[(i * 7 + n * 3) % SENTENCES.length]!;
  const blocks: string[] = [`# The dam of the valley, part ${n + 1}`];
  for (let i = 0; i < paragraphs; i++) {
    if (i % 6 === 0) blocks.push(`## Section ${i / 6 + 1} of the story`);
    blocks.push(`${sentence(i)} ${sentence(i + 1)} *${sentence(i + 2)}* ${sentence(i + 3)}`);
    if (i % 9 === 4) blocks.push(`- ${sentence(i)}\n- **${sentence(i + 5)}**\n- ${sentence(i + 2)}`);
    if (i % 11 === 5) blocks.push(`> ${sentence(i + 4)}`);
    if (i % 13 === 6)
      blocks.push(
        '| Place | Houses | Людей |\n|---|---|---|\n| Upper street | 12 | 31 |\n| Lower street | 40 | 112 |',
      );
    if (i % 7 === 3)
      blocks.push(
        `See the [report](https://news.example/${n}/${i}) of that day.^[Interview, <https://notes.example/${i}>, p. ${i}.]`,
      );
  }
  return `${blocks.join('\n\n')}\n`;
}
