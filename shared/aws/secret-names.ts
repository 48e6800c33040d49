import type {
  ConnectionName,
  LifecycleSourceName,
  OrganisationName,
  OrganisationSourceName,
  StageName,
} from '../config/names.ts';
import type { ClaimCodeName } from '../organisations/claim-code.ts';

/**
 * The names of every secret, in one place: infra creates and grants them, functions read them.
 * `stage` keeps deployments in one account apart.
 */
export const secretNames = {
  /** `{ "current": "…", "previous"?: "…" }`: what a webhook sender signs or presents. */
  connection: (stage: StageName, connection: ConnectionName) =>
    `scc-automations/${stage}/connections/${connection}`,
  /** `{ "key": "…", "secret": "…" }`: the API key pasted by a person. Only the minter reads it. */
  secureAccessApiKey: (stage: StageName, organisation: OrganisationName) =>
    `scc-automations/${stage}/organisations/${organisation}/secure-access-api-key`,
  /** `{ "accessToken": "…", "mintedAt": "…", "expiresAt": "…" }`: written by the minter, read by workers. */
  secureAccessAccessToken: (stage: StageName, organisation: OrganisationName) =>
    `scc-automations/${stage}/organisations/${organisation}/secure-access-access-token`,
  /** `{ "key": "…", "secret": "…" }`: a KeyAdmin key, which replaces the API key. Only its rotator reads it. */
  secureAccessKeyAdminKey: (stage: StageName, organisation: OrganisationName) =>
    `scc-automations/${stage}/organisations/${organisation}/secure-access-key-admin-key`,
  /** `{ "accessKeyId": "…", "secretAccessKey": "…", "createdAt": "…" }`: written by its rotator, for log consumers. */
  logBucketKey: (stage: StageName, organisation: OrganisationName) =>
    `scc-automations/${stage}/organisations/${organisation}/log-bucket-key`,
  /** The fields of AWS's managed type `CiscoSecurityPlatformApiKey`. Only the rotator reads it. */
  sccApiKey: (stage: StageName, organisation: OrganisationName) =>
    `scc-automations/${stage}/organisations/${organisation}/scc-api-key`,
  /** The form of `secureAccessAccessToken`: rotated every 12 hours, read by workers. */
  sccAccessToken: (stage: StageName, organisation: OrganisationName) =>
    `scc-automations/${stage}/organisations/${organisation}/scc-access-token`,
  /** `{ "token": "…", "userUid": "…", "createdAt": "…" }`: written by its rotator, read by workers. */
  firewallManagerToken: (stage: StageName, organisation: OrganisationName) =>
    `scc-automations/${stage}/organisations/${organisation}/firewall-manager-token`,
  /** `{ "clientId": "…", "clientPassword": "…" }`: pasted by a person, read by the enricher and the health check. */
  xdrClient: (stage: StageName, organisation: OrganisationName) =>
    `scc-automations/${stage}/organisations/${organisation}/xdr-client`,
  /** The form of `connection`: what a sender of changes to people signs or presents. */
  peopleSource: (stage: StageName, source: LifecycleSourceName) =>
    `scc-automations/${stage}/people/sources/${source}`,
  /** `{ "user"?: "…", "token": "…" }`: how comments are written to the ticket system of a source. */
  ticketSystem: (stage: StageName, source: LifecycleSourceName) =>
    `scc-automations/${stage}/people/ticket-systems/${source}`,
  /** `{ "claimCode": "XXXX-XXXX-XXXX-XXXX" }`: pasted by a person, read only by the function that redeems it. */
  claimCode: (stage: StageName, claimCode: ClaimCodeName) =>
    `scc-automations/${stage}/claim-codes/${claimCode}`,
  /** The form of `connection`: what a ticket system that asks for organisations signs or presents. */
  organisationSource: (stage: StageName, source: OrganisationSourceName) =>
    `scc-automations/${stage}/organisation-sources/${source}`,
  /** `{ "current": "…", "previous"?: "…" }`: signs the links in approval messages. Made by the deployment itself. */
  approvalSigningKey: (stage: StageName) => `scc-automations/${stage}/approvals/signing-key`,
  /** `{ "url": "https://…" }`: the incoming webhook of the chat channel that gets approval messages. */
  approvalChatWebhook: (stage: StageName) => `scc-automations/${stage}/approvals/chat-webhook`,
};

/**
 * Where a refresh token is put down when Secrets Manager does not take it: a `SecureString` parameter of
 * Systems Manager, another service with the same key. The next rotation recovers it from there first.
 */
export function rescueParameterName(stage: StageName, organisation: OrganisationName): string {
  return `/scc-automations/${stage}/organisations/${organisation}/rescued-refresh-token`;
}
