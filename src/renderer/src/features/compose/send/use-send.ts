import { useEffect, useEffectEvent } from 'react';
import { useStores } from '../../../stores/index.ts';
import { commandHeld } from '../../../ui/kbd.tsx';
import { toRawSend, type RawDraft } from '../model/raw-draft.ts';
import type { SendPlan } from '../use-compose.ts';

const isDialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

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
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !commandHeld(event) || event.isComposing || isDialogOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    send();
  });
  useEffect(() => {
    const stop = new AbortController();
    // In the capture phase: an editor has its own use for this key.
    window.addEventListener('keydown', (event) => onKey(event), { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
  return send;
};
