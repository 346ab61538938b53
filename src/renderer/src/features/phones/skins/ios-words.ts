import { languageOf } from './words.ts';

/** What an iPhone itself says around its notifications. Nobody has checked the words on a phone; they are working defaults. */
export interface IosWords {
  readonly notification: string;
  readonly center: string;
  readonly showLess: string;
  readonly clear: string;
  readonly summary: string;
  readonly count: (count: number) => string;
  readonly reply: string;
  readonly send: string;
  readonly customView: string;
}

const en: IosWords = {
  notification: 'Notification',
  center: 'Notification Center',
  showLess: 'Show less',
  clear: 'Clear',
  summary: 'Scheduled Summary',
  count: (count) => (count === 1 ? '1 Notification' : `${count} Notifications`),
  reply: 'Message',
  send: 'Send',
  customView: 'Photo',
};

const words: Readonly<Record<string, IosWords>> = {
  en,
  zh: {
    notification: '通知',
    center: '通知中心',
    showLess: '折叠',
    clear: '清除',
    summary: '定时摘要',
    count: (count) => `${count} 条通知`,
    reply: '信息',
    send: '发送',
    customView: '照片',
  },
  ja: {
    notification: '通知',
    center: '通知センター',
    showLess: '表示を減らす',
    clear: '消去',
    summary: '時刻指定要約',
    count: (count) => `${count}件の通知`,
    reply: 'メッセージ',
    send: '送信',
    customView: '写真',
  },
  ko: {
    notification: '알림',
    center: '알림 센터',
    showLess: '간략히 보기',
    clear: '지우기',
    summary: '예약 요약',
    count: (count) => `알림 ${count}개`,
    reply: '메시지',
    send: '보내기',
    customView: '사진',
  },
  de: {
    notification: 'Mitteilung',
    center: 'Mitteilungszentrale',
    showLess: 'Weniger anzeigen',
    clear: 'Löschen',
    summary: 'Geplante Übersicht',
    count: (count) => (count === 1 ? '1 Mitteilung' : `${count} Mitteilungen`),
    reply: 'Nachricht',
    send: 'Senden',
    customView: 'Foto',
  },
  ar: {
    notification: 'إشعار',
    center: 'مركز الإشعارات',
    showLess: 'عرض أقل',
    clear: 'مسح',
    summary: 'الملخص المجدول',
    count: (count) => `الإشعارات: ${count}`,
    reply: 'رسالة',
    send: 'إرسال',
    customView: 'صورة',
  },
  hi: {
    notification: 'सूचना',
    center: 'सूचना केंद्र',
    showLess: 'कम दिखाएँ',
    clear: 'हटाएँ',
    summary: 'निर्धारित सारांश',
    count: (count) => `${count} सूचनाएँ`,
    reply: 'संदेश',
    send: 'भेजें',
    customView: 'फ़ोटो',
  },
  he: {
    notification: 'התראה',
    center: 'מרכז ההתראות',
    showLess: 'הצג פחות',
    clear: 'נקה',
    summary: 'סיכום מתוזמן',
    count: (count) => (count === 1 ? 'התראה אחת' : `${count} התראות`),
    reply: 'הודעה',
    send: 'שלח',
    customView: 'תמונה',
  },
  th: {
    notification: 'การแจ้งเตือน',
    center: 'ศูนย์การแจ้งเตือน',
    showLess: 'แสดงน้อยลง',
    clear: 'ล้าง',
    summary: 'สรุปตามกำหนดเวลา',
    count: (count) => `การแจ้งเตือน ${count} รายการ`,
    reply: 'ข้อความ',
    send: 'ส่ง',
    customView: 'รูปภาพ',
  },
};
/** The iPhone's words in a language; English where the language is none of the drawn ones. */
export const iosWords = (locale: string): IosWords => words[languageOf(locale)] ?? en;
