import { BellOff, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card, Notification } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { clock } from '../../../ui/format.ts';
import { ArrivalsFold } from '../../../ui/arrivals-fold.tsx';
import { Bare, Sure } from '../../../ui/marks.tsx';
import { EmptyState, FailureNote, ProblemRow } from '../../../ui/notes.tsx';
import { useAnswer, type ExchangeView } from '../use-exchange.ts';
import { cardFacts } from './card-facts.ts';
import { Facts, Section } from './facts.tsx';
import { PreviewPhone } from './preview-phone.tsx';
import beside from './preview-phone.module.css';
import css from './tab.module.css';

/** The card of a push: in words, and on a phone beside them. */
function CardView({ card, phone }: { readonly card: Card; readonly phone: ReactNode }) {
  const { t, say } = useWords();
  return (
    <>
      <p className={css['answer']} data-tone={card.visible ? undefined : 'warning'}>
        {card.visible ? <Smartphone aria-hidden /> : <BellOff aria-hidden />}
        <span>{card.visible || !card.hiddenBecause ? t('log.preview.visible') : say(card.hiddenBecause)}</span>
      </p>
      <div className={card.visible ? beside['beside'] : undefined}>
        <div className={beside['words']}>
          <Section title={t('log.card')} after={t('log.card.about')}>
            <Facts facts={cardFacts(card, t)} />
          </Section>
          {card.notes.length > 0 && (
            <ul aria-label={t('log.card.notes')}>
              {card.notes.map((note) => (
                <li key={note.phrase.id} className={css['note']}>
                  <div>{say(note.phrase)}</div>
                  <Sure certainty={note.certainty} />
                </li>
              ))}
            </ul>
          )}
        </div>
        {card.visible && phone}
      </div>
    </>
  );
}

/** Phones of what somebody shared have their name in their id. */
const sharedName = (deviceId: string): string | null => /^shared:(.+)$/s.exec(deviceId)?.[1] ?? null;

/** One phone it reached, and what that phone did with it. */
function ArrivalRow({ notification }: { readonly notification: Notification }) {
  const { t, say } = useWords();
  const { ui } = useStores();
  const device = useFrom('workspace', (state) => state.devices.find((one) => one.id === notification.deviceId));
  const isShown = notification.quietBecause === null && notification.card.visible;
  return (
    <li className={css['note']}>
      <div>
        <Bare tone={isShown ? 'accepted' : 'warning'}>
          {t(isShown ? 'log.arrival.shown' : 'log.arrival.quiet', {
            device: device?.name ?? sharedName(notification.deviceId) ?? t('log.arrival.gone'),
            time: clock(notification.atMs),
          })}
        </Bare>
        {notification.quietBecause && <p>{say(notification.quietBecause)}</p>}
        {isShown && notification.state === 'gone' && <p>{t('log.arrival.left')}</p>}
      </div>
      {device && (
        <Button small look="quiet" onClick={() => ui.go('phones', device.id)}>
          {t('log.arrival.open')}
        </Button>
      )}
    </li>
  );
}

/** What a phone shows of this push, and which of our phones it reached. */
export function PreviewTab({ view, id }: { readonly view: ExchangeView; readonly id: string }) {
  const { t } = useWords();
  const { client } = useStores();
  const { value, failure } = useAnswer(id, () => client.exchanges.draft({ id }));
  if (failure) return <FailureNote failure={failure} />;
  if (!value) return null;
  const card = value.view?.card;
  if (!value.view || !card) {
    const why = view.exchange?.kind === 'auth' ? 'auth' : view.exchange?.request.body.cut ? 'cut' : 'unreadable';
    return <EmptyState title={t('log.preview.none')}>{t(`log.preview.none.${why}`)}</EmptyState>;
  }
  const notifications = view.arrivals?.notifications ?? [];
  const { vendor, draft } = value.view;
  const deviceId = notifications[0]?.deviceId ?? view.exchange?.targets[0]?.deviceId ?? null;
  return (
    <div className={css['tab']}>
      <CardView
        card={card}
        phone={
          <PreviewPhone
            card={card}
            vendor={vendor}
            deviceId={deviceId}
            notifications={notifications}
            atMs={view.exchange?.atMs ?? 0}
          />
        }
      />
      {notifications.length > 0 && (
        <Section title={t('log.arrivals')}>
          <ul>
            {notifications.map((notification) => (
              <ArrivalRow key={notification.id} notification={notification} />
            ))}
          </ul>
        </Section>
      )}
      <ArrivalsFold
        key={id}
        subject={id}
        ask={async () => (await client.compose.arrivals({ vendor, draft, deviceId })).arrivals}
        startsIn={notifications[0]?.inForeground ? 'foreground' : 'background'}
      />
      {value.view.problems.length > 0 && (
        <Section title={t('log.problems')} after={String(value.view.problems.length)}>
          <ul>
            {value.view.problems.map((problem) => (
              <ProblemRow key={`${problem.code} ${problem.path}`} problem={problem} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
