import type { Recipe } from '../../../../shared/contract/index.ts';
import {
  nodeValues,
  plainOrigin,
  pythonValues,
  recipe,
  shellValues,
  startNode,
  startPython,
  type RecipePlace,
  type Wanted,
} from '../../kit/recipes.ts';

const wanted = ({ sample }: RecipePlace): Wanted => ({
  TPNS_SECRET_KEY: null,
  TPNS_ACCESS_ID: sample.values['accessId'],
  TPNS_TOKEN: sample.token,
});

const curl = (place: RecipePlace): Recipe =>
  recipe('tpns.curl', 'curl', '7.88.1', 'shell', [
    `» TPNS=${place.origin} CA=${JSON.stringify(place.caPath)}`,
    ...shellValues(place, wanted(place)),
    'NOW=$(date +%s)',
    'BODY=\'{"audience_type":"token","token_list":["\'$TPNS_TOKEN\'"],"message_type":"notify","message":{"title":"Denny","content":"你好"}}\'',
    'SIGN=$(printf %s "$NOW$TPNS_ACCESS_ID$BODY" | openssl dgst -sha256 -hmac "$TPNS_SECRET_KEY" | sed "s/.*= *//" | tr -d "\\n" | base64 -w0)',
    'curl --cacert "$CA" "$TPNS/v3/push/app" -H "content-type: application/json" \\',
    '  -H "AccessId: $TPNS_ACCESS_ID" -H "TimeStamp: $NOW" -H "Sign: $SIGN" --data-binary "$BODY"',
  ]);

const node = (place: RecipePlace): Recipe =>
  recipe(
    'tpns.node',
    'node:crypto and fetch',
    '(Node 24)',
    'javascript',
    [
      "import { createHmac } from 'node:crypto';",
      '',
      `» const tpns = ${JSON.stringify(place.origin)};`,
      ...nodeValues(wanted(place)),
      'const body = JSON.stringify({',
      "  audience_type: 'token', token_list: [TPNS_TOKEN], message_type: 'notify', message: { title: 'Denny', content: '你好' },",
      '});',
      'const now = String(Math.floor(Date.now() / 1000));',
      "const hex = createHmac('sha256', TPNS_SECRET_KEY).update(now + TPNS_ACCESS_ID + body).digest('hex');",
      "const own = { AccessId: TPNS_ACCESS_ID, TimeStamp: now, Sign: Buffer.from(hex).toString('base64') };",
      "const headers = { 'content-type': 'application/json', ...own };",
      "const response = await fetch(`${tpns}/v3/push/app`, { method: 'POST', headers, body });",
      'console.log(response.status, await response.text());',
    ],
    startNode(place, { trusts: true, secrets: true }),
  );

const python = (place: RecipePlace): Recipe =>
  recipe(
    'tpns.python',
    'urllib (Python)',
    '3.11',
    'python',
    [
      'import base64, hashlib, hmac, json, os, time',
      'from urllib.request import Request, urlopen',
      '',
      `» tpns = ${JSON.stringify(plainOrigin(place))}`,
      ...pythonValues(wanted(place)),
      'message = {"title": "Denny", "content": "你好"}',
      'push = {"audience_type": "token", "token_list": [TPNS_TOKEN], "message_type": "notify", "message": message}',
      'body = json.dumps(push)',
      'now = str(int(time.time()))',
      'digest = hmac.new(TPNS_SECRET_KEY.encode(), (now + TPNS_ACCESS_ID + body).encode(), hashlib.sha256).hexdigest()',
      'own = {"AccessId": TPNS_ACCESS_ID, "TimeStamp": now, "Sign": base64.b64encode(digest.encode()).decode()}',
      'headers = {"content-type": "application/json", **own}',
      'with urlopen(Request(tpns + "/v3/push/app", body.encode(), headers)) as response:',
      '    print(response.status, response.read().decode())',
    ],
    startPython(place, { secrets: true }),
  );

const hosts = ({ port }: RecipePlace): Recipe =>
  recipe('tpns.hosts', 'any client', null, 'shell', [
    '» # For clients whose host is fixed: the name leads here, and the client has to trust the CA of Pushscope.',
    '» echo "127.0.0.1 api.tpns.tencent.com" | sudo tee -a /etc/hosts',
    `» sudo socat TCP-LISTEN:443,bind=127.0.0.1,fork TCP:127.0.0.1:${port}`,
  ]);

/** How to point senders here; the tests run those with a version. The signature covers neither host nor path, so a captured request can be sent again unchanged. */
export const recipes = (place: RecipePlace): Recipe[] => [curl(place), node(place), python(place), hosts(place)];
