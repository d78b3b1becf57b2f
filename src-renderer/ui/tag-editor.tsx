import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { useWords } from '../i18n/index.ts';
import { cx } from './class-names.ts';
import field from './field.module.css';
import css from './tag-editor.module.css';

/** A list of words that a person adds to with Enter or a comma, and takes from with Delete. */
export function TagEditor(props: {
  readonly label: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: string[]) => void;
  /** Words offered while typing. */
  readonly known?: readonly string[];
}) {
  const say = useWords('app');
  const [text, setText] = useState('');
  const listId = `known-${props.label.replaceAll(/\s+/g, '-')}`;

  const add = () => {
    const added = text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '' && !props.tags.includes(one));
    if (added.length > 0) props.onChange([...props.tags, ...new Set(added)]);
    setText('');
  };

  return (
    <div className={css['editor']}>
      <TagGroup
        className={cx(css['editor'])}
        onRemove={(keys) => props.onChange(props.tags.filter((tag) => !keys.has(tag)))}
      >
        <Label className={cx(field['label'])}>{props.label}</Label>
        <TagList className={cx(css['list'])} items={props.tags.map((tag) => ({ id: tag }))}>
          {({ id }) => (
            <Tag id={id} textValue={id} className={cx(css['tag'])}>
              {id}
              <Button slot="remove" className={cx(css['remove'])} aria-label={say('removeTag', { tag: id })}>
                <X size={12} aria-hidden />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <input
        className={field['input']}
        aria-label={say('addTag')}
        placeholder={say('addTag')}
        list={listId}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault();
            add();
          }
        }}
      />
      <datalist id={listId}>
        {props.known?.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </div>
  );
}
