import type { ReceiveOption } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Select } from '../../../ui/field.tsx';

const options = [0, 1, 2, 3, 4] as const satisfies readonly ReceiveOption[];

/** What somebody does with the messages of a conversation: the SDK's options 0 to 4 with their meaning. */
export function ReceiveSelect(props: {
  readonly label: string;
  readonly value: ReceiveOption;
  readonly onChoose: (option: ReceiveOption) => void;
}) {
  const { t } = useWords();
  return (
    <Select
      aria-label={props.label}
      value={String(props.value)}
      choices={options.map((option) => ({ value: String(option), label: t(`credentials.receive.${option}`) }))}
      onChoose={(text) => props.onChoose(options.find((option) => String(option) === text) ?? 0)}
    />
  );
}
