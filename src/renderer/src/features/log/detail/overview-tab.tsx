import { Check, CircleHelp, Link2 } from 'lucide-react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { counted } from '../../../ui/counted.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { byteCount } from '../../../ui/format.ts';
import { useVendorName } from '../../../ui/use-vendor-name.ts';
import type { ExchangeView } from '../use-exchange.ts';
import { AddDevice } from './add-device.tsx';
import { Causes } from './causes.tsx';
import { Checks } from './checks.tsx';
import { explained } from './explained.ts';
import { ExplanationCard } from './explanation-card.tsx';
import { Facts, Section } from './facts.tsx';
import { Modern } from './modern.tsx';
import { overviewFacts } from './overview-facts.ts';
import { PhoneByPhone } from './phone-by-phone.tsx';
import { TimingChart } from './timing-chart.tsx';
import css from './tab.module.css';

/** The answer of an exchange that went through. */
function Answer({ exchange, isLocal }: { readonly exchange: Exchange; readonly isLocal: boolean }) {
  const { t, say } = useWords();
  const vendor = useVendorName()(exchange.vendor);
  const { verdict } = exchange;
  const isUnsure = verdict?.checks.some((check) => check.outcome === 'unverified') ?? false;
  return (
    <p className={css['answer']} data-tone={isUnsure ? 'warning' : 'accepted'}>
      {isUnsure ? <CircleHelp aria-hidden /> : <Check aria-hidden />}
      <span>{verdict ? say(verdict.why) : t(`log.answer.${isLocal ? 'local.' : ''}${exchange.kind}`, { vendor })}</span>
    </p>
  );
}

/** The way to the other half of a send to this machine. */
function Partner({ partner }: { readonly partner: Exchange }) {
  const { t } = useWords();
  const { ui } = useStores();
  return (
    <div className={css['note']}>
      <Link2 aria-hidden />
      <div>{t(`log.partner.${partner.origin}`)}</div>
      <Button small look="quiet" onClick={() => ui.choose('log', partner.id)}>
        {t(`log.partner.${partner.origin}.open`)}
      </Button>
    </div>
  );
}

/** The short body of an answer, as it came. */
function ResponseBody({ exchange }: { readonly exchange: Exchange }) {
  const { t, locale } = useWords();
  const body = exchange.response?.body;
  if (!body || body.text === null || body.text.trim() === '') return null;
  return (
    <Section title={t('log.tab.response')} after={byteCount(body.bytes, locale)}>
      <pre className={css['code']}>{body.text.trim()}</pre>
    </Section>
  );
}

/** The answer first, then what it rests on. */
export function OverviewTab({ view, exchange }: { readonly view: ExchangeView; readonly exchange: Exchange }) {
  const { t, has, locale } = useWords();
  const credentials = useFrom('credentials', (state) => state.credentials);
  const reason = explained(exchange, view.partner, has);
  const facts = overviewFacts(exchange, { credentials, t, locale });
  const verdict = exchange.verdict ?? view.partner?.verdict ?? null;
  return (
    <div className={css['tab']}>
      {reason ? (
        <ExplanationCard
          explained={reason}
          isPartly={exchange.outcome === 'partly-accepted'}
          code={exchange.explanation}
        />
      ) : (
        <Answer exchange={exchange} isLocal={view.captured !== null} />
      )}
      {reason && <Causes exchange={exchange} wasLocal={view.captured !== null} />}
      {exchange.origin === 'captured' && exchange.kind === 'push' && <AddDevice exchange={exchange} />}
      <Modern exchange={exchange} />
      <div className={css['columns']}>
        <Section title={t('log.facts')}>
          <Facts facts={facts} />
        </Section>
        <Section title={t('log.timing')}>
          <TimingChart exchange={exchange} />
        </Section>
      </div>
      <PhoneByPhone exchange={exchange} />
      <ResponseBody exchange={exchange} />
      {view.partner && <Partner partner={view.partner} />}
      {verdict && (
        <Section title={t('log.checks')} after={counted(t, 'log.checks.count', verdict.checks.length)}>
          <Checks verdict={verdict} />
        </Section>
      )}
    </div>
  );
}
