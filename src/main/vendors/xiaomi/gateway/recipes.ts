import type { Recipe } from '../../../../shared/contract/index.ts';
import { recipe, plainOrigin, type GatewayPlace } from '../../kit/recipes.ts';

const fields = [
  "  --data-urlencode 'restricted_package_name=com.example.im' \\",
  "  --data-urlencode 'pass_through=0' \\",
  "  --data-urlencode 'title=Denny' \\",
  "  --data-urlencode 'description=Lunch at 12:30?' \\",
  "  --data-urlencode 'notify_type=-1' \\",
  "  --data-urlencode 'notify_id=7' \\",
];

const curl = (place: GatewayPlace): Recipe =>
  recipe('xiaomi.curl', 'curl', '7.88.1', 'shell', [
    `» curl ${plainOrigin(place)}/v3/message/regid \\`,
    "»   -H 'Authorization: key=anything' \\",
    '  --data-urlencode "registration_id=$XIAOMI_REG_ID" \\',
    ...fields,
    "  --data-urlencode 'extra.channel_id=100001' \\",
    "  --data-urlencode 'extra.notify_effect=1' \\",
    '  --data-urlencode \'extra.ext={"entity":{"sender":"denny"}}\'',
  ]);

const nodeFetch = (place: GatewayPlace): Recipe =>
  recipe('xiaomi.node-fetch', 'fetch (Node)', '24', 'javascript', [
    `» const xiaomi = ${JSON.stringify(plainOrigin(place))};`,
    'const response = await fetch(`${xiaomi}/v3/message/regid`, {',
    "  method: 'POST',",
    '  headers: { authorization: `key=${process.env.XIAOMI_APP_SECRET}` },',
    '  body: new URLSearchParams({',
    "    registration_id: process.env.XIAOMI_REG_ID ?? '',",
    "    restricted_package_name: 'com.example.im',",
    "    pass_through: '0',",
    "    title: 'Denny',",
    "    description: 'Lunch at 12:30?',",
    "    notify_type: '-1',",
    '    notify_id: String(Date.now() % 2147483648),',
    "    'extra.channel_id': '100001',",
    "    'extra.notify_effect': '1',",
    '    // Encoded twice: here, and once more by the form.',
    '    payload: encodeURIComponent(\'{"k":1}\'),',
    '  }),',
    '});',
    'console.log(await response.json());',
  ]);

const java = (place: GatewayPlace): Recipe =>
  recipe('xiaomi.java', 'MiPush_SDK_Server', null, 'java', [
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
    '        .restrictedPackageName("com.example.im")',
    '        .passThrough(0)',
    '        .title("Denny")',
    '        .description("Lunch at 12:30?")',
    '        .notifyType(-1)',
    '        .extra("channel_id", "100001")',
    '        .extra("notify_effect", "1")',
    '        .build();',
    '    Result result = sender.send(message, System.getenv("XIAOMI_REG_ID"), 3);',
    '    System.out.println(result.getErrorCode() == ErrorCode.Success ? result.getMessageId() : result.getReason());',
    '  }',
    '}',
  ]);

const go = (place: GatewayPlace): Recipe =>
  recipe('xiaomi.go', 'github.com/modood/pushapi', null, 'go', [
    'import "github.com/modood/pushapi/xiaomipush"',
    '',
    'client := xiaomipush.NewClient(os.Getenv("XIAOMI_APP_SECRET"))',
    `» client.SetHost(${JSON.stringify(plainOrigin(place))})`,
  ]);

/** How to point senders at this gateway. The tests run those for curl and fetch; the others follow the libraries' own source. */
export const recipes = (place: GatewayPlace): Recipe[] => [curl(place), nodeFetch(place), java(place), go(place)];
