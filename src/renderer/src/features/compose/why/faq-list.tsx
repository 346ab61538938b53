import { memo, useMemo } from 'react';
import type { Credential, Device, Message } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { factsOf, type DecisionFacts } from './facts.ts';
import { matchingRows, type FaqRow } from './faq.ts';
import { GateSource } from './gate-source.tsx';
import css from './gates.module.css';

const between = '\n';

/** The credential that pushes to this phone: the one its app names for the vendor. */
const useCredential = ({ appId, vendor }: Device): Credential | null => {
  const apps = useFrom('workspace', (state) => state.apps);
  const credentials = useFrom('credentials', (state) => state.credentials);
  const id = apps.find((app) => app.id === appId)?.credentialIds[vendor];
  return credentials.find((one) => one.id === id) ?? null;
};

/** What people ask about decisions like this one, and what helps. */
export function FaqList(
  props: Omit<DecisionFacts, 'message' | 'credential'> & Pick<Message, 'client' | 'conversation'>,
) {
  const { decision, device, account, client, conversation } = props;
  const credential = useCredential(device);
  const facts = useMemo(
    () => [...factsOf({ decision, device, account, message: { client, conversation }, credential })].join(between),
    [decision, device, account, client, conversation, credential],
  );
  // As text, so that a decision of which nothing else is to be said draws nothing anew.
  const rows = useMemo(() => matchingRows(new Set(facts.split(between))), [facts]);
  return rows.length === 0 ? null : <Rows rows={rows} pushed={decision.pushed} />;
}

const Rows = memo(function Rows({ rows, pushed }: { readonly rows: readonly FaqRow[]; readonly pushed: boolean }) {
  const { t } = useWords();
  return (
    <Fold
      arrowLast
      // A no is asked about; a yes only when somebody wonders.
      key={pushed ? 'pushed' : 'stopped'}
      startsOpen={!pushed}
      title={t('compose.whyPanel.faq')}
      note={t('compose.whyPanel.faq.n', { n: rows.length })}
    >
      <ul className={css['faq']} aria-label={t('compose.whyPanel.faq')}>
        {rows.map((row) => (
          <li key={row.id} aria-label={t('compose.whyPanel.faq.row', { n: row.number })}>
            <p className={css['name']}>{t(`compose.faq.${row.id}.symptom`)}</p>
            <p className={css['why']}>{t(`compose.faq.${row.id}.fix`)}</p>
            <GateSource gate={row} sure />
          </li>
        ))}
      </ul>
    </Fold>
  );
});
