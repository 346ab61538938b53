import { PenLine, Pointer, Send } from 'lucide-react';
import type { Device } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { exampleFor } from '../../../ui/example-payload.ts';
import { Select } from '../../../ui/field.tsx';
import { Chip } from '../../../ui/marks.tsx';
import { Banner, EmptyState, FailureNote } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { graphemes, lineText } from '../fit/text.ts';
import { clockTime } from '../skins/time.ts';
import type { Action } from '../use-action.ts';
import { QuietList } from './quiet-list.tsx';
import { ReasonsOf } from './reasons.tsx';
import { StateStrip } from './state-strip.tsx';
import { TapParts } from './tap-parts.tsx';
import type { Subject } from './subject.ts';
import type { Inspection } from './use-inspection.ts';
import css from './inspector.module.css';

/** Most notifications a person can choose from; older ones are on the phone no more. */
const mostChoices = 20;
const longestName = 32;

/** A text as a short name whose direction leaves the words around it alone. */
const isolated = (text: string): string =>
  `\u2068${graphemes(lineText(text), 'en').slice(0, longestName).join('')}\u2069`;

const useSubjectName = () => {
  const { t, locale } = useWords();
  const exchanges = useStores().exchanges;
  return (subject: Subject): string => {
    if (subject.kind === 'next') {
      const { card, atMs } = subject.notification;
      return `${isolated(card.title || card.body)} · ${clockTime(locale, atMs)}`;
    }
    const exchange = exchanges.getState().items.find((one) => one.id === subject.tap.exchangeId);
    const time = clockTime(locale, subject.tap.atMs);
    const name = exchange?.title || exchange?.body;
    // The log's window may have gone past it long ago.
    return name ? t('phones.tap.last', { name: isolated(name), time }) : t('phones.tap.last.unnamed', { time });
  };
};

function Nothing({ device, action }: { readonly device: Device; readonly action: Action }) {
  const { t } = useWords();
  const { ui, client } = useStores();
  const vendor = useFrom('settings', (state) => state.vendors.find((one) => one.id === device.vendor));
  const apps = useFrom('workspace', (state) => state.apps);
  const payload = vendor ? exampleFor(vendor, device, apps) : '';
  return (
    <EmptyState
      title={t('phones.nothing.title')}
      actions={
        <>
          {payload !== '' && device.token !== null && (
            <Button
              look="primary"
              icon={<Send />}
              onClick={() =>
                action.run(() =>
                  client.sends.create({ kind: 'raw', vendor: device.vendor, payload, deviceId: device.id }),
                )
              }
            >
              {t('phones.nothing.test')}
            </Button>
          )}
          <Button icon={<PenLine />} onClick={() => ui.go('compose')}>
            {t('phones.nothing.compose')}
          </Button>
        </>
      }
    >
      {t('phones.nothing.text', { device: device.name })}
    </EmptyState>
  );
}

/** What a touch on a notification of this phone does, or did: steps, callback, destination, in each app state. */
export function InspectorPane(props: {
  readonly device: Device;
  readonly inspection: Inspection;
  readonly action: Action;
  readonly onTap: () => void;
}) {
  const { device, inspection, action, onTap } = props;
  const { t, say } = useWords();
  const nameOf = useSubjectName();
  const { subject, subjects, shown, next, quiet } = inspection;
  const isReal = subject?.kind === 'tap' && shown?.id === subject.id;
  const lookedAtMs = subject?.kind === 'tap' ? subject.tap.atMs : (subject?.notification.atMs ?? 0);
  // A push that came after what is looked at, and cannot be seen: the reason must not wait at the end of the list.
  const unseen = quiet.find((one) => one.atMs > lookedAtMs);
  // What was tapped was noticed; the reasons are about one that still waits for its reader.
  const read = subject?.kind === 'next' ? subject.notificationId : undefined;
  const failure = action.failure ?? inspection.failure;
  return (
    <Pane
      title={t('phones.tap.title')}
      head={
        subject && (
          <span className={css['subject']}>
            <Select
              aria-label={t('phones.tap.subject')}
              value={subject.id}
              choices={subjects.slice(0, mostChoices).map((one) => ({ value: one.id, label: nameOf(one) }))}
              onChoose={inspection.onSubject}
            />
            {isReal ? (
              <Chip tone="accepted">{t('phones.tap.done')}</Chip>
            ) : (
              <Chip tone="predicted">{t('phones.tap.would')}</Chip>
            )}
          </span>
        )
      }
      actions={
        next && (
          <Button look="primary" small icon={<Pointer />} keys="T" onClick={onTap}>
            {t('phones.tap.do')}
          </Button>
        )
      }
    >
      <div className={css['inspector']}>
        {failure && <FailureNote failure={failure} />}
        {unseen?.quietBecause && (
          <Banner tone="warning">{t('phones.quiet.last', { why: say(unseen.quietBecause) })}</Banner>
        )}
        {subject && <StateStrip inspection={inspection} />}
        {shown && <TapParts tap={shown} isReal={isReal} />}
        {!subject && quiet.length === 0 && <Nothing device={device} action={action} />}
        {read && (
          <section className={css['section']} aria-label={t('phones.reason.title')}>
            <header className={css['head']}>
              <h3>{t('phones.reason.title')}</h3>
            </header>
            <ReasonsOf notificationId={read} device={device} />
          </section>
        )}
        <QuietList quiet={quiet} device={device} />
      </div>
    </Pane>
  );
}
