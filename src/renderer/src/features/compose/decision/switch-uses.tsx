import { Scale } from 'lucide-react';
import type { SwitchUse } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import css from './switch-uses.module.css';

/** The disputed rules whose other reading would have changed this decision, each a way to its readings. */
export function SwitchUses({ uses }: { readonly uses: readonly SwitchUse[] }) {
  const { t, say, has } = useWords();
  const { ui } = useStores();
  // One rule can matter in two places; it is one choice all the same.
  const rules = [...new Map(uses.map((use) => [use.id, use])).values()];
  if (rules.length === 0) return null;
  const placeOf = ({ at }: SwitchUse): string => {
    const gate = `im.gate.${at}.title`;
    return t(has(gate) ? gate : `compose.field.${at}`);
  };
  return (
    <section className={css['uses']} aria-label={t('compose.switches')}>
      <h4 className={css['title']}>
        <Scale aria-hidden />
        {t('compose.switches')}
      </h4>
      <ul className={css['list']}>
        {rules.map((use) => (
          <li key={use.id} className={css['use']}>
            <span className={css['words']}>
              {t(`im.switch.${use.id}.title`)}: <b>{say(use.phrase)}</b>
              <span className={css['place']}>{placeOf(use)}</span>
            </span>
            <Button
              small
              look="quiet"
              aria-label={t('compose.switches.open.spoken', { what: t(`im.switch.${use.id}.title`) })}
              onClick={() => ui.go('credentials', `switches:${use.id}`)}
            >
              {t('compose.switches.open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
