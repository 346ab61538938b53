import type { Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { outcomeWords } from '../../../ui/exchange-words.ts';
import { Bare, outcomeTone } from '../../../ui/marks.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { layOut } from '../detail/body.ts';
import { explained } from '../detail/explained.ts';
import { ExplanationCard } from '../detail/explanation-card.tsx';
import type { OneSend } from './use-one-send.ts';
import css from './again.module.css';

function Answer({ exchange, onShow }: { readonly exchange: Exchange; readonly onShow: () => void }) {
  const words = useWords();
  const { t, has } = words;
  const why = explained(exchange, null, has);
  const text = exchange.response?.body.text ?? '';
  return (
    <>
      <p className={css['outcome']}>
        {exchange.status !== null && <code>{exchange.status}</code>}
        <Bare tone={outcomeTone(exchange.outcome)}>{outcomeWords(exchange, words)}</Bare>
        <Button small look="quiet" onClick={onShow}>
          {t('log.again.show')}
        </Button>
      </p>
      {text.trim() !== '' && <pre className={css['body']}>{layOut(text.trim())}</pre>}
      {why && (
        <ExplanationCard
          explained={why}
          isPartly={exchange.outcome === 'partly-accepted'}
          code={exchange.explanation}
        />
      )}
    </>
  );
}

/** What came back, beside the payload it came back for. */
export function AnswerPanel({ one, onShow }: { readonly one: OneSend; readonly onShow: (id: string) => void }) {
  const { t } = useWords();
  const { exchange } = one;
  return (
    <section className={css['answer']} aria-label={t('log.again.answer')} aria-live="polite">
      <h3 className={css['title']}>{t('log.again.answer')}</h3>
      {one.isBusy && <p className={css['about']}>{t('log.again.waiting')}</p>}
      {one.failure && <FailureNote failure={one.failure} />}
      {exchange && <Answer exchange={exchange} onShow={() => onShow(exchange.id)} />}
      {!exchange && !one.isBusy && !one.failure && <p className={css['about']}>{t('log.again.answer.none')}</p>}
    </section>
  );
}
