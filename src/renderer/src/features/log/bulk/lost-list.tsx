import type { Carried } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Banner, ProblemRow } from '../../../ui/notes.tsx';
import { useVendorName } from '../../../ui/use-vendor-name.ts';
import type { Again } from './use-again.ts';
import css from './again.module.css';

/** What a push loses on its way to another vendor, and what that vendor or phone will not like about it. */
export function LostList({ again, isOther }: { readonly again: Again; readonly isOther: boolean }) {
  const { t } = useWords();
  const vendor = useVendorName()(again.vendor);
  const { carried } = again;
  if (!carried) return null;
  const words = ({ field, name, before, after }: Carried['lost'][number]): string => {
    const what = field === 'data' ? name : t(`log.lost.${field}`);
    return after === '' ? t('log.lost.gone', { what, before }) : t('log.lost.other', { what, before, after });
  };
  const serious = carried.problems.filter(({ severity }) => severity !== 'info');
  return (
    <>
      {isOther && (
        <Banner tone={carried.lost.length > 0 ? 'warning' : 'accepted'}>
          {t(carried.lost.length > 0 ? 'log.again.carried.lost' : 'log.again.carried', { vendor })}
          {carried.lost.length > 0 && (
            <ul className={css['lost']} aria-label={t('log.again.lost')}>
              {carried.lost.map((one) => (
                <li key={`${one.field} ${one.name}`}>{words(one)}</li>
              ))}
            </ul>
          )}
        </Banner>
      )}
      {serious.length > 0 && (
        <ul aria-label={t('log.again.problems')}>
          {serious.map((one) => (
            <ProblemRow key={`${one.code} ${one.path}`} problem={one} />
          ))}
        </ul>
      )}
    </>
  );
}
