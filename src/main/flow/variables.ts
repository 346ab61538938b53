import type { Account, Device, Message, Problem, Variables } from '../../shared/contract/index.ts';
import { fillMessage, hasVariables, type FilledMessage } from '../presets/index.ts';
import type { Parts } from './parts.ts';

/** Where the values of variables come from. */
export type VariableParts = Pick<Parts, 'workspace' | 'now' | 'variables'>;

/**
 * The UUID that `{{uuid}}` stands for: the same in every preview until a message goes out with it, so that what is shown is what is
 * sent.
 */
export class VariableSource {
  readonly #uuid: () => string;
  #next: string;

  constructor(uuid: () => string) {
    this.#uuid = uuid;
    this.#next = uuid();
  }

  get uuid(): string {
    return this.#next;
  }

  /** A message went out: the next one has another UUID. */
  used(): void {
    this.#next = this.#uuid();
  }
}

/** The message as the push to this device has it. The same object when there is nothing to fill in. */
export const fillFor = (
  { workspace, now, variables }: VariableParts,
  message: Message,
  { account, device }: { readonly account: Account; readonly device: Device },
  own?: Variables,
): FilledMessage => {
  if (!hasVariables(message)) return { message, uses: [] };
  const { conversation } = message;
  const sender = workspace.accounts.all().find((one) => one.userId === message.from);
  const nowMs = now();
  const known = {
    token: device.token ?? '',
    device: device.name,
    account: account.userId,
    nickname: account.nickname || account.userId,
    sender: message.from,
    senderNickname: sender?.nickname || message.from,
    group: conversation.kind === 'group' ? conversation.groupId : '',
    now: new Date(nowMs).toISOString(),
    timestamp: String(Math.floor(nowMs / 1000)),
    uuid: variables.uuid,
  };
  return fillMessage(message, known, own);
};

/** One problem for each name that nobody defined, at the first place where it stands. */
export const unknownVariables = (uses: FilledMessage['uses']): Problem[] =>
  uses
    .filter((use) => use.value === null)
    .map(({ name, paths }) => ({
      code: 'message.unknown-variable',
      severity: 'warning',
      path: paths[0] ?? '$',
      phrase: { id: 'preset.variable.unknown', params: { name } },
      fix: { id: 'preset.variable.unknown.fix', params: { braces: '{{{{' } },
      certainty: 'measured',
    }));
