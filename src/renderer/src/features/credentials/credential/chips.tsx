import type { Credential, CredentialFacts } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Chip } from '../../../ui/marks.tsx';
import { daysLeft, environmentOf, healthOf } from '../model/credential-state.ts';
import { counted, daysWords } from '../model/entry-rows.ts';

const soonDays = 30;

/** How a stored credential is, in one chip. */
export function HealthChip({ credential, nowMs }: { readonly credential: Credential; readonly nowMs: number }) {
  const { t } = useWords();
  const { tone, word, count } = healthOf(credential, nowMs);
  return (
    <Chip tone={tone}>
      {word === 'findings' ? counted(t, 'credentials.state.findings', count) : t(`credentials.state.${word}`)}
    </Chip>
  );
}

/** How long and where a credential works, as far as it says so. */
export function FactChips({ facts, nowMs }: { readonly facts: CredentialFacts; readonly nowMs: number }) {
  const { t } = useWords();
  const days = daysLeft({ facts }, nowMs);
  const works =
    facts.kind === 'apns-p8'
      ? facts.environment
      : facts.kind === 'apns-certificate'
        ? environmentOf(facts.certificate.environments)
        : null;
  return (
    <>
      {days !== null && (
        <Chip tone={days < 0 ? 'rejected' : days <= soonDays ? 'warning' : 'accepted'}>{daysWords(t, days)}</Chip>
      )}
      {works && <Chip>{t(`credentials.environment.chip.${works}`)}</Chip>}
    </>
  );
}
