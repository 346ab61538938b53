/** Decisions per second: one message on one device, and a group message on every device of twenty members. */
import { anAccount, aDevice, aGroup, anApp } from '../../tests/support/workspace.ts';
import { Message, type MessageInput } from '../../src/shared/contract/message.ts';
import { decide, defaultSwitches, type DecisionInput } from '../../src/main/im/index.ts';
import { printTable, type Row } from '../table.ts';

const nowMs = 1_800_000_000_000;
const inputOf = (over: Partial<MessageInput>, more: Partial<DecisionInput> = {}): DecisionInput => ({
  message: Message.parse({
    from: 'denny',
    conversation: { kind: 'c2c', to: 'vinson' },
    elements: [{ kind: 'text', text: 'Lunch at 12:30?' }],
    ...over,
  }),
  sender: anAccount({ id: 'acc_denny', userId: 'denny', nickname: 'Denny' }),
  group: null,
  recipient: anAccount(),
  device: aDevice({ appStateAtMs: nowMs - 60_000 }),
  app: anApp(),
  credential: null,
  nowMs,
  switches: defaultSwitches,
  ...more,
});

const cases: readonly (readonly [string, DecisionInput])[] = [
  ['text to an iPhone', inputOf({ options: { random: 7 } }, { recent: [] })],
  [
    'full OfflinePushInfo to Huawei',
    inputOf(
      {
        offlinePush: {
          title: 'Denny',
          desc: '合同我也带一份。'.repeat(90),
          ext: '{"entity":{"version":1,"chatType":1,"action":1,"sender":"denny"}}',
          badgeAddNum: 2,
          android: { sound: 'ding', huawei: { channelId: 'im', category: 'IM', importance: 'NORMAL' } },
          multiLanguage: [
            { language: 'en', title: 'Denny', desc: 'Lunch?' },
            { language: 'zh', title: '丹尼', desc: '吃饭吗？' },
          ],
        },
      },
      { device: aDevice({ platform: 'android', vendor: 'huawei', appStateAtMs: nowMs - 60_000 }) },
    ),
  ],
  [
    'nine elements to a group',
    inputOf(
      {
        conversation: { kind: 'group', groupId: 'lunch' },
        elements: [
          { kind: 'text', text: 'Look ' },
          { kind: 'image' },
          { kind: 'sound' },
          { kind: 'file' },
          { kind: 'face' },
          { kind: 'location' },
          { kind: 'video' },
          { kind: 'relay', title: 'Chat' },
          { kind: 'custom', desc: 'gift', ext: 'x', sound: 'ding.aiff' },
        ],
        groupAt: [{ all: false, userId: 'vinson' }],
      },
      {
        group: aGroup({
          members: [
            { userId: 'denny', nameCard: '' },
            { userId: 'vinson', nameCard: '', receiveOption: 3 },
          ],
        }),
      },
    ),
  ],
  [
    'stopped by a do-not-disturb time in Tokyo',
    inputOf(
      {},
      {
        recipient: anAccount({
          timeZone: 'Asia/Tokyo',
          doNotDisturb: { kind: 'daily', hour: 0, minute: 0, second: 0, durationSeconds: 86_399 },
        }),
      },
    ),
  ],
];

/** Rounds are short, so that the machine's other work shows in the slow ones and not in all. */
const measure = (name: string, input: DecisionInput): Row => {
  const perRound = 2000;
  for (let index = 0; index < perRound * 5; index += 1) decide(input);
  const rounds: number[] = [];
  const started = performance.now();
  while (performance.now() - started < 2000) {
    const from = performance.now();
    for (let index = 0; index < perRound; index += 1) decide(input);
    rounds.push((performance.now() - from) / perRound);
  }
  rounds.sort((a, b) => a - b);
  const at = (share: number): number => rounds[Math.floor(rounds.length * share)] ?? Number.NaN;
  const total = rounds.reduce((sum, one) => sum + one, 0);
  return { group: 'decide', name, perSecond: (1000 * rounds.length) / total, p50Ms: at(0.5), p99Ms: at(0.99) };
};

/** Measures and prints; the goal is 50,000 decisions a second for one message on one device. */
export const benchIm = (): Promise<void> => {
  const rows = cases.map(([name, input]) => measure(name, input));
  printTable(
    'IM engine: one message, one device (goal: 50,000 per second)',
    rows,
    { decide: cases[0]?.[0] ?? '' },
    'im',
  );
  return Promise.resolve();
};
