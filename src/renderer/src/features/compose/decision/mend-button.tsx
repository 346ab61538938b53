import type { Account, Device, GateResult } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { mendOf, type Mend } from '../model/mend.ts';

/** The button that mends what a gate objects to; nothing where one press cannot. */
export function MendButton(props: {
  readonly gate: GateResult;
  readonly device: Device;
  readonly account: Account;
  readonly onMend: (mend: Mend) => void;
}) {
  const { gate, device, account, onMend } = props;
  const { t, say } = useWords();
  const draft = useFrom('compose', (state) => state.draft);
  const accounts = useFrom('workspace', (state) => state.accounts);
  const groups = useFrom('workspace', (state) => state.groups);
  if (!draft) return null;
  const sampleText = t('compose.mend.sampleText');
  const mend = mendOf(gate, { draft, device, account, accounts, groups, sampleText });
  return (
    mend && (
      <Button small onClick={() => onMend(mend)}>
        {say(mend.label)}
      </Button>
    )
  );
}
