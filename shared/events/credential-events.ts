import { z } from 'zod';
import { organisationNameSchema } from '../config/names.ts';

/** EventBridge `source` of everything that looks after credentials. */
export const credentialEventSource = 'scc-automations.credentials';

/** Every kind of credential that is looked after. */
export const credentialKinds = [
  'secure-access-api-key',
  'secure-access-access-token',
  'secure-access-key-admin-key',
  'log-bucket-key',
  'scc-api-key',
  'scc-access-token',
  'firewall-manager-token',
  'xdr-client',
] as const;

export type CredentialKind = (typeof credentialKinds)[number];

/** `detail-type` `CredentialAtRisk`: a person has to do something, or something will stop working. */
export const credentialAtRiskSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string(),
    organisation: organisationNameSchema,
    credential: z.enum(credentialKinds),
    risk: z.enum(['expires-soon', 'expired', 'does-not-work', 'lacks-scopes', 'too-old']),
    daysLeft: z.number().optional(),
    missingScopes: z.array(z.string()).optional(),
    /** What was found and what to do about it, for a person; holds no secret. */
    message: z.string(),
    occurredAt: z.iso.datetime(),
  })
  .meta({ title: 'CredentialAtRisk', description: 'A credential needs a person.' });

/** `detail-type` `CredentialRotated`: a credential was replaced, and the new one is proved to work. */
export const credentialRotatedSchema = z
  .object({
    version: z.literal(1),
    eventId: z.string(),
    organisation: organisationNameSchema,
    credential: z.enum(credentialKinds),
    expiresAt: z.iso.datetime().optional(),
    occurredAt: z.iso.datetime(),
  })
  .meta({ title: 'CredentialRotated', description: 'A credential was replaced; the new one works.' });

export type CredentialAtRisk = z.infer<typeof credentialAtRiskSchema>;
export type CredentialRotated = z.infer<typeof credentialRotatedSchema>;
