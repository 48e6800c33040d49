import { userSchemaUrn } from './scim-body.ts';
import { ScimRefusal } from './scim-refusal.ts';
import { mostUsersPerPage } from './user-list.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0';

/** @see https://www.rfc-editor.org/rfc/rfc7643#section-5 */
const serviceProviderConfig = {
  schemas: [`${core}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: mostUsersPerPage },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'The secret of the source, in the header Authorization.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: 'ServiceProviderConfig' },
};

/** @see https://www.rfc-editor.org/rfc/rfc7643#section-6 */
const userResourceType = {
  schemas: [`${core}:ResourceType`],
  id: 'User',
  name: 'User',
  endpoint: '/Users',
  description: 'Somebody who joins or leaves.',
  schema: userSchemaUrn,
  meta: { resourceType: 'ResourceType', location: 'ResourceTypes/User' },
};

const text = { type: 'string', multiValued: false, required: false, caseExact: false } as const;
const changeable = { mutability: 'readWrite', returned: 'default', uniqueness: 'none' } as const;

/** What is kept of a user: everything else is taken and passed over. */
const userAttributes = [
  {
    ...text,
    ...changeable,
    name: 'userName',
    description: 'The name to sign in with.',
    required: true,
    uniqueness: 'server',
  },
  {
    name: 'name',
    type: 'complex',
    description: 'What the person is called.',
    multiValued: false,
    required: false,
    ...changeable,
    subAttributes: ['givenName', 'familyName', 'formatted'].map((name) => ({
      ...text,
      ...changeable,
      name,
      description: 'A part of the name.',
    })),
  },
  { ...text, ...changeable, name: 'displayName', description: 'The name to be shown.' },
  {
    name: 'emails',
    type: 'complex',
    description: 'Addresses; the one at work tells who it is, and stays as it was created.',
    multiValued: true,
    required: false,
    ...changeable,
    subAttributes: [
      { ...text, ...changeable, name: 'value', description: 'The address.' },
      {
        ...text,
        ...changeable,
        name: 'type',
        description: 'work counts.',
        canonicalValues: ['work', 'home'],
      },
      {
        name: 'primary',
        type: 'boolean',
        description: 'Which of several counts.',
        multiValued: false,
        required: false,
        ...changeable,
      },
    ],
  },
  {
    name: 'active',
    type: 'boolean',
    description: 'true: the person is let in; false: cut off.',
    multiValued: false,
    required: false,
    ...changeable,
  },
];

/** @see https://www.rfc-editor.org/rfc/rfc7643#section-7 */
const userSchema = {
  schemas: [`${core}:Schema`],
  id: userSchemaUrn,
  name: 'User',
  description: 'Somebody who joins or leaves.',
  attributes: userAttributes,
  meta: { resourceType: 'Schema', location: `Schemas/${userSchemaUrn}` },
};

/**
 * What a provider may ask about the service itself, by the path below the base address.
 * @throws ScimRefusal (404) for anything else.
 * @see https://www.rfc-editor.org/rfc/rfc7644#section-4
 */
export function serviceDescription(path: string): object {
  switch (path) {
    case 'ServiceProviderConfig':
      return serviceProviderConfig;
    case 'ResourceTypes':
      return listOf(userResourceType);
    case 'ResourceTypes/User':
      return userResourceType;
    case 'Schemas':
      return listOf(userSchema);
    case `Schemas/${userSchemaUrn}`:
      return userSchema;
    default:
      throw new ScimRefusal(
        404,
        'There is nothing at this address. Users are at /Users; groups are not kept.',
      );
  }
}

function listOf(only: object): object {
  return {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: 1,
    startIndex: 1,
    itemsPerPage: 1,
    Resources: [only],
  };
}
