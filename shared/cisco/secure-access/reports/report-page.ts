import { z } from 'zod';
import { GiveUp } from '../../../errors/give-up.ts';
import type { HttpAnswer } from '../../http/http-call.ts';
import type { AuthorisedClient, Scope } from '../authorised-client.ts';
import { readVendorError } from '../error-body.ts';

/** Where the region that keeps the data stands in the body, not in a header. */
const redirectSchema = z.object({ data: z.object({ redirect: z.url() }) });

/**
 * Reads one page of a report.
 * Redirects to the region that keeps the data are followed, in their two forms: as 3xx by the client below, as a body
 * here, once.
 * @param path with query
 * @param scope what this report needs; most need the one that is taken when it is left out
 * @throws GiveUp when the answer is none of the documented form
 * @throws ConfigurationProblem, RetryLater as the client does
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-reporting-overview
 */
export async function readReportPage<Row extends z.ZodType>(
  client: AuthorisedClient,
  path: string,
  row: Row,
  scope: Scope = 'reports.aggregations:read',
): Promise<z.infer<Row>[]> {
  const first = await get(client, path, scope);
  const elsewhere = redirectSchema.safeParse(first.body);
  const answer = elsewhere.success ? await get(client, elsewhere.data.data.redirect, scope) : first;
  const page = z.object({ data: z.array(row) }).safeParse(answer.body);
  if (answer.status !== 200 || !page.success) {
    throw new GiveUp(
      `The reports answered ${answer.status} to GET ${path.split('?', 1)[0]}, not in a form that is known: ${readVendorError(answer.body).text}. Nothing is concluded from that.`,
    );
  }
  return page.data.data;
}

function get(client: AuthorisedClient, path: string, scope: Scope): Promise<HttpAnswer> {
  return client.send({ method: 'GET', path, scope, repetition: 'repeatable' });
}
