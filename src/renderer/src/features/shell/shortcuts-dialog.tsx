import { useWords } from '../../i18n/index.ts';
import { shortcutGroups } from '../../shortcuts/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import css from './shortcuts-dialog.module.css';

/** Every shortcut by where it works, out of the table that binds them. */
export function ShortcutsDialog() {
  const { t } = useWords();
  const { ui } = useStores();
  const open = useFrom('ui', (state) => state.keysOpen);
  return (
    <Dialog open={open} onClose={() => ui.showKeys(false)} title={t('keys.title')} about={t('keys.about')} wide>
      <div className={css['groups']}>
        {shortcutGroups().map(({ where, rows }) => {
          const heading =
            where === 'lists'
              ? t('keys.lists')
              : where === 'everywhere'
                ? t('keys.where.everywhere')
                : t(`place.${where}`);
          return (
            <section key={where} aria-label={heading}>
              <h3 className={css['heading']}>{heading}</h3>
              <dl className={css['rows']}>
                {rows.map(({ id, keys }) => (
                  <div key={id} className={css['row']}>
                    <dt>{t(`keys.${id}`)}</dt>
                    <dd>
                      {keys.map((one) => (
                        <Kbd key={one}>{one}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
