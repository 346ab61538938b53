import type { Recipe } from '../../../../shared/contract/index.ts';
import { plainOrigin, recipe, type GatewayPlace } from '../../kit/recipes.ts';

const curl = ({ origin, caPath }: GatewayPlace): Recipe =>
  recipe('honor.curl', 'curl', '7.88.1', 'shell', [
    `» honor=${origin}`,
    `» export CURL_CA_BUNDLE=${JSON.stringify(caPath)}`,
    'token=$(curl -s "$honor/auth/token" \\',
    '  -d grant_type=client_credentials -d "client_id=$HONOR_CLIENT_ID" \\',
    '  --data-urlencode "client_secret=$HONOR_CLIENT_SECRET" \\',
    '  | sed -n \'s/.*"access_token":"\\([^"]*\\)".*/\\1/p\')',
    'curl -s "$honor/api/v1/$HONOR_APP_ID/sendMessage" \\',
    '  -H "authorization: Bearer $token" -H "timestamp: $(date +%s)000" \\',
    '  -H "content-type: application/json; charset=UTF-8" \\',
    '  -d "{\\"notification\\":{\\"title\\":\\"Denny\\",\\"body\\":\\"Lunch at 12:30?\\"},\\"android\\":{\\"notification\\":{\\"importance\\":\\"NORMAL\\",\\"clickAction\\":{\\"type\\":3}}},\\"token\\":[\\"$HONOR_TOKEN\\"]}"',
  ]);

const node = ({ origin, caPath }: GatewayPlace): Recipe =>
  recipe('honor.node', 'fetch', '(Node 24)', 'javascript', [
    `» // Start it with NODE_EXTRA_CA_CERTS=${JSON.stringify(caPath)} node send.mjs`,
    `» const auth = ${JSON.stringify(origin)};`,
    `» const push = ${JSON.stringify(origin)};`,
    'const env = process.env;',
    'const form = new URLSearchParams({',
    "  grant_type: 'client_credentials',",
    '  client_id: env.HONOR_CLIENT_ID,',
    '  client_secret: env.HONOR_CLIENT_SECRET,',
    '});',
    "const asked = await fetch(`${auth}/auth/token`, { method: 'POST', body: form });",
    'const { access_token: token } = await asked.json();',
    'const response = await fetch(`${push}/api/v1/${env.HONOR_APP_ID}/sendMessage`, {',
    "  method: 'POST',",
    '  headers: {',
    '    authorization: `Bearer ${token}`,',
    "    'content-type': 'application/json; charset=UTF-8',",
    '    timestamp: String(Date.now()),',
    '  },',
    '  body: JSON.stringify({',
    "    notification: { title: 'Denny', body: 'Lunch at 12:30?' },",
    "    android: { notification: { importance: 'NORMAL', clickAction: { type: 3 } } },",
    '    token: [env.HONOR_TOKEN],',
    '  }),',
    '});',
    'console.log(response.status, await response.text());',
  ]);

const hipush = (place: GatewayPlace): Recipe =>
  recipe('honor.hipush', 'cossim/hipush', null, 'go', [
    'client := push.NewHonorPush(os.Getenv("HONOR_CLIENT_ID"), os.Getenv("HONOR_CLIENT_SECRET"),',
    `»     push.WithPushUrl(${JSON.stringify(`${plainOrigin(place)}/api/v1/`)}),`,
    `»     push.WithAuthUrl(${JSON.stringify(`${plainOrigin(place)}/auth/token`)}),`,
    ')',
    '// It writes the timestamp in seconds: known mode takes that with a word, strict mode refuses it.',
  ]);

/** How to point senders at this gateway. */
export const recipes = (place: GatewayPlace): Recipe[] => [curl(place), node(place), hipush(place)];
