import { Scale } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { switchesKey } from '../model/chosen.ts';
import { isChanged } from '../model/switch-groups.ts';
import css from './switches-link.module.css';

/** The way to the disputed rules, under the list of entries: how many there are, and how many are not read as by default. */
export function SwitchesLink({ isHere }: { readonly isHere: boolean }) {
  const { t } = useWords();
  const { ui } = useStores();
  const switches = useFrom('switches', (state) => state.switches);
  const changed = switches.filter(isChanged).length;
  return (
    <button
      type="button"
      className={css['link']}
      aria-current={isHere || undefined}
      onClick={() => ui.choose('credentials', switchesKey())}
    >
      <Scale aria-hidden />
      <span className={css['name']}>{t('credentials.switches')}</span>
      <span className={css['count']}>
        {changed > 0
          ? t('credentials.switches.count.changed', { n: switches.length, changed })
          : t('credentials.switches.count', { n: switches.length })}
      </span>
    </button>
  );
}
