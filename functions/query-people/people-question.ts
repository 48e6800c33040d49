import { z } from 'zod';
import { RefusedRequest } from '#shared/lambda/refused-request.ts';
import type { ChangeState } from '#shared/people/changes/person-change.ts';
import { type EmailAddress, emailAddressSchema } from '#shared/people/email-address.ts';
import type { PeopleQuestion } from '#shared/people/views/people-page.ts';
import { describeMismatch } from '#shared/webhooks/parsers/describe-mismatch.ts';

const mostPerPage = 500;

const states = {
  held: 'held',
  planned: 'planned',
  'under-way': 'under-way',
  incomplete: 'incomplete',
  done: 'done',
  removed: 'removed',
  undoing: 'undoing',
  undone: 'undone',
  cancelled: 'cancelled',
  rejected: 'rejected',
  replaced: 'replaced',
} as const satisfies { readonly [State in ChangeState]: State };

const questionSchema = z.object({
  after: emailAddressSchema.optional(),
  state: z.enum(states).optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/, `a whole number from 1 to ${mostPerPage}`)
    .transform(Number)
    .pipe(z.int().min(1).max(mostPerPage))
    .default(100),
});

/**
 * Reads what stands behind the question mark of `GET /people`.
 * @throws RefusedRequest that names what is allowed
 */
export function peopleQuestion(parameters: ReadonlyMap<string, string>): PeopleQuestion {
  const question = questionSchema.safeParse(Object.fromEntries(parameters));
  if (question.success) return question.data;
  throw new RefusedRequest(
    'not-understood',
    `The question cannot be answered: ${describeMismatch(question.error)}. Ask for /people?state=held&limit=100, or leave them out.`,
  );
}

/** The same question, from the next person on. */
export function nextPageLink({ state, limit }: PeopleQuestion, after: EmailAddress): string {
  const parameters = new URLSearchParams({ after, limit: String(limit), ...(state && { state }) });
  return `/people?${parameters}`;
}
