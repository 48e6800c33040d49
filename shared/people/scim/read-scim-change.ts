import type { LifecycleSourceOf } from '../../config/lifecycle-source.ts';
import { describeMismatch } from '../../webhooks/parsers/describe-mismatch.ts';
import { type EmailAddress, parseEmailAddress } from '../email-address.ts';
import { type ChangeReading, refusal } from '../lifecycle/change-reading.ts';
import type { ClaimedChange } from '../lifecycle/claimed-change.ts';
import { readChange } from '../lifecycle/read-change.ts';
import type { ReadingContext } from '../lifecycle/reading-context.ts';
import type { PersonName } from '../person-name.ts';
import { mappedClaims } from '../tickets/mapped-claims.ts';
import { patchedActive } from './patched-active.ts';
import {
  employeeNumberOf,
  type ScimUser,
  scimPatchSchema,
  scimUserSchema,
  withPlainNames,
} from './scim-body.ts';

/** Whom the id in the path of a request stands for. */
export interface ProvisionedPerson {
  readonly email: EmailAddress;
  readonly name?: PersonName | undefined;
}

/** A request of an identity provider about one user. What the path names is looked up before. */
export type ScimChange =
  | { readonly kind: 'create'; readonly body: unknown }
  | {
      readonly kind: 'replace' | 'patch';
      readonly body: unknown;
      readonly person: ProvisionedPerson | undefined;
    }
  | { readonly kind: 'delete'; readonly person: ProvisionedPerson | undefined };

/**
 * What a SCIM 2.0 request comes to: who is active joins at once, who is not, or is deleted, leaves at once, and what
 * does not touch `active` changes nothing here. Who it is about is told by the id in the path, where there is one: an
 * address that was changed is not followed, because no account could be renamed, and somebody else would be cut off.
 *
 * @throws RefusedInput when the source's mapping does not fit the body.
 * @see https://www.rfc-editor.org/rfc/rfc7644#section-3.3
 */
export function readScimChange(
  change: ScimChange,
  context: ReadingContext<LifecycleSourceOf<'scim'>>,
): ChangeReading {
  switch (change.kind) {
    case 'create':
      return readUser(change.body, undefined, context);
    case 'replace':
      return change.person ? readUser(change.body, change.person, context) : personUnknown();
    case 'patch':
      return readPatch(change.body, change.person, context);
    case 'delete':
      return readKnown(false, change.person, context);
  }
}

function readUser(
  body: unknown,
  known: ProvisionedPerson | undefined,
  context: ReadingContext<LifecycleSourceOf<'scim'>>,
): ChangeReading {
  const parsed = scimUserSchema.safeParse(withPlainNames(body));
  if (!parsed.success) {
    return refusal('not-a-person', `The body is not a SCIM user: ${describeMismatch(parsed.error)}.`);
  }
  const user = parsed.data;
  const claims: ClaimedChange = {
    ...atOnce(user.active),
    email: known?.email ?? workAddress(user),
    firstName: user.name?.givenname,
    lastName: user.name?.familyname,
    fullName: user.name?.formatted ?? user.displayname,
    employeeId: employeeNumberOf(user),
  };
  return readChange(mappedClaims(context.source.mapping, body, claims), context);
}

function readPatch(
  body: unknown,
  person: ProvisionedPerson | undefined,
  context: ReadingContext<LifecycleSourceOf<'scim'>>,
): ChangeReading {
  const parsed = scimPatchSchema.safeParse(withPlainNames(body));
  if (!parsed.success) {
    return refusal('not-understood', `The body is not a SCIM patch: ${describeMismatch(parsed.error)}.`);
  }
  const active = patchedActive(parsed.data);
  if (active === 'untouched') return { kind: 'idle', reason: 'no-lifecycle-change' };
  if (active === 'unclear') {
    return refusal('not-understood', 'An operation on "active" must add or replace it by true or false.');
  }
  return readKnown(active, person, context);
}

function readKnown(
  active: boolean,
  person: ProvisionedPerson | undefined,
  context: ReadingContext<LifecycleSourceOf<'scim'>>,
): ChangeReading {
  if (!person) return personUnknown();
  const { email, name } = person;
  return readChange({ ...atOnce(active), email, firstName: name?.given, lastName: name?.family }, context);
}

function personUnknown(): ChangeReading {
  return refusal('person-unknown', 'No user has the id in the path: create the user first.');
}

function atOnce(active: boolean): ClaimedChange {
  return { action: active ? 'onboard' : 'offboard', immediate: 'yes' };
}

/** The address at work, or the user name where it is an address. Never a private one. */
function workAddress({ emails, username }: ScimUser): string | undefined {
  const isWork = ({ type }: { type?: string | undefined }) => type?.toLowerCase() === 'work';
  const isPrivate = ({ type }: { type?: string | undefined }) => type?.toLowerCase() === 'home';
  const found =
    emails.find((one) => isWork(one) && one.primary) ??
    emails.find(isWork) ??
    emails.find((one) => one.primary && !isPrivate(one));
  return found?.value ?? (parseEmailAddress(username ?? '') ? username : undefined);
}
