import { Globe, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import type { ExchangeView } from '../use-exchange.ts';
import { isWhole, resendInput, resendPlan } from './resend.ts';
import css from './detail-head.module.css';

interface ResendButtonProps {
  readonly view: ExchangeView;
  readonly exchange: Exchange;
  readonly onFailure: (failure: CallFailure | null) => void;
}

/** The same payload and options once more, on the same way, as a new request. The host it will talk to stands on it. */
export function ResendButton({ view, exchange, onFailure }: ResendButtonProps) {
  const { t } = useWords();
  const { client, ui } = useStores();
  const gateway = useFrom('gateways', (state) => state.gateways.find((one) => one.vendor === exchange.vendor));
  const vendor = useFrom('settings', (state) => state.vendors.find((one) => one.id === exchange.vendor));
  const [isBusy, setBusy] = useState(false);
  const plan = resendPlan(exchange, { gateway, vendor, wasLocal: view.captured !== null });
  if (!plan) return null;

  const send = async (): Promise<CallFailure | null> => {
    const { view: again } = await client.exchanges.draft({ id: exchange.id });
    if (!again || !isWhole(again.draft))
      return { code: 'log.resend.unreadable', message: t('log.resend.unreadable'), details: {} };
    const { results } = await client.sends.create(resendInput(exchange, plan, again.draft));
    const result = results[0];
    if (!result?.exchange) return result?.problem ?? null;
    ui.say(t('log.resend.done'));
    ui.choose('log', result.exchange.id);
    return null;
  };
  const press = () => {
    setBusy(true);
    onFailure(null);
    send()
      .catch(asCallFailure)
      .then((failure) => {
        onFailure(failure);
        setBusy(false);
      })
      .catch(() => undefined);
  };
  const words = t('log.resend', { host: plan.host });
  return (
    <Button
      small
      data-shortcut="resend"
      icon={plan.leaves ? <Globe /> : <RotateCw />}
      onClick={press}
      disabled={isBusy}
      aria-label={words}
      title={words}
    >
      {plan.leaves ? (
        words
      ) : (
        <>
          <span className={css['long']}>{words}</span>
          <span className={css['short']}>{t('log.resend.short')}</span>
        </>
      )}
    </Button>
  );
}
