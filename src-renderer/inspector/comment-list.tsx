import { Trash2 } from 'lucide-react';
import { useState, type Ref } from 'react';
import type { Comment } from '#contract/nouns.ts';
import { sentenceOf, useCommand } from '../data/use-call.ts';
import { formatTime } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';
import { Button, IconButton, TextArea } from '../ui/index.ts';
import css from './inspector.module.css';
import { isSave } from '../app/form-keys.ts';

/** What people say about something, and a field to say more. */
export function CommentList(props: {
  readonly subject: Comment['subject'];
  readonly comments: readonly Comment[];
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}) {
  const say = useWords('inspector');
  const word = useWords('words');
  const add = useCommand('addComment');
  const remove = useCommand('removeComment');
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();

  const send = () => {
    if (text.trim() === '') return;
    setError(undefined);
    add
      .attempt({ subject: props.subject, text: text.trim() })
      .then(() => setText(''))
      .catch((failure: unknown) => setError(sentenceOf(failure)));
  };

  return (
    <>
      {props.comments.length === 0 && <p className={css['quiet']}>{say('noComments')}</p>}
      <ul className={css['items']}>
        {props.comments.map((comment) => (
          <li key={comment.id} className={css['item']}>
            <div className={css['itemHead']}>
              <b>{comment.person?.name ?? word('unknownPerson')}</b>
              <time dateTime={comment.at}>{formatTime(comment.at)}</time>
              <span className={css['gap']} />
              <IconButton
                size="small"
                icon={Trash2}
                label={say('removeComment')}
                onPress={() => void remove.run({ id: comment.id })}
              />
            </div>
            <p className={css['prose']}>{comment.text}</p>
          </li>
        ))}
      </ul>
      <TextArea
        label={say('comment')}
        hideLabel
        placeholder={say('comment')}
        rows={1}
        value={text}
        onChange={setText}
        error={error}
        onKeyDown={(event) => {
          if (isSave(event)) send();
          else event.continuePropagation();
        }}
        {...(props.areaRef ? { areaRef: props.areaRef } : {})}
      />
      <div className={css['row']}>
        <Button size="small" isDisabled={text.trim() === '' || add.busy} onPress={send}>
          {say('addComment')}
        </Button>
      </div>
    </>
  );
}
