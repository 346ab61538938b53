import { Check, X } from 'lucide-react';
import { memo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Select } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { DecisionRow } from '../use-compose.ts';
import css from './decision.module.css';

/** As many as fit beside the title of a pane; more become a list. */
const mostSegments = 3;

interface SwitchProps {
  readonly rows: readonly DecisionRow[];
  readonly chosen: string;
  readonly onChoose: (deviceId: string) => void;
}

/** Of the rows only the devices and their outcomes are shown here, and those stay with most letters that are typed. */
const isSame = (before: SwitchProps, after: SwitchProps): boolean =>
  before.chosen === after.chosen &&
  before.onChoose === after.onChoose &&
  before.rows.length === after.rows.length &&
  before.rows.every((row, index) => {
    const other = after.rows[index];
    return row.device === other?.device && row.decision.pushed === other.decision.pushed;
  });

/** Which device the decision is about, each with its outcome. */
export const DeviceSwitch = memo(function DeviceSwitch(props: SwitchProps) {
  const { rows, chosen, onChoose } = props;
  const { t } = useWords();
  const label = t('compose.device');
  const outcomeOf = (row: DecisionRow) => t(row.decision.pushed ? 'compose.device.pushed' : 'compose.device.stopped');
  const spoken = (row: DecisionRow) => t('compose.device.spoken', { device: row.device.name, outcome: outcomeOf(row) });
  return (
    <div className={css['switch']}>
      {rows.length > mostSegments ? (
        <Select
          aria-label={label}
          value={chosen}
          choices={rows.map((row) => ({ value: row.deviceId, label: spoken(row) }))}
          onChoose={onChoose}
        />
      ) : (
        <Segmented
          label={label}
          value={chosen}
          segments={rows.map((row) => ({
            value: row.deviceId,
            label: row.device.name,
            spoken: spoken(row),
            icon: row.decision.pushed ? <Check aria-hidden /> : <X aria-hidden />,
          }))}
          onChange={onChoose}
        />
      )}
    </div>
  );
}, isSame);
