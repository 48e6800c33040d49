import { z } from 'zod';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { GiveUp } from '../../errors/give-up.ts';
import { OutcomeUnknown } from '../../errors/outcome-unknown.ts';
import type { NonEmptyArray } from '../../non-empty.ts';
import { openEnvelope } from './answer-envelope.ts';
import type { AuthorisedClient } from './authorised-client.ts';
import type { VendorError } from './error-body.ts';

/** Most objects in one add. @see https://developer.cisco.com/docs/cloud-security/secure-access-api-reference-destination-lists-overview */
export const mostDestinationsPerAdd = 500;

/** Most ids in one remove. */
export const mostDestinationsPerRemove = 500;

/** Largest page of destinations; more is answered with 400. */
export const largestDestinationPage = 100;

/** Every count is optional in the description, so none is relied on. */
const listSchema = z.object({
  id: z.int(),
  name: z.string().optional(),
  access: z.string().optional(),
  markedForDeletion: z.boolean().optional(),
  meta: z.object({ destinationCount: z.int().nonnegative().optional() }).optional(),
});

export type DestinationListAnswer = z.infer<typeof listSchema>;

/** `id` is a decimal string here and an integer in the remove call. */
const destinationSchema = z.object({
  id: z.coerce.number().int().positive(),
  destination: z.string(),
  comment: z.string().nullish(),
});

export type Destination = z.infer<typeof destinationSchema>;

export type AddDestinationsAnswer =
  | { readonly kind: 'accepted'; readonly list: DestinationListAnswer }
  | { readonly kind: 'refused'; readonly error: VendorError };

/** The destination list calls of Secure Access and Umbrella, with answers that can be trusted. */
export class DestinationLists {
  readonly #client: AuthorisedClient;

  constructor(client: AuthorisedClient) {
    this.#client = client;
  }

  /**
   * `GET /policies/v2/destinationlists/{id}`.
   * @throws ConfigurationProblem when there is no such list, or it is marked for deletion
   */
  async getList(listId: number): Promise<DestinationListAnswer> {
    const answer = await this.#client.send({
      method: 'GET',
      path: `/policies/v2/destinationlists/${listId}`,
      scope: 'policies.destinationLists:read',
      repetition: 'repeatable',
    });
    const envelope = openEnvelope(answer.status, answer.body);
    if (envelope.kind === 'error') throw unusable(`destination list ${listId}`, envelope.error);
    const list = parse(listSchema, envelope.data, `destination list ${listId}`);
    if (list.markedForDeletion) {
      throw new ConfigurationProblem(
        `Destination list ${listId} is marked for deletion in Secure Access. Name another list in the configuration.`,
      );
    }
    return list;
  }

  /**
   * `POST …/destinations`, at most {@link mostDestinationsPerAdd}. The answer is the list, not the new entries:
   * whether all of them are there is for the caller to check.
   * @throws OutcomeUnknown when the answer was lost
   */
  async addDestinations(
    listId: number,
    destinations: NonEmptyArray<{ destination: string; comment: string }>,
  ): Promise<AddDestinationsAnswer> {
    const answer = await this.#client.send({
      method: 'POST',
      path: `/policies/v2/destinationlists/${listId}/destinations`,
      json: destinations,
      scope: 'policies.destinations:write',
      repetition: 'once',
    });
    const envelope = openEnvelope(answer.status, answer.body);
    if (envelope.kind === 'data') {
      const list = listSchema.safeParse(envelope.data);
      return { kind: 'accepted', list: list.success ? list.data : { id: listId } };
    }
    if (envelope.error.statusCode === 404) throw unusable(`destination list ${listId}`, envelope.error);
    return { kind: 'refused', error: envelope.error };
  }

  /**
   * `DELETE …/destinations/remove`, at most {@link mostDestinationsPerRemove} ids. What becomes of the others when
   * one id is unknown is not documented, so a refusal says nothing about them.
   * @returns the list afterwards
   * @throws OutcomeUnknown when the answer was lost or a refusal: read before repeating it
   */
  async removeDestinations(
    listId: number,
    destinationIds: NonEmptyArray<number>,
  ): Promise<DestinationListAnswer> {
    const answer = await this.#client.send({
      method: 'DELETE',
      path: `/policies/v2/destinationlists/${listId}/destinations/remove`,
      json: destinationIds,
      scope: 'policies.destinations:write',
      repetition: 'once',
    });
    const envelope = openEnvelope(answer.status, answer.body);
    if (envelope.kind === 'data') {
      const list = listSchema.safeParse(envelope.data);
      return list.success ? list.data : { id: listId };
    }
    // Not even 404 is clear: it may speak of the list or of an id. The read that has to follow tells.
    throw new OutcomeUnknown(
      `Secure Access refused to remove ${destinationIds.length} destinations from list ${listId} (${envelope.error.statusCode}): ${envelope.error.text}. Whether some are gone is not known: read the list before repeating it.`,
    );
  }

  /** `GET …/destinations`, one page; `page` counts from 1. */
  async getPage(
    listId: number,
    page: number,
  ): Promise<{ destinations: readonly Destination[]; total: number | undefined }> {
    const answer = await this.#client.send({
      method: 'GET',
      path: `/policies/v2/destinationlists/${listId}/destinations?page=${page}&limit=${largestDestinationPage}`,
      scope: 'policies.destinations:read',
      repetition: 'repeatable',
    });
    const envelope = openEnvelope(answer.status, answer.body);
    if (envelope.kind === 'error') throw unusable(`destination list ${listId}`, envelope.error);
    return {
      destinations: parse(z.array(destinationSchema), envelope.data, `page ${page} of list ${listId}`),
      total: envelope.total,
    };
  }
}

function parse<T>(schema: z.ZodType<T>, data: unknown, what: string): T {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || '(the whole)').join(', ');
  throw new GiveUp(`Secure Access answered ${what} in a form that is not documented: look at ${where}.`);
}

function unusable(what: string, error: VendorError): ConfigurationProblem | GiveUp {
  if (error.statusCode === 404) {
    return new ConfigurationProblem(
      `Secure Access knows no ${what} in this organisation: ${error.text}. Put the id from the list's page in the console into the configuration.`,
    );
  }
  return new GiveUp(`Secure Access refused to read ${what} (${error.statusCode}): ${error.text}.`);
}
