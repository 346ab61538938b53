import type { App, ClickAction, VendorConsole, VendorId } from '../../../../../shared/contract/index.ts';

export type ClickKind = ClickAction['kind'];
type TextName = 'channelId' | 'category' | 'importance' | 'badgeClass' | 'receiptId';

/** What Tencent's console asks for at one vendor, beside the credential. */
export interface ConsoleFields {
  /** What «open specified page» may be, the usual form first. Empty: there is no choice. */
  readonly clicks: readonly ClickKind[];
  readonly texts: readonly TextName[];
  /** Values of the vendor's old classification. */
  readonly classes: readonly number[];
  readonly mutableContent: boolean;
}
const fields = (over: Partial<ConsoleFields>): ConsoleFields => ({
  clicks: ['app', 'web', 'intent'],
  texts: [],
  classes: [],
  mutableContent: false,
  ...over,
});

/** The console's forms, vendor by vendor. Source: Tencent Cloud Chat, vendor push integration (Android) and APNs integration. */
export const consoleFields: Readonly<Record<VendorId, ConsoleFields>> = {
  apns: fields({ clicks: [], mutableContent: true }),
  fcm: fields({ clicks: [], texts: ['channelId'] }),
  huawei: fields({ texts: ['channelId', 'category', 'importance', 'badgeClass'] }),
  honor: fields({ texts: ['importance', 'badgeClass'] }),
  xiaomi: fields({ texts: ['channelId'] }),
  oppo: fields({ clicks: ['app', 'web', 'activity', 'action'], texts: ['channelId', 'category'] }),
  vivo: fields({ texts: ['category', 'receiptId'], classes: [0, 1] }),
  meizu: fields({ clicks: ['app', 'web', 'activity'], classes: [0, 1] }),
  tpns: fields({ clicks: ['app', 'web', 'intent', 'activity'], mutableContent: false }),
};

/** The kinds to offer: those of the vendor's form, and the one that is set, wherever it came from. */
export const clickKinds = (vendor: VendorId, { click }: VendorConsole): readonly ClickKind[] => {
  const { clicks } = consoleFields[vendor];
  return click && !clicks.includes(click.kind) ? [...clicks, click.kind] : clicks;
};

/** What is typed for a click action; empty for one that takes nothing. */
export const clickText = (click: ClickAction | undefined): string => {
  switch (click?.kind) {
    case 'web':
      return click.url;
    case 'intent':
      return click.uri;
    case 'activity':
    case 'action':
      return click.name;
    default:
      return '';
  }
};

/** A click action of a kind with what was typed. */
export const clickOf = (kind: ClickKind, text: string): ClickAction => {
  switch (kind) {
    case 'app':
      return { kind };
    case 'web':
      return { kind, url: text };
    case 'intent':
      return { kind, uri: text };
    default:
      return { kind, name: text };
  }
};

/** The settings of one vendor with some of them changed; an empty text is none. */
export const withConsole = (
  console: App['console'],
  vendor: VendorId,
  patch: { readonly [K in keyof VendorConsole]?: VendorConsole[K] | undefined },
): App['console'] => {
  const next = { ...console[vendor], ...patch };
  const kept = Object.entries(next).filter(([, value]) => value !== undefined && value !== '');
  return { ...console, [vendor]: Object.fromEntries(kept) };
};

/** Without vendors for which nothing is set. */
export const tidyConsole = (console: App['console']): App['console'] =>
  Object.fromEntries(Object.entries(console).filter(([, own]) => own && Object.keys(own).length > 0));
