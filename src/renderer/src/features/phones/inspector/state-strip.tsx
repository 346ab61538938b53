import { Layers, Maximize, Power, type LucideIcon } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import type { AppState } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Bare } from '../../../ui/marks.tsx';
import type { Inspection } from './use-inspection.ts';
import { resultOf, resultTone } from './result.ts';
import { useNames, useResultWords } from './result-words.ts';
import { appStates } from './subject.ts';
import css from './inspector.module.css';

const stateIcons: Readonly<Record<AppState, LucideIcon>> = { foreground: Maximize, background: Layers, killed: Power };

/** Where this very notification leads in each state of the app; the one looked at is chosen. */
export function StateStrip({ inspection }: { readonly inspection: Inspection }) {
  const { t } = useWords();
  const names = useNames();
  const wordsOf = useResultWords();
  const { state, onState, inState, subject } = inspection;
  const realState = subject?.kind === 'tap' ? subject.tap.appState : null;
  return (
    <RadioGroup.Root
      className={css['strip']}
      aria-label={t('phones.strip')}
      orientation="horizontal"
      value={state}
      onValueChange={(next) => {
        const found = appStates.find((one) => one === next);
        if (found) onState(found);
      }}
    >
      {appStates.map((one) => {
        const tap = inState(one);
        const result = tap && resultOf(tap, names);
        const Icon = stateIcons[one];
        const said = result ? wordsOf(result) : t('phones.strip.asking');
        const callback = tap?.callback?.name ?? t('phones.callback.none');
        return (
          <RadioGroup.Item key={one} value={one} className={css['cell']}>
            <span className={css['cellHead']}>
              <Icon aria-hidden />
              {t(`phones.state.${one}`)}
              {one === realState && <em>{t('phones.strip.happened')}</em>}
            </span>
            {result ? <Bare tone={resultTone(result)}>{said}</Bare> : <span className={css['dim']}>{said}</span>}
            <code className={css['cellCode']} title={callback}>
              {tap ? callback : ''}
            </code>
          </RadioGroup.Item>
        );
      })}
    </RadioGroup.Root>
  );
}
