import { expect, it } from 'vitest';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { RetryLater } from '#shared/errors/retry-later.ts';
import type { CredentialPlace } from '#shared/people/offboarding/offboarding-places.ts';
import { reportOwnedCredentials } from '#shared/people/offboarding/steps/report-owned-credentials.ts';
import type { OwnedCredentials } from '#shared/people/owned-credentials.ts';
import { AdvancingTime } from '../../cisco/advancing-time.ts';
import { ada, adaInVpn, InMemoryPlaces } from './in-memory-places.ts';

const report = (...ownedCredentials: CredentialPlace[]) =>
  reportOwnedCredentials(
    {
      email: ada,
      vpnUserNames: [adaInVpn],
      places: { ...new InMemoryPlaces().places, ownedCredentials },
      sleep: new AdvancingTime().sleep,
    },
    { takenAway: {}, isResumed: false, keep: async () => undefined },
  );

const apiKeys = (ownedBy: OwnedCredentials['ownedBy']): CredentialPlace => ({
  what: 'API keys',
  credentials: { ownedBy },
});

it('names what breaks with the person', async () => {
  const keys = apiKeys(async () => [
    { id: '1', name: 'SIEM', allows: ['policies.rules:read'], lastUsedAt: new Date('2026-11-01T08:00:00Z') },
    { id: '2', name: '', allows: [] },
  ]);
  expect(await report(keys)).toEqual({
    result: 'done',
    summary:
      'API keys: 2 credentials may stop working with the person: SIEM (last used on 2026-11-01; policies.rules:read), 2 (never seen in use; no scope)',
  });
});

it('says that nothing is the person’s', async () => {
  expect(await report(apiKeys(async () => []))).toEqual({
    result: 'done',
    summary: "API keys: none is the person's",
  });
});

it('says what nobody could look at, and leaves nothing open for that', async () => {
  const keys = apiKeys(() => Promise.reject(new ConfigurationProblem('lacks the scope admin.apikeys:read')));
  expect(await report(keys, { what: 'Clients', credentials: 'look-by-hand' })).toEqual({
    result: 'not-needed',
    summary:
      'API keys could not be looked at: lacks the scope admin.apikeys:read; Clients do not tell whose they are: look at them in the console',
  });
});

it('waits for a place that is down', async () => {
  await expect(report(apiKeys(() => Promise.reject(new RetryLater('down'))))).rejects.toThrow(RetryLater);
});
