import { useWords } from '../../i18n/index.ts';
import { useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { outcomeWords } from '../../ui/exchange-words.ts';
import { duration } from '../../ui/format.ts';
import { outcomeTone, toneIcons } from '../../ui/marks.tsx';
import { FailureNote } from '../../ui/notes.tsx';
import type { TestResult as Result } from './use-test-push.ts';
import css from './test-result.module.css';

/** What came of a test push, with the ways on: into the log, onto the phone. */
export function TestResult({ result }: { readonly result: Result }) {
  const words = useWords();
  const { t, locale } = words;
  const { ui } = useStores();
  if (result.kind === 'failed') return <FailureNote failure={result.failure} />;
  const { exchange, device } = result;
  const tone = outcomeTone(exchange.outcome);
  const Icon = toneIcons[tone];
  const isAccepted = exchange.outcome === 'accepted';
  return (
    <div className={css['result']} data-tone={tone} role="status">
      <Icon aria-hidden />
      <p>
        {isAccepted
          ? t('gateways.test.accepted', { device: device.name, took: duration(exchange.tookMs ?? 0, locale) })
          : t('gateways.test.refused', { outcome: outcomeWords(exchange, words) })}
      </p>
      <Button small onClick={() => ui.go('log', exchange.id)}>
        {t('gateways.test.log')}
      </Button>
      {isAccepted && (
        <Button small onClick={() => ui.go('phones', device.id)}>
          {t('gateways.test.phone')}
        </Button>
      )}
    </div>
  );
}
