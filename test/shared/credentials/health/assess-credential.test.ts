import { describe, expect, it } from 'vitest';
import type { CredentialKind } from '#shared/events/credential-events.ts';
import { assessCredential } from '../../../../shared/credentials/health/assess-credential.ts';
import { credentialLimits } from '../../../../shared/credentials/health/credential-limits.ts';
import type { CredentialObservation } from '../../../../shared/credentials/health/credential-observation.ts';
import { daysFromNow, everything, main, now, organisationWith } from './health-fixtures.ts';

type Seen = Partial<Omit<CredentialObservation, 'credential'>>;

function assess(kind: CredentialKind, seen: Seen, settings: object = everything) {
  const observation = {
    credential: { organisation: main, kind },
    proof: { kind: 'works' as const },
    ...seen,
  };
  return assessCredential(observation, credentialLimits(kind, organisationWith(settings)), now);
}

const withoutKeyRotation = { ...everything, secureAccess: { edition: 'global' } };

describe('what is concluded about a credential', () => {
  it.each<[string, CredentialKind, Seen, object, string[]]>([
    ['a refresh token with 15 days left', 'scc-api-key', { expiresAt: daysFromNow(15) }, everything, []],
    [
      'one with 14 days left',
      'scc-api-key',
      { expiresAt: daysFromNow(14) },
      everything,
      ['expires-soon at 14'],
    ],
    [
      'one with 6 days left',
      'scc-api-key',
      { expiresAt: daysFromNow(6) },
      everything,
      ['expires-soon at 14'],
    ],
    ['one with 5 days left', 'scc-api-key', { expiresAt: daysFromNow(5) }, everything, ['expires-soon at 5']],
    ['one that has ended', 'scc-api-key', { expiresAt: daysFromNow(0) }, everything, ['expired']],
    [
      'an API key that a person replaces, with 14 days left',
      'secure-access-api-key',
      { expiresAt: daysFromNow(14) },
      withoutKeyRotation,
      ['expires-soon at 14'],
    ],
    [
      'an API key that is replaced by schedule, with 14 days left',
      'secure-access-api-key',
      { expiresAt: daysFromNow(14) },
      everything,
      [],
    ],
    [
      'one that the schedule has left until 3 days before its end',
      'secure-access-api-key',
      { expiresAt: daysFromNow(3) },
      everything,
      ['expires-soon at 3'],
    ],
    [
      'an API key that was due yesterday',
      'secure-access-api-key',
      { createdAt: daysFromNow(-31) },
      everything,
      [],
    ],
    [
      'an API key that is 3 days overdue',
      'secure-access-api-key',
      { createdAt: daysFromNow(-33) },
      everything,
      ['too-old'],
    ],
    [
      'an old API key that nobody replaces by schedule',
      'secure-access-api-key',
      { createdAt: daysFromNow(-400) },
      withoutKeyRotation,
      [],
    ],
    [
      'a Firewall Manager token in time',
      'firewall-manager-token',
      { createdAt: daysFromNow(-30) },
      everything,
      [],
    ],
    [
      'a Firewall Manager token 3 days overdue',
      'firewall-manager-token',
      { createdAt: daysFromNow(-33) },
      everything,
      ['too-old'],
    ],
    [
      'a log-bucket key that was not replaced',
      'log-bucket-key',
      { createdAt: daysFromNow(-88), expiresAt: daysFromNow(2) },
      everything,
      ['expires-soon at 3', 'too-old'],
    ],
    ['an XDR client of 180 days', 'xdr-client', { createdAt: daysFromNow(-180) }, everything, []],
    ['an XDR client of 181 days', 'xdr-client', { createdAt: daysFromNow(-181) }, everything, ['too-old']],
    [
      'an access token, which always ends within a day',
      'scc-access-token',
      { expiresAt: daysFromNow(0.2) },
      everything,
      [],
    ],
    [
      'an access token with a minute left',
      'secure-access-access-token',
      { expiresAt: daysFromNow(1 / 1440) },
      everything,
      [],
    ],
    [
      'an access token that nobody has renewed',
      'secure-access-access-token',
      { expiresAt: daysFromNow(-0.1) },
      everything,
      ['expired'],
    ],
    [
      'one that is refused',
      'firewall-manager-token',
      { proof: { kind: 'fails', message: 'it was revoked.' } },
      everything,
      ['does-not-work'],
    ],
    [
      'one that could not be tried',
      'firewall-manager-token',
      { proof: { kind: 'not-tried', reason: 'no answer.' } },
      everything,
      [],
    ],
    [
      'one that lacks a scope',
      'secure-access-api-key',
      { missingScopes: ['policies.rules:read'] },
      everything,
      ['lacks-scopes'],
    ],
    [
      'one with everything wrong at once',
      'secure-access-api-key',
      {
        proof: { kind: 'fails', message: 'it is disabled.' },
        expiresAt: daysFromNow(-1),
        createdAt: daysFromNow(-90),
        missingScopes: ['policies.rules:read'],
      },
      everything,
      ['does-not-work', 'expired', 'lacks-scopes', 'too-old'],
    ],
  ])('%s', (_case, kind, seen, settings, risks) => {
    const health = assess(kind, seen, settings);

    expect(
      health.risks.map(({ risk, reachedDaysLeft: at }) => (at === undefined ? risk : `${risk} at ${at}`)),
    ).toEqual(risks);
  });

  it('says how it works in one word, and why it does not', () => {
    expect(assess('xdr-client', {})).toMatchObject({ works: 'yes' });
    expect(assess('xdr-client', { proof: { kind: 'fails', message: 'gone.' } })).toMatchObject({
      works: 'no',
      explanation: 'gone.',
    });
    expect(assess('xdr-client', { proof: { kind: 'not-tried', reason: 'no answer.' } })).toMatchObject({
      works: 'unknown',
      explanation: 'no answer.',
    });
  });

  it('never promises more time than there is', () => {
    const health = assess('scc-api-key', {
      expiresAt: daysFromNow(20.996),
      createdAt: daysFromNow(-1.266),
    });

    expect(health).toMatchObject({
      daysLeft: 20.99,
      ageDays: 1.26,
      expiresAt: daysFromNow(20.996).toISOString(),
    });
  });

  it.each<[string, CredentialKind, Seen, object, string]>([
    [
      'sends a person to the console for a key that only people make',
      'scc-api-key',
      { expiresAt: daysFromNow(-1) },
      everything,
      'Platform Management > API Keys) with the role Organization Administrator, and store it: npm run cli -- credentials set main/scc-api-key',
    ],
    [
      'sends a person to the log of the function that should have renewed it',
      'scc-api-key',
      { expiresAt: daysFromNow(10) },
      everything,
      'rotate-scc-token should have replaced it, and its log says why it did not. To try now: npm run cli -- credentials rotate main/scc-api-key',
    ],
    [
      'sends a person to the console when nobody else replaces the key',
      'secure-access-api-key',
      { expiresAt: daysFromNow(10) },
      withoutKeyRotation,
      'npm run cli -- credentials set main/secure-access-api-key',
    ],
    [
      'names what is missing',
      'secure-access-api-key',
      { missingScopes: ['policies.rules:read', 'policies.destinations:read'] },
      everything,
      'lacks what the configuration needs: policies.rules:read, policies.destinations:read.',
    ],
  ])('%s', (_case, kind, seen, settings, words) => {
    expect(assess(kind, seen, settings).risks[0]?.message).toContain(words);
  });
});
