import { ArrowDown, ArrowUp, CopyPlus, Ellipsis, PenLine, Trash2 } from 'lucide-react';
import type { Rule, RuleTrial } from '../../../../../shared/contract/index.ts';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/dialog.tsx';
import { Switch } from '../../../ui/field.tsx';
import { Bare, type Tone } from '../../../ui/marks.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { matchPhrase, targetText } from '../model/rule-form.ts';
import css from './rule-row.module.css';

type Tried = RuleTrial['tried'][number];
const tones: Readonly<Partial<Record<Tried['outcome'], Tone>>> = { matched: 'accepted', broken: 'rejected' };

interface RuleRowProps {
  readonly rule: Rule;
  /** It is the one in the editor beside this list. */
  readonly isEdited: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** What it said of the text tried; null while nothing is tried. */
  readonly outcome: Tried | null;
  readonly onEdit: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEnable: (enabled: boolean) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

/** One rule of an app: what it compares, where it leads, what it said of the text tried. */
export function RuleRow(props: RuleRowProps) {
  const { rule, outcome } = props;
  const { t, say } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const match = say(matchPhrase(rule.match));
  const name = rule.name || match;
  const tone = outcome && tones[outcome.outcome];
  return (
    <li
      className={css['row']}
      data-outcome={outcome?.outcome}
      data-off={!rule.enabled || undefined}
      data-edited={props.isEdited || undefined}
    >
      <Switch on={rule.enabled} onChange={props.onEnable} label={t('credentials.rules.enable', { name })} />
      <button type="button" className={css['words']} onClick={props.onEdit}>
        <span className={css['name']}>{name}</span>
        <span className={css['line']}>
          {rule.name !== '' && <span>{match}</span>}
          <span>
            →{'\u00a0'}
            {targetText(rule.target)}
          </span>
        </span>
      </button>
      <span className={css['actions']}>
        <IconButton
          icon={<ArrowUp />}
          label={t('credentials.rules.up', { name })}
          small
          disabled={props.isFirst}
          onClick={() => props.onMove(-1)}
        />
        <IconButton
          icon={<ArrowDown />}
          label={t('credentials.rules.down', { name })}
          small
          disabled={props.isLast}
          onClick={() => props.onMove(1)}
        />
        <Menu
          trigger={<IconButton icon={<Ellipsis />} label={t('credentials.rules.more', { name })} small />}
          entries={[
            { id: 'edit', label: t('action.edit'), icon: <PenLine />, onSelect: props.onEdit },
            { id: 'duplicate', label: t('action.duplicate'), icon: <CopyPlus />, onSelect: props.onDuplicate },
            {
              id: 'delete',
              label: t('action.delete'),
              icon: <Trash2 />,
              danger: true,
              onSelect: () => setIsAsking(true),
            },
          ]}
        />
      </span>
      {outcome && (
        <span className={css['outcome']}>
          {tone ? (
            <Bare tone={tone}>{t(`credentials.trial.${outcome.outcome}.short`)}</Bare>
          ) : (
            t(`credentials.trial.${outcome.outcome}.short`)
          )}
          {outcome.detail !== undefined && <code>{outcome.detail}</code>}
        </span>
      )}
      <Confirm
        open={isAsking}
        title={t('credentials.remove.title', { name })}
        about={t('credentials.remove.about.rule')}
        action={t('credentials.remove.rule')}
        onConfirm={props.onRemove}
        onClose={() => setIsAsking(false)}
      />
    </li>
  );
}
