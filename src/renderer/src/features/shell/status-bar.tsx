import { CalendarClock, Database, Globe, LockKeyhole } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { counted } from '../../ui/counted.ts';
import { keysOf } from '../../shortcuts/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { byteCount } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useNow } from '../../ui/use-now.ts';
import { expiryNote, type ExpiryNote } from './expiry.ts';
import css from './status-bar.module.css';

const healthEveryMs = 3000;
/** A burst of exchanges asks once. */
const healthAfterMs = 200;
const minuteMs = 60_000;

/** What is true right now: gateways, size of the log, what left the machine, how secrets are kept. */
export function StatusBar() {
  const { t, locale } = useWords();
  const { settings, ui } = useStores();
  const gateways = useFrom('gateways', (state) => state.gateways);
  const health = useFrom('settings', (state) => state.health);
  const retention = useFrom('settings', (state) => state.settings.retention);
  const newest = useFrom('exchanges', (state) => state.items[0]?.id);
  const listening = gateways.filter((gateway) => gateway.state === 'listening').length;

  useEffect(() => {
    const load = () => void settings.loadHealth().catch(() => undefined);
    load();
    const timer = setInterval(load, healthEveryMs);
    return () => clearInterval(timer);
  }, [settings]);

  useEffect(() => {
    if (newest === undefined) return undefined;
    const timer = setTimeout(() => void settings.loadHealth().catch(() => undefined), healthAfterMs);
    return () => clearTimeout(timer);
  }, [settings, newest]);

  const count = (n: number) => n.toLocaleString(locale);
  const megabytes = (bytes: number) => count(Math.round(bytes / 1e6));
  return (
    <footer className={css['bar']} aria-label={t('shell.status')}>
      <Item words={counted(t, 'shell.gateways', listening)}>
        <i className={css['dot']} data-ok={listening === gateways.length || undefined} aria-hidden />
      </Item>
      {health && (
        <>
          <Item
            about={t('shell.log.about', { size: byteCount(health.databaseBytes, locale) })}
            words={
              (retention.maxExchanges === null
                ? t(health.exchanges === 1 ? 'shell.exchanges.one' : 'shell.exchanges', { n: count(health.exchanges) })
                : t('shell.exchanges.of', { n: count(health.exchanges), most: count(retention.maxExchanges) })) +
              (retention.maxBytes === null
                ? ''
                : ` · ${t('shell.log.size', { n: megabytes(health.databaseBytes), most: megabytes(retention.maxBytes) })}`)
            }
          >
            <Database aria-hidden />
          </Item>
          <Item words={t('shell.sentToday', { n: count(health.sentToVendorsToday) })}>
            <Globe aria-hidden />
          </Item>
          <Item about={t(`shell.secrets.${health.sealer}`)} words={t(`shell.sealed.${health.sealer}`)}>
            <LockKeyhole aria-hidden />
          </Item>
        </>
      )}
      <Expiry />
      <button type="button" className={css['keys']} onClick={() => ui.showKeys(true)}>
        <Kbd>{keysOf('help')}</Kbd> {t('keys.title')}
      </button>
    </footer>
  );
}

/** One fact; what has no room is in its title. */
function Item({
  words,
  about,
  children,
}: {
  readonly words: string;
  readonly about?: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={css['item']} title={about === undefined ? words : `${words}\n${about}`}>
      {children}
      <span className={css['words']}>{words}</span>
    </span>
  );
}

const variantOf = (state: ExpiryNote['state'], days: number): string => {
  if (state !== 'week' || days > 1) return state;
  return days === 1 ? 'week.one' : 'day';
};

/** The certificate that ends next, from 30 days before; a click leads to it. */
function Expiry() {
  const { t } = useWords();
  const { ui } = useStores();
  const credentials = useFrom('credentials', (state) => state.credentials);
  const note = expiryNote(credentials, useNow(minuteMs));
  if (!note) return null;
  const { name, days, others, state } = note;
  const words = t(`shell.expiry.${variantOf(state, days)}`, { name, days });
  return (
    <button
      type="button"
      className={css['expiry']}
      title={words}
      data-tone={state === 'month' ? 'warning' : 'rejected'}
      onClick={() => ui.go('credentials', `credential:${note.credentialId}`)}
    >
      <CalendarClock aria-hidden />
      <span className={css['expiryWords']}>{words}</span>
      {others > 0 && <span>{t('shell.expiry.others', { n: others })}</span>}
    </button>
  );
}
