import { z } from 'zod';

/**
 * Which of Cisco's clouds the organisation lives in.
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-getting-started
 */
export const secureAccessEditions = ['global', 'china', 'government', 'umbrella'] as const;
export type SecureAccessEdition = (typeof secureAccessEditions)[number];

/** An API's base URL: scheme, host and port. Clients add the path. */
const originSchema = z
  .url({ protocol: /^https?$/ })
  .refine((url) => URL.parse(url)?.pathname === '/' && URL.parse(url)?.search === '', {
    error: 'give only scheme, host and port: paths are added by the client',
  });

const secureAccessSchema = z
  .strictObject({
    edition: z
      .enum(secureAccessEditions)
      .describe('Which cloud: it decides the API host and how a list gets its direction.'),
    baseUrl: originSchema
      .optional()
      .describe("Replaces the edition's API host, for a proxy or a simulator. Scheme, host and port only."),
    childOrganisationId: z
      .int()
      .positive()
      .optional()
      .describe('Umbrella: the child organisation that the key of a parent console acts for.'),
    keyRotation: z
      .strictObject({
        everyDays: z.int().min(1).max(180).describe('Age at which the API key is replaced.'),
        lifetimeDays: z.int().min(2).max(365).describe('When a key that we make expires by itself.'),
      })
      .refine(({ everyDays, lifetimeDays }) => everyDays < lifetimeDays, {
        error: 'a key must be replaced before it expires: everyDays must be less than lifetimeDays',
      })
      .optional()
      .describe('Replaces the API key on a schedule. Needs a KeyAdmin key. Left out: a person replaces it.'),
    logBucketKeyRotation: z
      .strictObject({
        everyDays: z.int().min(1).max(85).default(75).describe('Cisco ends a key after 90 days.'),
      })
      .optional()
      .describe(
        "Replaces the key of Secure Access's own S3 log bucket. Needs the edition global and the scope admin.iam:write.",
      ),
  })
  .superRefine(({ edition, logBucketKeyRotation }, context) => {
    if (edition === 'global' || logBucketKeyRotation === undefined) return;
    context.addIssue({
      code: 'custom',
      path: ['logBucketKeyRotation'],
      input: logBucketKeyRotation,
      message: `the API of the edition ${edition} cannot rotate the key of a log bucket; leave logBucketKeyRotation out`,
    });
  })
  .describe('The Secure Access or Umbrella organisation whose destination lists are written.');

const securityCloudControlSchema = z
  .strictObject({
    organizationId: z.uuid().describe("The organisation's id as the console shows it, not the token's own."),
    rotation: z
      .enum(['lambda', 'managed'])
      .default('lambda')
      .describe(
        '"lambda": our function keeps the refresh token alive and mints access tokens. "managed": AWS rotates the API key as a managed external secret, our function only mints access tokens.',
      ),
    baseUrl: originSchema.optional().describe('Replaces https://api.security.cisco.com.'),
  })
  .describe('Security Cloud Control: users, groups, roles. Its tokens are refreshed every 12 hours.');

/** @see https://developer.cisco.com/docs/cisco-defense-orchestrator/getting-started */
export const firewallManagerRegions = ['us', 'eu', 'apj', 'au', 'in', 'uae'] as const;

const firewallManagerSchema = z
  .strictObject({
    region: z.enum(firewallManagerRegions).describe('Where the tenant lives.'),
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("Replaces the region's whole base, https://api.<region>.security.cisco.com/firewall."),
    tenantUid: z.uuid().describe('The tenant that every token must belong to.'),
    apiUserUids: z
      .tuple([z.uuid(), z.uuid()])
      .refine(([first, second]) => first !== second, { error: 'name two different API-only users' })
      .describe('Two API-only users whose tokens are used in turn.'),
    roles: z
      .array(z.string().regex(/^ROLE_[A-Z_]+$/))
      .min(1)
      .default(['ROLE_SUPER_ADMIN'])
      .describe('Roles that every token must have.'),
    everyDays: z.int().min(1).max(365).default(30).describe('Age at which the token is replaced.'),
  })
  .describe('Firewall Manager (formerly CDO).');

/** @see https://developer.cisco.com/docs/cisco-xdr/ */
export const xdrRegions = ['us', 'eu', 'apjc'] as const;

const xdrSchema = z
  .strictObject({
    region: z.enum(xdrRegions).describe('Where the XDR organisation lives.'),
    baseUrl: originSchema.optional().describe("Replaces the region's API host."),
    clientCreatedOn: z.iso.date().describe('The day on which the API client was made: its age is watched.'),
    scopes: z
      .array(z.string().min(1))
      .default(['inspect:read', 'enrich:read'])
      .describe('Scopes that the client must have.'),
  })
  .describe('Cisco XDR API client. It belongs to a person and cannot rotate itself; it is only watched.');

export const organisationSchema = z.strictObject({
  secureAccess: secureAccessSchema,
  securityCloudControl: securityCloudControlSchema.optional(),
  firewallManager: firewallManagerSchema.optional(),
  xdr: xdrSchema.optional(),
});

export type Organisation = z.infer<typeof organisationSchema>;
