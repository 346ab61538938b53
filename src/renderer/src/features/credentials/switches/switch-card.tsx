import { RadioGroup } from 'radix-ui';
import { useEffect, useId, useRef } from 'react';
import type { CallFailure } from '../../../client/errors.ts';
import type { ImSwitch, Source } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Chip, Sure } from '../../../ui/marks.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { effectOf, isChanged } from '../model/switch-groups.ts';
import { RadioDot } from '../../../ui/radio-dot.tsx';
import css from './switches.module.css';

/** One rule: what is open, what each reading is and which pages say it, and what a reading can change. */
export function SwitchCard(props: {
  readonly rule: ImSwitch;
  /** Somebody came here for this one. */
  readonly isAsked: boolean;
  readonly failure: CallFailure | null;
  readonly onChoose: (reading: string | null) => void;
}) {
  const { rule, isAsked, failure, onChoose } = props;
  const { t, has } = useWords();
  const titleId = useId();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isAsked) return;
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.querySelector<HTMLElement>('[role=radio][data-state=checked]')?.focus({ preventScroll: true });
  }, [isAsked]);
  const changed = isChanged(rule);
  const effect = effectOf(rule, has);
  return (
    <li ref={card} className={css['card']} data-asked={isAsked || undefined} aria-labelledby={titleId}>
      <header className={css['head']}>
        <div className={css['words']}>
          <h4 id={titleId} className={css['name']}>
            {t(`im.switch.${rule.id}.title`)}
          </h4>
          <p className={css['effect']}>{t(effect.id, effect.what === undefined ? {} : { what: t(effect.what) })}</p>
        </div>
        {changed && <Chip tone="warning">{t('credentials.switch.changed')}</Chip>}
        {changed && (
          <Button
            small
            aria-label={t('credentials.switch.reset.spoken', { what: t(`im.switch.${rule.id}.title`) })}
            onClick={() => onChoose(null)}
          >
            {t('credentials.switch.reset')}
          </Button>
        )}
      </header>
      {failure && <FailureNote failure={failure} />}
      <Readings rule={rule} titleId={titleId} onChoose={onChoose} />
      {rule.about.length > 0 && (
        <p className={css['effect']}>
          {t('credentials.switch.related')} <Pages sources={rule.about} />
        </p>
      )}
    </li>
  );
}

function Readings(props: {
  readonly rule: ImSwitch;
  readonly titleId: string;
  readonly onChoose: (reading: string) => void;
}) {
  const { rule, titleId, onChoose } = props;
  const { t } = useWords();
  return (
    <RadioGroup.Root
      className={css['readings']}
      aria-labelledby={titleId}
      value={rule.reading}
      onValueChange={onChoose}
    >
      {rule.readings.map((reading, index) => {
        const words = t(`im.switch.${rule.id}.${reading.value}`);
        return (
          <div key={reading.value} className={css['reading']} data-chosen={reading.value === rule.reading || undefined}>
            <RadioGroup.Item
              value={reading.value}
              className={css['choice']}
              aria-label={index === 0 ? t('credentials.switch.default.spoken', { reading: words }) : words}
            >
              <RadioDot />
              <span className={css['readingName']}>{words}</span>
              {index === 0 && <span className={css['default']}>{t('credentials.switch.default')}</span>}
            </RadioGroup.Item>
            <div className={css['said']}>
              <span>
                {reading.sources.length > 0 ? <Pages sources={reading.sources} /> : t('credentials.switch.noPage')}
              </span>
              <Sure certainty={reading.certainty} />
            </div>
          </div>
        );
      })}
    </RadioGroup.Root>
  );
}

/** Pages as links, each in words of its own. */
function Pages({ sources }: { readonly sources: readonly Source[] }) {
  return sources.map(({ title, url }) => (
    <span key={title} className={css['pageName']}>
      {url === undefined ? (
        title
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {title}
        </a>
      )}
    </span>
  ));
}
