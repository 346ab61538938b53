import type {
  Decision,
  Destination,
  Draft,
  Message,
  SendInput,
  SendReport,
  SendResult,
  VendorId,
} from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { credentialFor } from './choose-credential.ts';
import { draftFor, originOf } from './destination.ts';
import type { Dispatcher } from './dispatch.ts';
import type { Parts } from './parts.ts';
import { decideFor, recipients, targetOf } from './preview.ts';
import { inTurn } from './in-turn.ts';
import { keepImportedHere } from './hand-over/imported.ts';
import { rawTarget, type RawTarget } from './raw-target.ts';
import { retarget, tokensInside } from './retarget.ts';
import type { Recipient } from '../im/index.ts';
import type { RecentMessages } from './recent-messages.ts';
import { fillFor } from './variables.ts';

type MessageSend = Extract<SendInput, { kind: 'message' }>;
type RawSend = Extract<SendInput, { kind: 'raw' }>;

/** One push of a message. */
interface OneSend {
  readonly recipient: Recipient;
  readonly decision: Decision;
  readonly message: Message;
  readonly destination: Destination;
  readonly anyway: boolean;
  readonly messageId: string;
  readonly signal: AbortSignal | undefined;
}

/** Pushes of one call that are under way or being written down at a time; the connections take what they can of them. */
const sendsAtOnce = 256;

/** Composer and scripts send through here. */
export class Sends {
  readonly #parts: Parts;
  readonly #dispatcher: Dispatcher;
  /** What was sent in the last minutes, for the rule against repeats. */
  readonly recent: RecentMessages;

  constructor(parts: Parts, dispatcher: Dispatcher, recent: RecentMessages) {
    this.#parts = parts;
    this.#dispatcher = dispatcher;
    this.recent = recent;
  }

  /**
   * Waits for every answer. AppError only when nothing at all could be tried. Where `signal` ends it, what is under way fails as cancelled
   * and what has not begun is not tried.
   */
  async send(input: SendInput, signal?: AbortSignal): Promise<SendReport> {
    return input.kind === 'message' ? this.#sendMessage(input, signal) : this.#sendRaw(input, signal);
  }

  async #sendMessage(
    { message, variables, destination, anyway, deviceIds }: MessageSend,
    signal: AbortSignal | undefined,
  ): Promise<SendReport> {
    const composedAtMs = this.#parts.now();
    const messageId = message.id ?? this.#parts.newId('message');
    const chosen = recipients(this.#parts, message).filter(({ device }) => !deviceIds || deviceIds.includes(device.id));
    if (chosen.length === 0) throw new AppError('compose.no-recipient-devices');
    const before = this.recent.all();
    this.recent.add(message);
    const results = await Promise.all(
      chosen.map((recipient) => {
        const filled = fillFor(this.#parts, message, recipient, variables).message;
        const decided = decideFor(this.#parts, filled, recipient, before);
        const decision = { ...decided, composedAtMs, decidedAtMs: this.#parts.now() };
        return this.#sendTo({ recipient, decision, message, destination, anyway, messageId, signal });
      }),
    );
    this.#parts.variables.used();
    return { messageId, results };
  }

  async #sendTo({
    recipient,
    decision,
    message,
    destination,
    anyway,
    messageId,
    signal,
  }: OneSend): Promise<SendResult> {
    const { device } = recipient;
    if (!decision.intent || !(decision.pushed || anyway)) {
      return {
        deviceId: device.id,
        token: device.token,
        vendor: device.vendor,
        decision,
        state: 'skipped',
        exchange: null,
        problem: null,
      };
    }
    const vendor = this.#vendor(device.vendor);
    const target = targetOf(this.#parts, recipient);
    const app = this.#parts.workspace.apps.find(device.appId);
    const result = await this.#dispatcher.dispatch({
      messageId,
      vendor,
      draft: draftFor(vendor.payload.fromIntent(decision.intent, target, this.#parts.now()), vendor, destination),
      target,
      deviceId: device.id,
      credentialId: credentialFor(this.#parts.credentials.all(), device.vendor, device, app)?.id,
      origin: originOf(this.#parts, vendor, destination, target.environment),
      decision,
      message,
      signal,
    });
    // The backend counts on from the reported unread with every push, until the app reports again.
    if (result.exchange?.outcome === 'accepted' && decision.intent.badge !== null) {
      await this.#parts.workspace.devices.update(device.id, { unreadBase: decision.intent.badge });
    }
    return result;
  }

  async #sendRaw(input: RawSend, signal: AbortSignal | undefined): Promise<SendReport> {
    const vendor = this.#vendor(input.vendor);
    const { destination } = input;
    await keepImportedHere(this.#parts, input);
    const environment = destination.kind === 'vendor' ? destination.environment : undefined;
    const draft: Draft = {
      payload: typeof input.payload === 'string' ? input.payload : JSON.stringify(input.payload),
      options: input.options,
    };
    const messageId = this.#parts.newId('message');
    // What was made from a push that was sent once, and what goes to a list, goes to whom it is sent now.
    const isAnew = input.tokens !== undefined || input.exchangeId !== undefined;
    let inside: readonly string[] | null = isAnew ? null : [];
    const sendTo = ({ device, credential, target }: RawTarget) => {
      signal?.throwIfAborted();
      // Of many tokens an empty one is the result of its own push, and no reason to send none.
      if (!target || (target.token === '' && !input.tokens)) {
        throw new AppError('send.no-target', { deviceId: input.deviceId ?? null });
      }
      inside ??= tokensInside(vendor, draft, target, this.#parts.now());
      return this.#dispatcher.dispatch({
        messageId,
        vendor,
        draft: draftFor(retarget(draft, inside, target.token), vendor, destination),
        target,
        deviceId: device?.id ?? null,
        credentialId: credential?.id,
        origin: originOf(this.#parts, vendor, destination, target.environment),
        decision: null,
        signal,
      });
    };
    const { tokens } = input;
    const results = tokens
      ? await inTurn(tokens, sendsAtOnce, (token) => sendTo(rawTarget(this.#parts, { ...input, token, environment })))
      : [await sendTo(rawTarget(this.#parts, { ...input, environment }))];
    return { messageId, results };
  }

  #vendor(id: VendorId): Vendor {
    const vendor = this.#parts.vendor(id);
    if (!vendor) throw new AppError('gateway.not-found', { vendor: id });
    return vendor;
  }
}
