/** A screen of the drawn app, from its name. */
export type Screen =
  | { readonly kind: 'chats' }
  | { readonly kind: 'chat' | 'group'; readonly id: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'custom'; readonly name: string };

/** `chats`, `chat/<userId>`, `group/<groupId>`, an address, or any other name of the app's own. */
export const screenOf = (name: string): Screen => {
  if (name === 'chats') return { kind: 'chats' };
  const [, kind, id] = /^(chat|group)\/(.+)$/s.exec(name) ?? [];
  if ((kind === 'chat' || kind === 'group') && id !== undefined) return { kind, id };
  return /^[a-z][a-z\d+.-]*:/i.test(name) ? { kind: 'url', url: name } : { kind: 'custom', name };
};

/** What names the people and groups of the workspace; ids nobody knows are their own names. */
export interface Names {
  readonly accounts: readonly { readonly userId: string; readonly nickname: string }[];
  readonly groups: readonly { readonly groupId: string; readonly name: string }[];
}

/** The heading of a screen: the person, the group, the address or the name. Null for the list of chats, whose heading is the phone's word. */
export const screenTitle = (screen: Screen, { accounts, groups }: Names): string | null => {
  switch (screen.kind) {
    case 'chats':
      return null;
    case 'chat':
      return accounts.find((one) => one.userId === screen.id)?.nickname || screen.id;
    case 'group':
      return groups.find((one) => one.groupId === screen.id)?.name || screen.id;
    case 'url':
      return screen.url;
    default:
      return screen.name;
  }
};
