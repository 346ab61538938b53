import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState, FailureNote, ProblemRow } from '../../../ui/notes.tsx';
import { WhyPanel } from '../why/why-panel.tsx';
import type { DecisionRow } from '../use-compose.ts';
import { Answer } from './answer.tsx';
import { DraftTabs } from './draft-tabs.tsx';
import { useMend } from './use-mend.ts';
import css from './decision.module.css';

/** The decision and the drafts for one message: the answer first, then why, then what goes out. */
export function MessageDecision(props: {
  readonly rows: readonly DecisionRow[];
  readonly chosen: DecisionRow | undefined;
  readonly onChoose: (deviceId: string) => void;
}) {
  const { rows, chosen, onChoose } = props;
  const { t } = useWords();
  const { ui } = useStores();
  const preview = useFrom('compose', (state) => state.preview);
  const failure = useFrom('compose', (state) => state.failure);
  // A message that names nobody has no decisions; those of the message before would be about somebody else.
  if (failure?.code.startsWith('compose.')) return <FailureNote failure={failure} />;
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {preview && preview.problems.length > 0 && (
        <ul className={css['about']}>
          {preview.problems.map((problem) => (
            <ProblemRow key={`${problem.code} ${problem.path}`} problem={problem} />
          ))}
        </ul>
      )}
      {chosen ? (
        <DeviceDecision row={chosen} />
      ) : (
        preview && (
          <EmptyState
            title={t('compose.empty.title')}
            actions={<Button onClick={() => ui.go('credentials', 'new:device')}>{t('compose.empty.action')}</Button>}
          >
            {t('compose.empty.text')}
          </EmptyState>
        )
      )}
      {preview && <DraftTabs rows={rows} chosen={chosen} onChoose={onChoose} />}
    </>
  );
}

function DeviceDecision({ row }: { readonly row: DecisionRow }) {
  const { mend, failure } = useMend();
  const client = useFrom('compose', (state) => state.draft?.message.client);
  const conversation = useFrom('compose', (state) => state.draft?.message.conversation);
  const { device, account, decision } = row;
  return (
    <>
      <Answer row={row} />
      {failure && <FailureNote failure={failure} />}
      {conversation && (
        <WhyPanel
          decision={decision}
          device={device}
          account={account}
          client={client}
          conversation={conversation}
          onMend={mend}
        />
      )}
    </>
  );
}
