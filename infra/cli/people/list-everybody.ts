import { z } from 'zod';
import type { ApiRequest } from '../call-api.ts';
import { isTaken } from '../webhook/describe-answer.ts';
import { parsedAnswer } from '../webhook/parsed-answer.ts';
import type { Answer } from '../webhook/post-body.ts';

const pageSchema = z.object({
  people: z.array(z.unknown()),
  links: z.object({ next: z.string().startsWith('/people?').optional() }).default({}),
});

/**
 * All pages as one answer.
 * @returns The page itself where one is refused or of another form.
 */
export async function listEverybody(
  first: ApiRequest,
  call: (request: ApiRequest) => Promise<Answer>,
): Promise<Answer> {
  const people: unknown[] = [];
  for (let request = first; ; ) {
    const answer = await call(request);
    const page = isTaken(answer) ? pageSchema.safeParse(parsedAnswer(answer)).data : undefined;
    if (page === undefined) return answer;
    people.push(...page.people);
    if (page.links.next === undefined) return { status: answer.status, text: JSON.stringify({ people }) };
    request = { method: 'GET', path: page.links.next };
  }
}
