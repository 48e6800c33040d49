import { z } from 'zod';
import type { EmailAddress } from '../../../people/email-address.ts';
import type { AuthorisedClient } from '../authorised-client.ts';
import { readReportPage } from '../reports/report-page.ts';

/** Identities asked for at once; an answer has at most 5,000. */
const identitiesPerPage = 500;

/** Ids are numbers by the description; text would do as well. */
const identitySchema = z.object({
  id: z.union([z.int(), z.string().min(1)]).transform(String),
  label: z.string().catch(''),
});

/**
 * The ids of a person among the identities: `GET /reports/v2/identities`. Cisco names the reports as the place where
 * the user ids of the zero-trust API are found. A user's label is the address, or a name with the address in brackets;
 * the search may find more, so it is compared here once more.
 * @param client at the pace of the reports
 * @returns several when the person came by more than one directory, none when the person was never seen
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-zta-users-overview
 */
export async function findUserIds(client: AuthorisedClient, person: EmailAddress): Promise<string[]> {
  const ids = new Set<string>();
  for (let offset = 0; ; offset += identitiesPerPage) {
    const query = new URLSearchParams({
      limit: String(identitiesPerPage),
      offset: String(offset),
      search: person,
    });
    const path = `/reports/v2/identities?${query}`;
    const page = await readReportPage(client, path, identitySchema, 'reports.utilities:read');
    for (const { id, label } of page) if (isLabelOf(person, label)) ids.add(id);
    if (page.length < identitiesPerPage) return [...ids];
  }
}

function isLabelOf(person: EmailAddress, label: string): boolean {
  const text = label.trim().toLowerCase();
  return text === person || text.endsWith(`(${person})`);
}
