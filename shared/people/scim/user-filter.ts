import type { ProvisionedUser } from './provisioned-user.ts';
import { ScimRefusal } from './scim-refusal.ts';

/** Compares one attribute with a text; JSON's rules hold for the text. */
const equality =
  /^\s*(?<attribute>[a-z.]+(?:\[type eq "work"\]\.value)?)\s+eq\s+(?<text>"(?:[^"\\]|\\.)*")\s*$/i;

/** What can be asked for, with names in lower case; values of all but `id` and `externalId` mean the same in any case. */
const attributes: Readonly<Record<string, (user: ProvisionedUser, text: string) => boolean>> = {
  id: ({ id }, text) => id === text,
  externalid: ({ externalId }, text) => externalId === text,
  username: ({ userName }, text) => isSame(userName, text),
  'emails.value': ({ email }, text) => isSame(email, text),
  'emails[type eq "work"].value': ({ email }, text) => isSame(email, text),
};

/**
 * Reads a filter as identity providers send it to find out whether a user is there: `userName eq "ada@corp.example"`.
 *
 * @throws ScimRefusal (`invalidFilter`) for any other.
 * @see https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.2
 */
export function userFilter(filter: string | undefined): (user: ProvisionedUser) => boolean {
  if (filter === undefined) return () => true;
  const { attribute = '', text = '' } = equality.exec(filter)?.groups ?? {};
  const matches = Object.hasOwn(attributes, attribute.toLowerCase())
    ? attributes[attribute.toLowerCase()]
    : undefined;
  const wanted = unquoted(text);
  if (matches === undefined || wanted === undefined) {
    throw new ScimRefusal(
      400,
      'The filter is not supported. One of userName, externalId, id or emails.value may be compared: userName eq "ada@corp.example".',
      'invalidFilter',
    );
  }
  return (user) => matches(user, wanted);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function unquoted(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
