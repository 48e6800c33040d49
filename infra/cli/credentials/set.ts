import { listSecretVersions } from '#shared/aws/secret-version-list.ts';
import { storeSecret } from '#shared/aws/secret-writer.ts';
import { httpClient } from '#shared/cisco/http/http-client.ts';
import { credentialSecretName } from '#shared/credentials/health/credential-secret-name.ts';
import { ConfigurationProblem } from '#shared/errors/configuration-problem.ts';
import { systemClock } from '#shared/time/clock.ts';
import { realSleep } from '#shared/time/sleep.ts';
import { findCredential } from '../credential-argument.ts';
import { exitCodes } from '../exit-codes.ts';
import { explainFailure } from '../explain-failure.ts';
import type { RunSubcommand } from '../subcommand.ts';
import { WrongUsage } from '../wrong-usage.ts';
import { credentialForms } from './credential-forms.ts';

/** A person waits for the answer. */
const limits = {
  attemptTimeLimitMilliseconds: 10_000,
  totalTimeLimitMilliseconds: 30_000,
  retry: { attempts: 3, firstWaitMilliseconds: 500, longestWaitMilliseconds: 4_000 },
};

/**
 * Stores what a person has made in a console:
 *  1. Look that its secret is there, before anything is asked or used up.
 *  2. Read it from the terminal or standard input.
 *  3. Try it.
 *  4. Store it, and what the trial has brought.
 */
export const setCommand: RunSubcommand = async ({ credential }, stack, streams) => {
  const { id, text, organisation } = findCredential(credential, stack.configuration);
  const form = credentialForms[id.kind];
  if (!form) {
    throw new WrongUsage(
      `${text} is not made by people but by the stack. To have it made now: npm run cli -- credentials rotate ${text}`,
    );
  }
  const { stage } = stack.configuration;
  const secretName = credentialSecretName(stage, id);
  await listSecretVersions(stack.secrets, secretName);

  streams.errors.write(`${text} of ${stack.description}\n`);
  const given = await form.read(streams);
  const http = httpClient({ clock: systemClock, sleep: realSleep, random: Math.random }, limits);
  const tried = await given.attempt({ id, organisation, stack, http, clock: systemClock });

  try {
    await storeSecret(stack.secrets, secretName, tried.value);
  } catch (error) {
    throw new ConfigurationProblem(
      `It works, but could not be stored. ${explainFailure(error)} ${tried.ifNotStored ?? 'Set it again once that is mended.'}`,
    );
  }
  for (const { kind, value } of tried.byproducts ?? []) {
    await storeSecret(stack.secrets, credentialSecretName(stage, { ...id, kind }), value);
  }
  streams.output.write([...tried.findings, `Stored ${text}.`, ''].join('\n'));
  return exitCodes.done;
};
