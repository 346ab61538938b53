import { useShortcut } from '../../../shortcuts/index.ts';
import { useStores } from '../../../stores/index.ts';
import { toRawSend, type RawDraft } from '../model/raw-draft.ts';
import type { SendPlan } from '../use-compose.ts';

/** Sends what is written, by the button or ⌘/Ctrl+Enter from anywhere in the place. */
export const useSend = (plan: SendPlan, raw: RawDraft | null): (() => void) => {
  const { compose, presets } = useStores();
  const send = () => {
    const { mode, draft, destination } = compose.getState();
    if (plan.blocked) return;
    const { hosts } = plan.hosts;
    if (mode === 'raw') {
      if (raw) void compose.send(toRawSend(raw, destination), hosts, Date.now());
      return;
    }
    if (!draft) return;
    const { message } = draft;
    const { variables } = presets.getState();
    void compose.send({ kind: 'message', message, variables, destination, anyway: plan.anyway }, hosts, Date.now());
  };
  useShortcut('send', send);
  return send;
};
