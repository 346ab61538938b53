import type { Check } from '../../../../shared/contract/index.ts';
import { providerTokenSeconds, tokenUpdatesSeen, tokenUpdatesStrict } from '../limits.ts';
import type { Asked } from './asked.ts';
import { defineCheck, type CheckRule } from './check.ts';
import type { FormedToken } from './provider-token.ts';
import { tokensOfKey, tokensOnConnection } from './state.ts';

const present = defineCheck('provider-token', 'MissingProviderToken', 'documented');
const form = defineCheck('provider-token-form', 'InvalidProviderToken', 'documented');
const signingKey = defineCheck('provider-token-key', 'InvalidProviderToken', 'documented');
const signature = defineCheck('provider-token-signature', 'InvalidProviderToken', 'documented');
const age = defineCheck('provider-token-age', 'ExpiredProviderToken', 'documented');
const ahead = defineCheck('provider-token-ahead', 'InvalidProviderToken', 'guess');
const environment = defineCheck('key-environment', 'BadEnvironmentKeyInToken', 'reported');
const relation = defineCheck('key-relation', 'UnrelatedKeyIdInToken', 'documented');
const team = defineCheck('connection-team', 'InvalidProviderToken', 'guess');
const updates = defineCheck('token-updates', 'TooManyProviderTokenUpdates', 'documented');

/** A clock may be this much ahead without a word. Seconds. */
const clockSlack = 60;

const formed = ({ token }: Asked): FormedToken | null => (token?.form === 'ok' ? token : null);

/** A rule about a provider token whose form is right; not reached by any other. */
const ofToken =
  (check: { readonly notReached: Check }, rule: (token: FormedToken, asked: Asked) => Check): CheckRule =>
  (asked) => {
    const token = formed(asked);
    return token ? rule(token, asked) : check.notReached;
  };

const checkPresent: CheckRule = ({ token, headers }) => {
  if (token) return present.passed;
  return present.failed(headers.has('authorization') ? 'not-bearer' : 'failed');
};

const checkForm: CheckRule = ({ token }) => {
  if (!token) return form.notReached;
  return token.form === 'ok' ? form.passed : form.failed(token.form);
};

/** Zero configuration: a key nobody entered is let through and marked. A key that is known must be named rightly. */
const checkKey = ofToken(signingKey, (token, { input }) => {
  const { keyId, teamId, key } = token;
  if (key) {
    return key.teamId === teamId ? signingKey.passed : signingKey.failed('team', { keyId, teamId, right: key.teamId });
  }
  if (token.isSwapped) return signingKey.failed('swapped', { keyId, teamId });
  return input.settings.mode === 'strict'
    ? signingKey.failed('unknown', { keyId })
    : signingKey.unverified('unknown', { keyId });
});

const checkSignature = ofToken(signature, ({ isSignatureGood, keyId }, { input }) => {
  if (isSignatureGood === null) {
    return input.settings.mode === 'strict' ? signature.notReached : signature.unverified('unknown', { keyId });
  }
  return isSignatureGood ? signature.passed : signature.failed('failed', { keyId });
});

const checkAge = ofToken(age, ({ issuedAt }, { input }) => {
  const seconds = Math.floor(input.nowMs / 1000) - issuedAt;
  return seconds > providerTokenSeconds ? age.failed('failed', { minutes: Math.floor(seconds / 60) }) : age.passed;
});

/** What APNs answers to a time to come is not documented. */
const checkAhead = ofToken(ahead, ({ issuedAt }, { input }) => {
  const seconds = issuedAt - Math.floor(input.nowMs / 1000);
  if (seconds > providerTokenSeconds) return ahead.failed('failed', { minutes: Math.floor(seconds / 60) });
  return seconds > clockSlack ? ahead.unverified('ahead', { seconds }) : ahead.passed;
});

const checkEnvironment = ofToken(environment, ({ key }, asked) => {
  if (!key) return environment.notReached;
  if (key.environment === 'both' || key.environment === asked.environment) return environment.passed;
  return environment.failed('failed', { keyId: key.keyId, has: key.environment, needs: asked.environment });
});

/** Only keys of one team can be related; another team is the next check's business. */
const checkRelation = ofToken(relation, ({ keyId, teamId }, { input }) => {
  const { bound } = input.connection;
  if (!bound || bound.keyId === keyId) return relation.passed;
  return bound.teamId === teamId ? relation.failed('failed', { keyId, first: bound.keyId }) : relation.notReached;
});

const checkTeam = ofToken(team, ({ teamId }, { input }) => {
  const { bound } = input.connection;
  return !bound || bound.teamId === teamId ? team.passed : team.failed('failed', { teamId, first: bound.teamId });
});

/**
 * Apple allows a new provider token every 20 minutes on a connection; people are refused from about the fourth. Whether APNs
 * counts beyond one connection is not documented, so that only marks the check.
 */
const checkUpdates = ofToken(updates, (token, { input }) => {
  const { connection, memory, nowMs, settings } = input;
  const isStrict = settings.mode === 'strict';
  const here = tokensOnConnection(connection, token, nowMs);
  if (here >= (isStrict ? tokenUpdatesStrict : tokenUpdatesSeen)) {
    return updates.failed('failed', { count: here }, isStrict ? 'documented' : 'reported');
  }
  const everywhere = tokensOfKey(memory, token, nowMs);
  return everywhere >= tokenUpdatesSeen
    ? updates.unverified('shared', { count: everywhere }, 'reported')
    : updates.passed;
});

/** Who is asking, by provider token. Order: presence, form, key, signature, time, and what binds it to the connection. */
export const tokenChecks: readonly CheckRule[] = [
  checkPresent,
  checkForm,
  checkKey,
  checkSignature,
  checkAge,
  checkAhead,
  checkEnvironment,
  checkRelation,
  checkTeam,
  checkUpdates,
];
