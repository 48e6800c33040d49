import type { ConnectionName, OrganisationName, StageName } from '../config/names.ts';

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
};
