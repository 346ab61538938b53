import { createORPCClient } from '@orpc/client';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { describe, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { contract, type Client } from '../../src/shared/contract/index.ts';
import { portClient } from '../support/app.ts';
import { serve, testToken } from '../support/loopback.ts';
import { contractSuite } from './suite.ts';

describe('over a message port, as the desktop window', () => {
  contractSuite((app) => {
    const { client, close } = portClient(app.app);
    onTestFinished(close);
    return Promise.resolve(client);
  });
});

describe('over a WebSocket, as the window in a browser', () => {
  contractSuite(async (app) => {
    const { origin } = await serve(app);
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/rpc`, ['pushscope.v1', `token.${testToken}`]);
    onTestFinished(() => socket.terminate());
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return createORPCClient(new SocketLink({ websocket: socket }));
  });
});

describe('over REST, as a script', () => {
  contractSuite(async (app) => {
    const { origin } = await serve(app);
    const link = new OpenAPILink(contract, {
      url: `${origin}/api/v1`,
      headers: { authorization: `Bearer ${testToken}` },
    });
    // The contract holds JSON values only, so the REST client's type is the client's own.
    return createORPCClient<JsonifiedClient<Client>>(link);
  });
});
