import { useState } from 'react';
import type { Answer, Claim, Question } from '#contract/nouns.ts';
import { ANSWER_TYPES, MEDIA, type AnswerType, type Medium } from '#domain/words.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { useFormKeys } from '../app/form-keys.ts';
import { Button, Dialog, Keys, Select, TextArea } from '../ui/index.ts';
import css from './questions.module.css';
import { useReferenceList } from '../references/use-references.ts';

const NONE = 'none';

function Foot(props: {
  readonly error: string | undefined;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSave: () => void;
}) {
  const say = useWords('questions');
  return (
    <>
      <p className={css['problem']} role="alert">
        {props.error}
      </p>
      <Button onPress={props.onClose}>{say('cancel')}</Button>
      <Button look="primary" isDisabled={props.busy} onPress={props.onSave}>
        {say('save')}
        <Keys keys="$mod+Enter" />
      </Button>
    </>
  );
}

/** Asks a question about a claim, or changes its words. */
export function QuestionDialog(props: {
  readonly claim: Claim;
  readonly question?: Question | undefined;
  readonly onClose: () => void;
}) {
  const { claim, question, onClose } = props;
  const say = useWords('questions');
  const ask = useCommand('askQuestion');
  const edit = useCommand('editQuestion');
  const [text, setText] = useState(question?.text ?? '');
  const [error, setError] = useState<string>();
  const save = () => {
    if (ask.busy || edit.busy) return;
    const words = text.trim();
    const done = question
      ? edit.attempt({ id: question.id, text: words })
      : ask.attempt({ claim: claim.id, text: words });
    done.then(onClose).catch((failure: unknown) => setError(sentenceOf(failure)));
  };
  useFormKeys({ digit: () => undefined, save });
  return (
    <Dialog
      title={say(question ? 'editing' : 'asking')}
      onClose={onClose}
      foot={
        <Foot
          error={error}
          busy={ask.busy || edit.busy || text.trim() === ''}
          onClose={onClose}
          onSave={save}
        />
      }
    >
      <div className={css['form']}>
        <p className={css['asked']}>{claim.wording}</p>
        <TextArea
          label={say('question')}
          hint={say('questionHint')}
          rows={2}
          value={text}
          onChange={setText}
          autoFocus
        />
      </div>
    </Dialog>
  );
}

/** Answers a question, or changes an answer. */
export function AnswerDialog(props: {
  readonly question: Question;
  readonly answer?: Answer | undefined;
  readonly onClose: () => void;
}) {
  const { question, answer, onClose } = props;
  const say = useWords('questions');
  const references = useReferenceList();
  const add = useCommand('answerQuestion');
  const edit = useCommand('editAnswer');
  const [type, setType] = useState<AnswerType>(answer?.type ?? 'abstractive');
  const [text, setText] = useState(answer?.text ?? '');
  const [explanation, setExplanation] = useState(answer?.explanation ?? '');
  const [medium, setMedium] = useState<Medium | null>(answer?.medium ?? null);
  const [reference, setReference] = useState<string | null>(answer?.reference ?? null);
  const [error, setError] = useState<string>();
  const busy = add.busy || edit.busy;
  const save = () => {
    if (busy) return;
    const parts = {
      type,
      text: text.trim(),
      explanation: type === 'boolean' ? explanation.trim() : '',
      medium,
      reference,
    };
    const done = answer
      ? edit.attempt({ id: answer.id, ...parts })
      : add.attempt({ question: question.id, ...parts });
    done.then(onClose).catch((failure: unknown) => setError(sentenceOf(failure)));
  };
  useFormKeys({
    digit: (n) => {
      const chosen = ANSWER_TYPES[n - 1];
      if (chosen) setType(chosen);
    },
    save,
  });
  const none = { id: NONE, label: say('noReference') };
  return (
    <Dialog
      title={say(answer ? 'editingAnswer' : 'answering')}
      size="wide"
      onClose={onClose}
      foot={<Foot error={error} busy={busy} onClose={onClose} onSave={save} />}
    >
      <div className={css['form']}>
        <p className={css['asked']}>{question.text}</p>
        <TextArea
          label={say(type === 'boolean' ? 'yesNo' : 'words')}
          rows={2}
          value={text}
          onChange={setText}
          autoFocus
        />
        {type === 'boolean' && (
          <TextArea label={say('because')} rows={2} value={explanation} onChange={setExplanation} />
        )}
        <div className={css['pair']}>
          <Select
            label={say('kind')}
            options={ANSWER_TYPES.map((id) => ({ id, label: say(`type.${id}`) }))}
            value={type}
            onChange={setType}
          />
          <Select
            label={say('medium')}
            options={[
              { id: NONE, label: say('noMedium') },
              ...MEDIA.map((id) => ({ id, label: say(`medium.${id}`) })),
            ]}
            value={medium ?? NONE}
            onChange={(id) => setMedium(id === NONE ? null : id)}
          />
        </div>
        <Select
          label={say('reference')}
          options={[none, ...references.map((one) => ({ id: one.id, label: one.citation }))]}
          value={reference ?? NONE}
          onChange={(id) => setReference(id === NONE ? null : id)}
        />
      </div>
    </Dialog>
  );
}
