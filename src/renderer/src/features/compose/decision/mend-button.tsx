import type { Account, Device, GateResult } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { mendsOf, type Mend } from '../model/mend.ts';

/** The buttons that mend what a gate objects to, one for each way; nothing where one press cannot. */
export function MendButtons(props: {
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
  const apps = useFrom('workspace', (state) => state.apps);
  if (!draft) return null;
  const sampleText = t('compose.mend.sampleText');
  const context = { draft, device, account, accounts, groups, apps, sampleText };
  return mendsOf(gate, context).map((mend) => (
    <Button key={mend.label.id} small onClick={() => onMend(mend)}>
      {say(mend.label)}
    </Button>
  ));
}
