import { z } from 'zod';
import { parsedAnswer } from './parsed-answer.ts';
import type { Answer } from './post-body.ts';

/** What is shown of an answer of any kind: accepted, previewed, refused. */
const answerSchema = z.looseObject({
  requestId: z.string().optional(),
  duplicate: z.boolean().optional(),
  because: z.string().optional(),
  indicators: z.object({ queued: z.int(), held: z.int(), rejected: z.int() }).optional(),
  rejected: z.array(z.object({ value: z.string(), reason: z.string() })).default([]),
  decisions: z
    .array(z.object({ value: z.string(), decision: z.string(), reason: z.string().optional() }))
    .default([]),
  title: z.string().optional(),
  detail: z.string().optional(),
});

/** Whether the delivery was taken, or would be. */
export function isTaken({ status }: Answer): boolean {
  return status >= 200 && status < 300;
}

/** An answer in lines for a person. */
export function describeAnswer(answer: Answer): string[] {
  const parsed = answerSchema.safeParse(parsedAnswer(answer)).data;
  if (parsed === undefined) return [`${answer.status}: ${answer.text.slice(0, 500) || '(no body)'}`];
  const { indicators, rejected, decisions, because, requestId, title, detail } = parsed;
  if (!isTaken(answer)) {
    return [`${answer.status} ${title ?? 'refused'}`, ...(detail ? [detail] : []), ...idLine(requestId)];
  }
  const what = because === undefined ? 'accepted' : `previewed (${because}): nothing was done`;
  return [
    `${answer.status} ${what}${parsed.duplicate ? ', as a repeat of a delivery that came before' : ''}`,
    ...idLine(requestId),
    ...(indicators
      ? [`${indicators.queued} queued, ${indicators.held} held, ${indicators.rejected} rejected`]
      : []),
    ...decisions.map(
      ({ value, decision, reason }) => `  ${value}: ${decision}${reason ? `, ${reason}` : ''}`,
    ),
    ...rejected.map(({ value, reason }) => `  ${value}: rejected, ${reason}`),
  ];
}

function idLine(requestId: string | undefined): string[] {
  return requestId === undefined ? [] : [`request ${requestId}`];
}
