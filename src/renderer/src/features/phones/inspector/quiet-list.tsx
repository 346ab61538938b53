import { BellOff, List } from 'lucide-react';
import type { Device, Notification } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { ArrivalsFold } from '../../../ui/arrivals-fold.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { lineText } from '../fit/text.ts';
import { clockTime } from '../skins/time.ts';
import { ReasonsFold } from './reasons-fold.tsx';
import css from './inspector.module.css';

/** More rows than this say nothing new. */
const mostRows = 20;

/** «Not shown»: pushes that were accepted for the phone and are not drawn, or not there yet, each with its reason. */
export function QuietList({ quiet, device }: { readonly quiet: readonly Notification[]; readonly device: Device }) {
  const { t, say, locale } = useWords();
  const { ui, client } = useStores();
  if (quiet.length === 0) return null;
  return (
    <section className={css['section']} aria-label={t('phones.quiet.title')}>
      <header className={css['head']}>
        <h3>{t('phones.quiet.title')}</h3>
        <span className={css['dim']}>{quiet.length}</span>
      </header>
      <ul className={css['quiet']}>
        {quiet.slice(0, mostRows).map(({ id, card, atMs, exchangeId, quietBecause, inForeground }) => (
          <li key={id}>
            <BellOff aria-hidden />
            <div className={css['words']}>
              <p className={css['said']}>{lineText(card.title || card.body) || t('phones.quiet.noText')}</p>
              {quietBecause && <p className={css['detail']}>{say(quietBecause)}</p>}
              <ReasonsFold notificationId={id} device={device} />
              <ArrivalsFold
                subject={id}
                ask={() => client.phones.arrivalPreview({ id })}
                startsIn={inForeground ? 'foreground' : 'background'}
              />
            </div>
            <time dateTime={new Date(atMs).toISOString()}>{clockTime(locale, atMs)}</time>
            <IconButton icon={<List />} label={t('phones.quiet.log')} small onClick={() => ui.go('log', exchangeId)} />
          </li>
        ))}
      </ul>
      {quiet.length > mostRows && (
        <p className={css['dim']}>{t('phones.quiet.more', { n: quiet.length - mostRows })}</p>
      )}
    </section>
  );
}
