import type { Recipe } from '../../../../shared/contract/index.ts';
import { plainOrigin, recipe, type GatewayPlace } from '../../kit/recipes.ts';

const message =
  '{"target_type":2,"target_value":"\'"$OPPO_REG_ID"\'","notification":{"title":"Denny","content":"Lunch at 12:30?","channel_id":"tuikit","action_parameters":"{\\"entity\\":{\\"sender\\":\\"denny\\"}}"}}';

const curl = (place: GatewayPlace): Recipe =>
  recipe('oppo.curl', 'curl', '7.88.1', 'shell', [
    `» oppo=${plainOrigin(place)}`,
    'timestamp=$(date +%s)000',
    'sign=$(printf %s "$OPPO_APP_KEY$timestamp$OPPO_MASTER_SECRET" | sha256sum | cut -d " " -f 1)',
    'token=$(curl -s "$oppo/server/v1/auth" \\',
    '  -d "app_key=$OPPO_APP_KEY" -d "timestamp=$timestamp" -d "sign=$sign" |',
    '  sed \'s/.*"auth_token":"\\([^"]*\\)".*/\\1/\')',
    'curl -s "$oppo/server/v1/message/notification/unicast" \\',
    '  --data-urlencode "auth_token=$token" \\',
    `  --data-urlencode 'message=${message}'`,
  ]);

const node = (place: GatewayPlace): Recipe =>
  recipe('oppo.node-fetch', 'fetch (Node)', '24', 'javascript', [
    "import { createHash } from 'node:crypto';",
    '',
    `» const oppo = ${JSON.stringify(`${plainOrigin(place)}/server/v1`)};`,
    "const { OPPO_APP_KEY = '', OPPO_MASTER_SECRET = '', OPPO_REG_ID = '' } = process.env;",
    'const timestamp = String(Date.now());',
    "const sign = createHash('sha256').update(OPPO_APP_KEY + timestamp + OPPO_MASTER_SECRET).digest('hex');",
    'const post = async (path, fields) =>',
    "  (await fetch(oppo + path, { method: 'POST', body: new URLSearchParams(fields) })).json();",
    "const { data } = await post('/auth', { app_key: OPPO_APP_KEY, timestamp, sign });",
    "console.log(await post('/message/notification/unicast', {",
    '  auth_token: data.auth_token,',
    '  message: JSON.stringify({',
    '    target_type: 2,',
    '    target_value: OPPO_REG_ID,',
    "    notification: { title: 'Denny', content: 'Lunch at 12:30?', channel_id: 'tuikit' },",
    '  }),',
    '}));',
  ]);

const go = (place: GatewayPlace): Recipe =>
  recipe('oppo.go', 'github.com/modood/pushapi', null, 'go', [
    'import "github.com/modood/pushapi/oppopush"',
    '',
    'client := oppopush.NewClient(os.Getenv("OPPO_APP_KEY"), os.Getenv("OPPO_MASTER_SECRET"))',
    `» client.SetHost(${JSON.stringify(plainOrigin(place))})`,
  ]);

const java = (place: GatewayPlace): Recipe =>
  recipe('oppo.java', 'opush-server-sdk', null, 'shell', [
    '» # The SDK has no setting for its host, so the name has to lead here. It takes any certificate.',
    "» echo '127.0.0.1 api.push.oppomobile.com' | sudo tee -a /etc/hosts",
    `» sudo socat TCP-LISTEN:443,bind=127.0.0.1,reuseaddr,fork TCP:${new URL(place.origin).hostname}:${place.port} &`,
    'java -jar your-sender.jar',
  ]);

/** How to point senders at this gateway. The tests run those for curl and fetch; the others follow the libraries' own source. */
export const recipes = (place: GatewayPlace): Recipe[] => [curl(place), node(place), go(place), java(place)];
