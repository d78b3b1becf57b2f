import { CircleHelp, Ellipsis, Gavel, Link2, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Answer, Claim, Evidence, Occurrence, Question } from '#contract/nouns.ts';
import type { Output } from '#contract/index.ts';
import { keysOf, useCommands } from '../app/commands.ts';
import { CallError } from '#contract/error.ts';
import { sentenceOf, useCommand, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { AddReferencesDialog } from '../references/add-references-dialog.tsx';
import { LinkEvidenceDialog } from '../references/link-evidence-dialog.tsx';
import { EmptyState, IconButton, MenuButton, RatingBadge, VerifiabilityBadge } from '../ui/index.ts';
import { AnswerDialog, QuestionDialog } from '../questions/question-dialog.tsx';
import { QuestionList } from '../questions/question-list.tsx';
import { VerdictForm } from '../verdicts/verdict-form.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import { ClaimHistory } from './claim-history.tsx';
import { CommentList } from './comment-list.tsx';
import { ConflictList } from './conflict-list.tsx';
import { useEditClaim } from './edit-claim.ts';
import { EvidenceList } from './evidence-list.tsx';
import { FamilyField } from './family-field.tsx';
import css from './inspector.module.css';
import { OccurrenceList } from './occurrence-list.tsx';
import { SavedArea } from './saved-text.tsx';
import { openSection, Section } from './section.tsx';
import { SourceFields } from './source-fields.tsx';
import { VerdictList } from './verdict-list.tsx';
import { VerifiabilityField } from './verifiability-field.tsx';

export type ClaimInspectorProps = {
  readonly claimId: string;
  readonly onGoToOccurrence: (occurrence: Occurrence) => void;
  readonly onSelectClaim: (id: string | null) => void;
  readonly onOpenReference?: (id: string) => void;
};

/** Everything about one claim, for the right pane. */
export function ClaimInspector(props: ClaimInspectorProps) {
  const say = useWords('inspector');
  const { data, error } = useQueryCall('getClaim', { id: props.claimId }, { keepLast: true });
  if (error) {
    const isGone = error instanceof CallError && error.code === 'not-found';
    return (
      <EmptyState title={isGone ? say('goneTitle') : sentenceOf(error)}>
        {isGone ? say('gone') : ''}
      </EmptyState>
    );
  }
  if (!data) return <p className={css['waiting']}>{say('loading')}</p>;
  return <Loaded key={data.claim.id} {...props} claim={data.claim} parts={data.children} />;
}

type Open =
  | { readonly what: 'evidence'; readonly evidence?: Evidence }
  | { readonly what: 'verdict' }
  | { readonly what: 'question'; readonly question?: Question }
  | { readonly what: 'answer'; readonly question: Question; readonly answer?: Answer }
  | { readonly what: 'references' };

function Loaded(
  props: ClaimInspectorProps & {
    readonly claim: Claim;
    readonly parts: Output<'getClaim'>['children'];
  },
) {
  const { claim, onSelectClaim } = props;
  const say = useWords('inspector');
  const questions = useWords('questions');
  const edit = useEditClaim(claim.id);
  const removal = useCommand('removeClaim');
  const [open, setOpen] = useState<Open>();
  const wording = useRef<HTMLTextAreaElement>(null);
  const comment = useRef<HTMLTextAreaElement>(null);
  const [goComment, setGoComment] = useState(0);
  const close = () => setOpen(undefined);

  useEffect(() => {
    if (goComment > 0) comment.current?.focus();
  }, [goComment]);
  useCommands({
    'edit-claim': () => wording.current?.focus(),
    'add-evidence': () => setOpen({ what: 'evidence' }),
    'ask-question': () => {
      openSection('questions');
      setOpen({ what: 'question' });
    },
    rate: () => setOpen({ what: 'verdict' }),
    'add-reference': () => setOpen({ what: 'references' }),
    comment: () => {
      openSection('comments');
      setGoComment((n) => n + 1);
    },
  });

  return (
    <div className={css['inspector']}>
      <header className={css['head']}>
        <h2 className="unseen">{say('claim')}</h2>
        <VerifiabilityBadge value={claim.verifiability} />
        {claim.rating !== null && <RatingBadge rating={claim.rating} draft={claim.rated === 'draft'} />}
        <span className={css['gap']} />
        <MenuButton
          label={say('more')}
          trigger={<IconButton size="small" icon={Ellipsis} label={say('more')} />}
          entries={[
            {
              id: 'remove',
              label: say('removeClaim'),
              icon: Trash2,
              danger: true,
              run: () =>
                void removal.run({ id: claim.id }).then((done) => {
                  if (done) onSelectClaim(null);
                }),
            },
          ]}
        />
      </header>
      <div className={css['lead']}>
        <ConflictList claim={claim} />
        <div className={css['wording']}>
          <SavedArea
            label={say('wording')}
            value={claim.wording}
            placeholder={say('wordingHint')}
            areaRef={wording}
            refuse={(text) => (text === '' ? say('wordingEmpty') : undefined)}
            save={(text) => edit({ wording: text })}
          />
        </div>
        <VerifiabilityField claim={claim} edit={edit} />
      </div>
      <Section
        name="verdicts"
        title={say('verdicts')}
        count={claim.verdicts.length}
        actions={
          <IconButton
            size="small"
            icon={Gavel}
            label={say('rate')}
            keys={keysOf('rate')}
            onPress={() => setOpen({ what: 'verdict' })}
          />
        }
      >
        <VerdictList claim={claim} />
      </Section>
      <Section
        name="evidence"
        title={say('evidence')}
        count={claim.evidence.length}
        actions={
          <IconButton
            size="small"
            icon={Link2}
            label={say('linkEvidence')}
            keys={keysOf('add-evidence')}
            onPress={() => setOpen({ what: 'evidence' })}
          />
        }
      >
        <EvidenceList
          claim={claim}
          onEdit={(evidence) => setOpen({ what: 'evidence', evidence })}
          onOpenReference={props.onOpenReference}
        />
      </Section>
      <Section
        name="questions"
        title={questions('title')}
        count={claim.questions.length}
        actions={
          <IconButton
            size="small"
            icon={CircleHelp}
            label={questions('ask')}
            keys={keysOf('ask-question')}
            onPress={() => setOpen({ what: 'question' })}
          />
        }
      >
        <QuestionList
          claim={claim}
          onEdit={(question) => setOpen({ what: 'question', question })}
          onAnswer={(wanted) => setOpen({ what: 'answer', ...wanted })}
        />
      </Section>
      <Section name="facts" title={say('facts')}>
        <ClaimFacts claim={claim} edit={edit} />
        <FamilyField claim={claim} parts={props.parts} edit={edit} onSelectClaim={onSelectClaim} />
      </Section>
      <Section name="publication" title={say('publication')} startsFolded>
        <SourceFields claim={claim} edit={edit} />
      </Section>
      <Section name="occurrences" title={say('occurrences')} count={claim.occurrences.length}>
        <OccurrenceList
          claim={claim}
          onGo={props.onGoToOccurrence}
          onClaimRemoved={() => onSelectClaim(null)}
        />
      </Section>
      <Section name="comments" title={say('comments')} count={claim.comments.length}>
        <CommentList subject={{ kind: 'claim', id: claim.id }} comments={claim.comments} areaRef={comment} />
      </Section>
      <Section name="history" title={say('history')} startsFolded>
        <ClaimHistory claimId={claim.id} />
      </Section>
      {open?.what === 'evidence' && (
        <LinkEvidenceDialog claim={claim} evidence={open.evidence} onClose={close} />
      )}
      {open?.what === 'question' && <QuestionDialog claim={claim} question={open.question} onClose={close} />}
      {open?.what === 'answer' && (
        <AnswerDialog question={open.question} answer={open.answer} onClose={close} />
      )}
      {open?.what === 'verdict' && <VerdictForm claim={claim} onClose={close} />}
      {open?.what === 'references' && <AddReferencesDialog onClose={close} />}
    </div>
  );
}
