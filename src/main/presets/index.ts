import type { Preset } from '../../shared/contract/index.ts';
import { Message, type MessageInput } from '../../shared/contract/message.ts';

const preset = (id: string, message: MessageInput): Preset => ({ id, message: Message.parse(message) });
const toVinson = { kind: 'c2c', to: 'vinson' } as const;

/** Messages to start from, all between the accounts of the demo workspace. The first is the scenario of the iOS guide (R42). */
export const presets: readonly Preset[] = [
  preset('denny-to-vinson', {
    from: 'denny',
    conversation: toVinson,
    elements: [{ kind: 'text', text: 'Lunch at 12:30? I booked the corner table by the window.' }],
    offlinePush: {
      title: 'Denny',
      desc: 'Lunch at 12:30? I booked the corner table by the window.',
      ext: 'jump to denny',
    },
  }),
  preset('plain-text', { from: 'denny', conversation: toVinson, elements: [{ kind: 'text', text: 'Are you there?' }] }),
  preset('group', {
    from: 'denny',
    conversation: { kind: 'group', groupId: 'lunch' },
    elements: [{ kind: 'text', text: 'Who is in for noodles?' }],
    offlinePush: { ext: '{"entity":{"version":1,"chatType":2,"action":1,"sender":"lunch","nickname":"Denny"}}' },
  }),
  preset('several-elements', {
    from: 'denny',
    conversation: toVinson,
    elements: [
      { kind: 'text', text: 'Look ' },
      { kind: 'image' },
      { kind: 'sound', seconds: 4 },
      { kind: 'file', fileName: 'menu.pdf' },
    ],
  }),
  preset('custom-without-desc', {
    from: 'denny',
    conversation: toVinson,
    elements: [{ kind: 'custom', data: '{"gift":7}', desc: '', ext: '', sound: '' }],
  }),
];
