import { z } from 'zod';
import { decisionKinds } from '#shared/approvals/decision.ts';
import { plainLine } from '#shared/approvals/plain-line.ts';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import type { HttpRequest } from '#shared/lambda/http-request.ts';
import { announcesForm, formBody } from '#shared/webhooks/form-body.ts';
import { rawBody } from '#shared/webhooks/raw-body.ts';

/** Longest name that a person may give. */
export const longestPageName = 100;

/** A name of 100 characters of any script, percent-encoded, and the rest. */
const mostBodyBytes = 4_096;

const formSchema = z.object({
  decision: z.enum(decisionKinds, { error: 'press Approve or Reject.' }),
  name: z
    .string({ error: 'write your name.' })
    .max(longestPageName, `a name has at most ${longestPageName} characters.`)
    .transform((name) => plainLine(name, longestPageName))
    .refine((name) => name !== '', { error: 'write your name.' }),
});

export type DecisionForm = z.infer<typeof formSchema>;

/** @returns the form, or a sentence about what is wrong with it. */
export function readDecisionForm({
  headers,
  body,
}: Pick<HttpRequest, 'headers' | 'body'>): DecisionForm | string {
  if (!announcesForm(headers.get('content-type'))) return 'use the form on this page.';
  try {
    const fields = formBody(rawBody(body, mostBodyBytes));
    const parsed = formSchema.safeParse(Object.fromEntries(fields));
    return parsed.success ? parsed.data : (parsed.error.issues[0]?.message ?? 'use the form on this page.');
  } catch (error) {
    if (error instanceof RefusedInput) return 'use the form on this page.';
    throw error;
  }
}
