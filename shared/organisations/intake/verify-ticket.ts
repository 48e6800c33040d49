import type { DeploymentConfiguration } from '../../config/deployment-configuration.ts';
import { type OrganisationSourceName, organisationSourceNameSchema } from '../../config/names.ts';
import type { OrganisationOnboardingSettings } from '../../config/organisation-onboarding.ts';
import type { OrganisationSource } from '../../config/organisation-source.ts';
import type { RequestBody } from '../../lambda/http-request.ts';
import { RefusedRequest } from '../../lambda/refused-request.ts';
import type { Clock } from '../../time/clock.ts';
import type { ConnectionSecrets } from '../../webhooks/connection-secrets.ts';
import { jsonBody } from '../../webhooks/json-body.ts';
import { rawBody } from '../../webhooks/raw-body.ts';
import { verifySender } from '../../webhooks/verify-sender.ts';

/** A request to the address of a source, by whoever. */
export interface TicketDelivery {
  /** The part of the address that names a source, not yet known to be one. */
  readonly address: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: RequestBody;
  readonly sourceAddress?: string | undefined;
}

/** A body whose sender is the source that its address names. */
export interface VerifiedTicket {
  readonly name: OrganisationSourceName;
  readonly source: OrganisationSource;
  readonly body: unknown;
}

export interface VerifyTicketPorts {
  readonly settings: Pick<OrganisationOnboardingSettings, 'sources'>;
  readonly limits: Pick<DeploymentConfiguration['limits'], 'bodyBytes' | 'jsonDepth'>;
  readonly secrets: ConnectionSecrets<OrganisationSourceName>;
  readonly clock: Clock;
}

/**
 * Believes a delivery or throws, before anything of it is read. One that comes twice does no harm: a ticket is one
 * request however often it is sent.
 * @throws RefusedRequest (`not-found`, `body-too-large`, `not-authenticated`, `invalid-json`)
 */
export async function verifyTicket(
  { address, headers, body: sent, sourceAddress }: TicketDelivery,
  { settings, limits, secrets, clock }: VerifyTicketPorts,
): Promise<VerifiedTicket> {
  const receivedAt = clock.now();
  const name = organisationSourceNameSchema.safeParse(address).data;
  const source =
    name !== undefined && Object.hasOwn(settings.sources, name) ? settings.sources[name] : undefined;
  if (name === undefined || source === undefined) {
    throw new RefusedRequest(
      'not-found',
      'No source of organisations is heard under this name. The address is /organisation-sources/ and the name of a configured source.',
    );
  }
  const body = rawBody(sent, limits.bodyBytes);
  await verifySender(
    { headers, body, receivedAt, sourceAddress },
    { name, connection: { authentication: source.authentication }, secrets },
  );
  const json = jsonBody(body, {
    contentType: headers.get('content-type'),
    deepestNesting: limits.jsonDepth,
  });
  return { name, source, body: json };
}
