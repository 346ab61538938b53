import { Globe, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { Cause, CauseAction, Exchange } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { fixInput, fixPlan } from './fix.ts';
import { isWhole, resendPlan } from './resend.ts';

interface FixButtonProps {
  readonly exchange: Exchange;
  readonly wasLocal: boolean;
  readonly fix: NonNullable<Cause['fix']>;
  readonly action: CauseAction;
}

/** Mends one cause. The host it talks to stands on it when it sends. */
export function FixButton({ exchange, wasLocal, fix, action }: FixButtonProps) {
  const { t, say } = useWords();
  const { client, gateways, ui } = useStores();
  const gateway = useFrom('gateways', (state) => state.gateways.find((one) => one.vendor === exchange.vendor));
  const vendor = useFrom('settings', (state) => state.vendors.find((one) => one.id === exchange.vendor));
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const plan =
    action.kind === 'resend' ? fixPlan(action, resendPlan(exchange, { gateway, vendor, wasLocal }), vendor) : null;
  // It cannot be sent from here: what to do is still said.
  if (action.kind === 'resend' && !plan) return <span>{say(fix.phrase)}</span>;

  const act = async (): Promise<CallFailure | null> => {
    switch (action.kind) {
      case 'credential':
        ui.go('credentials', `credential:${action.id}`);
        return null;
      case 'gateway-environment':
        gateways.changed(await client.gateways.update({ vendor: exchange.vendor, environment: action.environment }));
        ui.say(t('log.fix.done'));
        return null;
      case 'clear-faults':
        gateways.changed(await client.gateways.clearFaults({ vendor: exchange.vendor }));
        ui.say(t('log.fix.done'));
        return null;
      case 'resend': {
        const { view } = await client.exchanges.draft({ id: exchange.id });
        const draft = view && { ...view.draft, payload: action.payload ?? view.draft.payload };
        if (!draft || !plan || !isWhole(draft))
          return { code: 'log.resend.unreadable', message: t('log.resend.unreadable'), details: {} };
        const { results } = await client.sends.create(fixInput(exchange, action, plan, draft));
        const [result] = results;
        if (!result?.exchange) return result?.problem ?? null;
        ui.say(t('log.resend.done'));
        ui.choose('log', result.exchange.id);
        return null;
      }
      default:
        return action satisfies never;
    }
  };
  const press = () => {
    setBusy(true);
    act()
      .catch(asCallFailure)
      .then((problem) => {
        setFailure(problem);
        setBusy(false);
      })
      .catch(() => undefined);
  };
  const words = say(fix.phrase);
  return (
    <>
      <Button small icon={plan?.leaves ? <Globe /> : <Wrench />} disabled={isBusy} onClick={press}>
        {plan ? t('log.fix.to', { fix: words, host: plan.host }) : words}
      </Button>
      {failure && <FailureNote failure={failure} />}
    </>
  );
}
