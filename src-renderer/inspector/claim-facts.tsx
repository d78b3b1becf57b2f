import type { Claim } from '#contract/nouns.ts';
import { CLAIM_TYPES, PRIORITIES, STATUSES } from '#domain/words.ts';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { TagEditor, toast } from '../ui/index.ts';
import { refuseDay } from './day.ts';
import type { EditClaim } from './edit-claim.ts';
import css from './inspector.module.css';
import { SavedSelect } from './saved-select.tsx';
import { SavedText } from './saved-text.tsx';

const NONE = 'none';

/** Who said it, when and where, and how the work on it stands. */
export function ClaimFacts({ claim, edit }: { readonly claim: Claim; readonly edit: EditClaim }) {
  const say = useWords('inspector');
  const word = useWords('words');
  const people = useQueryCall('getProject', {}).data?.people ?? [];
  const tags = useQueryCall('listTags', {}).data?.tags ?? [];

  const types = [
    { id: NONE, label: say('noType') },
    ...CLAIM_TYPES.map((id) => ({ id, label: word(`type.${id}`) })),
  ] as const;
  const assignees = [
    { id: NONE, label: say('nobody') },
    ...people.map((person) => ({ id: person.id, label: person.name || say('unknownPerson') })),
  ];

  return (
    <>
      <SavedText label={say('claimant')} value={claim.claimant} save={(claimant) => edit({ claimant })} />
      <div className={css['pair']}>
        <SavedText
          label={say('claimedOn')}
          value={claim.claimedOn}
          placeholder="2024-05-31"
          refuse={(text) => refuseDay(text, say('dateForm'))}
          save={(claimedOn) => edit({ claimedOn })}
        />
        <SavedText
          label={say('claimedWhere')}
          value={claim.claimedWhere}
          save={(claimedWhere) => edit({ claimedWhere })}
        />
        <SavedSelect
          label={say('type')}
          options={types}
          value={claim.type ?? NONE}
          save={(type) => edit({ type: type === NONE ? null : type })}
        />
        <SavedSelect
          label={say('status')}
          options={STATUSES.map((id) => ({ id, label: word(`status.${id}`) }))}
          value={claim.status}
          save={(status) => edit({ status })}
        />
        <SavedSelect
          label={say('assignee')}
          options={assignees}
          value={claim.assignee?.id ?? NONE}
          save={(assignee) => edit({ assignee: assignee === NONE ? null : assignee })}
        />
        <SavedSelect
          label={say('priority')}
          options={PRIORITIES.map((id) => ({ id, label: word(`priority.${id}`) }))}
          value={claim.priority}
          save={(priority) => edit({ priority })}
        />
      </div>
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
