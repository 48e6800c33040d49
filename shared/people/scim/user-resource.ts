import type { ProvisionedUser } from './provisioned-user.ts';
import { userSchemaUrn } from './scim-body.ts';

/**
 * A user as its provider sees it. Addresses of resources are relative to the base address.
 * @see https://www.rfc-editor.org/rfc/rfc7643#section-3.1
 */
export function userResource(user: ProvisionedUser): object {
  const { id, externalId, userName, name, email, active } = user;
  return {
    schemas: [userSchemaUrn],
    id,
    ...(externalId !== undefined && { externalId }),
    userName,
    ...(name && {
      name: { givenName: name.given, familyName: name.family },
      displayName: `${name.given} ${name.family}`,
    }),
    emails: [{ value: email, type: 'work', primary: true }],
    active,
    meta: {
      resourceType: 'User',
      created: user.createdAt.toISOString(),
      lastModified: user.changedAt.toISOString(),
      location: userLocation(user),
    },
  };
}

/** A relative reference, because we cannot know by which host and path a provider reaches us. */
export function userLocation({ id }: Pick<ProvisionedUser, 'id'>): string {
  return `Users/${id}`;
}
