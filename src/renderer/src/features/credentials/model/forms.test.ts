import { describe, expect, it } from 'vitest';
import { appForm, appProblems, likelyApp, newApp, tidyApp, withCredential, withIdentifier } from './app-form.ts';
import {
  accountForm,
  accountProblems,
  groupForm,
  groupProblems,
  newAccount,
  newGroup,
  nextMember,
  renameInAccount,
  renameMember,
  whoNames,
} from './people-forms.ts';
import { userChoices } from './user-choices.ts';
import { account, accountCredential, app, certificateFacts, device, group } from './samples.ts';

describe('an app', () => {
  const form = appForm(app({ channelIds: ['chat'] }));
  it('as stored has no problem', () => expect(appProblems(form)).toEqual({}));
  it('needs a name', () =>
    expect(appProblems(newApp)).toEqual({ name: { id: 'credentials.problem.name', isMissing: true } }));
  it('an identifier has no blanks inside', () =>
    expect(appProblems({ ...form, ...withIdentifier(form, 'ios', 'com.example chat') })).toEqual({
      identifiers: { id: 'credentials.problem.identifierSpaces' },
    }));
  it('a channel exists once', () =>
    expect(appProblems({ ...form, channelIds: ['chat', 'calls', 'chat '] })).toEqual({
      channelIds: { id: 'credentials.problem.channelTwice', params: { id: 'chat' } },
    }));
  it('an emptied identifier is none, an emptied choice too', () => {
    expect(withIdentifier(form, 'ios', '')).toEqual({ identifiers: { android: 'com.example.chat' } });
    expect(withCredential({ credentialIds: { apns: 'crd_1' } }, 'apns', '')).toEqual({ credentialIds: {} });
    expect(withCredential({ credentialIds: {} }, 'fcm', 'crd_2')).toEqual({ credentialIds: { fcm: 'crd_2' } });
  });
  it('empty rows of the channel list are not saved', () => {
    expect(tidyApp({ channelIds: ['chat', ' ', ' calls '] })).toEqual({ channelIds: ['chat', 'calls'] });
    expect(tidyApp({ name: 'x' })).toEqual({ name: 'x' });
  });
});

describe('the app a credential is likely for', () => {
  const certificate = {
    kind: 'apns-certificate',
    certificate: certificateFacts({ topics: [{ topic: 'com.example.chat.voip', kind: 'voip' }] }),
    certificatePem: '',
    encryption: '',
    hadPassword: true,
    fileName: '',
  } as const;
  const other = app({ id: 'app_2', identifiers: { ios: 'com.example.other' } });
  it('is the one a certificate names', () => expect(likelyApp(certificate, [other, app()])?.id).toBe('app_1'));
  it('is none when a certificate names another one', () => expect(likelyApp(certificate, [other])).toBeNull());
  it('is the only one', () => expect(likelyApp(accountCredential().facts, [other])?.id).toBe('app_2'));
  it('is nobody when several could be meant', () =>
    expect(likelyApp(accountCredential().facts, [other, app()])).toBeNull());
});

describe('an account', () => {
  const form = accountForm(account());
  it('as stored has no problem', () => expect(accountProblems(form, [])).toEqual({}));
  it('needs an ID', () =>
    expect(accountProblems(newAccount, [])).toEqual({
      userId: { id: 'credentials.problem.userId', isMissing: true },
    }));
  it('has an ID of its own', () =>
    expect(accountProblems({ ...form, userId: ' denny ' }, [account()])).toEqual({
      userId: { id: 'credentials.problem.userIdTaken', params: { name: 'Denny' } },
    }));
  it('has an ID of 64 characters at most', () => {
    expect(accountProblems({ ...form, userId: 'x'.repeat(64) }, [])).toEqual({});
    expect(accountProblems({ ...form, userId: 'x'.repeat(65) }, [])).toEqual({
      userId: { id: 'credentials.problem.idLong', params: { limit: 64 } },
    });
  });
  it('is named by phones and groups', () => {
    const vinson = account({ id: 'acc_2', userId: 'vinson', receiveOptions: { denny: 2 } });
    const found = whoNames('denny', {
      devices: [device(), device({ id: 'dev_2', userId: null })],
      groups: [group()],
      accounts: [account(), vinson],
    });
    expect(found.accounts.map(({ id }) => id)).toEqual(['acc_2']);
    expect(found.devices.map(({ id }) => id)).toEqual(['dev_1']);
    expect(found.groups.map(({ id }) => id)).toEqual(['grp_1']);
  });
});

describe('settings of an account', () => {
  const form = accountForm(account());
  it('keeps every field that is stored', () => {
    const stored = account({
      globalSounds: { c2c: 'a.caf', group: null },
      doNotDisturb: { kind: 'once', startAtMs: 0, durationSeconds: 60 },
      timeZone: 'Asia/Shanghai',
      receiveOptions: { vinson: 4 },
      blocked: ['mia'],
      muted: true,
    });
    expect({ ...stored, ...accountForm(stored) }).toEqual(stored);
    expect(Object.keys(accountForm(stored)).toSorted()).toEqual(Object.keys(newAccount).toSorted());
  });
  it('a do-not-disturb time lasts, in a zone that exists', () => {
    const time = { kind: 'once', startAtMs: 0, durationSeconds: 0 } as const;
    expect(accountProblems({ ...form, doNotDisturb: time }, [])).toEqual({
      doNotDisturb: { id: 'credentials.problem.duration' },
    });
    expect(accountProblems({ ...form, timeZone: 'Mars/Base' }, [])).toEqual({
      timeZone: { id: 'credentials.problem.timeZone' },
    });
  });
  it('follow another account that got another ID', () =>
    expect(renameInAccount({ receiveOptions: { denny: 2, mia: 1 }, blocked: ['denny'] }, 'denny', 'dennis')).toEqual({
      receiveOptions: { dennis: 2, mia: 1 },
      blocked: ['dennis'],
    }));
});

describe('a row that names an account', () => {
  const vinson = account({ id: 'acc_2', userId: 'vinson', nickname: '' });
  it('offers who is not named by another row, and whom it names', () =>
    expect(userChoices([account(), vinson], 'denny', ['denny', 'vinson'])).toEqual([
      { value: 'denny', label: 'Denny (denny)' },
    ]));
  it('keeps an account that is gone', () =>
    expect(userChoices([vinson], 'mia', ['mia'])).toEqual([
      { value: 'vinson', label: 'vinson' },
      { value: 'mia', label: 'mia' },
    ]));
});

describe('a group', () => {
  const form = groupForm(group());
  it('as stored has no problem', () => expect(groupProblems(form, [])).toEqual({}));
  it('needs an ID', () =>
    expect(groupProblems(newGroup, [])).toEqual({ groupId: { id: 'credentials.problem.groupId', isMissing: true } }));
  it('has an ID of its own', () =>
    expect(groupProblems(form, [group({ id: 'grp_2' })])).toEqual({
      groupId: { id: 'credentials.problem.groupIdTaken', params: { name: 'Lunch' } },
    }));
  it('has every member once', () =>
    expect(groupProblems({ ...form, members: [...form.members, { userId: 'denny', nameCard: 'D' }] }, [])).toEqual({
      members: { id: 'credentials.problem.memberTwice', params: { userId: 'denny' } },
    }));
  it('offers the next account that is not a member', () => {
    const vinson = account({ id: 'acc_2', userId: 'vinson' });
    expect(nextMember(form.members, [account(), vinson])?.userId).toBe('vinson');
    expect(nextMember(form.members, [account()])).toBeNull();
  });
  it('follows an account that got another ID', () =>
    expect(renameMember([{ userId: 'denny', nameCard: 'D' }], 'denny', 'dennis')).toEqual([
      { userId: 'dennis', nameCard: 'D' },
    ]));
});
