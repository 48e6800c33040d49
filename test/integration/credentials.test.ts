import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  FilterLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rotateSecret } from '#infra/local/rotate-secret.ts';
import { repositoryFolder, stateFolderAt } from '#infra/local/state-folder.ts';
import { DeployedSystem, newDomains, statusCounts } from './deployed-system.ts';
import { mintToken } from './simulator-remote.ts';

const system = new DeployedSystem();
const client = {
  endpoint: system.stack.awsEndpoint,
  region: system.stack.region,
  credentials: system.credentials,
};
const secrets = new SecretsManagerClient(client);
const functions = new LambdaClient(client);
const logs = new CloudWatchLogsClient(client);

const leavesSchema = z.record(z.string(), z.unknown());

function secretName(kind: string, key: string): string {
  const name = system.stack.secrets[kind]?.[key];
  if (!name) throw new Error(`stack.json names no ${kind} for ${key}`);
  return name;
}

async function currentSecret(kind: string, key = 'main') {
  const answer = await secrets.send(new GetSecretValueCommand({ SecretId: secretName(kind, key) }));
  return {
    value: leavesSchema.parse(JSON.parse(answer.SecretString ?? 'null')),
    versionId: answer.VersionId,
  };
}

async function invoke(functionName: string, payload: object): Promise<unknown> {
  const answer = await functions.send(
    new InvokeCommand({
      FunctionName: system.stack.functions[functionName],
      Payload: JSON.stringify(payload),
    }),
  );
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  expect(answer.FunctionError, text).toBeUndefined();
  return JSON.parse(text || 'null');
}

/** A new delivery still ends enforced: whatever was rotated, the workers go on. */
async function expectBlockingWorks(): Promise<void> {
  const { requestId } = await system.accepted('ioc-list', newDomains(3));
  expect(statusCounts(await system.settled(requestId))).toEqual({ enforced: 3 });
}

beforeEach(() => system.simulator.forget());

describe('the access token of Secure Access', () => {
  it('is minted once, however many workers report it as refused at the same moment', async () => {
    await expectBlockingWorks();
    const { versionId } = await currentSecret('secure-access-access-token');
    await system.simulator.forget();

    const reports = Array.from({ length: 12 }, () =>
      invoke('mint-secure-access-token', { organisation: 'main', failedVersionId: versionId }),
    );
    await Promise.all(reports);

    expect((await system.simulator.counts())[mintToken]).toBe(1);
    expect((await currentSecret('secure-access-access-token')).versionId).not.toBe(versionId);
  });
});

describe('a rotation on the deployed stack', () => {
  it('of the Security Cloud Control token keeps the chain of refresh tokens, time after time', async () => {
    const rotator = system.stack.functions['rotate-scc-token'] ?? '';
    const seen = new Set<unknown>();
    for (let time = 0; time < 3; time++) {
      await rotateSecret(
        { secrets, functions },
        { secretName: secretName('scc-access-token', 'main'), rotator },
      );
      seen.add((await currentSecret('scc-access-token')).value.accessToken);
      seen.add((await currentSecret('scc-api-key')).value.refreshToken);
    }
    expect(seen.size).toBe(6);
  });

  it('of the Secure Access key gives a new key, and blocking goes on', async () => {
    const before = await currentSecret('secure-access-api-key');
    await invoke('rotate-secure-access-key', { organisation: 'main', force: true });
    const after = await currentSecret('secure-access-api-key');
    expect(after.value.key).not.toBe(before.value.key);
    await expectBlockingWorks();
  });

  it('of the Firewall Manager token takes the other user', async () => {
    const before = await currentSecret('firewall-manager-token');
    await invoke('rotate-firewall-manager-token', { organisation: 'main', force: true });
    const after = await currentSecret('firewall-manager-token');
    expect(after.value.userUid).not.toBe(before.value.userUid);
  });

  it('of the log bucket key stores the new key', async () => {
    await invoke('rotate-log-bucket-key', { organisation: 'main', force: true });
    expect((await currentSecret('log-bucket-key')).value).toMatchObject({
      accessKeyId: expect.any(String),
      secretAccessKey: expect.any(String),
    });
  });
});

describe('the report on all credentials', () => {
  it('says for each whether it works, as JSON and for people', async () => {
    const answer = z
      .object({ report: z.looseObject({}), markdown: z.string() })
      .parse(await invoke('check-credentials', {}));
    expect(answer.markdown).toContain('main');
    expect(answer.markdown).toMatch(/secure-access-api-key/);
    expect(answer.markdown).toMatch(/scc-api-key/);
    expect(answer.markdown).toMatch(/firewall-manager-token/);
  });
});

describe('no secret', () => {
  /** Members of stored secrets that nobody may ever see elsewhere. */
  const secretMembers = new Set([
    'secret',
    'accessToken',
    'refreshToken',
    'token',
    'secretAccessKey',
    'current',
    'previous',
    'clientPassword',
  ]);

  /** Every secret text that this run has stored so far, in every version that still has a label. */
  async function everySecretText(): Promise<string[]> {
    const texts: string[] = [];
    for (const name of Object.values(system.stack.secrets).flatMap((names) => Object.values(names))) {
      const { VersionIdsToStages = {} } = await secrets.send(new DescribeSecretCommand({ SecretId: name }));
      for (const VersionId of Object.keys(VersionIdsToStages)) {
        const answer = await secrets
          .send(new GetSecretValueCommand({ SecretId: name, VersionId }))
          .catch(() => undefined);
        const members = leavesSchema.safeParse(JSON.parse(answer?.SecretString ?? '{}')).data ?? {};
        for (const [member, value] of Object.entries(members)) {
          if (secretMembers.has(member) && typeof value === 'string') texts.push(value);
        }
      }
    }
    return texts;
  }

  async function everyLogLine(): Promise<string[]> {
    const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({}));
    const lines: string[] = [];
    for (const { logGroupName } of logGroups) {
      let nextToken: string | undefined;
      do {
        const page = await logs.send(
          new FilterLogEventsCommand({ logGroupName, ...(nextToken ? { nextToken } : {}) }),
        );
        lines.push(...(page.events ?? []).map(({ message }) => message ?? ''));
        nextToken = page.nextToken;
      } while (nextToken);
    }
    return lines;
  }

  async function everyFileOf(folder: string): Promise<string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  it('stands in a log line, a template, a bundle, or a log file of the local run', async () => {
    const texts = await everySecretText();
    expect(texts.length).toBeGreaterThan(10);
    const folder = stateFolderAt(join(repositoryFolder, '.local/tests'));
    const files = [
      ...(await everyFileOf(folder.cloudAssembly)),
      folder.emulatorLog,
      folder.deployLog,
      folder.bootstrapLog,
      folder.synthLog,
      folder.outputsFile,
      folder.configurationFile,
    ];
    const lines = await everyLogLine();
    expect(lines.length).toBeGreaterThan(20);

    const found: string[] = [];
    for (const [where, content] of [
      ['the functions’ logs', lines.join('\n')] as const,
      ...(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const))),
    ]) {
      if (texts.some((text) => content.includes(text))) found.push(where);
    }
    expect(found).toEqual([]);
  });
});
