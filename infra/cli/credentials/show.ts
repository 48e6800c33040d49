import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';
import { listSecretVersions, type SecretVersionFacts } from '#shared/aws/secret-version-list.ts';
import { credentialSecretName } from '#shared/credentials/health/credential-secret-name.ts';
import { findCredential } from '../credential-argument.ts';
import { exitCodes } from '../exit-codes.ts';
import type { RunSubcommand } from '../subcommand.ts';
import type { TargetStack } from '../target-stack.ts';
import { hideSecrets } from './hidden-members.ts';

/** Prints what is stored of a credential, with secrets hidden, and its versions. */
export const showCommand: RunSubcommand = async ({ credential, json }, stack, { output }) => {
  const { id, text } = findCredential(credential, stack.configuration);
  const secretName = credentialSecretName(stack.configuration.stage, id);
  const versions = await listSecretVersions(stack.secrets, secretName);
  const isStored = versions.some(({ labels }) => labels.includes('AWSCURRENT'));
  const facts = {
    credential: text,
    secretName,
    stored: isStored ? await readHidden(stack, secretName) : {},
    versions,
  };
  output.write(json ? `${JSON.stringify(facts, undefined, 2)}\n` : inLines(facts));
  return exitCodes.done;
};

async function readHidden(stack: TargetStack, secretName: string): Promise<Record<string, string>> {
  const { SecretString = '' } = await stack.secrets.send(new GetSecretValueCommand({ SecretId: secretName }));
  const stored = z.record(z.string(), z.unknown()).catch({}).parse(parseJson(SecretString));
  return hideSecrets(stored);
}

function inLines(facts: {
  credential: string;
  secretName: string;
  stored: Record<string, string>;
  versions: readonly SecretVersionFacts[];
}): string {
  const members = Object.entries(facts.stored).map(([name, value]) => `  ${name.padEnd(24)}${value}`);
  const versions = facts.versions.map(
    ({ labels, createdAt, versionId }) =>
      `  ${labels.join(', ').padEnd(24)}${createdAt?.toISOString() ?? 'unknown date'}  ${versionId}`,
  );
  return [
    `${facts.credential} in ${facts.secretName}`,
    ...(members.length > 0 ? members : ['  nothing is stored yet']),
    ...(versions.length > 0 ? ['versions', ...versions] : []),
    '',
  ].join('\n');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
