import { atAdminPace } from '#shared/cisco/secure-access/admin-pace.ts';
import { type AuthorisedClient, authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { type SimulatedOrganisation, startSimulatedOrganisation } from './simulated-organisation.ts';

/** A simulated organisation whose admin and deployments APIs are called at their pace. */
export interface PacedOrganisation extends SimulatedOrganisation {
  readonly paced: AuthorisedClient;
  /** HTTP statuses of all requests so far but those for tokens. */
  statuses(): (number | null)[];
}

export async function startPacedOrganisation(): Promise<PacedOrganisation> {
  const organisation = await startSimulatedOrganisation();
  const { http, time, tokens, baseUrl, control } = organisation;
  const requests = () => control.requests().filter(({ template }) => template !== '/auth/v2/token');
  return {
    ...organisation,
    paced: authorisedClient({ http: atAdminPace(http, { clock: time, sleep: time.sleep }), tokens, baseUrl }),
    statuses: () => requests().map(({ status }) => status),
    calls: () => requests().map(({ method, path }) => `${method} ${path}`),
  };
}
