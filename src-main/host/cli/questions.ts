import type { Command } from 'commander';
import { ANSWER_TYPES, MEDIA, wordFrom } from '#contract/words.ts';
import type { World } from '#engine/engine.ts';
import { brief, notAmong, short, UsageError } from './output.ts';
import { add, text } from './program.ts';

export function questionCommands(program: Command, worldOf: () => Promise<World>): void {
  add(
    program,
    'question <file> <claim>',
    'ask what must be known to decide a claim, or answer such a question',
    [
      'question dam.assay 3f2a --ask "When was the spillway last inspected?"',
      'question dam.assay 3f2a --ask "Was the siren tested?" --answer No --type boolean --because "The log has no test." --reference 51d0',
      'question dam.assay 3f2a --question 9b01 --type unanswerable',
    ],
    (command) =>
      command
        .option('--ask <question>', 'a new question')
        .option('--question <question>', 'answer this question instead of asking a new one')
        .option('--answer <answer>', 'an answer to it')
        .option('--type <type>', `${ANSWER_TYPES.join(', ')}; abstractive where it is left out`)
        .option('--because <explanation>', 'what a yes or no rests on')
        .option('--medium <medium>', MEDIA.join(', '))
        .option('--reference <reference>', 'the reference it comes from')
        .option('--evidence <evidence>', 'the evidence it comes from'),
    async ({ out, open }, [file, claim], options) => {
      const ask = text(options, 'ask');
      const known = text(options, 'question');
      if ((ask === undefined) === (known === undefined))
        throw new UsageError('Name exactly one of --ask and --question.');
      const answer = answerIn(options);
      if (known !== undefined && answer === undefined) throw new UsageError('Give the answer with --answer.');
      await open(file!, async (engine) => {
        const { question } =
          ask === undefined
            ? await engine.call('answerQuestion', { question: known!, ...answer })
            : await engine.call('askQuestion', {
                claim: claim!,
                text: ask,
                ...(answer === undefined ? {} : { answer }),
              });
        out.result({ question }, () => [
          `${brief(question.id)}  ${short(question.text)}`,
          ...question.answers.map((one) => `  ${one.type}  ${short(one.text)}`),
        ]);
      });
    },
    worldOf,
  );
}

function answerIn(options: Record<string, unknown>) {
  const parts = {
    text: text(options, 'answer'),
    type: oneOf('Type', ANSWER_TYPES, text(options, 'type')),
    explanation: text(options, 'because'),
    medium: oneOf('Medium', MEDIA, text(options, 'medium')),
    reference: text(options, 'reference'),
    evidence: text(options, 'evidence'),
  };
  return Object.values(parts).some((part) => part !== undefined) ? parts : undefined;
}

function oneOf<W extends string>(
  what: string,
  words: readonly W[],
  given: string | undefined,
): W | undefined {
  if (given === undefined) return undefined;
  const word = wordFrom(words, given);
  if (!word) throw notAmong(what, given, words);
  return word;
}
