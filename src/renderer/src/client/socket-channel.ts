import { RPCLink } from '@orpc/client/websocket';
import { callSerializers } from '../../../shared/kit/call-serializers.ts';
import { Refused, type OpenChannel } from './connection.ts';

const storageKey = 'pushscope.token';

/**
 * The token of this start: from the fragment of the address Pushscope printed, then from this tab's memory. It is taken out of the
 * address at once, so that it is in no bookmark and no screenshot.
 */
export const takeToken = (): string | null => {
  const found = /(?:^#|&)token=([\w-]+)/.exec(window.location.hash)?.[1];
  if (found !== undefined) {
    sessionStorage.setItem(storageKey, found);
    window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}`);
  }
  return sessionStorage.getItem(storageKey);
};

/** A WebSocket to the headless shell that served this page (during development, through the development server). */
export const socketChannel =
  (token: string | null): OpenChannel =>
  () =>
    new Promise((resolve, reject) => {
      if (token === null) {
        reject(new Refused('no token'));
        return;
      }
      const base = window.location.origin;
      const socket = new WebSocket(`${base.replace(/^http/, 'ws')}/api/rpc`, ['pushscope.v1', `token.${token}`]);
      socket.addEventListener('open', () => {
        const closed = new Promise<void>((gone) => {
          socket.addEventListener('close', () => gone());
        });
        resolve({ link: new RPCLink({ websocket: socket, customJsonSerializers: callSerializers }), closed });
      });
      // A browser does not say why an upgrade was refused; a plain call does.
      socket.addEventListener('error', () => {
        fetch(`${base}/api/v1/health`, { headers: { authorization: `Bearer ${token}` } }).then(
          (answer) =>
            reject(answer.status === 401 || answer.status === 403 ? new Refused('refused') : new Error('closed')),
          () => reject(new Error('unreachable')),
        );
      });
    });
