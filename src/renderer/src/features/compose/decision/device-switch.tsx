import { Check, X } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { Select } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { DecisionRow } from '../use-compose.ts';
import css from './decision.module.css';

/** As many as fit beside the title of a pane; more become a list. */
const mostSegments = 3;

/** Which device the decision is about, each with its outcome. */
export function DeviceSwitch(props: {
  readonly rows: readonly DecisionRow[];
  readonly chosen: string;
  readonly onChoose: (deviceId: string) => void;
}) {
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
}
