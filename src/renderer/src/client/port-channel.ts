import { RPCLink } from '@orpc/client/message-port';
import { callSerializers } from '../../../shared/kit/call-serializers.ts';
import type { OpenChannel } from './connection.ts';

const portRequest = 'pushscope:port';

/** The message port that the preload script hands over. It lives as long as the window. */
export const portChannel: OpenChannel = () =>
  new Promise((resolve) => {
    const onMessage = (event: MessageEvent<unknown>) => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== portRequest || !port) return;
      window.removeEventListener('message', onMessage);
      port.start();
      resolve({
        link: new RPCLink({ port, customJsonSerializers: callSerializers }),
        closed: new Promise(() => undefined),
      });
    };
    window.addEventListener('message', onMessage);
    window.postMessage(portRequest, window.location.origin);
  });

/** Inside Electron the window's files come from a scheme of our own, or from the development server with Electron's agent. */
export const isDesktop = (): boolean =>
  window.location.protocol === 'app:' || navigator.userAgent.includes('Electron/');
