import { Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Fault, Gateway } from '../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useStores } from '../../stores/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/notes.tsx';
import { CodeLink } from '../codes/index.ts';
import { FaultSetup } from './fault-setup.tsx';
import css from './faults.module.css';
import pane from './gateway-pane.module.css';

/** What a fault does, in one line. */
const useFaultWords = (): ((fault: Fault) => string) => {
  const { t } = useWords();
  return ({ action, remaining, token, delayMs, percent, after }) => {
    const what = t(`gateways.fault.does.${action.kind}`, { ...action });
    const which =
      remaining === null ? t('gateways.fault.until-cleared') : t('gateways.fault.remaining', { count: remaining });
    return [
      what,
      which,
      ...(percent === 100 ? [] : [t('gateways.fault.chance', { percent })]),
      ...(after === 0 ? [] : [t('gateways.fault.passing', { count: after })]),
      ...(token === '' ? [] : [t('gateways.fault.only-token', { token })]),
      ...(delayMs === 0 ? [] : [t('gateways.fault.late', { delay: delayMs })]),
    ].join(t('gateways.fault.joint'));
  };
};

/** Faults in force, and how to set a further one. They are meant to be seen: a forgotten one looks like a bug of the backend's. */
export function Faults({ gateway }: { readonly gateway: Gateway }) {
  const { t } = useWords();
  const { client, gateways } = useStores();
  const words = useFaultWords();
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const { vendor, faults } = gateway;
  const run = (call: Promise<Gateway>): Promise<boolean> =>
    call.then(
      (changed) => {
        setFailure(null);
        gateways.changed(changed);
        return true;
      },
      (error: unknown) => {
        setFailure(asCallFailure(error));
        return false;
      },
    );
  return (
    <section className={pane['section']} aria-label={t('gateways.faults')}>
      <h3 className={pane['title']}>{t('gateways.faults')}</h3>
      <p className={pane['text']}>{t('gateways.faults.about')}</p>
      {failure && <FailureNote failure={failure} />}
      {faults.length > 0 && (
        <>
          <ul className={css['list']} aria-label={t('gateways.faults.active')}>
            {faults.map((fault) => (
              <li key={fault.id}>
                <TriangleAlert aria-hidden />
                <span className={css['words']}>{words(fault)}</span>
                {fault.action.kind === 'answer' && (
                  <CodeLink vendor={vendor} code={fault.action.code}>
                    {t('codes.what')}
                  </CodeLink>
                )}
                <span className={css['hits']}>{t('gateways.fault.hits', { count: fault.hits })}</span>
                <IconButton
                  small
                  icon={<Trash2 />}
                  label={t('gateways.fault.clear', { fault: words(fault) })}
                  onClick={() => void run(client.gateways.clearFaults({ vendor, id: fault.id }))}
                />
              </li>
            ))}
          </ul>
          <div>
            <Button small onClick={() => void run(client.gateways.clearFaults({ vendor }))}>
              {t('gateways.faults.clear')}
            </Button>
          </div>
        </>
      )}
      <FaultSetup
        vendor={vendor}
        offers={gateway.offers}
        onAdd={(fault) => run(client.gateways.addFault({ vendor, ...fault }))}
      />
    </section>
  );
}
