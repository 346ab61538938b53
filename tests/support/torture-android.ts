/** Texts that break drawings, with what stock Android makes of them: lines of a body at 292 dp (16) and 272 dp (12), and graphemes read of a title. */

const prose =
  'Your parcel left the depot this morning and the courier expects to reach you between nine and one today so please keep your phone close ';
const proseOf = (length: number): string => prose.repeat(Math.ceil(length / prose.length)).slice(0, length);

export interface AndroidTortureRow {
  readonly id: string;
  readonly slot: 'title' | 'body';
  readonly text: string;
  /** Lines the whole body needs on 16 and on 12. */
  readonly lines?: readonly [number, number];
  /** Graphemes of a title read beside «now» on 16. */
  readonly shown?: number;
}

export const androidTorture: readonly AndroidTortureRow[] = [
  { id: 'T01', slot: 'body', text: 'Your order has shipped.', lines: [1, 1] },
  { id: 'T02', slot: 'title', text: 'Flash sale: 50% off shoes until 9pm', shown: 33 },
  { id: 'T03', slot: 'body', text: proseOf(178), lines: [4, 5] },
  { id: 'T04', slot: 'body', text: proseOf(700), lines: [16, 17] },
  { id: 'T05', slot: 'title', text: '订单已发货预计明天上午送达请注意查收快递', shown: 14 },
  { id: 'T06', slot: 'title', text: '订单已发货预计明天上午送达请注意查收快递！', shown: 14 },
  {
    id: 'T07',
    slot: 'body',
    text: '您购买的“秋季限定礼盒（大号）”已经从上海仓发出，预计11月23日前送达。如需改地址，请在今晚20:00前联系客服；逾期将无法修改……',
    lines: [3, 4],
  },
  {
    id: 'T08',
    slot: 'body',
    text: 'iPhone 17 Pro Max直降¥1,000，12期0利率，仅限11.11当天！点击查看https://t.cn/A6xYz',
    lines: [2, 3],
  },
  {
    id: 'T09',
    slot: 'body',
    text: '「ご注文ありがとうございます。」ショッピングカートの商品は、本日中に発送されます（一部地域を除く）。キャンセルは、マイページから。',
    lines: [4, 4],
  },
  { id: 'T10', slot: 'title', text: 'プッシュノーティフィケーションシミュレーターのアップデート', shown: 14 },
  {
    id: 'T11',
    slot: 'body',
    text: '주문하신 상품이 오늘 오전에 출고되었습니다. 배송 조회는 마이페이지에서 확인하실 수 있으며 문의 사항은 고객센터로 연락해 주세요.',
    lines: [3, 3],
  },
  {
    id: 'T20',
    slot: 'body',
    text: 'Đơn hàng của bạn đã được gửi đi — Z\u0337\u034e\u0308a\u0335\u0354\u035bl\u0334\u0330\u033eg\u0336\u0319\u0308\u0301o\u0338\u0330\u0360 và e\u0301 o\u0302\u0300',
    lines: [2, 2],
  },
  {
    id: 'T21',
    slot: 'body',
    text: 'https://shop.example.com/campaigns/2026/black-friday/landing?utm_source=push&utm_medium=app&utm_campaign=bf26_final_reminder&uid=9f8e7d6c5b4a',
    lines: [5, 5],
  },
  {
    id: 'T22',
    slot: 'body',
    text: 'Line one\nLine two\r\nLine three\u2028Line four\n\n\nLine seven',
    lines: [7, 7],
  },
  {
    id: 'T23',
    slot: 'body',
    text: '  Tab\there,   many   spaces, non\u00a0breaking\u00a0words and a trailing space ',
    lines: [2, 2],
  },
  {
    id: 'T24',
    slot: 'body',
    text: 'zero\u200bwidth\u200bspace joi\u200dner non\u200cjoiner word\u2060joiner soft\u00adhy\u00adphen \ufeffBOM',
    lines: [2, 2],
  },
  { id: 'T26', slot: 'title', text: ' \u3000\u200b ' },
  {
    id: 'T27',
    slot: 'body',
    text: '{{first_name}}, %@ owes you %d%% &amp; <b>5</b> \\"coins\\" \\n ${x}',
    lines: [2, 2],
  },
  { id: 'T28', slot: 'body', text: `${proseOf(1023)}😀${proseOf(30)}` },
  // 1365 would leave no room for anything else: FCM refuses that.
  { id: 'T29', slot: 'body', text: '汉'.repeat(1100) },
];
