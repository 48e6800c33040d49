import { z } from 'zod';
import { GiveUp } from '../../errors/give-up.ts';
import { openEnvelope } from './answer-envelope.ts';
import type { AuthorisedClient } from './authorised-client.ts';

/** Largest page of lists. */
const largestListPage = 100;

/** Only what is used: of the counts and names, all are optional in the description. */
const listsSchema = z.array(
  z.object({
    id: z.int(),
    name: z.string().optional(),
    access: z.string().optional(),
    meta: z.object({ destinationCount: z.int().nonnegative().optional() }).optional(),
  }),
);

export type ListedDestinationList = z.infer<typeof listsSchema>[number];

/**
 * Every destination list of the organisation, whoever made it: `GET /policies/v2/destinationlists`, page by page.
 * @throws GiveUp when the answer cannot be understood
 * @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-destination-lists-overview
 */
export async function readAllDestinationLists(client: AuthorisedClient): Promise<ListedDestinationList[]> {
  // By id: a list that is made between two pages moves the others.
  const lists = new Map<number, ListedDestinationList>();
  let read = 0;
  for (let page = 1; ; page++) {
    const { listed, total } = await readPage(client, page);
    for (const list of listed) lists.set(list.id, list);
    read += listed.length;
    const isLast = total === undefined ? listed.length < largestListPage : read >= total;
    if (isLast || listed.length === 0) return [...lists.values()];
  }
}

async function readPage(client: AuthorisedClient, page: number) {
  const answer = await client.send({
    method: 'GET',
    path: `/policies/v2/destinationlists?page=${page}&limit=${largestListPage}`,
    scope: 'policies.destinationLists:read',
    repetition: 'repeatable',
  });
  const envelope = openEnvelope(answer.status, answer.body);
  if (envelope.kind === 'error') {
    const { statusCode, text } = envelope.error;
    throw new GiveUp(`Secure Access refused to name its destination lists (${statusCode}): ${text}.`);
  }
  const listed = listsSchema.safeParse(envelope.data);
  if (listed.success) return { listed: listed.data, total: envelope.total };
  const where = listed.error.issues.map((issue) => issue.path.join('.') || '(the whole)').join(', ');
  throw new GiveUp(
    `Secure Access answered page ${page} of its destination lists in a form that is not documented: look at ${where}.`,
  );
}
