import { Layers, Maximize, Power, type LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import type { AppState, ArrivalView, Receipt } from '../../../shared/contract/index.ts';
import { useWords } from '../i18n/index.ts';
import css from './arrivals-view.module.css';
import { CopyButton } from './copy.tsx';
import { Bare, Chip, Sure } from './marks.tsx';
import { pretty } from './json-places.ts';
import { Segmented } from './segmented.tsx';

const stateIcons: Readonly<Record<AppState, LucideIcon>> = { foreground: Maximize, background: Layers, killed: Power };
const languages = { swift: 'Swift', kotlin: 'Kotlin', arkts: 'ArkTS' } as const;

/** One piece of the app's code: its name, what it is for, and every value it is handed. */
function ReceiptView({ receipt }: { readonly receipt: Receipt }) {
  const { t, say } = useWords();
  const { callback, values } = receipt;
  const { source } = callback;
  const name = useId();
  return (
    <section className={css['receipt']} aria-labelledby={name}>
      <header className={css['head']}>
        <code id={name}>{callback.name}</code>
        <CopyButton text={callback.name} label={t('arrivals.copyName')} />
        <Chip>{languages[callback.language]}</Chip>
        <Sure certainty={callback.certainty} />
      </header>
      <p>{say(receipt.phrase)}</p>
      <p className={css['source']}>
        {source.url === undefined ? (
          source.title
        ) : (
          <a href={source.url} target="_blank" rel="noreferrer">
            {source.title}
          </a>
        )}
        <CopyButton text={pretty(receipt.received)} label={t('arrivals.copyObject')} words={t('arrivals.copyObject')} />
      </p>
      <table className={css['values']}>
        <thead>
          <tr>
            <th scope="col">{t('arrivals.path')}</th>
            <th scope="col">{t('arrivals.type')}</th>
            <th scope="col">{t('arrivals.value')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ path, type, value }) => (
            <tr key={path}>
              <th scope="row" title={path}>
                {path}
              </th>
              <td>{type}</td>
              <td title={value}>
                <span>{value}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What a push does when it arrives, in each state of the app: what is drawn, step by step, and which code gets what. */
export function ArrivalsView({
  arrivals,
  startsIn,
}: {
  readonly arrivals: readonly ArrivalView[];
  readonly startsIn: AppState;
}) {
  const { t, say } = useWords();
  const [state, setState] = useState(startsIn);
  const arrival = arrivals.find((one) => one.appState === state);
  return (
    <div className={css['arrivals']}>
      <Segmented
        wide
        label={t('arrivals.state')}
        value={state}
        onChange={setState}
        segments={arrivals.map(({ appState }) => {
          const Icon = stateIcons[appState];
          return { value: appState, label: t(`arrivals.state.${appState}`), icon: <Icon aria-hidden /> };
        })}
      />
      {arrival && (
        <>
          <p className={css['answer']}>
            <Bare tone={arrival.drawn ? 'accepted' : 'warning'}>
              {t(arrival.drawn ? 'arrivals.drawn' : 'arrivals.notDrawn')}
            </Bare>
            {arrival.because && <span>{say(arrival.because)}</span>}
          </p>
          <ol className={css['steps']} aria-label={t('arrivals.steps')}>
            {arrival.steps.map((step) => (
              <li key={step.id}>
                <span>
                  {say(step.phrase)}
                  {step.detail && <span className={css['detail']}> {say(step.detail)}</span>}
                </span>
                <Sure certainty={step.certainty} />
              </li>
            ))}
          </ol>
          {arrival.receipts.length === 0 && (
            <p className={css['detail']}>{t(arrival.drawn ? 'arrivals.noCode' : 'arrivals.noCode.notDrawn')}</p>
          )}
          {arrival.receipts.map((receipt) => (
            <ReceiptView key={receipt.id} receipt={receipt} />
          ))}
        </>
      )}
    </div>
  );
}
