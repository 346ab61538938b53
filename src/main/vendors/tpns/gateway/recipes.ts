import type { Recipe } from '../../../../shared/contract/index.ts';
import { recipe, type GatewayPlace } from '../../kit/recipes.ts';

const curl = ({ origin, caPath }: GatewayPlace): Recipe =>
  recipe('tpns.curl', 'curl', '7.88.1', 'shell', [
    `» TPNS=${origin} CA=${caPath}`,
    'NOW=$(date +%s)',
    'BODY=\'{"audience_type":"token","token_list":["\'$TPNS_TOKEN\'"],"message_type":"notify","message":{"title":"Denny","content":"你好"}}\'',
    'SIGN=$(printf %s "$NOW$TPNS_ACCESS_ID$BODY" | openssl dgst -sha256 -hmac "$TPNS_SECRET_KEY" | sed "s/.*= *//" | tr -d "\\n" | base64 -w0)',
    'curl --cacert "$CA" "$TPNS/v3/push/app" -H "content-type: application/json" \\',
    '  -H "AccessId: $TPNS_ACCESS_ID" -H "TimeStamp: $NOW" -H "Sign: $SIGN" --data-binary "$BODY"',
  ]);

const node = ({ origin, caPath }: GatewayPlace): Recipe =>
  recipe('tpns.node', 'node:crypto and fetch', '(Node 24)', 'javascript', [
    `» // Start it with NODE_EXTRA_CA_CERTS=${JSON.stringify(caPath)} node send.mjs`,
    "import { createHmac } from 'node:crypto';",
    `» const tpns = ${JSON.stringify(origin)};`,
    'const { TPNS_ACCESS_ID: id, TPNS_SECRET_KEY: key, TPNS_TOKEN: token } = process.env;',
    'const body = JSON.stringify({',
    "  audience_type: 'token', token_list: [token], message_type: 'notify', message: { title: 'Denny', content: '你好' },",
    '});',
    'const now = String(Math.floor(Date.now() / 1000));',
    "const hex = createHmac('sha256', key).update(now + id + body).digest('hex');",
    "const headers = { 'content-type': 'application/json', AccessId: id, TimeStamp: now, Sign: Buffer.from(hex).toString('base64') };",
    "const response = await fetch(`${tpns}/v3/push/app`, { method: 'POST', headers, body });",
    'console.log(response.status, await response.text());',
  ]);

const hosts = ({ port }: GatewayPlace): Recipe =>
  recipe('tpns.hosts', 'any client', null, 'shell', [
    '» # For clients whose host is fixed: the name leads here, and the client has to trust the CA of Pushscope.',
    '» echo "127.0.0.1 api.tpns.tencent.com" | sudo tee -a /etc/hosts',
    `» sudo socat TCP-LISTEN:443,bind=127.0.0.1,fork TCP:127.0.0.1:${port}`,
  ]);

/** How to point senders here; the first two are run by a test. The signature covers neither host nor path, so a captured request can be sent again unchanged. */
export const recipes = (place: GatewayPlace): Recipe[] => [curl(place), node(place), hosts(place)];
