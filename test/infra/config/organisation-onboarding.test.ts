import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfiguration } from '#infra/config/load-configuration.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'configuration-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const organizationId = '6d1f2a54-1f0b-4e67-9a3e-5b8c7d90a101';

/** Loads a configuration in which organisations are made, and returns what the reader is told. */
function told(organisationOnboarding: object): string {
  const file = join(folder, 'mine.json');
  const organisations = {
    main: { secureAccess: { edition: 'global' }, securityCloudControl: { organizationId } },
    lists: { secureAccess: { edition: 'global' } },
  };
  const rest = { stage: 'trial', destinationLists: {}, connections: {} };
  writeFileSync(file, JSON.stringify({ ...rest, organisations, organisationOnboarding }));
  try {
    loadConfiguration(file);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const problems = error.message.split('\n').slice(1);
    return problems.map((problem) => problem.replace(/^.*?mine\.json:\d+:\d+ {2}/, '')).join('\n');
  }
}

describe('who makes organisations', () => {
  it.each([
    { what: 'a manager alone', settings: { manager: 'main' } },
    { what: 'names of claim codes', settings: { manager: 'main', claimCodes: ['northwind', 'contoso-2'] } },
    {
      what: 'ticket systems',
      settings: {
        manager: 'main',
        sources: {
          tickets: { kind: 'servicenow', authentication: 'bearer-token' },
          desk: { kind: 'jira-service-management', authentication: 'jira', approvedStatuses: ['Done'] },
        },
      },
    },
  ])('may be $what', ({ settings }) => {
    expect(told(settings)).toBe('accepted');
  });

  it.each([
    {
      wrong: 'an organisation without Security Cloud Control',
      settings: { manager: 'lists' },
      expected: /manager: found "lists"; no such organisation, or it has no "securityCloudControl"/,
    },
    {
      wrong: 'a claim code in the place of its name, which is not shown',
      settings: { manager: 'main', claimCodes: ['abcd-efgh-2345-6789'] },
      expected: /claimCodes\[0\]: found something like a claim code; .*is a secret/,
    },
    {
      wrong: 'a claim code named twice',
      settings: { manager: 'main', claimCodes: ['northwind', 'northwind'] },
      expected: /claimCodes\[1\]: found "northwind"; is named twice/,
    },
    {
      wrong: 'a ticket system with a secret in its address',
      settings: {
        manager: 'main',
        sources: {
          tickets: {
            kind: 'servicenow',
            authentication: { scheme: 'url-secret', allowedSources: ['203.0.113.0/24'] },
          },
        },
      },
      expected: /authentication: .*a source of organisations proves itself by a signature or a secret/,
    },
    {
      wrong: 'a JSON source of which nobody knows when it is approved',
      settings: {
        manager: 'main',
        sources: {
          portal: {
            kind: 'json',
            authentication: 'bearer-token',
            mapping: { ticket: 'id', description: 'text' },
          },
        },
      },
      expected: /sources\.portal\.mapping\.status: found nothing/,
    },
  ])('are refused: $wrong', ({ settings, expected }) => {
    expect(told(settings)).toMatch(expected);
    expect(told(settings)).not.toContain('abcd-efgh');
  });
});
