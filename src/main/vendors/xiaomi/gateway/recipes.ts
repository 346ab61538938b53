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
  XIAOMI_APP_SECRET: null,
  XIAOMI_PACKAGE: sample.values['packageName'] ?? sample.appIdentifier,
  XIAOMI_CHANNEL: sample.values['privateChannelIds']?.split(/[\s,]+/)[0] || '100001',
  XIAOMI_REG_ID: sample.token,
});

const curl = (place: RecipePlace): Recipe =>
  recipe('xiaomi.curl', 'curl', '7.88.1', 'shell', [
    ...shellValues(place, wanted(place)),
    `» curl ${plainOrigin(place)}/v3/message/regid \\`,
    '  -H "Authorization: key=$XIAOMI_APP_SECRET" \\',
    '  --data-urlencode "registration_id=$XIAOMI_REG_ID" \\',
    '  --data-urlencode "restricted_package_name=$XIAOMI_PACKAGE" \\',
    "  --data-urlencode 'pass_through=0' \\",
    "  --data-urlencode 'title=Denny' \\",
    "  --data-urlencode 'description=Lunch at 12:30?' \\",
    "  --data-urlencode 'notify_type=-1' \\",
    "  --data-urlencode 'notify_id=7' \\",
    '  --data-urlencode "extra.channel_id=$XIAOMI_CHANNEL" \\',
    "  --data-urlencode 'extra.notify_effect=1' \\",
    "  --data-urlencode 'extra.template_id=T1' \\",
    '  --data-urlencode \'extra.template_param={"text":"Lunch"}\' \\',
    '  --data-urlencode \'extra.ext={"entity":{"sender":"denny"}}\'',
  ]);

const nodeFetch = (place: RecipePlace): Recipe =>
  recipe(
    'xiaomi.node-fetch',
    'fetch (Node)',
    '24',
    'javascript',
    [
      `» const xiaomi = ${JSON.stringify(plainOrigin(place))};`,
      ...nodeValues(wanted(place)),
      'const response = await fetch(`${xiaomi}/v3/message/regid`, {',
      "  method: 'POST',",
      '  headers: { authorization: `key=${XIAOMI_APP_SECRET}` },',
      '  body: new URLSearchParams({',
      '    registration_id: XIAOMI_REG_ID,',
      '    restricted_package_name: XIAOMI_PACKAGE,',
      "    pass_through: '0',",
      "    title: 'Denny',",
      "    description: 'Lunch at 12:30?',",
      "    notify_type: '-1',",
      '    notify_id: String(Date.now() % 2147483648),',
      "    'extra.channel_id': XIAOMI_CHANNEL,",
      "    'extra.notify_effect': '1',",
      '    // Messages of a private channel need a template.',
      "    'extra.template_id': 'T1',",
      '    \'extra.template_param\': \'{"text":"Lunch"}\',',
      '    // Encoded twice: here, and once more by the form.',
      '    payload: encodeURIComponent(\'{"k":1}\'),',
      '  }),',
      '});',
      'console.log(await response.json());',
    ],
    startNode(place, { secrets: true }),
  );

const python = (place: RecipePlace): Recipe =>
  recipe(
    'xiaomi.python',
    'urllib (Python)',
    '3.11',
    'python',
    [
      'import os',
      'from urllib.parse import urlencode',
      'from urllib.request import Request, urlopen',
      '',
      `» xiaomi = ${JSON.stringify(plainOrigin(place))}`,
      ...pythonValues(wanted(place)),
      'form = {',
      '    "registration_id": XIAOMI_REG_ID,',
      '    "restricted_package_name": XIAOMI_PACKAGE,',
      '    "pass_through": 0,',
      '    "title": "Denny",',
      '    "description": "Lunch at 12:30?",',
      '    "notify_type": -1,',
      '    "notify_id": 7,',
      '    "extra.channel_id": XIAOMI_CHANNEL,',
      '    "extra.notify_effect": 1,',
      '    # Messages of a private channel need a template.',
      '    "extra.template_id": "T1",',
      '    "extra.template_param": \'{"text":"Lunch"}\',',
      '}',
      'headers = {"Authorization": "key=" + XIAOMI_APP_SECRET}',
      'with urlopen(Request(xiaomi + "/v3/message/regid", urlencode(form).encode(), headers)) as response:',
      '    print(response.read().decode())',
    ],
    startPython(place, { secrets: true }),
  );

const java = (place: RecipePlace): Recipe => {
  const { XIAOMI_PACKAGE, XIAOMI_CHANNEL, XIAOMI_REG_ID } = wanted(place);
  return recipe('xiaomi.java', 'MiPush_SDK_Server', null, 'java', [
    'import com.xiaomi.push.sdk.ErrorCode;',
    'import com.xiaomi.xmpush.server.Constants;',
    'import com.xiaomi.xmpush.server.Message;',
    'import com.xiaomi.xmpush.server.Result;',
    'import com.xiaomi.xmpush.server.Sender;',
    '',
    'public class Send {',
    '  public static void main(String[] args) throws Exception {',
    `»     Constants.useInternalHost(${JSON.stringify(`${new URL(place.origin).hostname}:${place.port}`)});`,
    '»     Constants.useHttp();',
    '    Sender sender = new Sender(System.getenv("XIAOMI_APP_SECRET"));',
    '    Message message = new Message.Builder()',
    `        .restrictedPackageName(${textOr(XIAOMI_PACKAGE, 'System.getenv("XIAOMI_PACKAGE")')})`,
    '        .passThrough(0)',
    '        .title("Denny")',
    '        .description("Lunch at 12:30?")',
    '        .notifyType(-1)',
    `        .extra("channel_id", ${textOr(XIAOMI_CHANNEL, 'System.getenv("XIAOMI_CHANNEL")')})`,
    '        .extra("notify_effect", "1")',
    '        .build();',
    `    Result result = sender.send(message, ${textOr(XIAOMI_REG_ID, 'System.getenv("XIAOMI_REG_ID")')}, 3);`,
    '    System.out.println(result.getErrorCode() == ErrorCode.Success ? result.getMessageId() : result.getReason());',
    '  }',
    '}',
  ]);
};

const go = (place: RecipePlace): Recipe =>
  recipe('xiaomi.go', 'github.com/modood/pushapi', null, 'go', [
    'import "github.com/modood/pushapi/xiaomipush"',
    '',
    'client := xiaomipush.NewClient(os.Getenv("XIAOMI_APP_SECRET"))',
    `» client.SetHost(${JSON.stringify(plainOrigin(place))})`,
  ]);

/** How to point senders at this gateway. The tests run those with a version; the others follow the libraries' own source. */
export const recipes = (place: RecipePlace): Recipe[] => [
  curl(place),
  nodeFetch(place),
  python(place),
  java(place),
  go(place),
];
