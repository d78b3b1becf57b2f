import { ChevronDown, ChevronUp, MessageCircleReply, Pencil, Trash2 } from 'lucide-react';
import type { Answer, Claim, Question } from '#contract/nouns.ts';
import { useCommand } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { IconButton } from '../ui/index.ts';
import css from './questions.module.css';
import { useReferenceList } from '../references/use-references.ts';

type Wanted = { readonly question: Question; readonly answer?: Answer };

/** What must be known to decide a claim, in order, each question with its answers. */
export function QuestionList(props: {
  readonly claim: Claim;
  readonly onEdit: (question: Question) => void;
  readonly onAnswer: (wanted: Wanted) => void;
}) {
  const { claim } = props;
  const say = useWords('questions');
  const move = useCommand('moveQuestion');
  const remove = useCommand('removeQuestion');
  if (claim.questions.length === 0) return <p className={css['quiet']}>{say('none')}</p>;
  return (
    <ol className={css['questions']}>
      {claim.questions.map((question, n) => (
        <li key={question.id} className={css['question']}>
          <div className={css['line']}>
            <span className={css['number']} aria-hidden>
              {n + 1}
            </span>
            <p className={css['words']}>{question.text}</p>
          </div>
          {question.answers.length === 0 && <p className={css['open']}>{say('unanswered')}</p>}
          {question.answers.map((answer) => (
            <AnswerItem key={answer.id} answer={answer} onEdit={() => props.onAnswer({ question, answer })} />
          ))}
          <div className={css['foot']} role="group" aria-label={question.text}>
            <IconButton
              size="small"
              icon={MessageCircleReply}
              label={say('answerThis', { number: n + 1 })}
              onPress={() => props.onAnswer({ question })}
            />
            <IconButton
              size="small"
              icon={Pencil}
              label={say('edit')}
              onPress={() => props.onEdit(question)}
            />
            <IconButton
              size="small"
              icon={ChevronUp}
              label={say('up')}
              isDisabled={n === 0}
              onPress={() => void move.run({ id: question.id, to: n - 1 })}
            />
            <IconButton
              size="small"
              icon={ChevronDown}
              label={say('down')}
              isDisabled={n === claim.questions.length - 1}
              onPress={() => void move.run({ id: question.id, to: n + 1 })}
            />
            <IconButton
              size="small"
              icon={Trash2}
              label={say('remove')}
              onPress={() => void remove.run({ id: question.id })}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}

function AnswerItem({ answer, onEdit }: { readonly answer: Answer; readonly onEdit: () => void }) {
  const say = useWords('questions');
  const remove = useCommand('removeAnswer');
  const references = useReferenceList();
  const reference = references.find((one) => one.id === answer.reference);
  const about = [
    say(`type.${answer.type}`),
    ...(answer.medium === null ? [] : [say(`medium.${answer.medium}`)]),
  ].join(' · ');
  return (
    <div className={css['answer']} data-type={answer.type}>
      {answer.text !== '' && <p className={css['prose']}>{answer.text}</p>}
      {answer.explanation !== '' && <p className={css['because']}>{answer.explanation}</p>}
      {reference && <p className={css['citation']}>{reference.citation}</p>}
      <div className={css['foot']}>
        <span className={css['about']}>{about}</span>
        <span className={css['gap']} />
        <IconButton size="small" icon={Pencil} label={say('editAnswer')} onPress={onEdit} />
        <IconButton
          size="small"
          icon={Trash2}
          label={say('removeAnswer')}
          onPress={() => void remove.run({ id: answer.id })}
        />
      </div>
    </div>
  );
}
