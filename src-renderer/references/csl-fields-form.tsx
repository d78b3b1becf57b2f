import { useWords } from '../i18n/index.ts';
import { Select, TextArea, TextField } from '../ui/index.ts';
import { refuseDay } from '../inspector/day.ts';
import { OFFERED_TYPES, type CslFields } from './csl-form.ts';
import css from './references.module.css';

/** The fields of a reference. The caller keeps and saves them. */
export function CslFieldsForm(props: {
  readonly fields: CslFields;
  readonly onChange: (fields: CslFields) => void;
  readonly isFirstFocused?: boolean;
}) {
  const { fields, onChange } = props;
  const say = useWords('references');
  const word = useWords('words');
  const types: { id: string; label: string }[] = OFFERED_TYPES.map((id) => ({
    id,
    label: say(`type.${id}`),
  }));
  if (!types.some((type) => type.id === fields.type)) types.push({ id: fields.type, label: fields.type });
  const set = (field: keyof CslFields) => (value: string) => onChange({ ...fields, [field]: value });

  const text = (field: Exclude<keyof CslFields, 'authors' | 'container' | 'type'>) => (
    <TextField label={say(`form.${field}`)} value={fields[field]} onChange={set(field)} />
  );
  const day = (field: 'issued' | 'accessed') => (
    <TextField
      label={say(`form.${field}`)}
      placeholder={word('datePattern')}
      value={fields[field]}
      onChange={set(field)}
      error={refuseDay(fields[field].trim(), say('form.dateForm'))}
    />
  );
  return (
    <div className={css['form']}>
      <TextArea
        label={say('form.title')}
        rows={1}
        value={fields.title}
        onChange={set('title')}
        autoFocus={props.isFirstFocused ?? false}
      />
      <TextArea
        label={say('form.authors')}
        hint={say('form.authorsHint')}
        rows={1}
        value={fields.authors}
        onChange={set('authors')}
      />
      {text('url')}
      <div className={css['pair']}>
        <Select label={say('form.type')} options={types} value={fields.type} onChange={set('type')} />
        {day('issued')}
        <TextField label={say('form.container')} value={fields.container} onChange={set('container')} />
        {text('publisher')}
        {day('accessed')}
        {text('doi')}
        {text('language')}
      </div>
      <TextArea label={say('form.note')} rows={1} value={fields.note} onChange={set('note')} />
    </div>
  );
}

/** Whether the dates of the form can be saved. */
export function fieldsHold(fields: CslFields): boolean {
  return [fields.issued, fields.accessed].every((day) => refuseDay(day.trim(), '-') === undefined);
}
