import { useState } from 'react';
import type { Claim } from '#contract/nouns.ts';
import { COUNTRIES } from '#domain/countries.ts';
import { ALL_CLAIM_TYPES, PRIORITIES, STATUSES, STRATEGIES } from '#domain/words.ts';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { formatCountry } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/index.ts';
import { PickOne, PickSeveral, TagEditor, toast } from '../ui/index.ts';
import { refuseDay } from './day.ts';
import type { ClaimFields, EditClaim } from './edit-claim.ts';
import css from './inspector.module.css';
import { SavedSelect } from './saved-select.tsx';
import { SavedText } from './saved-text.tsx';

const NONE = 'none';

type Facts = { readonly claim: Claim; readonly edit: EditClaim };

/** Who said it, when and where, what kind of claim it is, and how the work on it stands. */
export function ClaimFacts({ claim, edit }: Facts) {
  const say = useWords('inspector');
  const word = useWords('words');
  const people = useQueryCall('getProject', {}).data?.people ?? [];
  const tags = useQueryCall('listTags', {}).data?.tags ?? [];
  const assignees = [
    { id: NONE, label: say('nobody') },
    ...people.map((person) => ({ id: person.id, label: person.name || word('unknownPerson') })),
  ];

  return (
    <>
      <SavedText label={say('claimant')} value={claim.claimant} save={(claimant) => edit({ claimant })} />
      <SavedText
        label={say('claimedWhere')}
        value={claim.claimedWhere}
        save={(claimedWhere) => edit({ claimedWhere })}
      />
      <div className={css['pair']}>
        <SavedText
          label={say('claimedOn')}
          value={claim.claimedOn}
          placeholder={word('datePattern')}
          refuse={(text) => refuseDay(text, say('dateForm'))}
          save={(claimedOn) => edit({ claimedOn })}
        />
        <CountryField claim={claim} edit={edit} />
      </div>
      <Kinds claim={claim} edit={edit} />
      <div className={css['pair']}>
        <SavedSelect
          label={say('status')}
          options={STATUSES.map((id) => ({ id, label: word(`status.${id}`) }))}
          value={claim.status}
          save={(status) => edit({ status })}
        />
        <SavedSelect
          label={say('priority')}
          options={PRIORITIES.map((id) => ({ id, label: word(`priority.${id}`) }))}
          value={claim.priority}
          save={(priority) => edit({ priority })}
        />
      </div>
      <SavedSelect
        label={say('assignee')}
        options={assignees}
        value={claim.assignee?.id ?? NONE}
        save={(assignee) => edit({ assignee: assignee === NONE ? null : assignee })}
      />
      <TagEditor
        label={say('tags')}
        tags={claim.tags}
        known={tags.map((tag) => tag.name)}
        onChange={(wanted) =>
          void edit({ tags: wanted }).catch((error: unknown) =>
            toast({ tone: 'danger', text: sentenceOf(error) }),
          )
        }
      />
    </>
  );
}

/** Saves a choice; what it throws is shown under the field. */
function useSaving(edit: EditClaim) {
  const [error, setError] = useState<string>();
  const save = (fields: ClaimFields) => {
    setError(undefined);
    edit(fields).catch((failure: unknown) => setError(sentenceOf(failure)));
  };
  const complaint = error && (
    <p className={css['error']} role="alert">
      {error}
    </p>
  );
  return { save, complaint };
}

/** What kinds of claim it is, and how it is checked: AVeriTeC's words, of which several may fit. */
function Kinds({ claim, edit }: Facts) {
  const say = useWords('inspector');
  const word = useWords('words');
  const types = useSaving(edit);
  const strategies = useSaving(edit);
  return (
    <>
      <div className={css['choice']}>
        <PickSeveral
          label={say('type')}
          placeholder={say('noType')}
          hint={say('typeHint')}
          options={ALL_CLAIM_TYPES.map((id) => ({ id, label: word(`type.${id}`) }))}
          values={claim.types}
          onChange={(wanted) => types.save({ types: wanted })}
        />
        {types.complaint}
      </div>
      <div className={css['choice']}>
        <PickSeveral
          label={say('strategies')}
          placeholder={say('noStrategy')}
          options={STRATEGIES.map((id) => ({ id, label: word(`strategy.${id}`) }))}
          values={claim.strategies}
          onChange={(wanted) => strategies.save({ strategies: wanted })}
        />
        {strategies.complaint}
      </div>
    </>
  );
}

function CountryField({ claim, edit }: Facts) {
  const say = useWords('inspector');
  const language = useLanguage();
  const { save, complaint } = useSaving(edit);
  const options = () => {
    const { compare } = new Intl.Collator(language);
    const named = COUNTRIES.map((code) => ({ id: code, label: `${formatCountry(code)} (${code})` }));
    return named.toSorted((a, b) => compare(a.label, b.label));
  };
  return (
    <div className={css['choice']}>
      <PickOne
        label={say('country')}
        placeholder={say('noCountry')}
        search={say('findCountry')}
        noMatch={say('countryNone')}
        nameOf={formatCountry}
        options={options}
        value={claim.country}
        onChange={(country) => save({ country })}
      />
      {complaint}
    </div>
  );
}
