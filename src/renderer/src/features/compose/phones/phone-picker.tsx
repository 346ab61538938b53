import { memo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Select } from '../../../ui/field.tsx';
import { VendorMark } from '../../../ui/marks.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { DecisionRow } from '../use-compose.ts';

/** So many stand side by side as marks; more are a list. */
const mostMarks = 10;

interface PickerProps {
  readonly rows: readonly DecisionRow[];
  readonly chosen: string;
  readonly narrow: boolean;
}

/** Only the devices of the rows are shown here, and those stay while somebody types. */
const isSame = (before: PickerProps, after: PickerProps): boolean =>
  before.chosen === after.chosen &&
  before.narrow === after.narrow &&
  before.rows.length === after.rows.length &&
  before.rows.every((row, index) => row.device === after.rows[index]?.device);

/** Which of many phones is drawn and decided about. `narrow`: there is no room for marks. */
export const PhonePicker = memo(function PhonePicker(props: PickerProps) {
  const { rows, chosen, narrow } = props;
  const { t } = useWords();
  const { ui } = useStores();
  const label = t('compose.phones.picker');
  const choose = (deviceId: string) => ui.choose('compose', deviceId);
  if (narrow || rows.length > mostMarks) {
    const choices = rows.map(({ device }) => ({ value: device.id, label: device.name }));
    return <Select aria-label={label} value={chosen} choices={choices} onChoose={choose} />;
  }
  return (
    <Segmented
      label={label}
      value={chosen}
      onChange={choose}
      segments={rows.map(({ device }) => ({
        value: device.id,
        label: device.name,
        icon: <VendorMark vendor={device.vendor} />,
        iconOnly: true,
      }))}
    />
  );
}, isSame);
