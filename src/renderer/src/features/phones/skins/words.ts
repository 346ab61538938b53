/**
 * What a phone itself says, in the phone's language, which need not be the window's. Part of the drawing, like its numbers: only
 * the English forms of the times were reported by anybody; every other cell is a default.
 */
export interface PhoneWords {
  readonly now: string;
  readonly more: (count: number) => string;
  readonly yesterday: (time: string) => string;
  readonly notifications: string;
  readonly silent: string;
  /** Heading of the talks on stock Android. */
  readonly conversations: string;
  readonly noNotifications: string;
  readonly clearAll: string;
  readonly manage: string;
  readonly internet: string;
  readonly bluetooth: string;
  readonly flashlight: string;
  readonly doNotDisturb: string;
  readonly on: string;
  readonly off: string;
  readonly chats: string;
  readonly writeMessage: string;
  readonly screen: string;
  readonly link: string;
  readonly timeSensitive: string;
  readonly critical: string;
  /** Closes an open group. */
  readonly close: string;
  /** Rows that makers fold silent notifications into. */
  readonly unimportant: string;
  readonly moreNotifications: string;
  readonly box: string;
  /** Stands on a locked phone for a text that its owner hides there. */
  readonly sensitiveHidden: string;
  readonly count: (count: number) => string;
  /** Buttons of a notification that the app builds, in the phone's language. */
  readonly reply: string;
  readonly markRead: string;
}

const en: PhoneWords = {
  now: 'now',
  more: (count) => `+${count} more`,
  yesterday: (time) => `Yesterday, ${time}`,
  notifications: 'Notifications',
  silent: 'Silent',
  conversations: 'Conversations',
  noNotifications: 'No notifications',
  clearAll: 'Clear all',
  manage: 'Manage',
  internet: 'Internet',
  bluetooth: 'Bluetooth',
  flashlight: 'Flashlight',
  doNotDisturb: 'Do Not Disturb',
  on: 'On',
  off: 'Off',
  chats: 'Chats',
  writeMessage: 'Message',
  screen: 'Screen of the app',
  link: 'Link',
  timeSensitive: 'Time Sensitive',
  critical: 'Critical',
  close: 'Show less',
  unimportant: 'Unimportant notifications',
  moreNotifications: 'More notifications',
  box: 'Message box',
  sensitiveHidden: 'Sensitive notification content hidden',
  count: (count) => `${count} ${count === 1 ? 'notification' : 'notifications'}`,
  reply: 'Reply',
  markRead: 'Mark as read',
};
const zh: PhoneWords = {
  now: '现在',
  more: (count) => `还有${count}条`,
  yesterday: (time) => `昨天 ${time}`,
  notifications: '通知',
  silent: '静音',
  conversations: '对话',
  noNotifications: '没有通知',
  clearAll: '全部清除',
  manage: '管理',
  internet: '互联网',
  bluetooth: '蓝牙',
  flashlight: '手电筒',
  doNotDisturb: '勿扰模式',
  on: '已开启',
  off: '已关闭',
  chats: '聊天',
  writeMessage: '发消息',
  screen: '应用页面',
  link: '链接',
  timeSensitive: '即时通知',
  critical: '重要警告',
  close: '收起',
  unimportant: '不重要通知',
  moreNotifications: '更多通知',
  box: '消息盒子',
  sensitiveHidden: '敏感通知内容已隐藏',
  count: (count) => `${count} 条通知`,
  reply: '回复',
  markRead: '标为已读',
};
const ja: PhoneWords = {
  now: '今',
  more: (count) => `他${count}件`,
  yesterday: (time) => `昨日 ${time}`,
  notifications: '通知',
  silent: 'サイレント',
  conversations: '会話',
  noNotifications: '通知はありません',
  clearAll: 'すべて消去',
  manage: '管理',
  internet: 'インターネット',
  bluetooth: 'Bluetooth',
  flashlight: 'ライト',
  doNotDisturb: 'サイレント モード',
  on: 'オン',
  off: 'オフ',
  chats: 'チャット',
  writeMessage: 'メッセージ',
  screen: 'アプリの画面',
  link: 'リンク',
  timeSensitive: '即時通知',
  critical: '重大な通知',
  close: '閉じる',
  unimportant: '重要でない通知',
  moreNotifications: 'その他の通知',
  box: 'メッセージボックス',
  sensitiveHidden: 'プライベートな通知内容は非表示です',
  count: (count) => `${count} 件の通知`,
  reply: '返信',
  markRead: '既読にする',
};
const ko: PhoneWords = {
  now: '지금',
  more: (count) => `외 ${count}개`,
  yesterday: (time) => `어제 ${time}`,
  notifications: '알림',
  silent: '무음',
  conversations: '대화',
  noNotifications: '알림 없음',
  clearAll: '모두 지우기',
  manage: '관리',
  internet: '인터넷',
  bluetooth: '블루투스',
  flashlight: '손전등',
  doNotDisturb: '방해 금지 모드',
  on: '사용',
  off: '사용 안함',
  chats: '채팅',
  writeMessage: '메시지',
  screen: '앱 화면',
  link: '링크',
  timeSensitive: '시간에 민감한 알림',
  critical: '긴급 알림',
  close: '접기',
  unimportant: '중요하지 않은 알림',
  moreNotifications: '알림 더 보기',
  box: '메시지 상자',
  sensitiveHidden: '민감한 알림 내용이 숨겨짐',
  count: (count) => `알림 ${count}개`,
  reply: '답장',
  markRead: '읽음으로 표시',
};
const ar: PhoneWords = {
  now: 'الآن',
  more: (count) => `${count} أخرى`,
  yesterday: (time) => `أمس، ${time}`,
  notifications: 'الإشعارات',
  silent: 'صامت',
  conversations: 'المحادثات',
  noNotifications: 'لا توجد إشعارات',
  clearAll: 'محو الكل',
  manage: 'إدارة',
  internet: 'الإنترنت',
  bluetooth: 'بلوتوث',
  flashlight: 'المصباح',
  doNotDisturb: 'عدم الإزعاج',
  on: 'مفعّل',
  off: 'متوقف',
  chats: 'المحادثات',
  writeMessage: 'رسالة',
  screen: 'شاشة التطبيق',
  link: 'رابط',
  timeSensitive: 'حساس للوقت',
  critical: 'تنبيه هام',
  close: 'عرض أقل',
  unimportant: 'إشعارات غير مهمة',
  moreNotifications: 'المزيد من الإشعارات',
  box: 'صندوق الرسائل',
  sensitiveHidden: 'تم إخفاء محتوى الإشعار الحسّاس',
  count: (count) => `الإشعارات: ${count}`,
  reply: 'رد',
  markRead: 'وضع علامة مقروء',
};

const de: PhoneWords = {
  now: 'Jetzt',
  more: (count) => `+${count} weitere`,
  yesterday: (time) => `Gestern, ${time}`,
  notifications: 'Benachrichtigungen',
  silent: 'Lautlos',
  conversations: 'Unterhaltungen',
  noNotifications: 'Keine Benachrichtigungen',
  clearAll: 'Alle löschen',
  manage: 'Verwalten',
  internet: 'Internet',
  bluetooth: 'Bluetooth',
  flashlight: 'Taschenlampe',
  doNotDisturb: 'Nicht stören',
  on: 'Ein',
  off: 'Aus',
  chats: 'Chats',
  writeMessage: 'Nachricht',
  screen: 'Ansicht der App',
  link: 'Link',
  timeSensitive: 'Zeitkritisch',
  critical: 'Kritisch',
  close: 'Weniger anzeigen',
  unimportant: 'Unwichtige Benachrichtigungen',
  moreNotifications: 'Weitere Benachrichtigungen',
  box: 'Nachrichtenbox',
  sensitiveHidden: 'Vertrauliche Inhalte ausgeblendet',
  count: (count) => `${count} ${count === 1 ? 'Benachrichtigung' : 'Benachrichtigungen'}`,
  reply: 'Antworten',
  markRead: 'Als gelesen markieren',
};
const hi: PhoneWords = {
  now: 'अभी',
  more: (count) => `+${count} और`,
  yesterday: (time) => `कल, ${time}`,
  notifications: 'सूचनाएँ',
  silent: 'साइलेंट',
  conversations: 'बातचीत',
  noNotifications: 'कोई सूचना नहीं',
  clearAll: 'सभी हटाएँ',
  manage: 'मैनेज करें',
  internet: 'इंटरनेट',
  bluetooth: 'ब्लूटूथ',
  flashlight: 'टॉर्च',
  doNotDisturb: 'परेशान न करें',
  on: 'चालू',
  off: 'बंद',
  chats: 'चैट',
  writeMessage: 'संदेश',
  screen: 'ऐप की स्क्रीन',
  link: 'लिंक',
  timeSensitive: 'समय-संवेदी',
  critical: 'गंभीर',
  close: 'कम दिखाएँ',
  unimportant: 'कम ज़रूरी सूचनाएँ',
  moreNotifications: 'और सूचनाएँ',
  box: 'संदेश बॉक्स',
  sensitiveHidden: 'संवेदनशील सूचना छिपाई गई है',
  count: (count) => `${count} सूचनाएँ`,
  reply: 'जवाब दें',
  markRead: 'पढ़ा हुआ मार्क करें',
};

const he: PhoneWords = {
  now: 'עכשיו',
  more: (count) => `עוד ${count}`,
  yesterday: (time) => `אתמול, ${time}`,
  notifications: 'התראות',
  silent: 'שקט',
  conversations: 'שיחות',
  noNotifications: 'אין התראות',
  clearAll: 'ניקוי הכול',
  manage: 'ניהול',
  internet: 'אינטרנט',
  bluetooth: 'Bluetooth',
  flashlight: 'פנס',
  doNotDisturb: 'נא לא להפריע',
  on: 'פועל',
  off: 'כבוי',
  chats: 'צ׳אטים',
  writeMessage: 'הודעה',
  screen: 'מסך באפליקציה',
  link: 'קישור',
  timeSensitive: 'רגיש לזמן',
  critical: 'קריטי',
  close: 'הצגת פחות',
  unimportant: 'התראות לא חשובות',
  moreNotifications: 'התראות נוספות',
  box: 'תיבת הודעות',
  sensitiveHidden: 'תוכן רגיש של ההתראה מוסתר',
  count: (count) => `${count} התראות`,
  reply: 'תשובה',
  markRead: 'סימון כנקרא',
};
const th: PhoneWords = {
  now: 'เมื่อกี้',
  more: (count) => `อีก ${count} รายการ`,
  yesterday: (time) => `เมื่อวาน ${time}`,
  notifications: 'การแจ้งเตือน',
  silent: 'เงียบ',
  conversations: 'การสนทนา',
  noNotifications: 'ไม่มีการแจ้งเตือน',
  clearAll: 'ล้างทั้งหมด',
  manage: 'จัดการ',
  internet: 'อินเทอร์เน็ต',
  bluetooth: 'บลูทูธ',
  flashlight: 'ไฟฉาย',
  doNotDisturb: 'ห้ามรบกวน',
  on: 'เปิด',
  off: 'ปิด',
  chats: 'แชท',
  writeMessage: 'ข้อความ',
  screen: 'หน้าจอของแอป',
  link: 'ลิงก์',
  timeSensitive: 'เวลาสำคัญ',
  critical: 'สำคัญมาก',
  close: 'แสดงน้อยลง',
  unimportant: 'การแจ้งเตือนที่ไม่สำคัญ',
  moreNotifications: 'การแจ้งเตือนเพิ่มเติม',
  box: 'กล่องข้อความ',
  sensitiveHidden: 'ซ่อนเนื้อหาการแจ้งเตือนที่ละเอียดอ่อน',
  count: (count) => `การแจ้งเตือน ${count} รายการ`,
  reply: 'ตอบกลับ',
  markRead: 'ทำเครื่องหมายว่าอ่านแล้ว',
};

const languages: Readonly<Record<string, PhoneWords>> = { en, zh, ja, ko, ar, de, hi, he, th };

/** `zh-CN` → `zh`. */
export const languageOf = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0] ?? 'en';

/** The phone's own words; English where the language is none of the drawn ones. */
export const phoneWords = (locale: string): PhoneWords => languages[languageOf(locale)] ?? en;

/** The phone languages a person can choose, each in its own words. */
export const phoneLocales: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '简体中文' },
  { value: 'ja', label: '日本語' },
  { value: 'ko', label: '한국어' },
  { value: 'de', label: 'Deutsch' },
  { value: 'ar', label: 'العربية' },
  { value: 'hi', label: 'हिन्दी' },
  { value: 'he', label: 'עברית' },
  { value: 'th', label: 'ไทย' },
];

const rightToLeft = new Set(['ar', 'he', 'iw', 'fa', 'ur']);

/** The direction of the phone's own interface. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr');
