import { SquarePen } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { VendorMark } from '../../../ui/marks.tsx';
import { EmptyState, FailureNote, ProblemRow } from '../../../ui/notes.tsx';
import type { RawDraft } from '../model/raw-draft.ts';
import { WhyPanel } from '../why/why-panel.tsx';
import type { DecisionRow } from '../use-compose.ts';
import { Answer } from './answer.tsx';
import { DraftStrip } from './draft-strip.tsx';
import { DraftFacts, Payload } from './draft-view.tsx';
import { Traces } from './traces.tsx';
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
        <Tabs.Root value={chosen.deviceId} onValueChange={onChoose}>
          <DeviceDecision row={chosen} />
          <DraftStrip rows={rows} />
          <Tabs.Content value={chosen.deviceId} className={css['draft']}>
            <DeviceDraft row={chosen} />
          </Tabs.Content>
        </Tabs.Root>
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
    </>
  );
}

function DeviceDecision({ row }: { readonly row: DecisionRow }) {
  const { mend, failure } = useMend();
  const message = useFrom('compose', (state) => state.draft?.message);
  const { device, account, decision } = row;
  return (
    <>
      <Answer row={row} />
      {failure && <FailureNote failure={failure} />}
      {message && <WhyPanel decision={decision} device={device} account={account} message={message} onMend={mend} />}
    </>
  );
}

function DeviceDraft({ row }: { readonly row: DecisionRow }) {
  const { t } = useWords();
  const { compose } = useStores();
  const vendor = useFrom('settings', (state) => state.vendors.find((one) => one.id === row.vendor));
  const { view, decision } = row;
  if (!view) return <p className={css['unset']}>{t('compose.draft.noText')}</p>;
  const label = vendor?.label ?? row.vendor;
  const editAsRaw = () => {
    const names = new Set(vendor?.options.map((option) => option.name));
    const raw: RawDraft = {
      vendor: row.vendor,
      payload: view.draft.payload,
      options: Object.fromEntries(Object.entries(view.draft.options).filter(([name]) => names.has(name))),
      target: { kind: 'device', deviceId: row.deviceId },
      credentialId: null,
    };
    compose.editRaw(raw);
    compose.setMode('raw');
  };
  return (
    <>
      <div className={css['draftBar']}>
        <h3 className={css['draftTitle']}>
          <VendorMark vendor={row.vendor} />
          {t('compose.draft.title', { vendor: label })}
        </h3>
        <Button small icon={<SquarePen />} onClick={editAsRaw}>
          {t('compose.draft.edit')}
        </Button>
      </div>
      <DraftFacts view={view} />
      <Payload view={view} label={t('compose.payload.label', { vendor: label })} />
      {decision.intent && <Traces intent={decision.intent} />}
    </>
  );
}
