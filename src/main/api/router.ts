import { implement, ORPCError, type Implementer as ContractImplementer, type Router } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { appErrors, isAppError, type AppErrorCode } from '../../shared/contract/errors.ts';
import { bulkHandlers } from './bulk.ts';
import { composeHandlers } from './compose.ts';
import type { ApiParts } from './context.ts';
import { credentialHandlers } from './credentials.ts';
import { exchangeHandlers } from './exchanges.ts';
import { handOverHandlers } from './hand-over.ts';
import { phoneHandlers } from './phones.ts';
import { presetHandlers } from './presets.ts';
import { settingsHandlers } from './settings.ts';
import { workspaceHandlers } from './workspace.ts';

/** What every transport gives to a call. */
export interface CallContext {
  readonly [key: string]: unknown;
}
/** Named and not inferred: written out, the type is longer than the compiler serialises. */
export type Implementer = ContractImplementer<typeof contract, CallContext, CallContext>;
const makeImplementer = (): Implementer => implement(contract).$context<CallContext>();

const wireError = (code: AppErrorCode, data?: unknown, cause?: unknown): ORPCError<AppErrorCode, unknown> => {
  const { status, message } = appErrors[code];
  return new ORPCError(code, { status, message, data, cause });
};

/** What a call threw, as it goes on the wire. Anything that nobody expected is a bug: logged whole, and no more said than that. */
const fromCall = (error: unknown, log: (line: string) => void): unknown => {
  if (isAppError(error)) return wireError(error.code, error.details, error);
  if (error instanceof ORPCError && error.status < 500) {
    return error.code === 'BAD_REQUEST' ? wireError('api.bad-input', error.data, error) : error;
  }
  log(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return wireError('api.internal');
};

/** What went wrong before a call was reached: a body that is too long, or not JSON. */
const fromRequest = (error: unknown): unknown => {
  if (!(error instanceof ORPCError))
    return wireError('api.bad-input', { reason: error instanceof Error ? error.message : '' });
  return error.code === 'PAYLOAD_TOO_LARGE' ? wireError('api.too-large') : error;
};

/** The contract, carried out. The same router serves the message port, the WebSocket and REST. */
export const createRouter = (parts: ApiParts): Router<typeof contract, CallContext> => {
  const os = makeImplementer();
  return os.router({
    ...bulkHandlers(os, parts),
    ...composeHandlers(os, parts),
    ...credentialHandlers(os, parts),
    ...exchangeHandlers(os, parts),
    ...handOverHandlers(os, parts),
    ...phoneHandlers(os, parts),
    ...presetHandlers(os, parts),
    ...settingsHandlers(os, parts),
    ...workspaceHandlers(os, parts),
  });
};

type Interceptor = <T>(options: { next: () => Promise<T> }) => Promise<T>;
const mapping =
  (map: (error: unknown) => unknown): Interceptor =>
  async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw map(error);
    }
  };

/** Options for every handler that a shell puts in front of the router: errors leave as the contract has them. */
export const handlerOptions = (log: (line: string) => void) => ({
  interceptors: [mapping(fromRequest)],
  clientInterceptors: [mapping((error) => fromCall(error, log))],
});
