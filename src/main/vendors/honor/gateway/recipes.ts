import type { Recipe } from '../../../../shared/contract/index.ts';
import {
  nodeValues,
  plainOrigin,
  pythonValues,
  recipe,
  shellValues,
  startNode,
  startPython,
  textOr,
  type RecipePlace,
  type Wanted,
} from '../../kit/recipes.ts';

const wanted = ({ sample }: RecipePlace): Wanted => ({
  HONOR_CLIENT_SECRET: null,
  HONOR_CLIENT_ID: sample.values['clientId'],
  HONOR_APP_ID: sample.values['appId'],
  HONOR_TOKEN: sample.token,
});

const curl = (place: RecipePlace): Recipe =>
  recipe('honor.curl', 'curl', '7.88.1', 'shell', [
    `» honor=${place.origin}`,
    `» export CURL_CA_BUNDLE=${JSON.stringify(place.caPath)}`,
    ...shellValues(place, wanted(place)),
    'token=$(curl -s "$honor/auth/token" \\',
    '  -d grant_type=client_credentials -d "client_id=$HONOR_CLIENT_ID" \\',
    '  --data-urlencode "client_secret=$HONOR_CLIENT_SECRET" \\',
    '  | sed -n \'s/.*"access_token":"\\([^"]*\\)".*/\\1/p\')',
    'curl -s "$honor/api/v1/$HONOR_APP_ID/sendMessage" \\',
    '  -H "authorization: Bearer $token" -H "timestamp: $(date +%s)000" \\',
    '  -H "content-type: application/json; charset=UTF-8" \\',
    '  -d "{\\"notification\\":{\\"title\\":\\"Denny\\",\\"body\\":\\"Lunch at 12:30?\\"},\\"android\\":{\\"notification\\":{\\"importance\\":\\"NORMAL\\",\\"clickAction\\":{\\"type\\":3}}},\\"token\\":[\\"$HONOR_TOKEN\\"]}"',
  ]);

const node = (place: RecipePlace): Recipe =>
  recipe(
    'honor.node',
    'fetch',
    '(Node 24)',
    'javascript',
    [
      `» const auth = ${JSON.stringify(place.origin)};`,
      `» const push = ${JSON.stringify(place.origin)};`,
      ...nodeValues(wanted(place)),
      'const form = new URLSearchParams({',
      "  grant_type: 'client_credentials',",
      '  client_id: HONOR_CLIENT_ID,',
      '  client_secret: HONOR_CLIENT_SECRET,',
      '});',
      "const asked = await fetch(`${auth}/auth/token`, { method: 'POST', body: form });",
      'const { access_token: token } = await asked.json();',
      'const response = await fetch(`${push}/api/v1/${HONOR_APP_ID}/sendMessage`, {',
      "  method: 'POST',",
      '  headers: {',
      '    authorization: `Bearer ${token}`,',
      "    'content-type': 'application/json; charset=UTF-8',",
      '    timestamp: String(Date.now()),',
      '  },',
      '  body: JSON.stringify({',
      "    notification: { title: 'Denny', body: 'Lunch at 12:30?' },",
      "    android: { notification: { importance: 'NORMAL', clickAction: { type: 3 } } },",
      '    token: [HONOR_TOKEN],',
      '  }),',
      '});',
      'console.log(response.status, await response.text());',
    ],
    startNode(place, { trusts: true, secrets: true }),
  );

const python = (place: RecipePlace): Recipe =>
  recipe(
    'honor.python',
    'urllib (Python)',
    '3.11',
    'python',
    [
      'import json, os, time',
      'from urllib.parse import urlencode',
      'from urllib.request import Request, urlopen',
      '',
      `» auth = ${JSON.stringify(plainOrigin(place))}`,
      `» push = ${JSON.stringify(plainOrigin(place))}`,
      ...pythonValues(wanted(place)),
      'form = {"grant_type": "client_credentials", "client_id": HONOR_CLIENT_ID, "client_secret": HONOR_CLIENT_SECRET}',
      'with urlopen(auth + "/auth/token", urlencode(form).encode()) as response:',
      '    token = json.load(response)["access_token"]',
      'body = {',
      '    "notification": {"title": "Denny", "body": "Lunch at 12:30?"},',
      '    "android": {"notification": {"importance": "NORMAL", "clickAction": {"type": 3}}},',
      '    "token": [HONOR_TOKEN],',
      '}',
      'headers = {',
      `    "authorization": f'Bearer {token}',`,
      '    "content-type": "application/json; charset=UTF-8",',
      '    "timestamp": str(int(time.time() * 1000)),',
      '}',
      'url = push + "/api/v1/" + HONOR_APP_ID + "/sendMessage"',
      'with urlopen(Request(url, json.dumps(body).encode(), headers)) as response:',
      '    print(response.status, response.read().decode())',
    ],
    startPython(place, { secrets: true }),
  );

const hipush = (place: RecipePlace): Recipe =>
  recipe('honor.hipush', 'cossim/hipush', null, 'go', [
    `client := push.NewHonorPush(${textOr(place.sample.values['clientId'], 'os.Getenv("HONOR_CLIENT_ID")')}, os.Getenv("HONOR_CLIENT_SECRET"),`,
    `»     push.WithPushUrl(${JSON.stringify(`${plainOrigin(place)}/api/v1/`)}),`,
    `»     push.WithAuthUrl(${JSON.stringify(`${plainOrigin(place)}/auth/token`)}),`,
    ')',
    '// It writes the timestamp in seconds: known mode takes that with a word, strict mode refuses it.',
  ]);

/** How to point senders at this gateway. The tests run those with a version; the last follows the library's own source. */
export const recipes = (place: RecipePlace): Recipe[] => [curl(place), node(place), python(place), hipush(place)];
