import { createORPCClient } from '@orpc/client';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { contract, type Client } from '../../src/shared/contract/index.ts';
import { callSerializers } from '../../src/shared/kit/call-serializers.ts';
import { portClient, startApp, type RunningApp } from '../support/app.ts';
import { serve, testToken } from '../support/loopback.ts';
import { aPlainMessage } from '../support/workspace.ts';
import { contractSuite } from './suite.ts';

describe('over a message port, as the desktop window', () => {
  contractSuite((app) => {
    const { client, close } = portClient(app.app);
    onTestFinished(close);
    return Promise.resolve(client);
  });
});

const socketClient = async (app: RunningApp): Promise<Client> => {
  const { origin } = await serve(app);
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/rpc`, ['pushscope.v1', `token.${testToken}`]);
  onTestFinished(() => socket.terminate());
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return createORPCClient(new SocketLink({ websocket: socket, customJsonSerializers: callSerializers }));
};

describe('over a WebSocket, as the window in a browser', () => {
  contractSuite(socketClient);
  it('a member called __proto__ arrives as a member, there and back', async () => {
    const client = await socketClient(await startApp());
    const text = '{"To_Account":"vinson","MsgRandom":7,"__proto__":{"a":{"__proto__":[1]}},"MsgBody":[]}';
    const { message } = await client.compose.readRest({ text, before: aPlainMessage() });
    expect((await client.compose.printRest({ message: message! })).text.replaceAll(/\s/g, '')).toContain(
      '"__proto__":{"a":{"__proto__":[1]}}',
    );
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
