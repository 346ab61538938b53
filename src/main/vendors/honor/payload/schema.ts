import { choice, flag, integer, object, text, type Shape } from '../../kit/json-shape.ts';

const plain = { title: text, body: text, image: text };

/** The request body. Source: «Honor Push: downlink message». `token` is judged by a rule of its own. */
export const bodyShape: Shape = object({
  data: text,
  notification: object(plain),
  android: object({
    ttl: text,
    biTag: text,
    data: text,
    targetUserType: choice(0, 1),
    notification: object({
      ...plain,
      clickAction: object({ type: integer, intent: text, action: text, url: text }),
      style: integer,
      bigTitle: text,
      bigBody: text,
      importance: choice('LOW', 'NORMAL'),
      when: text,
      buttons: {
        kind: 'list',
        of: object({
          name: text,
          actionType: choice(0, 1, 2),
          intentType: choice(0, 1),
          intent: text,
          data: text,
        }),
      },
      badge: object({ addNum: integer, setNum: integer, badgeClass: text }),
      notifyId: integer,
      tag: text,
      group: text,
      // Seen in senders, without a word on what Honor does with them.
      useDefaultVibrate: flag,
      useDefaultLight: flag,
      visibility: text,
    }),
  }),
  token: { kind: 'any' },
});
