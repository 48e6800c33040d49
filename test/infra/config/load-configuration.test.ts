import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfiguration } from '#infra/config/load-configuration.ts';
import { connectionKinds } from '#shared/config/connection.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';

const allowedKinds = connectionKinds.map((kind) => `"${kind}"`).join(', ');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'configuration-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads `text` from a file and returns what the reader is told, with the file's folder left out. */
function refusalOf(text: string): string {
  const file = join(folder, 'mine.json');
  writeFileSync(file, text);
  try {
    loadConfiguration(file);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationProblem);
    return error instanceof Error ? error.message.replaceAll(`${folder}/`, '') : '';
  }
  throw new Error('the file was accepted');
}

/** A right configuration in nine lines, in which one line is replaced. */
function configurationWith(line: number, replacement: string): string {
  const lines = [
    '{',
    '  "stage": "trial",',
    '  "organisations": { "main": { "secureAccess": { "edition": "global" } } },',
    '  "destinationLists": { "block": { "organisation": "main", "id": 7 } },',
    '  "connections": { "splunk": { "kind": "splunk-alert", "authentication": "bearer-token", "destinationLists": ["block"] } },',
    '  "limits": {},',
    '  "logRetentionDays": 30,',
    '  "alarmEmail": "soc@corp.example"',
    '}',
  ];
  return lines.with(line - 1, replacement).join('\n');
}

describe('a right configuration', () => {
  it('may hold comments and trailing commas, and gets the defaults of what it leaves out', () => {
    const file = join(folder, 'right.json');
    writeFileSync(file, configurationWith(6, '  /* none */ "limits": {}, // as they are\n  "blocking": {},'));
    expect(loadConfiguration(file)).toMatchObject({
      stage: 'trial',
      limits: { bodyBytes: 1_048_576, requestsPerSecond: 50, requestBurst: 100 },
      blocking: { batchWindowSeconds: 5 },
      destinationLists: { block: { whenNotEnforced: 'store' } },
    });
  });

  it.each(['example.json', 'local.json'])('is what infra/config/%s holds', (name) => {
    expect(() => loadConfiguration(join('infra/config', name))).not.toThrow();
  });
});

describe('a wrong configuration is refused with place, setting, value found and what is allowed', () => {
  it.each([
    {
      wrong: 'a value that is not one of a few',
      line: 5,
      text: '  "connections": { "splunk": { "kind": "splunk", "authentication": "bearer-token", "destinationLists": ["block"] } },',
      told: `mine.json:5:40  connections.splunk.kind: found "splunk"; allowed: ${allowedKinds}`,
    },
    {
      wrong: 'a number out of its range',
      line: 6,
      text: '  "limits": { "bodyBytes": 12 },',
      told: 'mine.json:6:28  limits.bodyBytes: found 12; allowed: at least 1024',
    },
    {
      wrong: 'text where a number belongs',
      line: 6,
      text: '  "limits": { "jsonDepth": "deep" },',
      told: 'mine.json:6:28  limits.jsonDepth: found "deep"; allowed: a number',
    },
    {
      wrong: 'a number where an object belongs',
      line: 6,
      text: '  "limits": 5,',
      told: 'mine.json:6:13  limits: found 5; allowed: an object { … }',
    },
    {
      wrong: 'a word that is no scheme',
      line: 5,
      text: '  "connections": { "splunk": { "kind": "ioc-list", "authentication": "password", "destinationLists": ["block"] } },',
      told: 'mine.json:5:70  connections.splunk.authentication: found "password"; allowed: "standard-webhooks", "github", "jira", "pagerduty", "slack", "stripe", "teams", "bearer-token", "basic", "api-key", or an object { "scheme": …, … }',
    },
    {
      wrong: 'a scheme that there is not',
      line: 5,
      text: '  "connections": { "splunk": { "kind": "ioc-list", "authentication": { "scheme": "password" }, "destinationLists": ["block"] } },',
      told: 'mine.json:5:82  connections.splunk.authentication.scheme: found "password"; name a scheme: one of the words, "hmac", "url-secret" or "aws-iam"',
    },
    {
      wrong: 'a secret in the address that may come from anywhere',
      line: 5,
      text: '  "connections": { "splunk": { "kind": "ioc-list", "authentication": { "scheme": "url-secret" }, "destinationLists": ["block"] } },',
      told: 'mine.json:5:70  connections.splunk.authentication.allowedSources: found nothing; allowed: a list [ … ]',
    },
    {
      wrong: 'a setting of another scheme',
      line: 5,
      text: '  "connections": { "splunk": { "kind": "ioc-list", "authentication": { "scheme": "github", "header": "X" }, "destinationLists": ["block"] } },',
      told: 'mine.json:5:102  connections.splunk.authentication.header: is not a setting; allowed here: scheme, allowedSources',
    },
    {
      wrong: 'an empty list',
      line: 5,
      text: '  "connections": { "splunk": { "kind": "ioc-list", "authentication": "bearer-token", "destinationLists": [] } },',
      told: 'mine.json:5:106  connections.splunk.destinationLists: found a list of 0; allowed: at least 1 entry',
    },
    {
      wrong: 'a list that is not defined',
      line: 5,
      text: '  "connections": { "splunk": { "kind": "ioc-list", "authentication": "bearer-token", "destinationLists": ["block", "blok"] } },',
      told: 'mine.json:5:116  connections.splunk.destinationLists[1]: found "blok"; no such destination list; allowed: block',
    },
    {
      wrong: 'an organisation that is not defined',
      line: 4,
      text: '  "destinationLists": { "block": { "organisation": "other", "id": 7 } },',
      told: 'mine.json:4:52  destinationLists.block.organisation: found "other"; no such organisation; allowed: main',
    },
    {
      wrong: 'a setting that is missing',
      line: 4,
      text: '  "destinationLists": { "block": { "organisation": "main" } },',
      told: 'mine.json:4:34  destinationLists.block.id: found nothing; allowed: a number',
    },
    {
      wrong: 'a name with a space',
      line: 2,
      text: '  "stage": "Trial one",',
      told: 'mine.json:2:12  stage: found "Trial one"; a stage is 1 to 16 of a-z, 0-9 and -, and begins with a letter',
    },
    {
      wrong: 'a key that cannot be a name',
      line: 3,
      text: '  "organisations": { "main": { "secureAccess": { "edition": "global" } }, "Head office": { "secureAccess": { "edition": "global" } } },',
      told: 'mine.json:3:90  organisations."Head office": found the name "Head office"; a name is 1 to 39 of a-z, 0-9 and -, and begins with a letter',
    },
    {
      wrong: 'an address with a path',
      line: 3,
      text: '  "organisations": { "main": { "secureAccess": { "edition": "global", "baseUrl": "https://proxy.corp.example/cisco" } } },',
      told: 'mine.json:3:82  organisations.main.secureAccess.baseUrl: found "https://proxy.corp.example/cisco"; give only scheme, host and port: paths are added by the client',
    },
    {
      wrong: 'a retention that CloudWatch does not offer',
      line: 7,
      text: '  "logRetentionDays": 10,',
      told: 'mine.json:7:23  logRetentionDays: found 10; allowed: 1, 3, 5, 7, 14, 30, 60, 90, 180, 365, 400, 731',
    },
    {
      wrong: 'no mail address',
      line: 8,
      text: '  "alarmEmail": "soc"',
      told: 'mine.json:8:17  alarmEmail: found "soc"; allowed: an email address',
    },
    {
      wrong: 'a value too long to show',
      line: 8,
      text: `  "alarmEmail": "${'x'.repeat(200)}"`,
      told: `mine.json:8:17  alarmEmail: found "${'x'.repeat(79)}…; allowed: an email address`,
    },
    {
      wrong: 'a name that is given twice',
      line: 4,
      text: '  "destinationLists": { "block": { "organisation": "main", "id": 7 }, "block": { "organisation": "main", "id": 8 } },',
      told: 'mine.json:4:71  destinationLists.block: is given twice; keep one of them',
    },
  ])('$wrong', ({ line, text, told }) => {
    expect(refusalOf(configurationWith(line, text))).toBe(
      `The configuration mine.json has 1 problem:\n  ${told}`,
    );
  });

  it('names an unknown setting and the known ones, but not its value, which may be a secret pasted there', () => {
    const told = refusalOf(
      configurationWith(
        3,
        '  "organisations": { "main": { "secureAccess": { "edition": "global", "apiKey": "s3cret" } } },',
      ),
    );
    expect(told).toBe(
      'The configuration mine.json has 1 problem:\n  mine.json:3:81  organisations.main.secureAccess.apiKey: is not a setting; allowed here: edition, baseUrl, childOrganisationId, keyRotation, logBucketKeyRotation',
    );
  });

  it('lists every problem, in the order of the file', () => {
    const told = refusalOf('{ "stage": "", "connections": 1, "colour": "red" }');
    expect(told.split('\n')).toEqual([
      'The configuration mine.json has 5 problems:',
      '  mine.json:1:1  organisations: found nothing; allowed: an object { … }',
      '  mine.json:1:1  destinationLists: found nothing; allowed: an object { … }',
      '  mine.json:1:12  stage: found ""; a stage is 1 to 16 of a-z, 0-9 and -, and begins with a letter',
      '  mine.json:1:31  connections: found 1; allowed: an object { … }',
      '  mine.json:1:44  colour: is not a setting; allowed here: $schema, stage, organisations, destinationLists, networkGroups, connections, awsFindings, limits, blocking, guard, blastRadius, approvals, leases, enrichment, people, organisationOnboarding, logRetentionDays, alarmEmail',
    ]);
  });

  it.each([
    {
      what: 'a list',
      text: '[]',
      told: 'mine.json:1:1  (whole file): found a list of 0; allowed: an object { … }',
    },
    {
      what: 'a word',
      text: '"trial"',
      told: 'mine.json:1:1  (whole file): found "trial"; allowed: an object { … }',
    },
  ])('a file that holds $what', ({ text, told }) => {
    expect(refusalOf(text)).toBe(`The configuration mine.json has 1 problem:\n  ${told}`);
  });
});

describe('a file that cannot be read as JSON', () => {
  it.each([
    {
      what: 'misses a comma',
      text: '{\n  "stage": "trial"\n  "limits": {}\n}',
      place: '3:3',
      reason: 'comma expected',
    },
    { what: 'ends too early', text: '{ "stage": "trial"', place: '1:19', reason: 'close brace expected' },
    { what: 'is empty', text: '', place: '1:1', reason: 'value expected' },
    {
      what: 'has two commas',
      text: '{ "stage": "trial",, }',
      place: '1:20',
      reason: 'property name expected',
    },
  ])('$what: line, column and reason are told', ({ text, place, reason }) => {
    expect(refusalOf(text)).toBe(
      `mine.json:${place} is not valid JSON: ${reason}. Comments and trailing commas are allowed.`,
    );
  });

  it('does not exist: the message says how to name another one', () => {
    expect(() => loadConfiguration('infra/config/nowhere.json')).toThrow(
      new ConfigurationProblem(
        'The configuration file infra/config/nowhere.json does not exist. Name another one with -c configuration=<file>, or copy infra/config/example.json and adapt it.',
      ),
    );
  });

  it('is a folder: the message says that it cannot be read', () => {
    expect(() => loadConfiguration('infra/config')).toThrow(
      'The configuration file infra/config cannot be read (EISDIR).',
    );
  });
});
