import { CircleX, Globe, Send } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { keysOf } from '../../../shortcuts/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { useRaw, useSendPlan } from '../use-compose.ts';
import { DestinationMenu } from './destination-menu.tsx';
import { useSend } from './use-send.ts';
import { spoken } from '../../../ui/spoken.ts';
import css from './send.module.css';

/** So many local gateways are told one by one; more by their number. Other hosts are always named, each of them. */
const mostHosts = 2;

/** Ends what is under way: a host that does not answer keeps nobody waiting. */
function CancelSend() {
  const { t } = useWords();
  const { compose } = useStores();
  return <IconButton icon={<CircleX />} look="default" label={t('compose.send.cancel')} onClick={compose.cancelSend} />;
}

/** The one button that sends. It always shows the hosts it will talk to. */
export function SendBar() {
  const { t } = useWords();
  const sending = useFrom('compose', (state) => state.sending);
  const canCancel = useFrom('compose', (state) => state.canCancel);
  const wasCancelled = useFrom('compose', (state) => state.wasCancelled);
  const failure = useFrom('compose', (state) => state.sendFailure);
  const known = useFrom('compose', (state) => state.preview !== null || state.mode === 'raw');
  const plan = useSendPlan();
  const raw = useRaw()?.raw ?? null;
  const send = useSend(plan, raw);
  const label = sending ? t('compose.sending') : t(plan.anyway ? 'compose.send.anyway' : 'compose.send');
  const { hosts, outside } = plan.hosts;
  const note = plan.blocked ? `compose.blocked.${plan.blocked}` : plan.anyway ? 'compose.send.anyway.about' : null;
  return (
    <div className={css['bar']}>
      {failure && <FailureNote failure={failure} />}
      {wasCancelled && (
        <p className={css['note']} role="status">
          {t('compose.send.cancelled')}
        </p>
      )}
      {note !== null && known && (
        <p className={css['note']} id="compose-send-note">
          {t(note)}
        </p>
      )}
      <div className={css['buttons']}>
        <button
          type="button"
          className={css['send']}
          data-stacked={outside || plan.anyway || undefined}
          disabled={plan.blocked !== null}
          aria-disabled={sending}
          aria-busy={sending}
          title={hosts.join(' ')}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          aria-describedby={note === null ? undefined : 'compose-send-note'}
          onClick={send}
        >
          <Send aria-hidden />
          <span className={css['sendWords']}>{label}</span>
          {hosts.length > 0 && <span className={spoken}>{t('compose.send.to')}</span>}
          <span className={css['hosts']}>
            {(outside || hosts.length <= mostHosts ? hosts : [t('compose.send.gateways', { n: hosts.length })]).map(
              (host) => (
                <span key={host}>{host} </span>
              ),
            )}
          </span>
          {plan.hosts.tests.length > 0 && (
            <span className={css['hosts']}>
              {t('compose.send.tests', { switches: plan.hosts.tests.join(t('compose.outside.joint')) })}
            </span>
          )}
          {outside && <Globe aria-hidden />}
          <span className={css['keys']} aria-hidden>
            <Kbd>{keysOf('send')}</Kbd>
          </span>
        </button>
        {canCancel ? <CancelSend /> : <DestinationMenu />}
      </div>
    </div>
  );
}
