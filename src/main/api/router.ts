import { implement, ORPCError, type Router } from '@orpc/server';
import { contract } from '../../shared/contract/index.ts';
import { appErrors, isAppError } from '../../shared/contract/errors.ts';
import { composeHandlers } from './compose.ts';
import type { ApiParts } from './context.ts';
import { credentialHandlers } from './credentials.ts';
import { exchangeHandlers } from './exchanges.ts';
import { phoneHandlers } from './phones.ts';
import { settingsHandlers } from './settings.ts';
import { workspaceHandlers } from './workspace.ts';

/** What every transport gives to a call. */
export interface CallContext {
  readonly [key: string]: unknown;
}
export type Implementer = ReturnType<typeof makeImplementer>;
const makeImplementer = () => implement(contract).$context<CallContext>();

/** Our errors cross every transport with their code, status and details; anything else is a bug and says no more than that. */
const asWireError = (error: unknown, log: (line: string) => void): unknown => {
  if (isAppError(error)) {
    return new ORPCError(error.code, {
      status: error.status,
      message: error.message,
      data: error.details,
      cause: error,
    });
  }
  if (error instanceof ORPCError && error.status < 500) {
    if (error.code !== 'BAD_REQUEST') return error;
    const { status, message } = appErrors['api.bad-input'];
    return new ORPCError('api.bad-input', { status, message, data: error.data as unknown, cause: error });
  }
  log(`bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const { status, message } = appErrors['api.internal'];
  return new ORPCError('api.internal', { status, message });
};

/** The contract, carried out. The same router serves the message port, the WebSocket and REST. */
export const createRouter = (parts: ApiParts): Router<typeof contract, CallContext> => {
  const os = makeImplementer();
  return os.router({
    ...composeHandlers(os, parts),
    ...credentialHandlers(os, parts),
    ...exchangeHandlers(os, parts),
    ...phoneHandlers(os, parts),
    ...settingsHandlers(os, parts),
    ...workspaceHandlers(os, parts),
  });
};

/** Interceptor for every handler: maps what was thrown to what goes on the wire. */
export const errorInterceptor =
  (log: (line: string) => void) =>
  async <T>({ next }: { next: () => Promise<T> }): Promise<T> => {
    try {
      return await next();
    } catch (error) {
      throw asWireError(error, log);
    }
  };
