import type { HttpClient } from '#shared/cisco/http/http-client.ts';
import type { Organisation } from '#shared/config/organisation.ts';
import type { CredentialId } from '#shared/credentials/health/credential-id.ts';
import type { NonEmptyArray } from '#shared/non-empty.ts';
import type { Clock } from '#shared/time/clock.ts';
import type { CommandStreams } from '../command-streams.ts';
import { type AskedMember, readMembers } from '../input/read-members.ts';
import type { TargetStack } from '../target-stack.ts';

/** What a trial works with. */
export interface TrialContext {
  readonly id: CredentialId;
  readonly organisation: Organisation;
  readonly stack: TargetStack;
  readonly http: HttpClient;
  readonly clock: Clock;
}

/** A credential that was seen to work. */
export interface TriedCredential {
  /** What its secret is to hold. */
  readonly value: object;
  /** What the trial brought beside it, by kind of credential: stored after it. */
  readonly byproducts?: readonly { readonly kind: CredentialId['kind']; readonly value: object }[];
  /** What a person should know, without secrets. */
  readonly findings: readonly string[];
  /** The trial has changed something at Cisco: said when storing fails. */
  readonly ifNotStored?: string;
}

/** How one kind of credential is asked for and tried. */
export interface CredentialForm {
  /** @throws WrongUsage when members are missing */
  read(streams: CommandStreams): Promise<{
    /**
     * Tries it at its API.
     * @throws ConfigurationProblem saying what to do when it is refused
     */
    attempt(context: TrialContext): Promise<TriedCredential>;
  }>;
}

/** Ties the members that are asked for to the trial that takes them. */
export function credentialForm<Name extends string>(form: {
  readonly members: NonEmptyArray<AskedMember<Name>>;
  readonly attempt: (members: Record<Name, string>, context: TrialContext) => Promise<TriedCredential>;
}): CredentialForm {
  return {
    async read(streams) {
      const members = await readMembers(form.members, streams);
      return { attempt: (context) => form.attempt(members, context) };
    },
  };
}
