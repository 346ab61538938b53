/** Texts that break drawings: scripts, emoji, invisible characters, words without spaces. Written for this project. */

const prose =
  'Your parcel left the depot this morning and the courier expects to reach you between nine and one today so please keep your phone close ';
const proseOf = (length: number): string => prose.repeat(Math.ceil(length / prose.length)).slice(0, length);

/** What an iPhone makes of a text, at 298 points (iPhone 14) and 348 points (iPhone 17 Pro Max) of text width. */
export interface TortureRow {
  readonly id: string;
  readonly slot: 'title' | 'body';
  readonly text: string;
  /** Graphemes of the text as it is drawn. */
  readonly graphemes?: number;
  /** Lines a body needs. Absent: its letters come from the machine, so the number is nobody's to promise. */
  readonly lines?: readonly [number, number];
  /** Graphemes of a title that are read beside «now»; absent: the machine's letters decide. */
  readonly shown?: readonly [number, number];
  /** In a script that no font of ours has. */
  readonly script?: 'arabic' | 'hebrew' | 'devanagari' | 'thai' | 'cuneiform';
}

export const torture: readonly TortureRow[] = [
  { id: 'T01', slot: 'body', text: 'Your order has shipped.', graphemes: 23, lines: [1, 1] },
  { id: 'T02', slot: 'title', text: 'Flash sale: 50% off shoes until 9pm', graphemes: 35, shown: [35, 35] },
  { id: 'T03', slot: 'body', text: proseOf(178), lines: [5, 4] },
  { id: 'T04', slot: 'body', text: proseOf(700), lines: [17, 15] },
  { id: 'T05', slot: 'title', text: '订单已发货预计明天上午送达请注意查收快递', graphemes: 20, shown: [16, 20] },
  { id: 'T06', slot: 'title', text: '订单已发货预计明天上午送达请注意查收快递！', graphemes: 21, shown: [16, 20] },
  {
    id: 'T07',
    slot: 'body',
    text: '您购买的“秋季限定礼盒（大号）”已经从上海仓发出，预计11月23日前送达。如需改地址，请在今晚20:00前联系客服；逾期将无法修改……',
    graphemes: 67,
    lines: [4, 3],
  },
  {
    id: 'T08',
    slot: 'body',
    text: 'iPhone 17 Pro Max直降¥1,000，12期0利率，仅限11.11当天！点击查看https://t.cn/A6xYz',
    graphemes: 65,
    lines: [2, 2],
  },
  {
    id: 'T09',
    slot: 'body',
    text: '「ご注文ありがとうございます。」ショッピングカートの商品は、本日中に発送されます（一部地域を除く）。キャンセルは、マイページから。',
    graphemes: 65,
    lines: [4, 3],
  },
  {
    id: 'T10',
    slot: 'title',
    text: 'プッシュノーティフィケーションシミュレーターのアップデート',
    graphemes: 29,
    shown: [17, 20],
  },
  {
    id: 'T11',
    slot: 'body',
    text: '주문하신 상품이 오늘 오전에 출고되었습니다. 배송 조회는 마이페이지에서 확인하실 수 있으며 문의 사항은 고객센터로 연락해 주세요.',
    graphemes: 72,
    lines: [3, 3],
  },
  {
    id: 'T12',
    slot: 'body',
    text: 'تم شحن طلبك رقم 10234 وسيصل يوم الخميس بين الساعة 9:00 و13:00. اضغط لمتابعة السائق.',
    graphemes: 83,
    lines: [2, 2],
    script: 'arabic',
  },
  {
    id: 'T13',
    slot: 'body',
    text: 'خصم 50% على iPhone 17 (256GB) عبر https://example.com/ar?id=1 حتى 9 PM!',
    graphemes: 71,
    lines: [2, 2],
    script: 'arabic',
  },
  { id: 'T14', slot: 'title', text: 'Wolt: ההזמנה שלך בדרך 🚴', graphemes: 23, script: 'hebrew' },
  {
    id: 'T15',
    slot: 'body',
    text: 'आपका ऑर्डर भेज दिया गया है और गुरुवार को सुबह 9 से दोपहर 1 बजे के बीच पहुँचेगा। ट्रैक करने के लिए टैप करें।',
    graphemes: 76,
    lines: [3, 2],
    script: 'devanagari',
  },
  {
    id: 'T16',
    slot: 'body',
    text: 'คำสั่งซื้อของคุณถูกจัดส่งแล้วและจะถึงในวันพฤหัสบดีนี้กรุณาเตรียมรับสินค้า',
    graphemes: 52,
    lines: [2, 2],
    script: 'thai',
  },
  {
    id: 'T17',
    slot: 'body',
    text: 'Ihre Rechtsschutzversicherungsgesellschaft hat das Donaudampfschifffahrtsgesellschaftskapitänspatent bestätigt.',
    graphemes: 111,
    lines: [4, 3],
  },
  { id: 'T18', slot: 'title', text: '👨‍👩‍👧‍👦🏳️‍🌈👩🏽‍💻🇯🇵👍🏿🧑‍🤝‍🧑🇬🇧1️⃣', graphemes: 8, shown: [8, 8] },
  { id: 'T19', slot: 'body', text: '☺ ☺\ufe0e ☺\ufe0f ❤ ❤\ufe0f ♀ ♀\ufe0f ™ ©\ufe0f 🫩 🫆', graphemes: 21 },
  {
    id: 'T20',
    slot: 'body',
    text: 'Đơn hàng của bạn đã được gửi đi — Z\u0337\u034e\u0308a\u0335\u0354\u035bl\u0334\u0330\u033eg\u0336\u0319\u0308\u0301o\u0338\u0330\u0360 và e\u0301 o\u0302\u0300',
    graphemes: 46,
  },
  {
    id: 'T21',
    slot: 'body',
    text: 'https://shop.example.com/campaigns/2026/black-friday/landing?utm_source=push&utm_medium=app&utm_campaign=bf26_final_reminder&uid=9f8e7d6c5b4a',
    graphemes: 141,
    lines: [5, 4],
  },
  { id: 'T22', slot: 'body', text: 'Line one\nLine two\r\nLine three\u2028Line four\n\n\nLine seven', lines: [7, 7] },
  {
    id: 'T23',
    slot: 'body',
    text: '  Tab\u0009here,   many   spaces, non\u00a0breaking\u00a0words and a trailing space ',
    lines: [2, 2],
  },
  {
    id: 'T24',
    slot: 'body',
    text: 'zero\u200bwidth\u200bspace joi\u200dner non\u200cjoiner word\u2060joiner soft\u00adhy\u00adphen \ufeffBOM',
    lines: [2, 2],
  },
  {
    id: 'T25',
    slot: 'title',
    text: 'Pay \u202Eelif.exe\u202C to \u2066שלום\u2069 now',
    graphemes: 28,
    script: 'hebrew',
  },
  { id: 'T26', slot: 'title', text: ' \u3000\u200b ' },
  {
    id: 'T27',
    slot: 'body',
    text: '{{first_name}}, %@ owes you %d%% &amp; <b>5</b> \\"coins\\" \\n ${x}',
    lines: [2, 2],
  },
  { id: 'T28', slot: 'body', text: `${proseOf(1023)}😀${proseOf(30)}`, lines: [26, 22] },
  { id: 'T29', slot: 'body', text: '汉'.repeat(1365), graphemes: 1365, lines: [72, 60] },
  { id: 'T30', slot: 'title', text: 'ﷺ ﷽ 𒐫 ⸻ ꧅ ａｂｃ ①② Ａ', script: 'cuneiform' },
];
