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
  OPPO_MASTER_SECRET: null,
  OPPO_APP_KEY: sample.values['appKey'],
  OPPO_CHANNEL: sample.values['privateChannelIds']?.split(/[\s,]+/)[0] || 'tuikit',
  OPPO_REG_ID: sample.token,
});

/** OPPO wants a template for messages of a private channel. */
const message = [
  `MESSAGE='{"target_type":2,"target_value":"'$OPPO_REG_ID'","notification":{"title":"Denny","content":"Lunch at 12:30?",`,
  ` "channel_id":"'$OPPO_CHANNEL'","category":"IM","notify_level":2,"private_msg_template_id":"1",`,
  ` "private_title_parameters":"{\\"sender\\":\\"Denny\\"}","private_content_parameters":"{\\"text\\":\\"Lunch at 12:30?\\"}",`,
  ` "action_parameters":"{\\"entity\\":{\\"sender\\":\\"denny\\"}}"}}'`,
];

const curl = (place: RecipePlace): Recipe =>
  recipe('oppo.curl', 'curl', '7.88.1', 'shell', [
    `» oppo=${plainOrigin(place)}`,
    ...shellValues(place, wanted(place)),
    'timestamp=$(date +%s)000',
    'sign=$(printf %s "$OPPO_APP_KEY$timestamp$OPPO_MASTER_SECRET" | sha256sum | cut -d " " -f 1)',
    'token=$(curl -s "$oppo/server/v1/auth" \\',
    '  -d "app_key=$OPPO_APP_KEY" -d "timestamp=$timestamp" -d "sign=$sign" |',
    '  sed \'s/.*"auth_token":"\\([^"]*\\)".*/\\1/\')',
    ...message,
    'curl -s "$oppo/server/v1/message/notification/unicast" \\',
    '  --data-urlencode "auth_token=$token" --data-urlencode "message=$MESSAGE"',
  ]);

const node = (place: RecipePlace): Recipe =>
  recipe(
    'oppo.node-fetch',
    'fetch (Node)',
    '24',
    'javascript',
    [
      "import { createHash } from 'node:crypto';",
      '',
      `» const oppo = ${JSON.stringify(`${plainOrigin(place)}/server/v1`)};`,
      ...nodeValues(wanted(place)),
      'const timestamp = String(Date.now());',
      "const sign = createHash('sha256').update(OPPO_APP_KEY + timestamp + OPPO_MASTER_SECRET).digest('hex');",
      'const post = async (path, fields) =>',
      "  (await fetch(oppo + path, { method: 'POST', body: new URLSearchParams(fields) })).json();",
      "const { data } = await post('/auth', { app_key: OPPO_APP_KEY, timestamp, sign });",
      'const notification = {',
      "  title: 'Denny', content: 'Lunch at 12:30?', channel_id: OPPO_CHANNEL, category: 'IM', notify_level: 2,",
      '  // Messages of a private channel need a template.',
      "  private_msg_template_id: '1',",
      "  private_title_parameters: JSON.stringify({ sender: 'Denny' }),",
      "  private_content_parameters: JSON.stringify({ text: 'Lunch at 12:30?' }),",
      '};',
      'const message = JSON.stringify({ target_type: 2, target_value: OPPO_REG_ID, notification });',
      "console.log(await post('/message/notification/unicast', { auth_token: data.auth_token, message }));",
    ],
    startNode(place, { secrets: true }),
  );

const python = (place: RecipePlace): Recipe =>
  recipe(
    'oppo.python',
    'urllib (Python)',
    '3.11',
    'python',
    [
      'import hashlib, json, os, time',
      'from urllib.parse import urlencode',
      'from urllib.request import urlopen',
      '',
      `» oppo = ${JSON.stringify(`${plainOrigin(place)}/server/v1`)}`,
      ...pythonValues(wanted(place)),
      'def post(path, fields):',
      '    with urlopen(oppo + path, urlencode(fields).encode()) as response:',
      '        return json.load(response)',
      '',
      'timestamp = str(int(time.time() * 1000))',
      'sign = hashlib.sha256((OPPO_APP_KEY + timestamp + OPPO_MASTER_SECRET).encode()).hexdigest()',
      'token = post("/auth", {"app_key": OPPO_APP_KEY, "timestamp": timestamp, "sign": sign})["data"]["auth_token"]',
      'notification = {',
      '    "title": "Denny", "content": "Lunch at 12:30?", "channel_id": OPPO_CHANNEL, "category": "IM", "notify_level": 2,',
      '    # Messages of a private channel need a template.',
      '    "private_msg_template_id": "1",',
      '    "private_title_parameters": json.dumps({"sender": "Denny"}),',
      '    "private_content_parameters": json.dumps({"text": "Lunch at 12:30?"}),',
      '}',
      'message = {"target_type": 2, "target_value": OPPO_REG_ID, "notification": notification}',
      'print(post("/message/notification/unicast", {"auth_token": token, "message": json.dumps(message)}))',
    ],
    startPython(place, { secrets: true }),
  );

const go = (place: RecipePlace): Recipe =>
  recipe('oppo.go', 'github.com/modood/pushapi', null, 'go', [
    'import "github.com/modood/pushapi/oppopush"',
    '',
    `client := oppopush.NewClient(${textOr(place.sample.values['appKey'], 'os.Getenv("OPPO_APP_KEY")')}, os.Getenv("OPPO_MASTER_SECRET"))`,
    `» client.SetHost(${JSON.stringify(plainOrigin(place))})`,
  ]);

const java = (place: RecipePlace): Recipe =>
  recipe('oppo.java', 'opush-server-sdk', null, 'shell', [
    '» # The SDK has no setting for its host, so the name has to lead here. It takes any certificate.',
    "» echo '127.0.0.1 api.push.oppomobile.com' | sudo tee -a /etc/hosts",
    `» sudo socat TCP-LISTEN:443,bind=127.0.0.1,reuseaddr,fork TCP:${new URL(place.origin).hostname}:${place.port} &`,
    'java -jar your-sender.jar',
  ]);

/** How to point senders at this gateway. The tests run those with a version; the others follow the libraries' own source. */
export const recipes = (place: RecipePlace): Recipe[] => [
  curl(place),
  node(place),
  python(place),
  go(place),
  java(place),
];
