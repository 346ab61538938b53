import { Pointer } from 'lucide-react';
import type { RuleTrial, Tap } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { clock } from '../../../ui/format.ts';
import { pretty } from '../../../ui/json-places.ts';
import { Sure } from '../../../ui/marks.tsx';
import { EmptyState } from '../../../ui/notes.tsx';
import type { ExchangeView } from '../use-exchange.ts';
import { SourceLine } from './explanation-card.tsx';
import { Facts, Section, type Fact } from './facts.tsx';
import css from './tap-tab.module.css';
import tabCss from './tab.module.css';

const targetOf = ({ target }: RuleTrial): string =>
  target === null ? '' : target.kind === 'screen' ? target.screen : target.url;

/** One touch and everything that followed. */
function TapView({ tap }: { readonly tap: Tap }) {
  const { t, say } = useWords();
  const device = useFrom('workspace', (state) => state.devices.find((one) => one.id === tap.deviceId));
  const rule = tap.rules.tried.find((one) => one.ruleId === tap.rules.matchedRuleId);
  const facts: Fact[] = [
    { id: 'at', label: t('log.fact.at'), value: clock(tap.atMs), mono: true },
    { id: 'device', label: t('log.tap.device'), value: device?.name ?? t('log.arrival.gone') },
    { id: 'state', label: t('log.tap.state'), value: t(`log.tap.state.${tap.appState}`) },
    ...(tap.action === 'default' ? [] : [{ id: 'action', label: t('log.tap.action'), value: tap.action, mono: true }]),
    {
      id: 'opens',
      label: t('log.tap.opens'),
      value: tap.opens.name === '' ? t(`log.tap.opens.${tap.opens.kind}`) : tap.opens.name,
    },
    ...(tap.ext === null ? [] : [{ id: 'ext', label: t('log.card.ext'), value: tap.ext, mono: true, copy: tap.ext }]),
    ...(rule ? [{ id: 'rule', label: t('log.tap.rule'), value: `${rule.name} → ${targetOf(tap.rules)}` }] : []),
    ...(tap.screens.length > 0
      ? [{ id: 'screens', label: t('log.tap.screens'), value: tap.screens.join(' › '), mono: true }]
      : []),
  ];
  return (
    <article
      className={css['tap']}
      aria-label={t('log.tap.spoken', { time: clock(tap.atMs), device: device?.name ?? '' })}
    >
      <p className={tabCss['answer']} data-tone={tap.stoppedBecause ? 'warning' : 'accepted'}>
        <Pointer aria-hidden />
        <span>
          {tap.stoppedBecause
            ? say(tap.stoppedBecause)
            : tap.rules.target === null
              ? t('log.tap.ended')
              : t('log.tap.led', { target: targetOf(tap.rules) })}
        </span>
      </p>
      <Facts facts={facts} />
      <Section title={t('log.tap.steps')}>
        <ol className={css['steps']}>
          {tap.steps.map((step, index) => (
            <li key={step.id} className={css['step']}>
              <span className={css['number']}>{index + 1}</span>
              <span>
                {say(step.phrase)}
                {step.detail && <span className={css['detail']}> {say(step.detail)}</span>}
              </span>
              <Sure certainty={step.certainty} />
            </li>
          ))}
        </ol>
      </Section>
      {tap.callback && (
        <Section title={t('log.tap.callback')} actions={<Sure certainty={tap.callback.certainty} />}>
          <pre className={tabCss['code']}>{tap.callback.name}</pre>
          <p className={tabCss['quiet']}>
            <SourceLine source={tap.callback.source} />
          </p>
        </Section>
      )}
      <Section title={t('log.tap.received')}>
        <pre className={tabCss['code']}>{pretty(tap.received)}</pre>
      </Section>
    </article>
  );
}

/** Every tap on a notification of this push. */
export function TapTab({ view }: { readonly view: ExchangeView }) {
  const { t } = useWords();
  const { ui } = useStores();
  const taps = view.arrivals?.taps ?? [];
  if (taps.length > 0) {
    return (
      <div className={tabCss['tab']}>
        {taps.map((tap) => (
          <TapView key={tap.id} tap={tap} />
        ))}
      </div>
    );
  }
  const waiting = view.arrivals?.notifications.find((one) => one.state === 'shown');
  return (
    <EmptyState
      title={t('log.tap.none')}
      actions={waiting && <Button onClick={() => ui.go('phones', waiting.deviceId)}>{t('log.tap.open')}</Button>}
    >
      {t(waiting ? 'log.tap.none.waiting' : 'log.tap.none.nothing')}
    </EmptyState>
  );
}
