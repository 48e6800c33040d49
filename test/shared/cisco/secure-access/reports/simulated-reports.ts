import { authorisedClient } from '#shared/cisco/secure-access/authorised-client.ts';
import { atReportsPace } from '#shared/cisco/secure-access/reports/reports-pace.ts';
import { startSimulatedOrganisation } from '../simulated-organisation.ts';

/** A simulated cloud with a client at the pace of its reports. */
export async function startSimulatedReports() {
  const { control, time, http, tokens, baseUrl } = await startSimulatedOrganisation();
  const client = authorisedClient({
    http: atReportsPace(http, { clock: time, sleep: time.sleep }),
    tokens,
    baseUrl,
  });
  return {
    control,
    clock: time,
    client,
    tokens,
    /** Queries that the report of identities was asked, without the period, decoded. */
    asked: () =>
      control
        .requests({ pathPrefix: '/reports' })
        .map(({ path }) => decodeURIComponent(path.replace(/^.*?[?]from=\d+&to=\d+&/, ''))),
  };
}
